#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/wire/dnsmessage.h"

#include <chrono>

namespace golive {

/// How to ask.
struct DnsManner
{
    bool recursion = true; ///< false for a zone's own servers, whose patience is budgeted
    bool checkingDisabled = false; ///< answer even when the DNSSEC check fails

    enum class Way {
        Any, ///< UDP, TCP where that is wanted, and HTTPS where a network keeps these from their servers
        Direct, ///< UDP and TCP only
        Encrypted, ///< HTTPS only
    };
    Way way = Way::Any;

    bool operator==(const DnsManner &) const = default;
};

/// What became of one question. That a server does not answer is a fact about it, not an Error.
struct DnsAnswer
{
    enum class Outcome {
        Answered, ///< `message` holds what it said, a refusal by response code included
        TimedOut, ///< silence, every try
        PortClosed, ///< the machine says that nobody answers DNS there (ICMP, RST)
        Unreachable, ///< no way there from this computer
        Malformed, ///< it said something that is no DNS answer
        NotAskable, ///< the name cannot be put in a question
        NotTrusted, ///< over HTTPS: somebody else than the server answered there, or it cannot prove otherwise
        OutsideCertificateTime, ///< over HTTPS: its certificate is not valid yet, or no longer, by this computer's
                                ///< clock
    };

    Outcome outcome = Outcome::TimedOut;
    DnsServer server;
    DnsQuestion question;
    DnsMessage message;
    std::chrono::milliseconds took {0};
    int tries = 0;
    bool overTcp = false;
    bool overHttps = false;

    [[nodiscard]] bool answered() const { return outcome == Outcome::Answered; }
    /// Says what exists: NOERROR or NXDOMAIN.
    [[nodiscard]] bool conclusive() const
    {
        return answered() && (message.rcode == DnsRcode::NoError || message.rcode == DnsRcode::NameError);
    }
};

} // namespace golive
