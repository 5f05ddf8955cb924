#pragma once

#include "model/deployplan.h"

#include <QList>
#include <QString>

#include <optional>

namespace golive {

/// What is left to do outside Clerk once the instance is live.
/// https://clerk.com/docs/guides/development/deployment/production
enum class HandoverTask {
    KeysOnHost, ///< the production keys where the application runs
    OtherVariables, ///< the other Clerk variables that development has
    Rebuild, ///< public variables are baked in when the application is built
    Webhooks, ///< a new endpoint with a new signing secret
    BearerToken, ///< requests to the separate backend carry a token, and its CORS rules let them
    FrontendApiProxy, ///< live on the website before Clerk is told its address
    Satellites, ///< the other websites are added in Clerk, and know that they are satellites
    AuthorizedParties, ///< the backend names the origins it accepts tokens from
    ContentSecurityPolicy,
    PathsAndIntegrations, ///< what a clone leaves behind
    RedirectUrls,
    AllowedSubdomains,
    NativeApplications,
    AllowedOrigins, ///< browser extensions and desktop shells
    TokenConsumers, ///< other services that check Clerk's tokens learn the new issuer
    MailPolicy, ///< DMARC, and somebody who reads the sender's mailbox
    AppleMailSource, ///< once the mail records work
    MicrosoftExpiry, ///< note when the client secret ends
    SmokeTest, ///< sign up, sign in, sign out in a fresh browser
};

/// How much it matters to this deployment.
enum class HandoverNeed { Always, WhereUsed, Advised };

struct HandoverRow
{
    HandoverTask task = HandoverTask::KeysOnHost;
    HandoverNeed need = HandoverNeed::Always;
    bool ticked = false; ///< the person says it is done

    bool operator==(const HandoverRow &) const = default;
};

/// The rows that concern this deployment, in the order to do them.
[[nodiscard]] QList<HandoverRow> handoverChecklist(const DeployPlan &plan, const DeployFacts &facts);

/// The word under which a tick is remembered in DeployPlan::tickedHandover. It never changes.
[[nodiscard]] QString handoverId(HandoverTask task);
[[nodiscard]] std::optional<HandoverTask> handoverTaskFrom(const QString &id);

} // namespace golive
