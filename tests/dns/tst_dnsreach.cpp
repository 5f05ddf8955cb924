#include "dns/ask/dnsreach.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Outcome = DnsAnswer::Outcome;

namespace {

DnsServer resolver(int number)
{
    return {QHostAddress(QStringLiteral("192.0.2.%1").arg(number)), 53, {}, QUrl(QStringLiteral("https://dns.test/"))};
}

const DnsServer own {QHostAddress(QStringLiteral("203.0.113.1")), 53, QStringLiteral("the network's")};
const DnsServer authority {QHostAddress(QStringLiteral("198.51.100.1")), 53, QStringLiteral("ns1.example.net")};
constexpr DnsManner plain {};
constexpr DnsManner toZone {.recursion = false};

DnsReach silentReach(int resolvers, Outcome outcome = Outcome::TimedOut)
{
    DnsReach reach;
    for (int number = 1; number <= resolvers; ++number)
        reach.directEnded(resolver(number), plain, outcome);
    return reach;
}

DnsReach blockedReach()
{
    DnsReach reach = silentReach(3);
    reach.encryptedEnded(resolver(3), Outcome::Answered, 2s);
    return reach;
}

} // namespace

class TestDnsReach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeSilentResolversAreWorthATryOverHttps()
    {
        QVERIFY(!silentReach(2).continuesEncrypted(resolver(2), 0s));
        QVERIFY(silentReach(3).continuesEncrypted(resolver(3), 0s));
        QVERIFY(silentReach(3, Outcome::Unreachable).continuesEncrypted(resolver(3), 0s));
        QVERIFY(!silentReach(3).continuesEncrypted(authority, 0s));
    }

    void theSameOneThreeTimesIsNot()
    {
        DnsReach reach;
        for (int time = 0; time < 3; ++time)
            reach.directEnded(resolver(1), plain, Outcome::TimedOut);
        QVERIFY(!reach.continuesEncrypted(resolver(1), 0s));
    }

    void isBlockedOnceAnAnswerComesOverHttps()
    {
        QVERIFY(!silentReach(3).beginsEncrypted(resolver(1), 2s));
        DnsReach reach = blockedReach();
        QVERIFY(reach.beginsEncrypted(resolver(1), 3s));
        QVERIFY(!reach.beginsEncrypted(authority, 3s));
        QVERIFY((reach.resolvers() == DnsTally {3, 0}));
        QVERIFY((reach.encrypted() == DnsTally {1, 1}));
    }

    void anAnswerOverHttpsAloneBlocksNothing()
    {
        DnsReach reach = silentReach(2);
        reach.encryptedEnded(resolver(3), Outcome::Answered, 2s);
        QVERIFY(!reach.beginsEncrypted(resolver(3), 2s));
    }

    void findsOutOnceAMinuteWhetherItIsStillBlocked()
    {
        DnsReach reach = blockedReach();
        QVERIFY(reach.beginsEncrypted(resolver(1), 61s));
        QVERIFY(!reach.beginsEncrypted(resolver(1), 62s));
        QVERIFY(reach.beginsEncrypted(resolver(1), 63s));
        reach.directEnded(resolver(1), plain, Outcome::Answered);
        QVERIFY(!reach.beginsEncrypted(resolver(1), 64s));
        QVERIFY((reach.resolvers() == DnsTally {1, 1}));
    }

    void anAuthorityThatAnswersShowsThatNothingIsBlocked()
    {
        DnsReach reach = blockedReach();
        reach.directEnded(authority, toZone, Outcome::Answered);
        QVERIFY(!reach.beginsEncrypted(resolver(1), 3s));
        QVERIFY((reach.authorities() == DnsTally {1, 1}));
    }

    void theNetworksOwnResolverShowsNothing()
    {
        DnsReach reach = blockedReach();
        reach.directEnded(own, plain, Outcome::Answered);
        QVERIFY(reach.beginsEncrypted(resolver(1), 3s));
        QVERIFY((reach.authorities() == DnsTally {0, 0}));
    }

    void forgetsWhoAnsweredInAnotherNetwork()
    {
        DnsReach reach;
        reach.directEnded(resolver(8), plain, Outcome::Answered);
        reach.directEnded(authority, toZone, Outcome::Answered);
        for (int number = 1; number <= 3; ++number)
            reach.directEnded(resolver(number), plain, Outcome::TimedOut);
        reach.encryptedEnded(resolver(1), Outcome::Answered, 2s);
        QVERIFY((reach.resolvers() == DnsTally {3, 0}));
        QVERIFY((reach.authorities() == DnsTally {0, 0}));
    }

    void letsHttpsRestWhenItFailsToo()
    {
        DnsReach reach = silentReach(3);
        reach.encryptedEnded(resolver(3), Outcome::Unreachable, 2s);
        QVERIFY(!reach.continuesEncrypted(resolver(3), 3s));
        QVERIFY(reach.continuesEncrypted(resolver(3), 32s));
        QVERIFY((reach.encrypted() == DnsTally {1, 0}));
    }

    void aStrangersPageIsNoAnswer()
    {
        DnsReach reach = silentReach(3);
        reach.encryptedEnded(resolver(3), Outcome::Malformed, 2s);
        QVERIFY(!reach.beginsEncrypted(resolver(3), 2s));
    }

    void remembersThatTheClockMayBeWrong()
    {
        DnsReach reach;
        reach.encryptedEnded(resolver(1), Outcome::OutsideCertificateTime, 1s);
        QVERIFY(reach.certificateTimesFail());
        reach.encryptedEnded(resolver(2), Outcome::TimedOut, 1s);
        QVERIFY(reach.certificateTimesFail());
        reach.encryptedEnded(resolver(1), Outcome::Answered, 1s);
        QVERIFY(!reach.certificateTimesFail());
    }
};

QTEST_APPLESS_MAIN(TestDnsReach)
#include "tst_dnsreach.moc"
