#include "dns/judge/zonerules.h"

#include "dns/data/dnsdata.h"
#include "dns/data/dnsprovider.h"
#include "dns/judge/dnssecreason.h"
#include "dns/judge/networkrules.h"
#include "dns/wire/dnsname.h"
#include "model/publicsuffix.h"

#include <QJsonArray>

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Outcome = DnsAnswer::Outcome;

constexpr auto notAuthoritative = static_cast<DnsRcode>(9); // NOTAUTH (RFC 2136): not in charge of it

/// How one server takes the question for the zone.
enum class Stance {
    Works,
    Refuses, ///< it is there, and has no such zone
    Fails, ///< it is there, and cannot say
    Silent,
    OutOfReach, ///< from this computer; nothing is known about it
};

Stance stanceOf(const ZoneServerCheck &check)
{
    if (check.works())
        return Stance::Works;
    switch (check.outcome) {
    case Outcome::Answered: break;
    case Outcome::TimedOut:
    case Outcome::PortClosed:
    case Outcome::Malformed: return Stance::Silent;
    case Outcome::NotTrusted:
    case Outcome::OutsideCertificateTime:
    case Outcome::Unreachable:
    case Outcome::NotAskable: return Stance::OutOfReach;
    }
    const bool hasNoSuchZone = check.rcode == DnsRcode::Refused || check.rcode == notAuthoritative
        || check.rcode == DnsRcode::NoError || check.rcode == DnsRcode::NameError;
    return hasNoSuchZone ? Stance::Refuses : Stance::Fails;
}

QStringList texts(const QByteArrayList &names)
{
    QStringList texts;
    for (const QByteArray &name : names)
        texts.append(QString::fromLatin1(name));
    return texts;
}

/// Without those that ask for patience: what they refuse, they may answer later.
QStringList serversThat(const DomainEvidence &domain, std::initializer_list<Stance> stances)
{
    QStringList names;
    for (const ZoneServerCheck &check : domain.inspection.servers)
        if (std::find(stances.begin(), stances.end(), stanceOf(check)) != stances.end()
            && (check.works() || !domain.network.slowServers.contains(check.server)))
            names.append(QString::fromLatin1(check.name));
    return names;
}

QStringList serversInCharge(const DomainEvidence &domain)
{
    const ZoneEvidence &inspection = domain.inspection;
    return texts(inspection.parentServers.isEmpty() ? domain.zone.nameServers : inspection.parentServers);
}

/// Registries say it in words with spaces (RFC 8056); some pass on those of EPP, `clientHold`.
bool suspends(const QString &status)
{
    static const QStringList words {
        QStringLiteral("clienthold"),    QStringLiteral("serverhold"),     QStringLiteral("redemptionperiod"),
        QStringLiteral("pendingdelete"), QStringLiteral("pendingrestore"), QStringLiteral("inactive"),
    };
    return words.contains(QString(status).remove(QLatin1Char(' ')).toLower());
}

/// Where registrars point a domain that was not paid or whose owner did not confirm the address.
bool isForExpired(const QByteArray &server)
{
    static const QByteArrayList suffixes = [] {
        QByteArrayList read;
        for (const auto &suffix : dnsData(QStringLiteral("searchedservers.json"))[QLatin1String("expired")].toArray())
            read.append(dnsName(suffix.toString()));
        return read;
    }();
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&](const QByteArray &suffix) { return isAtOrBelow(server, suffix); });
}

bool isParked(const Zone &zone)
{
    return std::count_if(zone.nameServers.begin(), zone.nameServers.end(), isForExpired) * 2 > zone.nameServers.size();
}

/// F12; `vanished` when the zone above does not know a domain that is registered.
std::optional<DnsFinding> suspension(const DomainEvidence &domain, bool vanished)
{
    const std::optional<Registration> &registration = domain.inspection.registration;
    DnsFinding finding {.kind = Kind::Suspended};
    if (registration && registration->exists) {
        finding.seen = registration->registrar;
        std::copy_if(registration->statuses.begin(), registration->statuses.end(), std::back_inserter(finding.names),
                     suspends);
        const bool expired = registration->expires.isValid() && registration->expires < domain.now;
        if (vanished || expired || !finding.names.isEmpty())
            return finding;
    }
    return isParked(domain.zone) ? std::optional(finding) : std::nullopt;
}

/// F13 and F14, once every server was asked and none works. Most of them must refuse for the zone
/// to be called inactive: one that is silent may have it.
std::optional<DnsFinding> nobodyWorks(const DomainEvidence &domain)
{
    const ZoneEvidence &inspection = domain.inspection;
    const bool reported = domain.zone.state == Zone::State::NoServerAnswers;
    DnsFinding finding {.kind = Kind::NoServerAnswers, .names = serversInCharge(domain)};
    if (inspection.servers.isEmpty() || keepsServersAway(domain.network))
        return reported ? std::optional(finding) : std::nullopt;

    const qsizetype refusing = serversThat(domain, {Stance::Refuses}).size();
    const qsizetype broken = serversThat(domain, {Stance::Fails, Stance::Silent}).size();
    if (!serversThat(domain, {Stance::Works}).isEmpty() || refusing + broken == 0)
        return reported ? std::optional(finding) : std::nullopt;
    if (refusing > broken) {
        finding.kind = Kind::ZoneNotActive;
        finding.seen = providerOf(finding.names, QString::fromLatin1(domain.zone.apex)).name;
    }
    return finding;
}

