#pragma once

#include "dns/ask/dnsanswer.h"
#include "dns/ask/dnsdeadlines.h"
#include "dns/ask/dnshttps.h"
#include "dns/ask/dnspace.h"
#include "dns/ask/dnsreach.h"
#include "foundation/promise.h"

#include <QHash>
#include <QList>
#include <QMultiMap>
#include <QObject>
#include <QSet>

#include <memory>

namespace golive {

class Clock;
class DnsExchange;

/// Asks DNS servers, many at once: UDP first, TCP where an answer does not fit, HTTPS for public
/// resolvers where the network lets no other DNS through (see DnsReach). Lifetimes, patience and
/// budgets are counted on the injected clock.
///
/// Only so many questions are open at a time, and zones' own servers are asked no faster than
/// DnsPace allows; the rest wait their turn.
class DnsClient final : public QObject
{
    Q_OBJECT

public:
    /// Enough for one domain; each takes a socket.
    static constexpr qsizetype usuallyInFlight = 100;

    explicit DnsClient(Clock &clock, QObject *parent = nullptr);
    /// Asks through `other`, which must outlive it, and has but a count of its own: the budgets of
    /// servers are for all together.
    explicit DnsClient(DnsClient &other, QObject *parent = nullptr);
    /// Answers whatever is open with Cancelled, at once.
    ~DnsClient() override;

    /// One question to one server. The answer comes from the event loop; cancelling the future
    /// gives the question up. The only Error is Cancelled.
    [[nodiscard]] QFuture<Result<DnsAnswer>> ask(const DnsServer &server, const DnsQuestion &question,
                                                 DnsManner manner = {});

    /// Whom to trust over HTTPS, in place of the system's authorities. Before the first question.
    void setTls(const QSslConfiguration &tls) { m_https.setTls(tls); }
    /// One resolver at a time where the answer of any will do, instead of several of which the quickest counts:
    /// where many domains are looked at, the load counts for more. See askAny().
    void setSparing(bool sparing) { m_sparing = sparing; }
    [[nodiscard]] bool isSparing() const { return m_sparing; }
    /// How many questions may be open at a time.
    void setMostInFlight(qsizetype most) { m_mostInFlight = most; }

    /// What questions have shown about the network so far.
    [[nodiscard]] const DnsReach &reach() const { return m_through ? m_through->reach() : m_reach; }
    /// See DnsReach.
    void rootAnswered(bool itself) { (m_through ? m_through->m_reach : m_reach).rootAnswered(itself); }
    /// Servers that ask to be asked less often, and have for a while.
    [[nodiscard]] QList<DnsServer> slowedServers() const;

    /// Questions sent or waiting to be sent.
    [[nodiscard]] qsizetype open() const { return m_through ? m_through->open() : m_open; }
    /// Questions sent so far; by a client that asks through another, those it was asked to send.
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    void enqueue(DnsExchange *exchange);
    void startWhatMay();
    void startOfDueServer();
    void start(DnsExchange *exchange);
    void ended(DnsExchange *exchange);
    void takeOut(DnsExchange *exchange);
    void comeBackForNextTurn();
    [[nodiscard]] bool mayStartMore() const { return m_running.size() < m_mostInFlight; }

    Clock &m_clock;
    DnsClient *m_through = nullptr;
    QList<QFuture<Result<DnsAnswer>>> m_passedOn; ///< to m_through, and open; nobody wants them once this is gone
    QList<DnsExchange *> m_waiting; ///< for a free place
    QHash<DnsEndpoint, QList<DnsExchange *>> m_paced; ///< for their turn at a zone's own server; no list is empty
    QMultiMap<std::chrono::milliseconds, DnsEndpoint> m_turns; ///< when each of these servers may be asked next
    QSet<DnsExchange *> m_running;
    qsizetype m_mostInFlight = usuallyInFlight;
    qsizetype m_open = 0;
    bool m_sparing = false;
    DnsDeadlines m_deadlines;
    DnsHttps m_https;
    DnsReach m_reach;
    DnsPace m_pace;
    std::unique_ptr<QObject> m_turn; ///< its end is the end of the wait for the next turn
    qint64 m_sent = 0;
};

} // namespace golive
