#pragma once

#include "dns/wire/dnsmessage.h"
#include "dns/wire/dnsname.h"

#include <QNetworkDatagram>
#include <QSet>
#include <QTimer>
#include <QUdpSocket>

#include <memory>
#include <vector>

namespace golive {

/// Many domains, `shop1.example` and so on, each on a server of its own, with all records Clerk
/// usually asks for; and one resolver that knows them all. On loopback, UDP only, no two servers at
/// the same address.
class DnsField : public QObject
{
public:
    explicit DnsField(int domains)
    {
        for (int attempt = 0; attempt < 20 && !listen(domains); ++attempt)
            m_servers.clear();
        m_resolver = std::make_unique<QUdpSocket>();
        if (m_servers.empty() || !m_resolver->bind(QHostAddress(QHostAddress::LocalHost), 0))
            qFatal("no ports for the DNS servers");
        connect(m_resolver.get(), &QUdpSocket::readyRead, this, [this] { answer(*m_resolver, true); });
    }

    [[nodiscard]] static QString domain(int number) { return QStringLiteral("shop%1.example").arg(number); }
    [[nodiscard]] quint16 authoritativePort() const { return m_servers.front()->localPort(); }
    [[nodiscard]] QString resolver() const { return QStringLiteral("127.0.0.1:%1").arg(m_resolver->localPort()); }

    QSet<int> mistyped; ///< domains whose first record has a typing error
    QSet<int> silent; ///< domains whose server says nothing
    int delay = 0; ///< milliseconds before each answer, as a distant server takes
    qint64 asked = 0;

private:
    static constexpr std::chrono::seconds ttl {300};
    static constexpr quint32 network = 0x7f010000; // 127.1.0.0

    bool listen(int domains)
    {
        quint16 port = 0;
        for (int number = 1; number <= domains; ++number) {
            auto socket = std::make_unique<QUdpSocket>();
            if (!socket->bind(QHostAddress(network + static_cast<quint32>(number)), port))
                return false;
            port = socket->localPort();
            QUdpSocket *server = socket.get();
            connect(server, &QUdpSocket::readyRead, this, [this, server] { answer(*server, false); });
            m_servers.push_back(std::move(socket));
        }
        return true;
    }

    void answer(QUdpSocket &socket, bool recursive)
    {
        while (socket.hasPendingDatagrams()) {
            const QNetworkDatagram datagram = socket.receiveDatagram();
            const auto query = decodeDns(datagram.data());
            ++asked;
            if (!query || !query->question || (!recursive && silent.contains(numberIn(query->question->name))))
                continue;
            const auto send
                = [&socket, reply = *encodeDns(replyTo(*query, recursive)), to = datagram.senderAddress(),
                   port = datagram.senderPort()] { socket.writeDatagram(reply, to, static_cast<quint16>(port)); };
            if (delay == 0)
                send();
            else
                QTimer::singleShot(delay, Qt::PreciseTimer, &socket, send);
        }
    }

    [[nodiscard]] DnsMessage replyTo(const DnsMessage &query, bool recursive) const
    {
        DnsMessage reply = golive::replyTo(query);
        reply.authoritative = !recursive;
        reply.recursionAvailable = recursive;
        for (const DnsEntry &entry : entriesAt(query.question->name))
            if (entry.type == query.question->type || entry.type == DnsType::CNAME)
                reply.answers.append(entry);
        if (!reply.answers.isEmpty())
            return reply;
        if (entriesAt(query.question->name).isEmpty())
            reply.rcode = DnsRcode::NameError;
        reply.authority = {soa(lastLabels(query.question->name, 2))};
        return reply;
    }

    [[nodiscard]] QList<DnsEntry> entriesAt(const QByteArray &name) const
    {
        const int number = numberIn(name);
        const QByteArray apex = lastLabels(name, 2);
        const QByteArray server = "ns" + QByteArray::number(number) + ".field.example";
        if (number == 0)
            return {};
        if (name == server)
            return {addressEntry(name, QHostAddress(network + static_cast<quint32>(number)), ttl)};
        if (name == apex)
            return {soa(apex), nsEntry(apex, server, ttl)};
        const QByteArray relative = relativeTo(name, apex).value_or(QByteArray());
        if (relative == "clerk")
            return {cnameEntry(
                name, mistyped.contains(number) ? "frontend-api.clerk.service" : "frontend-api.clerk.services", ttl)};
        for (const auto &[host, target] : {std::pair("accounts", "accounts"),
                                           {"clkmail", "mail.abc"},
                                           {"clk._domainkey", "dkim1.abc"},
                                           {"clk2._domainkey", "dkim2.abc"}})
            if (relative == host)
                return {cnameEntry(name, QByteArray(target) + ".clerk.services", ttl)};
        return {};
    }

    /// Of `shop7.example`, of what lies below it, and of its server; 0 for anything else.
    [[nodiscard]] static int numberIn(const QByteArray &name)
    {
        const QByteArrayList labels = labelsOf(name);
        const QByteArray apex = labels.value(labels.size() - 2);
        if (apex.startsWith("shop"))
            return apex.mid(4).toInt();
        return apex == "field" && labels.size() == 3 ? labels.constFirst().mid(2).toInt() : 0;
    }

    [[nodiscard]] static DnsEntry soa(const QByteArray &apex)
    {
        DnsSoaData data;
        data.primary = joinNames("ns", apex);
        data.mailbox = joinNames("hostmaster", apex);
        data.minimum = 30;
        return soaEntry(apex, data, ttl);
    }

    std::vector<std::unique_ptr<QUdpSocket>> m_servers;
    std::unique_ptr<QUdpSocket> m_resolver;
};

} // namespace golive
