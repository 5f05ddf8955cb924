#pragma once

#include "model/deployplan.h"

#include <QJsonObject>
#include <QStringList>

namespace golive {

/// How what a live sign-in page offers compares with what was configured, for one provider.
struct SignInProof
{
    enum class Finding {
        Offered, ///< as it should be
        Missing, ///< credentials are saved, but the page does not offer it
        MissingByDashboard, ///< not offered, and only the Dashboard can set it up
        NotSetUp, ///< not offered: development uses it, production has no credentials yet
        OnlyLinked, ///< known, but nobody may sign in with it: `authenticatable` is off
        StillOffered, ///< left out or without credentials, but the page offers it all the same
        LeftOut, ///< not offered, because it was left out on purpose
        Unexpected, ///< offered, though development does not use it
    };

    QString slug;
    Finding finding = Finding::Offered;

    bool operator==(const SignInProof &) const = default;
};

/// One connection as the Frontend API's environment describes it.
struct OfferedConnection
{
    QString slug; ///< such as `google`; a custom one is `custom_<key>`
    bool authenticatable = true;

    bool operator==(const OfferedConnection &) const = default;
};

/// The connections that are enabled in `user_settings.social` of an environment. Bounded; unknown fields are passed
/// over.
[[nodiscard]] QList<OfferedConnection> offeredConnections(const QJsonObject &environment);

/// Compares them with what development uses and what was chosen and saved; custom ones are not looked at.
[[nodiscard]] QList<SignInProof> compareOffer(const QList<OfferedConnection> &offered, const DeployPlan &plan,
                                              const DeployFacts &facts);

} // namespace golive
