#include "wizard/steps/summaryviewmodel.h"

#include "deploy/deployment.h"
#include "keychain/secretstore.h"
#include "model/provider.h"

#include <QLocale>

namespace golive {
namespace {

QString nameList(const QStringList &slugs)
{
    QStringList names;
    for (const QString &slug : slugs)
        names.append(providerName(slug));
    return QLocale().createSeparatedList(names);
}

QString settingsText(DeployPlan::Settings settings)
{
    switch (settings) {
    case DeployPlan::Settings::CloneDevelopment: return SummaryViewModel::tr("copied from development");
    case DeployPlan::Settings::ClerkDefaults: return SummaryViewModel::tr("Clerk’s defaults");
    case DeployPlan::Settings::Undecided: return SummaryViewModel::tr("chosen outside this assistant");
    }
    Q_UNREACHABLE();
}

QString domainText(const DeployFacts &facts)
{
    if (!facts.status)
        return SummaryViewModel::tr("not read yet");
    if (facts.status->complete)
        return SummaryViewModel::tr("live: records, certificate and mail are in place");
    return facts.status->dns.isDone() ? SummaryViewModel::tr("records are in place, Clerk is finishing")
                                      : SummaryViewModel::tr("waiting for DNS records");
}

QString headlineFor(Action next)
{
    switch (next) {
    case Action::Finished: return SummaryViewModel::tr("Your application is live.");
    case Action::TakeKeys:
        return SummaryViewModel::tr("The domain is live. Put the production keys into your application to finish.");
    case Action::WaitForClerk:
        return SummaryViewModel::tr("Nothing is left for you to do. Clerk is preparing the certificate and mail.");
    case Action::WaitForDomain:
    case Action::AddDnsRecords:
        return SummaryViewModel::tr("The production instance exists. Its DNS records are still missing.");
    case Action::ConfigureProviders:
        return SummaryViewModel::tr("The production instance exists. Some sign-in providers need credentials.");
    case Action::ChooseApplication:
    case Action::ChooseSettings:
    case Action::ChooseDomain:
    case Action::CreateInstance: return SummaryViewModel::tr("The production instance does not exist yet.");
    }
    Q_UNREACHABLE();
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
    follow();
}

QString SummaryViewModel::asText() const
{
    QStringList lines {m_state.headline, QString()};
    for (const Row &row : m_state.made)
        lines.append(QStringLiteral("%1: %2").arg(row.label, row.value));
    const auto section = [&lines](const QString &title, const QStringList &entries) {
        lines += {QString(), title};
        for (const QString &entry : entries)
            lines.append(QStringLiteral("- ") + entry);
    };
    section(SummaryViewModel::tr("What to do next"), m_state.next);
    section(SummaryViewModel::tr("How to take it back"), m_state.takingBack);
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void SummaryViewModel::follow()
{
    const Action next = m_deployment.next();
    const DeployFacts &facts = m_deployment.facts();
    State state;
    state.finished = next == Action::Finished;
    state.headline = headlineFor(next);
    state.made = made();
    state.secrets = secretPlaces();
    state.next = whatIsNext();
    state.takingBack = takingBack();
    if (facts.domain)
        state.site = QUrl(QStringLiteral("https://") + facts.domain->name);
    state.dashboard = m_dashboardUrl;
    if (const auto production = facts.production())
        state.dashboard.setPath(
            QStringLiteral("/apps/%1/instances/%2").arg(m_deployment.plan().applicationId, production->id));
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

QList<SummaryViewModel::Row> SummaryViewModel::made() const
{
    const DeployFacts &facts = m_deployment.facts();
    QList<Row> rows {{tr("Application"), facts.application ? facts.application->displayName() : QString(), false}};
    if (const auto production = facts.production())
        rows.append({tr("Production instance"), production->id, true});
    if (facts.domain) {
        rows.append({tr("Domain"), facts.domain->name, true});
        rows.append({tr("State of the domain"), domainText(facts), false});
        rows.append({tr("Frontend API"), facts.domain->frontendApiUrl.toString(), true});
        if (!facts.domain->accountsPortalUrl.isEmpty())
            rows.append({tr("Account portal"), facts.domain->accountsPortalUrl.toString(), true});
    }
    rows.append({tr("Settings"), settingsText(m_deployment.plan().settings), false});
    QStringList configured;
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        if (provider.value() == ProviderState::Configured)
            configured.append(provider.key());
    if (!facts.providers.isEmpty())
        rows.append({tr("Sign-in providers"), configured.isEmpty() ? tr("none yet") : nameList(configured), false});
    return rows;
}

QList<SummaryViewModel::Row> SummaryViewModel::secretPlaces() const
{
    const auto production = m_deployment.facts().production();
    if (!production)
        return {};
    QList<Row> rows;
    if (m_deployment.holdsUnkeptKey())
        rows.append({tr("Secret key"), tr("only in this program’s memory, until it ends"), false});
    else if (!m_deployment.facts().secretKeyKept)
        rows.append({tr("Secret key"), tr("not on this computer; Clerk’s Dashboard shows it under API keys"), false});
    else if (m_secrets.isPermanent())
        rows.append({tr("Secret key"),
                     tr("in this computer’s password store, filed under “Golive”, entry “%1”")
                         .arg(secretname::instanceSecretKey(production->id)),
                     false});
    else
        rows.append({tr("Secret key"), tr("kept in memory only: in practice mode nothing is stored"), false});
    rows.append({tr("Provider secrets"), tr("in Clerk; this computer kept no copy"), false});
    return rows;
}

QStringList SummaryViewModel::whatIsNext() const
{
    const DeployFacts &facts = m_deployment.facts();
    const DeployPlan &plan = m_deployment.plan();
    QStringList steps;
    const QStringList missing = providersToConfigure(plan, facts);
    if (!missing.isEmpty())
        steps.append(
            tr("Enter the credentials of %1. Until then nobody can sign in with them.").arg(nameList(missing)));
    if (!plan.skippedProviders.isEmpty())
        steps.append(
            tr("You left %1 for later. Until then nobody can sign in with them.").arg(nameList(plan.skippedProviders)));
    for (auto provider = facts.providers.cbegin(); provider != facts.providers.cend(); ++provider)
        if (provider.value() == ProviderState::NeedsDashboard)
            steps.append(tr("Set up %1 in Clerk’s Dashboard.").arg(providerName(provider.key())));
    if (!facts.status || !(facts.status->complete || facts.status->dns.isDone()))
        steps.append(tr("Add the missing DNS records. You can close this window; it continues where you left off."));
    if (!plan.keysTaken)
        steps.append(tr("Put both production keys into your application’s hosting, then rebuild and deploy it: public "
                        "values are built into the pages."));
    steps.append(tr("Create new webhook endpoints for production; each has a signing secret of its own."));
    steps.append(
        tr("Try it in a private browser window: sign up, receive the email, use every sign-in provider once."));
    return steps;
}

QStringList SummaryViewModel::takingBack() const
{
    if (!m_deployment.facts().production())
        return {};
    return {
        tr("Development is untouched; your application keeps working there as before."),
        tr("To go back, use the development keys (pk_test_…, sk_test_…) in your application again."),
        tr("A production instance can only be deleted in Clerk’s Dashboard, under its settings."),
        tr("Afterwards remove the DNS records you added, and the entries “Golive” in this computer’s password store.")};
}

} // namespace golive
