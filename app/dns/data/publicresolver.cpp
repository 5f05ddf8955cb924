#include "dns/data/publicresolver.h"

#include "dns/data/dnsdata.h"

#include <QJsonArray>

#include <algorithm>

namespace golive {
namespace {

PublicResolver resolverFrom(const QJsonObject &object, bool byDefault)
{
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    PublicResolver resolver;
    resolver.name = text("name");
    resolver.address = QHostAddress(text("address"));
    for (const auto &other : object.value(QLatin1String("others")).toArray())
        resolver.others.append(QHostAddress(other.toString()));
    resolver.doh = text("doh");
    resolver.seat = text("seat");
    resolver.purgePage = text("purge");
    resolver.multiCache = object.value(QLatin1String("multiCache")).toBool();
    resolver.encryptedOnly = object.value(QLatin1String("encryptedOnly")).toBool();
    resolver.byDefault = byDefault;
    return resolver;
}

} // namespace

QList<PublicResolver> knownResolvers()
{
    static const QList<PublicResolver> known = [] {
        QList<PublicResolver> read;
        const QJsonObject file = dnsData(QStringLiteral("resolvers.json"));
        for (const auto &each : file[QLatin1String("resolvers")].toArray())
            read.append(resolverFrom(each.toObject(), true));
        for (const auto &each : file[QLatin1String("more")].toArray())
            read.append(resolverFrom(each.toObject(), false));
        return read;
    }();
    return known;
}

std::optional<PublicResolver> knownResolver(const QHostAddress &address)
{
    const QList<PublicResolver> all = knownResolvers();
    const auto found = std::find_if(all.begin(), all.end(), [&](const PublicResolver &each) {
        return each.address == address || each.others.contains(address);
    });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

std::optional<PublicResolver> knownResolver(const QString &described)
{
    const qsizetype open = described.lastIndexOf(QLatin1Char('('));
    const QString address = open < 0 ? described : described.mid(open + 1).chopped(1);
    return knownResolver(QHostAddress(address));
}

} // namespace golive
