#include "practice/practicedns.h"

#include <QNetworkDatagram>
#include <QTcpSocket>
#include <QtEndian>

namespace golive {
namespace {

constexpr qsizetype plainUdp = 512;
constexpr qsizetype largestMessage = 65'535;
constexpr int attemptsForAPort = 20;
constexpr size_t mostRemembered = 1'000;

/// Seconds the reply may be remembered for as an absence; zero when it is none.
std::chrono::seconds absence(const DnsMessage &reply)
{
    for (const DnsEntry &entry : reply.authority)
        if (const auto *soa = std::get_if<DnsSoaData>(&entry.data))
            return std::min(entry.ttl, std::chrono::seconds(soa->minimum));
    return std::chrono::seconds::zero();
}

} // namespace

PracticeDnsPort::PracticeDnsPort(Answer answer, QObject *parent)
    : QObject(parent)
    , m_answer(std::move(answer))
{
    connect(&m_udp, &QUdpSocket::readyRead, this, &PracticeDnsPort::answerDatagrams);
    connect(&m_tcp, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *client = m_tcp.nextPendingConnection();
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { answerStream(client); });
    });
}

bool PracticeDnsPort::listen(quint16 port)
{
    const int attempts = port == 0 ? attemptsForAPort : 1;
    for (int i = 0; i < attempts; ++i) {
        if (m_tcp.listen(QHostAddress::LocalHost, port)
            && m_udp.bind(QHostAddress(QHostAddress::LocalHost), m_tcp.serverPort(), QAbstractSocket::DontShareAddress))
            return true;
        m_tcp.close();
    }
    return false;
}

void PracticeDnsPort::answerDatagrams()
{
    while (m_udp.hasPendingDatagrams()) {
        const QNetworkDatagram question = m_udp.receiveDatagram();
        if (const auto answered = reply(question.data(), plainUdp))
            m_udp.writeDatagram(question.makeReply(*answered));
    }
}

void PracticeDnsPort::answerStream(QTcpSocket *client)
{
    constexpr qint64 lengthOctets = 2;
    while (client->bytesAvailable() >= lengthOctets) {
        const auto length = qFromBigEndian<quint16>(client->peek(lengthOctets).constData());
        if (client->bytesAvailable() < lengthOctets + length)
            return;
        client->skip(lengthOctets);
        const auto answered = reply(client->read(length), largestMessage);
        if (!answered) {
            client->disconnectFromHost();
            return;
        }
        QByteArray framed(lengthOctets, Qt::Uninitialized);
        qToBigEndian(static_cast<quint16>(answered->size()), framed.data());
        client->write(framed + *answered);
    }
}

std::optional<QByteArray> PracticeDnsPort::reply(const QByteArray &wire, qsizetype largest) const
{
    const auto query = decodeDns(wire);
    if (!query || query->isResponse)
        return std::nullopt;
    DnsMessage answer = m_answer(*query);
    const qsizetype limit = query->edns ? std::max<qsizetype>(largest, query->edns->udpSize) : largest;
    if (query->edns)
        answer.edns = DnsEdns();
    auto encoded = encodeDns(answer);
    if (!encoded || encoded->size() <= limit)
        return encoded;
    answer.truncated = true;
    answer.answers.clear();
    answer.authority.clear();
    return encodeDns(answer);
}

PracticeResolver::PracticeResolver(const PracticeZones &zones, Clock &clock)
    : m_zones(zones)
    , m_clock(clock)
{
}

DnsMessage PracticeResolver::answer(const DnsMessage &query)
{
    if (!query.question)
        return m_zones.resolve(query);
    const auto now = m_clock.elapsed();
    std::erase_if(m_absent, [now](const auto &each) { return each.second.until <= now; });
    const Key key {query.question->name.toLower(), query.question->type};
    if (const auto known = m_absent.find(key); known != m_absent.end()) {
        DnsMessage reply = known->second.reply;
        reply.id = query.id;
        reply.question = query.question;
        for (DnsEntry &entry : reply.authority)
            entry.ttl = std::chrono::ceil<std::chrono::seconds>(known->second.until - now);
        return reply;
    }
    DnsMessage reply = m_zones.resolve(query);
    const auto seconds = absence(reply);
    if (seconds > std::chrono::seconds::zero() && m_absent.size() < mostRemembered)
        m_absent.insert({key, {reply, now + seconds}});
    return reply;
}

PracticeDns::PracticeDns(const PracticeZones &zones, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_authoritative([&zones](const DnsMessage &query) { return zones.answer(query); })
{
    for (int i = 0; i < resolverCount; ++i) {
        m_resolvers.push_back(std::make_unique<PracticeResolver>(zones, clock));
        PracticeResolver *resolver = m_resolvers.back().get();
        m_resolverPorts.push_back(
            std::make_unique<PracticeDnsPort>([resolver](const DnsMessage &query) { return resolver->answer(query); }));
    }
}

bool PracticeDns::listen(quint16 authoritativePort, quint16 resolverPort)
{
    if (!m_authoritative.listen(authoritativePort))
        return false;
    quint16 port = resolverPort;
    for (const auto &resolver : m_resolverPorts) {
        if (!resolver->listen(port))
            return false;
        if (port != 0)
            ++port;
    }
    return true;
}

DnsSettings PracticeDns::settings() const
{
    DnsSettings settings;
    settings.authoritativePort = m_authoritative.port();
    for (const auto &resolver : m_resolverPorts)
        settings.resolvers.append({QHostAddress(QHostAddress::LocalHost), resolver->port(),
                                   QStringLiteral("Practice resolver %1").arg(settings.resolvers.size() + 1)});
    return settings;
}

} // namespace golive
