#include "wizard/steps/goliveviewmodel.h"

#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "model/keykind.h"
#include "wizard/errortext.h"
#include "wizard/golivewords.h"
#include "wizard/handoverwords.h"

#include <QLocale>
#include <QSaveFile>

namespace golive {
namespace {

using namespace std::chrono_literals;

/// How many answers make half an hour of one every 30 seconds.
constexpr int pollsUntilSlow = 64;

} // namespace

std::chrono::seconds statusPollDelay(int polls, bool visible, const std::optional<Error> &trouble)
{
    constexpr std::array first {3s, 6s, 12s, 24s};
    std::chrono::seconds delay = 30s;
    if (static_cast<std::size_t>(polls) < first.size())
        delay = first.at(static_cast<std::size_t>(polls));
    else if (polls > pollsUntilSlow)
        delay = 5min;
    if (!visible)
        delay *= 4;
    if (trouble && trouble->retryAfter)
        delay = std::max(delay, *trouble->retryAfter);
    return delay;
}

GoLiveViewModel::GoLiveViewModel(Deployment &deployment, Clock &clock, QUrl dashboardUrl, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_clock(clock)
    , m_dashboardUrl(std::move(dashboardUrl))
    , m_frameworkId(frameworks().constFirst().id)
{
    connect(&m_deployment, &Deployment::factsChanged, this, &GoLiveViewModel::follow);
    connect(&m_deployment, &Deployment::planChanged, this, &GoLiveViewModel::follow);
    follow();
}

GoLiveViewModel::~GoLiveViewModel() = default;

void GoLiveViewModel::enter()
{
    m_shown = true;
    m_polls = 0;
    if (m_deployment.facts().status && m_deployment.facts().status->complete)
        follow();
    else
        poll();
}

void GoLiveViewModel::leave()
{
    m_shown = false;
    m_schedule.reset();
    m_secretKey = {};
    if (m_keyPhase == KeyPhase::Here)
        m_keyPhase = KeyPhase::NotAsked;
    follow();
}

void GoLiveViewModel::goForward()
{
    Q_EMIT finished(); // waiting may be left, and come back to
}

void GoLiveViewModel::setVisible(bool visible)
{
    if (m_visible == visible)
        return;
    m_visible = visible;
    if (m_shown && !m_asking && !m_state.complete)
        planNextPoll();
}

void GoLiveViewModel::checkNow()
{
    m_polls = 0;
    poll();
}

void GoLiveViewModel::poll()
{
    if (m_asking || !m_deployment.facts().production())
        return;
    m_asking = true;
    m_schedule.reset();
    follow();
    // The first of a row also makes Clerk look at DNS again; the rest only read.
    const auto future = m_polls == 0 ? m_deployment.askClerkToLook() : m_deployment.refreshStatus();
    onAnswer(future, this, [this](const Result<DomainStatus> &answer) { takeAnswer(answer); });
}

void GoLiveViewModel::takeAnswer(const Result<DomainStatus> &answer)
{
    m_asking = false;
    ++m_polls;
    m_askedAt = m_clock.now();
    m_trouble = answer ? std::nullopt : std::optional(answer.error());
    if (m_shown && !(answer && answer->complete))
        planNextPoll();
    follow();
}

void GoLiveViewModel::planNextPoll()
{
    m_schedule = std::make_unique<QObject>();
    m_clock.callAfter(statusPollDelay(m_polls, m_visible, m_trouble), m_schedule.get(), [this] { poll(); });
}

void GoLiveViewModel::loadKeys()
{
    if (m_keyPhase == KeyPhase::Asking || m_keyPhase == KeyPhase::Here)
        return;
    m_keyPhase = KeyPhase::Asking;
    m_notice = {};
    follow();
    onAnswer(m_deployment.secretKey(), this, [this](const Result<Secret> &answer) { takeKey(answer); });
}

void GoLiveViewModel::takeKey(const Result<Secret> &answer)
{
    if (!answer) {
        m_keyPhase = KeyPhase::Missing;
        m_notice = GoLiveWords::keyMissing(answer.error());
    } else if (m_shown) {
        m_keyPhase = KeyPhase::Here;
        m_secretKey = *answer;
    } else {
        m_keyPhase = KeyPhase::NotAsked; // nobody looks any more, so it is not held any longer
    }
    follow();
}

void GoLiveViewModel::keepKeyAgain()
{
    onAnswer(m_deployment.keepHeldKey(), this, [this](const Result<> &kept) {
        if (!kept)
            m_notice = noticeFor(kept.error());
        else
            m_notice = {Notice::Tone::Success, tr("The secret key is in this computer’s password store now."), {}};
        follow();
    });
}

void GoLiveViewModel::chooseFramework(const QString &frameworkId)
{
    m_frameworkId = frameworkId;
    follow();
}

Framework GoLiveViewModel::framework() const
{
    return frameworkWithId(m_frameworkId).value_or(frameworks().constFirst());
}

Secret GoLiveViewModel::environment() const
{
    if (m_keyPhase != KeyPhase::Here)
        return {};
    return environmentText(framework(), publishableKey(), &m_secretKey);
}

void GoLiveViewModel::saveEnvironment(const QString &path)
{
    if (m_keyPhase != KeyPhase::Here)
        return;
    const Result<> written = writeEnvironmentFile(path, environment());
    if (written && m_state.environmentHoldsSecret)
        setNotice(
            {Notice::Tone::Success,
             tr("The environment file is saved as %1. It holds your secret key: send it to nobody, and keep it out "
                "of version control.")
                 .arg(path),
             {}});
    else if (written)
        setNotice({Notice::Tone::Success, tr("The environment file is saved as %1.").arg(path), {}});
    else if (written.error().kind == Error::Kind::AlreadyExists)
        setNotice({Notice::Tone::Warning,
                   tr("%1 exists already and was left as it is. Choose another name, or copy the lines and paste them "
                      "into it.")
                       .arg(path),
                   {}});
    else
        setNotice(noticeFor(written.error()));
}

void GoLiveViewModel::tick(const QString &rowId, bool ticked)
{
    m_deployment.change([&](DeployPlan &plan) {
        plan.tickedHandover.removeAll(rowId);
        if (ticked)
            plan.tickedHandover.append(rowId);
    });
}

void GoLiveViewModel::setKeysTaken(bool taken)
{
    m_deployment.change([&](DeployPlan &plan) { plan.keysTaken = taken; });
}

void GoLiveViewModel::dismissNotice()
{
    setNotice({});
}

void GoLiveViewModel::setNotice(Notice notice)
{
    m_notice = std::move(notice);
    follow();
}

QString GoLiveViewModel::publishableKey() const
{
    const auto production = m_deployment.facts().production();
    if (production && !production->publishableKey.isEmpty())
        return production->publishableKey;
    const auto &domain = m_deployment.facts().domain;
    return domain ? publishableKeyFor(domain->frontendApiUrl.host()) : QString();
}

void GoLiveViewModel::follow()
{
    const DeployFacts &facts = m_deployment.facts();
    State next;
    next.parts = GoLiveWords::partsOf(facts.status);
    next.complete = facts.status && facts.status->complete;
    next.headline = GoLiveWords::headline(facts.status);
    next.asking = m_asking;
    if (m_trouble)
        next.remark = GoLiveWords::couldNotAsk(m_askedAt, *m_trouble);
    else if (m_askedAt.isValid())
        next.remark = tr("Clerk was last asked at %1.").arg(GoLiveWords::timeOfDay(m_askedAt));
    fillKeys(next);
    fillChecklist(next);
    next.keysTaken = m_deployment.plan().keysTaken;
    if (facts.domain)
        next.site = QUrl(QStringLiteral("https://") + facts.domain->name);
    next.domainsPage = m_dashboardUrl;
    if (const auto production = facts.production())
        next.domainsPage.setPath(
            QStringLiteral("/apps/%1/instances/%2/domains").arg(m_deployment.plan().applicationId, production->id));
    next.notice = m_notice;
    setState(std::move(next));
}

void GoLiveViewModel::fillKeys(State &next) const
{
    next.keyPhase = m_keyPhase;
    next.publishableKey = publishableKey();
    next.keyOnlyInMemory = m_deployment.holdsUnkeptKey();
    next.keyPlace = GoLiveWords::keyPlace(m_deployment.facts().secretKeyKept, next.keyOnlyInMemory);
    next.frameworkId = framework().id;
    next.environmentFile = framework().file;
    next.environmentHoldsSecret = !framework().isBrowserOnly();
    next.environmentPreview = environmentPreview(framework(), next.publishableKey);
}

void GoLiveViewModel::fillChecklist(State &next) const
{
    const auto &domain = m_deployment.facts().domain;
    const QString name = domain ? domain->name : m_deployment.plan().domain;
    for (const HandoverRow &row : handoverChecklist(m_deployment.plan(), m_deployment.facts()))
        next.checklist.append({handoverId(row.task), HandoverWords::title(row.task),
                               HandoverWords::explanation(row.task, name), row.need, row.ticked});
}

void GoLiveViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
