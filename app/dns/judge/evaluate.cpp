#include "dns/judge/evaluate.h"

#include "dns/data/dnsdata.h"
#include "dns/judge/domainrules.h"
#include "dns/wire/dnsname.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Role = Sighting::Role;

constexpr int typoDistance = 2;
constexpr auto proxyTtl = 300s; // Cloudflare answers so for every proxied host

DnsFinding finding(Kind kind, const QByteArray &seen = {})
{
    return {.kind = kind, .seen = QString::fromLatin1(seen)};
}

QList<Sighting> usableOf(const RecordEvidence &record, Role role)
{
    QList<Sighting> usable;
    std::copy_if(record.sightings.begin(), record.sightings.end(), std::back_inserter(usable),
                 [role](const Sighting &each) { return each.role == role && each.usable; });
    return usable;
}

int countRight(const QList<Sighting> &sightings, const ExpectedTarget &target)
{
    return static_cast<int>(
        std::count_if(sightings.begin(), sightings.end(), [&](const Sighting &each) { return each.isRight(target); }));
}

bool everyServerHeard(const RecordEvidence &record, const Zone &zone)
{
    return std::all_of(zone.servers.begin(), zone.servers.end(), [&](const ZoneServer &server) {
        return std::any_of(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
            return each.role == Role::Authoritative && each.key == QString::fromLatin1(server.name);
        });
    });
}

bool overlap(const QList<QHostAddress> &some, const QList<QHostAddress> &others)
{
    return std::any_of(some.begin(), some.end(), [&](const QHostAddress &each) { return others.contains(each); });
}

/// A wildcard answers when a name nobody can have entered gets the same answer.
bool isWildcard(const RecordEvidence &record, const QByteArrayList &cnames)
{
    if (!cnames.isEmpty())
        return record.wildcard.cnames == cnames;
    return overlap(record.side.addresses, record.wildcard.addresses);
}

DnsFinding missing(const RecordEvidence &record)
{
    if (record.missesFound.isEmpty())
        return finding(Kind::Missing);
    return finding(record.missesFound.constFirst().kind, record.missesFound.constFirst().name);
}

DnsFinding wrongTarget(const RecordEvidence &record, const DomainEvidence &domain, const Sighting &sighting)
{
    const QByteArray seen = sighting.cnames.constFirst();
    const QByteArray target = record.target.closestTo(seen);
    if (seen == joinNames(target, domain.zone.apex))
        return finding(Kind::TargetGotZone, seen);
    for (auto other = domain.targets.cbegin(); other != domain.targets.cend(); ++other)
        if (other.key() != record.host && other.value().matches(seen))
            return finding(Kind::Swapped, other.key());
    if (record.target.matchesAny(sighting.chain.mid(1)) || record.target.matchesAny(record.onward))
        return finding(Kind::Detour, seen);
    const bool isTypo = editDistance(seen, target, typoDistance) <= typoDistance;
    return finding(isTypo ? Kind::Typo : Kind::WrongTarget, seen);
}

/// Clerk's own targets are behind Cloudflare too, so that an address is Cloudflare's says nothing
/// by itself: it must not be one of the target's. Customers may give Cloudflare's name servers
/// names of their own, so the proxy's lifetime of 300 s counts as much as theirs.
DnsFinding addressInstead(const RecordEvidence &record, const DomainEvidence &domain)
{
    const QList<QHostAddress> &found = record.side.addresses;
    QByteArrayList texts;
    for (const QHostAddress &address : found)
        texts.append(address.toString().toLatin1());
    const QByteArray seen = texts.join(", ");

    if (overlap(found, record.targetAddresses))
        return finding(Kind::Flattened, seen);
    const bool allCloudflare = std::all_of(found.begin(), found.end(), isCloudflareAddress);
    const bool hasProxyTtl = record.side.addressTtl == proxyTtl;
    const bool cloudflareServers
        = std::any_of(domain.zone.nameServers.begin(), domain.zone.nameServers.end(),
                      [](const QByteArray &name) { return isAtOrBelow(name, "ns.cloudflare.com"); });
    if (!allCloudflare || !(cloudflareServers || hasProxyTtl))
        return finding(Kind::AddressInstead, seen);
    if (record.targetAddresses.isEmpty() && !hasProxyTtl)
        return finding(Kind::Flattened, seen);
    return finding(Kind::CloudflareProxy, seen);
}

QByteArray asTarget(QByteArray text)
{
    return dnsName(QString::fromLatin1(text.replace('"', QByteArray())));
}

DnsFinding otherTypeInstead(const RecordEvidence &record)
{
    if (std::any_of(record.side.texts.begin(), record.side.texts.end(),
                    [&](const QByteArray &text) { return record.target.matches(asTarget(text)); }))
        return finding(Kind::TextInstead);
    return finding(Kind::OtherRecordThere, dnsTypeName(record.side.otherTypes.constFirst()).toLatin1());
}

