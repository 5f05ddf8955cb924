#include "dns/evidence/sighting.h"

#include "dns/wire/dnsname.h"

#include <algorithm>
#include <tuple>

namespace golive {
namespace {

using std::chrono::seconds;

constexpr int longestChain = 16;

QString keyOf(const DnsServer &server, Sighting::Role role)
{
    switch (role) {
    case Sighting::Role::Authoritative: return server.name;
    case Sighting::Role::Resolver: return describe(server);
    case Sighting::Role::System: return Sighting::systemKey;
    }
    Q_UNREACHABLE();
}

void shorten(std::optional<seconds> &ttl, seconds other)
{
    ttl = std::min(ttl.value_or(other), other);
}

/// From a zone's own server the lifetime of an absence is the smaller of the SOA's own and its
/// minimum; a resolver counts the SOA's own down.
std::optional<seconds> lifetimeOfAbsence(const DnsMessage &message, Sighting::Role role)
{
    for (const DnsEntry &entry : message.authority)
        if (const auto *soa = std::get_if<DnsSoaData>(&entry.data)) {
            if (role != Sighting::Role::Authoritative)
                return entry.ttl;
            return std::min(entry.ttl, seconds(soa->minimum));
        }
    return std::nullopt;
}

void collect(Sighting &sighting, const DnsEntry &entry, DnsType asked)
{
    if (entry.type == DnsType::CNAME)
        sighting.cnames.append(nameIn(entry));
    if (const auto *address = std::get_if<DnsAddressData>(&entry.data))
        sighting.addresses.append(address->address);
    if (const auto *text = std::get_if<DnsTextData>(&entry.data))
        sighting.texts.append(text->text());
    if (entry.type == asked)
        sighting.ownsQuestionedType = true;
    if (entry.type == asked || entry.type == DnsType::CNAME)
        shorten(sighting.ttl, entry.ttl);
}

void collectReferral(Sighting &sighting, const QList<DnsEntry> &authority)
{
    constexpr qsizetype mostServers = 16;
    for (const DnsEntry &entry : authority)
        if (entry.type == DnsType::NS && sighting.referredTo.size() < mostServers) {
            sighting.referredAt = entry.owner;
            sighting.referredTo.append(nameIn(entry));
        }
}

QByteArrayList chainFrom(const QByteArray &name, const QList<DnsEntry> &entries)
{
    QByteArrayList chain;
    QByteArray at = name;
    while (chain.size() < longestChain) {
        const auto next = std::find_if(entries.begin(), entries.end(), [&](const DnsEntry &entry) {
            return entry.type == DnsType::CNAME && entry.owner == at;
        });
        if (next == entries.end() || chain.contains(nameIn(*next)))
            break;
        at = nameIn(*next);
        chain.append(at);
    }
    return chain;
}

} // namespace

std::optional<seconds> Sighting::remaining(const QDateTime &now) const
{
    if (!ttl)
        return std::nullopt;
    return std::max(seconds(0), *ttl - seconds(askedAt.secsTo(now)));
}

Sighting sightingOf(const DnsAnswer &answer, Sighting::Role role, const QDateTime &askedAt)
{
    Sighting sighting;
    sighting.key = keyOf(answer.server, role);
    sighting.server = answer.server;
    sighting.role = role;
    sighting.outcome = answer.outcome;
    sighting.rcode = answer.message.rcode;
    sighting.askedAt = askedAt;
    // Without authority it does not hold the zone, or somebody in between answers for it.
    sighting.usable = answer.conclusive() && (role != Sighting::Role::Authoritative || answer.message.authoritative);
    if (!sighting.usable) {
        collectReferral(sighting, answer.message.authority);
        return sighting;
    }
    for (const DnsEntry &entry : answer.message.answers)
        if (entry.owner == answer.question.name)
            collect(sighting, entry, answer.question.type);
        else if (entry.type == DnsType::DNAME && isAtOrBelow(answer.question.name, entry.owner))
            std::tie(sighting.dnameOwner, sighting.dnameTarget) = std::pair(entry.owner, nameIn(entry));
    sighting.chain = chainFrom(answer.question.name, answer.message.answers);
    if (sighting.isAbsent())
        sighting.ttl = lifetimeOfAbsence(answer.message, role);
    return sighting;
}

QString describe(const Sighting &sighting)
{
    if (sighting.outcome != DnsAnswer::Outcome::Answered)
        return {};
    QStringList found;
    for (const QByteArray &cname : sighting.cnames)
        found.append(QString::fromLatin1(cname));
    for (const QHostAddress &address : sighting.addresses)
        found.append(address.toString());
    if (!found.isEmpty())
        return found.join(QStringLiteral(", "));
    if (sighting.rcode == DnsRcode::NoError)
        return sighting.usable ? QStringLiteral("NODATA") : QStringLiteral("no authority");
    return dnsRcodeName(sighting.rcode);
}

} // namespace golive
