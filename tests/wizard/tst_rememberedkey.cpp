#include "testkit/connectworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using KeySource = ConnectViewModel::KeySource;

class TestRememberedKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersARememberedKey()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);

        world.viewModel->enter();

        QTRY_VERIFY(world.state().hasRememberedKey);
        QVERIFY(world.state().canConnect);
        QVERIFY(world.state().source == KeySource::Remembered);
        QCOMPARE(world.api.applications.calls(), 0); // no network before the person asks for it

        world.viewModel->connectWithRememberedKey();
        QTRY_VERIFY(world.viewModel->isConnected());
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
        settle();
        QCOMPARE(world.secrets.writes, 0);
        QCOMPARE(world.finished->count(), 0);
    }

    void waitsForThePasswordStoreBeforeItAsksForAKey()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.secrets.hold();
        world.viewModel->enter();

        world.viewModel->goForward();
        world.viewModel->goForward();
        QVERIFY(world.state().lookingUp);
        QVERIFY(world.state().keyProblem.isEmpty());

        world.secrets.answer();
        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
        QVERIFY(!world.state().lookingUp);
    }

    void asksForAKeyWhenThePasswordStoreHasNone()
    {
        ConnectWorld world;
        world.secrets.hold();
        world.viewModel->enter();
        world.viewModel->goForward();

        world.secrets.answer();

        QTRY_VERIFY(!world.state().keyProblem.isEmpty());
        QCOMPARE(world.attention->count(), 1);
        QCOMPARE(world.finished->count(), 0);
    }

    void saysThatTheRememberedKeyIsNoGoodAnyMore()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.api.applications.once(failure(Error::Kind::Unauthorized));
        world.viewModel->enter();
        QTRY_VERIFY(world.state().hasRememberedKey);

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().notice.text.contains(QStringLiteral("kept on this computer")));
        QCOMPARE(world.attention->count(), 1);
    }

    void unlocksThePasswordStoreWhenAskedTo()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.secrets.readTrouble = errorOf(Error::Kind::SecretStoreLocked);
        world.viewModel->enter();
        QTRY_VERIFY(world.state().storeIsLocked);
        QCOMPARE(world.secrets.unlockings, 0); // no window out of the blue

        world.viewModel->lookAgain();
        QTRY_VERIFY(!world.state().lookingUp);
        QVERIFY(world.state().storeIsLocked && !world.state().hasRememberedKey);

        world.secrets.unlocks = true;
        world.viewModel->lookAgain();
        QTRY_VERIFY(world.state().hasRememberedKey);
        QVERIFY(!world.state().storeIsLocked && !world.state().canLookAgain);
        QVERIFY(world.state().notice.isEmpty());
    }

    void aKeyThatCannotBeKeptMayServeForNow()
    {
        ConnectWorld world;
        world.secrets.writeTrouble = errorOf(Error::Kind::SecretStoreNotAnswering);
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_VERIFY(world.state().canKeepForSession);
        QCOMPARE(world.finished->count(), 0); // so that it is read

        world.viewModel->keepForSession();

        QCOMPARE(world.finished->count(), 1);
        QVERIFY(!world.state().canKeepForSession && world.state().notice.isEmpty());
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
        QVERIFY(world.state().canSave); // it may still be kept later
    }

    void goesOnWithoutAPasswordStore_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::addColumn<bool>("maySave");
        QTest::newRow("locked") << int(Error::Kind::SecretStoreLocked) << QStringLiteral("locked") << true;
        QTest::newRow("silent") << int(Error::Kind::SecretStoreNotAnswering) << QStringLiteral("not answer") << true;
        QTest::newRow("none") << int(Error::Kind::SecretStoreUnavailable) << QStringLiteral("no password store")
                              << false;
    }

    void goesOnWithoutAPasswordStore()
    {
        QFETCH(int, kind);
        QFETCH(QString, word);
        QFETCH(bool, maySave);
        ConnectWorld world;
        world.secrets.readTrouble = errorOf(static_cast<Error::Kind>(kind));
        world.secrets.writeTrouble = world.secrets.readTrouble;

        world.viewModel->enter();
        QTRY_VERIFY2(world.state().notice.text.contains(word), qPrintable(world.state().notice.text));
        QVERIFY(world.state().notice.tone != Notice::Tone::Problem);
        QCOMPARE(world.state().canRemember, maySave);
        QVERIFY(world.state().canLookAgain);

        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_VERIFY(world.viewModel->isConnected());
        settle();
        if (maySave) { // the failure to keep the key is to be read; the next step forward counts
            QCOMPARE(world.finished->count(), 0);
            QVERIFY(world.state().notice.tone == Notice::Tone::Warning);
            QVERIFY(world.state().notice.text.contains(QStringLiteral("until you close")));
            QVERIFY(world.state().canSave);
            world.viewModel->goForward();
        }
        QCOMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
    }

    void keepsTheKeyOnceTheStoreIsUnlocked()
    {
        ConnectWorld world;
        world.secrets.writeTrouble = errorOf(Error::Kind::SecretStoreLocked);
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_VERIFY(!world.state().notice.isEmpty());

        world.secrets.writeTrouble.reset();
        world.viewModel->saveKey();

        QTRY_VERIFY(world.state().hasRememberedKey);
        QVERIFY(world.state().notice.isEmpty());
        QVERIFY(!world.state().canSave);
        settle();
        QCOMPARE(world.finished->count(), 0);
    }

    void findsTheRememberedKeyOnceTheStoreIsUnlocked()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.secrets.readTrouble = errorOf(Error::Kind::SecretStoreLocked);
        world.viewModel->enter();
        QTRY_VERIFY(world.state().canLookAgain);

        world.secrets.readTrouble.reset();
        world.viewModel->lookAgain();

        QTRY_VERIFY(world.state().hasRememberedKey);
        QVERIFY(world.state().notice.isEmpty());
        QVERIFY(!world.state().canLookAgain);
    }

    void movesOnThoughTheStoreIsStillThinking()
    {
        ConnectWorld world;
        world.viewModel->setKey(goodKey);
        world.secrets.hold();
        world.viewModel->goForward();
        QTRY_VERIFY(world.state().saving);

        world.viewModel->goForward();
        QCOMPARE(world.finished->count(), 1);

        world.secrets.answer();
        QTRY_VERIFY(!world.state().saving);
        settle();
        QCOMPARE(world.finished->count(), 1);
    }

    void forgetsTheKeyAndMakesSure()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.viewModel->enter();
        QTRY_VERIFY(world.state().hasRememberedKey);
        const int readsBefore = world.secrets.reads;

        world.viewModel->forgetRememberedKey();
        world.viewModel->forgetRememberedKey();
        QVERIFY(world.state().forgetting);

        QTRY_VERIFY(!world.state().forgetting);
        QVERIFY(!world.secrets.kept.has_value());
        QVERIFY(!world.state().hasRememberedKey);
        QVERIFY(!world.state().canConnect);
        QVERIFY(world.state().notice.tone == Notice::Tone::Success);
        QCOMPARE(world.secrets.removals, 1);
        QCOMPARE(world.secrets.reads, readsBefore + 1);
    }

    void doesNotClaimThatAKeyIsGoneWhenItIsNot_data()
    {
        QTest::addColumn<bool>("lies");
        QTest::newRow("says removed, keeps it") << true;
        QTest::newRow("locked") << false;
    }

    void doesNotClaimThatAKeyIsGoneWhenItIsNot()
    {
        QFETCH(bool, lies);
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.viewModel->enter();
        QTRY_VERIFY(world.state().hasRememberedKey);
        world.secrets.forgetsToRemove = lies;
        if (!lies)
            world.secrets.removeTrouble = errorOf(Error::Kind::SecretStoreLocked);

        world.viewModel->forgetRememberedKey();

        QTRY_VERIFY(!world.state().forgetting);
        QVERIFY(world.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(world.state().notice.text.contains(QStringLiteral("may still be kept")));
        QVERIFY(world.state().hasRememberedKey);
    }

    void aConnectionOutlivesItsForgottenKey()
    {
        ConnectWorld world;
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_COMPARE(world.finished->count(), 1);

        world.viewModel->forgetRememberedKey();

        QTRY_VERIFY(!world.state().hasRememberedKey);
        QVERIFY(world.viewModel->isConnected());
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
    }

    void dropsAReadingThatIsOlderThanTheForgetting()
    {
        ConnectWorld world;
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_COMPARE(world.finished->count(), 1);
        world.viewModel->useAnotherKey();
        world.viewModel->forgetRememberedKey();
        QTRY_VERIFY(!world.state().hasRememberedKey);

        world.secrets.kept = secretOf(goodKey); // as a reading begun earlier would still see it
        world.secrets.hold();
        world.viewModel->enter();
        world.viewModel->setKey(goodKey);
        world.viewModel->setRemember(true);
        world.viewModel->goForward();
        QTRY_VERIFY(world.state().saving);
        world.secrets.writeTrouble = errorOf(Error::Kind::SecretStoreLocked);
        world.secrets.answer();

        QTRY_VERIFY(!world.state().saving);
        settle();
        QVERIFY(!world.state().hasRememberedKey);
    }

    void rememberingIsNotOfferedWhereNothingLasts()
    {
        ConnectWorld world(std::nullopt, false);
        QVERIFY(!world.state().canRemember);
        QVERIFY(!world.state().remember);

        world.viewModel->setKey(goodKey);
        world.viewModel->setRemember(true);
        world.viewModel->goForward();

        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.secrets.writes, 0);
    }
};

QTEST_GUILESS_MAIN(TestRememberedKey)
#include "tst_rememberedkey.moc"
