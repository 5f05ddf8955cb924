#include "model/deployplan.h"

namespace golive {
namespace {

Action beforeCreation(const DeployPlan &plan, const DeployFacts &facts)
{
    if (plan.applicationId.isEmpty() || !facts.application)
        return Action::ChooseApplication;
    if (plan.settings == DeployPlan::Settings::Undecided)
        return Action::ChooseSettings;
    if (plan.domain.isEmpty())
        return Action::ChooseDomain;
    return Action::CreateInstance;
}

bool recordsAreSeenByClerk(const DomainStatus &status)
{
    return status.complete || status.dns.isDone();
}

} // namespace

std::optional<Instance> DeployFacts::development() const
{
    return application ? application->instanceOf(Environment::Development) : std::nullopt;
}

std::optional<Instance> DeployFacts::production() const
{
    return application ? application->instanceOf(Environment::Production) : std::nullopt;
}

QStringList providersToConfigure(const DeployPlan &plan, const DeployFacts &facts)
{
    QStringList open;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        if (provider.value() == ProviderState::NeedsCredentials && !plan.skippedProviders.contains(provider.key()))
            open.append(provider.key());
    return open;
}

Action nextAction(const DeployPlan &plan, const DeployFacts &facts)
{
    if (!facts.production())
        return beforeCreation(plan, facts);
    if (!facts.domain)
        return Action::WaitForDomain;
    if (!providersToConfigure(plan, facts).isEmpty())
        return Action::ConfigureProviders;
    if (!facts.status || !recordsAreSeenByClerk(*facts.status))
        return Action::AddDnsRecords;
    if (!facts.status->complete)
        return Action::WaitForClerk;
    return plan.keysTaken ? Action::Finished : Action::TakeKeys;
}

} // namespace golive
