#include "check/checkcommand.h"

#include "check/checkedrecords.h"
#include "check/checkjson.h"
#include "check/checktext.h"
#include "dns/watch/dnswatch.h"
#include "foundation/clock.h"

namespace golive {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

// A watch looks ever less often and stops by itself after two hours; a new one begins anew.
constexpr milliseconds longestWatch = 90min;
// A check that saw more than the watch must not be repeated without a pause.
constexpr milliseconds shortestWatch = 1500ms;

} // namespace

CheckCommand::CheckCommand(Clock &clock, DnsSettings settings, CheckOptions options, CheckStreams streams,
                           QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_options(std::move(options))
    , m_streams(std::move(streams))
    , m_client(clock)
{
}

CheckCommand::~CheckCommand() = default;

void CheckCommand::start(const QList<ListedDomain> &domains)
{
    m_startedAt = m_clock.elapsed();
    m_waiting = domains;
    if (!m_options.domain.isEmpty())
        m_waiting = {{0, m_options.domain}};
    startMore();
}

void CheckCommand::startMore()
{
    while (!m_over && m_open < mostAtOnce && m_next < m_waiting.size()) {
        const ListedDomain listed = m_waiting.at(m_next++);
        const auto domain = checkableDomain(listed.text);
        if (!domain) {
            refuse(listed, domain.error());
            continue;
        }
        const auto records = recordsToCheck(*domain, m_options.records);
        if (records)
            startCheck(*domain, *records);
        else
            refuse(listed, records.error());
    }
    if (m_open == 0)
        finish();
}

void CheckCommand::startCheck(const QString &domain, const QList<DnsRecord> &records)
{
    ++m_open;
    const auto thoroughness
        = m_options.list.isEmpty() ? DomainCheck::Thoroughness::Full : DomainCheck::Thoroughness::OneOfMany;
    auto *check = new DomainCheck(m_client, m_clock, m_settings, this, thoroughness);
    onAnswer(check->run(domain, records), check, [this, check](const Result<CheckedDomain> &checked) {
        if (checked)
            ended(check, *checked);
    });
}

void CheckCommand::ended(DomainCheck *check, const CheckedDomain &checked)
{
    check->deleteLater();
    --m_open;
    if (!isAllRight(checked.view) && mayWait()) {
        watch(checked.domain);
        return;
    }
    tell(checked);
    startMore();
}

void CheckCommand::tell(const CheckedDomain &checked)
{
    CheckReport report = reportOf(checked);
    if (!m_options.domain.isEmpty()) { // what was asked while it waited included
        report.questions = m_client.sent();
        report.took = m_clock.elapsed() - m_startedAt;
    }
    m_allRight = m_allRight && report.allRight;
    QByteArray said = m_options.json ? jsonLine(report) : CheckText::of(report).toLocal8Bit();
    if (!m_options.json && m_options.domain.isEmpty())
        said += '\n'; // between two of them
    if (m_streams.out(said))
        return;
    m_allRight = false;
    finish();
}

void CheckCommand::refuse(const ListedDomain &listed, const QString &sentence)
{
    m_allRight = false;
    m_streams.err(
        QStringLiteral("%1:%2: %3\n").arg(m_options.list, QString::number(listed.line), sentence).toLocal8Bit());
}

void CheckCommand::finish()
{
    if (!std::exchange(m_over, true))
        Q_EMIT finished(m_allRight ? 0 : 1);
}

bool CheckCommand::mayWait() const
{
    return m_options.wait && m_clock.elapsed() - m_startedAt < *m_options.wait;
}

/// Until the records are right or time is over. What has been found then is for a new check to say.
void CheckCommand::watch(const QString &domain)
{
    const milliseconds left = m_options.wait.value_or(std::chrono::seconds::zero()) - (m_clock.elapsed() - m_startedAt);
    if (!m_options.json && !std::exchange(m_saidThatItWaits, true))
        m_streams.err(CheckText::waiting(std::chrono::ceil<std::chrono::seconds>(left)).toLocal8Bit());
    m_watch = std::make_unique<DnsWatch>(m_client, m_clock, m_settings);
    m_watchEnd = std::make_unique<QObject>();
    connect(m_watch.get(), &RecordWatch::viewChanged, this, &CheckCommand::lookAgainIfRight, Qt::QueuedConnection);
    m_clock.callAfter(std::min(left, longestWatch), m_watchEnd.get(), [this] { lookAgain(); });
    m_clock.callAfter(shortestWatch, m_watchEnd.get(), [this] { lookAgainIfRight(); });
    m_watchedSince = m_clock.elapsed();
    m_watch->setRecords(domain, recordsToCheck(domain, m_options.records).value_or(QList<DnsRecord>()));
    m_watch->start();
}

void CheckCommand::lookAgainIfRight()
{
    if (m_watch && !m_watch->view().looking && isAllRight(m_watch->view())
        && m_clock.elapsed() - m_watchedSince >= shortestWatch)
        lookAgain();
}

void CheckCommand::lookAgain()
{
    m_watchEnd.reset();
    m_watch.reset();
    m_next = 0;
    startMore();
}

} // namespace golive
