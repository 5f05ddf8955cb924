#include "dns/judge/certificaterules.h"

#include "dns/judge/caarule.h"

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

constexpr auto patienceWithClerk = 10min;
constexpr qsizetype mostNames = 12; // of what a finding lists
constexpr qsizetype longestName = 300;

/// Those Clerk gets its certificates from.
const QByteArrayList &issuersOfClerk()
{
    static const QByteArrayList issuers {"letsencrypt.org", "pki.goog"};
    return issuers;
}

void note(QStringList &names, const QString &name)
{
    const QString shown = name.left(longestName);
    if (!shown.isEmpty() && !names.contains(shown) && names.size() < mostNames)
        names.append(shown);
}

void note(QStringList &names, const QByteArray &name)
{
    note(names, QString::fromUtf8(name));
}

/// What a set of rules lets Clerk's issuers do.
struct Permission
{
    QByteArrayList issuers; ///< all that are named
    QByteArrayList listed; ///< Clerk's issuers among them
    QByteArrayList free; ///< those that may without restriction
    QByteArrayList restrictions;
    bool isLimited = false; ///< somebody is named, or nobody is allowed
};

/// `issuewild` is about names with a `*`, which Clerk has no certificates for.
Permission permissionFrom(const QList<DnsCaaData> &rules)
{
    Permission permission;
    for (const DnsCaaData &rule : rules) {
        if (rule.tag.toLower() != "issue")
            continue;
        permission.isLimited = true;
        const CaaIssue issue = caaIssueFrom(rule.value);
        if (issue.issuer.isEmpty())
            continue;
        permission.issuers.append(issue.issuer);
        if (!issuersOfClerk().contains(issue.issuer))
            continue;
        const QByteArrayList restrictions = restrictionsIn(issue);
        if (!permission.listed.contains(issue.issuer))
            permission.listed.append(issue.issuer);
        if (restrictions.isEmpty() && !permission.free.contains(issue.issuer))
            permission.free.append(issue.issuer);
        permission.restrictions += restrictions;
    }
    return permission;
}

DnsFinding about(Kind kind, const QByteArrayList &names)
{
    DnsFinding finding {.kind = kind};
    for (const QByteArray &name : names)
        note(finding.names, name);
    return finding;
}

DnsFinding judgeRules(const QList<DnsCaaData> &rules)
{
    QByteArrayList unknown;
    for (const DnsCaaData &rule : rules)
        if (isCriticalUnknown(rule))
            unknown.append(rule.tag);
    if (!unknown.isEmpty())
        return about(Kind::CaaCritical, unknown);

    const Permission permission = permissionFrom(rules);
    if (!permission.isLimited)
        return {};
    if (permission.listed.isEmpty())
        return about(Kind::CaaForbids, permission.issuers);
    // That certificates work now is not to be said when the one that may is restricted.
    if (permission.free.size() < permission.listed.size())
        return about(Kind::CaaParameters, permission.restrictions);
    for (const QByteArray &issuer : issuersOfClerk())
        if (!permission.listed.contains(issuer))
            return about(Kind::CaaAllowsOne, {issuer});
    return {};
}

DnsFinding judgeHost(const CertificateEvidence &certificate)
{
    DnsFinding finding;
    if (certificate.lookupFailed) {
        finding.kind = Kind::CaaLookupFails;
        finding.seen = QString::fromLatin1(certificate.failedName);
        finding.server = describe(certificate.failedAt);
        return finding;
    }
    if (certificate.rules.isEmpty())
        return {};
    if (certificate.isClerks())
        finding.kind = Kind::CaaThroughCname;
    else
        finding = judgeRules(certificate.rules);
    finding.seen = QString::fromLatin1(certificate.owner);
    return finding;
}

