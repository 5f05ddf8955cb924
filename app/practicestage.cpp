#include "practicestage.h"

#include "deploy/deployment.h"

namespace golive {
namespace {

PracticeEntry practiceEntry(ZoneEntry entry)
{
    switch (entry) {
    case ZoneEntry::Absent: return PracticeEntry::Absent;
    case ZoneEntry::Right: return PracticeEntry::Right;
    case ZoneEntry::Typo: return PracticeEntry::Typo;
    case ZoneEntry::NameDoubled: return PracticeEntry::NameDoubled;
    case ZoneEntry::Proxied: return PracticeEntry::Proxied;
    }
    Q_UNREACHABLE();
}

ZoneEntry zoneEntry(PracticeEntry entry)
{
    switch (entry) {
    case PracticeEntry::Absent: return ZoneEntry::Absent;
    case PracticeEntry::Right: return ZoneEntry::Right;
    case PracticeEntry::Typo: return ZoneEntry::Typo;
    case PracticeEntry::NameDoubled: return ZoneEntry::NameDoubled;
    case PracticeEntry::Proxied: return ZoneEntry::Proxied;
    }
    Q_UNREACHABLE();
}

/// Shows the panel the zones of the practice world, as far as they concern the present deployment.
class ZoneControls final : public PracticeControls
{
public:
    ZoneControls(PracticeZones &zones, Deployment &deployment)
        : m_zones(zones)
        , m_deployment(deployment)
    {
        connect(&m_zones, &PracticeZones::recordsChanged, this, &PracticeControls::recordsChanged);
        connect(&m_deployment, &Deployment::factsChanged, this, &PracticeControls::recordsChanged);
    }

    [[nodiscard]] QList<PracticeRecord> records() const override
    {
        const auto &domain = m_deployment.facts().domain;
        QList<PracticeRecord> shown;
        for (const ZoneRecord &record : m_zones.records())
            if (domain && record.domain == domain->name)
                shown.append({record.host, record.target, practiceEntry(record.entry)});
        return shown;
    }

    void enter(const QString &host, PracticeEntry entry) override { (void)m_zones.enter(host, zoneEntry(entry)); }

private:
    PracticeZones &m_zones;
    Deployment &m_deployment;
};

} // namespace

PracticeStage::PracticeStage(Clock &clock)
    : m_world(clock)
    , m_clerk(m_world)
    , m_dns(m_world.zones(), clock)
{
}

bool PracticeStage::open()
{
    return m_clerk.listen() && m_dns.listen();
}

std::unique_ptr<PracticeControls> PracticeStage::controlsFor(Deployment &deployment)
{
    return std::make_unique<ZoneControls>(m_world.zones(), deployment);
}

} // namespace golive
