#pragma once

#include "dns/ask/dnsanswer.h"
#include "foundation/promise.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <memory>

namespace golive {

class Clock;
class DnsExchange;

/// Asks DNS servers, many at once: UDP first, TCP where an answer does not fit. Lifetimes, patience
/// and budgets are counted on the injected clock.
///
/// At most `mostInFlight` questions are open at a time and at most ten a second go to one
/// authoritative server (servers limit the rate of equal answers); the rest wait their turn.
class DnsClient final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostInFlight = 100;
    static constexpr qsizetype mostPerSecond = 10;

    explicit DnsClient(Clock &clock, QObject *parent = nullptr);
    /// Answers whatever is open with Cancelled, at once.
    ~DnsClient() override;

    /// One question to one server. The answer comes from the event loop; cancelling the future
    /// gives the question up. The only Error is Cancelled.
    [[nodiscard]] QFuture<Result<DnsAnswer>> ask(const DnsServer &server, const DnsQuestion &question,
                                                 DnsManner manner = {});

    /// Questions sent or waiting to be sent.
    [[nodiscard]] qsizetype open() const { return m_waiting.size() + m_running.size(); }
    /// Questions sent so far.
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    void startWhatMay();
    void ended(DnsExchange *exchange);
    [[nodiscard]] std::chrono::milliseconds waitBefore(const DnsExchange &exchange);
    void comeBackAfter(std::chrono::milliseconds delay);

    Clock &m_clock;
    QList<DnsExchange *> m_waiting;
    QList<DnsExchange *> m_running;
    QHash<QPair<QHostAddress, quint16>, QList<std::chrono::milliseconds>> m_asked; ///< in the last second
    std::unique_ptr<QObject> m_turn; ///< its end is the end of the wait for the next turn
    qint64 m_sent = 0;
};

} // namespace golive
