#include "dns/judge/recordcauses.h"

#include "dns/data/dnsdata.h"
#include "dns/data/dnsprovider.h"
#include "dns/wire/dnsname.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

constexpr int typoDistance = 2;
constexpr auto proxyTtl = 300s; // Cloudflare answers so for every proxied host

DnsFinding finding(Kind kind, const QByteArray &seen = {})
{
    return {.kind = kind, .seen = QString::fromLatin1(seen)};
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

QByteArray textsOf(const QList<QHostAddress> &addresses)
{
    QByteArrayList texts;
    for (const QHostAddress &address : addresses)
        texts.append(address.toString().toLatin1());
    return texts.join(", ");
}

bool refusesUnderscores(const Zone &zone)
{
    QStringList servers;
    for (const QByteArray &name : zone.nameServers)
        servers.append(QString::fromLatin1(name));
    return providerOf(servers, QString::fromLatin1(zone.apex)).refusesUnderscore;
}

/// The record was added to the zone itself: as a CNAME, or, where the provider hides that, as the
/// addresses it leads to.
std::optional<DnsFinding> atBareDomain(const RecordEvidence &record, const DomainEvidence &domain)
{
    for (const BareEvidence &bare : domain.bare)
        if (record.target.matchesAny(bare.cnames) || overlap(bare.addresses, record.targetAddresses)) {
            DnsFinding found
                = finding(Kind::ApexTouched, bare.cnames.isEmpty() ? textsOf(bare.addresses) : bare.cnames.join(", "));
            found.names.append(QString::fromLatin1(bare.name));
            return found;
        }
    return std::nullopt;
}

DnsFinding missing(const RecordEvidence &record, const DomainEvidence &domain)
{
    if (record.missesFound.isEmpty())
        return atBareDomain(record, domain).value_or(finding(Kind::Missing));
    const NearMiss &miss = record.missesFound.constFirst();
    const bool refused = miss.kind == Kind::UnderscoreLost && refusesUnderscores(domain.zone);
    return finding(refused ? Kind::UnderscoreRefused : miss.kind, miss.name);
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
Kind addressKind(const RecordEvidence &record, const DomainEvidence &domain)
{
    const QList<QHostAddress> &found = record.side.addresses;
    if (overlap(found, record.targetAddresses))
        return Kind::Flattened;
    const bool allCloudflare = std::all_of(found.begin(), found.end(), isCloudflareAddress);
    const bool hasProxyTtl = record.side.addressTtl == proxyTtl;
    const bool cloudflareServers
        = std::any_of(domain.zone.nameServers.begin(), domain.zone.nameServers.end(),
                      [](const QByteArray &name) { return isAtOrBelow(name, "ns.cloudflare.com"); });
    if (!allCloudflare || !(cloudflareServers || hasProxyTtl))
        return Kind::AddressInstead;
    if (record.targetAddresses.isEmpty() && !hasProxyTtl)
        return Kind::Flattened;
    return Kind::CloudflareProxy;
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

/// Every type that is there is there for a name nobody can have entered, with the same data.
bool isWildcardOfOtherTypes(const RecordEvidence &record)
{
    const QList<DnsType> &types = record.side.otherTypes;
    return std::all_of(types.begin(), types.end(), [&](DnsType type) {
        const QList<DnsData> here = record.side.data.value(static_cast<quint16>(type));
        const QList<DnsData> everywhere = record.wildcard.data.value(static_cast<quint16>(type));
        return !here.isEmpty()
            && std::all_of(here.begin(), here.end(), [&](const DnsData &each) { return everywhere.contains(each); });
    });
}

/// A catch-all answers. Cloudflare's proxy, however, answers alike for it and for a record.
DnsFinding answeredByWildcard(const RecordEvidence &record, const DomainEvidence &domain, const Sighting &sighting)
{
    if (!record.missesFound.isEmpty())
        return missing(record, domain);
    const bool addresses = sighting.cnames.isEmpty() && !record.side.addresses.isEmpty();
    if (!addresses || addressKind(record, domain) != Kind::CloudflareProxy)
        return finding(Kind::Wildcard, sighting.cnames.join(", "));
    DnsFinding either = finding(Kind::CloudflareProxy, textsOf(record.side.addresses));
    either.names.append(QStringLiteral("*"));
    return either;
}

DnsFinding redirected(const Sighting &sighting)
{
    DnsFinding found = finding(Kind::DnameAbove, sighting.dnameOwner);
    found.names.append(QString::fromLatin1(sighting.dnameTarget));
    return found;
}

} // namespace

DnsFinding causeOf(const RecordEvidence &record, const DomainEvidence &domain, const Sighting &sighting)
{
    if (!sighting.dnameOwner.isEmpty())
        return redirected(sighting);
    if (sighting.cnames.size() > 1)
        return finding(Kind::TwoCnames, sighting.cnames.join(", "));
    const bool somethingThere = !sighting.cnames.isEmpty() || !record.side.addresses.isEmpty();
    if (somethingThere && isWildcard(record, sighting.cnames))
        return answeredByWildcard(record, domain, sighting);
    if (!sighting.cnames.isEmpty())
        return wrongTarget(record, domain, sighting);
    if (!record.side.addresses.isEmpty())
        return finding(addressKind(record, domain), textsOf(record.side.addresses));
    if (!record.side.otherTypes.isEmpty())
        return isWildcardOfOtherTypes(record) ? answeredByWildcard(record, domain, sighting) : otherTypeInstead(record);
    return missing(record, domain);
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
