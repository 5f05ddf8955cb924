#pragma once

#include "foundation/clock.h"
#include "practice/practicefault.h"
#include "practice/practiceobjects.h"

namespace golive {

class PracticeZones;

/// How a practice domain comes along: Clerk looks up its records, then makes certificates and
/// sets up mail, each in its time. Nothing is scheduled: what should have happened by now is
/// worked out whenever somebody looks.
class PracticeStatus
{
public:
    PracticeStatus(const PracticeZones &zones, Clock &clock, Pace pace);

    void setPace(Pace pace) { m_pace = pace; }

    /// The answer to a status read.
    [[nodiscard]] QJsonObject read(PracticeDomain &domain) const;
    /// Starts a check; a conflict while one is under way or has just been asked for.
    [[nodiscard]] Practised<> startCheck(PracticeDomain &domain) const;

private:
    void bringUpToDate(PracticeDomain &domain) const;
    void finishCheck(PracticeDomain &domain, std::chrono::milliseconds at) const;
    [[nodiscard]] PracticeFinding lookUp(const DnsRecord &record) const;
    [[nodiscard]] QJsonObject describe(const PracticeDomain &domain) const;
    /// Whether that much time has passed since the records became right.
    [[nodiscard]] bool isPast(const PracticeDomain &domain, std::chrono::milliseconds delay) const;
    [[nodiscard]] QString progress(const PracticeDomain &domain, std::chrono::milliseconds delay) const;

    const PracticeZones &m_zones;
    Clock &m_clock;
    Pace m_pace;
};

} // namespace golive
