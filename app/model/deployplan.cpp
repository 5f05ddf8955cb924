#include "model/deployplan.h"

#include "model/keykind.h"

#include <algorithm>

namespace golive {
namespace {

Action beforeCreation(const DeployPlan &plan, const DeployFacts &facts)
{
    if (plan.applicationId.isEmpty() || !facts.application || facts.application->id != plan.applicationId)
        return Action::ChooseApplication;
    const bool nothingToClone = plan.settings == DeployPlan::Settings::CloneDevelopment && !facts.development();
    if (plan.settings == DeployPlan::Settings::Undecided || nothingToClone)
        return Action::ChooseSettings;
    if (plan.domain.isEmpty())
        return Action::ChooseDomain;
    return Action::CreateInstance;
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

HostLayout hostLayout(const DeployPlan &plan, const DeployFacts &facts)
{
    if (!facts.domain)
        return HostLayout(plan.hosts, plan.domain);
    return HostLayout(plan.hosts, facts.domain->name, facts.domain->isProviderDomain, facts.domain->proxyUrl);
}

bool recordsAreSeenByClerk(const DomainStatus &status)
{
    if (status.complete || status.records.isEmpty())
        return status.complete || status.dns.isDone();
    return std::all_of(status.records.cbegin(), status.records.cend(),
                       [](const RecordStatus &record) { return record.verified || !record.required; });
}

bool recordsAreSeenByClerk(const DeployFacts &facts)
{
    return facts.status && recordsAreSeenByClerk(*facts.status);
}

QStringList providersToConfigure(const DeployPlan &plan, const DeployFacts &facts)
{
    QStringList open;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        if (provider.value() == ProviderState::NeedsCredentials && !plan.skippedProviders.contains(provider.key()))
            open.append(provider.key());
    return open;
}

QString productionPublishableKey(const DeployFacts &facts)
{
    const auto production = facts.production();
    if (production && !production->publishableKey.isEmpty())
        return production->publishableKey;
    // Which host the key of a domain behind a proxy stands for is Clerk's to say.
    if (!production || !facts.domain || facts.domain->name.isEmpty() || facts.domain->isProviderDomain
        || !facts.domain->proxyUrl.isEmpty())
        return {};
    const QString told = facts.domain->frontendApiUrl.host();
    return publishableKeyFor(told.isEmpty() ? QStringLiteral("clerk.") + facts.domain->name : told);
}

Action nextAction(const DeployPlan &plan, const DeployFacts &facts)
{
    if (!facts.application || facts.application->id != plan.applicationId || !facts.production())
        return beforeCreation(plan, facts);
    if (!facts.domain)
        return Action::WaitForDomain;
    if (facts.domain->lacksProxy())
        return Action::RepairDomain;
    if (!providersToConfigure(plan, facts).isEmpty())
        return Action::ConfigureProviders;
    if (!recordsAreSeenByClerk(facts))
        return Action::AddDnsRecords;
    if (!facts.status || !facts.status->complete)
        return Action::WaitForClerk;
    // Nobody may be told that all is done while sign-in was neither looked at nor vouched for.
    if (!facts.providersKnown && !plan.providersSetUpElsewhere)
        return Action::ConfigureProviders;
    return plan.keysTaken ? Action::Finished : Action::TakeKeys;
}

} // namespace golive
