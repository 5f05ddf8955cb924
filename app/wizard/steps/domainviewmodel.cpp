#include "wizard/steps/domainviewmodel.h"

#include "foundation/clock.h"
#include "foundation/promise.h"
#include "model/clerknames.h"
#include "model/hostname.h"
#include "wizard/creationwords.h"
#include "wizard/displaytext.h"
#include "wizard/domainwords.h"
#include "wizard/errortext.h"
#include "wizard/refusalwords.h"

namespace golive {
namespace {

constexpr std::chrono::milliseconds pauseBeforeLooking {600};
constexpr qsizetype longestShownDomain = 300;
constexpr qsizetype longestDomain = 2000; ///< a pasted address may be long; beyond this it is none

} // namespace

DomainViewModel::DomainViewModel(PlatformApi &api, Deployment &deployment, DomainSurveyor &surveyor, Clock &clock,
                                 QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_hosts(deployment)
    , m_research(api, surveyor)
    , m_staging(api, deployment)
    , m_domain(DomainName::parse({}))
{
    connect(&m_deployment, &Deployment::planChanged, this, &DomainViewModel::followPlan);
    connect(&m_deployment, &Deployment::factsChanged, this, &DomainViewModel::followPlan);
    connect(&m_research, &DomainResearch::changed, this, &DomainViewModel::render);
    load();
}

void DomainViewModel::enter()
{
    followPlan();
    m_research.forget();
    pauseThenLook();
}

void DomainViewModel::leave()
{
    m_pause.reset();
    m_research.stop();
    settle();
    m_hosts.store();
}

void DomainViewModel::goForward()
{
    m_pause.reset();
    m_complains = true;
    settle();
    const QString host = m_hosts.complain();
    m_hosts.store();
    if (!m_state.readOnly && !m_domain)
        Q_EMIT attentionWanted(QStringLiteral("domain"));
    else if (!m_state.readOnly && rootIsOpen())
        Q_EMIT attentionWanted(QStringLiteral("useRoot"));
    else if (!m_state.readOnly && !host.isEmpty())
        Q_EMIT attentionWanted(host);
    else
        Q_EMIT finished();
}

void DomainViewModel::setDomain(const QString &typed)
{
    if (m_state.readOnly || typed == m_typed)
        return;
    m_typed = typed.left(longestDomain);
    m_subdomainKept = false;
    m_settled = false;
    m_complains = false;
    m_refusal.reset();
    m_research.stop();
    m_research.forget();
    readDomain();
    render();
    pauseThenLook();
}

void DomainViewModel::finishDomain()
{
    m_complains = !m_typed.trimmed().isEmpty();
    settle();
}

void DomainViewModel::useSuggestion()
{
    if (const QString suggestion = suggestionNow(); !m_state.readOnly && !suggestion.isEmpty()) {
        setDomain(suggestion);
        settle();
    }
}

void DomainViewModel::useRoot()
{
    if (m_state.readOnly || !m_domain || !m_domain->isSubdomain())
        return;
    const QString site = m_domain->unicode();
    setDomain(m_domain->hasWww() ? m_domain->withoutWww().unicode()
                                 : DomainWords::asPeopleWriteIt(m_domain->registrable()));
    settle();
    m_hosts.addSite(site);
}

void DomainViewModel::keepSubdomain()
{
    if (m_state.readOnly || !m_domain)
        return;
    m_subdomainKept = true;
    settle();
}

void DomainViewModel::repair()
{
    if (!m_state.repair.isOffered || m_repairing)
        return;
    m_repairing = true;
    m_repairTrouble.reset();
    render();
    onAnswer(m_deployment.repairDomain(), this, [this, asked = m_applicationId](const Result<> &answer) {
        if (asked != m_applicationId)
            return;
        m_repairing = false;
        m_repaired = answer.has_value();
        if (!answer)
            m_repairTrouble = answer.error();
        render();
    });
}

void DomainViewModel::lookAgain()
{
    m_research.forget();
    look();
}

void DomainViewModel::showRefusal(const Error &error)
{
    m_refusal = error;
    render();
}

void DomainViewModel::followPlan()
{
    const bool readOnly = m_deployment.facts().production().has_value();
    const bool isOther = m_applicationId != m_deployment.plan().applicationId || readOnly != m_state.readOnly;
    if (isOther || m_deployment.plan().domain != m_stored || (readOnly && m_deployment.facts().domain))
        load();
    else
        render();
}

/// Takes the fields from the plan, or from Clerk once it has filed the domain.
void DomainViewModel::load()
{
    const DeployPlan &plan = m_deployment.plan();
    const auto &filed = m_deployment.facts().domain;
    const bool isOther = m_applicationId != plan.applicationId;
    m_applicationId = plan.applicationId;
    m_stored = plan.domain;
    if (isOther) {
        m_repairing = m_repaired = false;
        m_repairTrouble.reset();
    }
    m_typed = m_deployment.facts().production() && filed ? filed->name : plan.domain;
    const bool undecided = m_typed.isEmpty();
    if (undecided)
        m_typed = plan.domainTyped.left(longestDomain);
    readDomain();
    if (m_domain && !undecided)
        m_typed = m_domain->unicode();
    m_subdomainKept = m_domain && m_domain->isSubdomain() && !undecided;
    if (isOther)
        m_hosts.load();
    m_settled = true;
    m_complains = false;
    m_refusal.reset();
    m_research.forget();
    render();
}

void DomainViewModel::readDomain()
{
    m_domain = DomainName::parse(m_typed);
    const bool isProvider = !m_domain && m_domain.error().kind == DomainProblem::Kind::HostingProvider;
    if (isProvider)
        m_hosts.setProviderDomain(hostNameFrom(m_typed).value_or(QString()));
    else
        m_hosts.setSite(m_domain ? std::optional(*m_domain) : std::nullopt);
}

void DomainViewModel::pauseThenLook()
{
    m_pause = std::make_unique<QObject>();
    m_clock.callAfter(pauseBeforeLooking, m_pause.get(), [this] {
        settle();
        look();
    });
}

/// Stores what is right; what is not is kept as it was typed, and what may be said about it is said.
void DomainViewModel::settle()
{
    m_settled = true;
    const bool usable = m_domain && !rootIsOpen();
    if (!m_state.readOnly)
        m_stored = usable ? m_domain->ascii() : QString();
    m_deployment.change([&](DeployPlan &plan) {
        plan.domain = m_stored;
        plan.domainTyped = usable || m_state.readOnly ? QString() : m_typed;
    });
    render();
}

void DomainViewModel::look()
{
    if (!m_state.readOnly && m_domain)
        m_research.look(*m_domain, m_applicationId);
}

bool DomainViewModel::rootIsOpen() const
{
    return m_domain && m_domain->isSubdomain() && !m_subdomainKept;
}

QString DomainViewModel::suggestionNow() const
{
    if (m_domain || !m_complains || m_domain.error().kind != DomainProblem::Kind::EmailAddress)
        return {};
    const auto domain = DomainName::parse(m_domain.error().part);
    return domain ? domain->unicode() : QString();
}

QString DomainViewModel::problemNow() const
{
    if (m_refusal)
        return RefusalWords::sentence(*m_refusal, m_domain ? std::optional(*m_domain) : std::nullopt);
    if (!m_complains)
        return {};
    return m_domain ? QString() : DomainWords::problem(m_domain.error());
}

DomainViewModel::Repair DomainViewModel::repairNow() const
{
    const auto &filed = m_deployment.facts().domain;
    if (!filed || !filed->lacksProxy())
        return {};
    Repair repair {true, m_repairing, {}, tr("Have Clerk set up its path"), {}};
    repair.text = tr("%1 belongs to a hosting provider, so nobody can add Clerk’s DNS records to it. Clerk can be "
                     "reached through a path on the website instead, but has not set that up for this domain; as it "
                     "is, it never becomes complete. Golive can have Clerk do so by sending it the same name once "
                     "more. Nothing else changes, and you can still move to a domain of your own later.")
                      .arg(displayText(filed->name, longestShownDomain));
    if (m_repairTrouble)
        repair.trouble = RefusalWords::isAboutDomain(*m_repairTrouble)
            ? RefusalWords::sentence(*m_repairTrouble, std::nullopt)
            : ErrorText::sentence(*m_repairTrouble);
    return repair;
}

Notice DomainViewModel::noticeNow() const
{
    if (m_refusal)
        return {Notice::Tone::Problem,
                tr("Nothing was created, because Clerk did not accept the domain. Change it below, then go on."),
                ErrorText::details(*m_refusal)};
    const DeployFacts &facts = m_deployment.facts();
    if (m_repaired && facts.domain && !facts.domain->lacksProxy())
        return {Notice::Tone::Success,
                tr("Clerk is now reached through %1. Your website has to hand this path on to Clerk: the step “Hand "
                   "over” has the code for it.")
                    .arg(displayText(facts.domain->proxyUrl.toString(), longestShownDomain)),
                {}};
    if (facts.production() && facts.domain)
        return CreationWords::comparedDomain(m_deployment.plan().domain, facts.domain->name);
    return {};
}

void DomainViewModel::render()
{
    State next;
    next.readOnly = m_deployment.facts().production().has_value();
    next.domain = m_typed;
    next.problem = problemNow();
    next.suggestion = suggestionNow();
    next.notice = noticeNow();
    next.repair = repairNow();
    if (m_domain)
        describeDomain(next);
    m_staging.propose(m_typed);
    setState(next);
}

void DomainViewModel::describeDomain(State &next) const
{
    next.understood = DomainWords::understood(m_typed, m_domain->ascii(), m_domain->unicode());
    next.explanation = DomainWords::rootOrSubdomain(*m_domain);
    next.caution = m_settled ? DomainWords::caution(*m_domain) : QString();
    next.looking = !next.readOnly && m_research.isLooking();
    if (!next.readOnly)
        next.findings = m_research.findings();
    if (m_settled && rootIsOpen() && !next.readOnly)
        next.root = rootQuestion();
    const QList<ClerkName> names = clerkNames(*m_domain);
    for (const ClerkName &each : names)
        next.names.append({each.name, DomainWords::purpose(each.purpose)});
    next.namesRemark = tr("These are the names Clerk usually needs. Once the instance exists, only what Clerk lists "
                          "counts, and that may be more.");
}

DomainViewModel::RootQuestion DomainViewModel::rootQuestion() const
{
    const QString typed = m_domain->unicode();
    if (m_domain->hasWww()) {
        const QString root = m_domain->withoutWww().unicode();
        return {true,
                tr("Is %1 really the domain, or is it %2? Clerk’s names go below it, and hardly anybody wants them "
                   "below www. Your website stays at %1 either way.")
                    .arg(typed, root),
                tr("Use %1 instead").arg(root), tr("Keep %1").arg(typed)};
    }
    const QString root = DomainWords::asPeopleWriteIt(m_domain->registrable());
    return {
        true,
        tr("%1 is a subdomain of %2. Is this the only Clerk application on %2? Then use %2: Clerk’s names go there, "
           "your website stays at %1, and sign-in covers every subdomain. Clerk calls that a primary "
           "application.\n"
           "Keep %1 if other Clerk applications share %2, as staging does, or if you cannot add records to %2: "
           "Clerk’s names go below %1. Clerk calls that a secondary application.")
            .arg(typed, root),
        tr("Use %1").arg(root), tr("Keep %1").arg(typed)};
}

void DomainViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
