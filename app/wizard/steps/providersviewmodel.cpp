#include "wizard/steps/providersviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "deploy/deployment.h"
#include "foundation/promise.h"
#include "model/providercatalogue.h"
#include "wizard/errortext.h"
#include "wizard/providerwords.h"

namespace golive {
namespace {

using Standing = ProvidersViewModel::Standing;

} // namespace

ProvidersViewModel::ProvidersViewModel(Deployment &deployment, QUrl dashboardUrl, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_dashboardUrl(std::move(dashboardUrl))
{
    connect(&m_deployment, &Deployment::factsChanged, this, &ProvidersViewModel::follow);
    connect(&m_deployment, &Deployment::planChanged, this, &ProvidersViewModel::follow);
    follow();
}

void ProvidersViewModel::enter()
{
    m_shown = true;
    m_warnedOfInput = false;
    m_choosesOpen = m_choosesOpen || m_openSlug.isEmpty();
    follow();
    if (!m_deployment.facts().providersKnown || !m_deployment.facts().domain)
        reload();
}

void ProvidersViewModel::leave()
{
    m_shown = false;
    m_notice = {};
    follow();
}

/// Moving on is always possible; what was typed but not saved is pointed out once.
void ProvidersViewModel::goForward()
{
    const QStringList unsaved = slugsWithInput();
    if (unsaved.isEmpty() || m_warnedOfInput) {
        Q_EMIT finished();
        return;
    }
    m_warnedOfInput = true;
    m_openSlug = unsaved.constFirst();
    m_notice = ProviderWords::unsaved(providerName(m_openSlug));
    follow();
    wantAttention(m_openSlug, QStringLiteral("save"));
}

void ProvidersViewModel::reload()
{
    if (m_loading || !m_deployment.facts().production())
        return;
    m_loading = true;
    m_notice = {};
    follow();
    onAnswer(m_deployment.refresh(), this, [this, asked = m_applicationId](const Result<> &answer) {
        if (asked != m_applicationId)
            return;
        m_loading = false;
        m_askAgain = m_askAgain && !answer;
        if (!answer && isStale())
            m_notice = noticeFor(answer.error());
        follow();
    });
}

void ProvidersViewModel::openCard(const QString &slug)
{
    m_openSlug = m_openSlug == slug ? QString() : slug;
    m_choosesOpen = false;
    follow();
}

void ProvidersViewModel::setValue(const QString &slug, const QString &key, const QString &text)
{
    const OAuthProvider form = formOf(slug);
    const auto field = fieldOf(form, key);
    if (!field || m_drafts.value(slug).saving)
        return;
    m_drafts[slug].type(form, *field, text);
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::importPrivateKey(const QString &slug, const QString &key, const QString &path)
{
    const auto field = fieldOf(formOf(slug), key);
    if (!field || !isPrivateKey(slug, key) || m_drafts.value(slug).saving)
        return;
    m_drafts[slug].importPrivateKey(*field, path);
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::save(const QString &slug)
{
    const OAuthProvider form = formOf(slug);
    ProviderDraft draft = m_drafts.value(slug);
    if (!form.supported || draft.saving || standingOf(slug, draft) == Standing::PutOff)
        return;
    if (standingOf(slug, draft) == Standing::Saved && !draft.editing)
        return;
    draft.notice = {};
    const QString wrong = draft.findProblems(form);
    draft.saving = wrong.isEmpty();
    m_drafts.insert(slug, draft);
    m_notice = {};
    m_warnedOfInput = false;
    if (!draft.saving) {
        m_openSlug = slug;
        follow();
        wantAttention(slug, wrong);
        return;
    }
    follow();
    onAnswer(m_deployment.saveProvider(draft.credentials(form)), this,
             [this, slug, owner = m_applicationId](const Result<> &answer) {
                 if (owner == m_applicationId)
                     takeAnswer(slug, answer);
             });
}

void ProvidersViewModel::replace(const QString &slug)
{
    m_drafts[slug].editing = true;
    m_openSlug = slug;
    follow();
    if (const OAuthProvider form = formOf(slug); !form.fields.isEmpty())
        wantAttention(slug, form.fields.constFirst().key);
}

void ProvidersViewModel::keep(const QString &slug)
{
    if (m_drafts.value(slug).saving)
        return;
    m_drafts.remove(slug);
    follow();
    wantAttention(slug, QStringLiteral("open"));
}

void ProvidersViewModel::putOff(const QString &slug)
{
    if (m_drafts.value(slug).saving)
        return;
    m_deployment.change([&](DeployPlan &plan) {
        plan.skippedProviders.removeAll(slug);
        plan.skippedProviders.append(slug);
    });
    openNext();
}

void ProvidersViewModel::takeUp(const QString &slug)
{
    m_openSlug = slug;
    m_deployment.change([&](DeployPlan &plan) { plan.skippedProviders.removeAll(slug); });
    follow();
    if (const OAuthProvider form = formOf(slug); !form.fields.isEmpty())
        wantAttention(slug, form.fields.constFirst().key);
}

void ProvidersViewModel::saySetUp(bool setUp)
{
    m_deployment.change([setUp](DeployPlan &plan) { plan.providersSetUpElsewhere = setUp; });
}

void ProvidersViewModel::confirmRedirect(const QString &slug, bool confirmed)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.confirmedRedirects.removeAll(slug);
        if (confirmed)
            plan.confirmedRedirects.append(slug);
    });
}

void ProvidersViewModel::dismissNotice(const QString &slug)
{
    if (m_drafts.contains(slug))
        m_drafts[slug].notice = {};
    follow();
}

void ProvidersViewModel::dismissNotice()
{
    m_notice = {};
    follow();
}

void ProvidersViewModel::takeAnswer(const QString &slug, const Result<> &answer)
{
    if (!answer) {
        takeRefusal(slug, answer.error());
        return;
    }
    m_drafts.remove(slug); // Clerk has the secret now; this program no longer needs it
    m_askAgain = m_deployment.facts().providers.value(slug) != ProviderState::Configured;
    if (m_askAgain)
        m_notice = ProviderWords::acceptedButNotListed(providerName(slug));
    const bool wasOpen = m_openSlug == slug;
    m_deployment.change([&](DeployPlan &plan) { plan.skippedProviders.removeAll(slug); });
    if (wasOpen)
        openNext();
    follow();
}

void ProvidersViewModel::takeRefusal(const QString &slug, const Error &error)
{
    const auto field = fieldNamedIn(error.field, formOf(slug));
    ProviderDraft &draft = m_drafts[slug];
    draft.saving = false;
    draft.notice = outcomeIsUnknown(error) ? ProviderWords::answerLost(error) : noticeFor(error);
    if (field)
        draft.problems[field->key] = tr("Clerk does not accept this value. Check it and save again.");
    m_openSlug = slug;
    follow();
    wantAttention(slug, field ? field->key : QStringLiteral("save"));
}

/// Unfolds the next provider that wants something; with none left everything is folded.
void ProvidersViewModel::openNext()
{
    const QString before = m_openSlug;
    const QStringList open = providersToConfigure(m_deployment.plan(), m_deployment.facts());
    m_openSlug = open.isEmpty() ? QString() : open.constFirst();
    follow();
    wantAttention(m_openSlug.isEmpty() ? before : m_openSlug, QStringLiteral("open"));
}

/// Drafts belong to one application: another one's Google client is not this one's.
void ProvidersViewModel::turnTo(const QString &applicationId)
{
    m_applicationId = applicationId;
    m_drafts.clear();
    m_openSlug.clear();
    m_choosesOpen = true;
    m_loading = false;
    m_askAgain = false;
    m_warnedOfInput = false;
    m_notice = {};
}

void ProvidersViewModel::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId)
        turnTo(m_deployment.plan().applicationId);
    const DeployFacts &facts = m_deployment.facts();
    if (m_shown && m_choosesOpen && facts.providersKnown) {
        m_choosesOpen = false;
        m_openSlug = providersToConfigure(m_deployment.plan(), facts).value(0);
    }
    State next;
    next.known = facts.providersKnown;
    next.loading = m_loading;
    next.stale = isStale();
    next.saidSetUp = m_deployment.plan().providersSetUpElsewhere;
    next.maySaySetUp = facts.production() && !facts.providersKnown && (next.saidSetUp || !m_loading);
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        next.cards.append(cardFor(provider.key()));
    next.openSlug = m_openSlug;
    next.headline = ProviderWords::headline(facts);
    next.connectionsPage = dashboardPage(m_dashboardUrl, DashboardPage::SocialConnections);
    next.notice = m_notice;
    setState(std::move(next));
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

