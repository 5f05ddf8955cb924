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
constexpr std::array<Item, 17> items {{
    {Task::KeysOnHost, "keys-on-host", Need::Always},
    {Task::OtherVariables, "other-variables", Need::WhereUsed},
    {Task::Rebuild, "rebuild", Need::Always},
    {Task::Webhooks, "webhooks", Need::WhereUsed},
    {Task::BearerToken, "bearer-token", Need::Always},
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
    case Task::AppleMailSource: return facts.providers.contains(QStringLiteral("apple"));
    case Task::MicrosoftExpiry: return facts.providers.contains(QStringLiteral("microsoft"));
    case Task::KeysOnHost:
    case Task::OtherVariables:
    case Task::Rebuild:
    case Task::Webhooks:
    case Task::AuthorizedParties:
    case Task::ContentSecurityPolicy:
    case Task::PathsAndIntegrations:
    case Task::RedirectUrls:
    case Task::AllowedSubdomains:
    case Task::NativeApplications:
    case Task::AllowedOrigins:
    case Task::TokenConsumers:
    case Task::MailPolicy:
    case Task::SmokeTest: return true;
    }
    Q_UNREACHABLE();
}

} // namespace

QList<HandoverRow> handoverChecklist(const DeployPlan &plan, const DeployFacts &facts)
{
    QList<HandoverRow> rows;
    for (const Item &item : items)
        if (concerns(item.task, plan, facts))
            rows.append({item.task, item.need, plan.tickedHandover.contains(QLatin1String(item.id))});
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
