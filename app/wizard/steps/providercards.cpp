#include "wizard/steps/providercards.h"

#include "model/providercatalogue.h"
#include "wizard/hintwords.h"
#include "wizard/providerwords.h"

namespace golive {

using Standing = ProviderStanding;

ProviderCards::ProviderCards(const DeployPlan &plan, const DeployFacts &facts, QDate today)
    : m_plan(plan)
    , m_facts(facts)
    , m_today(today)
{
}

ProviderCardState ProviderCards::cardFor(const QString &slug, const ProviderDraft &draft) const
{
    const ProviderGuide guide = guideFor(slug);
    const OAuthProvider form = m_facts.providerForms.value(slug);
    ProviderCardState card;
    card.slug = slug;
    card.name = guide.name;
    card.standing = standingOf(slug, draft);
    card.redirectConfirmed = m_plan.confirmedRedirects.contains(slug);
    card.replacing = m_facts.providers.value(slug) == ProviderState::Configured && draft.editing;
    card.editing = draft.editing || card.standing == Standing::NotStarted || card.standing == Standing::PartlyFilled
        || card.standing == Standing::Saving;
    card.standingText = ProviderWords::standing(card.standing, card.redirectConfirmed);
    card.elsewhere = ProviderWords::elsewhere(card.standing, guide.name);
    card.fields = fieldsFor(form, draft);
    card.registrations = registrationsFor(slug);
    card.console = guide.console;
    card.docs = guide.docs;
    card.redirectPlace = guide.redirectPlace;
    card.steps = ProviderWords::advice(guide.steps);
    card.gotchas = ProviderWords::advice(guide.gotchas);
    card.importCaption = ProviderWords::importCaption(slug);
    card.imported = draft.imported;
    card.keepCopy = m_plan.keptCredentials.contains(slug);
    card.notice = draft.notice;
    if (guide.longestSecretMonths > 0)
        addExpiry(card, draft);
    return card;
}

void ProviderCards::addExpiry(ProviderCardState &card, const ProviderDraft &draft) const
{
    const QDate date = m_plan.secretExpiries.value(card.slug);
    const QDate latest = m_today.addMonths(guideFor(card.slug).longestSecretMonths);
    card.asksForExpiry = true;
    card.expiry = draft.expiryText.value_or(date.toString(Qt::ISODate));
    card.expiryKnown = date.isValid() && !draft.expiryText;
    card.expiryRemark = ProviderWords::expiry(card.name, date, m_today);
    if (draft.expiryText)
        card.expiryProblem = tr("Enter a date like %1.").arg(latest.toString(Qt::ISODate));
    else if (date > latest)
        card.expiryProblem = ProviderWords::expiresTooLate(card.name, latest);
}

QList<ProviderFieldState> ProviderCards::fieldsFor(const OAuthProvider &form, const ProviderDraft &draft) const
{
    const QList<CredentialHint> hints = draft.hints(form, m_facts.developmentConnections);
    QList<ProviderFieldState> fields;
    for (const ProviderField &wanted : form.fields) {
        ProviderFieldState field;
        field.key = wanted.key;
        field.label = fieldLabel(form.slug, wanted);
        field.hint = fieldHint(form.slug, wanted);
        field.sensitive = wanted.sensitive;
        field.required = wanted.required;
        field.multiline = isPrivateKey(form.slug, wanted.key);
        field.choices = wanted.choices;
        if (!wanted.choices.isEmpty() && !wanted.required && !wanted.choices.contains(wanted.defaultValue))
            field.choices.prepend(QString());
        field.value = draft.valueOf(wanted);
        field.filled = !draft.secrets.value(wanted.key).isEmpty();
        field.held = wanted.held;
        field.edition = draft.edition;
        field.problem = draft.problems.value(wanted.key);
        for (const CredentialHint &hint : hints) {
            if (hint.field != wanted.key || !field.problem.isEmpty())
                continue;
            field.remark = HintWords::sentence(hint, form);
            field.remedy = HintWords::remedy(hint);
            break; // one thing at a time: the next one shows when this one is put right
        }
        fields.append(field);
    }
    return fields;
}

WantedRegistrations ProviderCards::wantedRegistrations() const
{
    if (!m_facts.domain)
        return {};
    const QUrl redirect = redirectUri(*m_facts.domain);
    if (redirect.isEmpty())
        return {};
    return {{redirect.toString()}, javascriptOrigins(*m_facts.domain)};
}

QList<ProviderRegistration> ProviderCards::registrationsFor(const QString &slug) const
{
    const ProviderGuide guide = guideFor(slug);
    const WantedRegistrations wanted = wantedRegistrations();
    if (wanted.redirectUris.isEmpty())
        return {};
    const QString redirect = wanted.redirectUris.constFirst();
    QList<ProviderRegistration> registrations {{tr("Redirect URI"), redirect}};
    if (guide.asksForHost)
        registrations.append({tr("Domain"), QUrl(redirect).host()});
    if (guide.asksForOrigins)
        for (const QString &origin : wanted.javascriptOrigins)
            registrations.append({tr("JavaScript origin"), origin});
    return registrations;
}

Standing ProviderCards::standingOf(const QString &slug, const ProviderDraft &draft) const
{
    if (draft.saving)
        return Standing::Saving;
    switch (m_facts.providers.value(slug)) {
    case ProviderState::NeedsDashboard: return Standing::NeedsDashboard;
    case ProviderState::Configured: return draft.holdsInput() ? Standing::PartlyFilled : Standing::Saved;
    case ProviderState::NeedsCredentials: break;
    }
    if (m_plan.skippedProviders.contains(slug))
        return Standing::LeftOut;
    return draft.holdsInput() ? Standing::PartlyFilled : Standing::NotStarted;
}

} // namespace golive
