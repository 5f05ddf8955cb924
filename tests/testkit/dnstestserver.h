#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/wire/dnsmessage.h"
#include "dns/wire/dnsname.h"

#include <QHash>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace golive {

/// A DNS server on loopback, UDP and TCP, that says what it was told to. With `recursive` it follows
/// CNAMEs within its own entries and claims no authority, as a resolver.
class DnsTestServer : public QObject
{
public:
    enum class Manner {
        Answer,
        Drop, ///< says nothing
        Truncate, ///< UDP answers say that TCP is wanted
        Forge, ///< each answer is preceded by false ones: wrong id, wrong question, not a response, noise
        Lie, ///< only the false ones
        NoEdns, ///< FORMERR to questions with an OPT record
    };
    struct Asked
    {
        DnsQuestion question;
        bool overTcp = false;
        bool recursion = false;
        quint16 id = 0;
    };

    explicit DnsTestServer(const QHostAddress &address = QHostAddress::LocalHost, quint16 port = 0)
    {
        for (int attempt = 0; attempt < 50 && !m_tcp.isListening(); ++attempt) {
            m_udp.close();
            if (m_udp.bind(address, port))
                m_tcp.listen(address, m_udp.localPort());
        }
        if (!m_tcp.isListening())
            QTest::qFail("no port for the DNS test server", __FILE__, __LINE__);
        connect(&m_udp, &QUdpSocket::readyRead, this, [this] { answerDatagrams(); });
        connect(&m_tcp, &QTcpServer::newConnection, this, [this] { answerStreams(); });
    }

    [[nodiscard]] DnsServer server(const QString &name = {}) const
    {
        return {m_udp.localAddress(), m_udp.localPort(), name};
    }
    [[nodiscard]] quint16 port() const { return m_udp.localPort(); }

    /// Answers for the zone, whose SOA is made up; "does not exist" may be remembered for `minimum`.
    void addZone(const QByteArray &apex, std::chrono::seconds minimum = std::chrono::seconds(30))
    {
        DnsSoaData soa;
        soa.primary = joinNames("ns1", apex);
        soa.mailbox = joinNames("hostmaster", apex);
        soa.minimum = static_cast<quint32>(minimum.count());
        add(soaEntry(apex, soa, minimum));
    }
    void add(const DnsEntry &entry) { entries.append(entry); }
    void remove(const QByteArray &owner)
    {
        entries.removeIf([&](const DnsEntry &each) { return each.owner == owner; });
    }

    [[nodiscard]] qsizetype timesAsked(const QByteArray &name) const
    {
        return std::count_if(asked.begin(), asked.end(), [&](const Asked &each) { return each.question.name == name; });
    }

    [[nodiscard]] DnsMessage answerTo(const DnsMessage &query) const
    {
        DnsMessage reply = replyTo(query);
        reply.rcode = rcodesByType.value(static_cast<quint16>(query.question->type), rcode);
        reply.authoritative = !recursive;
        reply.recursionAvailable = recursive;
        if (reply.rcode != DnsRcode::NoError)
            return reply;
        if (bogus && !query.checkingDisabled) {
            reply.rcode = DnsRcode::ServerFailure;
            reply.edns = DnsEdns {1232, false, {{*bogus, {}}}};
            return reply;
        }
        if (!handsOn(*query.question))
            reply.answers = matching(*query.question);
        if (!reply.answers.isEmpty())
            return reply;
        if (entriesAt(query.question->name).isEmpty() && !exists(query.question->name))
            reply.rcode = DnsRcode::NameError;
        addAuthority(reply);
        return reply;
    }

    [[nodiscard]] qsizetype timesAsked(const DnsQuestion &question) const
    {
        return std::count_if(asked.begin(), asked.end(), [&](const Asked &each) { return each.question == question; });
    }

    QList<DnsEntry> entries;
    QList<Asked> asked;
    QHash<QByteArray, Manner> manners; ///< by name; `manner` for the others
    Manner manner = Manner::Answer;
    DnsRcode rcode = DnsRcode::NoError; ///< anything else is the answer to everything
    QHash<quint16, DnsRcode> rcodesByType; ///< what it cannot answer, by the number of the type
    QList<DnsType> silentTypes; ///< what it does not answer at all
    bool recursive = false;
    std::optional<quint16> bogus; ///< fails for this reason (RFC 8914), unless asked to leave out its check

private:
    [[nodiscard]] QList<DnsEntry> matching(const DnsQuestion &question) const
    {
        QList<DnsEntry> found;
        QByteArray at = question.name;
        for (int links = 0; links < 8; ++links) {
            QByteArray next;
            for (const DnsEntry &entry : entriesAt(at)) {
                if (entry.type == question.type || entry.type == DnsType::CNAME)
                    found.append(entry);
                if (entry.type == DnsType::CNAME && question.type != DnsType::CNAME && recursive)
                    next = nameIn(entry);
            }
            if (next.isEmpty())
                break;
            at = next;
        }
        return found;
    }

