#include "dns/data/dnsprovider.h"

#include "dns/data/dnsdata.h"
#include "dns/wire/dnsname.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace golive {
namespace {

struct ProviderRow
{
    DnsProvider provider;
    QByteArrayList suffixes;
    QList<QRegularExpression> patterns; ///< for families of names that no suffix describes
};

DnsProvider::HostField hostFieldFrom(const QString &word)
{
    if (word == QLatin1String("either"))
        return DnsProvider::HostField::Either;
    return word == QLatin1String("full") ? DnsProvider::HostField::Full : DnsProvider::HostField::Relative;
}

DnsProvider::ZoneFileImport zoneFileImportFrom(const QString &word)
{
    if (word == QLatin1String("yes"))
        return DnsProvider::ZoneFileImport::Yes;
    if (word == QLatin1String("unknown"))
        return DnsProvider::ZoneFileImport::Unknown;
    return word == QLatin1String("replaces") ? DnsProvider::ZoneFileImport::Replaces
                                             : DnsProvider::ZoneFileImport::None;
}

DnsProvider providerFrom(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    const auto flag = [&](const char *key) { return object.value(QLatin1String(key)).toBool(); };
    DnsProvider provider;
    provider.name = text("name");
    provider.console = text("console");
    provider.docs = text("docs");
    provider.hostField = hostFieldFrom(text("hostField"));
    provider.zoneFileImport = zoneFileImportFrom(text("zoneFileImport"));
    provider.targetDot = flag("targetDot");
    provider.refusesUnderscore = flag("refusesUnderscore");
    provider.subdomainFirst = flag("subdomainFirst");
    provider.proxies = flag("proxies");
    provider.flattens = flag("flattens");
    for (const auto &candidate : object.value(QLatin1String("candidates")).toArray())
        provider.candidates.append(candidate.toString());
    return provider;
}

ProviderRow rowFrom(const QJsonObject &object)
{
    ProviderRow row;
    row.provider = providerFrom(object);
    for (const auto &suffix : object.value(QLatin1String("suffixes")).toArray())
        row.suffixes.append(dnsName(suffix.toString()));
    for (const auto &pattern : object.value(QLatin1String("patterns")).toArray())
        row.patterns.append(QRegularExpression(pattern.toString()));
    return row;
}

const QList<ProviderRow> &providerRows()
{
    static const QList<ProviderRow> rows = [] {
        QList<ProviderRow> read;
        for (const auto &row : dnsData(QStringLiteral("dnsproviders.json"))[QLatin1String("providers")].toArray())
            read.append(rowFrom(row.toObject()));
        return read;
    }();
    return rows;
}

const QHash<QByteArray, const ProviderRow *> &rowsBySuffix()
{
    static const QHash<QByteArray, const ProviderRow *> bySuffix = [] {
        QHash<QByteArray, const ProviderRow *> index;
        for (const ProviderRow &row : providerRows())
            for (const QByteArray &suffix : row.suffixes)
                if (!index.contains(suffix))
                    index.insert(suffix, &row);
        return index;
    }();
    return bySuffix;
}

/// A pattern beats all suffixes, a longer suffix the shorter ones.
const ProviderRow *rowOf(const QString &nameServer)
{
    const QByteArray name = dnsName(nameServer);
    const QString text = QString::fromLatin1(name);
    for (const ProviderRow &row : providerRows())
        if (std::any_of(row.patterns.begin(), row.patterns.end(),
                        [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); }))
            return &row;
    for (QByteArray suffix = name; suffix != "."; suffix = parentOf(suffix))
        if (const ProviderRow *row = rowsBySuffix().value(suffix))
            return row;
    return nullptr;
}

DnsProvider forZone(DnsProvider provider, const QString &zone)
{
    provider.console.replace(QLatin1String("{zone}"), QString::fromLatin1(QUrl::toPercentEncoding(zone)));
    return provider;
}

} // namespace

DnsProvider providerOf(const QStringList &nameServers, const QString &zone)
{
    QHash<const ProviderRow *, qsizetype> votes;
    for (const QString &nameServer : nameServers)
        if (const ProviderRow *row = rowOf(nameServer))
            ++votes[row];
    for (auto vote = votes.cbegin(); vote != votes.cend(); ++vote)
        if (vote.value() * 2 > nameServers.size())
            return forZone(vote.key()->provider, zone);
    return {};
}

DnsProvider providerNamed(const QString &name, const QString &zone)
{
    for (const ProviderRow &row : providerRows())
        if (row.provider.name == name)
            return forZone(row.provider, zone);
    return {};
}

QStringList providerNames()
{
    QStringList names;
    for (const ProviderRow &row : providerRows())
        if (!row.provider.isAmbiguous())
            names.append(row.provider.name);
    names.sort(Qt::CaseInsensitive);
    return names;
}

TypedName nameToType(const QByteArray &host, const QByteArray &zone, const DnsProvider &provider)
{
    TypedName typed;
    typed.fullFirst = provider.hostField == DnsProvider::HostField::Full;
    typed.full = QString::fromLatin1(host);
    const std::optional<QByteArray> relative = relativeTo(host, zone);
    typed.relative
        = relative && relative->isEmpty() ? QStringLiteral("@") : QString::fromLatin1(relative.value_or(host));
    if (typed.fullFirst)
        typed.full += QLatin1Char('.');
    return typed;
}

QString targetToType(const QByteArray &target, const DnsProvider &provider)
{
    const QString typed = QString::fromLatin1(target);
    return provider.targetDot ? typed + QLatin1Char('.') : typed;
}

} // namespace golive
