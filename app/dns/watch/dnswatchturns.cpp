#include "dns/watch/dnswatch_p.h"
#include "dns/wire/dnsname.h"

#include <QRandomGenerator>

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds zoneAgainEvery = 5min; // name servers are moved while a person tries things out
constexpr milliseconds lastCheckAfter = 60s;
constexpr milliseconds inspectAgainAfter = 60s;
constexpr milliseconds lookElsewhereEvery = 5min;

milliseconds jitter()
{
    return milliseconds(200 + QRandomGenerator::global()->bounded(800));
}

} // namespace

void DnsWatch::Private::lookForZone()
{
    if (m_collector.isFindingZone())
        return;
    const Zone::State state = m_collector.zone().state;
    const std::optional<milliseconds> patience = delay();
    const milliseconds again = zoneDelay(patience.value_or(60s), state == Zone::State::NotRegistered);
    if (isCutOff()) // to find out who is to blame
        m_nextZone = std::min(m_nextZone, m_zoneAsked + again);
    if (!isDue(m_nextZone) || (!patience && !m_fullPass))
        return;
    const bool isFound = state == Zone::State::Found && !isCutOff();
    if (isFound && !m_fullPass && !anyPending())
        return;
    m_zoneAsked = m_clock.elapsed();
    m_nextZone = m_zoneAsked + (isFound ? zoneAgainEvery : again);
    m_collector.lookForZone();
    asked();
}

/// When it was asked for, when the zone is another than before, and again and again while something
/// hides the records: that may have been put right.
bool DnsWatch::Private::isInspectionDue() const
{
    if (!mayInspect())
        return false;
    const Zone &zone = m_collector.zone();
    const bool isOther = zone.state != m_inspected.state || zone.apex != m_inspected.apex
        || zone.nameServers != m_inspected.nameServers;
    return m_inspectionWanted || isOther || (isDue(m_nextInspection) && delay() && isHindered());
}

/// When the search for the zone has ended, however it has. While nobody is heard there is nothing to be
/// learned of a zone that was found; what seemed to be so then is looked at again.
void DnsWatch::Private::inspectDomain()
{
    const bool isAlone = m_collector.silence() == ResolverSilence::Certain;
    m_inspectionWanted = m_inspectionWanted || (m_wasAlone && !isAlone);
    m_wasAlone = isAlone;
    if (!isInspectionDue())
        return;
    m_inspectionWanted = false;
    m_inspected = m_collector.zone();
    m_nextInspection = m_clock.elapsed() + inspectAgainAfter;
    m_certificateHosts = hostsWithCertificates();
    m_nextCertificates = m_clock.elapsed() + inspectAgainAfter;
    m_domainCollector.inspect(m_domain, m_collector.zone(), m_certificateHosts);
    m_judgement.reset(); // what was known of another zone is forgotten
}

/// Between two inspections: when there is more to be asked about them, and from time to time while
/// Clerk waits for them, who has just looked again.
void DnsWatch::Private::inspectCertificates()
{
    if (m_inspectionWanted || m_collector.isFindingZone() || m_collector.zone().state != Zone::State::Found)
        return;
    const CertificateHosts hosts = hostsWithCertificates();
    if (hosts == m_certificateHosts && !(m_clerkWorkingSince.isValid() && isDue(m_nextCertificates)))
        return;
    m_certificateHosts = hosts;
    m_nextCertificates = m_clock.elapsed() + inspectAgainAfter;
    m_domainCollector.lookAtCertificates(hosts);
}

/// The names Clerk gets a certificate for, in its own words once it has said so; until then those
/// that people's browsers go to.
QByteArrayList DnsWatch::Private::namesWithCertificates() const
{
    QByteArrayList hosts;
    if (m_clerk)
        for (auto host = m_clerk->sslHosts.keyBegin(); host != m_clerk->sslHosts.keyEnd(); ++host)
            hosts.append(dnsName(*host));
    return hosts.isEmpty() ? golive::namesWithCertificates(m_collector.records()) : hosts;
}

CertificateHosts DnsWatch::Private::hostsWithCertificates() const
{
    CertificateHosts hosts;
    hosts.names = namesWithCertificates();
    const QList<RecordEvidence> &records = m_collector.records();
    for (const RecordEvidence &record : records)
        if (verdictOf(record).isPublished())
            hosts.published.append(record.host);
    hosts.allPublished = !records.isEmpty() && hosts.published.size() == records.size();
    hosts.published.removeIf([&](const QByteArray &host) { return !hosts.names.contains(host); });
    return hosts;
}