    /// At a name handed to other servers, their list is a referral and no answer.
    [[nodiscard]] bool handsOn(const DnsQuestion &question) const
    {
        const QList<DnsEntry> here = entriesAt(question.name);
        return !recursive && question.type == DnsType::NS
            && std::none_of(here.begin(), here.end(), [](const DnsEntry &each) { return each.type == DnsType::SOA; });
    }

    /// A wildcard answers for what does not exist below its parent (RFC 4592).
    [[nodiscard]] QList<DnsEntry> entriesAt(const QByteArray &name) const
    {
        QList<DnsEntry> found;
        for (const DnsEntry &entry : entries)
            if (entry.owner == name)
                found.append(entry);
        if (exists(name))
            return found;
        for (DnsEntry entry : entries)
            if (entry.owner.startsWith("*.") && isAtOrBelow(name, entry.owner.mid(2))) {
                entry.owner = name;
                found.append(entry);
            }
        return found;
    }

    [[nodiscard]] bool exists(const QByteArray &name) const
    {
        return std::any_of(entries.begin(), entries.end(),
                           [&](const DnsEntry &each) { return isAtOrBelow(each.owner, name); });
    }

    /// The SOA of the zone, or a referral where other servers have been named below it.
    void addAuthority(DnsMessage &reply) const
    {
        QByteArray owner = reply.question->name;
        for (; owner != "."; owner = parentOf(owner)) {
            const QList<DnsEntry> here = entriesAt(owner);
            const bool isApex
                = std::any_of(here.begin(), here.end(), [](const DnsEntry &each) { return each.type == DnsType::SOA; });
            for (const DnsEntry &entry : here)
                if (entry.type == (isApex ? DnsType::SOA : DnsType::NS))
                    reply.authority.append(entry);
            if (reply.authority.isEmpty())
                continue;
            reply.authoritative = reply.authoritative && isApex;
            reply.rcode = isApex ? reply.rcode : DnsRcode::NoError;
            return;
        }
    }

    void answerDatagrams()
    {
        while (m_udp.hasPendingDatagrams()) {
            QByteArray datagram(65535, Qt::Uninitialized);
            QHostAddress from;
            quint16 fromPort = 0;
            datagram.truncate(m_udp.readDatagram(datagram.data(), datagram.size(), &from, &fromPort));
            for (const QByteArray &reply : repliesTo(datagram, false))
                m_udp.writeDatagram(reply, from, fromPort);
        }
    }

    void answerStreams()
    {
        while (QTcpSocket *socket = m_tcp.nextPendingConnection())
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray stream = socket->peek(65537);
                if (stream.size() < 2 || stream.size() < 2 + qFromBigEndian<quint16>(stream.constData()))
                    return;
                socket->readAll();
                for (const QByteArray &reply : repliesTo(stream.mid(2), true)) {
                    QByteArray length(2, '\0');
                    qToBigEndian(static_cast<quint16>(reply.size()), length.data());
                    socket->write(length + reply);
                }
            });
    }

    QByteArrayList repliesTo(const QByteArray &wire, bool overTcp)
    {
        const std::optional<DnsMessage> query = decodeDns(wire);
        if (!query || !query->question)
            return {};
        asked.append({*query->question, overTcp, query->recursionDesired, query->id});
        if (silentTypes.contains(query->question->type))
            return {};
        DnsMessage reply = answerTo(*query);
        switch (manners.value(query->question->name, manner)) {
        case Manner::Answer: break;
        case Manner::Drop: return {};
        case Manner::Truncate:
            reply.truncated = !overTcp;
            if (!overTcp)
                reply.answers.clear();
            break;
        case Manner::Forge: return forgeriesOf(reply) + QByteArrayList {*encodeDns(reply)};
        case Manner::Lie: return forgeriesOf(reply);
        case Manner::NoEdns:
            if (query->edns) {
                reply = replyTo(*query);
                reply.edns.reset();
                reply.question.reset();
                reply.rcode = DnsRcode::FormatError;
            }
            break;
        }
        return {*encodeDns(reply)};
    }

    static QByteArrayList forgeriesOf(const DnsMessage &reply)
    {
        DnsMessage otherId = reply;
        otherId.id = static_cast<quint16>(reply.id + 1);
        DnsMessage otherName = reply;
        otherName.question->name = joinNames("other", reply.question->name);
        DnsMessage otherType = reply;
        otherType.question->type = DnsType::MX;
        DnsMessage question = reply;
        question.isResponse = false;
        DnsMessage none = reply;
        none.question.reset();
        QByteArrayList forged;
        for (DnsMessage each : {otherId, otherName, otherType, question, none}) {
            each.answers = {cnameEntry(reply.question->name, "forged.example.net", std::chrono::seconds(9))};
            forged.append(*encodeDns(each));
        }
        return forged + QByteArrayList {QByteArray("noise"), encodeDns(reply)->chopped(1)};
    }

    QUdpSocket m_udp;
    QTcpServer m_tcp;
};

} // namespace golive
