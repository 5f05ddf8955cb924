#pragma once

#include "foundation/result.h"

#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

namespace golive {

/// A server that answers DNS questions.
struct DnsServer
{
    QHostAddress address;
    quint16 port = 53;
    QString name; ///< for people: "Cloudflare"; the address where nothing better is known

    bool operator==(const DnsServer &) const = default;
};

/// `Cloudflare (1.1.1.1)`; the port only where it is not 53. For people.
[[nodiscard]] QString describe(const DnsServer &server);

/// Whom to ask. The defaults are the public resolvers of resources/resolvers.json.
struct DnsSettings
{
    QList<DnsServer> resolvers; ///< recursive ones, whose view tells how far a record has spread
    quint16 authoritativePort = 53; ///< anything else only in practice mode and on test networks

    bool operator==(const DnsSettings &) const = default;
};

[[nodiscard]] DnsSettings defaultDnsSettings();

/// Resolvers as the preferences hold them: `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`,
/// `[2001:db8::1]` or `[2001:db8::1]:5353`. Empty entries are passed over, and with none left the
/// defaults are meant. When an entry has none of these forms the Error is Rejected and its `names`
/// are all such entries.
[[nodiscard]] Result<DnsSettings> parseResolvers(const QStringList &entries);

} // namespace golive
