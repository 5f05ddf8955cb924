#pragma once

#include "dns/ask/dnsanswer.h"
#include "dns/ask/dnsdeadlines.h"
#include "dns/ask/dnshttps.h"
#include "dns/ask/dnsreach.h"
#include "foundation/promise.h"

#include <QFutureWatcher>
#include <QTcpSocket>
#include <QUdpSocket>

#include <memory>

namespace golive {

class Clock;

/// One question on its way: over UDP and TCP its own connected socket, so that the system gives it a
/// fresh random port and keeps answers of strangers out. Deleting it answers Cancelled.
class DnsExchange final : public QObject
{
    Q_OBJECT

public:
    /// What all questions share.
    struct Means
    {
        Clock &clock;
        DnsDeadlines &deadlines;
        DnsReach &reach;
        DnsHttps &https;
    };

    DnsExchange(const Means &means, DnsServer server, DnsQuestion question, DnsManner manner, QObject *parent);

    [[nodiscard]] QFuture<Result<DnsAnswer>> future() const { return m_promise.future(); }
    [[nodiscard]] const DnsServer &server() const { return m_answer.server; }
    [[nodiscard]] const DnsManner &manner() const { return m_manner; }
    /// What is known when it is over; nothing when it was given up.
    [[nodiscard]] const DnsAnswer *answer() const { return m_givenUp ? nullptr : &m_answer; }

    /// Sends the question. To be called once.
    void start();

Q_SIGNALS:
    /// It has been answered, or nobody wants the answer any more.
    void over();

private:
    void askDirectly();
    void askOverHttps();
    void heardOverHttps(DnsAnswer::Outcome outcome, const QByteArray &wire);
    void send();
    void sendNow();
    void waitFor(std::chrono::milliseconds time);
    void tryTimedOut();
    void readDatagrams();
    void take(const DnsMessage &message);
    void askOverTcp();
    void readStream();
    void failed(QAbstractSocket::SocketError error);
    void giveUp();
    void finishDirect(DnsAnswer::Outcome outcome);
    void finish(DnsAnswer::Outcome outcome);
    [[nodiscard]] bool fits(const DnsMessage &message) const;
    /// The question on the wire; empty when the name is none that can be asked for.
    [[nodiscard]] QByteArray wire() const;

    Clock &m_clock;
    DnsDeadlines &m_deadlines;
    DnsReach &m_reach;
    DnsHttps &m_httpsMeans;
    DnsManner m_manner;
    Promise<DnsAnswer> m_promise;
    std::unique_ptr<QFutureWatcher<Result<DnsAnswer>>> m_watcher; ///< for whether the answer is still wanted
    DnsAnswer m_answer;
    std::unique_ptr<QUdpSocket> m_udp;
    std::unique_ptr<QTcpSocket> m_tcp;
    std::unique_ptr<DnsHttpsQuestion> m_https;
    DnsDeadlines::Wait m_patience;
    QByteArray m_stream;
    quint16 m_id = 0;
    bool m_withEdns = true;
    bool m_heardNonsense = false;
    bool m_over = false;
    bool m_givenUp = false;
    std::chrono::milliseconds m_startedAt {0};
};

} // namespace golive
