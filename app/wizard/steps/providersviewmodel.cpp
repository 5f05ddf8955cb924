#include "wizard/steps/providersviewmodel.h"

#include "deploy/deployment.h"
#include "foundation/promise.h"
#include "model/providercatalogue.h"
#include "wizard/errortext.h"

#include <QRegularExpression>

namespace golive {
namespace {

using Standing = ProvidersViewModel::Standing;

/// Apple's credential is a private key, which has lines.
bool isPrivateKey(const QString &slug, const QString &key)
{
    return slug == QLatin1String("apple") && key == QLatin1String("client_secret");
}

bool looksLikePrivateKey(const QByteArray &pem)
{
    const QByteArray begin("-----BEGIN PRIVATE KEY-----");
    const QByteArray end("-----END PRIVATE KEY-----");
    const auto from = pem.indexOf(begin);
    return from >= 0 && pem.indexOf(end, from + begin.size()) > from;
}

QString standingText(Standing standing)
{
    switch (standing) {
    case Standing::NotStarted: return ProvidersViewModel::tr("Needs your credentials");
    case Standing::PartlyFilled: return ProvidersViewModel::tr("Not saved yet");
    case Standing::Saving: return ProvidersViewModel::tr("Saving…");
    case Standing::Saved: return ProvidersViewModel::tr("Saved in Clerk");
    case Standing::PutOff: return ProvidersViewModel::tr("Left for later");
    case Standing::NeedsDashboard: return ProvidersViewModel::tr("To be set up in Clerk’s Dashboard");
    }
    Q_UNREACHABLE();
}

QString headlineFor(const DeployFacts &facts)
{
    if (!facts.providersKnown)
        return {};
    if (facts.providers.isEmpty())
        return ProvidersViewModel::tr("Development uses no social sign-in, so there is nothing to enter here.");
    int saved = 0;
    for (const ProviderState state : facts.providers)
        saved += state == ProviderState::Configured ? 1 : 0;
    return ProvidersViewModel::tr("%1 of %2 providers have their production credentials.")
        .arg(saved)
        .arg(facts.providers.size());
}

/// The provider's own words where the catalogue has them.
QString labelFor(const ProviderField &field, const ProviderGuide &guide)
{
    if (field.key == QLatin1String("client_id") && !guide.idWord.isEmpty())
        return guide.idWord;
    if (field.key == QLatin1String("client_secret") && !guide.secretWord.isEmpty())
        return guide.secretWord;
    return field.label;
}

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
    if (!m_deployment.facts().providersKnown)
        reload();
    if (m_openSlug.isEmpty()) {
        const QStringList open = providersToConfigure(m_deployment.plan(), m_deployment.facts());
        if (!open.isEmpty())
            m_openSlug = open.constFirst();
    }
    m_warnedOfInput = false;
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
    m_notice = {Notice::Tone::Warning,
                tr("What you typed for %1 is not saved yet. Save it, or press Next again to leave it as it is.")
                    .arg(providerName(unsaved.constFirst())),
                {}};
    follow();
}

void ProvidersViewModel::reload()
{
    if (m_loading)
        return;
    m_loading = true;
    m_notice = {};
    follow();
    onAnswer(m_deployment.refresh(), this, [this](const Result<> &answer) {
        m_loading = false;
        if (!answer && !m_deployment.facts().providersKnown)
            m_notice = noticeFor(answer.error());
        follow();
    });
}

void ProvidersViewModel::openCard(const QString &slug)
{
    m_openSlug = m_openSlug == slug ? QString() : slug;
    follow();
}

void ProvidersViewModel::setValue(const QString &slug, const QString &key, const QString &text)
{
    Draft &draft = m_drafts[slug];
    if (draft.saving)
        return;
    const OAuthProvider form = m_deployment.facts().providerForms.value(slug);
    const auto field = std::find_if(form.fields.cbegin(), form.fields.cend(),
                                    [&](const ProviderField &each) { return each.key == key; });
    if (field == form.fields.cend())
        return;
    if (field->sensitive)
        draft.secrets[key] = Secret(isPrivateKey(slug, key) ? text.toUtf8() : text.trimmed().toUtf8());
    else
        draft.values[key] = text;
    draft.problems.remove(key);
    if (isPrivateKey(slug, key) && !text.trimmed().isEmpty() && !looksLikePrivateKey(text.toUtf8()))
        draft.problems[key] = tr("This is not the whole private key. Paste everything from -----BEGIN PRIVATE KEY----- "
                                 "to -----END PRIVATE KEY-----, or choose the file.");
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::importPrivateKey(const QString &slug, const QString &key, const QString &fileName,
                                          const QByteArray &content)
{
    Draft &draft = m_drafts[slug];
    if (draft.saving)
        return;
    if (!looksLikePrivateKey(content)) {
        draft.problems[key] = tr("“%1” is not a private key file. Choose the .p8 file that Apple let you download: "
                                 "it begins with -----BEGIN PRIVATE KEY-----.")
                                  .arg(fileName);
        follow();
        return;
    }
    draft.secrets[key] = Secret(content);
    draft.problems.remove(key);
    static const QRegularExpression named(QStringLiteral("AuthKey_([A-Z0-9]{10})\\.p8$"));
    if (const auto match = named.match(fileName);
        match.hasMatch() && draft.values.value(QStringLiteral("key_id")).isEmpty())
        draft.values[QStringLiteral("key_id")] = match.captured(1);
    follow();
}

void ProvidersViewModel::save(const QString &slug)
{
    const OAuthProvider form = m_deployment.facts().providerForms.value(slug);
    Draft &draft = m_drafts[slug];
    if (!form.supported || draft.saving)
        return;
    draft.notice = {};
    if (findProblems(form, draft)) {
        m_openSlug = slug;
        follow();
        for (const ProviderField &field : form.fields)
            if (draft.problems.contains(field.key)) {
                Q_EMIT attentionWanted(QStringLiteral("%1.%2").arg(slug, field.key));
                return;
            }
        return;
    }
    draft.saving = true;
    m_notice = {};
    follow();
    onAnswer(m_deployment.saveProvider(credentialsFrom(form, draft)), this,
             [this, slug](const Result<> &answer) { takeAnswer(slug, answer); });
}

void ProvidersViewModel::replace(const QString &slug)
{
    m_drafts[slug].editing = true;
    m_openSlug = slug;
    follow();
}

void ProvidersViewModel::putOff(const QString &slug)
{
    m_deployment.change([&](DeployPlan &plan) {
        if (!plan.skippedProviders.contains(slug))
            plan.skippedProviders.append(slug);
    });
    const QStringList open = providersToConfigure(m_deployment.plan(), m_deployment.facts());
    m_openSlug = open.isEmpty() ? QString() : open.constFirst();
    follow();
}

void ProvidersViewModel::takeUp(const QString &slug)
{
    m_deployment.change([&](DeployPlan &plan) { plan.skippedProviders.removeAll(slug); });
    m_openSlug = slug;
    follow();
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
    Draft &draft = m_drafts[slug];
    draft.saving = false;
    if (answer) {
        draft = {}; // Clerk has the secret now; this program no longer needs it
        m_deployment.change([&](DeployPlan &plan) { plan.skippedProviders.removeAll(slug); });
        const QStringList open = providersToConfigure(m_deployment.plan(), m_deployment.facts());
        if (m_openSlug == slug)
            m_openSlug = open.isEmpty() ? QString() : open.constFirst();
        follow();
        return;
    }
    const Error &error = answer.error();
    const OAuthProvider form = m_deployment.facts().providerForms.value(slug);
    const auto field = std::find_if(form.fields.cbegin(), form.fields.cend(), [&](const ProviderField &each) {
        return !error.field.isEmpty() && error.field.contains(each.key);
    });
    draft.notice = noticeFor(error);
    if (field != form.fields.cend()) {
        draft.problems[field->key] = tr("Clerk does not accept this value. Check it and save again.");
        follow();
        Q_EMIT attentionWanted(QStringLiteral("%1.%2").arg(slug, field->key));
        return;
    }
    follow();
}

void ProvidersViewModel::follow()
{
    const DeployFacts &facts = m_deployment.facts();
    State next;
    next.known = facts.providersKnown;
    next.loading = m_loading;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        next.cards.append(cardFor(provider.key()));
    next.openSlug = m_openSlug;
    next.headline = headlineFor(facts);
    if (facts.domain) {
        next.redirectUri = redirectUri(*facts.domain).toString();
        next.origins = javascriptOrigins(*facts.domain);
    }
    next.connectionsPage = m_dashboardUrl;
    next.connectionsPage.setPath(QStringLiteral("/~/user-authentication/sso-connections"));
    next.notice = m_notice;
    setState(std::move(next));
}

ProvidersViewModel::Card ProvidersViewModel::cardFor(const QString &slug) const
{
    const Draft draft = m_drafts.value(slug);
    const OAuthProvider form = m_deployment.facts().providerForms.value(slug);
    const ProviderGuide guide = guideFor(slug);
    Card card;
    card.slug = slug;
    card.name = providerName(slug);
    card.standing = standingOf(slug, draft);
    card.standingText = standingText(card.standing);
    card.redirectConfirmed = m_deployment.plan().confirmedRedirects.contains(slug);
    if (card.standing == Standing::Saved && !card.redirectConfirmed)
        card.standingText = tr("Saved; redirect URI not confirmed");
    card.editing = card.standing != Standing::Saved && card.standing != Standing::NeedsDashboard;
    card.fields = fieldsFor(form, draft);
    card.console = guide.console;
    card.docs = guide.docs;
    card.redirectPlace = guide.redirectPlace;
    card.gotchas = guide.gotchas;
    card.notice = draft.notice;
    return card;
}

QList<ProvidersViewModel::Field> ProvidersViewModel::fieldsFor(const OAuthProvider &form, const Draft &draft) const
{
    const ProviderGuide guide = guideFor(form.slug);
    QList<Field> fields;
    for (const ProviderField &wanted : form.fields) {
        Field field;
        field.key = wanted.key;
        field.label = labelFor(wanted, guide);
        field.hint = wanted.description;
        field.sensitive = wanted.sensitive;
        field.required = wanted.required;
        field.multiline = isPrivateKey(form.slug, wanted.key);
        field.choices = wanted.choices;
        field.value = draft.values.value(wanted.key, wanted.defaultValue);
        field.filled = !draft.secrets.value(wanted.key).isEmpty();
        field.problem = draft.problems.value(wanted.key);
        fields.append(field);
    }
    return fields;
}

Standing ProvidersViewModel::standingOf(const QString &slug, const Draft &draft) const
{
    if (draft.saving)
        return Standing::Saving;
    switch (m_deployment.facts().providers.value(slug)) {
    case ProviderState::NeedsDashboard: return Standing::NeedsDashboard;
    case ProviderState::Configured: return draft.editing ? Standing::PartlyFilled : Standing::Saved;
    case ProviderState::NeedsCredentials: break;
    }
    if (m_deployment.plan().skippedProviders.contains(slug))
        return Standing::PutOff;
    return holdsInput(draft) ? Standing::PartlyFilled : Standing::NotStarted;
}

bool ProvidersViewModel::holdsInput(const Draft &draft) const
{
    const bool typed = std::any_of(draft.values.cbegin(), draft.values.cend(),
                                   [](const QString &value) { return !value.trimmed().isEmpty(); });
    const bool secret = std::any_of(draft.secrets.cbegin(), draft.secrets.cend(),
                                    [](const Secret &value) { return !value.isEmpty(); });
    return typed || secret;
}

QStringList ProvidersViewModel::slugsWithInput() const
{
    QStringList slugs;
    for (const Card &card : m_state.cards)
        if (card.standing != Standing::Saving && holdsInput(m_drafts.value(card.slug)))
            slugs.append(card.slug);
    return slugs;
}

bool ProvidersViewModel::findProblems(const OAuthProvider &form, Draft &draft) const
{
    for (const ProviderField &field : form.fields) {
        const bool empty = field.sensitive ? draft.secrets.value(field.key).isEmpty()
                                           : draft.values.value(field.key, field.defaultValue).trimmed().isEmpty();
        if (!isPrivateKey(form.slug, field.key) || empty) // what is wrong with a private key was said as it came
            draft.problems.remove(field.key);
        if (field.required && empty)
            draft.problems[field.key] = tr("Enter the %1.").arg(labelFor(field, guideFor(form.slug)));
    }
    return !draft.problems.isEmpty();
}

ProviderCredentials ProvidersViewModel::credentialsFrom(const OAuthProvider &form, const Draft &draft) const
{
    ProviderCredentials credentials;
    credentials.slug = form.slug;
    for (const ProviderField &field : form.fields) {
        if (field.sensitive && !draft.secrets.value(field.key).isEmpty())
            credentials.secrets.insert(field.key, draft.secrets.value(field.key));
        const QString value = draft.values.value(field.key, field.defaultValue).trimmed();
        if (!field.sensitive && !value.isEmpty())
            credentials.values.insert(field.key, value);
    }
    return credentials;
}

void ProvidersViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
