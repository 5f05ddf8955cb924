#include "wizard/assistant.h"

namespace golive {

Assistant::Assistant(const AssistantParts &parts, QObject *parent)
    : QObject(parent)
    , m_deployment(parts.api, parts.secrets, parts.journal, parts.clock, parts.clerkHost)
    , start(parts.journal, parts.clerkHost, parts.practice)
    , connectStep(parts.api, parts.secrets, parts.clerkHost, parts.environmentKey, parts.dashboardUrl)
    , application(parts.api, m_deployment, parts.journal, parts.clock)
    , settings(parts.api, m_deployment, parts.clock, parts.dashboardUrl)
    , domain(parts.api, m_deployment, parts.surveyor, parts.clock)
    , create(m_deployment, parts.dashboardUrl)
    , providers(m_deployment, parts.secrets, parts.clock, parts.dashboardUrl)
    , dns(m_deployment, parts.records, parts.clock)
    , comparison(parts.api, m_deployment, parts.dashboardUrl)
    , goLive(m_deployment, parts.secrets, parts.clock, parts.dashboardUrl)
    , signInProof(m_deployment, parts.frontend)
    , handOver(m_deployment, parts.clock, parts.siteCheck)
    , summary(m_deployment, parts.secrets, parts.dashboardUrl)
{
    wire();
    updateProgress();
}

StepViewModel &Assistant::step(Step step)
{
    switch (step) {
    case Step::Start: return start;
    case Step::Connect: return connectStep;
    case Step::Application: return application;
    case Step::Settings: return settings;
    case Step::Domain: return domain;
    case Step::Create: return create;
    case Step::Providers: return providers;
    case Step::Dns: return dns;
    case Step::Compare: return comparison;
    case Step::GoLive: return goLive;
    case Step::HandOver: return handOver;
    case Step::Summary: return summary;
    }
    Q_UNREACHABLE();
}

QString Assistant::reasonToStay() const
{
    if (m_deployment.isCreating())
        return tr("Clerk is creating the production instance right now. If you close, Golive cannot keep its secret "
                  "key; you can continue later, and Golive will look at what Clerk has.");
    if (comparison.isCarrying())
        return tr("Settings are being written to production right now. If you close, some of them may be in place and "
                  "others not; the step “Compare settings” shows which.");
    if (m_deployment.holdsAnyUnkeptKey())
        return tr("The production secret key is only in this program’s memory. If you close now it is gone from this "
                  "computer, and you have to look it up in Clerk’s Dashboard.");
    if (const auto &trouble = m_deployment.journalTrouble())
        return tr("Your choices could not be written to disk (%1). If you close now they are forgotten; what Clerk "
                  "has stays.")
            .arg(trouble->detail);
    if (providers.wouldLoseInput())
        return tr("What you typed in the step “Sign-in providers” is not saved yet. If you close now it is forgotten.");
    return {};
}

void Assistant::wire()
{
    for (const Step each : allSteps)
        connect(&step(each), &StepViewModel::finished, this, [this, each] { moveOn(each); });
    connect(&connectStep, &StepViewModel::stateChanged, this, [this] {
        if (m_flow.progress().connected && !connectStep.isConnected())
            application.reset(); // the next key may belong to another workspace
        updateProgress();
    });
    connect(&m_deployment, &Deployment::planChanged, this, &Assistant::updateProgress);
    connect(&m_deployment, &Deployment::factsChanged, this, &Assistant::updateProgress);
    connect(&m_flow, &WizardFlow::currentChanged, this, [this](Step step) {
        domain.staging().leave();
        if (step == Step::GoLive)
            signInProof.enter();
        else
            signInProof.leave();
    });
    using Aim = ApplicationViewModel::Aim;
    connect(&start, &StartViewModel::continueWanted, this,
            [this](const QString &applicationId) { continueDeployment(applicationId, Aim::GoOn); });
    connect(&start, &StartViewModel::comparisonWanted, this,
            [this](const QString &applicationId) { continueDeployment(applicationId, Aim::Compare); });
    connect(&application, &ApplicationViewModel::comparisonWanted, this, [this] { m_flow.goTo(Step::Compare); });
    connect(&summary, &SummaryViewModel::comparisonWanted, this, [this] { m_flow.goTo(Step::Compare); });
    connect(&domain.staging(), &StagingPath::opened, this, [this] {
        application.reset(); // its list does not have the new one
        m_flow.goTo(Step::Settings);
    });
    connect(&create, &CreateViewModel::domainRefused, this, [this](const Error &error) {
        domain.showRefusal(error);
        m_flow.goTo(Step::Domain);
    });
}

void Assistant::updateProgress()
{
    Progress progress;
    progress.started = m_started;
    progress.connected = connectStep.isConnected();
    progress.plan = m_deployment.plan();
    progress.facts = m_deployment.facts();
    m_flow.setProgress(progress);
}

/// A step is satisfied. Answers of a step that is no longer shown move nothing.
void Assistant::moveOn(Step from)
{
    if (from != m_flow.current())
        return;
    m_started = true;
    updateProgress();
    if (from == Step::Start)
        m_wantedApplication.clear(); // the person starts anew and not where an earlier deployment stands
    if (from == Step::Connect && !m_wantedApplication.isEmpty())
        openWanted();
    else if (from == Step::Application)
        m_flow.resume(); // an application that has a production instance goes on where it stands
    else
        m_flow.goForward();
}

void Assistant::continueDeployment(const QString &applicationId, ApplicationViewModel::Aim aim)
{
    m_wantedApplication = applicationId;
    m_wantedAim = aim;
    m_started = true;
    updateProgress();
    m_flow.goTo(Step::Connect);
    connectStep.goForward(); // with the remembered key, if there is one; else it asks
}

/// Whatever goes wrong, the list of applications says it and is the place to go on from.
void Assistant::openWanted()
{
    m_flow.goTo(Step::Application);
    application.continueWith(std::exchange(m_wantedApplication, {}), m_wantedAim);
}

} // namespace golive