/// Why a server of the zone does not have the record right.
DnsFinding diagnose(const RecordEvidence &record, const DomainEvidence &domain, const Sighting &sighting)
{
    if (sighting.cnames.size() > 1)
        return finding(Kind::TwoCnames, sighting.cnames.join(", "));
    const bool somethingThere = !sighting.cnames.isEmpty() || !record.side.addresses.isEmpty();
    if (somethingThere && isWildcard(record, sighting.cnames))
        return record.missesFound.isEmpty() ? finding(Kind::Wildcard, sighting.cnames.join(", ")) : missing(record);
    if (!sighting.cnames.isEmpty())
        return wrongTarget(record, domain, sighting);
    if (!record.side.addresses.isEmpty())
        return addressInstead(record, domain);
    if (!record.side.otherTypes.isEmpty())
        return otherTypeInstead(record);
    return missing(record);
}

/// Some of the zone's servers have it. Only an answer that is not older than the first right one
/// says that they disagree.
DnsFinding disagreement(const RecordEvidence &record, const QList<Sighting> &zoneSightings)
{
    std::optional<QDateTime> since;
    for (const Sighting &each : zoneSightings)
        if (each.isRight(record.target)) {
            const QDateTime then = record.rightSince.value(each.key, each.askedAt);
            since = std::min(since.value_or(then), then);
        }
    for (const Sighting &each : zoneSightings)
        if (!each.isRight(record.target) && each.askedAt >= *since) {
            DnsFinding found = finding(Kind::ServersDisagree, each.cnames.join(", "));
            found.server = describe(each.server);
            return found;
        }
    return {};
}

/// The longest wait for a resolver that still has something else.
DnsFinding stillCached(const RecordEvidence &record, const QList<Sighting> &resolvers, const QDateTime &now)
{
    DnsFinding longest;
    for (const Sighting &each : resolvers) {
        if (each.isRight(record.target))
            continue;
        DnsFinding found
            = each.isAbsent() ? finding(Kind::AbsenceCached) : finding(Kind::OldAnswerCached, each.cnames.join(", "));
        found.server = describe(each.server);
        found.wait = each.remaining(now);
        if (longest.kind == Kind::None || found.wait.value_or(0s) > longest.wait.value_or(0s))
            longest = found;
    }
    return longest;
}

/// F67: six of eight resolvers have it, so Clerk could.
bool clerkCouldSee(const RecordVerdict &verdict)
{
    return verdict.resolversAsked > 0 && verdict.resolversRight * 4 >= verdict.resolversAsked * 3;
}

void judgePublished(RecordVerdict &verdict, const RecordEvidence &record, const QDateTime &now)
{
    verdict.progress = verdict.resolversRight > 0 ? RecordProgress::AtResolvers : RecordProgress::AtProvider;
    if (record.clerk == ClerkView::NotVerified && clerkCouldSee(verdict))
        verdict.finding = finding(Kind::ClerkHasNotLooked);
    else
        verdict.finding = stillCached(record, usableOf(record, Role::Resolver), now);
}

/// No server spoke about the name with authority. One that hands the name on does work.
DnsFinding unanswered(const RecordEvidence &record, const DomainEvidence &domain)
{
    const auto isHandedOn = [&](const Sighting &each) {
        return !each.referredAt.isEmpty() && each.referredAt != domain.zone.apex
            && isAtOrBelow(each.referredAt, domain.zone.apex) && isAtOrBelow(record.host, each.referredAt);
    };
    if (std::any_of(record.sightings.begin(), record.sightings.end(), isHandedOn))
        return finding(Kind::OtherRecordThere, "NS");
    return finding(Kind::NoServerAnswers);
}

} // namespace

RecordVerdict evaluate(const RecordEvidence &record, const DomainEvidence &domain)
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
    } else if (const std::optional<DnsFinding> silencing = silencingFinding(domain)) {
        verdict.finding = *silencing;
    } else if (record.sightings.isEmpty()) {
        verdict.progress = RecordProgress::Unknown;
    } else if (zoneSightings.isEmpty()) {
        if (verdict.everyServerHeard)
            verdict.finding = unanswered(record, domain);
    } else if (verdict.isPublished()) {
        judgePublished(verdict, record, domain.now);
    } else if (verdict.authoritativeRight > 0) {
        verdict.progress = RecordProgress::AtProvider;
        verdict.finding = disagreement(record, zoneSightings);
    } else {
        verdict.progress = RecordProgress::NotFound;
        const auto newest
            = std::max_element(zoneSightings.begin(), zoneSightings.end(),
                               [](const Sighting &a, const Sighting &b) { return a.askedAt < b.askedAt; });
        verdict.finding = diagnose(record, domain, *newest);
    }
    return verdict;
}

int editDistance(const QByteArray &a, const QByteArray &b, int most)
{
    if (std::abs(a.size() - b.size()) > most)
        return most + 1;
    std::vector<int> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = std::exchange(row[0], static_cast<int>(i) + 1);
        for (size_t j = 1; j < row.size(); ++j) {
            const bool same = a[i] == b[static_cast<qsizetype>(j) - 1];
            const int changed = diagonal + (same ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({changed, row[j] + 1, row[j - 1] + 1});
        }
    }
    return std::min(row.back(), most + 1);
}

} // namespace golive
