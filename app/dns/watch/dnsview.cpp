#include "dns/watch/dnsview.h"

#include "dns/wire/dnsname.h"

#include <algorithm>

namespace golive {
namespace {

/// The domain stands in until the zone is known.
void addWhatToType(RecordView &view, const RecordEvidence &evidence, const DomainEvidence &domain,
                   const DnsProvider &provider)
{
    const QByteArray &zone = domain.zone.apex.isEmpty() ? domain.domain : domain.zone.apex;
    const TypedName name = nameToType(evidence.host, zone, provider);
    view.nameToType = name.best();
    view.relativeNameToType = name.relative;
    view.fullNameToType = name.full;
    view.valueToType = targetToType(evidence.target.text(), provider);
}

RecordAnswer::Role roleOf(Sighting::Role role)
{
    switch (role) {
    case Sighting::Role::Authoritative: return RecordAnswer::Role::Authoritative;
    case Sighting::Role::Resolver: return RecordAnswer::Role::Resolver;
    case Sighting::Role::System: return RecordAnswer::Role::System;
    }
    Q_UNREACHABLE();
}

RecordAnswer answerFrom(const Sighting &sighting, const ExpectedTarget &target)
{
    RecordAnswer answer;
    answer.role = roleOf(sighting.role);
    answer.server = describe(sighting.server);
    answer.answered = sighting.outcome == DnsAnswer::Outcome::Answered;
    answer.right = sighting.isRight(target);
    answer.found = describe(sighting);
    answer.ttl = sighting.ttl;
    answer.askedAt = sighting.askedAt;
    return answer;
}

const RecordEvidence *evidenceOf(const DnsRecord &record, const QList<RecordEvidence> &evidence)
{
    const QByteArray host = dnsName(record.host);
    const auto found
        = std::find_if(evidence.begin(), evidence.end(), [&](const RecordEvidence &each) { return each.host == host; });
    return found == evidence.end() ? nullptr : &*found;
}

RecordView viewOf(const DnsRecord &record, const RecordEvidence &evidence, Judgement &judgement,
                  const DnsProvider &provider)
{
    const RecordVerdict verdict = judgement.of(evidence);
    RecordView view;
    view.record = record;
    if (evidence.wanted.isPattern())
        view.record.target = QString::fromLatin1(evidence.target.text());
    addWhatToType(view, evidence, judgement.domain(), provider);
    view.progress = verdict.progress;
    view.authoritativeRight = verdict.authoritativeRight;
    view.authoritativeAsked = verdict.authoritativeAsked;
    view.resolversRight = verdict.resolversRight;
    view.resolversAsked = verdict.resolversAsked;
    view.finding = verdict.finding;
    for (const Sighting &sighting : evidence.sightings)
        view.answers.append(answerFrom(sighting, evidence.target));
    std::sort(view.answers.begin(), view.answers.end(), [](const RecordAnswer &a, const RecordAnswer &b) {
        return std::pair(a.role, a.server) < std::pair(b.role, b.server);
    });
    return view;
}

/// Every required record is at every working server of the zone, or Clerk has seen it; with none
/// required, every record. False for none at all.
bool allPublished(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence, Judgement &judgement)
{
    const bool noneRequired
        = std::none_of(records.begin(), records.end(), [](const DnsRecord &each) { return each.required; });
    return !records.isEmpty() && std::all_of(records.begin(), records.end(), [&](const DnsRecord &each) {
        const RecordEvidence *known = evidenceOf(each, evidence);
        if (!each.required && !noneRequired)
            return true;
        return known && (known->clerk == ClerkView::Verified || judgement.of(*known).isPublished());
    });
}

} // namespace

RecordWatch::View viewOf(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence,
                         const DomainEvidence &domain)
{
    Judgement judgement(domain);
    return viewOf(records, evidence, judgement);
}

RecordWatch::View viewOf(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence, Judgement &judgement)
{
    const DomainEvidence &domain = judgement.domain();
    RecordWatch::View view;
    view.zone = QString::fromLatin1(domain.zone.apex);
    const QByteArrayList &found = domain.zone.nameServers;
    for (const QByteArray &server : found.isEmpty() ? domain.inspection.parentServers : found)
        view.nameServers.append(QString::fromLatin1(server));
    view.provider = providerOf(view.nameServers, view.zone);
    view.domainConnect = domain.domainConnect;
    if (domain.inspection.registration)
        view.registrar = domain.inspection.registration->registrar;
    for (const DnsRecord &record : records)
        if (const RecordEvidence *known = evidenceOf(record, evidence))
            view.records.append(viewOf(record, *known, judgement, view.provider));
    view.findings = judgement.findings();
    view.allPublished = allPublished(records, evidence, judgement);
    return view;
}

} // namespace golive
