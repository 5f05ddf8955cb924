#pragma once

#include "dns/ask/dnssettings.h"
#include "foundation/clock.h"
#include "practice/practicezones.h"

#include <QTcpServer>
#include <QUdpSocket>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace golive {

/// One port of 127.0.0.1 that answers DNS over UDP and TCP.
class PracticeDnsPort : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<DnsMessage(const DnsMessage &)>;

    explicit PracticeDnsPort(Answer answer, QObject *parent = nullptr);

    /// Port 0: any that is free for both. False when there is none.
    [[nodiscard]] bool listen(quint16 port);
    [[nodiscard]] quint16 port() const { return m_tcp.serverPort(); }

private:
    void answerDatagrams();
    void answerStream(QTcpSocket *client);
    /// Nothing for what is no question; answers over `largest` octets are truncated (RFC 1035 4.2.1, RFC 6891).
    [[nodiscard]] std::optional<QByteArray> reply(const QByteArray &wire, qsizetype largest) const;

    Answer m_answer;
    QUdpSocket m_udp;
    QTcpServer m_tcp;
};

/// A recursive resolver with a memory for what does not exist, as the public ones have (RFC 2308).
class PracticeResolver
{
public:
    PracticeResolver(const PracticeZones &zones, Clock &clock);

    [[nodiscard]] DnsMessage answer(const DnsMessage &query);

private:
    struct Remembered
    {
        DnsMessage reply;
        std::chrono::milliseconds until;
    };
    using Key = std::pair<QByteArray, DnsType>;

    const PracticeZones &m_zones;
    Clock &m_clock;
    std::map<Key, Remembered> m_absent;
};

/// The practice world's DNS servers, on the loopback interface: the zones' own server, and three
/// resolvers that each learn of a new record in their own time.
class PracticeDns : public QObject
{
    Q_OBJECT

public:
    static constexpr int resolverCount = 3;

    /// `zones` and `clock` outlive the servers.
    PracticeDns(const PracticeZones &zones, Clock &clock, QObject *parent = nullptr);

    /// `resolverPort` is the first resolver's, whose neighbours follow it. Port 0: any. False when one is taken.
    [[nodiscard]] bool listen(quint16 authoritativePort = 0, quint16 resolverPort = 0);

    /// Whom to ask in place of the real ones.
    [[nodiscard]] DnsSettings settings() const;

private:
    PracticeDnsPort m_authoritative;
    std::vector<std::unique_ptr<PracticeResolver>> m_resolvers;
    std::vector<std::unique_ptr<PracticeDnsPort>> m_resolverPorts;
};

} // namespace golive
