#include "handover/checklist.h"

#include <algorithm>
#include <array>

namespace golive {
namespace {

using Task = HandoverTask;
using Need = HandoverNeed;

struct Item
{
    Task task;
    const char *id;
    Need need;
};

/// In the order of HandoverTask, which is the order to do them.
constexpr std::array<Item, 19> items {{
    {Task::KeysOnHost, "keys-on-host", Need::Always},
    {Task::OtherVariables, "other-variables", Need::WhereUsed},
    {Task::Rebuild, "rebuild", Need::Always},
    {Task::Webhooks, "webhooks", Need::WhereUsed},
    {Task::BearerToken, "bearer-token", Need::Always},
    {Task::FrontendApiProxy, "frontend-api-proxy", Need::Always},
    {Task::Satellites, "satellites", Need::Always},
    {Task::AuthorizedParties, "authorized-parties", Need::Advised},
    {Task::ContentSecurityPolicy, "content-security-policy", Need::WhereUsed},
    {Task::PathsAndIntegrations, "paths-and-integrations", Need::WhereUsed},
    {Task::RedirectUrls, "redirect-urls", Need::WhereUsed},
    {Task::AllowedSubdomains, "allowed-subdomains", Need::Advised},
    {Task::NativeApplications, "native-applications", Need::WhereUsed},
    {Task::AllowedOrigins, "allowed-origins", Need::WhereUsed},
    {Task::TokenConsumers, "token-consumers", Need::WhereUsed},
    {Task::MailPolicy, "mail-policy", Need::Advised},
    {Task::AppleMailSource, "apple-mail-source", Need::Always},
    {Task::MicrosoftExpiry, "microsoft-expiry", Need::Always},
    {Task::SmokeTest, "smoke-test", Need::Always},
}};

bool concerns(Task task, const DeployPlan &plan, const DeployFacts &facts)
{
    switch (task) {
    case Task::BearerToken: return hostLayout(plan, facts).usesBearerToken();
    case Task::FrontendApiProxy: return hostLayout(plan, facts).isProxied();
    case Task::Satellites: return !hostLayout(plan, facts).satellites().isEmpty();
    case Task::ContentSecurityPolicy: return plan.hosts.website;
    // A hosting provider's name has neither subdomains nor records of the person's own.
    case Task::AllowedSubdomains: return plan.hosts.website && !hostLayout(plan, facts).has(LayoutCase::ProviderDomain);
    case Task::MailPolicy: return !hostLayout(plan, facts).has(LayoutCase::ProviderDomain);
    case Task::AppleMailSource: return facts.providers.contains(QStringLiteral("apple"));
    case Task::MicrosoftExpiry: return facts.providers.contains(QStringLiteral("microsoft"));
    case Task::KeysOnHost:
    case Task::OtherVariables:
    case Task::Rebuild:
    case Task::Webhooks:
    case Task::AuthorizedParties:
    case Task::PathsAndIntegrations:
    case Task::RedirectUrls:
    case Task::NativeApplications:
    case Task::AllowedOrigins:
    case Task::TokenConsumers:
    case Task::SmokeTest: return true;
    }
    Q_UNREACHABLE();
}

/// What the person said that there is has to be seen to in any case.
Need needOf(const Item &item, const HostChoices &hosts)
{
    const bool isForPhones = item.task == Task::NativeApplications || item.task == Task::RedirectUrls;
    const bool isThere = (isForPhones && hosts.nativeApp) || (item.task == Task::AllowedOrigins && hosts.extension);
    return isThere ? Need::Always : item.need;
}

} // namespace

QList<HandoverRow> handoverChecklist(const DeployPlan &plan, const DeployFacts &facts)
{
    QList<HandoverRow> rows;
    for (const Item &item : items)
        if (concerns(item.task, plan, facts))
            rows.append({item.task, needOf(item, plan.hosts), plan.tickedHandover.contains(QLatin1String(item.id))});
    return rows;
}

QString handoverId(HandoverTask task)
{
    const auto *const found
        = std::find_if(items.cbegin(), items.cend(), [task](const Item &item) { return item.task == task; });
    return found == items.cend() ? QString() : QString::fromLatin1(found->id);
}

std::optional<HandoverTask> handoverTaskFrom(const QString &id)
{
    const auto *const found
        = std::find_if(items.cbegin(), items.cend(), [&id](const Item &item) { return id == QLatin1String(item.id); });
    return found == items.cend() ? std::nullopt : std::optional(found->task);
}

} // namespace golive
