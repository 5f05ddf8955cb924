#include "testkit/connectworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Phase = ConnectViewModel::Phase;
using KeySource = ConnectViewModel::KeySource;

class TestConnectViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsThenRemembersThenMovesOn()
    {
        ConnectWorld world;
        world.viewModel->setKey(QStringLiteral("  CLERK_PLATFORM_API_KEY=\"%1\"\n").arg(goodKey));
        QVERIFY(world.state().canConnect);
        QVERIFY(world.state().remember);

        world.viewModel->goForward();

        QVERIFY(world.state().phase == Phase::Checking);
        QCOMPARE(world.secrets.writes, 0);
        QTRY_COMPARE(world.finished->count(), 1);
        QVERIFY(world.viewModel->isConnected());
        QCOMPARE(world.state().applications, 2);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
        QVERIFY(world.secrets.kept.has_value());
        QCOMPARE(world.secrets.kept->reveal(), goodKey.toUtf8());
        QCOMPARE(world.secrets.lastName, secretname::platformKey(QStringLiteral("api.clerk.test")));
        QVERIFY(world.state().hasRememberedKey);
        QVERIFY(world.state().notice.isEmpty());
    }

    void connectsWithoutMovingOnWhenAskedTo()
    {
        ConnectWorld world;
        world.viewModel->setKey(goodKey);
        world.viewModel->setRemember(false);

        world.viewModel->connectToClerk();

        QTRY_VERIFY(world.viewModel->isConnected());
        settle();
        QCOMPARE(world.finished->count(), 0);
        QCOMPARE(world.secrets.writes, 0);
        QVERIFY(world.state().canSave);

        world.viewModel->goForward();
        QCOMPARE(world.finished->count(), 1);
        QCOMPARE(world.api.applications.calls(), 1);
    }

    void saysThatTheAddressIsNotClerks_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("nothing there") << int(Error::Kind::NotFound);
        QTest::newRow("somebody else") << int(Error::Kind::NotClerk);
    }

    void saysThatTheAddressIsNotClerks()
    {
        QFETCH(int, kind);
        ConnectWorld world;
        world.api.applications.once(failure(Error::Kind(kind)));
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().phase == Phase::Asking);
        const QString said = world.state().notice.text;
        QVERIFY2(said.startsWith(QStringLiteral("api.clerk.test answered")), qPrintable(said));
        QVERIFY(said.contains(QStringLiteral("CLERK_PLATFORM_API_URL")));
        QVERIFY(!said.contains(QStringLiteral("choose again")));
        QVERIFY(world.state().canConnect);
    }

    void blamesTheNetworkWhenSomebodyAnswersInClerksPlace()
    {
        ConnectWorld world;
        ConnectViewModel viewModel(world.api, world.secrets, QStringLiteral("api.clerk.com"), std::nullopt, QUrl());
        world.api.applications.once(failure(Error::Kind::NotClerk));
        viewModel.setKey(goodKey);

        viewModel.goForward();

        QTRY_VERIFY(!viewModel.state().notice.isEmpty());
        QVERIFY(viewModel.state().notice.text.contains(QStringLiteral("says nothing about your key")));
        QVERIFY(viewModel.state().canConnect);
    }

    void ignoresASecondClickWhileChecking()
    {
        ConnectWorld world;
        world.api.applications.hold();
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();
        world.viewModel->goForward();
        world.viewModel->connectToClerk();
        world.viewModel->setKey(QStringLiteral("ak_other"));
        world.viewModel->connectWithRememberedKey();

        QCOMPARE(world.api.applications.calls(), 1);
        world.api.applications.release();
        QTRY_COMPARE(world.finished->count(), 1);
        settle();
        QCOMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
    }

    void saysWhatToUseInsteadOfTheWrongKindOfKey_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::newRow("secret") << QStringLiteral("sk_live_abc") << QStringLiteral("sk_");
        QTest::newRow("test secret") << QStringLiteral("sk_test_abc") << QStringLiteral("sk_");
        QTest::newRow("publishable") << QStringLiteral("pk_test_abc") << QStringLiteral("pk_");
        QTest::newRow("webhook") << QStringLiteral("whsec_abc") << QStringLiteral("webhook");
        QTest::newRow("old test") << QStringLiteral("test_abc") << QStringLiteral("old form");
        QTest::newRow("old live") << QStringLiteral("live_abc") << QStringLiteral("old form");
        QTest::newRow("hidden") << QStringLiteral("ak_abc••••") << QStringLiteral("copy button");
    }

    void saysWhatToUseInsteadOfTheWrongKindOfKey()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        ConnectWorld world;

        world.viewModel->setKey(typed);

        QVERIFY(!world.state().canConnect);
        QVERIFY2(world.state().keyProblem.contains(word), qPrintable(world.state().keyProblem));
        world.viewModel->goForward();
        settle();
        QCOMPARE(world.api.applications.calls(), 0);
        QCOMPARE(world.finished->count(), 0);
        QCOMPARE(world.attention->count(), 1);
        QCOMPARE(world.attention->constFirst().constFirst().toString(), QStringLiteral("platformKey"));
    }

    void doesNotNagWhileAKeyIsBeingTyped()
    {
        ConnectWorld world;
        world.viewModel->setKey(QStringLiteral("a"));
        QVERIFY(world.state().keyProblem.isEmpty());

        world.viewModel->goForward();
        QVERIFY(world.state().keyProblem.contains(QStringLiteral("ak_")));

        world.viewModel->setKey(goodKey);
        QVERIFY(world.state().keyProblem.isEmpty());
    }

    void asksForAKeyWhenThereIsNone()
    {
        ConnectWorld world;

        world.viewModel->goForward();

        QVERIFY(world.state().keyProblem.contains(QStringLiteral("ak_")));
        QCOMPARE(world.attention->count(), 1);
        QCOMPARE(world.api.applications.calls(), 0);
    }

    void letsThePersonCorrectARefusedKey()
    {
        ConnectWorld world;
        world.api.applications.once(failure(Error::Kind::Unauthorized));
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(world.state().phase == Phase::Asking);
        QVERIFY(world.state().canConnect);
        QCOMPARE(world.attention->count(), 1);
        QVERIFY(world.keyInUse().isEmpty());
        QCOMPARE(world.secrets.writes, 0);

        world.viewModel->setKey(goodKey + QLatin1Char('x'));
        QVERIFY(world.state().notice.isEmpty());
        world.viewModel->goForward();
        QTRY_COMPARE(world.finished->count(), 1);
    }

    void tellsOtherTroubleFromARefusedKey()
    {
        ConnectWorld world;
        world.api.applications.once(failure(Error::Kind::Offline));
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();

        QTRY_VERIFY(!world.state().notice.isEmpty());
        QVERIFY(world.state().notice.text.contains(QStringLiteral("internet")));
        QCOMPARE(world.attention->count(), 0);
        QVERIFY(world.state().phase == Phase::Asking);
    }

    void usesTheEnvironmentsKeyAndNeverStoresIt()
    {
        ConnectWorld world(secretOf(goodKey));
        world.viewModel->enter();
        settle();
        QVERIFY(world.state().canConnect);
        QVERIFY(world.state().source == KeySource::Environment);
        QVERIFY(world.state().sourceText.contains(QStringLiteral("CLERK_PLATFORM_API_KEY")));
        QCOMPARE(world.secrets.reads, 0);

        world.viewModel->goForward();

        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
        QCOMPARE(world.secrets.writes, 0);
        QVERIFY(!world.state().canSave);
        world.viewModel->saveKey();
        QCOMPARE(world.secrets.writes, 0);
    }

    void namesTheVariableWhenItsKeyIsRefused()
    {
        ConnectWorld world(secretOf(goodKey));
        world.api.applications.once(failure(Error::Kind::Unauthorized));

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().notice.text.contains(QStringLiteral("CLERK_PLATFORM_API_KEY")));
    }

    void prefersWhatWasTyped()
    {
        ConnectWorld world(secretOf(QStringLiteral("ak_environment")));
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();

        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
    }

    void doesNotMoveOnAfterThePersonWentElsewhere()
    {
        ConnectWorld world;
        world.api.applications.hold();
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();

        world.viewModel->leave();
        world.api.applications.release();

        QTRY_VERIFY(world.viewModel->isConnected());
        settle();
        QCOMPARE(world.finished->count(), 0);
    }

    void dropsAnAnswerNobodyWaitsForAnyMore()
    {
        ConnectWorld world;
        world.api.applications.hold();
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();

        world.viewModel->stopChecking();
        world.api.applications.release();
        settle();

        QVERIFY(world.state().phase == Phase::Asking);
        QVERIFY(world.keyInUse().isEmpty());
        QCOMPARE(world.secrets.writes, 0);
        QCOMPARE(world.finished->count(), 0);
    }

    void disconnectsWithoutForgetting()
    {
        ConnectWorld world;
        world.viewModel->setKey(goodKey);
        world.viewModel->goForward();
        QTRY_COMPARE(world.finished->count(), 1);

        world.viewModel->useAnotherKey();

        QVERIFY(!world.viewModel->isConnected());
        QVERIFY(world.keyInUse().isEmpty());
        QCOMPARE(world.state().applications, 0);
        QVERIFY(world.state().hasRememberedKey);
        QVERIFY(world.secrets.kept.has_value());
    }

    void mayBeDestroyedAtAnyMoment()
    {
        for (const bool whileSaving : {false, true}) {
            ConnectWorld world;
            world.viewModel->setKey(goodKey);
            if (whileSaving)
                world.secrets.hold();
            else
                world.api.applications.hold();
            world.viewModel->enter();
            world.viewModel->goForward();
            if (whileSaving)
                QTRY_VERIFY(world.state().saving);
            world.finished.reset();
            world.attention.reset();
            world.viewModel.reset();
            world.api.applications.release();
            world.secrets.answer();
            settle();
        }
    }
};

QTEST_GUILESS_MAIN(TestConnectViewModel)
#include "tst_connectviewmodel.moc"
