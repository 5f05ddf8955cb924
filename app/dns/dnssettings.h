#pragma once

#include <QHostAddress>
#include <QList>
#include <QString>

namespace golive {

/// A server that answers DNS questions.
struct DnsServer
{
    QHostAddress address;
    quint16 port = 53;
    QString name; ///< for people: "Cloudflare"; the address where nothing better is known

    bool operator==(const DnsServer &) const = default;
};

/// Whom to ask. The defaults are the public resolvers of resources/resolvers.json.
struct DnsSettings
{
    QList<DnsServer> resolvers; ///< recursive ones, whose view tells how far a record has spread
    quint16 authoritativePort = 53; ///< anything else only in practice mode and on test networks
};

} // namespace golive
