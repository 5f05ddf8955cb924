#include "dns/judge/evaluate.h"

#include "dns/judge/domainrules.h"
#include "dns/judge/localrules.h"
#include "dns/judge/networkrules.h"
#include "dns/judge/recordcauses.h"
#include "dns/judge/zonerules.h"
#include "dns/wire/dnsname.h"

#include <QSet>

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Role = Sighting::Role;

constexpr int enoughAlike = 2; // right answers in a row, to believe a resolver with many caches
constexpr int triesOfResolver = 3;
constexpr auto patienceWithResolver = 60s;
constexpr auto patienceWithServers = 15min; // to take a change over from each other
constexpr int enoughResolvers = 2; // to say that Clerk's target leads nowhere

QList<Sighting> usableOf(const RecordEvidence &record, Role role)
{
    QList<Sighting> usable;
    std::copy_if(record.sightings.begin(), record.sightings.end(), std::back_inserter(usable),
                 [role](const Sighting &each) { return each.role == role && each.usable; });
    return usable;
}

int countRight(const QList<Sighting> &sightings, const ExpectedTarget &target)
{
    return static_cast<int>(std::count_if(sightings.begin(), sightings.end(),
                                          [&](const Sighting &each) { return countsAsRight(each, target); }));
}

bool everyServerHeard(const RecordEvidence &record, const Zone &zone)
{
    return std::all_of(zone.servers.begin(), zone.servers.end(), [&](const ZoneServer &server) {
        return std::any_of(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
            return each.role == Role::Authoritative && each.key == QString::fromLatin1(server.name);
        });
    });
}

/// By which the provider's support sees who is behind; nothing where all are the same.
QStringList versionsOf(const ZoneEvidence &zone)
{
    QStringList versions;
    QSet<quint32> serials;
    for (const ZoneServerCheck &check : zone.servers)
        if (check.works() && check.serial) {
            serials.insert(*check.serial);
            versions.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(check.name)).arg(*check.serial));
        }
    return serials.size() > 1 ? versions : QStringList();
}

/// Some of the zone's servers have it. Only an answer that is not older than the first right one
/// says that they disagree.
DnsFinding disagreement(const RecordEvidence &record, const QList<Sighting> &zoneSightings,
                        const DomainEvidence &domain)
{
    std::optional<QDateTime> since;
    for (const Sighting &each : zoneSightings)
        if (each.isRight(record.target)) {
            const QDateTime then = record.rightSince.value(each.key, each.askedAt);
            since = std::min(since.value_or(then), then);
        }
    for (const Sighting &each : zoneSightings)
        if (!each.isRight(record.target) && each.askedAt >= *since) {
            DnsFinding found {.kind = Kind::ServersDisagree,
                              .seen = QString::fromLatin1(each.cnames.join(", ")),
                              .server = describe(each.server)};
            if (since->addDuration(patienceWithServers) <= domain.now) {
                found.kind = Kind::ServersStayApart;
                found.names = versionsOf(domain.inspection);
            }
            return found;
        }
    return {};
}

/// Its answers are those of servers that are no longer in charge: when it forgets one, it gets the same again.
bool asksFormerServers(const Sighting &sighting, const DomainEvidence &domain)
{
    const QList<CachedServers> &cached = domain.inspection.cached;
    return std::any_of(cached.begin(), cached.end(), [&](const CachedServers &each) {
        return endpointOf(each.resolver) == endpointOf(sighting.server)
            && goesByFormerServers(each, domain.inspection, domain.now);
    });
}

/// The longest wait for a resolver that still has something else.
DnsFinding stillCached(const RecordEvidence &record, const QList<Sighting> &resolvers, const DomainEvidence &domain)
{
    DnsFinding longest;
    for (const Sighting &each : resolvers) {
        if (each.isRight(record.target) || asksFormerServers(each, domain))
            continue;
        const DnsFinding found {.kind = each.isAbsent() ? Kind::AbsenceCached : Kind::OldAnswerCached,
                                .seen = QString::fromLatin1(each.cnames.join(", ")),
                                .server = describe(each.server),
                                .wait = each.remaining(domain.now)};
        if (longest.kind == Kind::None || found.wait.value_or(0s) > longest.wait.value_or(0s))
            longest = found;
    }
    return longest;
}

/// F22: a resolver that fails again and again, and not for DNSSEC.
DnsFinding troubledResolver(const RecordEvidence &record)
{
    QStringList troubled;
    for (auto failure = record.failures.cbegin(); failure != record.failures.cend(); ++failure)
        if (failure->times >= triesOfResolver && failure->withoutCheckToo
            && failure->since.secsTo(failure->last) >= patienceWithResolver.count())
            troubled.append(failure.key());
    if (troubled.isEmpty())
        return {};
    std::sort(troubled.begin(), troubled.end());
    return {.kind = Kind::ResolverTrouble, .server = troubled.constFirst(), .names = troubled};
}

/// F67: six of eight resolvers have it, so Clerk could.
bool clerkCouldSee(const RecordVerdict &verdict)
{
    return verdict.resolversAsked > 0 && verdict.resolversRight * 4 >= verdict.resolversAsked * 3;
}

