#pragma once

#include "dns/ask/dnssettings.h"
#include "practice/practicedns.h"
#include "practice/practiceserver.h"
#include "practice/practiceworld.h"
#include "wizard/practicecontrols.h"

#include <memory>

namespace golive {

class Clock;
class Deployment;

/// Practice mode's Clerk and DNS, inside this process.
class PracticeStage
{
public:
    explicit PracticeStage(Clock &clock);

    /// False when no port can be had.
    [[nodiscard]] bool open();

    [[nodiscard]] QUrl clerkUrl() const { return m_clerk.baseUrl(); }
    /// Knows what it was asked so far.
    [[nodiscard]] const PracticeServer &clerk() const { return m_clerk; }
    [[nodiscard]] DnsSettings dnsSettings() const { return m_dns.settings(); }

    /// The pretend DNS provider, for the domain that `deployment` is about. Both must outlive it.
    [[nodiscard]] std::unique_ptr<PracticeControls> controlsFor(Deployment &deployment);

private:
    PracticeWorld m_world;
    PracticeServer m_clerk;
    PracticeDns m_dns;
};

} // namespace golive