void DnsWatch::Private::askZone()
{
    if (isKeptAway())
        askFromAfar();
    else
        askItsServers();
    dropIdleCells();
    askResolvers();
    checkOnceMore();
}

void DnsWatch::Private::askItsServers()
{
    const QList<RecordEvidence> records = m_collector.records();
    for (const RecordEvidence &record : records) {
        const bool unknown = std::none_of(record.sightings.begin(), record.sightings.end(), [](const Sighting &each) {
            return each.role == Sighting::Role::Authoritative;
        });
        if (m_fullPass || unknown)
            for (const ZoneServer &server : m_collector.zone().servers) {
                if (!m_collector.isAsking(record.host, QString::fromLatin1(server.name)))
                    asked();
                m_collector.askServer(record.host, server);
            }
        else
            catchUp(record);
    }
    if (m_fullPass)
        m_nextPoll = m_clock.elapsed() + delay().value_or(0s);
    m_fullPass = false;
    poll();
    lookAround();
}

/// Of records that resolvers are not asked about any more: nobody would wake up for them.
void DnsWatch::Private::dropIdleCells()
{
    QByteArrayList watched;
    for (const RecordEvidence &record : m_collector.records())
        if (isSpreading(record) || (isKeptAway() && isPending(record)))
            watched.append(record.host);
    m_sleepUntil.removeIf(
        [&](const std::pair<const Cell &, milliseconds &> &each) { return !watched.contains(each.first.first); });
}

/// The record has turned right somewhere: what the others said before that is out of date.
void DnsWatch::Private::catchUp(const RecordEvidence &record)
{
    if (record.rightSince.isEmpty())
        return;
    const QDateTime since = *std::min_element(record.rightSince.cbegin(), record.rightSince.cend());
    for (const ZoneServer &server : m_collector.zone().servers) {
        const auto known = std::find_if(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
            return each.role == Sighting::Role::Authoritative && each.key == QString::fromLatin1(server.name);
        });
        if (known != record.sightings.end() && (known->isRight(record.target) || known->askedAt >= since))
            continue;
        m_collector.askServer(record.host, server);
        asked();
    }
}

void DnsWatch::Private::poll()
{
    const std::optional<milliseconds> after = delay();
    const QList<ZoneServer> &servers = m_collector.zone().servers;
    if (!isDue(m_nextPoll) || !after || servers.isEmpty() || !anyPending())
        return;
    m_nextPoll = m_clock.elapsed() + *after;
    const ZoneServer server = servers[m_turn++ % servers.size()];
    const QList<RecordEvidence> records = m_collector.records();
    for (const RecordEvidence &record : records)
        if (isPending(record))
            m_collector.askServer(record.host, server);
    if (isDue(m_nextLookAround))
        m_lookAroundWanted = true;
    asked();
}

/// After the servers have been asked, so that only records that are not there are searched for.
void DnsWatch::Private::lookAround()
{
    if (!m_lookAroundWanted || m_collector.isBusy())
        return;
    m_lookAroundWanted = false;
    m_nextLookAround = m_clock.elapsed() + lookAroundEvery;
    if (!anyPending())
        return;
    if (isDue(m_nextInspection))
        m_inspectionWanted = true;
    inspectDomain(); // before anything else is asked of the same collector, which it would end
    m_collector.lookForWildcard();
    m_collector.lookAtBareDomain();
    const QList<RecordEvidence> records = m_collector.records();
    for (const RecordEvidence &record : records)
        if (isPending(record) && verdictOf(record).authoritativeRight == 0)
            m_collector.lookAround(record.host);
    lookElsewhere();
    asked();
}

/// One record is enough: who has added them at the wrong company has added them all there.
void DnsWatch::Private::lookElsewhere()
{
    if (!isEmpty() || !isDue(m_nextElsewhere))
        return;
    m_nextElsewhere = m_clock.elapsed() + lookElsewhereEvery;
    const RecordEvidence &record = m_collector.records().constFirst();
    m_domainCollector.lookElsewhere(record.host, record.target);
}

bool DnsWatch::Private::isEmpty() const
{
    return isNothingThere(m_collector.records());
}

/// Only about what is published: a resolver asked earlier would remember that there is nothing.
void DnsWatch::Private::askResolvers()
{
    const bool green = isGreen() && !m_collector.isBusy(); // silent resolvers are let be then
    if (green)
        m_sleepUntil.removeIf(
            [this](const std::pair<const Cell &, milliseconds &> &each) { return !deservesAnotherTry(each.first); });
    const QList<RecordEvidence> records = m_collector.records();
    for (const RecordEvidence &record : records)
        if (isSpreading(record)) {
            for (const DnsServer &resolver : m_resolvers)
                askResolver(record, resolver, green);
            lookWhereTargetLeads(record);
            askLocally(record, green);
        }
}

