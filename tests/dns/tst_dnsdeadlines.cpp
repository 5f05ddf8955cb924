#include "dns/ask/dnsdeadlines.h"
#include "testkit/movedclock.h"

#include <QStringList>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

/// Many waits on one alarm.
class TestDnsDeadlines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsEachWaitAtItsOwnMoment()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        QStringList done;
        const auto late = deadlines.after(900ms, [&] { done << QStringLiteral("late"); });
        const auto early = deadlines.after(300ms, [&] { done << QStringLiteral("early"); });
        const auto middle = deadlines.after(600ms, [&] { done << QStringLiteral("middle"); });

        clock.advance(299ms);
        QVERIFY(done.isEmpty());
        clock.advance(1ms);
        QCOMPARE(done, QStringList {QStringLiteral("early")});
        clock.advance(600ms);
        QCOMPARE(done.join(QLatin1Char(' ')), QStringLiteral("early middle late"));
    }

    void forgetsWhatWasGivenUp()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        QStringList done;
        auto first = deadlines.after(300ms, [&] { done << QStringLiteral("first"); });
        const auto second = deadlines.after(600ms, [&] { done << QStringLiteral("second"); });
        first.giveUp();
        clock.advance(1s);
        QCOMPARE(done, QStringList {QStringLiteral("second")});
    }

    void waitsForNothingOnceNobodyWaits()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        {
            const auto one = deadlines.after(300ms, [] { QFAIL("given up"); });
            const auto other = deadlines.after(600ms, [] { QFAIL("given up"); });
            QCOMPARE(clock.waiting(), 1);
        }
        QCOMPARE(clock.waiting(), 0);
        clock.advance(1s);
    }

    void waitsAnewFromWithinTheEndOfAWait()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        int ended = 0;
        DnsDeadlines::Wait wait;
        wait = deadlines.after(600ms, [&] {
            ++ended;
            wait = deadlines.after(1200ms, [&] { ++ended; });
        });
        clock.advance(600ms);
        QCOMPARE(ended, 1);
        clock.advance(1199ms);
        QCOMPARE(ended, 1);
        clock.advance(1ms);
        QCOMPARE(ended, 2);
    }

    void mayBeGivenUpByAnotherThatEnds()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        DnsDeadlines::Wait other;
        const auto one = deadlines.after(300ms, [&] { other.giveUp(); });
        other = deadlines.after(300ms, [] { QFAIL("given up"); });
        clock.advance(1s);
        QCOMPARE(clock.waiting(), 0);
    }

    void isNotFooledByAnAlarmThatRingsEarly()
    {
        MovedClock clock;
        DnsDeadlines deadlines(clock);
        int ended = 0;
        auto sooner = deadlines.after(300ms, [] { QFAIL("given up"); });
        const auto later = deadlines.after(900ms, [&] { ++ended; });
        sooner.giveUp(); // the alarm stays where it was
        clock.advance(300ms);
        QCOMPARE(ended, 0);
        clock.advance(600ms);
        QCOMPARE(ended, 1);
    }
};

QTEST_GUILESS_MAIN(TestDnsDeadlines)
#include "tst_dnsdeadlines.moc"
