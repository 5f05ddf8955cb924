#include "wizard/steps/stagingpath.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "wizard/domainwords.h"
#include "wizard/errortext.h"

namespace golive {
namespace {

constexpr qsizetype longestName = 50; // what Clerk documents for names of applications
constexpr qsizetype longestDomain = 2000;

} // namespace

StagingPath::StagingPath(PlatformApi &api, Deployment &deployment, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_creator(api)
{
}

void StagingPath::propose(const QString &domain)
{
    const DeployPlan &plan = m_deployment.plan();
    if (m_applicationId != plan.applicationId) {
        m_applicationId = plan.applicationId;
        m_nameTyped = m_domainTyped = m_complains = false;
        m_domain.clear();
        m_state.outcome = {};
    }
    const auto site = DomainName::parse(domain);
    if (!m_nameTyped)
        m_name = tr("%1 (staging)").arg(plan.applicationName).left(longestName);
    if (!m_domainTyped && site)
        m_domain = QStringLiteral("staging.") + DomainWords::asPeopleWriteIt(site->registrable());
    render();
}

void StagingPath::setName(const QString &typed)
{
    if (typed == m_name)
        return;
    m_name = typed.left(longestDomain);
    m_nameTyped = true;
    m_complains = false;
    render();
}

void StagingPath::setDomain(const QString &typed)
{
    if (typed == m_domain)
        return;
    m_domain = typed.left(longestDomain);
    m_domainTyped = true;
    m_complains = false;
    render();
}

void StagingPath::create()
{
    if (m_state.busy)
        return;
    m_complains = true;
    m_state.outcome = {};
    render();
    if (!m_state.nameProblem.isEmpty() || !m_state.domainProblem.isEmpty())
        return;
    m_state.busy = true;
    m_left = false;
    Q_EMIT stateChanged();
    // What is typed meanwhile is for another time.
    onAnswer(m_creator.create(m_name.trimmed()), this,
             [this, domain = DomainName::parse(m_domain)->ascii(), askedFrom = m_deployment.plan().applicationId](
                 const Result<Application> &answer) { take(answer, domain, askedFrom); });
}

/// Whoever works on something else by now is not taken away from it.
void StagingPath::take(const Result<Application> &answer, const QString &domain, const QString &askedFrom)
{
    m_state.busy = false;
    if (!answer) {
        showRefusal(answer.error());
    } else if (m_left || askedFrom != m_deployment.plan().applicationId) {
        m_deployment.noteMade(*answer, domain);
        m_state.outcome = {Notice::Tone::Success,
                           tr("The application “%1” was made for %2. You find it in the step “Application”.")
                               .arg(answer->displayName(), DomainWords::asPeopleWriteIt(domain)),
                           {}};
        Q_EMIT stateChanged();
    } else {
        open(*answer, domain);
    }
}

void StagingPath::showRefusal(const Error &error)
{
    m_state.outcome = noticeFor(error);
    m_state.outcome.text = outcomeIsUnknown(error)
        ? tr("It is not certain whether the application was made. Look in Clerk’s Dashboard before you try again.")
            + QLatin1Char('\n') + ErrorText::sentence(error)
        : tr("No application was made.") + QLatin1Char(' ') + ErrorText::sentence(error);
    Q_EMIT stateChanged();
}

void StagingPath::open(const Application &made, const QString &domain)
{
    m_deployment.open(made);
    m_deployment.change([&domain](DeployPlan &plan) { plan.domain = domain; });
    Q_EMIT stateChanged();
    onAnswer(m_deployment.refresh(), this, [this](const Result<> &) { Q_EMIT opened(); });
}

void StagingPath::render()
{
    State next;
    next.name = m_name;
    next.domain = m_domain;
    next.busy = m_state.busy;
    next.outcome = m_state.outcome;
    const QString name = m_name.trimmed();
    const auto domain = DomainName::parse(m_domain);
    if (m_complains && name.isEmpty())
        next.nameProblem = tr("Give the application a name.");
    else if (m_complains && name.size() > longestName)
        next.nameProblem = tr("The name is too long: Clerk takes 50 characters.");
    if (m_complains && !domain)
        next.domainProblem = DomainWords::problem(domain.error());
    else if (m_complains && domain->ascii() == m_deployment.plan().domain)
        next.domainProblem = tr("This is the domain of the present application. Staging needs another one, such as "
                                "staging.%1.")
                                 .arg(DomainWords::asPeopleWriteIt(domain->registrable()));
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
