// What the step shows: the half of ProvidersViewModel that changes nothing.

#include "clerk/clerkenvironment.h"
#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "wizard/displaytext.h"
#include "wizard/providerwords.h"
#include "wizard/steps/providersviewmodel.h"
#include "wizard/withdrawalwords.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype longestName = 80;

QList<ProvidersViewModel::Custom> customOf(const DeployFacts &facts)
{
    QList<ProvidersViewModel::Custom> rows;
    for (const CustomConnection &each : facts.customConnections)
        rows.append({displayText(each.key, longestName), displayText(each.name, longestName), each.inProduction,
                     ProviderWords::custom(each)});
    return rows;
}

} // namespace

void ProvidersViewModel::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId)
        turnTo(m_deployment.plan().applicationId);
    m_drafts.restore();
    const DeployFacts &facts = m_deployment.facts();
    if (m_shown && m_choosesOpen && facts.providersKnown) {
        m_choosesOpen = false;
        m_openSlug = providersToConfigure(m_deployment.plan(), facts).value(0);
    }
    setState(stateNow());
}

ProvidersViewModel::State ProvidersViewModel::stateNow() const
{
    const DeployFacts &facts = m_deployment.facts();
    State next;
    next.known = facts.providersKnown;
    next.loading = m_loading;
    next.stale = isStale();
    next.saidSetUp = m_deployment.plan().providersSetUpElsewhere;
    next.maySaySetUp = facts.production() && !facts.providersKnown && (next.saidSetUp || !m_loading);
    const ProviderCards builder = cards();
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        next.cards.append(builder.cardFor(provider.key(), m_drafts.value(provider.key())));
    for (Card &card : next.cards)
        if (const auto cause = m_deployment.entry().confirmations.redirectsWithdrawn.value(card.slug);
            card.notice.isEmpty() && cause != Confirmations::Cause::None)
            card.notice = {Notice::Tone::Warning, WithdrawalWords::redirect(cause, card.name), {}};
    next.mayImport = std::any_of(next.cards.cbegin(), next.cards.cend(), [](const Card &card) {
        return card.standing == Standing::NotStarted || card.standing == Standing::PartlyFilled;
    });
    next.openSlug = m_openSlug;
    next.headline = ProviderWords::headline(facts);
    next.custom = customOf(facts);
    next.redirectUri = builder.wantedRegistrations().redirectUris.value(0);
    next.connectionsPage = dashboardPage(m_dashboardUrl, DashboardPage::SocialConnections);
    next.notice = m_notice;
    next.storeTrouble = m_drafts.trouble();
    return next;
}

OAuthProvider ProvidersViewModel::formOf(const QString &slug) const
{
    return m_deployment.facts().providerForms.value(slug);
}

bool ProvidersViewModel::isStale() const
{
    const DeployFacts &facts = m_deployment.facts();
    return facts.production() && (!facts.providersKnown || !facts.domain || m_askAgain);
}

ProviderCards ProvidersViewModel::cards() const
{
    return {m_deployment.plan(), m_deployment.facts(), m_clock.now().toLocalTime().date()};
}

ProviderStanding ProvidersViewModel::standingOf(const QString &slug) const
{
    return cards().standingOf(slug, m_drafts.value(slug));
}

QStringList ProvidersViewModel::slugsWithInput() const
{
    QStringList slugs;
    const QStringList all = m_deployment.facts().providers.keys();
    for (const QString &slug : all)
        if (standingOf(slug) == Standing::PartlyFilled)
            slugs.append(slug);
    return slugs;
}

/// A late answer must not pull the focus while another step is shown.
void ProvidersViewModel::wantAttention(const QString &slug, const QString &part)
{
    if (m_shown)
        Q_EMIT attentionWanted(slug + QLatin1Char('.') + part);
}

void ProvidersViewModel::wantFirstField(const QString &slug)
{
    if (const OAuthProvider form = formOf(slug); !form.fields.isEmpty())
        wantAttention(slug, form.fields.constFirst().key);
}

void ProvidersViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
