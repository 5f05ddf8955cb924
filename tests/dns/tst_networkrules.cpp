#include "dns/judge/domainrules.h"
#include "dns/judge/networkrules.h"

#include <QTest>

using namespace golive;
using Kind = DnsFinding::Kind;

namespace {

DomainEvidence ordinary()
{
    DomainEvidence domain;
    domain.domain = "example.com";
    domain.zone.state = Zone::State::Found;
    domain.network.root = {DnsRcode::NoError, true, false};
    domain.network.resolvers = {8, 8};
    domain.network.authorities = {2, 2};
    domain.network.encrypted = {1, 1};
    return domain;
}

DomainEvidence blocked()
{
    DomainEvidence domain = ordinary();
    domain.network.root.reset();
    domain.network.resolvers = {3, 0};
    domain.network.authorities = {1, 0};
    domain.network.encrypted = {1, 1};
    return domain;
}

QList<Kind> kindsIn(const DomainEvidence &domain)
{
    QList<Kind> kinds;
    for (const DnsFinding &each : judgeNetwork(domain))
        kinds.append(each.kind);
    return kinds;
}

} // namespace

class TestNetworkRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryNetworkIsFine() { QVERIFY(judgeNetwork(ordinary()).isEmpty()); }

    void nothingKnownIsFine() { QVERIFY(judgeNetwork({}).isEmpty()); }

    void dnsIsBlockedWhenOnlyHttpsGetsThrough()
    {
        QCOMPARE(kindsIn(blocked()), {Kind::OnlyEncrypted});
        QVERIFY(keepsServersAway(blocked().network));
        QVERIFY(!silencingFinding(blocked())); // resolvers can be asked over HTTPS
    }

    void dnsIsNotBlockedBecause_data()
    {
        QTest::addColumn<DnsTally>("resolvers");
        QTest::addColumn<DnsTally>("authorities");
        QTest::addColumn<DnsTally>("encrypted");

        QTest::newRow("only two resolvers were asked") << DnsTally {2, 0} << DnsTally {1, 0} << DnsTally {1, 1};
        QTest::newRow("a resolver answered") << DnsTally {4, 1} << DnsTally {1, 0} << DnsTally {1, 1};
        QTest::newRow("no authority was asked") << DnsTally {3, 0} << DnsTally {0, 0} << DnsTally {1, 1};
        QTest::newRow("an authority answered") << DnsTally {3, 0} << DnsTally {2, 1} << DnsTally {1, 1};
        QTest::newRow("HTTPS fails as well") << DnsTally {3, 0} << DnsTally {1, 0} << DnsTally {3, 0};
    }

    void dnsIsNotBlockedBecause()
    {
        QFETCH(DnsTally, resolvers);
        QFETCH(DnsTally, authorities);
        QFETCH(DnsTally, encrypted);
        DomainEvidence domain = blocked();
        domain.network.resolvers = resolvers;
        domain.network.authorities = authorities;
        domain.network.encrypted = encrypted;
        QVERIFY(judgeNetwork(domain).isEmpty());
    }

    void dnsIsBlockedWhenNoResolverAnswersAtAll()
    {
        DomainEvidence domain;
        domain.zone.state = Zone::State::NetworkBlocked;
        QCOMPARE(kindsIn(domain), {Kind::DnsBlocked});
        QVERIFY(silencingFinding(domain)->kind == Kind::DnsBlocked);
    }

    void aZoneThatWasFoundDoesNotHideThatNobodyAnswersAnyMore()
    {
        DomainEvidence domain;
        domain.zone.state = Zone::State::Found;
        domain.zone.apex = "example.com";
        domain.inspection.servers = {ZoneServerCheck {.name = "ns1.dns-host.net"}};
        domain.silence = ResolverSilence::Certain;
        QCOMPARE(kindsIn(domain), {Kind::DnsBlocked});
    }

    void dnsIsInterceptedWhenTheRootIsNotItself_data()
    {
        QTest::addColumn<bool>("authoritative");
        QTest::addColumn<bool>("recursion");
        QTest::addColumn<DnsRcode>("rcode");
        QTest::addColumn<bool>("intercepted");

        QTest::newRow("the root") << true << false << DnsRcode::NoError << false;
        QTest::newRow("a resolver") << false << true << DnsRcode::NoError << true;
        QTest::newRow("one that refuses") << false << true << DnsRcode::Refused << true;
        QTest::newRow("one that claims authority") << true << true << DnsRcode::NoError << true;
        QTest::newRow("a forwarder") << false << false << DnsRcode::NoError << true;
    }

    void dnsIsInterceptedWhenTheRootIsNotItself()
    {
        QFETCH(bool, authoritative);
        QFETCH(bool, recursion);
        QFETCH(DnsRcode, rcode);
        QFETCH(bool, intercepted);
        DomainEvidence domain = ordinary();
        domain.network.root = {rcode, authoritative, recursion};
        QCOMPARE(isIntercepted(domain.network), intercepted);
        QCOMPARE(kindsIn(domain).contains(Kind::DnsIntercepted), intercepted);
        QCOMPARE(keepsServersAway(domain.network), intercepted);
        QVERIFY(!silencingFinding(domain));
    }

    void aRootThatWasNotHeardInterceptsNothing()
    {
        DomainEvidence domain = ordinary();
        domain.network.root.reset();
        QVERIFY(!isIntercepted(domain.network));
    }

    void anAddressForWhatCannotExistIsASignInPage()
    {
        DomainEvidence domain = ordinary();
        domain.network.inventsNames = true;
        domain.network.root = {DnsRcode::NoError, false, true};
        QCOMPARE(kindsIn(domain), {Kind::CaptivePortal});
        QVERIFY(silencingFinding(domain)->kind == Kind::CaptivePortal);
    }

    void theNetworksOwnInventionsMatterOnlyWhenNobodyElseAnswers()
    {
        DomainEvidence domain = ordinary();
        domain.network.systemInventsNames = true;
        QVERIFY(judgeNetwork(domain).isEmpty());
        domain.zone.state = Zone::State::NetworkBlocked;
        domain.network.resolvers = {3, 0};
        domain.network.encrypted = {1, 0};
        QCOMPARE(kindsIn(domain), {Kind::CaptivePortal});
    }

    void aServerWithOnlyIpv6IsMentioned()
    {
        DomainEvidence domain = ordinary();
        domain.network.ipv6OnlyServers = {"ns6.example.net"};
        const QList<DnsFinding> found = judgeNetwork(domain);
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].kind == Kind::Ipv6OnlyServer && severityOf(found[0].kind) == DnsFinding::Severity::Info);
        QCOMPARE(found[0].server, QStringLiteral("ns6.example.net"));
    }

    void aServerThatAsksForPatienceIsMentioned()
    {
        DomainEvidence domain = ordinary();
        domain.network.slowServers
            = {{QHostAddress(QStringLiteral("192.0.2.53")), 53, QStringLiteral("ns1.example.net")}};
        const QList<DnsFinding> found = judgeNetwork(domain);
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].kind == Kind::AskedToSlowDown);
        QCOMPARE(found[0].server, QStringLiteral("ns1.example.net (192.0.2.53)"));
    }

    void aWrongClockIsSaidEvenWhereDnsIsBlocked()
    {
        DomainEvidence domain = ordinary();
        domain.network.certificateTimesFail = true;
        QCOMPARE(kindsIn(domain), {Kind::ClockWrong});
        domain.zone.state = Zone::State::NetworkBlocked;
        QCOMPARE(kindsIn(domain), QList({Kind::DnsBlocked, Kind::ClockWrong}));
    }

    void whatHidesTheZoneLeavesItsCertificatesUnsaid()
    {
        DomainEvidence domain = ordinary();
        CertificateEvidence forbidding {.host = "clerk.example.com", .foundFor = "example.com", .owner = "example.com"};
        forbidding.rules = {{0, "issue", "issuer.example"}};
        domain.certificates = {forbidding};
        const auto kinds = [&domain] {
            QList<Kind> all;
            for (const DnsFinding &each : judgeDomain(domain))
                all.append(each.kind);
            return all;
        };
        QCOMPARE(kinds(), {Kind::CaaForbids});
        domain.zone.state = Zone::State::NetworkBlocked;
        QCOMPARE(kinds(), {Kind::DnsBlocked});
    }

    void whatInterceptsHidesWhatIsBehindIt()
    {
        DomainEvidence domain = ordinary();
        domain.network.root = {DnsRcode::NoError, false, true};
        domain.network.slowServers = {{QHostAddress(QStringLiteral("192.0.2.53"))}};
        QCOMPARE(kindsIn(domain), {Kind::DnsIntercepted});
    }
};

QTEST_APPLESS_MAIN(TestNetworkRules)
#include "tst_networkrules.moc"
