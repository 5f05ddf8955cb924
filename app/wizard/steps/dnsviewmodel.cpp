#include "wizard/steps/dnsviewmodel.h"

#include "deploy/deployment.h"
#include "foundation/clock.h"
#include "foundation/promise.h"
#include "foundation/wholefile.h"
#include "handover/zonefile.h"
#include "wizard/dnshandout.h"
#include "wizard/errortext.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <array>
#include <utility>

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::array waits {3s, 6s, 12s, 24s, 30s}; ///< the last one for all that follow
constexpr seconds whileRecordsAreMissing = 60s;
constexpr int hiddenFactor = 4;
/// Clerk's check may have met a resolver that still remembered the old answer: it is told again.
constexpr milliseconds untilClerkLooksAgain = 5min;

} // namespace

DnsViewModel::DnsViewModel(Deployment &deployment, RecordWatch &watch, Clock &clock, QObject *parent)
    : StepViewModel(parent)
    , m_deployment(deployment)
    , m_watch(watch)
    , m_clock(clock)
{
    connect(&deployment, &Deployment::factsChanged, this, &DnsViewModel::takeFacts);
    connect(&deployment, &Deployment::planChanged, this, &DnsViewModel::update);
    connect(&watch, &RecordWatch::viewChanged, this, &DnsViewModel::takeView);
    connect(&watch, &RecordWatch::published, this, &DnsViewModel::askClerkSoon);
    takeFacts();
}

void DnsViewModel::enter()
{
    if (m_visit)
        return;
    m_visit = std::make_unique<QObject>();
    m_notice = {};
    m_questions = 0;
    takeFacts();
    m_watch.setVisible(m_visible);
    m_watch.start();
    m_wantsLook = m_watch.view().readyForClerk && clerkShouldLook();
    ask();
    tick();
}

void DnsViewModel::leave()
{
    if (!m_visit)
        return;
    m_watch.stop();
    m_nextQuestion.reset();
    m_nextTick.reset();
    // An answer may be the reason for leaving, and is then still being handed over in the visit's name.
    m_visit.release()->deleteLater();
    m_asking = false;
    m_wantsLook = false;
    update();
}

void DnsViewModel::lookNow()
{
    if (!m_visit || (m_checking && m_watch.view().looking))
        return;
    m_watch.lookNow();
    m_checking = m_watch.view().looking;
    if (m_watch.view().readyForClerk && !recordsAreSeenByClerk(m_deployment.facts())) {
        forgetFailure(); // so that the same one is told anew
        askClerkSoon();
    }
    update();
}

void DnsViewModel::forgetFailure()
{
    m_failure.reset();
    m_clerkFailed.reset();
}

void DnsViewModel::cameBack()
{
    if (m_visit)
        m_watch.cameBack();
}

void DnsViewModel::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) == visible)
        return;
    m_watch.setVisible(visible);
    if (!m_visit)
        return;
    if (m_nextQuestion)
        scheduleQuestion();
    tick();
}

QString DnsViewModel::recordsAsText() const
{
    return DnsHandout::text(m_state);
}

QUrl DnsViewModel::mailDraft() const
{
    return DnsHandout::mailDraft(m_state);
}

QString DnsViewModel::answersAsText(const QString &host) const
{
    for (const DnsRow &row : m_state.rows)
        if (row.host == host)
            return DnsHandout::answers(m_state, row);
    return {};
}

QString DnsViewModel::zoneFileName() const
{
    return golive::zoneFileName(m_state.domain);
}

void DnsViewModel::saveZoneFile(const QString &path)
{
    const QString zone = m_state.zone.isEmpty() ? m_state.domain : m_state.zone;
    const QByteArray content = zoneFile(zone, recordsOf(m_deployment.facts()), m_clock.now()).toUtf8();
    const QString shown = QDir::toNativeSeparators(path);
    if (const Result<> written = writeWholeFile(path, content))
        m_notice = {Notice::Tone::Success,
                    tr("The records are in %1. When you import the file, make sure that it adds to your records and "
                       "does not replace them.")
                        .arg(shown),
                    {}};
    else
        m_notice
            = {Notice::Tone::Problem, tr("The zone file could not be written to %1. Choose another folder.").arg(shown),
               written.error().detail};
    update();
}

void DnsViewModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

void DnsViewModel::update()
{
    DnsSituation situation;
    situation.plan = m_deployment.plan();
    situation.facts = m_deployment.facts();
    situation.view = m_watch.view();
    situation.now = m_clock.now();
    situation.cameLater = m_cameLater;
    situation.clerkAsked = m_clerkAsked;
    situation.clerkLooked = m_clerkLooked;
    situation.clerkFailed = m_clerkFailed;
    if (m_failure && !needsThePerson(*m_failure)) // the notice says it otherwise
        situation.clerkFailure = ErrorText::sentence(*m_failure);
    if (m_nextQuestion)
        situation.nextQuestion = std::chrono::ceil<seconds>(std::max(m_questionDue - m_clock.elapsed(), 0ms));
    State state = DnsPicture::of(situation);
    state.notice = m_notice;
    if (m_notice.isEmpty() && m_failure && needsThePerson(*m_failure)) {
        state.notice = noticeFor(*m_failure);
        state.notice.text.prepend(tr("Clerk could not be asked about these records.") + QLatin1Char(' '));
    }
    setState(std::move(state));
}

