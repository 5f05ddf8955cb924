#include "faults/faultlists.h"
#include "testkit/clerkatfault.h"
#include "testkit/realkeyring.h"

#include <QStandardPaths>

#include <csignal>
#include <cstdio>

using namespace golive;

/// A deployment as a process of its own that is killed, suspended, or has no room on the disk; with a real
/// password store. Afterwards it is started again and has to reach the end.
class TestKilled : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<QTemporaryDir> m_folder;
    int m_kills = 0;
    int m_survived = 0;

    void start(QProcess &person, const QStringList &before = {}, const QStringList &after = {})
    {
        QStringList command = before;
        command << QStringLiteral(GOLIVE_PERSON) << m_clerk.url.toString() << m_clerk.controlUrl().toString()
                << QString::fromLatin1(m_clerk.key) << m_folder->path() << after;
        person.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        person.start(command.takeFirst(), command);
    }

    /// Empty when a deployment that is started now reaches the end and everything is right.
    QString problemAfterStartingAgain()
    {
        QProcess person;
        start(person);
        if (!person.waitForFinished(30'000) || !person.readAllStandardOutput().endsWith("through\n"))
            return QStringLiteral("does not reach the end");
        return problem();
    }

    QString problem()
    {
        if (ClerkAtFault::count(m_clerk.effects(), QStringLiteral("POST"), QStringLiteral("/instances")) != 1)
            return QStringLiteral("not one instance was created");
        const auto id = m_clerk.truth(QStringLiteral("applications"))[0][QLatin1String("application_id")].toString();
        const auto live = m_clerk.truth(QStringLiteral("applications/%1?include_secret_keys=true").arg(id));
        const auto production = live[QLatin1String("instances")][1];
        if (fromKeychain(production[QLatin1String("instance_id")].toString())
            != production[QLatin1String("secret_key")].toString().toUtf8())
            return QStringLiteral("the key is lost");
        return {};
    }

    static QByteArray fromKeychain(const QString &instanceId)
    {
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Golive"),
                    QStringLiteral("user"), QStringLiteral("secret-key ") + instanceId});
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput();
    }

    static void forgetKeys()
    {
        QProcess::execute(QStringLiteral("secret-tool"),
                          {QStringLiteral("clear"), QStringLiteral("server"), QStringLiteral("Golive")});
    }

    void cause(const char *mishap, const FaultRow &row, int everyMilliseconds = 1000)
    {
        m_clerk.plan({{QStringLiteral("mishap"), QString::fromLatin1(mishap)},
                      {QStringLiteral("method"), row.method},
                      {QStringLiteral("path"), row.path},
                      {QStringLiteral("query"), row.query},
                      {QStringLiteral("unlike"), row.unlike},
                      {QStringLiteral("occurrence"), row.occurrence},
                      {QStringLiteral("every_ms"), everyMilliseconds}});
    }

    [[nodiscard]] bool comesToIt()
    {
        return QTest::qWaitFor([this] { return m_clerk.mishaps() > 0; }, 20'000);
    }

    static FaultRow creation()
    {
        return {QStringLiteral("POST"), QStringLiteral("platform/applications/*/instances"), {}, {}, 1, 0};
    }

    /// What it takes to do something to the folder of the journal for one process only; empty when that
    /// cannot be done here.
    [[nodiscard]] QStringList inANamespace(const QString &preparation) const
    {
        const QStringList enter {QStringLiteral("unshare"), QStringLiteral("--map-current-user"),
                                 QStringLiteral("--keep-caps"), QStringLiteral("--mount")};
        if (QProcess::execute(enter.constFirst(), enter.mid(1) + QStringList {QStringLiteral("true")}) != 0)
            return {};
        return enter
            + QStringList {QStringLiteral("sh"), QStringLiteral("-c"),
                           preparation.arg(m_folder->path()) + QStringLiteral(" && exec \"$@\""), QStringLiteral("sh")};
    }

private Q_SLOTS:
    void init()
    {
        m_clerk.startAnew();
        m_folder = std::make_unique<QTemporaryDir>();
        forgetKeys();
    }

    void survivesBeingEndedAnywhere_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("killed") << SIGKILL;
        QTest::newRow("told to end") << SIGTERM;
    }

    void survivesBeingEndedAnywhere()
    {
        QFETCH(int, signal);
        QCOMPARE(problemAfterStartingAgain(), QString());
        const QList<FaultRow> rows = rowsFrom(m_clerk.requests());
        QVERIFY(rows.size() >= indispensableCalls().size());
        QStringList problems;
        for (const FaultRow &row : rows)
            for (const char *mishap : {"silent_before", "silent_after", "half_sent"}) {
                // A reading has no effect before or after which it could end.
                const bool isReading = row.method == QLatin1String("GET");
                if (isReading && qstrcmp(mishap, "silent_after") == 0)
                    continue;
                // Once at each call has to do for the gentler way.
                if (signal != SIGKILL && qstrcmp(mishap, isReading ? "silent_before" : "silent_after") != 0)
                    continue;
                init();
                cause(mishap, row);
                QProcess person;
                start(person);
                QVERIFY2(comesToIt(), qPrintable(row.name()));
                ::kill(static_cast<pid_t>(person.processId()), signal);
                QVERIFY2(person.waitForFinished(20'000), qPrintable(row.name()));
                const bool isOrderly = person.exitStatus() == QProcess::NormalExit && person.exitCode() == 128 + signal;
                m_clerk.lift();
                ++m_kills;
                QString problem = problemAfterStartingAgain();
                if (problem.isEmpty() && signal != SIGKILL && !isOrderly)
                    problem = QStringLiteral("does not end in good order");
                if (problem.isEmpty())
                    ++m_survived;
                else
                    problems.append(QStringLiteral("%1, %2: %3").arg(row.name(), QString::fromLatin1(mishap), problem));
            }
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void waitsForAKeyWhenItIsToldToEnd_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void waitsForAKeyWhenItIsToldToEnd()
    {
        QFETCH(int, signal);
        cause("slow", creation(), 1);
        QProcess person;
        start(person);
        QVERIFY(comesToIt());
        ::kill(static_cast<pid_t>(person.processId()), signal);
        QVERIFY(person.waitForFinished(20'000));
        QCOMPARE(person.exitStatus(), QProcess::NormalExit);
        QCOMPARE(person.exitCode(), 128 + signal);
        QCOMPARE(problem(), QString()); // the key is there already
        QCOMPARE(problemAfterStartingAgain(), QString());
    }

    void endsAtOnceWhenNothingWouldBeLost()
    {
        cause("silent_before", {QStringLiteral("GET"), QStringLiteral("platform/applications"), {}, {}, 2, 0});
        QProcess person;
        start(person);
        QVERIFY(comesToIt());
        person.terminate();
        QVERIFY(person.waitForFinished(5'000));
        QCOMPARE(person.exitCode(), 128 + SIGTERM);
        QCOMPARE(problemAfterStartingAgain(), QString());
    }

    void goesOnAfterBeingSuspended()
    {
        cause("slow", creation(), 1);
        QProcess person;
        start(person);
        QVERIFY(comesToIt());
        ::kill(static_cast<pid_t>(person.processId()), SIGSTOP);
        QVERIFY(!person.waitForFinished(1'000));
        ::kill(static_cast<pid_t>(person.processId()), SIGCONT);
        QVERIFY(person.waitForFinished(30'000));
        QVERIFY(person.readAllStandardOutput().endsWith("through\n"));
        QCOMPARE(problem(), QString());
    }

    void needsNoRoomOnTheDisk()
    {
        QProcess person;
        start(person, {}, {QStringLiteral("full-disk")});
        QVERIFY(person.waitForFinished(30'000));
        const QByteArray said = person.readAllStandardOutput();
        QVERIFY(said.endsWith("through\n"));
        QVERIFY2(said.contains("could not be written to disk"), said.constData());
        QCOMPARE(problem(), QString());
        QCOMPARE(problemAfterStartingAgain(), QString()); // which knows nothing of it
    }

    void bearsAFullOrReadOnlyFolder_data()
    {
        QTest::addColumn<QString>("preparation");
        QTest::newRow("full") << QStringLiteral("mount -t tmpfs -o size=4k none '%1' && { cat /dev/zero >'%1/filling' "
                                                "2>/dev/null; true; }");
        QTest::newRow("read-only") << QStringLiteral("mount --bind '%1' '%1' && mount -o remount,ro,bind '%1'");
    }

    void bearsAFullOrReadOnlyFolder()
    {
        QFETCH(QString, preparation);
        const QStringList enter = inANamespace(preparation);
        if (enter.isEmpty())
            QSKIP("no namespaces of one's own here");
        QProcess person;
        start(person, enter);
        QVERIFY(person.waitForFinished(30'000));
        const QByteArray said = person.readAllStandardOutput();
        QVERIFY(said.endsWith("through\n"));
        QVERIFY2(said.contains("could not be written to disk"), said.constData());
        QCOMPARE(problem(), QString());
    }

    void cleanupTestCase() { std::printf("ended %d times, survived %d times\n", m_kills, m_survived); }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
