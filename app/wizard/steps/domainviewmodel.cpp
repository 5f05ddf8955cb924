#include "wizard/steps/domainviewmodel.h"

#include "clerk/platformapi.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "model/clerknames.h"
#include "wizard/domainwords.h"
#include "wizard/errortext.h"

#include <algorithm>

namespace golive {
namespace {

constexpr std::chrono::milliseconds pauseBeforeLooking {600};
constexpr qsizetype longestDomain = 2000; ///< a pasted address may be long; beyond this it is none

/// What backendHostFrom() made of the typed host; nothing while the domain or the host is missing.
std::optional<tl::expected<BackendHost, DomainProblem>> backendFrom(const QString &typed,
                                                                    const tl::expected<DomainName, DomainProblem> &site)
{
    if (!site || typed.trimmed().isEmpty())
        return std::nullopt;
    return backendHostFrom(typed, *site);
}

} // namespace

DomainViewModel::DomainViewModel(PlatformApi &api, Deployment &deployment, Clock &clock, QObject *parent)
    : StepViewModel(parent)
    , m_api(api)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_domain(DomainName::parse({}))
{
    connect(&m_deployment, &Deployment::planChanged, this, &DomainViewModel::followPlan);
    connect(&m_deployment, &Deployment::factsChanged, this, &DomainViewModel::followPlan);
    load();
}

void DomainViewModel::enter()
{
    followPlan();
    m_lookedFor.clear();
    pauseThenLook();
}

void DomainViewModel::leave()
{
    m_pause.reset();
    settle();
}

void DomainViewModel::goForward()
{
    m_pause.reset();
    m_complains = true;
    m_backendComplains = true;
    settle();
    if (m_state.readOnly) {
        Q_EMIT finished();
        return;
    }
    if (!m_domain)
        Q_EMIT attentionWanted(QStringLiteral("domain"));
    else if (wwwIsOpen())
        Q_EMIT attentionWanted(QStringLiteral("useWithoutWww"));
    else if (!m_state.backendProblem.isEmpty())
        Q_EMIT attentionWanted(QStringLiteral("backendHost"));
    else
        Q_EMIT finished();
}

void DomainViewModel::setDomain(const QString &typed)
{
    if (m_state.readOnly || typed == m_typed)
        return;
    m_typed = typed.left(longestDomain);
    m_wwwKept = false;
    m_settled = false;
    m_complains = false;
    m_refusal.reset();
    m_inUse.clear();
    readDomain();
    render();
    pauseThenLook();
}

void DomainViewModel::finishDomain()
{
    m_complains = !m_typed.trimmed().isEmpty();
    settle();
}

void DomainViewModel::useWithoutWww()
{
    if (m_state.readOnly || !m_domain || !m_domain->hasWww())
        return;
    setDomain(m_domain->withoutWww().unicode());
    settle();
}

void DomainViewModel::keepWww()
{
    if (m_state.readOnly || !m_domain)
        return;
    m_wwwKept = true;
    settle();
}

void DomainViewModel::setBackend(HostChoices::Backend backend)
{
    if (backend == m_deployment.plan().hosts.backend)
        return;
    m_backendComplains = false;
    m_deployment.change([backend](DeployPlan &plan) { plan.hosts.backend = backend; });
    settle();
}

void DomainViewModel::setBackendHost(const QString &typed)
{
    if (typed == m_backendTyped)
        return;
    m_backendTyped = typed.left(longestDomain);
    m_backendComplains = false;
    render();
}

void DomainViewModel::finishBackendHost()
{
    m_backendComplains = !m_backendTyped.trimmed().isEmpty();
    settle();
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
    m_typed = m_deployment.facts().production() && filed ? filed->name : plan.domain;
    const bool undecided = m_typed.isEmpty();
    if (undecided)
        m_typed = plan.domainTyped.left(longestDomain);
    readDomain();
    if (m_domain && !undecided)
        m_typed = m_domain->unicode();
    m_wwwKept = m_domain && m_domain->hasWww() && !undecided;
    if (isOther) {
        m_backendTyped = plan.hosts.apiHost;
        m_backendComplains = false;
    }
    m_settled = true;
    m_complains = false;
    m_refusal.reset();
    m_inUse.clear();
    m_lookedFor.clear();
    render();
}

void DomainViewModel::readDomain()
{
    m_domain = DomainName::parse(m_typed);
}

void DomainViewModel::pauseThenLook()
{
    m_pause = std::make_unique<QObject>();
    m_clock.callAfter(pauseBeforeLooking, m_pause.get(), [this] {
        settle();
        lookInWorkspace();
    });
}

/// Stores what is right; what is not is kept as it was typed, and what may be said about it is said.
void DomainViewModel::settle()
{
    m_settled = true;
    const bool usable = m_domain && !wwwIsOpen();
    const bool separate = m_deployment.plan().hosts.backend == HostChoices::Backend::SeparateHost;
    const auto backend = backendFrom(m_backendTyped, m_domain);
    if (!m_state.readOnly)
        m_stored = usable ? m_domain->ascii() : QString();
    m_deployment.change([&](DeployPlan &plan) {
        plan.domain = m_stored;
        plan.domainTyped = usable || m_state.readOnly ? QString() : m_typed;
        if (separate)
            plan.hosts.apiHost = backend && *backend ? (*backend)->host : QString();
    });
    render();
}

void DomainViewModel::lookInWorkspace()
{
    if (m_state.readOnly || !m_domain || m_domain->registrable() == m_lookedFor)
        return;
    m_lookedFor = m_domain->registrable();
    onAnswer(m_api.findDomains(m_lookedFor), this,
             [this, registrable = m_lookedFor](const Result<QList<Domain>> &answer) {
                 if (answer)
                     showUse(registrable, *answer);
             });
}

/// The search is by part of a name, so it finds more than this domain; and it names the
/// application by its id alone, which people do not know.
void DomainViewModel::showUse(const QString &registrable, const QList<Domain> &found)
{
    const auto isIt = [&](const Domain &each) {
        return each.name == registrable || each.name.endsWith(QLatin1Char('.') + registrable);
    };
    const auto used = std::find_if(found.cbegin(), found.cend(), isIt);
    if (used == found.cend() || used->applicationId == m_applicationId)
        return;
    onAnswer(m_api.readApplication(used->applicationId), this,
             [this, registrable, domain = *used](const Result<Application> &answer) {
                 if (m_state.readOnly || !m_domain || m_domain->registrable() != registrable)
                     return;
                 const QString name = answer ? answer->displayName() : domain.applicationId;
                 m_inUse = tr("This workspace already uses %1, in the application “%2”. Clerk refuses a domain that "
                              "another application has: choose a different one, or remove it there first.")
                               .arg(DomainWords::asPeopleWriteIt(domain.name), name);
                 render();
             });
}

bool DomainViewModel::wwwIsOpen() const
{
    return m_domain && m_domain->hasWww() && !m_wwwKept;
}

QString DomainViewModel::problemNow() const
{
    if (m_refusal)
        return DomainWords::refusal(*m_refusal);
    if (!m_complains)
        return {};
    return m_domain ? QString() : DomainWords::problem(m_domain.error());
}

void DomainViewModel::render()
{
    State next;
    next.readOnly = m_deployment.facts().production().has_value();
    next.domain = m_typed;
    next.problem = problemNow();
    if (m_refusal) {
        next.notice = {Notice::Tone::Problem,
                       tr("Nothing was created, because Clerk did not accept the domain. Change it below, then go on."),
                       {}};
        next.notice.details = ErrorText::details(*m_refusal);
    }
    if (m_domain)
        describeDomain(next);
    describeBackend(next);
    setState(next);
}

void DomainViewModel::describeDomain(State &next) const
{
    next.understood = DomainWords::understood(m_typed, m_domain->ascii(), m_domain->unicode());
    next.explanation = DomainWords::rootOrSubdomain(*m_domain);
    next.caution = m_settled ? DomainWords::caution(*m_domain) : QString();
    next.inUse = m_inUse;
    next.asksAboutWww = m_settled && wwwIsOpen() && !next.readOnly;
    if (next.asksAboutWww) {
        next.withWww = m_domain->unicode();
        next.withoutWww = m_domain->withoutWww().unicode();
    }
    const QList<ClerkName> names = clerkNames(*m_domain);
    for (const ClerkName &each : names)
        next.names.append({each.name, DomainWords::purpose(each.purpose)});
    next.namesRemark = tr("These are the names Clerk usually needs. Once the instance exists, only what Clerk lists "
                          "counts, and that may be more.");
}

void DomainViewModel::describeBackend(State &next) const
{
    next.backend = m_deployment.plan().hosts.backend;
    next.backendHost = m_backendTyped;
    const bool separate = next.backend == HostChoices::Backend::SeparateHost;
    const auto backend = backendFrom(m_backendTyped, m_domain);
    const bool known = backend && *backend;
    // As long as the host is unknown the picture shows the usual case.
    const HostRelation relation = known ? (*backend)->relation : HostRelation::SameRoot;
    if (separate && m_backendComplains && m_domain && !known)
        next.backendProblem
            = DomainWords::backendProblem(backend ? backend->error() : DomainProblem {DomainProblem::Kind::Empty, {}});
    if (separate && known) {
        const QString unicode = DomainWords::asPeopleWriteIt((*backend)->host);
        next.backendUnderstood = DomainWords::understood(m_backendTyped, (*backend)->host, unicode);
    }
    next.consequence = DomainWords::consequence(relation, separate);
    next.picture = DomainWords::picture(m_domain ? m_domain->ascii() : QString(), known ? (*backend)->host : QString(),
                                        relation, separate);
}

void DomainViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
