#pragma once

#include "dns/ask/dnsreach.h"
#include "dns/wire/dnsmessage.h"

#include <QByteArrayList>

#include <optional>

namespace golive {

/// What was learned about the network this computer is in.
struct NetworkEvidence
{
    /// A root server's answer about the root, asked without recursion: the real one is authoritative
    /// and does not offer recursion.
    struct RootControl
    {
        DnsRcode rcode = DnsRcode::NoError;
        bool authoritative = false;
        bool recursionAvailable = false;

        /// Those that intercept offer recursion where the root does not, or answer without its
        /// authority, a refusal included.
        [[nodiscard]] bool isItself() const { return authoritative && !recursionAvailable; }

        bool operator==(const RootControl &) const = default;
    };

    std::optional<RootControl> root; ///< nothing while it has not answered
    bool inventsNames = false; ///< a public resolver, asked from here, has an address for a name that cannot exist
    bool systemInventsNames = false; ///< and so has the network's own
    QByteArrayList ipv6OnlyServers; ///< of the zone, by name: this computer has no way to their addresses

    // As questions have shown so far; see observedBy().
    DnsTally resolvers; ///< public ones, over UDP or TCP
    DnsTally authorities; ///< zones' own servers
    DnsTally encrypted; ///< public resolvers, over HTTPS
    bool certificateTimesFail
        = false; ///< a resolver's certificate is not valid yet, or no longer, by this computer's clock
    QList<DnsServer> slowServers; ///< that refuse now and then since they were asked often, for more than 30 s

    bool operator==(const NetworkEvidence &) const = default;
};

} // namespace golive
