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
    , m_deadlines(clock)
{
}

DnsClient::DnsClient(DnsClient &other, QObject *parent)
    : QObject(parent)
    , m_clock(other.m_clock)
    , m_through(&other)
    , m_deadlines(m_clock)
{
}

DnsClient::~DnsClient()
{
    for (QFuture<Result<DnsAnswer>> &each : m_passedOn)
        each.cancel();
    // Those that are over and wait to be deleted too: they hold what belongs to m_https.
    qDeleteAll(findChildren<DnsExchange *>(QString(), Qt::FindDirectChildrenOnly));
}

QFuture<Result<DnsAnswer>> DnsClient::ask(const DnsServer &server, const DnsQuestion &question, DnsManner manner)
{
    if (m_through) {
        ++m_sent;
        m_passedOn.removeIf([](const QFuture<Result<DnsAnswer>> &each) { return each.isFinished(); });
        m_passedOn.append(m_through->ask(server, question, manner));
        return m_passedOn.constLast();
    }
    auto *exchange = new DnsExchange({m_clock, m_deadlines, m_reach, m_https}, server, question, manner, this);
    QFuture<Result<DnsAnswer>> answer = exchange->future();
    connect(exchange, &DnsExchange::over, this, [this, exchange] { ended(exchange); });
    enqueue(exchange);
    startWhatMay();
    return answer;
}

QList<DnsServer> DnsClient::slowedServers() const
{
    return m_through ? m_through->slowedServers() : m_pace.slowed(m_clock.elapsed());
}

void DnsClient::enqueue(DnsExchange *exchange)
{
    ++m_open;
    if (exchange->manner().recursion) {
        m_waiting.append(exchange);
        return;
    }
    const DnsEndpoint endpoint = endpointOf(exchange->server());
    if (!m_paced.contains(endpoint))
        m_turns.insert(m_clock.elapsed(), endpoint);
    m_paced[endpoint].append(exchange);
}

void DnsClient::startWhatMay()
{
    while (mayStartMore() && !m_waiting.isEmpty())
        start(m_waiting.takeFirst());
    while (mayStartMore() && !m_turns.isEmpty() && m_turns.firstKey() <= m_clock.elapsed())
        startOfDueServer();
    comeBackForNextTurn();
}

/// Asks the server whose turn it is, or finds out how much later that is.
void DnsClient::startOfDueServer()
{
    const DnsEndpoint endpoint = m_turns.take(m_turns.firstKey());
    QList<DnsExchange *> &queue = m_paced[endpoint];
    const std::chrono::milliseconds now = m_clock.elapsed();
    const std::chrono::milliseconds wait = m_pace.waitBefore(queue.constFirst()->server(), now);
    DnsExchange *next = wait > 0ms ? nullptr : queue.takeFirst();
    if (queue.isEmpty())
        m_paced.remove(endpoint);
    else
        m_turns.insert(now + wait, endpoint);
    if (next)
        start(next);
}

void DnsClient::start(DnsExchange *exchange)
{
    m_running.insert(exchange);
    ++m_sent;
    exchange->start();
}

void DnsClient::ended(DnsExchange *exchange)
{
    --m_open;
    if (!m_running.remove(exchange))
        takeOut(exchange);
    if (exchange->answer() && !exchange->manner().recursion)
        m_pace.ended(*exchange->answer(), m_clock.elapsed());
    exchange->deleteLater();
    if (!m_waiting.isEmpty() || !m_turns.isEmpty())
        QMetaObject::invokeMethod(this, &DnsClient::startWhatMay, Qt::QueuedConnection);
}

/// One that was given up before its turn.
void DnsClient::takeOut(DnsExchange *exchange)
{
    m_waiting.removeOne(exchange);
    const DnsEndpoint endpoint = endpointOf(exchange->server());
    const auto queue = m_paced.find(endpoint);
    if (queue == m_paced.end())
        return;
    queue->removeOne(exchange);
    if (!queue->isEmpty())
        return;
    m_paced.erase(queue);
    m_turns.removeIf([&](const auto &each) { return each.value() == endpoint; });
}

void DnsClient::comeBackForNextTurn()
{
    m_turn.reset();
    if (m_turns.isEmpty() || !mayStartMore()) // the end of a question starts the next
        return;
    m_turn = std::make_unique<QObject>();
    const std::chrono::milliseconds delay = std::max(m_turns.firstKey() - m_clock.elapsed(), 0ms);
    m_clock.callAfter(delay, m_turn.get(), [this] { startWhatMay(); });
}

} // namespace golive
