#include "testkit/practiceproduction.h"
#include "wizard/steps/goliveviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using KeyPhase = GoLiveViewModel::KeyPhase;

namespace {

/// The step in front of the practice shop.
struct Shown
{
    explicit Shown(const QString &folder = {})
        : world(folder)
    {
    }

    void enter()
    {
        steps.enter();
        settle();
    }

    /// Lets the answer under way arrive.
    void settle() const { QTRY_VERIFY(!steps.state().asking); }

    void loadKeys()
    {
        steps.loadKeys();
        QTRY_VERIFY(steps.state().keyPhase != KeyPhase::Asking);
    }

    PracticeProduction world;
    GoLiveViewModel steps {world.deployment, world.secrets, world.clock,
                           QUrl(QStringLiteral("https://dashboard.example"))};
};

QStringList partTexts(const GoLiveViewModel::State &state)
{
    QStringList texts;
    for (const GoLivePart &part : state.parts)
        texts.append(part.title + QStringLiteral(": ") + part.text);
    return texts;
}

} // namespace

class TestGoLiveViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsLongerAndLonger_data()
    {
        QTest::addColumn<int>("polls");
        QTest::addColumn<bool>("visible");
        QTest::addColumn<int>("retryAfter");
        QTest::addColumn<int>("seconds");

        QTest::newRow("first") << 0 << true << -1 << 3;
        QTest::newRow("second") << 1 << true << -1 << 6;
        QTest::newRow("third") << 2 << true << -1 << 12;
        QTest::newRow("fourth") << 3 << true << -1 << 24;
        QTest::newRow("fifth") << 4 << true << -1 << 30;
        QTest::newRow("after a quarter of an hour") << 40 << true << -1 << 30;
        QTest::newRow("after half an hour") << 65 << true << -1 << 300;
        QTest::newRow("hidden") << 4 << false << -1 << 120;
        QTest::newRow("hidden at first") << 0 << false << -1 << 12;
        QTest::newRow("Clerk wants more patience") << 0 << true << 50 << 50;
        QTest::newRow("Clerk wants less") << 4 << true << 5 << 30;
        QTest::newRow("nobody waits for days") << 4 << true << 1'000'000 << 3600;
    }
    void waitsLongerAndLonger()
    {
        QFETCH(int, polls);
        QFETCH(bool, visible);
        QFETCH(int, retryAfter);
        QFETCH(int, seconds);
        std::optional<Error> trouble;
        if (retryAfter >= 0) {
            trouble = Error();
            trouble->retryAfter = std::chrono::seconds(retryAfter);
        }
        QCOMPARE(statusPollDelay(polls, visible, trouble), std::chrono::seconds(seconds));
    }

    void asksClerkOnTimeUntilItIsComplete()
    {
        Shown shown;
        shown.enter();
        QCOMPARE(shown.world.looks(), 1); // only the first makes Clerk look

        for (const auto pause : {6s, 12s, 24s, 30s, 30s}) {
            QCOMPARE(shown.world.clock.untilNext(), pause);
            const int reads = shown.world.statusReads();
            shown.world.clock.advance(pause - 1ms);
            QVERIFY(!shown.steps.state().asking);
            shown.world.clock.advance(1ms);
            QVERIFY(shown.steps.state().asking);
            shown.settle();
            QCOMPARE(shown.world.statusReads(), reads + 1);
        }
        QCOMPARE(shown.world.looks(), 1);
        QVERIFY(shown.steps.state().outlook == GoLiveOutlook::RecordsMissing);

        shown.world.clerk.world.zones().enterAllRight();
        shown.steps.checkNow();
        shown.settle();
        QCOMPARE(shown.world.looks(), 2);
        for (int times = 0; times < 5 && !shown.steps.state().complete; ++times) {
            shown.world.clock.advance(5min);
            shown.settle();
        }
        QVERIFY(shown.steps.state().complete);
        QVERIFY(shown.steps.state().outlook == GoLiveOutlook::Live);
        QCOMPARE(shown.world.clock.waiting(), 0);
    }

    void ignoresASecondClickWhileAsking()
    {
        Shown shown;
        shown.steps.enter();
        shown.steps.checkNow();
        shown.steps.checkNow();
        shown.settle();
        QCOMPARE(shown.world.looks(), 1);
    }

    void stopsAskingWhenTheStepIsLeft()
    {
        Shown shown;
        shown.enter();
        shown.steps.leave();
        QCOMPARE(shown.world.clock.waiting(), 0);

        shown.steps.enter();
        shown.steps.leave(); // with an answer under way
        shown.settle();
        QCOMPARE(shown.world.clock.waiting(), 0);
    }

    void asksLessOftenWhileNobodyLooks()
    {
        Shown shown;
        shown.enter();
        shown.steps.setVisible(false);
        QCOMPARE(shown.world.clock.untilNext(), 24s);
        shown.steps.setVisible(true);
        QCOMPARE(shown.world.clock.untilNext(), 6s);
    }

    void saysWhyClerkCouldNotBeAskedAndGoesOn()
    {
        Shown shown;
        shown.enter();
        const auto parts = shown.steps.state().parts;
        shown.world.clerk.api->setAccessKey(Secret("ak_revoked"));
        shown.world.clock.advance(6s);
        shown.settle();

        QVERIFY(shown.steps.state().remark.contains(QStringLiteral("could not be asked")));
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("does not accept this key")));
        QVERIFY(shown.steps.state().parts == parts); // what was said last is still worth reading
        QVERIFY(shown.world.clock.waiting() > 0);

        shown.world.clerk.api->setAccessKey(Secret(PracticeServer::accessKey));
        shown.world.clock.advance(12s);
        shown.settle();
        QVERIFY(shown.steps.state().remark.contains(QStringLiteral("last asked")));
        QVERIFY(shown.steps.state().notice.isEmpty());
    }

    void takesBusyForAnAnswer()
    {
        Shown shown;
        shown.world.clerk.server.failNext(409, QStringLiteral("conflict"), {}, QStringLiteral("/dns_check"));
        shown.enter();
        QVERIFY(shown.steps.state().remark.contains(QStringLiteral("last asked")));
        QVERIFY(!shown.steps.state().parts.isEmpty());
    }

    void asksNothingOnceClerkIsDone()
    {
        Shown shown;
        shown.world.enterRecords();
        for (int times = 0; times < 5 && !shown.world.deployment.facts().status->complete; ++times)
            QVERIFY(waitFor(shown.world.deployment.refreshStatus()));
        const int reads = shown.world.statusReads();
        shown.steps.enter();
        QVERIFY(!shown.steps.state().asking);
        QVERIFY(shown.steps.state().complete);
        QCOMPARE(shown.world.statusReads(), reads);
        QVERIFY2(!partTexts(shown.steps.state()).join(QLatin1Char('\n')).contains(QStringLiteral("Your turn")),
                 qPrintable(partTexts(shown.steps.state()).join(QLatin1Char('\n'))));
    }

    void startsAskingAsSoonAsThereIsAnInstance()
    {
        PracticeProduction world;
        const Application without = world.clerk.shop();
        world.deployment.open(waitFor(world.clerk.api->listApplications()).value().at(1));
        GoLiveViewModel steps(world.deployment, world.secrets, world.clock, {});
        steps.enter();
        QVERIFY(!steps.state().asking);
        QVERIFY(steps.state().outlook == GoLiveOutlook::NoInstance);
        QVERIFY(steps.state().domainsPage.isEmpty());

        world.deployment.open(without);
        QVERIFY(steps.state().asking);
        QTRY_VERIFY(steps.state().outlook == GoLiveOutlook::RecordsMissing);
    }

    void movesOnAtAnyTime()
    {
        Shown shown;
        const QSignalSpy finished(&shown.steps, &GoLiveViewModel::finished);
        shown.steps.goForward();
        QCOMPARE(finished.count(), 1);
    }

    void takesTheKeyFromThePasswordStore()
    {
        Shown shown;
        shown.enter();
        const int requests = static_cast<int>(shown.world.clerk.server.requests().size());

        shown.loadKeys();

        QVERIFY(shown.steps.state().keyPhase == KeyPhase::Here);
        QVERIFY(shown.steps.secretKey().reveal().startsWith("sk_live_"));
        QVERIFY(shown.steps.state().publishableKey.startsWith(QStringLiteral("pk_live_")));
        QVERIFY(shown.steps.state().keyPlace.contains(QStringLiteral("password store")));
        QVERIFY(shown.steps.state().notice.isEmpty());
        // Clerk is asked whether it is still the same.
        QCOMPARE(static_cast<int>(shown.world.clerk.server.requests().size()), requests + 1);
        shown.loadKeys();
        QCOMPARE(static_cast<int>(shown.world.clerk.server.requests().size()), requests + 1);
    }

    void asksClerkForAKeyThatIsNotHere()
    {
        Shown shown;
        shown.enter();
        const QString name = secretname::instanceSecretKey(shown.world.productionId());
        QVERIFY(waitFor(shown.world.secrets.remove(name)));

        shown.loadKeys();

        QVERIFY(shown.steps.state().keyPhase == KeyPhase::Here);
        QVERIFY(waitFor(shown.world.secrets.read(name))); // and keeps it
    }

    void saysWhereTheKeyIsWhenClerkDoesNotGiveIt()
    {
        Shown shown;
        shown.enter();
        QVERIFY(waitFor(shown.world.secrets.remove(secretname::instanceSecretKey(shown.world.productionId()))));
        shown.world.clerk.api->setAccessKey(Secret(PracticeServer::limitedKey));

        shown.loadKeys();

        QVERIFY(shown.steps.state().keyPhase == KeyPhase::Missing);
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("API keys page")));
        QCOMPARE(shown.steps.state().keysPage, QUrl(QStringLiteral("https://dashboard.example/~/api-keys")));
        QVERIFY(shown.steps.secretKey().isEmpty());
    }

    void offersToKeepAKeyThatIsOnlyInMemory()
    {
        Shown shown;
        shown.enter();
        QVERIFY(waitFor(shown.world.secrets.remove(secretname::instanceSecretKey(shown.world.productionId()))));
        shown.world.secrets.refusal = Error::Kind::SecretStoreLocked;
        shown.loadKeys();
        QVERIFY(shown.steps.state().keyOnlyInMemory);
        QVERIFY(shown.steps.state().keyPlace.contains(QStringLiteral("only in this program")));

        QVERIFY(shown.steps.state().keyTrouble.remedy == StoreTrouble::Remedy::Unlock);
        QVERIFY(shown.steps.state().keyTrouble.mayKeepForSession);

        shown.steps.keepKeyAgain();
        QTRY_VERIFY(!shown.steps.state().keyTrouble.busy);
        QVERIFY(shown.steps.state().keyTrouble.notice.tone == Notice::Tone::Warning);
        QVERIFY(shown.steps.state().keyOnlyInMemory);

        shown.world.secrets.refusal = Error::Kind::SecretStoreNotAnswering;
        shown.steps.keepKeyAgain();
        QTRY_VERIFY(shown.steps.state().keyTrouble.remedy == StoreTrouble::Remedy::TryAgain);

        shown.steps.keepKeyForSession();
        QVERIFY(shown.steps.state().keyTrouble.notice.tone == Notice::Tone::Information);
        QVERIFY(!shown.steps.state().keyTrouble.mayKeepForSession);
        QVERIFY(shown.world.deployment.holdsAnyUnkeptKey()); // it may still be lost on closing, which is asked then

        shown.world.secrets.refusal.reset();
        shown.steps.keepKeyAgain();
        QTRY_VERIFY(!shown.steps.state().keyTrouble.busy);
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Success);
        QVERIFY(shown.steps.state().keyTrouble.notice.isEmpty());
        QVERIFY(!shown.steps.state().keyOnlyInMemory);

        shown.steps.dismissNotice();
        shown.steps.keepKeyAgain(); // nothing to keep: nothing is claimed
        QVERIFY(shown.steps.state().notice.isEmpty());
    }

    void unlocksAStoreWhoseKeyClerkDoesNotGive()
    {
        Shown shown;
        shown.enter();
        shown.world.clerk.api->setAccessKey(Secret(PracticeServer::limitedKey));
        shown.world.secrets.refusal = Error::Kind::SecretStoreLocked;

        shown.loadKeys();

        QVERIFY(shown.steps.state().keyPhase == KeyPhase::Missing);
        QVERIFY(shown.steps.state().keyTrouble.remedy == StoreTrouble::Remedy::Unlock);
        QVERIFY(!shown.steps.state().keyTrouble.mayKeepForSession); // there is nothing to keep

        shown.world.secrets.unlocks = true;
        shown.steps.keepKeyAgain();
        QVERIFY(shown.steps.state().keyTrouble.busy);
        QTRY_VERIFY(shown.steps.state().keyPhase == KeyPhase::Here);
        QVERIFY(shown.steps.secretKey().reveal().startsWith("sk_live_"));
        QVERIFY(shown.steps.state().keyTrouble.notice.isEmpty());
    }

    void takesALockedKeyFromClerkAndLeavesTheOneInTheStore()
    {
        Shown shown;
        shown.enter();
        shown.world.secrets.refusal = Error::Kind::SecretStoreLocked;

        shown.loadKeys();

        QVERIFY(shown.steps.state().keyPhase == KeyPhase::Here);
        QVERIFY(!shown.steps.state().keyOnlyInMemory);
        QVERIFY(shown.steps.state().keyPlace.contains(QStringLiteral("password store")));
    }

    void letsTheKeyGoWhenTheStepIsLeft()
    {
        Shown shown;
        shown.enter();
        shown.loadKeys();
        shown.steps.leave();
        QVERIFY(shown.steps.secretKey().isEmpty());
        QVERIFY(shown.steps.state().keyPhase == KeyPhase::NotAsked);

        shown.steps.enter();
        shown.steps.loadKeys();
        shown.steps.leave(); // before the answer
        QTRY_VERIFY(shown.steps.state().keyPhase != KeyPhase::Asking);
        QVERIFY(shown.steps.secretKey().isEmpty());
    }

    void showsNoKeyForAnotherApplication()
    {
        Shown shown;
        shown.enter();
        shown.loadKeys();
        const Application other = waitFor(shown.world.clerk.api->listApplications()).value().at(2);

        shown.world.deployment.open(other);

        QVERIFY(shown.steps.secretKey().isEmpty());
        QVERIFY(shown.steps.state().keyPhase == KeyPhase::NotAsked);
        shown.steps.loadKeys();
        shown.world.deployment.open(shown.world.clerk.shop()); // a late answer belongs to nobody here
        QTest::qWait(50);
        QVERIFY(shown.steps.secretKey().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGoLiveViewModel)
#include "tst_goliveviewmodel.moc"
