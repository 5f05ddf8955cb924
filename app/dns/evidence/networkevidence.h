#pragma once

#include "dns/wire/dnsmessage.h"

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

        bool operator==(const RootControl &) const = default;
    };

    std::optional<RootControl> root; ///< nothing while it has not answered
    int directAsked = 0; ///< servers asked over UDP or TCP
    int directAnswered = 0;
    int encryptedAsked = 0; ///< resolvers asked over HTTPS
    int encryptedAnswered = 0;
    bool inventsNames = false; ///< a name that cannot exist has an address here
    bool certificateTimesFail
        = false; ///< a resolver's certificate is not valid yet, or no longer, by this computer's clock

    bool operator==(const NetworkEvidence &) const = default;
};

} // namespace golive