void judgePublished(RecordVerdict &verdict, const RecordEvidence &record, const DomainEvidence &domain)
{
    verdict.progress = verdict.resolversRight > 0 ? RecordProgress::AtResolvers : RecordProgress::AtProvider;
    if (leadsNowhere(record))
        verdict.finding = {.kind = Kind::ClerkTargetDown, .seen = QString::fromLatin1(record.target.text())};
    else if (record.clerk == ClerkView::NotVerified && clerkCouldSee(verdict))
        verdict.finding = {.kind = Kind::ClerkHasNotLooked};
    else
        verdict.finding = stillCached(record, usableOf(record, Role::Resolver), domain);
    if (verdict.finding.kind == Kind::None)
        verdict.finding = troubledResolver(record);
    const bool seenByAll = verdict.resolversAsked > 0 && verdict.resolversRight == verdict.resolversAsked;
    if (verdict.finding.kind == Kind::None && seenByAll)
        verdict.finding = judgeLocally(record);
}

const Sighting &newestOf(const QList<Sighting> &sightings)
{
    return *std::max_element(sightings.begin(), sightings.end(),
                             [](const Sighting &a, const Sighting &b) { return a.askedAt < b.askedAt; });
}

/// The zone's servers cannot be asked from here, so that resolvers are all there is to go by.
void judgeFromAfar(RecordVerdict &verdict, const RecordEvidence &record, const DomainEvidence &domain)
{
    const QList<Sighting> resolvers = usableOf(record, Role::Resolver);
    verdict.authoritativeAsked = verdict.authoritativeRight = 0;
    verdict.seenFromAfar = std::any_of(resolvers.begin(), resolvers.end(),
                                       [&](const Sighting &each) { return each.isRight(record.target); });
    if (*verdict.seenFromAfar) {
        judgePublished(verdict, record, domain);
        verdict.progress = RecordProgress::AtResolvers;
    } else if (!resolvers.isEmpty()) {
        verdict.progress = RecordProgress::NotFound;
        verdict.finding = causeOf(record, domain, newestOf(resolvers));
    }
}

/// No server spoke about the name with authority. One that hands the name on does work.
DnsFinding unanswered(const RecordEvidence &record, const DomainEvidence &domain)
{
    for (const Sighting &each : record.sightings) {
        const bool isHandedOn = !each.referredAt.isEmpty() && each.referredAt != domain.zone.apex
            && isAtOrBelow(each.referredAt, domain.zone.apex) && isAtOrBelow(record.host, each.referredAt);
        if (!isHandedOn)
            continue;
        DnsFinding found {.kind = Kind::SubZoneDelegated, .seen = QString::fromLatin1(each.referredAt)};
        for (const QByteArray &server : each.referredTo)
            found.names.append(QString::fromLatin1(server));
        return found;
    }
    return {.kind = Kind::NoServerAnswers};
}

RecordVerdict evaluated(const RecordEvidence &record, const DomainEvidence &domain,
                        const std::optional<DnsFinding> &silencing)
{
    const QList<Sighting> zoneSightings = usableOf(record, Role::Authoritative);
    const QList<Sighting> resolvers = usableOf(record, Role::Resolver);
    RecordVerdict verdict;
    verdict.authoritativeAsked = static_cast<int>(zoneSightings.size());
    verdict.authoritativeRight = countRight(zoneSightings, record.target);
    verdict.everyServerHeard = everyServerHeard(record, domain.zone);
    verdict.resolversAsked = static_cast<int>(resolvers.size());
    verdict.resolversRight = countRight(resolvers, record.target);

    if (record.clerk == ClerkView::Verified) {
        verdict.progress = RecordProgress::SeenByClerk;
    } else if (silencing) {
        verdict.finding = *silencing;
    } else if (keepsServersAway(domain.network)) {
        judgeFromAfar(verdict, record, domain);
    } else if (record.sightings.isEmpty()) {
        verdict.progress = RecordProgress::Unknown;
    } else if (zoneSightings.isEmpty()) {
        if (verdict.everyServerHeard && domain.silence == ResolverSilence::None)
            verdict.finding = unanswered(record, domain);
    } else if (verdict.isPublished()) {
        judgePublished(verdict, record, domain);
    } else if (verdict.authoritativeRight > 0) {
        verdict.progress = RecordProgress::AtProvider;
        verdict.finding = disagreement(record, zoneSightings, domain);
    } else {
        verdict.progress = RecordProgress::NotFound;
        verdict.finding = causeOf(record, domain, newestOf(zoneSightings));
    }
    return verdict;
}

} // namespace

RecordVerdict evaluate(const RecordEvidence &record, const DomainEvidence &domain)
{
    return evaluated(record, domain, silencingFinding(domain));
}

Judgement::Judgement(DomainEvidence domain)
    : m_domain(std::move(domain))
    , m_findings(judgeDomain(m_domain))
    , m_silencing(silencingFinding(m_findings))
{
}

RecordVerdict Judgement::of(const RecordEvidence &record)
{
    const auto known = m_verdicts.constFind(record.host);
    return known != m_verdicts.cend() ? *known
                                      : *m_verdicts.insert(record.host, evaluated(record, m_domain, m_silencing));
}

bool countsAsRight(const Sighting &sighting, const ExpectedTarget &target)
{
    if (!sighting.isRight(target))
        return false;
    return sighting.role == Role::Authoritative || !sighting.server.manyCaches || sighting.alike >= enoughAlike;
}

bool leadsNowhere(const RecordEvidence &record)
{
    return record.targetLeadsOn.size() >= enoughResolvers
        && std::none_of(record.targetLeadsOn.begin(), record.targetLeadsOn.end(), [](bool leadsOn) { return leadsOn; });
}

bool deservesAnotherTry(const RecordEvidence &record, const QString &resolverKey)
{
    const int times = record.failures.value(resolverKey).times;
    return times > 0 && times < triesOfResolver;
}

} // namespace golive
