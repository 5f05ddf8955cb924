#include "dns/data/dnsdata.h"

#include "dns/wire/dnsname.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

// A static library's resources are dropped by the linker unless somebody asks for them, and the
// macro that does so must stand outside every namespace.
static void holdOnToResources()
{
    Q_INIT_RESOURCE(dns);
}

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

ProviderRow rowFrom(const QJsonObject &object)
{
    ProviderRow row;
    row.provider.name = object.value(QLatin1String("name")).toString();
    row.provider.console = object.value(QLatin1String("console")).toString();
    row.provider.hostField = hostFieldFrom(object.value(QLatin1String("host")).toString());
    row.provider.targetDot = object.value(QLatin1String("targetDot")).toBool();
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

/// How well a row describes a name server: the labels of its longest fitting suffix; a pattern
/// beats them all; zero for not at all.
qsizetype fit(const ProviderRow &row, const QString &nameServer)
{
    const QByteArray name = dnsName(nameServer);
    const QString text = QString::fromLatin1(name);
    if (std::any_of(row.patterns.begin(), row.patterns.end(),
                    [&](const QRegularExpression &pattern) { return pattern.match(text).hasMatch(); }))
        return 128; // more than a name has labels
    qsizetype best = 0;
    for (const QByteArray &suffix : row.suffixes)
        if (isAtOrBelow(name, suffix))
            best = std::max(best, labelsOf(suffix).size());
    return best;
}

const ProviderRow *rowOf(const QString &nameServer)
{
    const ProviderRow *found = nullptr;
    qsizetype best = 0;
    for (const ProviderRow &row : providerRows())
        if (const qsizetype labels = fit(row, nameServer); labels > best) {
            best = labels;
            found = &row;
        }
    return found;
}

} // namespace

QJsonObject dnsData(const QString &fileName)
{
    holdOnToResources();
    QFile file(QStringLiteral(":/dns/") + fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

QList<DnsServer> publicResolvers()
{
    QList<DnsServer> resolvers;
    for (const auto &each : dnsData(QStringLiteral("resolvers.json"))[QLatin1String("resolvers")].toArray()) {
        const QHostAddress address(each[QLatin1String("address")].toString());
        if (!address.isNull())
            resolvers.append({address, 53, each[QLatin1String("name")].toString()});
    }
    return resolvers;
}

bool isCloudflareAddress(const QHostAddress &address)
{
    static const QList<QPair<QHostAddress, int>> ranges = [] {
        QList<QPair<QHostAddress, int>> read;
        for (const auto &range : dnsData(QStringLiteral("cloudflare.json"))[QLatin1String("ranges")].toArray())
            read.append(QHostAddress::parseSubnet(range.toString()));
        return read;
    }();
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const QPair<QHostAddress, int> &range) { return address.isInSubnet(range); });
}

DnsProvider providerOf(const QStringList &nameServers, const QString &zone)
{
    QHash<const ProviderRow *, qsizetype> votes;
    for (const QString &nameServer : nameServers)
        if (const ProviderRow *row = rowOf(nameServer))
            ++votes[row];
    for (auto vote = votes.cbegin(); vote != votes.cend(); ++vote) {
        if (vote.value() * 2 <= nameServers.size())
            continue;
        DnsProvider provider = vote.key()->provider;
        provider.console.replace(QLatin1String("{zone}"), QString::fromLatin1(QUrl::toPercentEncoding(zone)));
        return provider;
    }
    return {};
}

} // namespace golive
