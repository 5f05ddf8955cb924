#pragma once

#include "dns/ask/dnsanswer.h"

#include <QHash>

namespace golive {

/// How often a zone's own servers may be asked. Servers limit the rate of equal answers: ten
/// questions a second are never exceeded, and one that answered before and then refuses or goes
/// silent, time after time, is asked four times less often until it answers again.
///
/// Moments are those of Clock::elapsed().
class DnsPace
{
public:
    static constexpr qsizetype mostPerSecond = 10;
    static constexpr int slowFactor = 4;

    /// How long a question to `server` has to wait; zero when it may go now, and then it is counted.
    [[nodiscard]] std::chrono::milliseconds waitBefore(const DnsServer &server, std::chrono::milliseconds now);

    /// What became of a question to a zone's own server.
    void ended(const DnsAnswer &answer, std::chrono::milliseconds now);

    /// Servers that have been asked less often for longer than half a minute, and refuse now and
    /// then. One that says nothing at all is not among them: it is dead.
    [[nodiscard]] QList<DnsServer> slowed(std::chrono::milliseconds now) const;

private:
    struct Pace
    {
        DnsServer server;
        QList<std::chrono::milliseconds> asked; ///< of late
        std::optional<std::chrono::milliseconds> slowSince;
        std::chrono::milliseconds lastTrouble {0};
        int troubles = 0; ///< in a row
        bool answeredBefore = false;
        bool refused = false; ///< since it has been asked less often
    };

    [[nodiscard]] static std::chrono::milliseconds spanOf(const Pace &pace);
    void forgetTheIdle(std::chrono::milliseconds now);

    QHash<DnsEndpoint, Pace> m_paces;
};

} // namespace golive
