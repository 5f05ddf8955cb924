#include "dns/watch/domaincheck.h"

#include "dns/judge/domainrules.h"
#include "dns/judge/networkrules.h"
#include "dns/watch/dnsview.h"
#include "dns/watch/scouts.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <algorithm>

namespace golive {

DomainCheck::DomainCheck(DnsClient &client, Clock &clock, const DnsSettings &settings, QObject *parent,
                         Thoroughness thoroughness)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_settings(settings)
    , m_records(m_client, clock, settings)
    , m_surroundings(m_client, clock, settings)
    , m_thoroughness(thoroughness)
{
    m_client.setSparing(thoroughness == Thoroughness::OneOfMany);
    connect(&m_records, &RecordCollector::learned, this, &DomainCheck::goOn);
    connect(&m_surroundings, &DomainCollector::learned, this, &DomainCheck::goOn);
}

QFuture<Result<CheckedDomain>> DomainCheck::run(const QString &domain, const QList<DnsRecord> &records)
{
    m_domain = domain;
    m_wanted = records;
    m_startedAt = m_clock.elapsed();
    m_records.setRecords(dnsName(domain), records);
    m_records.lookForZone();
    return m_promise.future();
}

void DomainCheck::goOn()
{
    if (m_stage == Stage::Zone && !m_records.isFindingZone())
        zoneIsKnown();
    if (m_stage == Stage::Servers && !m_records.isBusy())
        serversHaveSpoken();
    m_records.goBy(m_surroundings.inspection().parentServers);
    if (m_records.isFindingZone() && m_stage != Stage::Over)
        m_stage = Stage::Zone; // to be asked again, of the right servers
    if (m_stage == Stage::Rest && !isBusy() && !isEveryoneContent())
        inspect();
    if (m_stage == Stage::Rest && !isBusy() && !askForMore())
        finish();
}

bool DomainCheck::isBusy() const
{
    return m_records.isBusy() || m_surroundings.isBusy() || m_lookingAtCertificates;
}

void DomainCheck::zoneIsKnown()
{
    m_stage = Stage::Servers;
    for (const RecordEvidence &record : m_records.records())
        for (const ZoneServer &server : m_records.zone().servers)
            m_records.askServer(record.host, server);
    // After the records, whose servers answer only so many questions a second.
    if (m_thoroughness == Thoroughness::Full)
        inspect();
}

void DomainCheck::serversHaveSpoken()
{
    m_stage = Stage::Rest;
    const DomainEvidence known = evidence();
    const QList<RecordEvidence> records = m_records.records();
    for (const RecordEvidence &record : records)
        if (evaluate(record, known).isPublished())
            followPublished(record.host);
    lookForReasons();
    lookAtCertificates();
}

/// In a list, whose targets are nearly all the same, nobody looks where each leads.
void DomainCheck::followPublished(const QByteArray &host)
{
    for (const DnsServer &resolver : m_settings.resolvers)
        m_records.askResolver(host, resolver);
    if (m_thoroughness == Thoroughness::Full)
        m_records.lookWhereTargetLeads(host);
}

/// Why nobody has a record, or any of them.
void DomainCheck::lookForReasons()
{
    bool isMissing = false;
    const DomainEvidence known = evidence();
    const QList<RecordEvidence> records = m_records.records();
    for (const RecordEvidence &record : records) {
        const RecordVerdict verdict = evaluate(record, known);
        if (verdict.authoritativeAsked == 0 || verdict.authoritativeRight > 0)
            continue;
        isMissing = true;
        m_records.lookAround(record.host);
    }
    if (!isMissing)
        return;
    m_records.lookForWildcard();
    m_records.lookAtBareDomain();
    inspect();
    if (isNothingThere(records)) // who has added one at the wrong company has added them all there
        m_surroundings.lookElsewhere(records.constFirst().host, records.constFirst().target);
}

/// What depends on everything that was heard. True while there was still somebody to ask.
bool DomainCheck::askForMore()
{
    return askFromAfar() || askAgain() || askLocally();
}

bool DomainCheck::askFromAfar()
{
    if (!keepsServersAway(m_surroundings.network()) || m_records.zone().state != Zone::State::Found)
        return false;
    const QList<RecordEvidence> records = m_records.records();
    return std::count_if(records.begin(), records.end(),
                         [this](const RecordEvidence &each) { return askFromAfar(each); })
        > 0;
}

/// True when there was still somebody to ask.
bool DomainCheck::askFromAfar(const RecordEvidence &record)
{
    const RecordVerdict verdict = evaluate(record, evidence());
    QList<DnsServer> next;
    if (verdict.isPublished())
        next = m_settings.resolvers;
    else if (const auto scout = scoutFor(record, m_settings.resolvers, 0); scout && verdict.resolversAsked == 0)
        next = {*scout};
    bool asks = false;
    for (const DnsServer &resolver : next) {
        const bool known = std::any_of(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
            return each.role == Sighting::Role::Resolver && each.key == describe(resolver);
        });
        if (!known)
            m_records.askFromAfar(record.host, resolver);
        asks = asks || !known;
    }
    return asks;
}

