#include "wizard/steps/summaryviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "deploy/deployment.h"
#include "foundation/promise.h"
#include "handover/checklist.h"
#include "keychain/secretstore.h"
#include "model/provider.h"
#include "wizard/errortext.h"
#include "wizard/handoverwords.h"
#include "wizard/keyplacewords.h"

#include <QLocale>

#include <algorithm>

namespace golive {
namespace {

QString nameList(const QStringList &slugs)
{
    QStringList names;
    for (const QString &slug : slugs)
        names.append(providerName(slug));
    return QLocale().createSeparatedList(names);
}

QStringList inState(const DeployFacts &facts, ProviderState wanted)
{
    QStringList slugs;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        if (provider.value() == wanted)
            slugs.append(provider.key());
    return slugs;
}

} // namespace

SummaryViewModel::SummaryViewModel(Deployment &deployment, SecretStore &secrets, QUrl dashboardUrl, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_secrets(secrets)
    , m_dashboardUrl(std::move(dashboardUrl))
{
    connect(&m_deployment, &Deployment::factsChanged, this, &SummaryViewModel::follow);
    connect(&m_deployment, &Deployment::planChanged, this, &SummaryViewModel::follow);
    follow();
}

void SummaryViewModel::enter()
{
    lookForPlatformKey();
    reload();
}

void SummaryViewModel::reload()
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
        if (!answer)
            m_notice = noticeFor(answer.error());
        follow();
    });
}

void SummaryViewModel::compareSettings()
{
    if (m_state.canCompare)
        Q_EMIT comparisonWanted();
}

/// Only whether it is there; the key itself is let go at once.
void SummaryViewModel::lookForPlatformKey()
{
    onAnswer(m_secrets.read(secretname::platformKey(m_deployment.clerkHost())), this,
             [this](const Result<Secret> &kept) {
                 m_platformKeyKept = kept || isThereButLocked(kept.error());
                 m_platformKeyUnseen = !m_platformKeyKept && kept.error().kind != Error::Kind::SecretMissing;
                 follow();
             });
}

