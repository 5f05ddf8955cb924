#pragma once

#include "foundation/result.h"

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace golive {

/// A server that answers DNS questions.
struct DnsServer
{
    QHostAddress address;
    quint16 port = 53;
    QString name; ///< for people: "Cloudflare"; the address where nothing better is known
    QUrl doh; ///< where it answers over HTTPS (RFC 8484), at the same address; empty when it does not
    bool manyCaches = false; ///< behind its address: an old answer may follow a new one
    bool encryptedOnly = false; ///< answers over HTTPS alone

    bool operator==(const DnsServer &) const = default;
};

/// Tells servers apart, whatever they are called.
using DnsEndpoint = QPair<QHostAddress, quint16>;
[[nodiscard]] inline DnsEndpoint endpointOf(const DnsServer &server)
{
    return {server.address, server.port};
}

/// `Cloudflare (1.1.1.1)`; the port only where it is not 53. For people.
[[nodiscard]] QString describe(const DnsServer &server);

/// Whom to ask. The defaults are the public resolvers of resources/resolvers.json.
struct DnsSettings
{
    QList<DnsServer> resolvers; ///< recursive ones, whose view tells how far a record has spread
    quint16 authoritativePort = 53; ///< anything else only in practice mode and on test networks
    QList<DnsServer> rootServers; ///< asked about the root, to notice somebody in between; none: not asked
    QList<DnsServer> systemServers; ///< in place of those that the system names
    bool checksClock = false; ///< one question over HTTPS even where DNS works, to see whether certificates are valid
    bool asksSystem = false; ///< the computer's own resolver and host lookup may be asked
    bool asksProviders = false; ///< a provider may be asked over HTTPS about its own pages (Domain Connect)
    QUrl providerStandIn; ///< asked in place of every provider: for tests
    QUrl registrationService; ///< RDAP: a name is appended to it; empty: registries are not asked

    bool operator==(const DnsSettings &) const = default;
};

/// The real internet and this computer's own resolver.
[[nodiscard]] DnsSettings defaultDnsSettings();
/// The resolvers and port of `settings`, and nothing beyond them: for test networks.
[[nodiscard]] DnsSettings withinTestNetwork(const DnsSettings &settings);

/// Resolvers as the preferences hold them: `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`,
/// `[2001:db8::1]` or `[2001:db8::1]:5353`. Empty entries are passed over, and with none left the
/// defaults are meant; everything else is as in the defaults. When an entry has none of these forms the Error is
/// Rejected and its `names` are all such entries.
[[nodiscard]] Result<DnsSettings> parseResolvers(const QStringList &entries);

} // namespace golive
