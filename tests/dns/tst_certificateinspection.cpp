#include "dns/ask/dnsclient.h"
#include "dns/look/certificateinspection.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;

namespace {

const QByteArray clerk = "clerk.example.com";
const QByteArray accounts = "accounts.example.com";

DnsEntry caa(const QByteArray &owner, const QByteArray &issuer)
{
    return {owner, DnsType::CAA, 300s, DnsCaaData {0, "issue", issuer}};
}

} // namespace

/// The zone example.com on two servers, and two resolvers that know it and the world around it.
class TestCertificateInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_first = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.1")));
        m_second = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.2")));
        m_resolver = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.3")));
        m_other = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.4")));
        for (DnsTestServer *server : everybody())
            server->addZone("example.com");
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()}) {
            server->recursive = true;
            server->addZone("com");
            server->addZone("clerk.services");
            server->add(addressEntry("com", QHostAddress(QStringLiteral("192.0.2.1")), 300s)); // for the control
        }
        add(addressEntry("example.com", QHostAddress(QStringLiteral("192.0.2.1")), 300s));
        m_zone = {};
        m_zone.state = Zone::State::Found;
        m_zone.apex = "example.com";
        m_zone.servers = {{"ns1.dns-host.net", {m_first->server(QStringLiteral("ns1.dns-host.net"))}},
                          {"ns2.dns-host.net", {m_second->server(QStringLiteral("ns2.dns-host.net"))}}};
        m_settings = {{m_resolver->server(), m_other->server()}, 53};
        m_client = std::make_unique<DnsClient>(m_clock);
    }

    void findsNoRules()
    {
        const auto found = inspect({{clerk, accounts}});
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].host, clerk);
        QVERIFY(found[0].rules.isEmpty() && !found[0].lookupFailed);
    }

    void findsTheRulesOfTheZoneForEveryHost()
    {
        add(caa("example.com", "letsencrypt.org"));
        add(caa("example.com", "pki.goog"));
        const auto found = inspect({{clerk, accounts}});
        for (const CertificateEvidence &each : found) {
            QCOMPARE(each.owner, QByteArray("example.com"));
            QCOMPARE(each.foundFor, QByteArray("example.com"));
            QCOMPARE(each.rules.size(), 2);
            QVERIFY(!each.throughCname());
        }
    }

    void asksOnceForWhatHostsHaveInCommon()
    {
        inspect({{clerk, accounts}});
        QCOMPARE(m_first->timesAsked("example.com") + m_second->timesAsked("example.com"), 1);
        QCOMPARE(m_resolver->timesAsked("com"), 1);
    }

    void asksNoResolverAboutTheZoneBeforeEverythingIsPublished()
    {
        inspect({{clerk, accounts}});
        publish(accounts);
        inspect({{clerk, accounts}, {accounts}});
        for (const DnsTestServer *resolver : {m_resolver.get(), m_other.get()}) {
            QCOMPARE(resolver->timesAsked("example.com"), 0);
            QCOMPARE(resolver->timesAsked(clerk), 0);
            QCOMPARE(resolver->timesAsked(accounts), 1);
        }
        QCOMPARE(m_first->timesAsked(clerk) + m_second->timesAsked(clerk), 0);
    }

    void asksOnlyResolversOnceEverythingIsPublished()
    {
        publish(clerk);
        m_resolver->add(caa("example.com", "pki.goog"));
        m_other->add(caa("example.com", "pki.goog"));
        const auto found = inspect({{clerk}, {clerk}, true});
        QCOMPARE(found[0].owner, QByteArray("example.com"));
        QCOMPARE(m_first->asked.size() + m_second->asked.size(), 0);
    }

    void takesTheNearestRules()
    {
        add(caa("example.com", "digicert.com"));
        add(caa("app.example.com", "letsencrypt.org"));
        const auto found = inspect({{"clerk.app.example.com", clerk}});
        QCOMPARE(found[0].owner, QByteArray("app.example.com"));
        QCOMPARE(found[0].rules.value(0).value, QByteArray("letsencrypt.org"));
        QCOMPARE(found[1].owner, QByteArray("example.com"));
    }

    void climbsAboveTheZoneThroughAResolver()
    {
        m_zone.apex = "app.example.com";
        for (DnsTestServer *server : {m_first.get(), m_second.get()})
            server->addZone("app.example.com");
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->add(caa("example.com", "digicert.com"));
        const auto found = inspect({{"clerk.app.example.com"}});
        QCOMPARE(found[0].owner, QByteArray("example.com"));
        QCOMPARE(m_first->timesAsked("example.com") + m_second->timesAsked("example.com"), 0);
    }

    void takesTheRulesOfClerksTarget()
    {
        publish(clerk);
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->add(caa("target.clerk.services", "letsencrypt.org"));
        add(caa("example.com", "digicert.com"));
        const auto found = inspect({{clerk}, {clerk}});
        QCOMPARE(found[0].owner, QByteArray("target.clerk.services"));
        QCOMPARE(found[0].foundFor, clerk);
        QVERIFY(found[0].isClerks());
    }

    void climbsFromTheHostAndNotFromItsTarget()
    {
        publish(clerk);
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->add(caa("clerk.services", "digicert.com"));
        add(caa("example.com", "letsencrypt.org"));
        QCOMPARE(inspect({{clerk}, {clerk}})[0].owner, QByteArray("example.com"));
    }

    void followsACnameAboveTheHostOutOfTheZone()
    {
        add(cnameEntry("app.example.com", "www.example.com", 300s));
        add(cnameEntry("www.example.com", "cname.hosting.net", 300s));
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->add(caa("cname.hosting.net", "letsencrypt.org"));
        const auto found = inspect({{"clerk.app.example.com"}});
        QCOMPARE(found[0].owner, QByteArray("cname.hosting.net"));
        QCOMPARE(found[0].foundFor, QByteArray("app.example.com"));
        QVERIFY(found[0].throughCname() && !found[0].isClerks());
        QCOMPARE(m_resolver->timesAsked("www.example.com"), 0);
    }

    void doesNotFollowInCirclesForEver()
    {
        add(cnameEntry("app.example.com", "www.example.com", 300s));
        add(cnameEntry("www.example.com", "app.example.com", 300s));
        add(caa("example.com", "letsencrypt.org"));
        QCOMPARE(inspect({{"clerk.app.example.com"}})[0].owner, QByteArray("example.com"));
        QVERIFY(m_first->asked.size() + m_second->asked.size() < 20);
    }

    void noticesServersThatCannotAnswerTheType_data()
    {
        QTest::addColumn<DnsRcode>("rcode");
        QTest::newRow("SERVFAIL") << DnsRcode::ServerFailure;
        QTest::newRow("NOTIMP") << DnsRcode::NotImplemented;
        QTest::newRow("REFUSED") << DnsRcode::Refused;
    }

    void noticesServersThatCannotAnswerTheType()
    {
        QFETCH(DnsRcode, rcode);
        for (DnsTestServer *server : {m_first.get(), m_second.get()})
            server->rcodesByType.insert(caaNumber, rcode);
        const auto found = inspect({{clerk}});
        QVERIFY(found[0].lookupFailed);
        QCOMPARE(found[0].failedName, QByteArray("example.com"));
        QCOMPARE(found[0].failedAt.name, QStringLiteral("ns2.dns-host.net"));
    }

    void noticesServersThatAreSilentAboutTheType()
    {
        for (DnsTestServer *server : {m_first.get(), m_second.get()})
            server->silentTypes = {DnsType::CAA};
        QVERIFY(inspect({{clerk}})[0].lookupFailed);
    }

    void isContentWithOneServerThatAnswers()
    {
        add(caa("example.com", "letsencrypt.org"));
        m_second->rcodesByType.insert(caaNumber, DnsRcode::NotImplemented);
        const auto found = inspect({{clerk}});
        QVERIFY(!found[0].lookupFailed);
        QCOMPARE(found[0].owner, QByteArray("example.com"));
    }

    void doesNotBlameTheTypeWhenServersAnswerNothing()
    {
        for (DnsTestServer *server : {m_first.get(), m_second.get()})
            server->rcode = DnsRcode::Refused;
        QVERIFY(!inspect({{clerk}})[0].lookupFailed);
    }

    void namesTheServerBehindAFailingResolver()
    {
        publish(clerk);
        for (DnsTestServer *server : everybody())
            server->rcodesByType.insert(caaNumber, DnsRcode::ServerFailure);
        const auto found = inspect({{clerk}, {clerk}, true});
        QVERIFY(found[0].lookupFailed);
        QCOMPARE(found[0].failedName, clerk);
        QCOMPARE(found[0].failedAt.name, QStringLiteral("ns2.dns-host.net"));
    }

    void noticesAZoneWhoseAnswersResolversDoNotAccept()
    {
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->rcodesByType.insert(caaNumber, DnsRcode::ServerFailure);
        const auto found = inspect({{"clerk.app.example.com"}, {}, true});
        QVERIFY(found[0].lookupFailed);
        QVERIFY(found[0].failedAt.address.isNull());
    }

    void doesNotBlameTheProviderForClerksServers()
    {
        publish(clerk);
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->rcodesByType.insert(caaNumber, DnsRcode::ServerFailure);
        m_resolver->manners.insert("com", DnsTestServer::Manner::Drop); // nor to blame
        m_other->manners.insert("com", DnsTestServer::Manner::Drop);
        QVERIFY(!inspect({{clerk}, {clerk}})[0].lookupFailed);
    }

    void rulesBelowAFailureCount()
    {
        add(caa("app.example.com", "pki.goog"));
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->rcodesByType.insert(caaNumber, DnsRcode::ServerFailure);
        const auto found = inspect({{"clerk.app.example.com"}});
        QVERIFY(!found[0].lookupFailed);
        QCOMPARE(found[0].owner, QByteArray("app.example.com"));
    }

    void saysNothingOfOtherZones()
    {
        QCOMPARE(inspect({{"clerk.example.net"}}).size(), 0);
        m_zone.state = Zone::State::NotRegistered;
        QCOMPARE(inspect({{clerk}}).size(), 0);
        QCOMPARE(m_first->asked.size() + m_resolver->asked.size(), 0);
    }

    void asksOnlySoMuch()
    {
        CertificateHosts hosts;
        for (int i = 0; i < 500; ++i)
            hosts.names.append("clerk.a" + QByteArray::number(i) + ".b.example.com");
        QCOMPARE(inspect(hosts).size(), 16);
        QVERIFY(m_client->sent() < 60);
    }

