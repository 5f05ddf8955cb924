#include "testkit/dnsbench.h"
#include "wizard/errortext.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Bench = DnsBench;
using Kind = DnsFinding::Kind;

namespace {

constexpr std::pair found {RecordProgress::AtProvider, Kind::None};

} // namespace

class TestDnsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void watchesExactlyWhatClerkLists()
    {
        Bench bench(sampleRecords().mid(0, 3));
        bench.enter();
        QVERIFY(bench.watch.running);
        QCOMPARE(bench.watch.watchedDomain, QStringLiteral("example.com"));
        QCOMPARE(bench.watch.watchedRecords, sampleRecords().mid(0, 3));
        QCOMPARE(bench.watch.clerkStatus, sampleStatus(0, sampleRecords().mid(0, 3)));
        QCOMPARE(bench.model.state().rows.size(), 3);

        bench.model.leave();
        QVERIFY(!bench.watch.running);
    }

    void leavesClerkInPeaceWhileRecordsAreMissing()
    {
        Bench bench;
        bench.enter();
        bench.watch.see(sampleView({found, found}));
        QCOMPARE(bench.api.status.calls(), 1);
        bench.pass(59s);
        QCOMPARE(bench.api.status.calls(), 1);
        bench.pass(1s);
        QCOMPARE(bench.api.status.calls(), 2);
        QCOMPARE(bench.api.dnsCheck.calls(), 0);
    }

    void asksClerkToLookOnceAndThenReadsItsAnswer()
    {
        Bench bench;
        bench.enter();
        bench.publish();
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        int reads = bench.api.status.calls();
        for (const auto wait : {3s, 6s, 12s, 24s, 30s, 30s, 30s}) {
            bench.pass(wait - 1ms);
            QCOMPARE(bench.api.status.calls(), reads);
            bench.pass(1ms);
            QCOMPARE(bench.api.status.calls(), ++reads);
        }
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        QVERIFY(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk was asked to look at 09:00")));

        bench.api.status = sampleStatus(5);
        bench.pass(30s);
        QCOMPARE(bench.model.state().headline, QStringLiteral("All records are in place, and Clerk sees them."));
        QCOMPARE(bench.model.state().clerkLine, QString());
        reads = bench.api.status.calls();
        bench.pass(1h);
        QCOMPARE(bench.api.status.calls(), reads);
    }

    void saysWhenClerkLooked()
    {
        Bench bench;
        DomainStatus checked = sampleStatus();
        checked.lastRunAt = bench.clock.now().addSecs(1);
        bench.api.dnsCheck = checked;
        bench.enter();
        bench.publish();
        QVERIFY2(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk last looked at 09:00:01")),
                 qPrintable(bench.model.state().clerkLine));
        bench.pass(3s); // a status does not tell
        QVERIFY(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk last looked at 09:00:01")));
    }

    void takesBusyForLooking()
    {
        Bench bench;
        bench.api.dnsCheck = failure(Error::Kind::Busy);
        bench.enter();
        bench.publish();
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        QVERIFY(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk was asked to look")));
        bench.pass(3s);
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
    }

    void hasClerkLookAgainAfterFiveMinutes()
    {
        Bench bench;
        bench.enter();
        bench.publish();
        bench.pass(4min + 59s);
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        bench.pass(31s);
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
    }

    void hasClerkLookAtRecordsThatWerePutBack()
    {
        Bench bench;
        bench.enter();
        bench.publish();
        bench.watch.see(sampleView({found, found}));
        bench.pass(10min);
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        bench.watch.see(everythingPublished()); // without published(): the watch has said so once
        settle();
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
    }

    void asksAtOnceEvenWhenAReadingIsUnderWay()
    {
        Bench bench;
        bench.api.status.hold();
        bench.enter();
        bench.publish();
        QCOMPARE(bench.api.dnsCheck.calls(), 0);
        bench.api.status.release();
        settle();
        bench.pass(0s);
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
    }

    void staysCalmWhenClerkCannotBeAsked()
    {
        Bench bench;
        bench.enter();
        bench.api.dnsCheck.once(failure(Error::Kind::Offline));
        bench.publish();
        QVERIFY2(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk could not be asked at 09:00:00: Clerk "
                                                                         "could not be reached.")),
                 qPrintable(bench.model.state().clerkLine));
        QVERIFY(bench.model.state().clerkLine.endsWith(QStringLiteral("Trying again in 6 s.")));
        QVERIFY(bench.model.state().notice.isEmpty());
        QVERIFY(bench.watch.running);
        bench.pass(2s);
        QVERIFY(bench.model.state().clerkLine.endsWith(QStringLiteral("Trying again in 4 s.")));
        bench.pass(4s);
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
        QVERIFY(bench.model.state().clerkLine.startsWith(QStringLiteral("Clerk was asked to look")));
    }

    void saysInFullWhatThePersonHasToDoForClerkToBeAsked()
    {
        Bench bench;
        bench.enter();
        bench.api.dnsCheck.once(failure(Error::Kind::Unauthorized));
        bench.publish();
        const Notice notice = bench.model.state().notice;
        QVERIFY(notice.tone == Notice::Tone::Problem);
        QVERIFY(notice.text.startsWith(QStringLiteral("Clerk could not be asked about these records.")));
        QVERIFY(notice.text.endsWith(ErrorText::sentence(Error {Error::Kind::Unauthorized})));
        QCOMPARE(bench.model.state().clerkLine,
                 QStringLiteral("Clerk could not be asked at 09:00:00. Trying again in 6 s."));
        bench.pass(6s);
        QVERIFY(bench.model.state().notice.isEmpty());
    }

    void waitsAsLongAsClerkSays()
    {
        Bench bench;
        Error busy;
        busy.kind = Error::Kind::RateLimited;
        busy.retryAfter = 90s;
        bench.enter();
        bench.api.dnsCheck.once(failure(busy));
        bench.publish();
        bench.pass(89s);
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        bench.pass(1s);
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
    }

    void announcesRecordsThatClerkAddsLater()
    {
        Bench bench;
        bench.enter();
        QCOMPARE(bench.model.state().announcement, QString());
        QList<DnsRecord> more = sampleRecords();
        more.append({QStringLiteral("clkmail2.example.com"), QStringLiteral("mail2.u3k.clerk.services"), true});
        bench.api.domains = QList<Domain> {sampleDomain(more)};
        bench.pass(1min);
        QCOMPARE(bench.model.state().announcement, QStringLiteral("Clerk asks for one more record since 09:01:00."));
        QCOMPARE(bench.watch.watchedRecords, more);
        QVERIFY(bench.model.state().rows.last().isNew);
    }

    void asksUntilClerkListsTheDomain()
    {
        Bench bench;
        bench.api.domains = QList<Domain>();
        bench.enter();
        QCOMPARE(bench.model.state().headline, QStringLiteral("Clerk is still preparing the list of records."));
        QCOMPARE(bench.api.domains.calls(), 1);
        bench.pass(6s);
        QCOMPARE(bench.api.domains.calls(), 2);
        bench.api.domains = QList<Domain> {sampleDomain()};
        bench.pass(12s);
        QCOMPARE(bench.model.state().rows.size(), 5);
        QCOMPARE(bench.model.state().announcement, QString());
    }

    void looksWhenThePersonSaysSo()
    {
        Bench bench;
        bench.model.lookNow();
        QCOMPARE(bench.watch.looks, 0); // the step is not open
        bench.enter();
        bench.model.lookNow();
        QCOMPARE(bench.watch.looks, 1);
        QCOMPARE(bench.api.dnsCheck.calls(), 0); // too early: nothing is there
        bench.publish();
        bench.model.lookNow();
        settle();
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
    }

    void ignoresASecondClickWhileLooking()
    {
        Bench bench;
        bench.enter();
        RecordWatch::View looking = sampleView({});
        looking.looking = true;
        bench.watch.see(looking); // a pass of its own accord: the person's wish goes beyond it
        bench.model.lookNow();
        bench.model.lookNow();
        QCOMPARE(bench.watch.looks, 1);
        looking.looking = false;
        bench.watch.see(looking);
        bench.model.lookNow();
        QCOMPARE(bench.watch.looks, 2);
    }

    void countsDownOnlyForSomebodyWhoLooks()
    {
        Bench bench;
        bench.enter();
        RecordWatch::View view = sampleView({});
        view.lastLooked = bench.clock.now();
        view.nextLook = 30s;
        bench.watch.see(view);
        QCOMPARE(bench.model.state().nextLook, QStringLiteral("Next look in 30 s."));
        const QSignalSpy drawn(&bench.model, &StepViewModel::stateChanged);
        bench.pass(3s);
        QCOMPARE(bench.model.state().nextLook, QStringLiteral("Next look in 27 s."));
        QCOMPARE(drawn.size(), 3);

        bench.model.setVisible(false);
        QVERIFY(!bench.watch.visible);
        bench.pass(10s);
        QCOMPARE(drawn.size(), 3);
        bench.model.setVisible(true);
        QVERIFY(bench.watch.visible);
        QCOMPARE(bench.model.state().nextLook, QStringLiteral("Next look in 17 s."));
    }

    void asksClerkLessOftenWhileHidden()
    {
        Bench bench;
        bench.enter();
        bench.model.setVisible(false);
        bench.pass(239s);
        QCOMPARE(bench.api.status.calls(), 1);
        bench.pass(1s);
        QCOMPARE(bench.api.status.calls(), 2);
    }

    void doesNothingOnceLeft()
    {
        Bench bench;
        bench.api.status.hold();
        bench.enter();
        bench.model.leave();
        bench.api.status.release();
        bench.publish();
        QCOMPARE(bench.clock.waiting(), 0);
        bench.pass(1h);
        QCOMPARE(bench.api.status.calls(), 1);
        QCOMPARE(bench.api.dnsCheck.calls(), 0);
    }

    void asksClerkOnReturnOnlyWhenItHasNotLookedLately()
    {
        Bench bench;
        bench.enter();
        bench.publish();
        bench.model.leave();
        bench.pass(1min);
        bench.enter();
        QCOMPARE(bench.api.dnsCheck.calls(), 1);
        bench.model.leave();
        bench.pass(5min);
        bench.enter();
        QCOMPARE(bench.api.dnsCheck.calls(), 2);
    }

    void letsWhoeverWaitsGoOn()
    {
        Bench bench;
        bench.enter();
        const QSignalSpy finished(&bench.model, &StepViewModel::finished);
        bench.model.goForward();
        QCOMPARE(finished.size(), 1);
    }

    void letsGoOfTheRecordsOfAnApplicationThatWasLeft()
    {
        Bench bench;
        bench.enter();
        QVERIFY(!bench.watch.watchedRecords.isEmpty());
        bench.model.leave();

        bench.deployment.close();

        QVERIFY(bench.watch.watchedRecords.isEmpty());
        QCOMPARE(bench.watch.watchedDomain, QString());
    }
};

QTEST_GUILESS_MAIN(TestDnsViewModel)
#include "tst_dnsviewmodel.moc"
