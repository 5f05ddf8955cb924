#include "testkit/waitfor.h"
#include "testkit/worldlook.h"

using namespace golive;
using Kind = DnsFinding::Kind;

/// What networks do to DNS, done to real servers.
class TestWorldNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!DnsWorld::isAround())
            QSKIP("this program wants to be run by tests/dnsworld/world.py");
    }

    void seesThatDnsIsBlocked()
    {
        const NetworkRules blocked(dropping, onPort53);
        const WorldLook look(QStringLiteral("right.example"), fiveOf(QStringLiteral("right.example")));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::DnsBlocked), look.whatItSays().constData(), 8000);
    }

    void goesOverHttpsWhereDnsIsBlocked()
    {
        const NetworkRules blocked(dropping, onPort53);
        SystemClock clock;
        DnsClient client(clock);
        client.setTls(DnsWorld::tls());
        for (const DnsServer &resolver : DnsWorld::encryptedResolvers())
            (void)waitFor(client.ask(resolver, {"right.example", DnsType::SOA}));
        const auto answer = waitFor(client.ask(DnsWorld::encryptedResolvers()[0], {"right.example", DnsType::NS}));
        QVERIFY(answer->conclusive());
        QCOMPARE(answer->message.answers.size(), 2);
        QVERIFY(client.reach().encrypted().answered > 0);
        QCOMPARE(client.reach().resolvers().answered, 0);
    }

    void noticesACertificateOfAnotherTime()
    {
        SystemClock clock;
        DnsClient client(clock);
        client.setTls(DnsWorld::tls());
        const DnsServer late = DnsWorld::withHttps(DnsWorld::at(DnsWorld::wrongTime));
        const auto answer
            = waitFor(client.ask(late, {"right.example", DnsType::SOA}, {.way = DnsManner::Way::Encrypted}));
        QVERIFY(answer->outcome == DnsAnswer::Outcome::OutsideCertificateTime);
        QVERIFY(client.reach().certificateTimesFail());
    }

private:
    inline static const QString dropping = QStringLiteral("type filter hook output priority 0");
    inline static const QString onPort53 = QStringLiteral("meta l4proto { udp, tcp } th dport 53 drop");
};

QTEST_GUILESS_MAIN(TestWorldNetwork)
#include "tst_worldnetwork.moc"
