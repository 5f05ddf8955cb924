#include "wizard/steps/settingsviewmodel.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "wizard/errortext.h"

namespace golive {
namespace {

QString development()
{
    return QStringLiteral("development");
}

} // namespace

SettingsViewModel::SettingsViewModel(PlatformApi &api, Deployment &deployment, QObject *parent)
    : StepViewModel(parent)
    , m_api(api)
    , m_deployment(deployment)
{
    connect(&m_deployment, &Deployment::planChanged, this, &SettingsViewModel::followPlan);
    connect(&m_deployment, &Deployment::factsChanged, this, &SettingsViewModel::followPlan);
    followPlan();
}

void SettingsViewModel::enter()
{
    followPlan();
    readAgain();
}

void SettingsViewModel::goForward()
{
    choose(m_state.choice);
    Q_EMIT finished();
}

void SettingsViewModel::choose(DeployPlan::Settings choice)
{
    const bool copies = choice == DeployPlan::Settings::CloneDevelopment;
    if (m_state.readOnly || choice == DeployPlan::Settings::Undecided || (copies && !m_state.canCopy))
        return;
    m_deployment.change([choice](DeployPlan &plan) { plan.settings = choice; });
}

void SettingsViewModel::readAgain()
{
    if (m_reading == Reading::UnderWay || m_applicationId.isEmpty() || !m_state.canCopy)
        return;
    m_reading = Reading::UnderWay;
    m_notice = {};
    render();
    onAnswer(m_api.readConfig(m_applicationId, development(), {}), this,
             [this, asked = m_applicationId](const Result<InstanceConfig> &answer) {
                 if (asked == m_applicationId)
                     showConfig(answer);
             });
}

/// What was read before stays when it cannot be read again.
void SettingsViewModel::showConfig(const Result<InstanceConfig> &answer)
{
    if (answer) {
        m_reading = Reading::Done;
        m_config = *answer;
        readLists();
    } else {
        m_reading = Reading::Failed;
        m_notice = noticeFor(answer.error(), Notice::Tone::Warning);
        m_notice.text = tr("The settings of development could not be read. You can choose all the same.")
            + QLatin1Char('\n') + ErrorText::sentence(answer.error());
    }
    render();
}

/// Only counts and names come from these, so a failure is not worth a message.
void SettingsViewModel::readLists()
{
    onAnswer(m_api.listRedirectUrls(m_applicationId, development()), this,
             [this, asked = m_applicationId](const Result<QList<RedirectUrl>> &answer) {
                 if (asked != m_applicationId || !answer)
                     return;
                 m_redirectUrls = *answer;
                 render();
             });
    onAnswer(m_api.listJwtTemplates(m_applicationId, development()), this,
             [this, asked = m_applicationId](const Result<QList<JwtTemplate>> &answer) {
                 if (asked != m_applicationId || !answer)
                     return;
                 m_jwtTemplates = *answer;
                 render();
             });
}

void SettingsViewModel::followPlan()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_reading = Reading::NotYet;
        m_config.reset();
        m_redirectUrls.reset();
        m_jwtTemplates.reset();
        m_notice = {};
    }
    render();
}

void SettingsViewModel::render()
{
    State next;
    const DeployFacts &facts = m_deployment.facts();
    const bool decided = m_deployment.plan().settings != DeployPlan::Settings::Undecided;
    next.readOnly = facts.production().has_value();
    next.canCopy = !facts.application || facts.development();
    next.choice = decided || next.readOnly ? m_deployment.plan().settings : DeployPlan::Settings::CloneDevelopment;
    next.reading = m_reading;
    next.notice = m_notice;
    if (!next.canCopy && !next.readOnly) {
        next.choice = DeployPlan::Settings::ClerkDefaults;
        next.notice = {Notice::Tone::Information,
                       tr("This application has no development instance, so there is nothing to copy. Production "
                          "starts with Clerk’s defaults."),
                       {}};
    }
    if (m_config) {
        next.copied = SettingsWords::copied(summaryOf(*m_config));
        next.leftBehind = LeftBehindWords::lines(golive::leftBehind(*m_config, m_redirectUrls, m_jwtTemplates));
    }
    setState(next);
}

void SettingsViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
