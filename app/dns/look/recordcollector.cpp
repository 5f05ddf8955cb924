#include "dns/look/recordcollector.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/evidence/sharedtoken.h"
#include "dns/look/zonefinder.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <QRandomGenerator>

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Role = Sighting::Role;

constexpr DnsManner toZone {.recursion = false};
// Signed zones may answer "no such type" for names that do not exist, so this is asked often.
constexpr auto besideAgainAfter = 10s;

/// Keeps the likeliest kind first, whichever answer came first.
void noteMiss(QList<NearMiss> &misses, const NearMiss &miss, bool holds)
{
    misses.removeAll(miss);
    if (holds)
        misses.append(miss);
    std::stable_sort(misses.begin(), misses.end(),
                     [](const NearMiss &a, const NearMiss &b) { return a.kind < b.kind; });
}

/// Hosts in many places change theirs from question to question, so earlier ones count too.
void noteAddresses(QList<QHostAddress> &addresses, const QList<DnsEntry> &entries)
{
    constexpr qsizetype mostAddresses = 64;
    for (const DnsEntry &entry : entries) {
        const auto *data = std::get_if<DnsAddressData>(&entry.data);
        if (data && !addresses.contains(data->address) && addresses.size() < mostAddresses)
            addresses.append(data->address);
    }
}

QString keyOf(const ZoneServer &server)
{
    return QString::fromLatin1(server.name);
}

} // namespace

RecordCollector::RecordCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_listening(std::make_unique<QObject>())
{
}

RecordCollector::~RecordCollector() = default;

void RecordCollector::setRecords(const QByteArray &domain, const QList<DnsRecord> &records)
{
    if (domain != m_domain) {
        drop();
        m_records.clear();
        m_zone = {};
        m_domain = domain;
    }
    QList<RecordEvidence> next;
    for (const DnsRecord &record : records) {
        RecordEvidence evidence;
        evidence.host = dnsName(record.host);
        evidence.wanted = dnsName(record.target);
        evidence.target = evidence.wanted;
        const RecordEvidence *known = find(evidence.host);
        if (known && known->wanted == evidence.wanted) {
            evidence = *known;
        } else if (known) {
            evidence.sightings = known->sightings; // facts, whatever is wanted
            evidence.side = known->side;
            evidence.wildcard = known->wildcard;
        }
        next.append(evidence);
    }
    m_records = next;
    agreeOnToken();
}

void RecordCollector::setClerkView(const QByteArray &host, ClerkView view)
{
    if (RecordEvidence *record = find(host))
        record->clerk = view;
}

DomainEvidence RecordCollector::domain() const
{
    DomainEvidence domain;
    domain.domain = m_domain;
    domain.zone = m_zone;
    for (const RecordEvidence &record : m_records)
        domain.targets.insert(record.host, record.target);
    domain.now = m_clock.now();
    return domain;
}

bool RecordCollector::isAsking(const QByteArray &host, const QString &serverKey) const
{
    return m_asking.contains({host, serverKey});
}

void RecordCollector::lookForZone()
{
    if (std::exchange(m_findingZone, true))
        return;
    ++m_open;
    onAnswer(findZone(m_client, m_settings, m_domain), m_listening.get(), [this](const Result<Zone> &zone) {
        --m_open;
        m_findingZone = false;
        // What is known of a working zone outlives a moment without network.
        if (zone && (zone->state == Zone::State::Found || m_zone.state != Zone::State::Found))
            m_zone = *zone;
        for (RecordEvidence &record : m_records)
            record.sightings.removeIf([this](const Sighting &each) {
                return each.role == Role::Authoritative
                    && std::none_of(m_zone.servers.begin(), m_zone.servers.end(),
                                    [&](const ZoneServer &server) { return keyOf(server) == each.key; });
            });
        Q_EMIT learned();
    });
}

