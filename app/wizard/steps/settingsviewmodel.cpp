#include "wizard/steps/settingsviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "clerk/platformapi.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "model/settings/settingsfile.h"
#include "wizard/displaytext.h"
#include "wizard/errortext.h"

#include <utility>

namespace golive {
namespace {

QString development()
{
    return QStringLiteral("development");
}

} // namespace

SettingsViewModel::SettingsViewModel(PlatformApi &api, Deployment &deployment, const Clock &clock, QUrl dashboardUrl,
                                     QObject *parent)
    : StepViewModel(parent)
    , m_api(api)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_dashboardUrl(std::move(dashboardUrl))
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
        takeInventory();
        readSchema();
        readLists();
    } else {
        m_reading = Reading::Failed;
        m_notice = noticeFor(answer.error(), Notice::Tone::Warning);
        m_notice.text = tr("The settings of development could not be read. You can choose all the same.")
            + QLatin1Char('\n') + ErrorText::sentence(answer.error());
    }
    render();
}

/// Without it the settings are shown all the same, only not explained.
void SettingsViewModel::readSchema()
{
    onAnswer(m_api.readConfigSchema(m_applicationId, development(), {}), this,
             [this, asked = m_applicationId](const Result<QJsonObject> &answer) {
                 if (asked != m_applicationId)
                     return;
                 m_schemaTrouble = answer ? std::nullopt : std::optional(answer.error());
                 if (answer)
                     m_schema = *answer;
                 takeInventory();
                 render();
             });
}

void SettingsViewModel::takeInventory()
{
    if (m_config)
        m_inventory = SettingsInventory(*m_config, m_schema, m_redirectUrls, m_jwtTemplates);
}

/// Only counts and names come from these, so a failure is not worth a message.
void SettingsViewModel::readLists()
{
    onAnswer(m_api.listRedirectUrls(m_applicationId, development()), this,
             [this, asked = m_applicationId](const Result<QList<RedirectUrl>> &answer) {
                 if (asked != m_applicationId || !answer)
                     return;
                 m_redirectUrls = *answer;
                 takeInventory();
                 render();
             });
    onAnswer(m_api.listJwtTemplates(m_applicationId, development()), this,
             [this, asked = m_applicationId](const Result<QList<JwtTemplate>> &answer) {
                 if (asked != m_applicationId || !answer)
                     return;
                 m_jwtTemplates = *answer;
                 takeInventory();
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
        m_schema = {};
        m_schemaTrouble.reset();
        m_inventory = {};
        m_search.clear();
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
    if (const auto instance = facts.development())
        next.dashboard = instancePage(m_dashboardUrl, m_applicationId, instance->id);
    if (m_config)
        renderConfig(next, *m_config);
    setState(next);
}

void SettingsViewModel::renderConfig(State &next, const InstanceConfig &config) const
{
    constexpr qsizetype longestQuote = 40;
    next.copied = SettingsWords::copied(summaryOf(config));
    next.leftBehind
        = LeftBehindWords::lines(golive::leftBehind(config, m_redirectUrls, m_jwtTemplates), m_dashboardUrl);
    next.advice = AdviceWords::lines(adviceOn(config));
    next.count = m_inventory.count();
    next.search = m_search;
    next.columns = SettingsInventory::columns();
    next.rows = m_inventory.rows(m_search);
    if (next.rows.isEmpty())
        next.emptyText
            = tr("No setting has “%1” in its name, explanation or value.").arg(displayText(m_search, longestQuote));
    if (!m_schema.isEmpty()) // which says what is a secret
        next.fileName = tr("development-settings-%1.json").arg(m_clock.now().date().toString(Qt::ISODate));
    else if (m_schemaTrouble)
        next.unexplained = tr("Clerk’s description of these settings could not be read. So they are shown without "
                              "explanation, and they cannot be saved as a file: the description also says which of "
                              "them are secret.")
            + QLatin1Char('\n') + ErrorText::sentence(*m_schemaTrouble);
}

void SettingsViewModel::setSearch(const QString &text)
{
    m_search = text;
    render();
}

void SettingsViewModel::saveTo(const QString &path)
{
    if (!m_config || m_state.fileName.isEmpty() || path.isEmpty())
        return;
    SettingsRecord record;
    record.applicationId = m_applicationId;
    record.applicationName = m_deployment.plan().applicationName;
    record.instance = development();
    record.savedAt = m_clock.now();
    record.config = *m_config;
    record.schema = m_schema;
    record.redirectUrls = m_redirectUrls;
    record.jwtTemplates = m_jwtTemplates;
    const Result<> written = writeSettingsFile(path, settingsFileOf(record));
    if (written)
        m_notice = {Notice::Tone::Success,
                    tr("The settings of development were saved to %1. No secret is in it.").arg(path),
                    {}};
    else
        m_notice = noticeFor(written.error());
    render();
}

void SettingsViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
