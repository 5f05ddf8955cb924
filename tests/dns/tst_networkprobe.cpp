#include "dns/ask/dnsclient.h"
#include "dns/look/networkprobe.h"
#include "testkit/dohserver.h"
#include "testkit/movedclock.h"
#include "testkit/testauthority.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;
using Manner = DnsTestServer::Manner;

class TestNetworkProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_root = std::make_unique<DnsTestServer>();
        m_root->addZone(".");
        m_resolver = std::make_unique<DnsTestServer>();
        m_resolver->recursive = true;
        m_own = std::make_unique<DnsTestServer>();
        m_own->recursive = true;
        m_clock = std::make_unique<MovedClock>();
        m_client = std::make_unique<DnsClient>(*m_clock);
        m_settings = {};
        m_settings.rootServers = {m_root->server()};
        m_settings.resolvers = {m_resolver->server()};
        m_settings.systemServers = {m_own->server()};
    }

    void cleanup() { m_client.reset(); }

    void seesTheRootAsItIs()
    {
        const NetworkEvidence found = probe();
        QVERIFY(found.root && found.root->authoritative && !found.root->recursionAvailable);
        QVERIFY(!found.inventsNames && !found.systemInventsNames);
        QCOMPARE(m_root->asked.size(), 1);
        QVERIFY(!m_root->asked[0].recursion && m_root->asked[0].question.name == ".");
    }

    void seesWhoAnswersInItsPlace()
    {
        m_root->recursive = true;
        m_root->rcode = DnsRcode::Refused;
        const NetworkEvidence found = probe();
        QVERIFY(found.root && !found.root->authoritative && found.root->recursionAvailable);
        QVERIFY(found.root->rcode == DnsRcode::Refused);
    }

    void asksTheNextRootServerWhenOneIsSilent()
    {
        DnsServer closed = m_root->server();
        closed.port = 1;
        m_settings.rootServers.prepend(closed);
        QVERIFY(probe().root);
    }

    void seesInventedNames_data()
    {
        QTest::addColumn<bool>("byResolver");
        QTest::addColumn<bool>("bySystem");
        QTest::newRow("resolver") << true << false;
        QTest::newRow("system") << false << true;
    }

    void seesInventedNames()
    {
        QFETCH(bool, byResolver);
        QFETCH(bool, bySystem);
        (byResolver ? m_resolver : m_own)
            ->add(addressEntry("*.invalid", QHostAddress(QStringLiteral("192.0.2.80")), 60s));
        const NetworkEvidence found = probe();
        QCOMPARE(found.inventsNames, byResolver);
        QCOMPARE(found.systemInventsNames, bySystem);
    }

    void asksForAnotherNameEachTime()
    {
        probe();
        probe();
        QCOMPARE(m_resolver->asked.size(), 2);
        QVERIFY(m_resolver->asked[0].question.name != m_resolver->asked[1].question.name);
    }

    void asksNobodyItWasNotGiven()
    {
        m_settings = {};
        QVERIFY(probe() == NetworkEvidence());
        QCOMPARE(m_client->sent(), 0);
    }

    void seesThatThereIsNoWayToAServer()
    {
        // Without a zone, nobody can tell which link it is on.
        const DnsServer six {QHostAddress(QStringLiteral("fe80::53")), 53, QStringLiteral("ns6.example.net")};
        const DnsServer four = m_root->server();
        Zone zone;
        zone.servers = {{"ns6.example.net", {six}}, {"both.example.net", {four, six}}};
        QCOMPARE(probe(zone).ipv6OnlyServers, QByteArrayList {"ns6.example.net"});
    }

    void saysWhatQuestionsHaveShown()
    {
        m_settings.resolvers[0].doh = QUrl(QStringLiteral("https://127.0.0.1:1/"));
        const NetworkEvidence found = observedBy(*m_client, probe());
        QVERIFY((found.resolvers == DnsTally {1, 1}));
        QVERIFY((found.authorities == DnsTally {1, 1}));
        QVERIFY((found.encrypted == DnsTally {0, 0}));
    }

    void checksTheClockOnce()
    {
        if (!TestAuthority::isPossible())
            QSKIP("openssl is not installed: the check of the clock has not been tested");
        TestAuthority authority;
        authority.issue(QStringLiteral("good"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("20200101"),
                        QStringLiteral("20450101"));
        authority.issue(QStringLiteral("old"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("20200101"),
                        QStringLiteral("20200201"));
        DohServer expired(*m_resolver, authority.serverSide(QStringLiteral("old")));
        m_client->setTls(authority.clientSide());
        m_settings.resolvers = {expired.server()};
        m_settings.checksClock = true;
        QVERIFY(observedBy(*m_client, probe()).certificateTimesFail);

        DohServer good(*m_resolver, authority.serverSide(QStringLiteral("good")));
        m_settings.resolvers = {good.server()};
        QVERIFY(!observedBy(*m_client, probe()).certificateTimesFail);
        probe();
        QCOMPARE(good.asked.size(), 1);
        QVERIFY(good.asked[0].question.name == ".");
    }

    void mayBeDeletedWhileAsking()
    {
        m_root->manner = Manner::Drop;
        const QFuture<Result<NetworkEvidence>> evidence = probeNetwork(*m_client, m_settings, {});
        QTRY_COMPARE(m_root->asked.size(), 1);
        m_client.reset();
        QVERIFY(waitFor(evidence).error().kind == Error::Kind::Cancelled);
    }

private:
    NetworkEvidence probe(const Zone &zone = {})
    {
        return waitFor(probeNetwork(*m_client, m_settings, zone)).value_or(NetworkEvidence());
    }

    std::unique_ptr<DnsTestServer> m_root;
    std::unique_ptr<DnsTestServer> m_resolver;
    std::unique_ptr<DnsTestServer> m_own;
    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<DnsClient> m_client;
    DnsSettings m_settings;
};

QTEST_GUILESS_MAIN(TestNetworkProbe)
#include "tst_networkprobe.moc"
