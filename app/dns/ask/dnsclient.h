#pragma once

#include "dns/ask/dnsanswer.h"
#include "dns/ask/dnshttps.h"
#include "dns/ask/dnspace.h"
#include "dns/ask/dnsreach.h"
#include "foundation/promise.h"

#include <QList>
#include <QObject>

#include <memory>

namespace golive {

class Clock;
class DnsExchange;

/// Asks DNS servers, many at once: UDP first, TCP where an answer does not fit, HTTPS for public
/// resolvers where the network lets no other DNS through (see DnsReach). Lifetimes, patience and
/// budgets are counted on the injected clock.
///
/// At most `mostInFlight` questions are open at a time, and zones' own servers are asked no faster
/// than DnsPace allows; the rest wait their turn.
class DnsClient final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostInFlight = 100;

    explicit DnsClient(Clock &clock, QObject *parent = nullptr);
    /// Answers whatever is open with Cancelled, at once.
    ~DnsClient() override;

    /// One question to one server. The answer comes from the event loop; cancelling the future
    /// gives the question up. The only Error is Cancelled.
    [[nodiscard]] QFuture<Result<DnsAnswer>> ask(const DnsServer &server, const DnsQuestion &question,
                                                 DnsManner manner = {});

    /// Whom to trust over HTTPS, in place of the system's authorities. Before the first question.
    void setTls(const QSslConfiguration &tls) { m_https.setTls(tls); }

    /// What questions have shown about the network so far.
    [[nodiscard]] const DnsReach &reach() const { return m_reach; }
    /// Servers that ask to be asked less often, and have for a while.
    [[nodiscard]] QList<DnsServer> slowedServers() const;

    /// Questions sent or waiting to be sent.
    [[nodiscard]] qsizetype open() const { return m_waiting.size() + m_running.size(); }
    /// Questions sent so far.
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    void startWhatMay();
    void ended(DnsExchange *exchange);
    void comeBackAfter(std::chrono::milliseconds delay);

    Clock &m_clock;
    QList<DnsExchange *> m_waiting;
    QList<DnsExchange *> m_running;
    DnsHttps m_https;
    DnsReach m_reach;
    DnsPace m_pace;
    std::unique_ptr<QObject> m_turn; ///< its end is the end of the wait for the next turn
    qint64 m_sent = 0;
};

} // namespace golive
