#include "testkit/movedclock.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

class TestMovedClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsNothingBeforeItsTime()
    {
        MovedClock clock;
        QObject context;
        bool ran = false;
        clock.callAfter(10ms, &context, [&] { ran = true; });

        clock.advance(9ms);
        QVERIFY(!ran);
        QCOMPARE(clock.untilNext(), 1ms);
        clock.advance(1ms);
        QVERIFY(ran);
        QCOMPARE(clock.waiting(), 0);
    }

    void runsInTheOrderOfTimeAndEachAtItsOwnMoment()
    {
        MovedClock clock;
        QObject context;
        const auto start = clock.elapsed();
        const QDateTime morning = clock.now();
        QList<qint64> ran;
        clock.callAfter(20ms, &context, [&] { ran.append((clock.elapsed() - start).count()); });
        clock.callAfter(10ms, &context, [&] {
            ran.append((clock.elapsed() - start).count());
            clock.callAfter(5ms, &context, [&] { ran.append((clock.elapsed() - start).count()); });
        });

        clock.advance(30ms);

        QCOMPARE(ran, QList<qint64>({10, 15, 20}));
        QCOMPARE(clock.elapsed() - start, 30ms);
        QCOMPARE(clock.now(), morning.addMSecs(30));
    }

    void runsNothingForAContextThatIsGone()
    {
        MovedClock clock;
        auto context = std::make_unique<QObject>();
        bool ran = false;
        clock.callAfter(1ms, context.get(), [&] { ran = true; });

        context.reset();
        QCOMPARE(clock.waiting(), 0);
        clock.advance(1ms);

        QVERIFY(!ran);
    }

    void settingTheWallClockMovesNothingElse()
    {
        MovedClock clock;
        const auto before = clock.elapsed();

        clock.setNow(clock.now().addDays(-1));

        QCOMPARE(clock.elapsed(), before);
    }
};

QTEST_APPLESS_MAIN(TestMovedClock)
#include "tst_movedclock.moc"
