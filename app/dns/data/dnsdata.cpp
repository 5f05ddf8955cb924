#include "dns/data/dnsdata.h"

#include "dns/data/publicresolver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// A static library's resources are dropped by the linker unless somebody asks for them, and the
// macro that does so must stand outside every namespace.
static void holdOnToResources()
{
    Q_INIT_RESOURCE(dns);
}

namespace golive {

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
    for (const PublicResolver &each : knownResolvers())
        if (each.byDefault)
            resolvers.append({each.address, 53, each.name, QUrl(each.doh), each.multiCache, each.encryptedOnly});
    return resolvers;
}

QList<DnsServer> rootServers()
{
    QList<DnsServer> servers;
    for (const auto &each : dnsData(QStringLiteral("resolvers.json"))[QLatin1String("rootServers")].toArray()) {
        const QHostAddress address(each[QLatin1String("address")].toString());
        if (!address.isNull())
            servers.append({address, 53, each[QLatin1String("name")].toString()});
    }
    return servers;
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

} // namespace golive
