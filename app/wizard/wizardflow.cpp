#include "wizard/wizardflow.h"

namespace golive {
namespace {

bool hasWaitingDns(const DeployFacts &facts)
{
    return facts.domain && facts.status && facts.status->dns.state != ComponentState::NotStarted;
}

StepStatus beforeCreation(Step step, bool done, const Progress &progress)
{
    if (progress.facts.production())
        return StepStatus::ViewOnly;
    if (done)
        return StepStatus::Done;
    return firstUnfinished(progress) == step ? StepStatus::ToDo : StepStatus::NotYet;
}

StepStatus dnsStatus(const Progress &progress)
{
    const DeployFacts &facts = progress.facts;
    if (recordsAreSeenByClerk(facts))
        return StepStatus::Done;
    return hasWaitingDns(facts) ? StepStatus::WaitingForDns : StepStatus::NeedsYou;
}

StepStatus goLiveStatus(const Progress &progress)
{
    const DeployFacts &facts = progress.facts;
    if (!recordsAreSeenByClerk(facts))
        return StepStatus::WaitingForDns;
    return facts.status && facts.status->complete ? StepStatus::Done : StepStatus::WaitingForClerk;
}

StepStatus handOverStatus(const Progress &progress)
{
    if (progress.plan.keysTaken)
        return StepStatus::Done;
    const bool isLive = progress.facts.status && progress.facts.status->complete;
    return isLive ? StepStatus::NeedsYou : StepStatus::ToDo;
}

StepStatus providersStatus(const Progress &progress)
{
    if (!progress.facts.providersKnown)
        return progress.plan.providersSetUpElsewhere ? StepStatus::Done : StepStatus::ToDo;
    return providersToConfigure(progress.plan, progress.facts).isEmpty() ? StepStatus::Done : StepStatus::NeedsYou;
}

/// Advice: nothing waits for it, and with one instance alone there is nothing to compare.
StepStatus compareStatus(const Progress &progress)
{
    return progress.plan.settingsCompared || !progress.facts.development() ? StepStatus::Done : StepStatus::ToDo;
}

StepStatus afterCreation(Step step, const Progress &progress)
{
    if (!progress.connected || !progress.facts.production())
        return StepStatus::NotYet;
    if (step == Step::Providers)
        return providersStatus(progress);
    if (step == Step::Dns)
        return dnsStatus(progress);
    if (step == Step::Compare)
        return compareStatus(progress);
    if (step == Step::GoLive)
        return goLiveStatus(progress);
    if (step == Step::HandOver)
        return handOverStatus(progress);
    return nextAction(progress.plan, progress.facts) == Action::Finished ? StepStatus::Done : StepStatus::ToDo;
}

StepStatus connectStatus(const Progress &progress)
{
    if (!progress.started)
        return StepStatus::NotYet;
    return progress.connected ? StepStatus::Done : StepStatus::ToDo;
}

/// Of a step in which something is decided about the instance that is not there yet.
StepStatus choiceStatus(Step step, const Progress &progress)
{
    const DeployFacts &facts = progress.facts;
    if (!progress.started || !progress.connected)
        return StepStatus::NotYet;
    if (step == Step::Application)
        return beforeCreation(step, facts.application.has_value(), progress);
    if (!facts.application)
        return StepStatus::NotYet;
    if (step == Step::Settings)
        return beforeCreation(step, progress.plan.settings != DeployPlan::Settings::Undecided, progress);
    if (step == Step::Domain && facts.domain && facts.domain->lacksProxy())
        return StepStatus::NeedsYou;
    return beforeCreation(step, step == Step::Domain && !progress.plan.domain.isEmpty(), progress);
}

} // namespace

StepStatus statusOf(Step step, const Progress &progress)
{
    switch (step) {
    case Step::Start: return progress.started ? StepStatus::Done : StepStatus::ToDo;
    case Step::Connect: return connectStatus(progress);
    case Step::Application:
    case Step::Settings:
    case Step::Domain:
    case Step::Create: return choiceStatus(step, progress);
    case Step::Providers:
    case Step::Dns:
    case Step::Compare:
    case Step::GoLive:
    case Step::HandOver:
    case Step::Summary: return afterCreation(step, progress);
    }
    Q_UNREACHABLE();
}

Step firstUnfinished(const Progress &progress)
{
    if (!progress.started)
        return Step::Start;
    if (!progress.connected)
        return Step::Connect;
    switch (nextAction(progress.plan, progress.facts)) {
    case Action::ChooseApplication: return Step::Application;
    case Action::ChooseSettings: return Step::Settings;
    case Action::RepairDomain:
    case Action::ChooseDomain: return Step::Domain;
    case Action::CreateInstance: return Step::Create;
    case Action::ConfigureProviders: return Step::Providers;
    case Action::WaitForDomain:
    case Action::AddDnsRecords: return Step::Dns;
    case Action::WaitForClerk: return Step::GoLive;
    case Action::TakeKeys: return Step::HandOver;
    case Action::Finished: return Step::Summary;
    }
    Q_UNREACHABLE();
}

void WizardFlow::setProgress(const Progress &progress)
{
    if (m_progress == progress)
        return;
    m_progress = progress;
    Q_EMIT progressChanged();
}

bool WizardFlow::goTo(Step step)
{
    if (statusOf(step, m_progress) == StepStatus::NotYet)
        return false;
    if (m_current != step) {
        m_current = step;
        Q_EMIT currentChanged(step);
    }
    return true;
}

bool WizardFlow::goForward()
{
    return m_current != Step::Summary && goTo(static_cast<Step>(static_cast<int>(m_current) + 1));
}

bool WizardFlow::goBack()
{
    return m_current != Step::Start && goTo(static_cast<Step>(static_cast<int>(m_current) - 1));
}

} // namespace golive
