#include "wizard/steps/providersviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "handover/reminder.h"
#include "model/credentials/snippet.h"
#include "wizard/errortext.h"
#include "wizard/providerwords.h"

#include <QLocale>

namespace golive {

ProvidersViewModel::ProvidersViewModel(Deployment &deployment, SecretStore &secrets, Clock &clock, QUrl dashboardUrl,
                                       QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_dashboardUrl(std::move(dashboardUrl))
    , m_drafts(deployment, secrets, clock)
{
    connect(&m_deployment, &Deployment::factsChanged, this, &ProvidersViewModel::follow);
    connect(&m_deployment, &Deployment::planChanged, this, &ProvidersViewModel::follow);
    connect(&m_drafts, &ProviderDrafts::changed, this, &ProvidersViewModel::follow);
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
    m_drafts.flush();
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
    // A whole file lands in one field when it is pasted there.
    const bool hasLines = text.contains(QLatin1Char('\n')) || text.trimmed().startsWith(QLatin1Char('{'));
    if (isPrivateKey(slug, key) || (hasLines && looksLikeSnippet(text))) {
        importText(slug, text);
        return;
    }
    m_drafts[slug].type(form, *field, text);
    m_drafts.keep(slug);
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::settle(const QString &slug)
{
    if (!m_drafts.contains(slug) || m_drafts[slug].typing.isEmpty())
        return;
    m_drafts[slug].typing.clear();
    follow();
}

void ProvidersViewModel::remedy(const QString &slug, const QString &key)
{
    if (m_drafts.value(slug).saving
        || !m_drafts[slug].remedy(formOf(slug), key, m_deployment.facts().developmentConnections))
        return;
    m_drafts.keep(slug);
    follow();
    wantAttention(slug, key);
}

void ProvidersViewModel::importFile(const QString &slug, const QString &path)
{
    takeFrom(slug, [&path](ProviderImport &reader) { reader.readFile(path); });
}

void ProvidersViewModel::importText(const QString &slug, const QString &text)
{
    takeFrom(slug, [&text](ProviderImport &reader) { reader.readText(text); });
}

void ProvidersViewModel::takeFrom(const QString &slug, const std::function<void(ProviderImport &)> &read)
{
    const OAuthProvider form = formOf(slug);
    if (!form.supported || m_drafts.value(slug).saving)
        return;
    ProviderDraft &draft = m_drafts[slug];
    ++draft.edition; // also when it brings nothing: what was pasted into a field is not its value
    ProviderImport reader(draft, form, cards().wantedRegistrations());
    read(reader);
    draft.editing = draft.editing || draft.holdsInput();
    m_drafts.keep(slug);
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::importFileForAll(const QString &path)
{
    const auto file = readCredentialFile(path);
    if (file) {
        fillAll(file->content, file->name);
        return;
    }
    m_notice = ProviderWords::unreadable(file.error(), path);
    follow();
}

void ProvidersViewModel::importTextForAll(const QString &text)
{
    fillAll(Secret(text.toUtf8()), {});
}

void ProvidersViewModel::fillAll(const Secret &content, const QString &fileName)
{
    QStringList names;
    QStringList refused;
    const auto filled = readForAll(content, m_deployment.facts().providerForms.values());
    if (!filled) {
        m_notice = ProviderWords::unreadable(filled.error(), fileName);
        follow();
        return;
    }
    for (const ProviderCredentials &found : *filled) {
        const Standing standing = standingOf(found.slug);
        if (standing != Standing::NotStarted && standing != Standing::PartlyFilled)
            continue;
        const bool allTaken = m_drafts[found.slug].take(found, fileName);
        m_drafts.keep(found.slug);
        (allTaken ? names : refused).append(providerName(found.slug));
        m_openSlug = allTaken ? m_openSlug : found.slug; // where it is said what is wrong
    }
    m_notice = ProviderWords::filledIn(names, refused, fileName);
    m_warnedOfInput = false;
    follow();
}

void ProvidersViewModel::save(const QString &slug)
{
    const OAuthProvider form = formOf(slug);
    const Standing standing = standingOf(slug);
    ProviderDraft draft = m_drafts.value(slug);
    if (!form.supported || draft.saving || standing == Standing::LeftOut)
        return;
    if (standing == Standing::Saved && !draft.editing)
        return;
    draft.notice = {};
    draft.typing.clear();
    const QString wrong = draft.findProblems(form);
    draft.saving = wrong.isEmpty();
    m_drafts[slug] = draft;
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
             [this, form, owner = m_applicationId](const Result<> &answer) {
                 if (owner == m_applicationId)
                     takeAnswer(form, answer);
             });
}

void ProvidersViewModel::replace(const QString &slug)
{
    m_drafts[slug].editing = true;
    m_openSlug = slug;
    follow();
    wantFirstField(slug);
}

void ProvidersViewModel::keep(const QString &slug)
{
    if (m_drafts.value(slug).saving)
        return;
    m_drafts.drop(slug);
    follow();
    wantAttention(slug, QStringLiteral("open"));
}

void ProvidersViewModel::leaveOut(const QString &slug)
{
    if (m_drafts.value(slug).saving)
        return;
    if (!formOf(slug).switchedOn) { // nobody sees it as it is
        noteLeftOut(slug);
        return;
    }
    m_drafts[slug].saving = true;
    m_drafts[slug].notice = {};
    follow();
    onAnswer(m_deployment.switchOffProvider(slug), this, [this, slug, owner = m_applicationId](const Result<> &answer) {
        if (owner != m_applicationId)
            return;
        m_drafts[slug].saving = false;
        if (answer)
            noteLeftOut(slug);
        else
            m_drafts[slug].notice = noticeFor(answer.error());
        follow();
    });
}

void ProvidersViewModel::noteLeftOut(const QString &slug)
{
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
    wantFirstField(slug);
}

void ProvidersViewModel::setKeepCopy(const QString &slug, bool wished)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.keptCredentials.removeAll(slug);
        if (wished)
            plan.keptCredentials.append(slug);
    });
    if (!wished)
        m_drafts.forgetCopy(slug);
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

void ProvidersViewModel::dismissNotice()
{
    m_notice = {};
    follow();
}

void ProvidersViewModel::takeAnswer(const OAuthProvider &before, const Result<> &answer)
{
    if (!answer) {
        takeRefusal(before, answer.error());
        return;
    }
    const QString slug = before.slug;
    m_drafts.settleSaved(slug);
    m_askAgain = m_deployment.facts().providers.value(slug) != ProviderState::Configured;
    if (m_askAgain)
        m_notice = ProviderWords::acceptedButNotListed(before.name);
    const bool wasOpen = m_openSlug == slug;
    m_deployment.change([&](DeployPlan &plan) { plan.skippedProviders.removeAll(slug); });
    if (wasOpen)
        openNext();
    follow();
}

void ProvidersViewModel::takeRefusal(const OAuthProvider &before, const Error &error)
{
    const QString slug = before.slug;
    const auto field = fieldNamedIn(error.field, formOf(slug));
    ProviderDraft &draft = m_drafts[slug];
    draft.saving = false;
    draft.editing = true;
    if (error.kind == Error::Kind::VersionConflict)
        draft.notice = ProviderWords::changedMeanwhile(before, formOf(slug));
    else
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

void ProvidersViewModel::setExpiry(const QString &slug, const QString &text)
{
    const QString typed = text.trimmed();
    QDate date = QDate::fromString(typed, Qt::ISODate);
    if (!date.isValid())
        date = QLocale().toDate(typed, QLocale::ShortFormat);
    if (date.isValid() && date.year() < 2000) // two digits are read as of the last century
        date = date.addYears(100);
    m_drafts[slug].expiryText = date.isValid() || typed.isEmpty() ? std::nullopt : std::optional(typed);
    m_deployment.change([&](DeployPlan &plan) {
        plan.secretExpiries.remove(slug);
        if (date.isValid())
            plan.secretExpiries.insert(slug, date);
    });
    follow();
}

void ProvidersViewModel::saveReminder(const QString &slug, const QString &path)
{
    const QDate expiry = m_deployment.plan().secretExpiries.value(slug);
    if (!expiry.isValid() || path.isEmpty())
        return;
    const Result<> written
        = writeReminder(path, ProviderWords::reminder(slug, m_deployment.plan(), expiry), m_clock.now());
    m_drafts[slug].notice = written ? ProviderWords::reminderSaved(path) : noticeFor(written.error());
    follow();
}

} // namespace golive