/// One finding for all hosts that it is true of.
QList<DnsFinding> judgeCaa(const QList<CertificateEvidence> &certificates)
{
    QList<DnsFinding> found;
    for (const CertificateEvidence &certificate : certificates) {
        const DnsFinding finding = judgeHost(certificate);
        if (finding.kind == Kind::None)
            continue;
        auto same = std::find_if(found.begin(), found.end(), [&](const DnsFinding &each) {
            return each.kind == finding.kind && each.seen == finding.seen && each.names == finding.names;
        });
        if (same == found.end())
            same = found.insert(found.end(), finding);
        note(same->otherNames, certificate.host);
    }
    return found;
}

/// Clerk's own sentences; where it has none, its word.
void noteRemarks(QStringList &remarks, const QList<FailureHint> &hints)
{
    for (const FailureHint &hint : hints)
        note(remarks, hint.message.isEmpty() ? hint.code : hint.message);
}

bool isOverdue(const DomainStatus &clerk, const DomainEvidence &domain)
{
    const auto failed = [](const Component &each) { return each.required && each.state == ComponentState::Failed; };
    const QMap<QString, Component> &hosts = clerk.sslHosts;
    const bool hasFailed = failed(clerk.ssl) || std::any_of(hosts.begin(), hosts.end(), failed);
    const std::chrono::milliseconds waited(
        domain.clerkWorkingSince.isValid() ? domain.clerkWorkingSince.msecsTo(domain.now) : 0);
    return hasFailed || waited > patienceWithClerk;
}

/// `explained` is what has been found out about certificates already.
std::optional<DnsFinding> judgeProgress(const DomainEvidence &domain, const QList<DnsFinding> &explained)
{
    if (!domain.clerk || !domain.clerk->dns.isDone() || domain.clerk->ssl.isDone() || !isOverdue(*domain.clerk, domain))
        return std::nullopt;
    DnsFinding stuck {.kind = Kind::CertificateStuck};
    noteRemarks(stuck.names, domain.clerk->ssl.hints);
    const QMap<QString, Component> &hosts = domain.clerk->sslHosts;
    for (auto host = hosts.cbegin(); host != hosts.cend(); ++host) {
        if (host->isDone())
            continue;
        note(stuck.otherNames, host.key());
        noteRemarks(stuck.names, host->hints);
    }
    QStringList reasons;
    for (const DnsFinding &finding : explained)
        if (finding.kind != Kind::CaaThroughCname)
            note(reasons, catalogueId(finding.kind));
    if (!domain.proxiedHosts.isEmpty())
        note(reasons, catalogueId(Kind::CloudflareProxy));
    stuck.seen = reasons.join(QStringLiteral(", "));
    return stuck;
}

/// Everything Clerk remarks on, wherever in its status.
QList<FailureHint> allHints(const DomainStatus &status)
{
    QList<FailureHint> hints = status.dns.hints + status.ssl.hints;
    for (const Component &host : status.sslHosts)
        hints += host.hints;
    for (const RecordStatus &record : status.records)
        hints += record.hints;
    for (const std::optional<Component> &part : {status.mail, status.proxy})
        if (part)
            hints += part->hints;
    return hints;
}

std::optional<DnsFinding> judgeOwnership(const DomainEvidence &domain)
{
    if (!domain.clerk)
        return std::nullopt;
    QList<FailureHint> hints = allHints(*domain.clerk);
    hints.removeIf([](const FailureHint &hint) { return hint.code != QLatin1String("home_url_taken"); });
    if (hints.isEmpty())
        return std::nullopt;
    DnsFinding taken {.kind = Kind::DomainInUse};
    for (const FailureHint &hint : std::as_const(hints))
        note(taken.names, hint.message);
    return taken;
}

} // namespace

QList<DnsFinding> judgeCertificates(const DomainEvidence &domain)
{
    QList<DnsFinding> found = judgeCaa(domain.certificates);
    if (const std::optional<DnsFinding> stuck = judgeProgress(domain, found))
        found.append(*stuck);
    for (DnsFinding &finding : found)
        if (finding.otherNames.size() == 1)
            finding.host = finding.otherNames.constFirst();
    if (const std::optional<DnsFinding> taken = judgeOwnership(domain))
        found.append(*taken);
    return found;
}

} // namespace golive
