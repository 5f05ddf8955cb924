#include "dns/look/recordcollector.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <QRandomGenerator>

#include <algorithm>

// What is asked besides the records themselves, to explain why they are not there.
namespace golive {
namespace {

using namespace std::chrono_literals;
using Role = Sighting::Role;

constexpr DnsManner toZone {.recursion = false};
// Signed zones may answer "no such type" for names that do not exist, so this is asked often.
constexpr auto besideAgainAfter = 10s;
constexpr qsizetype resolversForTarget = 2; // one alone may have trouble of its own

/// Keeps the likeliest kind first, whichever answer came first.
void noteMiss(QList<NearMiss> &misses, const NearMiss &miss, bool holds)
{
    misses.removeAll(miss);
    if (holds)
        misses.append(miss);
    std::stable_sort(misses.begin(), misses.end(),
                     [](const NearMiss &a, const NearMiss &b) { return a.kind < b.kind; });
}

quint16 numberOf(DnsType type)
{
    return static_cast<quint16>(type);
}

/// What the name that was asked about has of the type that was asked for.
QList<DnsData> dataIn(const DnsAnswer &answer)
{
    QList<DnsData> data;
    for (const DnsEntry &entry : answer.message.answers)
        if (entry.type == answer.question.type && entry.owner == answer.question.name)
            data.append(entry.data);
    return data;
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

} // namespace

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
            askZone({host, type},
                    [this, host](const DnsAnswer &answer) { keepBeside(host, answer, Role::Authoritative); });
    lookAtTarget(host);
}

void RecordCollector::lookForWildcard()
{
    QByteArrayList parents;
    for (const RecordEvidence &record : std::as_const(m_records))
        if (const QByteArray parent = parentOf(record.host); !parents.contains(parent))
            parents.append(parent);
    for (const QByteArray &parent : parents)
        lookForWildcard(parent, DnsType::A);
}

void RecordCollector::lookForWildcard(const QByteArray &parent, DnsType type)
{
    if (!isAtOrBelow(parent, m_zone.apex) || m_zone.servers.isEmpty()
        || m_seekingWildcards.contains({parent, numberOf(type)}))
        return;
    m_seekingWildcards.insert({parent, numberOf(type)});
    const QByteArray label = "cw" + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
    askZone({joinNames(label, parent), type}, [this, parent, type](const DnsAnswer &answer) {
        m_seekingWildcards.remove({parent, numberOf(type)});
        keepWildcard(parent, answer);
    });
}

void RecordCollector::keepWildcard(const QByteArray &parent, const DnsAnswer &answer)
{
    const Sighting seen = sightingOf(answer, Role::Authoritative, m_clock.now());
    if (!seen.usable)
        return;
    const DnsType type = answer.question.type;
    for (RecordEvidence &record : m_records) {
        if (parentOf(record.host) != parent)
            continue;
        if (type == DnsType::A) {
            record.wildcard.cnames = seen.cnames;
            record.wildcard.addresses = seen.addresses;
        } else {
            record.wildcard.data.insert(numberOf(type), dataIn(answer));
        }
    }
}

void RecordCollector::lookAtBareDomain()
{
    QByteArrayList names {m_zone.apex};
    if (m_domain != m_zone.apex)
        names.append(m_domain);
    for (const QByteArray &name : names)
        askZone({name, DnsType::A}, [this, name](const DnsAnswer &answer) {
            const Sighting seen = sightingOf(answer, Role::Authoritative, m_clock.now());
            if (!seen.usable)
                return;
            m_bare.removeIf([&](const BareEvidence &each) { return each.name == name; });
            m_bare.append({name, seen.cnames, seen.addresses});
        });
}

void RecordCollector::lookWhereTargetLeads(const QByteArray &host)
{
    const RecordEvidence *record = find(host);
    if (!record || record->target.isPattern())
        return;
    const QList<DnsServer> resolvers = m_settings.resolvers.mid(0, resolversForTarget);
    for (const DnsServer &resolver : resolvers)
        listen(m_client.ask(resolver, {record->target.text(), DnsType::A}),
               [this, host](const DnsAnswer &answer) { keepTarget(host, answer); });
}

/// Targets for mail have no address: when there is none, a text will do.
void RecordCollector::keepTarget(const QByteArray &host, const DnsAnswer &answer)
{
    RecordEvidence *record = find(host);
    if (!record || !answer.answered())
        return;
    const auto &answers = answer.message.answers;
    const bool leadsOn = std::any_of(answers.begin(), answers.end(),
                                     [&](const DnsEntry &each) { return each.type == answer.question.type; });
    const bool isEmpty = !leadsOn && answer.message.rcode == DnsRcode::NoError;
    if (isEmpty && answer.question.type == DnsType::A)
        listen(m_client.ask(answer.server, {answer.question.name, DnsType::TXT}),
               [this, host](const DnsAnswer &text) { keepTarget(host, text); });
    else
        record->targetLeadsOn.insert(describe(answer.server), leadsOn);
}

void RecordCollector::lookForAddresses(const QByteArray &host, const ZoneServer &server)
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    if (m_lookedBeside.contains(host) && now - m_lookedBeside.value(host) < besideAgainAfter)
        return;
    m_lookedBeside.insert(host, now);
    for (const DnsType type : {DnsType::A, DnsType::AAAA})
        listen(askInTurn(m_client, server.addresses, {host, type}, toZone),
               [this, host](const DnsAnswer &answer) { keepBeside(host, answer, Role::Authoritative); });
}

void RecordCollector::lookForAddressesFromAfar(const QByteArray &host, const DnsServer &resolver)
{
    for (const DnsType type : {DnsType::A, DnsType::AAAA})
        listen(m_client.ask(resolver, {host, type}),
               [this, host](const DnsAnswer &answer) { keepBeside(host, answer, Role::Resolver); });
}

/// What a type that was asked for tells replaces what was known of that type.
void RecordCollector::keepBeside(const QByteArray &host, const DnsAnswer &answer, Role role)
{
    RecordEvidence *record = find(host);
    const Sighting seen = sightingOf(answer, role, m_clock.now());
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
    record->side.data.remove(numberOf(type));
    if (seen.ownsQuestionedType) {
        record->side.otherTypes.append(type);
        record->side.data.insert(numberOf(type), dataIn(answer));
        if (type != DnsType::NS) // names are handed on one by one
            lookForWildcard(parentOf(host), type);
    }
    if (type == DnsType::TXT)
        record->side.texts = seen.texts;
}

/// Where the target leads, and a wrong target too. Neither is a name the person is about to create.
void RecordCollector::lookAtTarget(const QByteArray &host)
{
    const RecordEvidence *record = find(host);
    const bool wanted = !record->side.addresses.isEmpty() || record->targetAddresses.isEmpty();
    if (wanted && !record->target.isPattern())
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

} // namespace golive
