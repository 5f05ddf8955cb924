#include "wizard/steps/signinproofviewmodel.h"

#include "clerk/frontendapi.h"
#include "deploy/deployment.h"
#include "foundation/promise.h"
#include "wizard/displaytext.h"
#include "wizard/signinproofwords.h"

namespace golive {
namespace {

using Finding = SignInProof::Finding;

constexpr qsizetype longestName = 60;

/// Empty when nobody knows of a page: below a hosting provider's name there can be no record for an Account Portal.
QUrl signInPageOf(const Domain &domain)
{
    QUrl page = domain.accountsPortalUrl;
    if (page.isEmpty()) {
        if (domain.name.isEmpty() || domain.isProviderDomain)
            return {};
        page.setScheme(QStringLiteral("https"));
        page.setHost(QStringLiteral("accounts.") + domain.name);
    }
    QString path = page.path();
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    page.setPath(path + QStringLiteral("/sign-in"));
    return page;
}

QUrl frontendOf(const Domain &domain)
{
    QUrl address = domain.frontendApiUrl.isEmpty() ? domain.proxyUrl : domain.frontendApiUrl;
    if (address.isEmpty()) {
        address.setScheme(QStringLiteral("https"));
        address.setHost(QStringLiteral("clerk.") + domain.name);
    }
    return address;
}

} // namespace

SignInProofViewModel::SignInProofViewModel(Deployment &deployment, const FrontendApi &frontend, QObject *parent)
    : QObject(parent)
    , m_deployment(deployment)
    , m_frontend(frontend)
{
    connect(&m_deployment, &Deployment::factsChanged, this, &SignInProofViewModel::follow);
    connect(&m_deployment, &Deployment::planChanged, this, &SignInProofViewModel::follow);
    follow();
}

void SignInProofViewModel::enter()
{
    m_seen = true;
    follow();
}

bool SignInProofViewModel::isLive() const
{
    const DeployFacts &facts = m_deployment.facts();
    return facts.domain && facts.status && facts.status->complete;
}

void SignInProofViewModel::checkNow()
{
    const std::optional<Domain> &domain = m_deployment.facts().domain;
    if (m_asking || !domain || !isLive())
        return;
    m_asking = true;
    m_trouble.reset();
    onAnswer(m_frontend.readOffer(frontendOf(*domain)), this,
             [this, owner = m_applicationId](const Result<QList<OfferedConnection>> &answer) {
                 if (owner != m_applicationId)
                     return;
                 m_asking = false;
                 if (answer)
                     m_offer = *answer;
                 else
                     m_trouble = answer.error();
                 follow();
             });
    follow();
}

void SignInProofViewModel::setTried(const QString &slug, bool tried)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.triedProviders.removeAll(slug);
        if (tried)
            plan.triedProviders.append(slug);
    });
}

void SignInProofViewModel::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId) {
        m_applicationId = m_deployment.plan().applicationId;
        m_offer.reset();
        m_trouble.reset();
        m_asking = false;
    }
    if (m_seen && isLive() && !m_offer && !m_trouble && !m_asking) {
        checkNow();
        return;
    }
    State next = stateNow();
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

SignInProofViewModel::State SignInProofViewModel::stateNow() const
{
    State next;
    const DeployFacts &facts = m_deployment.facts();
    next.shown = isLive() && !facts.providers.isEmpty();
    if (!next.shown || !facts.domain)
        return next;
    next.asking = m_asking;
    next.signInPage = signInPageOf(*facts.domain);
    if (m_trouble)
        next.notice = SignInProofWords::couldNotAsk(*m_trouble, frontendOf(*facts.domain));
    if (!m_offer)
        return next;
    for (const SignInProof &proof : compareOffer(*m_offer, m_deployment.plan(), facts)) {
        const QString name = displayText(providerName(proof.slug), longestName);
        next.rows.append({proof.slug, name, proof.finding, SignInProofWords::text(proof.finding),
                          proof.finding == Finding::Offered || proof.finding == Finding::Missing,
                          m_deployment.plan().triedProviders.contains(proof.slug)});
    }
    next.headline = SignInProofWords::headline(next.rows);
    next.tone = SignInProofWords::tone(next.rows);
    return next;
}

} // namespace golive
