#include "deploy/credentialkeeper.h"

#include "testkit/movedclock.h"
#include "testkit/scriptedsecretstore.h"
#include "testkit/settle.h"
#include "testkit/waitfor.h"

using namespace golive;

/// What was entered for a provider, in the password store.
class TestCredentialKeeper : public QObject
{
    Q_OBJECT

    static ProviderCredentials google(const QByteArray &secret = "GOCSPX-typed")
    {
        ProviderCredentials credentials;
        credentials.slug = QStringLiteral("google");
        credentials.values.insert(QStringLiteral("client_id"), QStringLiteral("12.apps.googleusercontent.com"));
        credentials.secrets.insert(QStringLiteral("client_secret"), Secret(secret));
        return credentials;
    }

    struct World
    {
        ScriptedSecretStore store;
        MovedClock clock;
        CredentialKeeper keeper {store, clock};
        const QString instance = QStringLiteral("ins_prod");

        Result<ProviderCredentials> read() { return waitFor(keeper.read(instance, QStringLiteral("google"))); }
    };

private Q_SLOTS:
    void givesBackWhatWasEntered()
    {
        World world;
        ProviderCredentials apple = google("-----BEGIN PRIVATE KEY-----\nline „two“\n-----END PRIVATE KEY-----\n");
        world.keeper.keep(world.instance, apple);
        world.keeper.flush();
        settle();

        const auto back = world.read();

        QVERIFY(back);
        QCOMPARE(back->slug, apple.slug);
        QCOMPARE(back->values, apple.values);
        QCOMPARE(back->secrets.value(QStringLiteral("client_secret")).reveal(),
                 apple.secrets.value(QStringLiteral("client_secret")).reveal());
        QCOMPARE(world.store.lastName, QStringLiteral("provider-credentials ins_prod google"));
    }

    void writesOnceAfterTheLastLetter()
    {
        World world;
        for (int letters = 1; letters < 10; ++letters) {
            world.keeper.keep(world.instance, google(QByteArray(letters, 'x')));
            world.clock.advance(std::chrono::milliseconds(100));
        }
        QCOMPARE(world.store.writes, 0);
        QVERIFY(world.keeper.holdsUnkept());

        world.clock.advance(CredentialKeeper::pause);
        settle();

        QCOMPARE(world.store.writes, 1);
        QVERIFY(!world.keeper.holdsUnkept());
        QCOMPARE(world.read()->secrets.value(QStringLiteral("client_secret")).reveal(), QByteArray(9, 'x'));
    }

    void removesOnlyWhenTheWritingIsThrough()
    {
        World world;
        world.store.hold();
        world.keeper.keep(world.instance, google());
        world.keeper.flush();
        world.keeper.forget(world.instance, QStringLiteral("google"));
        QCOMPARE(world.store.removals, 0); // the store reads back what it wrote

        world.store.answer();
        settle();

        QCOMPARE(world.store.removals, 1);
        QVERIFY(world.read().error().kind == Error::Kind::SecretMissing);
    }

    void doesNotWriteWhatWasForgottenMeanwhile()
    {
        World world;
        world.keeper.keep(world.instance, google());
        world.keeper.forget(world.instance, QStringLiteral("google"));
        world.clock.advance(std::chrono::minutes(1));
        settle();

        QCOMPARE(world.store.writes, 0);
        QVERIFY(!world.keeper.holdsUnkept());
    }

    void saysWhenTheStoreRefuses()
    {
        World world;
        world.store.writeTrouble = failure(Error::Kind::SecretStoreLocked).value();
        world.keeper.keep(world.instance, google());
        world.keeper.flush();
        settle();

        QVERIFY(world.keeper.holdsUnkept());
        QVERIFY(world.keeper.trouble()->kind == Error::Kind::SecretStoreLocked);

        world.store.writeTrouble.reset();
        world.keeper.keep(world.instance, google());
        world.keeper.flush();
        settle();
        QVERIFY(!world.keeper.holdsUnkept());
    }

    void triesAgainWithoutBeingGivenItOnceMore()
    {
        World world;
        world.store.writeTrouble = failure(Error::Kind::SecretStoreLocked).value();
        world.keeper.keep(world.instance, google("typed once"));
        world.keeper.flush();
        settle();
        QVERIFY(!waitFor(world.keeper.tryAgain()));
        QVERIFY(world.keeper.holdsUnkept());

        world.store.unlocks = true;
        QVERIFY(waitFor(world.keeper.tryAgain()));
        settle();

        QVERIFY(!world.keeper.trouble());
        QVERIFY(!world.keeper.holdsUnkept());
        QCOMPARE(world.read()->secrets.value(QStringLiteral("client_secret")).reveal(), QByteArray("typed once"));
    }

    void saysWhatCouldNotBeRemoved()
    {
        World world;
        world.store.kept = Secret("{}");
        world.store.removeTrouble = failure(Error::Kind::SecretStoreLocked).value();
        world.keeper.forget(world.instance, QStringLiteral("google"));
        settle();
        QVERIFY(world.keeper.trouble().has_value());
        QVERIFY(world.keeper.onlyRemovalsFailed());

        world.store.removeTrouble.reset();
        QVERIFY(waitFor(world.keeper.tryAgain()));
        settle();
        QVERIFY(!world.keeper.trouble());
        QVERIFY(!world.store.kept);
    }

    void asksNothingOfAStoreThatIsNotThere()
    {
        World world;
        world.store.removeTrouble = failure(Error::Kind::SecretStoreUnavailable).value();
        world.keeper.forget(world.instance, QStringLiteral("google"));
        settle();
        QVERIFY(!world.keeper.trouble());
    }

    void takesNothingFromWhatSomebodyElsePutThere_data()
    {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("GOCSPX-alone");
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("numbers") << QByteArray(R"({"values": {"client_id": 12}, "secrets": 3})");
        QTest::newRow("no text") << QByteArray("\0\1\2", 3);
    }
    void takesNothingFromWhatSomebodyElsePutThere()
    {
        QFETCH(QByteArray, entry);
        World world;
        world.store.kept = Secret(entry);

        const auto read = world.read();

        QVERIFY(read);
        QVERIFY(read->values.isEmpty());
        QVERIFY(read->secrets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCredentialKeeper)
#include "tst_credentialkeeper.moc"