void DnsViewModel::takeFacts()
{
    const DeployFacts &facts = m_deployment.facts();
    const QList<DnsRecord> records = recordsOf(facts);
    noteNewRecords(records);
    // Without a domain too: what was watched for another application is nobody's business here.
    m_watch.setRecords(facts.domain ? facts.domain->name : QString(), records);
    if (facts.status)
        m_watch.setClerkStatus(*facts.status);
    update();
}

/// published() comes once for a record; one that was taken away and put back comes without it.
void DnsViewModel::takeView()
{
    if (m_watch.view().readyForClerk && !m_asking && !m_wantsLook && clerkShouldLook())
        askClerkSoon();
    update();
}

void DnsViewModel::noteNewRecords(const QList<DnsRecord> &records)
{
    const auto &domain = m_deployment.facts().domain;
    const QString name = domain ? domain->name : QString();
    const bool isFirstList = m_knownDomain != name || m_knownHosts.isEmpty();
    if (m_knownDomain != name) {
        m_knownDomain = name;
        m_knownHosts.clear();
        m_cameLater.clear();
        m_clerkAsked.reset();
        m_clerkLooked.reset();
        forgetFailure();
    }
    for (const DnsRecord &record : records) {
        if (m_knownHosts.contains(record.host))
            continue;
        m_knownHosts.append(record.host);
        if (!isFirstList)
            m_cameLater.insert(record.host, m_clock.now());
    }
}

/// Keeps the countdown running while somebody can see it.
void DnsViewModel::tick()
{
    update();
    m_nextTick.reset();
    if (!m_visit || !m_visible)
        return;
    m_nextTick = std::make_unique<QObject>();
    m_clock.callAfter(1s, m_nextTick.get(), [this] {
        m_nextTick.release()->deleteLater();
        tick();
    });
}

void DnsViewModel::askClerkSoon()
{
    if (!m_visit)
        return;
    m_wantsLook = true;
    m_questions = 0;
    ask();
}

void DnsViewModel::ask()
{
    if (m_asking) // its answer brings the next question
        return;
    m_nextQuestion.reset();
    m_asking = true;
    const bool look = m_wantsLook;
    onAnswer(look ? m_deployment.askClerkToLook() : m_deployment.refreshStatus(), m_visit.get(),
             [this, look, visit = m_visit.get()](const Result<DomainStatus> &answer) {
                 if (visit == m_visit.get())
                     answered(look, answer);
             });
    update();
}

void DnsViewModel::answered(bool looked, const Result<DomainStatus> &answer)
{
    m_asking = false;
    ++m_questions;
    if (answer) {
        forgetFailure();
    } else {
        m_failure = answer.error();
        m_clerkFailed = m_clock.now();
        if (needsThePerson(*m_failure))
            m_notice = {};
    }
    if (answer && looked) {
        m_wantsLook = false;
        m_questions = 0;
        m_lookedAt = m_clock.elapsed();
        m_clerkAsked = m_clock.now();
        m_clerkLooked.reset(); // what it said of an earlier look is out of date
    }
    if (answer && answer->lastRunAt)
        m_clerkLooked = answer->lastRunAt;
    scheduleQuestion();
    update();
}

void DnsViewModel::scheduleQuestion()
{
    m_nextQuestion.reset();
    if (recordsAreSeenByClerk(m_deployment.facts()))
        return;
    if (m_watch.view().readyForClerk && clerkShouldLook())
        m_wantsLook = true;
    const seconds delay = questionDelay();
    m_questionDue = m_clock.elapsed() + delay;
    m_nextQuestion = std::make_unique<QObject>();
    m_clock.callAfter(delay, m_nextQuestion.get(), [this] {
        m_nextQuestion.release()->deleteLater();
        ask();
    });
}

seconds DnsViewModel::questionDelay() const
{
    if (m_wantsLook && !m_failure)
        return 0s;
    seconds delay = whileRecordsAreMissing;
    if (m_wantsLook || mustWaitForClerk())
        delay = waits.at(std::min(static_cast<std::size_t>(m_questions), waits.size() - 1));
    if (!m_visible)
        delay *= hiddenFactor;
    return m_failure && m_failure->retryAfter ? std::max(delay, *m_failure->retryAfter) : delay;
}

/// True when Clerk does not see the records and was not told to look lately.
bool DnsViewModel::clerkShouldLook() const
{
    return !recordsAreSeenByClerk(m_deployment.facts())
        && (!m_clerkAsked || m_clock.elapsed() - m_lookedAt >= untilClerkLooksAgain);
}

/// True while it is Clerk's turn: to list the domain, or to see records that are there.
bool DnsViewModel::mustWaitForClerk() const
{
    return m_deployment.next() == Action::WaitForDomain || m_watch.view().allPublished;
}

} // namespace golive
