#pragma once

#include "dns/ask/dnsanswer.h"

#include <QSet>

namespace golive {

/// How many servers were asked in one way, by what they said last, and how many of them answered.
struct DnsTally
{
    int asked = 0;
    int answered = 0;

    bool operator==(const DnsTally &) const = default;
};

/// Which servers this computer's network lets it ask, and how, as far as questions have shown.
///
/// DNS counts as blocked once three public resolvers have been silent, none that is not the
/// network's own has answered since, and one of them does answer over HTTPS. Once a minute a
/// question finds out whether that still holds. Where somebody in between answers in place of the
/// servers, HTTPS is the better way to a resolver too. Moments are those of Clock::elapsed().
class DnsReach
{
public:
    static constexpr qsizetype silentEnough = 3;

    /// What became of a question over UDP or TCP.
    void directEnded(const DnsServer &server, DnsManner manner, DnsAnswer::Outcome outcome);
    /// What became of a question over HTTPS.
    void encryptedEnded(const DnsServer &server, DnsAnswer::Outcome outcome, std::chrono::milliseconds now);

    /// A root server's answer, asked directly, was its own, or that of somebody in between.
    void rootAnswered(bool itself) { m_intercepted = !itself; }

    /// Whether a question to a resolver should go over HTTPS to begin with.
    [[nodiscard]] bool beginsEncrypted(const DnsServer &server, std::chrono::milliseconds now);
    /// Whether a question that has just got no answer should go over HTTPS as well.
    [[nodiscard]] bool continuesEncrypted(const DnsServer &server, std::chrono::milliseconds now) const;

    [[nodiscard]] DnsTally resolvers() const; ///< public ones, directly
    [[nodiscard]] DnsTally authorities() const; ///< zones' own servers, directly
    [[nodiscard]] DnsTally encrypted() const; ///< public resolvers, over HTTPS
    /// A resolver's certificate was not valid yet, or no longer, and none was accepted since.
    [[nodiscard]] bool certificateTimesFail() const { return m_certificateTimesFail; }

private:
    QSet<DnsEndpoint> m_silent; ///< public resolvers, since anybody answered
    QSet<DnsEndpoint> m_heard; ///< public resolvers, since DNS was found blocked
    QSet<DnsEndpoint> m_silentAuthorities;
    QSet<DnsEndpoint> m_heardAuthorities;
    QSet<DnsEndpoint> m_encryptedHeard;
    QSet<DnsEndpoint> m_encryptedSilent;
    bool m_blocked = false;
    bool m_intercepted = false;
    bool m_certificateTimesFail = false;
    std::chrono::milliseconds m_nextDirect {0}; ///< when blocked: the next question to go directly
    std::chrono::milliseconds m_encryptedAgain {0}; ///< after one that failed
};

} // namespace golive