/// Last, and for information: it matters to nobody but this computer.
void DnsWatch::Private::askLocally(const RecordEvidence &record, bool green)
{
    const Cell cell {record.host, Sighting::systemKey};
    const RecordVerdict verdict = verdictOf(record);
    const bool allHeard = std::none_of(m_resolvers.begin(), m_resolvers.end(), [&](const DnsServer &each) {
        return m_collector.isAsking(record.host, describe(each));
    });
    const bool seenByAll = verdict.resolversAsked > 0 && verdict.resolversRight == verdict.resolversAsked;
    if (!allHeard || !seenByAll || m_collector.isAsking(cell.first, cell.second))
        return;
    const auto known = std::find_if(record.sightings.begin(), record.sightings.end(),
                                    [](const Sighting &each) { return each.role == Sighting::Role::System; });
    const bool isFirst = known == record.sightings.end();
    if (isFirst || (m_sleepUntil.contains(cell) && isDue(m_sleepUntil.value(cell)))) {
        m_sleepUntil.remove(cell);
        m_collector.askLocally(record.host);
    } else if (!green && !known->isRight(record.target) && !m_sleepUntil.contains(cell)) {
        m_sleepUntil.insert(cell, m_clock.elapsed() + resolverDelay(known->ttl, jitter()));
    }
}

/// Once, and again while it leads nowhere.
void DnsWatch::Private::lookWhereTargetLeads(const RecordEvidence &record)
{
    const bool isDue = leadsNowhere(record) && m_clock.elapsed() >= m_followed.value(record.host) + followAgainAfter;
    if (m_followed.contains(record.host) && !isDue)
        return;
    m_followed.insert(record.host, m_clock.elapsed());
    m_collector.lookWhereTargetLeads(record.host);
    asked();
}

bool DnsWatch::Private::deservesAnotherTry(const Cell &cell) const
{
    const QList<RecordEvidence> &records = m_collector.records();
    return std::any_of(records.begin(), records.end(), [&](const RecordEvidence &each) {
        return each.host == cell.first && golive::deservesAnotherTry(each, cell.second);
    });
}

void DnsWatch::Private::askResolver(const RecordEvidence &record, const DnsServer &resolver, bool green)
{
    const Cell cell {record.host, describe(resolver)};
    const Sighting *known = resolverSighting(record, resolver);
    if (m_collector.isAsking(cell.first, cell.second) || (known && countsAsRight(*known, record.target)))
        return;
    const bool onceMore = known && known->isRight(record.target);
    if (!known || onceMore || (m_sleepUntil.contains(cell) && isDue(m_sleepUntil.value(cell)))) {
        m_sleepUntil.remove(cell);
        if (isKeptAway())
            m_collector.askFromAfar(cell.first, resolver);
        else
            m_collector.askResolver(cell.first, resolver);
        asked();
    } else if ((!green || deservesAnotherTry(cell)) && !m_sleepUntil.contains(cell)) {
        m_sleepUntil.insert(cell, m_clock.elapsed() + resolverDelay(known->ttl, jitter()));
    }
}

/// Everything is green: one more look after a minute, then rest.
void DnsWatch::Private::checkOnceMore()
{
    if (!isGreen()) {
        m_lastCheck.reset();
        m_checkedOnceMore = false;
        return;
    }
    if (m_checkedOnceMore || m_collector.isBusy())
        return;
    if (!m_lastCheck)
        m_lastCheck = m_clock.elapsed() + lastCheckAfter;
    if (!isDue(*m_lastCheck))
        return;
    m_lastCheck.reset();
    m_checkedOnceMore = true;
    if (isKeptAway())
        return;
    for (const RecordEvidence &record : m_collector.records())
        for (const ZoneServer &server : m_collector.zone().servers)
            m_collector.askServer(record.host, server);
    asked();
}

bool DnsWatch::Private::isGreen() const
{
    const QList<RecordEvidence> &records = m_collector.records();
    return std::all_of(records.begin(), records.end(), [this](const RecordEvidence &each) {
        const RecordVerdict verdict = verdictOf(each);
        return each.clerk == ClerkView::Verified
            || (verdict.isPublished() && verdict.resolversAsked > 0
                && verdict.resolversRight == verdict.resolversAsked);
    });
}

const Sighting *DnsWatch::Private::resolverSighting(const RecordEvidence &record, const DnsServer &resolver)
{
    const auto known = std::find_if(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
        return each.role == Sighting::Role::Resolver && each.key == describe(resolver);
    });
    return known == record.sightings.end() ? nullptr : &*known;
}

} // namespace golive
