#include "dns/ask/dnsclient.h"

#include "dns/ask/dnsexchange.h"
#include "foundation/clock.h"

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;

} // namespace

DnsClient::DnsClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

DnsClient::~DnsClient()
{
    // Those that are over and wait to be deleted too: they hold what belongs to m_https.
    qDeleteAll(findChildren<DnsExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

QFuture<Result<DnsAnswer>> DnsClient::ask(const DnsServer &server, const DnsQuestion &question, DnsManner manner)
{
    auto *exchange = new DnsExchange({m_clock, m_reach, m_https}, server, question, manner, this);
    QFuture<Result<DnsAnswer>> answer = exchange->future();
    connect(exchange, &DnsExchange::over, this, [this, exchange] { ended(exchange); });
    m_waiting.append(exchange);
    startWhatMay();
    return answer;
}

QList<DnsServer> DnsClient::slowedServers() const
{
    return m_pace.slowed(m_clock.elapsed());
}

void DnsClient::startWhatMay()
{
    m_turn.reset();
    std::optional<std::chrono::milliseconds> nextTurn;
    const QList<DnsExchange *> waiting = m_waiting;
    for (DnsExchange *exchange : waiting) {
        if (m_running.size() >= mostInFlight)
            break;
        const std::chrono::milliseconds wait
            = exchange->manner().recursion ? 0ms : m_pace.waitBefore(exchange->server(), m_clock.elapsed());
        if (wait > 0ms) {
            nextTurn = std::min(nextTurn.value_or(wait), wait);
            continue;
        }
        m_waiting.removeOne(exchange);
        m_running.append(exchange);
        ++m_sent;
        exchange->start();
    }
    if (nextTurn)
        comeBackAfter(*nextTurn);
}

void DnsClient::ended(DnsExchange *exchange)
{
    m_waiting.removeOne(exchange);
    m_running.removeOne(exchange);
    if (exchange->answer() && !exchange->manner().recursion)
        m_pace.ended(*exchange->answer(), m_clock.elapsed());
    exchange->deleteLater();
    if (!m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, &DnsClient::startWhatMay, Qt::QueuedConnection);
}

void DnsClient::comeBackAfter(std::chrono::milliseconds delay)
{
    m_turn = std::make_unique<QObject>();
    m_clock.callAfter(delay, m_turn.get(), [this] { startWhatMay(); });
}

} // namespace golive
