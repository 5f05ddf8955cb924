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
    };

    Outcome outcome = Outcome::TimedOut;
    DnsServer server;
    DnsQuestion question;
    DnsMessage message;
    std::chrono::milliseconds took {0};
    int tries = 0;
    bool overTcp = false;

    [[nodiscard]] bool answered() const { return outcome == Outcome::Answered; }
    /// Says what exists: NOERROR or NXDOMAIN.
    [[nodiscard]] bool conclusive() const
    {
        return answered() && (message.rcode == DnsRcode::NoError || message.rcode == DnsRcode::NameError);
    }
};

} // namespace golive
