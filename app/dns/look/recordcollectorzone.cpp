#include "dns/look/recordcollector.h"
#include "dns/look/serveraddresses.h"
#include "dns/look/zonefinder.h"
#include "foundation/clock.h"

#include <algorithm>

// The zone the records belong to, its servers, and whether anybody is heard.
namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto justNow = 10s; // resolvers that answered then are taken to answer now

} // namespace

void RecordCollector::lookForZone()
{
    if (std::exchange(m_findingZone, true))
        return;
    ++m_open;
    m_searchBegan = m_clock.elapsed();
    onAnswer(findZone(m_client, m_settings, m_domain), m_listening.get(), [this](const Result<Zone> &zone) {
        --m_open;
        m_findingZone = false;
        if (zone)
            keepZone(*zone);
        Q_EMIT learned();
    });
}

void RecordCollector::keepZone(const Zone &found)
{
    const bool noResolver = found.state == Zone::State::NetworkBlocked;
    m_nobodyHeard = noResolver && m_zone.state == Zone::State::Found && m_serverHeard < m_searchBegan;
    if (!noResolver)
        m_searchHeard = m_clock.elapsed();
    if (found.state == Zone::State::Found || m_zone.state != Zone::State::Found)
        m_zone = found;
    if (m_zone.state == Zone::State::Found)
        goByDelegation();
    forgetOtherServers();
}

/// Resolvers go by the former servers for as long as they remember them.
void RecordCollector::goByDelegation()
{
    if (m_delegated.servers.isEmpty() || m_delegated.apex != m_zone.apex) {
        m_delegated = {}; // to be looked for once more
    } else if (m_delegated.nameServers != m_zone.nameServers) {
        m_zone.nameServers = m_delegated.nameServers;
        m_zone.servers = m_delegated.servers;
    }
}

void RecordCollector::goBy(const QByteArrayList &delegated)
{
    const bool known = delegated == m_zone.nameServers || delegated == m_delegated.nameServers;
    if (m_findingZone || m_zone.state != Zone::State::Found || delegated.isEmpty() || known)
        return;
    m_findingZone = true;
    ++m_open;
    m_delegated = {m_zone.state, m_zone.apex, delegated, {}};
    onAnswer(findAddresses(m_client, m_settings, delegated), m_listening.get(),
             [this](const Result<QList<ZoneServer>> &servers) {
                 --m_open;
                 m_findingZone = false;
                 if (servers && !servers->isEmpty()) {
                     m_delegated.servers = atDifferentAddresses(*servers);
                     m_zone = m_delegated;
                     m_silentServers.clear();
                     m_silentSince.reset();
                     forgetOtherServers();
                     forgetSurroundings();
                 }
                 Q_EMIT learned();
             });
}

void RecordCollector::forgetOtherServers()
{
    for (RecordEvidence &record : m_records) {
        record.sightings.removeIf(
            [this](const Sighting &each) { return each.role == Sighting::Role::Authoritative && !isServer(each.key); });
        record.rightSince.removeIf(
            [this](const std::pair<const QString &, QDateTime &> &each) { return !isServer(each.first); });
    }
}

/// What explained why the former servers do not have a record.
void RecordCollector::forgetSurroundings()
{
    m_bare.clear();
    for (RecordEvidence &record : m_records) {
        record.missesFound.clear();
        record.wildcard = {};
        forgetBeside(record);
    }
}

bool RecordCollector::isServer(const QString &key) const
{
    return std::any_of(m_zone.servers.begin(), m_zone.servers.end(),
                       [&](const ZoneServer &server) { return QString::fromLatin1(server.name) == key; });
}

/// Whether any of the zone's servers can be heard from here.
void RecordCollector::noteServer(const Sighting &sighting)
{
    if (sighting.outcome == DnsAnswer::Outcome::Answered) {
        m_serverHeard = m_clock.elapsed();
        m_silentServers.clear();
        m_silentSince.reset();
        m_nobodyHeard = false;
        return;
    }
    m_silentServers.insert(sighting.key);
    const bool allSilent = std::all_of(m_zone.servers.begin(), m_zone.servers.end(), [this](const ZoneServer &each) {
        return m_silentServers.contains(QString::fromLatin1(each.name));
    });
    if (allSilent && !m_silentSince)
        m_silentSince = m_clock.elapsed();
}

ResolverSilence RecordCollector::silence() const
{
    if (m_nobodyHeard)
        return ResolverSilence::Certain;
    const bool sinceSearch = m_silentSince && *m_silentSince > m_searchHeard + justNow;
    return sinceSearch ? ResolverSilence::Possible : ResolverSilence::None;
}

} // namespace golive
