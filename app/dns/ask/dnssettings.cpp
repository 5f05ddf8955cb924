#include "dns/ask/dnssettings.h"

#include "dns/data/dnsdata.h"
#include "dns/data/publicresolver.h"

#include <QRegularExpression>

#include <optional>

namespace golive {
namespace {

std::optional<DnsServer> serverFrom(const QString &entry)
{
    static const QRegularExpression form(QStringLiteral("^(?:\\[(?<v6>[0-9a-fA-F:.]+)\\](?::(?<port6>\\d{1,5}))?|(?<v4>"
                                                        "[0-9.]+)(?::(?<port4>\\d{1,5}))?|(?<bare>[0-9a-fA-F:.]+))$"));
    const QRegularExpressionMatch match = form.match(entry);
    const QString digits = match.captured(QStringLiteral("port6")) + match.captured(QStringLiteral("port4"));
    const QString host = match.captured(QStringLiteral("v6")) + match.captured(QStringLiteral("v4"))
        + match.captured(QStringLiteral("bare"));

    DnsServer server;
    // QHostAddress also takes `127.1` and `1`, which nobody means by it.
    const bool isV4 = host.count(QLatin1Char('.')) == 3 && !host.contains(QLatin1Char(':'));
    if (!isV4 && !host.contains(QLatin1Char(':')))
        return std::nullopt;
    if (!server.address.setAddress(host) || server.address == QHostAddress::AnyIPv4
        || server.address == QHostAddress::AnyIPv6)
        return std::nullopt;
    const uint port = digits.isEmpty() ? 53 : digits.toUInt();
    if (port == 0 || port > 0xffff)
        return std::nullopt;
    server.port = static_cast<quint16>(port);
    const std::optional<PublicResolver> known = knownResolver(server.address);
    server.name = known ? known->name : server.address.toString();
    if (known && server.port == 53) {
        server.doh = QUrl(known->doh);
        server.manyCaches = known->multiCache;
        server.encryptedOnly = known->encryptedOnly;
    }
    return server;
}

} // namespace

QString describe(const DnsServer &server)
{
    QString address = server.address.toString();
    if (server.port != 53) {
        const bool isV6 = server.address.protocol() == QAbstractSocket::IPv6Protocol;
        address = (isV6 ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address).arg(server.port);
    }
    if (server.name.isEmpty() || server.name == server.address.toString())
        return address;
    return QStringLiteral("%1 (%2)").arg(server.name, address);
}

DnsSettings defaultDnsSettings()
{
    DnsSettings settings;
    settings.resolvers = publicResolvers();
    settings.rootServers = rootServers();
    settings.checksClock = true;
    settings.asksSystem = true;
    settings.registrationService = QUrl(QStringLiteral("https://rdap.org/domain/"));
    return settings;
}

DnsSettings withinTestNetwork(const DnsSettings &settings)
{
    DnsSettings within;
    within.resolvers = settings.resolvers;
    within.authoritativePort = settings.authoritativePort;
    return within;
}

Result<DnsSettings> parseResolvers(const QStringList &entries)
{
    DnsSettings settings = defaultDnsSettings();
    settings.resolvers.clear();
    Error error;
    error.kind = Error::Kind::Rejected;
    for (const QString &each : entries) {
        const QString entry = each.trimmed();
        if (entry.isEmpty())
            continue;
        if (const std::optional<DnsServer> server = serverFrom(entry))
            settings.resolvers.append(*server);
        else
            error.names.append(entry);
    }
    if (!error.names.isEmpty())
        return failure(error);
    return settings.resolvers.isEmpty() ? defaultDnsSettings() : settings;
}

} // namespace golive