private:
    static constexpr auto caaNumber = static_cast<quint16>(DnsType::CAA);

    [[nodiscard]] QList<DnsTestServer *> everybody() const
    {
        return {m_first.get(), m_second.get(), m_resolver.get(), m_other.get()};
    }

    void add(const DnsEntry &entry)
    {
        for (DnsTestServer *server : everybody())
            server->add(entry);
    }

    void publish(const QByteArray &host)
    {
        add(cnameEntry(host, "target.clerk.services", 300s));
        for (DnsTestServer *server : {m_resolver.get(), m_other.get()})
            server->add(addressEntry("target.clerk.services", QHostAddress(QStringLiteral("192.0.2.9")), 300s));
    }

    QList<CertificateEvidence> inspect(const CertificateHosts &hosts)
    {
        const auto answer = inspectCertificates(*m_client, m_settings, m_zone, hosts);
        for (int turn = 0; turn < 200 && !answer.isFinished(); ++turn) {
            QTest::qWait(5);
            m_clock.advance(100ms);
        }
        return waitFor(answer).value();
    }

    MovedClock m_clock;
    std::unique_ptr<DnsTestServer> m_first;
    std::unique_ptr<DnsTestServer> m_second;
    std::unique_ptr<DnsTestServer> m_resolver;
    std::unique_ptr<DnsTestServer> m_other;
    Zone m_zone;
    DnsSettings m_settings;
    std::unique_ptr<DnsClient> m_client;
};

QTEST_GUILESS_MAIN(TestCertificateInspection)
#include "tst_certificateinspection.moc"