QString SummaryViewModel::asText() const
{
    QStringList lines {m_state.headline, m_state.explanation};
    const auto rows = [&lines](const QString &title, const QList<Row> &entries) {
        if (!entries.isEmpty())
            lines += {QString(), title};
        for (const Row &row : entries)
            lines.append(QStringLiteral("- %1: %2").arg(row.label, row.value));
    };
    const auto section = [&lines](const QString &title, const QStringList &entries) {
        if (!entries.isEmpty())
            lines += {QString(), title};
        for (const QString &entry : entries)
            lines.append(QStringLiteral("- ") + entry);
    };
    rows(SummaryViewModel::tr("What was made"), m_state.made);
    section(SummaryViewModel::tr("What to do next"), m_state.next);
    rows(SummaryViewModel::tr("Where the secrets are"), m_state.secrets);
    section(SummaryViewModel::tr("How to take it back"), m_state.takingBack);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void SummaryViewModel::follow()
{
    const DeployPlan &plan = m_deployment.plan();
    const DeployFacts &facts = m_deployment.facts();
    if (m_applicationId != plan.applicationId) {
        m_applicationId = plan.applicationId;
        m_loading = false;
        m_notice = {};
    }
    State state;
    state.finished = m_deployment.next() == Action::Finished;
    state.turn = SummaryWords::turn(plan, facts);
    state.loading = m_loading;
    state.headline = SummaryWords::headline(plan, facts);
    state.explanation = SummaryWords::explanation(plan, facts);
    state.made = made();
    state.secrets = secretPlaces();
    state.next = whatIsNext();
    state.notice = m_notice;
    if (facts.domain && facts.status && facts.status->complete)
        state.site = QUrl(QStringLiteral("https://") + facts.domain->name);
    state.dashboard = m_dashboardUrl;
    state.isMade = facts.production().has_value();
    state.canCompare = facts.production() && facts.development();
    if (const auto production = facts.production()) {
        state.takingBack = SummaryWords::takingBack(m_secrets.isPermanent());
        state.dashboard = instancePage(m_dashboardUrl, plan.applicationId, production->id);
    }
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

QList<SummaryViewModel::Row> SummaryViewModel::made() const
{
    const DeployFacts &facts = m_deployment.facts();
    QList<Row> rows;
    if (facts.application)
        rows.append({tr("Application"), facts.application->displayName(), false});
    const auto production = facts.production();
    if (!production)
        return rows;
    rows.append({tr("Production instance"), production->id, true});
    if (facts.domain) {
        rows.append({tr("Domain"), facts.domain->name, true});
        rows.append({tr("State of the domain"), SummaryWords::domain(facts), false});
        rows.append({tr("Frontend API"), facts.domain->frontendApiUrl.toString(), true});
        if (!facts.domain->accountsPortalUrl.isEmpty())
            rows.append({tr("Account portal"), facts.domain->accountsPortalUrl.toString(), true});
    }
    rows.append({tr("Settings"), SummaryWords::settings(m_deployment.plan().settings), false});
    const QStringList configured = inState(facts, ProviderState::Configured);
    if (!facts.providers.isEmpty())
        rows.append({tr("Sign-in providers"), configured.isEmpty() ? tr("none yet") : nameList(configured), false});
    return rows;
}

QList<SummaryViewModel::Row> SummaryViewModel::secretPlaces() const
{
    const auto production = m_deployment.facts().production();
    if (!production)
        return {};
    QList<Row> rows {keyPlace(production->id), platformKeyPlace()};
    if (!inState(m_deployment.facts(), ProviderState::Configured).isEmpty())
        rows.append({tr("Provider secrets"), providerSecretsPlace(), false});
    if (const QStringList drafted = m_deployment.plan().draftedProviders; !drafted.isEmpty())
        rows.append({tr("Typed and not saved yet"), tr("%1, in %2").arg(nameList(drafted), storeName()), false});
    return rows;
}

/// Copies are kept by wish only.
QString SummaryViewModel::providerSecretsPlace() const
{
    const QStringList kept = m_deployment.plan().keptCredentials;
    if (kept.isEmpty())
        return tr("in Clerk; this computer kept no copy");
    return tr("in Clerk; a copy of these, as you wished, is in %2: %1").arg(nameList(kept), storeName());
}

QString SummaryViewModel::storeName() const
{
    return m_secrets.isPermanent() ? tr("this computer’s password store") : tr("memory until Golive ends");
}

SummaryViewModel::Row SummaryViewModel::keyPlace(const QString &instanceId) const
{
    const QString label = tr("Secret key");
    if (m_deployment.holdsUnkeptKey())
        return {label, tr("only in this program’s memory, until it ends"), false};
    if (m_deployment.facts().secretKeyUnseen)
        return {label, KeyPlaceWords::unseen(m_deployment.entry().secretKeyKeptAt), false};
    if (!m_deployment.facts().secretKeyKept)
        return {label, tr("not on this computer; Clerk’s Dashboard shows it under API keys"), false};
    if (!m_secrets.isPermanent())
        return {label, tr("in memory until Golive ends: in practice mode nothing is stored"), false};
    return {label,
            tr("in this computer’s password store, filed under “Golive”, entry “%1”")
                .arg(secretname::instanceSecretKey(instanceId)),
            false};
}

SummaryViewModel::Row SummaryViewModel::platformKeyPlace() const
{
    const QString label = tr("Platform API key");
    if (m_platformKeyUnseen)
        return {label, tr("The password store could not be looked at, so whether it is in there is not known."), false};
    if (!m_platformKeyKept || !m_secrets.isPermanent())
        return {label, tr("not kept; Golive needs it again the next time"), false};
    return {label,
            tr("in this computer’s password store, filed under “Golive”, entry “%1”")
                .arg(secretname::platformKey(m_deployment.clerkHost())),
            false};
}

QStringList SummaryViewModel::whatIsNext() const
{
    const DeployFacts &facts = m_deployment.facts();
    if (!facts.production())
        return {tr("Create the production instance.")};
    QStringList steps = providersLeft();
    if (facts.status && !recordsAreSeenByClerk(facts))
        steps.append(tr("Add the missing DNS records. You can close Golive; it continues where you left off."));
    else if (!facts.status || !facts.status->complete)
        steps.append(tr("Wait until Clerk reports the domain complete. The step “Go live” shows it."));
    if (!m_deployment.plan().settingsCompared && facts.development())
        steps.append(tr("See what a copy of the settings left behind; the step “Compare settings” shows it."));
    if (!m_deployment.plan().keysTaken)
        steps.append(tr("Put both production keys into your application’s hosting; the step “Hand over” tells where."));
    return steps + listLeft();
}

QStringList SummaryViewModel::providersLeft() const
{
    const DeployFacts &facts = m_deployment.facts();
    if (!facts.providersKnown && m_deployment.plan().providersSetUpElsewhere)
        return {tr("Try every sign-in provider once: Clerk did not let Golive look at how they are set up.")};
    if (!facts.providersKnown)
        return {tr("Look at the step “Sign-in providers”: what they need has not been read yet.")};
    QStringList steps;
    const QStringList missing = providersToConfigure(m_deployment.plan(), facts);
    QStringList later;
    for (const QString &slug : inState(facts, ProviderState::NeedsCredentials))
        if (!missing.contains(slug))
            later.append(slug);
    if (!missing.isEmpty())
        steps.append(tr("Enter the credentials of %1. Until then they let nobody sign in.").arg(nameList(missing)));
    if (!later.isEmpty())
        steps.append(tr("You left %1 for later. Until then they let nobody sign in.").arg(nameList(later)));
    if (const QStringList elsewhere = inState(facts, ProviderState::NeedsDashboard); !elsewhere.isEmpty())
        steps.append(tr("Set up %1 in Clerk’s Dashboard.").arg(nameList(elsewhere)));
    return steps;
}

/// The rows of the checklist that nobody ticked: those that always matter by name, the rest by number.
QStringList SummaryViewModel::listLeft() const
{
    QStringList steps;
    int others = 0;
    for (const HandoverRow &row : handoverChecklist(m_deployment.plan(), m_deployment.facts())) {
        if (row.ticked || row.task == HandoverTask::KeysOnHost)
            continue;
        if (row.need == HandoverNeed::Always)
            steps.append(HandoverWords::title(row.task) + QLatin1Char('.'));
        else
            ++others;
    }
    if (others > 0)
        steps.append(tr("Look through the rest of the list in the step “Hand over”. Not ticked yet: %1.").arg(others));
    return steps;
}

} // namespace golive