void RecordCollector::askServer(const QByteArray &host, const ZoneServer &server)
{
    const QPair<QByteArray, QString> question {host, keyOf(server)};
    if (m_asking.contains(question))
        return;
    m_asking.insert(question);
    listen(askInTurn(m_client, server.addresses, {host, DnsType::CNAME}, toZone),
           [this, question, server](const DnsAnswer &answer) {
               m_asking.remove(question);
               Sighting sighting = sightingOf(answer, Role::Authoritative, m_clock.now());
               sighting.key = question.second;
               keep(question.first, sighting);
               if (sighting.isAbsent() && sighting.rcode == DnsRcode::NoError)
                   lookForAddresses(question.first, server);
           });
}

void RecordCollector::askResolver(const QByteArray &host, const DnsServer &resolver)
{
    const QPair<QByteArray, QString> question {host, describe(resolver)};
    if (m_asking.contains(question))
        return;
    m_asking.insert(question);
    listen(m_client.ask(resolver, {host, DnsType::CNAME}), [this, question](const DnsAnswer &answer) {
        m_asking.remove(question);
        keep(question.first, sightingOf(answer, Role::Resolver, m_clock.now()));
    });
}

void RecordCollector::lookAround(const QByteArray &host)
{
    const RecordEvidence *record = find(host);
    if (!record)
        return;
    const ExpectedTarget target = record->target;
    QByteArrayList others;
    for (const RecordEvidence &other : std::as_const(m_records))
        others.append(other.host);
    for (const NearMiss &miss : nearMissesOf(host, m_domain, m_zone.apex, others))
        askZone({miss.name, DnsType::CNAME}, [this, host, target, miss](const DnsAnswer &answer) {
            const bool holds = sightingOf(answer, Role::Authoritative, m_clock.now()).isRight(target);
            if (RecordEvidence *found = find(host); found && answer.conclusive())
                noteMiss(found->missesFound, miss, holds);
        });
    const bool nameExists = std::any_of(record->sightings.begin(), record->sightings.end(), [](const Sighting &each) {
        return each.role == Role::Authoritative && each.isAbsent() && each.rcode == DnsRcode::NoError;
    });
    if (nameExists)
        for (const DnsType type : {DnsType::TXT, DnsType::MX, DnsType::NS})
            askZone({host, type}, [this, host](const DnsAnswer &answer) { keepBeside(host, answer); });
    lookAtTarget(host);
}

void RecordCollector::lookForWildcard()
{
    const QByteArray label = "cw" + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    askZone({joinNames(label, m_domain), DnsType::A}, [this](const DnsAnswer &answer) {
        const Sighting seen = sightingOf(answer, Role::Authoritative, m_clock.now());
        if (!seen.usable)
            return;
        for (RecordEvidence &record : m_records)
            record.wildcard = {seen.cnames, seen.addresses};
    });
}

void RecordCollector::drop()
{
    m_listening = std::make_unique<QObject>();
    m_asking.clear();
    m_open = 0;
    m_findingZone = false;
}

void RecordCollector::listen(const QFuture<Result<DnsAnswer>> &answer, Handler handler)
{
    ++m_open;
    onAnswer(answer, m_listening.get(), [this, handler = std::move(handler)](const Result<DnsAnswer> &said) {
        --m_open;
        handler(said.value_or(DnsAnswer {}));
        Q_EMIT learned();
    });
}

/// Whichever of the zone's servers is next, and the others should it not answer.
void RecordCollector::askZone(const DnsQuestion &question, Handler handler)
{
    QList<DnsServer> addresses;
    const qsizetype count = m_zone.servers.size();
    const qsizetype first = m_turn++;
    for (qsizetype at = 0; at < count; ++at)
        addresses += m_zone.servers[(first + at) % count].addresses;
    if (!addresses.isEmpty())
        listen(askInTurn(m_client, addresses, question, toZone), std::move(handler));
}

void RecordCollector::keep(const QByteArray &host, const Sighting &sighting)
{
    RecordEvidence *record = find(host);
    if (!record)
        return;
    record->sightings.removeIf(
        [&](const Sighting &each) { return each.key == sighting.key && each.role == sighting.role; });
    record->sightings.append(sighting);
    if (sighting.role == Role::Resolver)
        return;
    if (!sighting.isRight(record->target))
        record->rightSince.remove(sighting.key);
    else if (!record->rightSince.contains(sighting.key))
        record->rightSince.insert(sighting.key, sighting.askedAt);
    if (sighting.usable && (!sighting.cnames.isEmpty() || sighting.rcode == DnsRcode::NameError)) {
        record->side = {};
        m_lookedBeside.remove(host);
    }
    agreeOnToken();
}

