#pragma once

#include "model/deployplan.h"

#include <QMap>
#include <QString>

namespace golive {

/// What the person's ticks were given for, and what became of them. A tick says something of the world outside, which
/// nobody can look at: it holds for one production instance, at one address, with one client of a provider.
struct Confirmations
{
    /// Why a tick was taken back.
    enum class Cause { None, OtherInstance, OtherAddress, OtherClient, OtherSecret };

    QString instanceId; ///< as all of these: of when facts were last read; empty until then
    QString publishableKey;
    QString redirectUri;
    QMap<QString, QString> clientIds; ///< by slug

    Cause keysWithdrawn = Cause::None; ///< until the keys are taken again
    QMap<QString, Cause> redirectsWithdrawn; ///< by slug, until the redirect URI is confirmed again

    bool operator==(const Confirmations &) const = default;

    /// Takes out of `plan` what was ticked for something else than the facts show, and goes by the facts from now on.
    /// What they do not tell counts as unchanged.
    void follow(DeployPlan &plan, const DeployFacts &facts);
    /// Forgets what was taken back and is ticked again.
    void settle(const DeployPlan &plan);
    /// Clerk has another secret key than the one that was handed over.
    void withdrawKeys(DeployPlan &plan, Cause cause = Cause::OtherSecret);

private:
    [[nodiscard]] Confirmations nowFrom(const DeployFacts &facts) const;
    void withdrawAll(DeployPlan &plan, Cause cause);
    void withdrawRedirect(DeployPlan &plan, const QString &slug, Cause cause);
};

} // namespace golive
