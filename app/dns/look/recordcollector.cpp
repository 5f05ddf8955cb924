#include "dns/look/recordcollector.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/ask/systemresolver.h"
#include "dns/evidence/sharedtoken.h"
#include "dns/look/localview.h"
#include "dns/wire/dnsname.h"
#include "foundation/clock.h"

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Role = Sighting::Role;

constexpr DnsManner toZone {.recursion = false};

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
        m_bare.clear();
        m_silentServers.clear();
        m_silentSince.reset();
        m_nobodyHeard = false;
        m_zone = m_delegated = {};
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
    domain.silence = silence();
    for (const RecordEvidence &record : m_records)
        domain.targets.insert(record.host, record.target);
    domain.bare = m_bare;
    domain.now = m_clock.now();
    return domain;
}

bool RecordCollector::isAsking(const QByteArray &host, const QString &serverKey) const
{
    return m_asking.contains({host, serverKey});
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
               if (!isServer(question.second)) // any more
                   return;
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
        noteFailure(question.first, answer);
    });
}

void RecordCollector::askFromAfar(const QByteArray &host, const DnsServer &resolver)
{
    const QPair<QByteArray, QString> question {host, describe(resolver)};
    if (m_asking.contains(question))
        return;
    m_asking.insert(question);
    listen(m_client.ask(resolver, {host, DnsType::CNAME}), [this, question, resolver](const DnsAnswer &answer) {
        m_asking.remove(question);
        const Sighting sighting = sightingOf(answer, Role::Resolver, m_clock.now());
        keep(question.first, sighting);
        RecordEvidence *record = find(question.first);
        if (record && sighting.usable && (!sighting.isAbsent() || sighting.rcode != DnsRcode::NoError))
            forgetBeside(*record);
        else if (record && sighting.isAbsent())
            lookForAddressesFromAfar(question.first, resolver);
    });
}

void RecordCollector::askLocally(const QByteArray &host)
{
    const QPair<QByteArray, QString> question {host, Sighting::systemKey};
    if (m_asking.contains(question) || systemServers(m_settings).isEmpty())
        return;
    m_asking.insert(question);
    ++m_open;
    onAnswer(askThisComputer(m_client, m_clock, m_settings, host), m_listening.get(),
             [this, question](const Result<LocalView> &view) {
                 --m_open;
                 m_asking.remove(question);
                 if (view)
                     keep(question.first, view->sighting);
                 if (RecordEvidence *record = find(question.first); record && view) {
                     record->systemAddresses = view->systemAddresses;
                     record->computerAddresses = view->computerAddresses;
                 }
                 Q_EMIT learned();
             });
}

/// Counts how often a resolver has failed in a row, and asks whether its DNSSEC check is to blame.
void RecordCollector::noteFailure(const QByteArray &host, const DnsAnswer &answer)
{
    RecordEvidence *record = find(host);
    const QString key = describe(answer.server);
    if (!record || !answer.answered())
        return;
    if (answer.message.rcode != DnsRcode::ServerFailure) {
        record->failures.remove(key);
        return;
    }
    ResolverFailure &failure = record->failures[key];
    failure.last = m_clock.now();
    if (failure.times++ == 0)
        failure.since = failure.last;
    listen(m_client.ask(answer.server, answer.question, {.checkingDisabled = true}),
           [this, host, key](const DnsAnswer &unchecked) {
               if (RecordEvidence *known = find(host); known && known->failures.contains(key))
                   known->failures[key].withoutCheckToo = !unchecked.conclusive();
           });
}

void RecordCollector::drop()
{
    m_listening = std::make_unique<QObject>();
    m_asking.clear();
    m_seekingWildcards.clear();
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
        listen(askServersOf(m_zone.apex, m_client, addresses, question), std::move(handler));
}

void RecordCollector::keep(const QByteArray &host, const Sighting &sighting)
{
    RecordEvidence *record = find(host);
    if (!record)
        return;
    Sighting newest = sighting;
    const auto before = std::find_if(record->sightings.begin(), record->sightings.end(), [&](const Sighting &each) {
        return each.key == sighting.key && each.role == sighting.role;
    });
    if (before != record->sightings.end()) {
        if (before->isRight(record->target) == sighting.isRight(record->target))
            newest.alike = before->alike + 1;
        record->sightings.erase(before);
    }
    record->sightings.append(newest);
    if (sighting.role != Role::Authoritative)
        return;
    noteServer(sighting);
    if (!sighting.isRight(record->target))
        record->rightSince.remove(sighting.key);
    else if (!record->rightSince.contains(sighting.key))
        record->rightSince.insert(sighting.key, sighting.askedAt);
    if (sighting.usable && (!sighting.cnames.isEmpty() || sighting.rcode == DnsRcode::NameError))
        forgetBeside(*record);
    agreeOnToken();
}

/// There is a CNAME, or no such name: nothing can be beside it.
void RecordCollector::forgetBeside(RecordEvidence &record)
{
    record.side = {};
    m_lookedBeside.remove(record.host);
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

RecordEvidence *RecordCollector::find(const QByteArray &host)
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const RecordEvidence &each) { return each.host == host; });
    return found == m_records.end() ? nullptr : &*found;
}

} // namespace golive
