#include "dns/watch/dnswatch.h"

#include "dns/watch/dnsview.h"
#include "dns/watch/dnswatch_p.h"
#include "dns/wire/dnsname.h"

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

constexpr milliseconds patienceWithWitnesses = 60s;
constexpr milliseconds shortestPause = 2s; // between looks, however often windows are changed

/// Whatever Clerk has seen before.
QByteArrayList proxiedHosts(const QList<RecordEvidence> &records, const DomainEvidence &domain)
{
    QByteArrayList hosts;
    for (RecordEvidence record : records) {
        record.clerk = ClerkView::Unknown;
        if (evaluate(record, domain).finding.kind == DnsFinding::Kind::CloudflareProxy)
            hosts.append(record.host);
    }
    return hosts;
}

} // namespace

void DnsWatch::Private::setRecords(const QByteArray &domain, const QList<DnsRecord> &records)
{
    if (domain != m_domain) {
        m_sleepUntil.clear();
        m_followed.clear();
        m_announced.clear();
        m_nextZone = {};
        m_domainCollector.forgetDomain();
        m_inspected = {};
        m_domain = domain;
        m_clerk.reset();
        m_clerkWorkingSince = {};
        m_inspectionWanted = true;
    }
    m_collector.setRecords(domain, records);
    if (records != m_wanted) {
        m_waitingSince = m_clock.elapsed();
        m_nextLookAround = std::min(m_nextLookAround, m_waitingSince + firstLookAroundAfter);
        m_nextElsewhere = m_waitingSince;
    }
    m_wanted = records;
    work();
}

/// Records are told apart by their full name; where Clerk leaves it out, by its own word for the row.
void DnsWatch::Private::setClerkStatus(const DomainStatus &status)
{
    m_clerk = status;
    if (!status.dns.isDone() || status.ssl.isDone())
        m_clerkWorkingSince = {};
    else if (!m_clerkWorkingSince.isValid())
        m_clerkWorkingSince = m_clock.now();
    for (const RecordStatus &row : status.records) {
        const QByteArray host = row.from.isEmpty() ? joinNames(dnsName(row.key), m_domain) : dnsName(row.from);
        m_collector.setClerkView(host, row.verified ? ClerkView::Verified : ClerkView::NotVerified);
    }
    work();
}

void DnsWatch::Private::start()
{
    if (std::exchange(m_running, true))
        return;
    m_waitingSince = m_clock.elapsed();
    m_nextPoll = m_nextZone = m_waitingSince;
    m_nextLookAround = m_waitingSince + firstLookAroundAfter;
    m_fullPass = true;
    m_inspectionWanted = true;
    work();
}

void DnsWatch::Private::stop()
{
    m_running = false;
    m_alarm.reset();
    m_collector.drop();
    m_domainCollector.drop();
    publish();
}

void DnsWatch::Private::lookNow()
{
    m_waitingSince = m_clock.elapsed();
    m_nextZone = m_nextElsewhere = m_waitingSince;
    m_fullPass = true;
    m_lookAroundWanted = true;
    m_inspectionWanted = true;
    m_checkedOnceMore = false;
    m_followed.clear();
    if (!m_running)
        start();
    else
        work();
}

void DnsWatch::Private::cameBack()
{
    if (!m_running || !m_lastAsked)
        return;
    if (!delay())
        m_waitingSince = m_clock.elapsed();
    m_nextPoll = std::min(m_nextPoll, std::max(m_clock.elapsed(), *m_lastAsked + shortestPause));
    work();
}

void DnsWatch::Private::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) == visible)
        return;
    if (visible && delay())
        m_nextPoll = m_clock.elapsed();
    else if (const std::optional<milliseconds> slower = delay(); slower && m_lastAsked)
        m_nextPoll = *m_lastAsked + *slower;
    work();
}

/// The next look is as far from the last one as it would have been at the new pace.
void DnsWatch::Private::setSavingPower(bool saving)
{
    if (std::exchange(m_savingPower, saving) == saving)
        return;
    if (const std::optional<milliseconds> pace = delay(); pace && m_lastAsked)
        m_nextPoll = *m_lastAsked + *pace;
    work();
}

/// Once for all answers that have come in together: what is made of them is made of all that is known.
void DnsWatch::Private::workSoon()
{
    if (std::exchange(m_willWork, true))
        return;
    QMetaObject::invokeMethod(
        m_watch,
        [this] {
            m_willWork = false;
            work();
        },
        Qt::QueuedConnection);
}

void DnsWatch::Private::work()
{
    m_again = true;
    if (std::exchange(m_working, true)) // a listener of viewChanged() has given us more to do
        return;
    while (std::exchange(m_again, false)) {
        m_judgement.reset();
        if (m_running && !labelsOf(m_domain).isEmpty()) {
            lookForZone(); // before the records are known too: two of three round trips go by until it is found
            if (m_inspected.apex == m_collector.zone().apex)
                m_collector.goBy(m_domainCollector.inspection().parentServers);
            if (!m_wanted.isEmpty())
                askAboutRecords();
            wakeUpForTheNext();
        }
        publish();
    }
    m_working = false;
}

void DnsWatch::Private::askAboutRecords()
{
    inspectDomain();
    if (m_collector.zone().state == Zone::State::Found)
        askZone();
    inspectCertificates();
}

std::optional<milliseconds> DnsWatch::Private::nextResolver() const
{
    if (m_sleepUntil.isEmpty())
        return std::nullopt;
    return *std::min_element(m_sleepUntil.cbegin(), m_sleepUntil.cend());
}

