#include "dns/ask/dnsclient.h"
#include "dns/look/domainsurvey.h"
#include "practice/practicedns.h"
#include "testkit/movedclock.h"
#include "testkit/waitfor.h"

#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

using namespace golive;
using namespace std::chrono_literals;

namespace {

const auto host = QByteArrayLiteral("clerk.shop.example");
const auto target = QByteArrayLiteral("frontend-api.clerk.services");

DnsMessage questionFor(const QByteArray &name, DnsType type)
{
    DnsMessage query;
    query.id = 4711;
    query.question = DnsQuestion {name, type};
    return query;
}

std::optional<DnsMessage> askUdp(const DnsMessage &query, quint16 port)
{
    QUdpSocket socket;
    socket.bind(QHostAddress(QHostAddress::LocalHost));
    socket.writeDatagram(encodeDns(query).value(), QHostAddress(QHostAddress::LocalHost), port);
    if (!QTest::qWaitFor([&] { return socket.hasPendingDatagrams(); }, 5'000))
        return std::nullopt;
    QByteArray wire(socket.pendingDatagramSize(), Qt::Uninitialized);
    socket.readDatagram(wire.data(), wire.size());
    return decodeDns(wire);
}

std::optional<DnsMessage> askTcp(const DnsMessage &query, quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    if (!QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 5'000))
        return std::nullopt;
    const QByteArray wire = encodeDns(query).value();
    QByteArray length(2, Qt::Uninitialized);
    qToBigEndian(static_cast<quint16>(wire.size()), length.data());
    socket.write(length.left(1)); // in pieces, as a network may deliver it
    socket.flush();
    socket.write(length.mid(1) + wire);
    QByteArray heard;
    const auto whole = [&] {
        heard += socket.readAll();
        return heard.size() > 2 && heard.size() == 2 + qFromBigEndian<quint16>(heard.constData());
    };
    return QTest::qWaitFor(whole, 5'000) ? decodeDns(heard.mid(2)) : std::nullopt;
}

} // namespace

class TestPracticeDns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<MovedClock>();
        m_zones = std::make_unique<PracticeZones>();
        m_zones->announce(QStringLiteral("shop.example"),
                          {{QString::fromLatin1(host), QString::fromLatin1(target), true}});
        m_dns = std::make_unique<PracticeDns>(*m_zones, *m_clock);
        QVERIFY(m_dns->listen());
    }

    void namesItsServers()
    {
        const DnsSettings settings = m_dns->settings();
        QCOMPARE(settings.resolvers.size(), 3);
        QCOMPARE(settings.resolvers.at(0).name, QStringLiteral("Practice resolver 1"));
        QSet<quint16> ports {settings.authoritativePort};
        for (const DnsServer &resolver : settings.resolvers)
            ports.insert(resolver.port);
        QCOMPARE(ports.size(), 4);
        QVERIFY(!ports.contains(0));
    }

    void leadsFromAZoneToItsServer()
    {
        const auto servers = resolver(0, "shop.example", DnsType::NS);
        QCOMPARE(servers.answers.size(), 1);
        QCOMPARE(nameIn(servers.answers.at(0)), QByteArray("ns1.practice-dns.example"));
        const auto address = resolver(0, nameIn(servers.answers.at(0)), DnsType::A);
        QCOMPARE(std::get<DnsAddressData>(address.answers.at(0).data).address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(resolver(0, "app.shop.example", DnsType::SOA).authority.at(0).owner, QByteArray("shop.example"));
        QCOMPARE(resolver(0, "shop.example", DnsType::SOA).answers.at(0).type, DnsType::SOA);
    }

    void answersAsEachKindOfServerDoes()
    {
        m_zones->enter(QString::fromLatin1(host), ZoneEntry::Right);
        const auto zone = authoritative(host, DnsType::A);
        QVERIFY(zone.authoritative);
        QVERIFY(!zone.recursionAvailable);
        QCOMPARE(zone.answers.size(), 1);
        const auto resolved = resolver(0, host, DnsType::A);
        QVERIFY(!resolved.authoritative);
        QVERIFY(resolved.recursionAvailable);
        QCOMPARE(resolved.answers.size(), 2);
        QCOMPARE(resolved.answers.at(1).owner, target);
        QCOMPARE(resolved.id, quint16(4711));
    }

    void holdsWhatWasEntered_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("wanted");

        QTest::newRow("right") << static_cast<int>(ZoneEntry::Right) << host << target;
        QTest::newRow("typo") << static_cast<int>(ZoneEntry::Typo) << host << QByteArray("fronted-api.clerk.services");
        QTest::newRow("doubled") << static_cast<int>(ZoneEntry::NameDoubled) << host + ".shop.example" << target;
    }

    void holdsWhatWasEntered()
    {
        QFETCH(int, entry);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, wanted);
        QVERIFY(m_zones->enter(QString::fromLatin1(host), static_cast<ZoneEntry>(entry)));
        QCOMPARE(nameIn(authoritative(name, DnsType::CNAME).answers.value(0)), wanted);
        QCOMPARE(authoritative(host, DnsType::CNAME).answers.isEmpty(), name != host);
        m_zones->enter(QString::fromLatin1(host), ZoneEntry::Absent);
        QVERIFY(authoritative(name, DnsType::CNAME).answers.isEmpty());
    }

    void hidesAProxiedRecordBehindItsAddresses()
    {
        m_zones->enter(QString::fromLatin1(host), ZoneEntry::Proxied);
        const auto cname = authoritative(host, DnsType::CNAME);
        QVERIFY(cname.answers.isEmpty());
        QCOMPARE(cname.rcode, DnsRcode::NoError);
        const auto addresses = authoritative(host, DnsType::A);
        QCOMPARE(addresses.answers.size(), 2);
        for (const DnsEntry &answer : addresses.answers) {
            const QHostAddress address = std::get<DnsAddressData>(answer.data).address;
            QVERIFY(address.isInSubnet(QHostAddress(QStringLiteral("104.16.0.0")), 13)
                    || address.isInSubnet(QHostAddress(QStringLiteral("172.64.0.0")), 13));
            QCOMPARE(answer.ttl, 300s);
        }
    }

    void tellsNoNameFromNoData()
    {
        const auto none = authoritative("none.shop.example", DnsType::CNAME);
        QCOMPARE(none.rcode, DnsRcode::NameError);
        QCOMPARE(none.authority.at(0).type, DnsType::SOA);
        m_zones->announce(
            QStringLiteral("shop.example"),
            {{QStringLiteral("clk._domainkey.shop.example"), QStringLiteral("dkim1.a.clerk.services"), true}});
        m_zones->enter(QStringLiteral("clk._domainkey.shop.example"), ZoneEntry::Right);
        const auto between = authoritative("_domainkey.shop.example", DnsType::CNAME);
        QCOMPARE(between.rcode, DnsRcode::NoError);
        QVERIFY(between.answers.isEmpty());
        QCOMPARE(authoritative("shop.example", DnsType::CAA).rcode, DnsRcode::NoError);
    }

    void hasNothingBelowInvalid()
    {
        QCOMPARE(authoritative("anything.invalid", DnsType::A).rcode, DnsRcode::NameError);
        QCOMPARE(resolver(0, "anything.invalid", DnsType::A).rcode, DnsRcode::NameError);
    }

    void knowsADomainThatNobodyHasRegistered()
    {
        const QByteArray nobodys = PracticeZones::unregistered;
        QCOMPARE(resolver(0, nobodys, DnsType::SOA).rcode, DnsRcode::NameError);
        QCOMPARE(resolver(0, "clerk." + nobodys, DnsType::A).rcode, DnsRcode::NameError);
        QCOMPARE(resolver(0, nobodys, DnsType::NS).authority.at(0).owner, QByteArray("example"));
        QVERIFY(survey(QString::fromLatin1(nobodys)).state == Zone::State::NotRegistered);
    }

    void knowsADomainOnWhichSomethingElseUsesClerksNames()
    {
        const QString domain = QString::fromLatin1(PracticeZones::occupied);
        const DomainSurvey seen = survey(domain);
        QVERIFY(seen.state == Zone::State::Found);
        QCOMPARE(seen.taken.size(), 2);
        QCOMPARE(seen.taken.at(0).target, QStringLiteral("customers.practice-hosting.example"));
        QVERIFY(seen.taken.at(1).by == TakenName::By::Records);
        QVERIFY(survey(QStringLiteral("shop.example")).taken.isEmpty());

        const QString accounts = QStringLiteral("accounts.") + domain;
        m_zones->announce(domain, {{accounts, QStringLiteral("accounts.clerk.services"), true}});
        QCOMPARE(nameIn(authoritative(accounts.toLatin1(), DnsType::CNAME).answers.at(0)),
                 QByteArray("customers.practice-hosting.example"));
        m_zones->enter(accounts, ZoneEntry::Right);
        const auto answers = authoritative(accounts.toLatin1(), DnsType::CNAME).answers;
        QCOMPARE(answers.size(), 1);
        QCOMPARE(nameIn(answers.at(0)), QByteArray("accounts.clerk.services"));
    }

    void remembersAtAResolverWhatDidNotExist()
    {
        QCOMPARE(resolver(0, host, DnsType::CNAME).rcode, DnsRcode::NameError);
        m_zones->enter(QString::fromLatin1(host), ZoneEntry::Right);
        m_clock->advance(2s);
        const auto old = resolver(0, host, DnsType::CNAME);
        QVERIFY(old.answers.isEmpty());
        QCOMPARE(old.authority.at(0).ttl, 3s);
        QCOMPARE(resolver(1, host, DnsType::CNAME).answers.size(), 1);
        QCOMPARE(authoritative(host, DnsType::CNAME).answers.size(), 1);
        m_clock->advance(3s);
        QCOMPARE(resolver(0, host, DnsType::CNAME).answers.size(), 1);
    }

    void answersOverTcpToo()
    {
        m_zones->enter(QString::fromLatin1(host), ZoneEntry::Right);
        const auto answer = askTcp(questionFor(host, DnsType::CNAME), m_dns->settings().authoritativePort);
        QVERIFY(answer);
        QCOMPARE(nameIn(answer->answers.value(0)), target);
    }

    void keepsSilentAboutGarbage()
    {
        QUdpSocket socket;
        socket.bind(QHostAddress(QHostAddress::LocalHost));
        socket.writeDatagram("nonsense", QHostAddress(QHostAddress::LocalHost), m_dns->settings().authoritativePort);
        QCOMPARE(authoritative("shop.example", DnsType::SOA).rcode, DnsRcode::NoError);
        QVERIFY(!socket.hasPendingDatagrams());
    }

    void cannotListenWhereSomebodyDoes()
    {
        PracticeDns second(*m_zones, *m_clock);
        QVERIFY(!second.listen(m_dns->settings().authoritativePort));
    }

private:
    /// What the assistant finds out about a domain before it creates anything.
    DomainSurvey survey(const QString &domain)
    {
        DnsClient client(*m_clock);
        DnsSurveyor surveyor(client, *m_clock, m_dns->settings());
        return waitFor(surveyor.survey(domain,
                                       {QStringLiteral("clerk.") + domain, QStringLiteral("accounts.") + domain,
                                        QStringLiteral("clkmail.") + domain}))
            .value();
    }
    DnsMessage authoritative(const QByteArray &name, DnsType type)
    {
        return ask(questionFor(name, type), m_dns->settings().authoritativePort);
    }
    DnsMessage resolver(int index, const QByteArray &name, DnsType type)
    {
        DnsMessage query = questionFor(name, type);
        query.recursionDesired = true;
        return ask(query, m_dns->settings().resolvers.at(index).port);
    }
    static DnsMessage ask(const DnsMessage &query, quint16 port)
    {
        const auto answer = askUdp(query, port);
        if (!answer)
            QTest::qFail("no answer within five seconds", __FILE__, __LINE__);
        return answer.value_or(DnsMessage());
    }

    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<PracticeZones> m_zones;
    std::unique_ptr<PracticeDns> m_dns;
};

QTEST_GUILESS_MAIN(TestPracticeDns)
#include "tst_practicedns.moc"