/// One application has one token. Where a record shows it, the others have to point to names with it too.
void RecordCollector::agreeOnToken()
{
    if (std::none_of(m_records.begin(), m_records.end(), [](const auto &each) { return each.wanted.isPattern(); }))
        return;
    const QByteArray token = sharedToken(m_records);
    for (RecordEvidence &record : m_records) {
        const ExpectedTarget target = record.wanted.withToken(token);
        if (std::exchange(record.target, target) == target)
            continue;
        for (const Sighting &each : std::as_const(record.sightings)) {
            if (each.role != Role::Authoritative)
                continue;
            if (!each.isRight(target))
                record.rightSince.remove(each.key);
            else if (!record.rightSince.contains(each.key))
                record.rightSince.insert(each.key, each.askedAt);
        }
    }
}

void RecordCollector::lookForAddresses(const QByteArray &host, const ZoneServer &server)
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    if (m_lookedBeside.contains(host) && now - m_lookedBeside.value(host) < besideAgainAfter)
        return;
    m_lookedBeside.insert(host, now);
    for (const DnsType type : {DnsType::A, DnsType::AAAA})
        listen(askInTurn(m_client, server.addresses, {host, type}, toZone),
               [this, host](const DnsAnswer &answer) { keepBeside(host, answer); });
}

/// What a type that was asked for tells replaces what was known of that type.
void RecordCollector::keepBeside(const QByteArray &host, const DnsAnswer &answer)
{
    RecordEvidence *record = find(host);
    const Sighting seen = sightingOf(answer, Role::Authoritative, m_clock.now());
    if (!record || !seen.usable || !seen.cnames.isEmpty())
        return;
    const DnsType type = answer.question.type;
    if (type == DnsType::A || type == DnsType::AAAA) {
        const auto protocol = type == DnsType::A ? QAbstractSocket::IPv4Protocol : QAbstractSocket::IPv6Protocol;
        record->side.addresses.removeIf([&](const QHostAddress &each) { return each.protocol() == protocol; });
        record->side.addresses += seen.addresses;
        if (!seen.addresses.isEmpty())
            record->side.addressTtl = seen.ttl;
        if (!seen.addresses.isEmpty() && record->targetAddresses.isEmpty())
            lookAtTarget(host);
        return;
    }
    record->side.otherTypes.removeAll(type);
    if (seen.ownsQuestionedType)
        record->side.otherTypes.append(type);
    if (type == DnsType::TXT)
        record->side.texts = seen.texts;
}

/// Where the target leads, and a wrong target too. Neither is a name the person is about to create.
void RecordCollector::lookAtTarget(const QByteArray &host)
{
    const RecordEvidence *record = find(host);
    if (!record->side.addresses.isEmpty() && !record->target.isPattern())
        for (const DnsType type : {DnsType::A, DnsType::AAAA})
            listen(askAny(m_client, m_settings.resolvers, {record->target.text(), type}),
                   [this, host](const DnsAnswer &answer) {
                       if (RecordEvidence *known = find(host))
                           noteAddresses(known->targetAddresses, answer.message.answers);
                   });
    for (const Sighting &each : record->sightings) {
        if (each.role != Role::Authoritative || each.cnames.size() != 1 || each.isRight(record->target))
            continue;
        listen(askAny(m_client, m_settings.resolvers, {each.cnames.constFirst(), DnsType::A}),
               [this, host](const DnsAnswer &answer) {
                   if (RecordEvidence *known = find(host))
                       known->onward = sightingOf(answer, Role::Resolver, m_clock.now()).chain;
               });
        break;
    }
}

RecordEvidence *RecordCollector::find(const QByteArray &host)
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const RecordEvidence &each) { return each.host == host; });
    return found == m_records.end() ? nullptr : &*found;
}

} // namespace golive
