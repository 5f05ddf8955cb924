#include "testkit/scriptedplatformapi.h"
#include "testkit/scriptedsecretstore.h"
#include "wizard/steps/connectviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Phase = ConnectViewModel::Phase;
using KeySource = ConnectViewModel::KeySource;

namespace {

const QString goodKey = QStringLiteral("ak_practice_0123456789");

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

Application application(const QString &id)
{
    Application made;
    made.id = id;
    return made;
}

Secret secretOf(const QString &text)
{
    return Secret(text.toUtf8());
}

/// Nothing is left to be delivered once this returns.
void settle()
{
    for (int i = 0; i < 10; ++i)
        QCoreApplication::processEvents();
}

/// A view model with a Clerk that accepts every key and a working password store.
struct World
{
    explicit World(std::optional<Secret> environmentKey = std::nullopt, bool isPermanent = true)
    {
        secrets.permanent = isPermanent;
        api.applications = Result<QList<Application>>(
            QList<Application> {application(QStringLiteral("app_1")), application(QStringLiteral("app_2"))});
        viewModel.emplace(api, secrets, QStringLiteral("api.clerk.test"), std::move(environmentKey),
                          QUrl(QStringLiteral("https://dashboard.clerk.test")));
        finished.emplace(&*viewModel, &StepViewModel::finished);
        attention.emplace(&*viewModel, &StepViewModel::attentionWanted);
    }

    [[nodiscard]] const ConnectViewModel::State &state() const { return viewModel->state(); }
    [[nodiscard]] QByteArray keyInUse() const { return api.accessKey.reveal(); }

    ScriptedPlatformApi api;
    ScriptedSecretStore secrets;
    std::optional<ConnectViewModel> viewModel;
    std::optional<QSignalSpy> finished;
    std::optional<QSignalSpy> attention;
};

} // namespace

class TestConnectViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsThenRemembersThenMovesOn()
    {
        World world;
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
        World world;
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

    void ignoresASecondClickWhileChecking()
    {
        World world;
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
        World world;

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
        World world;
        world.viewModel->setKey(QStringLiteral("a"));
        QVERIFY(world.state().keyProblem.isEmpty());

        world.viewModel->goForward();
        QVERIFY(world.state().keyProblem.contains(QStringLiteral("ak_")));

        world.viewModel->setKey(goodKey);
        QVERIFY(world.state().keyProblem.isEmpty());
    }

    void asksForAKeyWhenThereIsNone()
    {
        World world;

        world.viewModel->goForward();

        QVERIFY(world.state().keyProblem.contains(QStringLiteral("ak_")));
        QCOMPARE(world.attention->count(), 1);
        QCOMPARE(world.api.applications.calls(), 0);
    }

    void letsThePersonCorrectARefusedKey()
    {
        World world;
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
        World world;
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
        World world(secretOf(goodKey));
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
        World world(secretOf(goodKey));
        world.api.applications.once(failure(Error::Kind::Unauthorized));

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().notice.text.contains(QStringLiteral("CLERK_PLATFORM_API_KEY")));
    }

    void prefersWhatWasTyped()
    {
        World world(secretOf(QStringLiteral("ak_environment")));
        world.viewModel->setKey(goodKey);

        world.viewModel->goForward();

        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.keyInUse(), goodKey.toUtf8());
    }

    void offersARememberedKey()
    {
        World world;
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

    void saysThatTheRememberedKeyIsNoGoodAnyMore()
    {
        World world;
        world.secrets.kept = secretOf(goodKey);
        world.api.applications.once(failure(Error::Kind::Unauthorized));
        world.viewModel->enter();
        QTRY_VERIFY(world.state().hasRememberedKey);

        world.viewModel->goForward();

        QTRY_VERIFY(world.state().notice.text.contains(QStringLiteral("kept on this computer")));
        QCOMPARE(world.attention->count(), 1);
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
        World world;
        world.secrets.readTrouble = errorOf(static_cast<Error::Kind>(kind));
        world.secrets.writeTrouble = world.secrets.readTrouble;

        world.viewModel->enter();
        QTRY_VERIFY2(world.state().notice.text.contains(word), qPrintable(world.state().notice.text));
        QVERIFY(world.state().notice.tone != Notice::Tone::Problem);
        QCOMPARE(world.state().canRemember, maySave);
        QCOMPARE(world.state().canLookAgain, maySave);

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
        World world;
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
        World world;
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
        World world;
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

    void doesNotMoveOnAfterThePersonWentElsewhere()
    {
        World world;
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
        World world;
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
        World world;
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

    void forgetsTheKeyAndMakesSure()
    {
        World world;
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
        World world;
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
        World world;
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
        World world;
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
        World world(std::nullopt, false);
        QVERIFY(!world.state().canRemember);
        QVERIFY(!world.state().remember);

        world.viewModel->setKey(goodKey);
        world.viewModel->setRemember(true);
        world.viewModel->goForward();

        QTRY_COMPARE(world.finished->count(), 1);
        QCOMPARE(world.secrets.writes, 0);
    }

    void mayBeDestroyedAtAnyMoment()
    {
        for (const bool whileSaving : {false, true}) {
            World world;
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
