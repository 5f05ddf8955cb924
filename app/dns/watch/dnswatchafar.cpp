#include "dns/judge/networkrules.h"
#include "dns/watch/dnswatch_p.h"
#include "dns/watch/scouts.h"

// What is asked where the network keeps the zone's own servers away, and public resolvers answer.
namespace golive {

bool DnsWatch::Private::isKeptAway() const
{
    return keepsServersAway(m_domainCollector.network());
}

/// One resolver about each record, until it has it; askResolvers() goes on from there. Asked again no
/// sooner than it forgets, except when the person says that there is something new: then the next is
/// asked, who does not remember anything.
void DnsWatch::Private::askFromAfar()
{
    m_lookAroundWanted = false; // near misses are looked for at the zone's servers only
    const bool wanted = std::exchange(m_fullPass, false);
    m_scoutTurn += wanted && m_hasScouted ? 1 : 0;
    m_hasScouted = true;
    const QList<RecordEvidence> records = m_collector.records();
    for (const RecordEvidence &record : records) {
        if (!isPending(record))
            continue;
        const std::optional<DnsServer> scout = scoutFor(record, m_resolvers, m_scoutTurn);
        if (scout && (delay() || wanted))
            askResolver(record, *scout, false);
        m_sleepUntil.removeIf([&](const std::pair<const Cell &, std::chrono::milliseconds &> &each) {
            return each.first.first == record.host && !(scout && delay() && each.first.second == describe(*scout));
        });
    }
}

} // namespace golive
