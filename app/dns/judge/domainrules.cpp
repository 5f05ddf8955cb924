#include "dns/judge/domainrules.h"

#include "dns/judge/certificaterules.h"
#include "dns/judge/networkrules.h"
#include "dns/judge/zonerules.h"

#include <algorithm>

namespace golive {
namespace {

bool isSilencing(const DnsFinding &finding)
{
    return silencesRecords(finding.kind);
}

} // namespace

QList<DnsFinding> judgeDomain(const DomainEvidence &domain)
{
    QList<DnsFinding> found;
    for (const auto judge : {judgeNetwork, judgeZone, judgeCertificates}) {
        found += judge(domain);
        if (std::any_of(found.begin(), found.end(), isSilencing))
            break;
    }
    std::stable_sort(found.begin(), found.end(), [](const DnsFinding &a, const DnsFinding &b) {
        return std::pair(severityOf(a.kind), !isSilencing(a)) < std::pair(severityOf(b.kind), !isSilencing(b));
    });
    return found;
}

std::optional<DnsFinding> silencingFinding(const DomainEvidence &domain)
{
    return silencingFinding(judgeDomain(domain));
}

std::optional<DnsFinding> silencingFinding(const QList<DnsFinding> &findings)
{
    const auto found = std::find_if(findings.begin(), findings.end(), isSilencing);
    return found == findings.end() ? std::nullopt : std::optional(*found);
}

} // namespace golive
