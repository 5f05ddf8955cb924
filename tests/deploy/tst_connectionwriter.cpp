#include "deploy/connectionwriter.h"

#include "testkit/scriptedplatformapi.h"
#include "testkit/waitfor.h"

using namespace golive;

/// How one connection is written: first tried, then done, and never over somebody else's change.
class TestConnectionWriter : public QObject
{
    Q_OBJECT

    static InstanceConfig config(const QString &version, const QString &id)
    {
        const QJsonObject google {{QStringLiteral("enabled"), true}, {QStringLiteral("client_id"), id}};
        return {version, {{QStringLiteral("connection_oauth_google"), google}}};
    }

    static ConnectionChange googleChange()
    {
        ConnectionChange change;
        change.applicationId = QStringLiteral("app_shop");
        change.instanceId = QStringLiteral("ins_prod");
        change.section = QStringLiteral("connection_oauth_google");
        change.values = {{QStringLiteral("enabled"), true}, {QStringLiteral("client_id"), QStringLiteral("new")}};
        change.secrets = {{change.section, QStringLiteral("client_secret"), Secret("typed")}};
        change.seen = config(QStringLiteral("v1_a"), QStringLiteral("old"));
        return change;
    }

    struct World
    {
        Result<> write() { return waitFor(writer.write(googleChange())); }

        ScriptedPlatformApi api;
        ConnectionWriter writer {api};
    };

    static QList<bool> trials(const ScriptedPlatformApi &api)
    {
        QList<bool> trials;
        for (const ConfigPatch &patch : api.patches)
            trials.append(patch.dryRun);
        return trials;
    }

private Q_SLOTS:
    void triesBeforeItWrites()
    {
        World world;

        QVERIFY(world.write());

        QCOMPARE(trials(world.api), QList<bool>({true, false}));
        for (const ConfigPatch &patch : world.api.patches) {
            QCOMPARE(patch.ifMatch, QStringLiteral("v1_a"));
            QCOMPARE(patch.changes, QJsonObject({{googleChange().section, googleChange().values}}));
            QCOMPARE(patch.secrets.size(), 1);
        }
    }

    void writesNothingWhenTheTrialIsRefused()
    {
        World world;
        world.api.patch = failure(Error::Kind::Rejected);

        const auto answer = world.write();

        QVERIFY(!answer && answer.error().kind == Error::Kind::Rejected);
        QCOMPARE(trials(world.api), QList<bool> {true});
    }

    void goesOnWhenSomebodyChangedSomethingElse()
    {
        World world;
        world.api.patch.once(failure(Error::Kind::VersionConflict));
        world.api.productionConfig = config(QStringLiteral("v1_b"), QStringLiteral("old"));

        QVERIFY(world.write());

        QCOMPARE(trials(world.api), QList<bool>({true, true, false}));
        QCOMPARE(world.api.patches.constLast().ifMatch, QStringLiteral("v1_b"));
    }

    void startsOverWhenItChangesBetweenTrialAndWriting()
    {
        World world;
        world.api.patch.once(ConfigChange());
        world.api.patch.once(failure(Error::Kind::VersionConflict));
        world.api.productionConfig = config(QStringLiteral("v1_b"), QStringLiteral("old"));

        QVERIFY(world.write());

        QCOMPARE(trials(world.api), QList<bool>({true, false, true, false}));
    }

    void stopsWhenSomebodyChangedTheSameConnection()
    {
        World world;
        world.api.patch.once(failure(Error::Kind::VersionConflict));
        world.api.productionConfig = config(QStringLiteral("v1_b"), QStringLiteral("theirs"));

        const auto answer = world.write();

        QVERIFY(!answer && answer.error().kind == Error::Kind::VersionConflict);
        QCOMPARE(world.api.patches.size(), 1);
    }

    void doesNotRaceForEver()
    {
        World world;
        world.api.patch = failure(Error::Kind::VersionConflict);
        world.api.productionConfig = config(QStringLiteral("v1_b"), QStringLiteral("old"));

        const auto answer = world.write();

        QVERIFY(!answer && answer.error().kind == Error::Kind::VersionConflict);
        QVERIFY(world.api.patches.size() < 10);
    }

    void triesAgainWhenTheAnswerToATrialIsLost()
    {
        World world;
        world.api.patch.once(failure(Error::Kind::TimedOut));
        QVERIFY(world.write());
        QCOMPARE(trials(world.api), QList<bool>({true, true, false}));

        world.api.patches.clear();
        world.api.patch.once(failure(Error::Kind::TimedOut));
        world.api.patch.once(failure(Error::Kind::TimedOut));
        QVERIFY(!world.write());
        QCOMPARE(trials(world.api), QList<bool>({true, true}));
    }

    void looksAfterALostAnswer_data()
    {
        QTest::addColumn<InstanceConfig>("now");
        QTest::addColumn<bool>("arrived");
        InstanceConfig written = config(QStringLiteral("v1_b"), QStringLiteral("new"));
        QJsonObject google = written.settings.value(googleChange().section).toObject();
        google.insert(QStringLiteral("client_secret"), QStringLiteral("••••••••"));
        written.settings.insert(googleChange().section, google);
        QTest::newRow("written") << written << true;
        QTest::newRow("not written") << config(QStringLiteral("v1_a"), QStringLiteral("old")) << false;
        InstanceConfig same = written;
        same.version = QStringLiteral("v1_a");
        QTest::newRow("as it was before") << same << false;
        QTest::newRow("somebody else's") << config(QStringLiteral("v1_b"), QStringLiteral("theirs")) << false;
        QTest::newRow("without the secret") << config(QStringLiteral("v1_b"), QStringLiteral("new")) << false;
    }
    void looksAfterALostAnswer()
    {
        QFETCH(InstanceConfig, now);
        World world;
        world.api.patch.once(ConfigChange());
        world.api.patch.once(failure(Error::Kind::TimedOut));
        world.api.productionConfig = now;

        const auto answer = world.write();

        QTEST(answer.has_value(), "arrived");
        QCOMPARE(world.api.patches.size(), 2); // never sent twice
    }
};

QTEST_GUILESS_MAIN(TestConnectionWriter)
#include "tst_connectionwriter.moc"