/// F21. Said before F13: a resolver that leaves out the check gets its answer.
std::optional<DnsFinding> brokenSeal(const DomainEvidence &domain)
{
    if (!domain.inspection.dnssec)
        return std::nullopt;
    const bool nobodySees = domain.zone.state == Zone::State::NoServerAnswers;
    const std::optional<DnssecReason> reason = dnssecReason(*domain.inspection.dnssec, nobodySees);
    if (!reason)
        return std::nullopt;
    DnsFinding finding {.kind = Kind::DnssecBroken, .seen = reason->meaning};
    if (reason->code != 0)
        finding.names.append(QStringLiteral("EDE %1").arg(reason->code));
    return finding;
}

/// What keeps everybody from seeing the zone.
std::optional<DnsFinding> obstacle(const DomainEvidence &domain)
{
    if (const QString hosting = hostingProviderOf(QString::fromLatin1(domain.domain)); !hosting.isEmpty())
        return DnsFinding {.kind = Kind::HostingDomain, .seen = hosting};
    if (domain.zone.state == Zone::State::NotRegistered) {
        return suspension(domain, true).value_or(DnsFinding {.kind = Kind::NotRegistered});
    }
    if (std::optional<DnsFinding> broken = brokenSeal(domain))
        return broken;
    std::optional<DnsFinding> nobody = nobodyWorks(domain);
    if (nobody || isParked(domain.zone))
        if (std::optional<DnsFinding> suspended = suspension(domain, false))
            return suspended;
    return nobody;
}

/// F15 and F16, where other servers work.
QList<DnsFinding> singleServers(const DomainEvidence &domain)
{
    struct Row
    {
        Kind kind;
        QStringList names;
    };
    QList<DnsFinding> findings;
    const QStringList working = serversThat(domain, {Stance::Works});
    for (const Row &row : {Row {Kind::LameServer, serversThat(domain, {Stance::Refuses, Stance::Fails})},
                           Row {Kind::DeadServer, serversThat(domain, {Stance::Silent})}})
        if (!row.names.isEmpty() && !working.isEmpty())
            findings.append(
                {.kind = row.kind, .server = row.names.constFirst(), .names = row.names, .otherNames = working});
    return findings;
}

QDateTime endOf(const CachedServers &cached)
{
    return cached.askedAt.addSecs(cached.ttl.value_or(0s).count());
}

/// F19, until the last resolver forgets.
std::optional<DnsFinding> changedLists(const ZoneEvidence &inspection, const QDateTime &now)
{
    const CachedServers *longest = nullptr;
    for (const CachedServers &cached : inspection.cached)
        if (goesByFormerServers(cached, inspection, now) && (!longest || endOf(cached) > endOf(*longest)))
            longest = &cached;
    if (!longest)
        return std::nullopt;
    const QByteArrayList &parent = inspection.parentServers;
    return DnsFinding {.kind = Kind::ServersChanged,
                       .names = texts(parent.isEmpty() ? inspection.childServers : parent),
                       .wait = longest->ttl.value_or(0s),
                       .until = endOf(*longest)};
}

QList<DnsFinding> delegationFindings(const ZoneEvidence &inspection, const QDateTime &now)
{
    QList<DnsFinding> findings;
    if (const std::optional<DnsFinding> changed = changedLists(inspection, now))
        findings.append(*changed);
    const bool bothKnown = !inspection.parentServers.isEmpty() && !inspection.childServers.isEmpty();
    if (bothKnown && inspection.parentServers != inspection.childServers)
        findings.append({.kind = Kind::ServerListsDiffer,
                         .names = texts(inspection.parentServers),
                         .otherNames = texts(inspection.childServers)});
    return findings;
}

/// F18.
std::optional<DnsFinding> otherProvider(const DomainEvidence &domain)
{
    const QStringList servers = texts(domain.inspection.recordsFoundAt);
    if (servers.isEmpty())
        return std::nullopt;
    const QString provider = providerOf({servers.constFirst()}, QString::fromLatin1(domain.zone.apex)).name;
    return DnsFinding {.kind = Kind::RecordsAtOtherProvider,
                       .seen = provider.isEmpty() ? servers.constFirst() : provider,
                       .names = servers};
}

bool isInternational(const QByteArray &name)
{
    const QByteArrayList labels = labelsOf(name);
    return std::any_of(labels.begin(), labels.end(), [](const QByteArray &label) { return label.startsWith("xn--"); });
}

} // namespace

QList<DnsFinding> judgeZone(const DomainEvidence &domain)
{
    QList<DnsFinding> findings;
    if (domain.zone.state == Zone::State::NetworkBlocked)
        return findings;
    if (isInternational(domain.domain))
        findings.append({.kind = Kind::InternationalName, .seen = QString::fromLatin1(domain.domain)});
    if (const std::optional<DnsFinding> found = obstacle(domain)) {
        findings.prepend(*found);
        return findings;
    }
    if (const std::optional<DnsFinding> found = otherProvider(domain))
        findings.append(*found);
    if (keepsServersAway(domain.network)) // what they seem to say or not to say is not theirs
        return findings;
    return findings + singleServers(domain) + delegationFindings(domain.inspection, domain.now);
}

bool goesByFormerServers(const CachedServers &cached, const ZoneEvidence &inspection, const QDateTime &now)
{
    const QByteArrayList &parent = inspection.parentServers;
    const QByteArrayList &child = inspection.childServers;
    const bool isKnown = !parent.isEmpty() || !child.isEmpty();
    const bool isOver = cached.askedAt.isValid() && endOf(cached) <= now;
    return isKnown && !isOver && cached.names != parent && cached.names != child;
}

} // namespace golive
