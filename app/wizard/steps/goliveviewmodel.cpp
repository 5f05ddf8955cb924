#include "wizard/steps/goliveviewmodel.h"

#include "clerk/clerkenvironment.h"
#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "wizard/errortext.h"
#include "wizard/golivewords.h"
#include "wizard/keyplacewords.h"

#include <algorithm>
#include <array>

namespace golive {
namespace {

using namespace std::chrono_literals;

/// How many answers make half an hour of one every 30 seconds.
constexpr int pollsUntilSlow = 64;
/// A server that asks for more patience than this is not believed.
constexpr std::chrono::seconds longestPause = 1h;

/// Whether it is the password store that did not give the key, and not Clerk.
bool isAboutStore(const Error &error)
{
    using Kind = Error::Kind;
    return error.kind == Kind::SecretStoreLocked || error.kind == Kind::SecretStoreDismissed
        || error.kind == Kind::SecretStoreUnavailable || error.kind == Kind::SecretStoreNotAnswering;
}

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
        delay = std::max(
            delay, std::min(longestPause, std::chrono::duration_cast<std::chrono::seconds>(*trouble->retryAfter)));
    return delay;
}

GoLiveViewModel::GoLiveViewModel(Deployment &deployment, const SecretStore &secrets, Clock &clock, QUrl dashboardUrl,
                                 QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_dashboardUrl(std::move(dashboardUrl))
{
    connect(&m_deployment, &Deployment::factsChanged, this, &GoLiveViewModel::takeFacts);
    connect(&m_deployment, &Deployment::planChanged, this, &GoLiveViewModel::follow);
    follow();
}

GoLiveViewModel::~GoLiveViewModel() = default;

void GoLiveViewModel::enter()
{
    m_shown = true;
    m_polls = 0;
    takeFacts();
}

void GoLiveViewModel::leave()
{
    m_shown = false;
    m_schedule.reset();
    m_secretKey = {};
    if (m_keyPhase == KeyPhase::Here)
        m_keyPhase = KeyPhase::NotAsked;
    if (m_notice.tone == Notice::Tone::Success)
        m_notice = {};
    follow();
}

/// Asking starts as soon as there is something to ask about, and ends when Clerk says it is complete.
void GoLiveViewModel::takeFacts()
{
    follow();
    if (m_state.complete)
        m_schedule.reset();
    else if (m_shown && !m_asking && !m_schedule)
        poll();
}

/// What belongs to one application is not shown for another.
void GoLiveViewModel::turnTo(const QString &applicationId)
{
    m_applicationId = applicationId;
    m_secretKey = {};
    m_keyPhase = KeyPhase::NotAsked;
    m_asking = false;
    m_keeping = false;
    m_notRead.reset();
    m_polls = 0;
    m_askedAt = {};
    m_trouble.reset();
    m_notice = {};
    m_schedule.reset();
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
    if (m_asking)
        return;
    m_polls = 0;
    m_trouble.reset(); // so that the same trouble is told anew
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
    onAnswer(future, this, [this, asked = m_applicationId](const Result<DomainStatus> &answer) {
        if (asked == m_applicationId)
            takeAnswer(answer);
    });
}

void GoLiveViewModel::takeAnswer(const Result<DomainStatus> &answer)
{
    m_asking = false;
    ++m_polls;
    m_askedAt = m_clock.now();
    m_trouble = answer ? std::nullopt : std::optional(answer.error());
    if (m_trouble && needsThePerson(*m_trouble) && m_notice.tone == Notice::Tone::Success)
        m_notice = {};
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
    m_notice = {};
    askForKey();
}

void GoLiveViewModel::askForKey()
{
    m_keyPhase = KeyPhase::Asking;
    follow();
    onAnswer(m_deployment.secretKey(), this, [this, asked = m_applicationId](const Result<Secret> &answer) {
        if (asked == m_applicationId)
            takeKey(answer);
    });
}

void GoLiveViewModel::takeKey(const Result<Secret> &answer)
{
    m_keeping = false;
    m_notRead.reset();
    if (!answer && isAboutStore(answer.error())) {
        m_keyPhase = KeyPhase::Missing;
        m_notRead = answer.error();
    } else if (!answer) {
        m_keyPhase = KeyPhase::Missing;
        m_notice = GoLiveWords::keyMissing(answer.error());
    } else if (m_shown) {
        m_keyPhase = KeyPhase::Here;
        m_secretKey = *answer;
        m_notice = KeyPlaceWords::compared(m_deployment.keyComparison());
    } else {
        m_keyPhase = KeyPhase::NotAsked; // nobody looks any more, so it is not held any longer
    }
    follow();
}

void GoLiveViewModel::keepKeyAgain()
{
    if (m_keeping || m_state.keyTrouble.notice.isEmpty())
        return;
    m_keeping = true;
    m_notice = {};
    follow();
    if (!m_deployment.holdsUnkeptKey()) {
        onAnswer(m_deployment.unlockKeys(), this, [this, asked = m_applicationId](const Result<> &) {
            if (asked == m_applicationId)
                askForKey(); // also without the store: Clerk may give it
        });
        return;
    }
    onAnswer(m_deployment.keepHeldKey(), this, [this, asked = m_applicationId](const Result<> &kept) {
        if (asked != m_applicationId)
            return;
        m_keeping = false;
        if (kept)
            setNotice({Notice::Tone::Success, tr("The secret key is in this computer’s password store now."), {}});
        else
            follow(); // what is wrong stands where the key is
    });
}

void GoLiveViewModel::keepKeyForSession()
{
    if (!m_state.keyTrouble.mayKeepForSession)
        return;
    m_deployment.keepKeyForSession();
    follow();
}

StoreTrouble GoLiveViewModel::keyTrouble() const
{
    StoreTrouble told;
    if (const auto why = m_deployment.keyTrouble())
        told = StoreWords::heldKey(*why, m_deployment.isKeyForSession());
    else if (m_notRead)
        told = StoreWords::noKey(*m_notRead);
    told.busy = m_keeping;
    return told;
}

void GoLiveViewModel::noteKeyCopied()
{
    m_deployment.noteKeyCopied();
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

void GoLiveViewModel::follow()
{
    if (m_applicationId != m_deployment.plan().applicationId)
        turnTo(m_deployment.plan().applicationId);
    const DeployFacts &facts = m_deployment.facts();
    State next;
    next.parts = GoLiveWords::partsOf(facts.status);
    next.complete = facts.status && facts.status->complete;
    next.outlook = GoLiveWords::outlook(facts.production().has_value(), facts.status);
    next.headline = GoLiveWords::headline(next.outlook);
    next.explanation = GoLiveWords::explanation(next.outlook);
    if (!facts.vanishedDomain.isEmpty()) {
        next.outlook = GoLiveOutlook::Trouble;
        next.headline = GoLiveWords::vanished(facts.vanishedDomain);
        next.explanation = GoLiveWords::afterVanishing();
    }
    next.asking = m_asking;
    if (m_trouble)
        next.remark = GoLiveWords::couldNotAsk(m_askedAt, *m_trouble);
    else if (m_askedAt.isValid())
        next.remark = tr("Clerk was last asked at %1.").arg(GoLiveWords::timeOfDay(m_askedAt));
    fillKeys(next);
    if (facts.domain)
        next.site = QUrl(QStringLiteral("https://") + facts.domain->name);
    if (const auto production = facts.production())
        next.domainsPage = domainsPage(m_dashboardUrl, m_applicationId, production->id);
    next.keysPage = dashboardPage(m_dashboardUrl, DashboardPage::ApiKeys);
    next.notice = m_notice;
    if (m_notice.isEmpty() && m_trouble && needsThePerson(*m_trouble)) {
        next.notice = noticeFor(*m_trouble);
        next.notice.text.prepend(tr("Clerk could not be asked how far it is.") + QLatin1Char(' '));
    }
    setState(std::move(next));
}

void GoLiveViewModel::fillKeys(State &next) const
{
    next.keyPhase = m_keyPhase;
    next.publishableKey = productionPublishableKey(m_deployment.facts());
    next.keyOnlyInMemory = m_deployment.holdsUnkeptKey();
    next.keyTrouble = keyTrouble();
    next.keyPlace = m_deployment.facts().secretKeyUnseen && !next.keyOnlyInMemory
        ? KeyPlaceWords::unseen(m_deployment.entry().secretKeyKeptAt)
        : GoLiveWords::keyPlace(m_deployment.facts().secretKeyKept, next.keyOnlyInMemory, m_secrets.isPermanent());
}

void GoLiveViewModel::setState(State next)
{
    if (next == m_state)
        return;
    m_state = std::move(next);
    Q_EMIT stateChanged();
}

} // namespace golive
