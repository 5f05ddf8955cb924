#include "deploy/deployjournal.h"
#include "testkit/steeredprogram.h"

using namespace golive;

/// The program itself on a computer that is connected to nothing: in a network namespace where there is only loopback.
class TestWithoutNetwork : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QProcessEnvironment environment(const QString &clerk = {}) const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            variables.insert(QString::fromLatin1(place), m_home->path());
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "no_proxy"})
            variables.remove(QString::fromLatin1(name));
        if (!clerk.isEmpty())
            variables.insert(QStringLiteral("CLERK_PLATFORM_API_URL"), clerk);
        return variables;
    }

    [[nodiscard]] static QStringList disconnected()
    {
        return {QStringLiteral("unshare"), QStringLiteral("--map-root-user"),
                QStringLiteral("--net"),   QStringLiteral("sh"),
                QStringLiteral("-c"),      QStringLiteral("ip link set lo up && exec \"$@\""),
                QStringLiteral("sh")};
    }

    /// Into the namespace of a program that was started so.
    [[nodiscard]] static QStringList beside(SteeredProgram &program)
    {
        return {QStringLiteral("nsenter"),  QStringLiteral("--preserve-credentials"),
                QStringLiteral("--user"),   QStringLiteral("--net"),
                QStringLiteral("--target"), QString::number(program.process().processId())};
    }

    void keepADeployment() const
    {
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("api.clerk.com");
        entry.plan.applicationId = QStringLiteral("app_1");
        entry.plan.applicationName = QStringLiteral("Corner Shop");
        entry.plan.domain = QStringLiteral("corner-shop.example");
        entry.productionInstanceId = QStringLiteral("ins_1");
        DeployJournal journal(m_home->filePath(QStringLiteral("golive/deployments")));
        QVERIFY(journal.save(entry));
    }

    static void goToConnect(SteeredProgram &program)
    {
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.type(QStringLiteral("platformKey"), "ak_without0a0network0abcdefghijk"));
        QVERIFY(program.press(QStringLiteral("next")));
    }

    [[nodiscard]] static bool says(SteeredProgram &program, const QString &words)
    {
        return QTest::qWaitFor([&] { return !program.texts().filter(words).isEmpty(); }, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QStringList trial = disconnected() + QStringList {QStringLiteral("true")};
        if (QProcess::execute(trial.constFirst(), trial.mid(1)) != 0)
            QSKIP("no network namespace can be made here: nobody starts the program without a network");
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/golive-offline-XXXXXX")); }

    void saysSoAndLosesNothing()
    {
        SteeredProgram program(environment(), {}, disconnected());
        goToConnect(program);

        QVERIFY(says(program, QStringLiteral("Clerk could not be reached. Check your internet connection")));

        QVERIFY(program.waitUntil(QStringLiteral("can next"))); // to try again
        QVERIFY(program.press(QStringLiteral("back")));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.press(QStringLiteral("next"))); // the key is still there
        QVERIFY(says(program, QStringLiteral("Clerk could not be reached. Check your internet connection")));
    }

    void showsWhatWasBegunEarlier()
    {
        keepADeployment();
        SteeredProgram program(environment(), {}, disconnected());
        QVERIFY(says(program, QStringLiteral("Corner Shop")));

        QVERIFY(program.press(QStringLiteral("continue-app_1")));

        QVERIFY(program.shows("platformKey"));
        QVERIFY(program.type(QStringLiteral("platformKey"), "ak_without0a0network0abcdefghijk"));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(says(program, QStringLiteral("Clerk could not be reached. Check your internet connection")));
        QVERIFY(!DeployJournal(m_home->filePath(QStringLiteral("golive/deployments"))).entries().isEmpty());
    }

    void practisesAllTheSame()
    {
        SteeredProgram program(environment(), {QStringLiteral("--practice")}, disconnected());
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.shows("practiceKey"));
        const QStringList keys = program.texts().filter(QRegularExpression(QStringLiteral("^ak_\\w+$")));
        QVERIFY(!keys.isEmpty());
        QVERIFY(program.type(QStringLiteral("platformKey"), keys.constFirst().toUtf8()));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(says(program, QStringLiteral("Corner Shop")));
    }

    void goesOnOnceTheNetworkIsThere()
    {
        SteeredProgram program(environment(QStringLiteral("http://127.0.0.1:18080")), {}, disconnected());
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.type(QStringLiteral("platformKey"), "ak_without0a0network0abcdefghijk"));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(says(program, QStringLiteral("Clerk could not be reached. Check your internet connection")));

        QProcess clerk;
        const QStringList command = beside(program)
            + QStringList {QStringLiteral(PRACTICE_SERVER), QStringLiteral("--port"), QStringLiteral("18080")};
        clerk.start(command.constFirst(), command.mid(1));
        QVERIFY(clerk.waitForReadyRead(20'000));
        QTRY_VERIFY(clerk.canReadLine());
        (void)clerk.readLine();
        QTRY_VERIFY(clerk.canReadLine() || clerk.waitForReadyRead(100));
        QVERIFY(program.type(QStringLiteral("platformKey"), clerk.readLine().trimmed()));
        QVERIFY(program.press(QStringLiteral("next")));

        QVERIFY(says(program, QStringLiteral("Corner Shop")));
        clerk.terminate();
        QVERIFY(clerk.waitForFinished(10'000));
    }
};

QTEST_GUILESS_MAIN(TestWithoutNetwork)
#include "tst_withoutnetwork.moc"