ProvidersViewModel::Card ProvidersViewModel::cardFor(const QString &slug) const
{
    const ProviderDraft draft = m_drafts.value(slug);
    const ProviderGuide guide = guideFor(slug);
    Card card;
    card.slug = slug;
    card.name = guide.name;
    card.standing = standingOf(slug, draft);
    card.redirectConfirmed = m_deployment.plan().confirmedRedirects.contains(slug);
    card.replacing = m_deployment.facts().providers.value(slug) == ProviderState::Configured && draft.editing;
    card.editing = draft.editing || card.standing == Standing::NotStarted || card.standing == Standing::PartlyFilled
        || card.standing == Standing::Saving;
    card.standingText = ProviderWords::standing(card.standing, card.redirectConfirmed);
    card.fields = fieldsFor(formOf(slug), draft);
    card.registrations = registrationsFor(guide);
    card.console = guide.console;
    card.docs = guide.docs;
    card.redirectPlace = guide.redirectPlace;
    card.gotchas = ProviderWords::advice(guide.gotchas);
    card.notice = draft.notice;
    return card;
}

QList<ProvidersViewModel::Field> ProvidersViewModel::fieldsFor(const OAuthProvider &form,
                                                               const ProviderDraft &draft) const
{
    QList<Field> fields;
    for (const ProviderField &wanted : form.fields) {
        Field field;
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
        field.problem = draft.problems.value(wanted.key);
        fields.append(field);
    }
    return fields;
}

