#pragma once

#include "model/deployplan.h"
#include "wizard/steps/providercardstate.h"
#include "wizard/steps/providerdraft.h"
#include "wizard/steps/providerimport.h"

#include <QCoreApplication>

namespace golive {

/// Makes what is shown of a provider from what was chosen, what is true, and what is being entered. Pure.
class ProviderCards
{
    Q_DECLARE_TR_FUNCTIONS(golive::ProviderCards)

public:
    ProviderCards(const DeployPlan &plan, const DeployFacts &facts, QDate today);

    [[nodiscard]] ProviderCardState cardFor(const QString &slug, const ProviderDraft &draft) const;
    [[nodiscard]] ProviderStanding standingOf(const QString &slug, const ProviderDraft &draft) const;
    /// What the provider has to know of production.
    [[nodiscard]] WantedRegistrations wantedRegistrations() const;

private:
    [[nodiscard]] QList<ProviderFieldState> fieldsFor(const OAuthProvider &form, const ProviderDraft &draft) const;
    [[nodiscard]] QList<ProviderRegistration> registrationsFor(const QString &slug) const;
    void addExpiry(ProviderCardState &card, const ProviderDraft &draft) const;

    const DeployPlan &m_plan;
    const DeployFacts &m_facts;
    QDate m_today;
};

} // namespace golive
