#pragma once

#include "deploy/deployment.h"
#include "foundation/secret.h"
#include "wizard/steps/applicationviewmodel.h"
#include "wizard/steps/comparisonviewmodel.h"
#include "wizard/steps/connectviewmodel.h"
#include "wizard/steps/createviewmodel.h"
#include "wizard/steps/dnsviewmodel.h"
#include "wizard/steps/domainviewmodel.h"
#include "wizard/steps/goliveviewmodel.h"
#include "wizard/steps/handoverviewmodel.h"
#include "wizard/steps/providersviewmodel.h"
#include "wizard/steps/settingsviewmodel.h"
#include "wizard/steps/signinproofviewmodel.h"
#include "wizard/steps/startviewmodel.h"
#include "wizard/steps/summaryviewmodel.h"
#include "wizard/wizardflow.h"

#include <QUrl>

#include <optional>

namespace golive {

class Clock;
class DeployJournal;
class DomainSurveyor;
class FrontendApi;
class RecordWatch;
class PlatformApi;
class SecretStore;
class SiteCheck;

/// What the assistant stands on. All of it outlives the assistant.
struct AssistantParts
{
    PlatformApi &api;
    const FrontendApi &frontend;
    SecretStore &secrets;
    DeployJournal &journal;
    Clock &clock;
    RecordWatch &records;
    DomainSurveyor &surveyor;
    QString clerkHost; ///< host of the Platform API
    QUrl dashboardUrl;
    std::optional<Secret> environmentKey; ///< from CLERK_PLATFORM_API_KEY
    bool practice = false;
    const SiteCheck *siteCheck = nullptr; ///< none in practice, where there is no site to look at
};

/// All steps together: the deployment, a view model per step, and the flow that follows from them.
/// Whoever shows the steps calls enter() and leave() as the flow moves.
class Assistant : public QObject
{
    Q_OBJECT

public:
    explicit Assistant(const AssistantParts &parts, QObject *parent = nullptr);

    [[nodiscard]] WizardFlow &flow() { return m_flow; }
    [[nodiscard]] Deployment &deployment() { return m_deployment; }
    [[nodiscard]] StepViewModel &step(Step step);

    /// Why closing now needs a word with the person, as a sentence; empty when nothing would be lost.
    [[nodiscard]] QString reasonToStay() const;

private:
    void wire();
    void updateProgress();
    void moveOn(Step from);
    void continueDeployment(const QString &applicationId, ApplicationViewModel::Aim aim);
    void openWanted();

    Deployment m_deployment;
    WizardFlow m_flow;
    bool m_started = false;
    QString m_wantedApplication; ///< to be continued as soon as Clerk can be asked
    ApplicationViewModel::Aim m_wantedAim = ApplicationViewModel::Aim::GoOn;

public:
    // One view model per step; pages are built on them.
    StartViewModel start;
    ConnectViewModel connectStep;
    ApplicationViewModel application;
    SettingsViewModel settings;
    DomainViewModel domain;
    CreateViewModel create;
    ProvidersViewModel providers;
    DnsViewModel dns;
    ComparisonViewModel comparison;
    GoLiveViewModel goLive;
    SignInProofViewModel signInProof; ///< a part of the step GoLive
    HandoverViewModel handOver;
    SummaryViewModel summary;
};

} // namespace golive