QList<ProvidersViewModel::Registration> ProvidersViewModel::registrationsFor(const ProviderGuide &guide) const
{
    const auto &domain = m_deployment.facts().domain;
    if (!domain)
        return {};
    const QUrl redirect = redirectUri(*domain);
    if (redirect.isEmpty())
        return {};
    QList<Registration> registrations {{tr("Redirect URI"), redirect.toString()}};
    if (guide.asksForHost)
        registrations.append({tr("Domain"), redirect.host()});
    if (guide.asksForOrigins)
        for (const QString &origin : javascriptOrigins(*domain))
            registrations.append({tr("JavaScript origin"), origin});
    return registrations;
}

Standing ProvidersViewModel::standingOf(const QString &slug, const ProviderDraft &draft) const
{
    if (draft.saving)
        return Standing::Saving;
    switch (m_deployment.facts().providers.value(slug)) {
    case ProviderState::NeedsDashboard: return Standing::NeedsDashboard;
    case ProviderState::Configured: return draft.holdsInput() ? Standing::PartlyFilled : Standing::Saved;
    case ProviderState::NeedsCredentials: break;
    }
    if (m_deployment.plan().skippedProviders.contains(slug))
        return Standing::PutOff;
    return draft.holdsInput() ? Standing::PartlyFilled : Standing::NotStarted;
}

QStringList ProvidersViewModel::slugsWithInput() const
{
    QStringList slugs;
    for (const Card &card : m_state.cards)
        if (card.standing == Standing::PartlyFilled)
            slugs.append(card.slug);
    return slugs;
}

/// A late answer must not pull the focus while another step is shown.
void ProvidersViewModel::wantAttention(const QString &slug, const QString &part)
{
    if (m_shown)
        Q_EMIT attentionWanted(slug + QLatin1Char('.') + part);
}

void ProvidersViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
