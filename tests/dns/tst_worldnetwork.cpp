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

    void hasNothingAgainstAnHonestNetwork()
    {
        const WorldLook look(domain, fiveOf(domain), DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 8000);
        QVERIFY2(look.watch.view().findings.isEmpty(), look.whatItSays().constData());
    }

    void saysWhatTheNetworkDoes_data()
    {
        QTest::addColumn<QString>("hook");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Kind>("kind");

        const QString redirecting = QStringLiteral("type nat hook output priority -100");
        const QString to = QStringLiteral("udp dport 53 dnat to ");
        QTest::newRow("F01 blocked") << dropping << onPort53 << Kind::OnlyEncrypted;
        QTest::newRow("F02 intercepted") << redirecting << to + QLatin1String(DnsWorld::systemResolver)
                                         << Kind::DnsIntercepted;
        QTest::newRow("F03 a page to sign in at")
            << redirecting << to + QLatin1String(DnsWorld::interceptor) << Kind::CaptivePortal;
    }

    void saysWhatTheNetworkDoes()
    {
        QFETCH(QString, hook);
        QFETCH(QString, rule);
        QFETCH(Kind, kind);
        const NetworkRules rules(hook, rule);
        const WorldLook look(domain, fiveOf(domain), DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 8000);
    }

    /// A laptop that is carried away, or an evening without internet: nobody's servers are to blame.
    void knowsItsOwnNetworkFromSilentServers()
    {
        const QString looked = QStringLiteral("empty.example");
        const WorldLook look(looked, fiveOf(looked), {DnsWorld::resolvers()}, 4);
        QTRY_VERIFY_WITH_TIMEOUT(look.says(Kind::Missing) && !look.watch.view().looking, 8000);
        {
            const NetworkRules rules(dropping, QStringLiteral("drop"));
            QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::DnsBlocked), look.whatItSays().constData(), 15'000);
            QVERIFY2(!look.says(Kind::NoServerAnswers), look.whatItSays().constData());
        }
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Missing), look.whatItSays().constData(), 8000);
    }

    /// Another Wi-Fi, which lets only its own DNS through.
    void goesOnOverHttpsWhenDnsGetsBlocked()
    {
        const QString looked = QStringLiteral("empty.example");
        const WorldLook look(looked, fiveOf(looked), DnsWorld::settings(), 4);
        QTRY_VERIFY_WITH_TIMEOUT(look.says(Kind::Missing) && !look.watch.view().looking, 8000);
        const NetworkRules rules(dropping, onPort53);
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::OnlyEncrypted), look.whatItSays().constData(), 15'000);
        QVERIFY2(!look.says(Kind::NoServerAnswers), look.whatItSays().constData());
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Missing), look.whatItSays().constData(), 8000);
    }

    void checksOverHttpsWhereTheZonesServersCannotBeAsked_data()
    {
        QTest::addColumn<QString>("hook");
        QTest::addColumn<QString>("rule");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("F01 blocked") << dropping << onPort53 << Kind::OnlyEncrypted;
        QTest::newRow("F02 intercepted") << QStringLiteral("type nat hook output priority -100")
                                         << QStringLiteral("udp dport 53 dnat to ")
                + QLatin1String(DnsWorld::systemResolver)
                                         << Kind::DnsIntercepted;
    }

    void checksOverHttpsWhereTheZonesServersCannotBeAsked()
    {
        QFETCH(QString, hook);
        QFETCH(QString, rule);
        QFETCH(Kind, kind);
        const NetworkRules rules(hook, rule);
        const WorldLook look(domain, fiveOf(domain), DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 8000);
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 15'000);
        QVERIFY2(look.watch.view().allPublished, look.whatItSays().constData());
        QCOMPARE(look.watch.view().findings.size(), 1);

        const QString mistaken = QStringLiteral("records.example");
        const WorldLook other(mistaken,
                              {record(QStringLiteral("typo.records.example"), QStringLiteral("typo.clerk.services"))},
                              DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(other.says(Kind::Typo), other.whatItSays().constData(), 15'000);
    }

    void tellsWhatOnlyThisComputerSees_data()
    {
        QTest::addColumn<QString>("looked");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("seen");
        QTest::newRow("F04 another answer in this network")
            << QStringLiteral("split-view.example") << Kind::LocalAnswerDiffers << QStringLiteral("10.1.2.3");
        QTest::newRow("F05 hosts file") << QStringLiteral("hosts-file.example") << Kind::HostsFileOverride
                                        << QStringLiteral("203.0.113.66");
    }

    void tellsWhatOnlyThisComputerSees()
    {
        QFETCH(QString, looked);
        QFETCH(Kind, kind);
        QFETCH(QString, seen);
        const WorldLook look(looked, fiveOf(looked), DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 15'000);
        QCOMPARE(look.watch.view().records[0].finding.seen, seen);
        QVERIFY(look.watch.view().allPublished);
    }

    /// F07: a server that refuses now and then, since it was asked often.
    void noticesThatAServerWantsToBeAskedLess()
    {
        const QString looked = QStringLiteral("empty.example");
        const WorldLook look(looked, fiveOf(looked), {DnsWorld::resolvers()}, 20);
        QTRY_VERIFY_WITH_TIMEOUT(look.says(Kind::Missing) && !look.watch.view().looking, 8000);
        const NetworkRules rules(
            QStringLiteral("type nat hook output priority -100"),
            QStringLiteral("ip daddr %1 udp dport 53 dnat to 203.0.113.77").arg(QLatin1String(DnsWorld::ns1)));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::AskedToSlowDown), look.whatItSays().constData(), 20'000);
        QVERIFY2(look.says(Kind::Missing), look.whatItSays().constData());
    }

    /// F22: one that fails again and again, where the others see the record.
    void noticesThatAResolverHasTroubleOfItsOwn()
    {
        const QString looked = QStringLiteral("trouble.example");
        const WorldLook look(looked, fiveOf(looked), {DnsWorld::resolvers()}, 10);
        const std::chrono::milliseconds since = look.clock.elapsed();
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::ResolverTrouble), look.whatItSays().constData(), 30'000);
        QVERIFY(look.clock.elapsed() - since >= std::chrono::minutes(1)); // one failure, or two, say nothing
        QCOMPARE(look.watch.view().records[0].resolversRight, 3);
    }

    void isNotSureOfWhatCannotBeReached()
    {
        const QString partly = QStringLiteral("six.example");
        const WorldLook look(partly, fiveOf(partly), DnsWorld::settings());
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Ipv6OnlyServer), look.whatItSays().constData(), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 8000);
        QVERIFY2(!look.says(Kind::DeadServer), look.whatItSays().constData());
    }

    void seesThatTheClockIsWrong()
    {
        DnsSettings settings = DnsWorld::settings();
        settings.resolvers = {DnsWorld::withHttps(DnsWorld::at(DnsWorld::wrongTime))};
        const WorldLook look(domain, fiveOf(domain), settings);
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::ClockWrong), look.whatItSays().constData(), 8000);
    }

    /// NSD gives ten equal answers a second; whoever asks faster gets none, or has to come by TCP.
    void asksNoFasterThanServersAnswer()
    {
        SystemClock clock;
        DnsClient client(clock);
        QList<QFuture<Result<DnsAnswer>>> open;
        for (int index = 0; index < 25; ++index)
            open.append(client.ask(DnsWorld::at(DnsWorld::limited),
                                   {"n" + QByteArray::number(index) + ".limited.example", DnsType::CNAME},
                                   {.recursion = false}));
        for (const auto &future : std::as_const(open)) {
            const auto answer = waitFor(future);
            QVERIFY(answer->answered() && !answer->overTcp);
        }
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
    inline static const QString domain = QStringLiteral("right.example");
    inline static const QString dropping = QStringLiteral("type filter hook output priority 0");
    inline static const QString onPort53 = QStringLiteral("meta l4proto { udp, tcp } th dport 53 drop");
};

QTEST_GUILESS_MAIN(TestWorldNetwork)
#include "tst_worldnetwork.moc"
