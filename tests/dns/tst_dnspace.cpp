#include "dns/ask/dnspace.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Outcome = DnsAnswer::Outcome;

namespace {

const DnsServer server {QHostAddress(QStringLiteral("192.0.2.53")), 53, QStringLiteral("ns1.example.net")};

DnsAnswer answered(DnsRcode rcode)
{
    DnsAnswer answer;
    answer.outcome = Outcome::Answered;
    answer.server = server;
    answer.message.rcode = rcode;
    return answer;
}

DnsAnswer silence()
{
    DnsAnswer answer;
    answer.server = server;
    return answer;
}

/// How many questions may go in the second that begins at `from`, asked as often as possible.
int allowedIn(DnsPace &pace, milliseconds from, milliseconds span = 1s)
{
    int allowed = 0;
    for (milliseconds now = from; now < from + span; now += 10ms)
        while (pace.waitBefore(server, now) == 0ms)
            ++allowed;
    return allowed;
}

} // namespace

class TestDnsPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsTenASecond()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 1s), 10);
        QVERIFY(pace.waitBefore(server, 1999ms) == 1ms);
        QCOMPARE(allowedIn(pace, 2s, 10s), 100);
    }

    void countsEveryServerByItself()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 1s), 10);
        DnsServer other = server;
        other.port = 54;
        QVERIFY(pace.waitBefore(other, 1s) == 0ms);
    }

    void asksFourTimesLessOftenAfterRefusals()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 0s), 10);
        pace.ended(answered(DnsRcode::NoError), 1s);
        pace.ended(answered(DnsRcode::Refused), 1s);
        pace.ended(answered(DnsRcode::Refused), 1s);
        QCOMPARE(allowedIn(pace, 1s, 3s), 0);
        QCOMPARE(allowedIn(pace, 4s, 40s), 100);
    }

    void asksLessOftenAfterSilence()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 0s), 10);
        pace.ended(answered(DnsRcode::NameError), 1s);
        pace.ended(silence(), 2s);
        pace.ended(silence(), 2s);
        QCOMPARE(allowedIn(pace, 4s, 4s), 10);
    }

    void oneLostDatagramIsNoTrouble()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 0s), 10);
        for (int each = 0; each < 5; ++each) {
            pace.ended(answered(DnsRcode::NoError), 1s);
            pace.ended(silence(), 1s);
        }
        QCOMPARE(allowedIn(pace, 1s), 10);
    }

    void aServerThatNeverAnsweredIsLame()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 0s), 10);
        for (int each = 0; each < 5; ++each)
            pace.ended(answered(DnsRcode::Refused), 1s);
        QCOMPARE(allowedIn(pace, 1s), 10);
        QVERIFY(pace.slowed(60s).isEmpty());
    }

    void recoversWhenAnswersCome()
    {
        DnsPace pace;
        refuse(pace);
        pace.ended(answered(DnsRcode::NoError), 5s);
        QCOMPARE(allowedIn(pace, 8s, 4s), 10);
        pace.ended(answered(DnsRcode::NoError), 11s);
        QCOMPARE(allowedIn(pace, 20s), 10);
    }

    void mentionsItAfterHalfAMinute()
    {
        DnsPace pace;
        refuse(pace);
        QVERIFY(pace.slowed(31s).isEmpty());
        QVERIFY(pace.slowed(31001ms) == QList<DnsServer> {server});
        pace.ended(answered(DnsRcode::NoError), 40s);
        QVERIFY(pace.slowed(41s).isEmpty());
    }

    void doesNotMentionADeadServer()
    {
        DnsPace pace;
        QCOMPARE(allowedIn(pace, 0s), 10);
        pace.ended(answered(DnsRcode::NoError), 1s);
        for (int each = 0; each < 5; ++each)
            pace.ended(silence(), 1s);
        QVERIFY(pace.slowed(60s).isEmpty());
    }

    void remembersAThousandServersNoLongerThanNeeded()
    {
        DnsPace pace;
        DnsServer each = server;
        for (int port = 1; port <= 5000; ++port) {
            each.port = static_cast<quint16>(port);
            QVERIFY(pace.waitBefore(each, milliseconds(port)) == 0ms);
        }
        QCOMPARE(allowedIn(pace, 6s), 10);
    }

private:
    static void refuse(DnsPace &pace)
    {
        QCOMPARE(allowedIn(pace, 0s), 10);
        pace.ended(answered(DnsRcode::NoError), 1s);
        pace.ended(answered(DnsRcode::Refused), 1s);
        pace.ended(answered(DnsRcode::Refused), 1s);
    }
};

QTEST_APPLESS_MAIN(TestDnsPace)
#include "tst_dnspace.moc"
