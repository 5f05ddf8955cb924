#include "dns/ask/dnsexchange.h"

#include "foundation/clock.h"

#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QtEndian>

namespace golive {
namespace {

using namespace std::chrono_literals;

// A dead server is known after 1.8 s; one lost packet costs 0.6 s.
constexpr std::chrono::milliseconds tryTimes[] = {600ms, 1200ms};
constexpr std::chrono::milliseconds tcpTime = 2400ms;
constexpr std::chrono::milliseconds httpsTime = 4000ms; // three round trips until the first answer
constexpr qsizetype largestDatagram = 4096; // more than we say we take; a longer one is cut and refused
constexpr int mostForeign = 64; // datagrams looked at in one go

} // namespace

DnsExchange::DnsExchange(const Means &means, DnsServer server, DnsQuestion question, DnsManner manner, QObject *parent)
    : QObject(parent)
    , m_clock(means.clock)
    , m_deadlines(means.deadlines)
    , m_reach(means.reach)
    , m_httpsMeans(means.https)
    , m_manner(manner)
    , m_watcher(std::make_unique<QFutureWatcher<Result<DnsAnswer>>>())
{
    m_answer.server = std::move(server);
    m_answer.question = std::move(question);
    connect(m_watcher.get(), &QFutureWatcherBase::canceled, this, [this] { giveUp(); });
    m_watcher->setFuture(m_promise.future());
}

void DnsExchange::start()
{
    if (m_over)
        return;
    m_startedAt = m_clock.elapsed();
    m_id = static_cast<quint16>(QRandomGenerator::system()->generate());
    if (wire().isEmpty()) {
        finish(DnsAnswer::Outcome::NotAskable);
        return;
    }
    const bool mayChoose = m_manner.way == DnsManner::Way::Any;
    if (m_manner.way == DnsManner::Way::Encrypted || (mayChoose && m_answer.server.encryptedOnly)
        || (mayChoose && m_reach.beginsEncrypted(m_answer.server, m_clock.elapsed())))
        askOverHttps();
    else
        askDirectly();
}

void DnsExchange::askDirectly()
{
    m_udp = std::make_unique<QUdpSocket>(this);
    m_udp->setProxy(QNetworkProxy::NoProxy); // otherwise Qt looks for the system's proxy, in a thread of its own
    connect(m_udp.get(), &QUdpSocket::readyRead, this, &DnsExchange::readDatagrams);
    connect(m_udp.get(), &QAbstractSocket::errorOccurred, this, &DnsExchange::failed);
    m_udp->connectToHost(m_answer.server.address, m_answer.server.port);
    if (!m_over && m_udp)
        send();
}

void DnsExchange::send()
{
    waitFor(tryTimes[m_answer.tries]);
    ++m_answer.tries;
    sendNow();
}

void DnsExchange::sendNow()
{
    const QByteArray question = wire();
    // No way there shows here at once, not as a timeout.
    if (m_udp->write(question) != question.size())
        failed(m_udp->error());
}

void DnsExchange::waitFor(std::chrono::milliseconds time)
{
    m_patience = m_deadlines.after(time, [this] { tryTimedOut(); });
}

void DnsExchange::tryTimedOut()
{
    if (m_https)
        finish(DnsAnswer::Outcome::TimedOut);
    else if (!m_tcp && m_answer.tries < static_cast<int>(std::size(tryTimes)))
        send();
    else
        finishDirect(m_heardNonsense ? DnsAnswer::Outcome::Malformed : DnsAnswer::Outcome::TimedOut);
}

/// Not hasPendingDatagrams(): on a connected socket it swallows the notice that the port is closed.
void DnsExchange::readDatagrams()
{
    QByteArray datagram(largestDatagram, Qt::Uninitialized);
    for (int looked = 0; looked < mostForeign && !m_over && !m_tcp; ++looked) {
        const qint64 size = m_udp->readDatagram(datagram.data(), datagram.size());
        if (size < 0) {
            if (m_udp->error() == QAbstractSocket::ConnectionRefusedError)
                finishDirect(DnsAnswer::Outcome::PortClosed);
            return;
        }
        const std::optional<DnsMessage> message = decodeDns(datagram.first(size));
        if (message && fits(*message))
            take(*message);
        else
            m_heardNonsense = true; // a forgery must not keep the real answer from being heard
    }
}

void DnsExchange::take(const DnsMessage &message)
{
    if (message.rcode == DnsRcode::FormatError && m_withEdns) {
        m_withEdns = false; // RFC 6891 section 7: a server from before EDNS
        if (m_tcp)
            askOverTcp();
        else
            sendNow();
        return;
    }
    if (message.truncated && !m_tcp) {
        askOverTcp();
        return;
    }
    m_answer.message = message;
    m_answer.overTcp = m_tcp != nullptr;
    finishDirect(DnsAnswer::Outcome::Answered);
}

void DnsExchange::askOverTcp()
{
    if (m_tcp) // may be where we are called from
        m_tcp.release()->deleteLater();
    m_stream.clear();
    waitFor(tcpTime);
    m_tcp = std::make_unique<QTcpSocket>(this);
    m_tcp->setProxy(QNetworkProxy::NoProxy);
    connect(m_tcp.get(), &QTcpSocket::connected, this, [this] {
        const QByteArray question = wire();
        QByteArray framed(2, '\0');
        qToBigEndian(static_cast<quint16>(question.size()), framed.data());
        m_tcp->write(framed + question);
    });
    connect(m_tcp.get(), &QTcpSocket::readyRead, this, &DnsExchange::readStream);
    connect(m_tcp.get(), &QAbstractSocket::errorOccurred, this, &DnsExchange::failed);
    m_tcp->connectToHost(m_answer.server.address, m_answer.server.port);
}

void DnsExchange::readStream()
{
    m_stream += m_tcp->read(2 + 0xffff - m_stream.size());
    if (m_stream.size() < 2)
        return;
    const auto length = qFromBigEndian<quint16>(m_stream.constData());
    if (m_stream.size() < 2 + length)
        return;
    const std::optional<DnsMessage> message = decodeDns(m_stream.mid(2, length));
    if (message && fits(*message) && !message->truncated)
        take(*message);
    else
        finishDirect(DnsAnswer::Outcome::Malformed);
}

void DnsExchange::failed(QAbstractSocket::SocketError error)
{
    if (error == QAbstractSocket::TemporaryError) // Qt's word for "no further datagram"
        return;
    if (error == QAbstractSocket::ConnectionRefusedError)
        finishDirect(DnsAnswer::Outcome::PortClosed);
    else if (error == QAbstractSocket::RemoteHostClosedError)
        finishDirect(DnsAnswer::Outcome::Malformed);
    else
        finishDirect(DnsAnswer::Outcome::Unreachable);
}

/// No name is looked up for it, and no datagram is sent.
void DnsExchange::askOverHttps()
{
    if (m_udp) { // may be where we are called from
        m_udp->disconnect(this);
        m_udp.release()->deleteLater();
    }
    m_id = 0; // RFC 8484 section 4.1: the same question then is the same request
    ++m_answer.tries;
    m_answer.overHttps = true;
    waitFor(httpsTime);
    if (m_answer.server.doh.isEmpty()) {
        finish(DnsAnswer::Outcome::Unreachable);
        return;
    }
    m_https = std::make_unique<DnsHttpsQuestion>(m_httpsMeans, m_answer.server, wire());
    connect(m_https.get(), &DnsHttpsQuestion::ended, this, &DnsExchange::heardOverHttps);
}

void DnsExchange::heardOverHttps(DnsAnswer::Outcome outcome, const QByteArray &wire)
{
    if (outcome != DnsAnswer::Outcome::Answered) {
        finish(outcome);
        return;
    }
    const std::optional<DnsMessage> message = decodeDns(wire);
    if (!message || !fits(*message) || message->truncated) {
        finish(DnsAnswer::Outcome::Malformed);
        return;
    }
    m_answer.message = *message;
    finish(outcome);
}

/// The end over UDP and TCP, which may be the beginning over HTTPS.
void DnsExchange::finishDirect(DnsAnswer::Outcome outcome)
{
    if (m_over || m_https)
        return;
    m_reach.directEnded(m_answer.server, m_manner, outcome);
    const bool silent = outcome == DnsAnswer::Outcome::TimedOut || outcome == DnsAnswer::Outcome::PortClosed
        || outcome == DnsAnswer::Outcome::Unreachable;
    if (silent && m_manner.way == DnsManner::Way::Any && m_reach.continuesEncrypted(m_answer.server, m_clock.elapsed()))
        askOverHttps();
    else
        finish(outcome);
}

void DnsExchange::finish(DnsAnswer::Outcome outcome)
{
    if (std::exchange(m_over, true))
        return;
    m_patience.giveUp();
    m_watcher.reset(); // before it is told of its own answer, which would be two events for every question
    if (m_https)
        m_reach.encryptedEnded(m_answer.server, outcome, m_clock.elapsed());
    m_answer.outcome = outcome;
    m_answer.took = m_clock.elapsed() - m_startedAt;
    m_promise.resolve(m_answer);
    Q_EMIT over();
}

/// Nobody wants the answer any more, which says nothing about the server.
void DnsExchange::giveUp()
{
    if (std::exchange(m_over, true))
        return;
    m_patience.giveUp();
    m_givenUp = true;
    m_promise.resolve(failure(Error::Kind::Cancelled));
    Q_EMIT over();
}

/// RFC 5452 section 9.1: what an answer must have in common with the question. A server that did
/// not understand the question may leave it out.
bool DnsExchange::fits(const DnsMessage &message) const
{
    if (message.id != m_id || !message.isResponse || message.opcode != 0)
        return false;
    if (!message.question)
        return message.rcode != DnsRcode::NoError && message.rcode != DnsRcode::NameError;
    return *message.question == m_answer.question;
}

QByteArray DnsExchange::wire() const
{
    DnsMessage message;
    message.id = m_id;
    message.recursionDesired = m_manner.recursion;
    message.checkingDisabled = m_manner.checkingDisabled;
    message.authenticData = true; // asks to be told whether DNSSEC was checked (RFC 6840 section 5.7)
    message.question = m_answer.question;
    if (m_withEdns)
        message.edns = DnsEdns {};
    return encodeDns(message).value_or(QByteArray());
}

} // namespace golive
