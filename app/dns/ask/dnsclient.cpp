#include "dns/ask/dnsclient.h"

#include "dns/ask/dnsexchange.h"
#include "foundation/clock.h"

#include <algorithm>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto budgetSpan = 1000ms;

} // namespace

DnsClient::DnsClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

DnsClient::~DnsClient()
{
    qDeleteAll(m_waiting);
    qDeleteAll(m_running);
}

QFuture<Result<DnsAnswer>> DnsClient::ask(const DnsServer &server, const DnsQuestion &question, DnsManner manner)
{
    auto *exchange = new DnsExchange(m_clock, server, question, manner, this);
    QFuture<Result<DnsAnswer>> answer = exchange->future();
    connect(exchange, &DnsExchange::over, this, [this, exchange] { ended(exchange); });
    m_waiting.append(exchange);
    startWhatMay();
    return answer;
}

void DnsClient::startWhatMay()
{
    m_turn.reset();
    std::optional<std::chrono::milliseconds> nextTurn;
    const QList<DnsExchange *> waiting = m_waiting;
    for (DnsExchange *exchange : waiting) {
        if (m_running.size() >= mostInFlight)
            break;
        const std::chrono::milliseconds wait = waitBefore(*exchange);
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
    exchange->deleteLater();
    if (!m_waiting.isEmpty())
        QMetaObject::invokeMethod(this, &DnsClient::startWhatMay, Qt::QueuedConnection);
}

/// Zero when the question may go now, which is then counted.
std::chrono::milliseconds DnsClient::waitBefore(const DnsExchange &exchange)
{
    if (exchange.manner().recursion)
        return 0ms;
    const std::chrono::milliseconds now = m_clock.elapsed();
    auto &asked = m_asked[{exchange.server().address, exchange.server().port}];
    asked.removeIf([now](std::chrono::milliseconds then) { return then + budgetSpan <= now; });
    if (asked.size() >= mostPerSecond)
        return asked.first() + budgetSpan - now;
    asked.append(now);
    return 0ms;
}

void DnsClient::comeBackAfter(std::chrono::milliseconds delay)
{
    m_turn = std::make_unique<QObject>();
    m_clock.callAfter(delay, m_turn.get(), [this] { startWhatMay(); });
}

} // namespace golive
