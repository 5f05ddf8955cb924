#include "model/signinoffer.h"

#include <algorithm>

namespace golive {
namespace {

using Finding = SignInProof::Finding;

constexpr qsizetype mostConnections = 200;
constexpr qsizetype longestSlug = 64;
const QLatin1String prefix("oauth_");
const QLatin1String customPrefix("custom_");

Finding whyMissing(ProviderState state, bool isLeftOut)
{
    if (state == ProviderState::Configured)
        return Finding::Missing;
    if (isLeftOut)
        return Finding::LeftOut;
    return state == ProviderState::NeedsDashboard ? Finding::MissingByDashboard : Finding::NotSetUp;
}

Finding findingFor(const OfferedConnection *offer, ProviderState state, bool isLeftOut)
{
    if (offer == nullptr)
        return whyMissing(state, isLeftOut);
    // What is set up in the Dashboard is wanted too, as far as anybody can tell.
    const bool isWanted = state == ProviderState::Configured || (state == ProviderState::NeedsDashboard && !isLeftOut);
    if (!isWanted)
        return Finding::StillOffered;
    return offer->authenticatable ? Finding::Offered : Finding::OnlyLinked;
}

} // namespace

QList<OfferedConnection> offeredConnections(const QJsonObject &environment)
{
    QList<OfferedConnection> offered;
    const QJsonObject social = environment[QLatin1String("user_settings")][QLatin1String("social")].toObject();
    for (auto each = social.begin(); each != social.end() && offered.size() < mostConnections; ++each) {
        if (!each.key().startsWith(prefix) || !each.value()[QLatin1String("enabled")].toBool())
            continue;
        offered.append({each.key().mid(prefix.size()).left(longestSlug),
                        each.value()[QLatin1String("authenticatable")].toBool(true)});
    }
    return offered;
}

QList<SignInProof> compareOffer(const QList<OfferedConnection> &offered, const DeployPlan &plan,
                                const DeployFacts &facts)
{
    const auto offerOf = [&offered](const QString &slug) {
        const auto found = std::find_if(offered.cbegin(), offered.cend(),
                                        [&](const OfferedConnection &each) { return each.slug == slug; });
        return found == offered.cend() ? nullptr : &*found;
    };
    QList<SignInProof> proofs;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider) {
        const bool isLeftOut = plan.skippedProviders.contains(provider.key());
        proofs.append({provider.key(), findingFor(offerOf(provider.key()), provider.value(), isLeftOut)});
    }
    for (const OfferedConnection &each : offered)
        if (!facts.providers.contains(each.slug) && !each.slug.startsWith(customPrefix))
            proofs.append({each.slug, Finding::Unexpected});
    return proofs;
}

} // namespace golive