/// A resolver with many caches is believed when it says so twice.
bool DomainCheck::askAgain()
{
    if (std::exchange(m_askedAgain, true))
        return false;
    const QList<RecordEvidence> records = m_records.records();
    for (const RecordEvidence &record : records)
        for (const Sighting &each : record.sightings)
            if (each.role == Sighting::Role::Resolver && each.isRight(record.target)
                && !countsAsRight(each, record.target))
                m_records.askResolver(record.host, each.server);
    return m_records.isBusy();
}

/// For information: how this computer sees a record that everybody has matters to nobody else.
bool DomainCheck::askLocally()
{
    if (m_thoroughness != Thoroughness::Full || std::exchange(m_askedLocally, true))
        return false;
    const DomainEvidence known = evidence();
    const QList<RecordEvidence> records = m_records.records();
    for (const RecordEvidence &record : records) {
        const RecordVerdict verdict = evaluate(record, known);
        if (verdict.isPublished() && verdict.resolversAsked > 0 && verdict.resolversRight == verdict.resolversAsked)
            m_records.askLocally(record.host);
    }
    return m_records.isBusy();
}

/// When it is known what resolvers may be asked about.
void DomainCheck::lookAtCertificates()
{
    const DomainEvidence known = evidence();
    const QList<RecordEvidence> records = m_records.records();
    CertificateHosts hosts;
    hosts.names = namesWithCertificates(records);
    for (const RecordEvidence &record : records)
        if (evaluate(record, known).isPublished())
            hosts.published.append(record.host);
    hosts.allPublished = hosts.published.size() == records.size();
    hosts.published.removeIf([&](const QByteArray &host) { return !hosts.names.contains(host); });
    m_lookingAtCertificates = true;
    onAnswer(inspectCertificates(m_client, m_settings, m_records.zone(), hosts), this,
             [this, servers = m_records.zone().servers](const Result<QList<CertificateEvidence>> &found) {
                 if (servers != m_records.zone().servers) // another look has begun
                     return;
                 m_certificates = found.value_or(m_certificates);
                 m_lookingAtCertificates = false;
                 goOn();
             });
}

void DomainCheck::inspect()
{
    if (!std::exchange(m_inspected, true))
        m_surroundings.inspect(dnsName(m_domain), m_records.zone(), {});
}

bool DomainCheck::isEveryoneContent() const
{
    const DomainEvidence known = evidence();
    const QList<RecordEvidence> &records = m_records.records();
    return judgeDomain(known).isEmpty() && std::all_of(records.begin(), records.end(), [&](const RecordEvidence &each) {
               const RecordVerdict verdict = evaluate(each, known);
               return verdict.isPublished() && verdict.finding.kind == DnsFinding::Kind::None;
           });
}

void DomainCheck::finish()
{
    m_stage = Stage::Over;
    CheckedDomain checked;
    checked.domain = m_domain;
    checked.view = viewOf(m_wanted, m_records.records(), evidence());
    checked.view.lastLooked = m_clock.now();
    checked.questions = m_client.sent();
    checked.took = m_clock.elapsed() - m_startedAt;
    m_promise.resolve(checked);
}

DomainEvidence DomainCheck::evidence() const
{
    DomainEvidence evidence = m_records.domain();
    evidence.network = m_surroundings.network();
    evidence.inspection = m_surroundings.inspection();
    if (!isNothingThere(m_records.records()))
        evidence.inspection.recordsFoundAt.clear(); // what was found elsewhere explains nothing then
    evidence.certificates = m_certificates;
    return evidence;
}

} // namespace golive
