#include "model/confirmations.h"

#include "model/provider.h"

#include <QJsonObject>

#include <utility>

namespace golive {
namespace {

bool differ(const QString &before, const QString &now)
{
    return !before.isEmpty() && before != now;
}

} // namespace

Confirmations Confirmations::nowFrom(const DeployFacts &facts) const
{
    Confirmations now = *this;
    const auto production = facts.production();
    if (!production)
        return now;
    if (production->id != instanceId) {
        now = {};
        now.instanceId = production->id;
    }
    if (!production->publishableKey.isEmpty())
        now.publishableKey = production->publishableKey;
    if (facts.domain)
        now.redirectUri = ::golive::redirectUri(*facts.domain).toString();
    const QLatin1String prefix("connection_oauth_");
    const QJsonObject &connections = facts.productionConnections.settings;
    for (auto each = connections.begin(); each != connections.end(); ++each) {
        const QString clientId = each.value()[QLatin1String("client_id")].toString();
        if (each.key().startsWith(prefix) && !clientId.isEmpty())
            now.clientIds.insert(each.key().mid(prefix.size()), clientId);
    }
    return now;
}

void Confirmations::follow(DeployPlan &plan, const DeployFacts &facts)
{
    const Confirmations now = nowFrom(facts);
    const bool otherInstance = differ(instanceId, now.instanceId);
    const bool otherAddress = differ(redirectUri, now.redirectUri);
    const Confirmations before = std::exchange(*this, now);
    if (otherInstance) {
        withdrawAll(plan, Cause::OtherInstance);
        plan.settingsCompared = false;
        plan.providersSetUpElsewhere = false;
        plan.secretExpiries.clear();
        plan.draftedProviders.clear(); // the password store has them under the former one's name
        plan.keptCredentials.clear();
    } else if (otherAddress || differ(before.publishableKey, publishableKey)) {
        withdrawAll(plan, Cause::OtherAddress);
    }
    if (otherInstance || otherAddress)
        for (const QString &slug : QStringList(plan.confirmedRedirects))
            withdrawRedirect(plan, slug, otherInstance ? Cause::OtherInstance : Cause::OtherAddress);
    if (otherInstance)
        return;
    for (auto client = before.clientIds.cbegin(); client != before.clientIds.cend(); ++client)
        if (differ(client.value(), clientIds.value(client.key())))
            withdrawRedirect(plan, client.key(), Cause::OtherClient);
}

void Confirmations::settle(const DeployPlan &plan)
{
    if (plan.keysTaken)
        keysWithdrawn = Cause::None;
    for (const QString &slug : plan.confirmedRedirects)
        redirectsWithdrawn.remove(slug);
}

void Confirmations::withdrawKeys(DeployPlan &plan, Cause cause)
{
    if (plan.keysTaken)
        keysWithdrawn = cause;
    plan.keysTaken = false;
}

/// Whatever the application and its surroundings were given.
void Confirmations::withdrawAll(DeployPlan &plan, Cause cause)
{
    withdrawKeys(plan, cause);
    plan.tickedHandover.clear();
    plan.triedProviders.clear();
}

void Confirmations::withdrawRedirect(DeployPlan &plan, const QString &slug, Cause cause)
{
    plan.triedProviders.removeAll(slug);
    if (plan.confirmedRedirects.removeAll(slug) > 0)
        redirectsWithdrawn.insert(slug, cause);
}

} // namespace golive
