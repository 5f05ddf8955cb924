#include "wizard/steps/domainresearch.h"

#include "clerk/platformapi.h"
#include "dns/look/domainsurvey.h"
#include "foundation/promise.h"
#include "model/clerknames.h"
#include "wizard/displaytext.h"
#include "wizard/surveywords.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 100;

/// What Clerk may ask for: below the domain, and for a subdomain below its root, where another
/// Clerk application shows by its own records.
QStringList namesToLookAt(const DomainName &domain)
{
    QStringList names;
    const QList<ClerkName> all = clerkNames(domain);
    for (const ClerkName &each : all)
        if (each.purpose != ClerkName::Purpose::MailSender)
            names.append(each.name);
    if (domain.isSubdomain())
        names.append(QStringLiteral("clerk.") + domain.registrable());
    return names;
}

} // namespace

DomainResearch::DomainResearch(PlatformApi &api, DomainSurveyor &surveyor, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_surveyor(surveyor)
{
}

DomainResearch::~DomainResearch()
{
    m_surveyor.giveUp();
}

QList<DomainResearch::Finding> DomainResearch::findings() const
{
    QList<Finding> all = m_workspace + m_survey;
    const auto gravity = [](Notice::Tone tone) {
        return tone == Notice::Tone::Problem ? 0 : tone == Notice::Tone::Warning ? 1 : 2;
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Finding &a, const Finding &b) { return gravity(a.tone) < gravity(b.tone); });
    return all;
}

void DomainResearch::look(const DomainName &domain, const QString &applicationId)
{
    if (domain.ascii() == m_lookedFor)
        return;
    stop();
    m_workspace.clear();
    m_survey.clear();
    m_lookedFor = domain.ascii();
    m_listening = std::make_unique<QObject>();
    askWorkspace(domain, applicationId);
    survey(domain);
    Q_EMIT changed();
}

void DomainResearch::stop()
{
    m_listening.reset();
    m_surveyor.giveUp();
    if (std::exchange(m_surveying, false)) {
        m_lookedFor.clear(); // half of it is not known
        Q_EMIT changed();
    }
}

void DomainResearch::forget()
{
    m_lookedFor.clear();
    m_workspace.clear();
    m_survey.clear();
}

void DomainResearch::askWorkspace(const DomainName &domain, const QString &applicationId)
{
    onAnswer(m_api.findDomains(domain.registrable()), m_listening.get(),
             [this, domain, applicationId](const Result<QList<Domain>> &answer) {
                 if (answer)
                     showUse(domain, applicationId, *answer);
             });
}

/// The search is by part of a name, so it finds more than this domain; and it names the
/// application by its id alone, which people do not know.
void DomainResearch::showUse(const DomainName &domain, const QString &applicationId, const QList<Domain> &found)
{
    const QString registrable = domain.registrable();
    const auto used = std::find_if(found.cbegin(), found.cend(), [&](const Domain &each) {
        const bool isOnIt = each.name == registrable || each.name.endsWith(QLatin1Char('.') + registrable);
        return isOnIt && each.applicationId != applicationId;
    });
    if (used == found.cend())
        return;
    onAnswer(m_api.readApplication(used->applicationId), m_listening.get(),
             [this, domain, used = *used](const Result<Application> &answer) {
                 const QString name = answer ? displayText(answer->displayName(), longestName) : used.applicationId;
                 m_workspace = {SurveyWords::inUse(domain, used.name, name)};
                 Q_EMIT changed();
             });
}

void DomainResearch::survey(const DomainName &domain)
{
    m_surveying = true;
    onAnswer(m_surveyor.survey(domain.ascii(), namesToLookAt(domain)), m_listening.get(),
             [this, domain](const Result<DomainSurvey> &answer) {
                 m_surveying = false;
                 m_survey
                     = answer ? SurveyWords::findings(domain, *answer) : QList<Finding> {SurveyWords::notSeen(domain)};
                 Q_EMIT changed();
             });
}

} // namespace golive