std::optional<milliseconds> DnsWatch::Private::nextWake() const
{
    std::optional<milliseconds> next = nextResolver();
    const auto consider = [&next](milliseconds moment) { next = std::min(next.value_or(moment), moment); };
    const bool wantsZone = m_collector.zone().state != Zone::State::Found || isCutOff();
    if (wantsZone && delay() && !m_collector.isFindingZone())
        consider(m_nextZone);
    if (m_collector.zone().state == Zone::State::Found && delay() && anyPending() && !isKeptAway())
        consider(m_nextPoll);
    if (m_lastCheck)
        consider(*m_lastCheck);
    if (m_publishedSince && !m_view.readyForClerk)
        consider(*m_publishedSince + patienceWithWitnesses);
    if (delay() && mayInspect() && isHindered())
        consider(m_nextInspection);
    for (const RecordEvidence &each : m_collector.records())
        if (delay() && m_followed.contains(each.host) && leadsNowhere(each) && isSpreading(each))
            consider(m_followed.value(each.host) + followAgainAfter);
    return next;
}

Judgement &DnsWatch::Private::judgement() const
{
    if (!m_judgement)
        m_judgement.emplace(evidence());
    return *m_judgement;
}

DomainEvidence DnsWatch::Private::evidence() const
{
    DomainEvidence evidence = m_collector.domain();
    evidence.network = m_domainCollector.network();
    evidence.inspection = m_domainCollector.inspection();
    if (!isEmpty())
        evidence.inspection.recordsFoundAt.clear(); // what was found elsewhere explains nothing any more
    evidence.certificates = m_domainCollector.certificates();
    evidence.domainConnect = m_domainCollector.domainConnect();
    evidence.clerk = m_clerk;
    evidence.clerkWorkingSince = m_clerkWorkingSince;
    if (m_clerkWorkingSince.isValid())
        evidence.proxiedHosts = proxiedHosts(m_collector.records(), evidence);
    return evidence;
}

bool DnsWatch::Private::isReadyForClerk() const
{
    if (!m_publishedSince)
        return false;
    const QList<RecordEvidence> &records = m_collector.records();
    return isDue(*m_publishedSince + patienceWithWitnesses)
        || std::all_of(records.begin(), records.end(),
                       [this](const RecordEvidence &each) { return !isSpreading(each) || witnessesSee(each); });
}

/// Resolvers with caches in many places, from one of which Clerk may get its answer. One that does not
/// answer at all is no reason to wait.
bool DnsWatch::Private::witnessesSee(const RecordEvidence &record) const
{
    return std::all_of(m_resolvers.begin(), m_resolvers.end(), [&](const DnsServer &each) {
        if (!each.manyCaches)
            return true;
        const Sighting *seen = resolverSighting(record, each);
        return seen && (!seen->usable || seen->isRight(record.target));
    });
}

void DnsWatch::Private::wakeUpForTheNext()
{
    m_alarm.reset();
    const std::optional<milliseconds> next = nextWake();
    if (!next)
        return;
    m_alarm = std::make_unique<QObject>();
    m_clock.callAfter(std::max(*next - m_clock.elapsed(), milliseconds(0)), m_alarm.get(), [this] { work(); });
}

void DnsWatch::Private::publish()
{
    m_judgement.reset();
    View next = viewOf(m_wanted, m_collector.records(), judgement());
    if (!next.allPublished)
        m_publishedSince.reset();
    else if (!m_publishedSince)
        m_publishedSince = m_clock.elapsed();
    next.readyForClerk = isReadyForClerk();
    next.looking = m_collector.isBusy() || m_domainCollector.isBusy();
    if (m_lastAsked)
        next.lastLooked = m_clock.now().addMSecs((*m_lastAsked - m_clock.elapsed()).count());
    const std::optional<milliseconds> wake = nextWake();
    if (m_running && m_lastAsked && wake)
        next.nextLook = std::chrono::ceil<std::chrono::seconds>(std::max(*wake - *m_lastAsked, milliseconds(0)));
    if (next == m_view)
        return;
    m_view = std::move(next);
    Q_EMIT m_watch->viewChanged();

    bool news = false;
    for (const DnsRecord &record : std::as_const(m_wanted)) {
        if (!m_view.readyForClerk || m_announced.contains(dnsName(record.host)))
            continue;
        m_announced.insert(dnsName(record.host));
        news = true;
    }
    if (news)
        Q_EMIT m_watch->published();
}

DnsWatch::DnsWatch(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent)
    : RecordWatch(parent)
    , m_d(std::make_unique<Private>(this, client, clock, std::move(settings)))
{
}

DnsWatch::~DnsWatch() = default;

const RecordWatch::View &DnsWatch::view() const
{
    return m_d->view();
}

void DnsWatch::setRecords(const QString &domain, const QList<DnsRecord> &records)
{
    m_d->setRecords(dnsName(domain), records);
}

void DnsWatch::setClerkStatus(const DomainStatus &status)
{
    m_d->setClerkStatus(status);
}

void DnsWatch::start()
{
    m_d->start();
}

void DnsWatch::stop()
{
    m_d->stop();
}

void DnsWatch::lookNow()
{
    m_d->lookNow();
}

void DnsWatch::cameBack()
{
    m_d->cameBack();
}

void DnsWatch::setVisible(bool visible)
{
    m_d->setVisible(visible);
}

void DnsWatch::setSavingPower(bool saving)
{
    m_d->setSavingPower(saving);
}

} // namespace golive
