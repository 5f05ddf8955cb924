#include "deploy/deployjournal.h"
#include "singleinstance.h"

#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace golive;

namespace {

struct Ended
{
    int code = -1; ///< -1: by a signal
    QString output;
    QString complaint;
};

} // namespace

/// The program as it is started: from a terminal without a display, with settings it cannot use, twice.
class TestProgram : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment clean;
        for (const char *kept : {"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS"})
            if (qEnvironmentVariableIsSet(kept))
                clean.insert(QString::fromLatin1(kept), qEnvironmentVariable(kept));
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            clean.insert(QString::fromLatin1(place), m_home->path());
        clean.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return clean;
    }

    [[nodiscard]] QProcessEnvironment environmentWith(const char *name, const QString &value) const
    {
        QProcessEnvironment variables = environment();
        variables.insert(QString::fromLatin1(name), value);
        return variables;
    }

    [[nodiscard]] QProcessEnvironment withDisplay() const
    {
        return environmentWith("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
    }

    static Ended run(const QProcessEnvironment &variables, const QStringList &arguments)
    {
        QProcess program;
        program.setProcessEnvironment(variables);
        program.start(QStringLiteral(GOLIVE), arguments);
        if (!program.waitForFinished(20'000)) {
            program.kill();
            program.waitForFinished();
        }
        return {program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1,
                QString::fromUtf8(program.readAllStandardOutput()), QString::fromUtf8(program.readAllStandardError())};
    }

    /// Open, and ready to be found by another one.
    void open(QProcess &program) const
    {
        program.setProcessEnvironment(withDisplay());
        program.start(QStringLiteral(GOLIVE), QStringList());
        QVERIFY(program.waitForStarted());
        QVERIFY(QTest::qWaitFor([this] { return !socket().isEmpty(); }, 20'000));
    }

    [[nodiscard]] QString socket() const
    {
        QStringList found = QDir(m_home->path()).entryList({QStringLiteral("golive-*")}, QDir::System);
        return found.value(0);
    }

    /// Preferences and one deployment; answers the deployment's file.
    static QString keepSomething(const QString &conf, const QString &folder)
    {
        QDir().mkpath(QFileInfo(conf).path());
        QSettings settings(conf, QSettings::IniFormat);
        settings.setValue(QStringLiteral("appearance/theme"), QStringLiteral("dark"));
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("api.clerk.com");
        entry.plan.applicationId = QStringLiteral("app_1");
        entry.productionInstanceId = QStringLiteral("ins_1");
        DeployJournal journal(folder);
        (void)journal.save(entry);
        return folder + QLatin1Char('/') + QDir(folder).entryList(QDir::Files).value(0);
    }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/golive-program-XXXXXX")); // sockets want it short
        QVERIFY(m_home->isValid());
    }

    void saysThatThereIsNoDisplay_data()
    {
        QTest::addColumn<QString>("display");
        QTest::newRow("none is named") << QString();
        QTest::newRow("the named one does not answer") << QStringLiteral(":9999");
    }

    void saysThatThereIsNoDisplay()
    {
        QFETCH(QString, display);
        const Ended ended = run(environmentWith("DISPLAY", display), {});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.complaint.contains(QLatin1String("no display")), qPrintable(ended.complaint));
        QVERIFY(!ended.complaint.contains(QLatin1String("reinstalling"))); // Qt's own advice, which is of no use
    }

    void callsItselfByItsNameInTheHelp()
    {
        const Ended ended = run(environment(), {QStringLiteral("--help")});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.output.startsWith(QLatin1String("Usage: golive [options]")), qPrintable(ended.output));
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("an option") << QStringList {QStringLiteral("--frob")};
        QTest::newRow("a word") << QStringList {QStringLiteral("deploy")};
        QTest::newRow("a language") << QStringList {QStringLiteral("--lang"), QStringLiteral("klingon")};
        QTest::newRow("a theme") << QStringList {QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("a size") << QStringList {QStringLiteral("--size"), QStringLiteral("huge")};
        QTest::newRow("an empty folder") << QStringList {QStringLiteral("--config-dir"), QString()};
        QTest::newRow("agreeing to nothing") << QStringList {QStringLiteral("--yes")};
        QTest::newRow("a missing value") << QStringList {QStringLiteral("--tour")};
        QTest::newRow("an empty file") << QStringList {QStringLiteral("--export-report"), QString()};
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QStringList, arguments);
        const Ended ended = run(environment(), arguments);
        QCOMPARE(ended.code, 2);
        QCOMPARE(ended.output, QString());
        QVERIFY2(ended.complaint.contains(QLatin1String("golive --help")), qPrintable(ended.complaint));
    }

    void writesAReportForSupport()
    {
        const QString folder = m_home->filePath(QStringLiteral("golive/deployments"));
        (void)keepSomething(m_home->filePath(QStringLiteral("golive/golive.conf")), folder);
        QFile damaged(folder + QStringLiteral("/damaged.json"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
        damaged.close();
        const QString path = m_home->filePath(QStringLiteral("report.txt"));

        const Ended ended = run(environment(), {QStringLiteral("--export-report"), path});
        QCOMPARE(ended.code, 0);
        QVERIFY2(ended.output.contains(path), qPrintable(ended.output));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray report = file.readAll();
        QVERIFY2(report.contains("app_1  ins_1"), report.constData());
        QVERIFY2(report.contains("Set aside"), report.constData());
        QVERIFY(!report.contains(m_home->path().toUtf8())); // which is the person's home here

        const Ended refused = run(environment(), {QStringLiteral("--export-report"), m_home->path()});
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.complaint.contains(QStringLiteral("could not be written")), qPrintable(refused.complaint));
    }

    void resetsItselfOnlyWhenToldTo()
    {
        const QString conf = m_home->filePath(QStringLiteral("golive/golive.conf"));
        const QString entry = keepSomething(conf, m_home->filePath(QStringLiteral("golive/deployments")));
        const Ended asked = run(environment(), {QStringLiteral("--reset")}); // nobody is there to answer
        QCOMPARE(asked.code, 2);
        QVERIFY2(asked.complaint.contains(QStringLiteral("--yes")), qPrintable(asked.complaint));
        QVERIFY(QFile::exists(conf) && QFile::exists(entry));

        const Ended ended = run(environment(), {QStringLiteral("--reset"), QStringLiteral("--yes")});
        QCOMPARE(ended.code, 0);
        QVERIFY(!QFile::exists(conf) && !QFile::exists(entry));
        QVERIFY2(ended.output.contains(QStringLiteral("platform-key api.clerk.com")), qPrintable(ended.output));
        QVERIFY2(ended.output.contains(QStringLiteral("secret-key ins_1")), qPrintable(ended.output));
        QVERIFY2(ended.output.contains(conf), qPrintable(ended.output));

        const Ended again = run(environment(), {QStringLiteral("--reset")});
        QCOMPARE(again.code, 0);
        QVERIFY2(again.output.contains(QStringLiteral("nothing to remove")), qPrintable(again.output));
    }

    void keepsToTheFolderItIsGiven()
    {
        const QString usual = keepSomething(m_home->filePath(QStringLiteral("golive/golive.conf")),
                                            m_home->filePath(QStringLiteral("golive/deployments")));
        const QString own = m_home->filePath(QStringLiteral("own"));
        const QString entry
            = keepSomething(own + QStringLiteral("/golive.conf"), own + QStringLiteral("/golive-deployments"));
        const QString foreign = own + QStringLiteral("/photograph");
        QVERIFY(QFile(foreign).open(QIODevice::WriteOnly));

        const Ended ended = run(
            environment(), {QStringLiteral("--reset"), QStringLiteral("--yes"), QStringLiteral("--config-dir"), own});
        QCOMPARE(ended.code, 0);
        QVERIFY(!QFile::exists(entry) && QFile::exists(usual) && QFile::exists(foreign));
    }

    void isNotResetWhileItIsOpen()
    {
        QProcess first;
        open(first);
        const Ended ended = run(environment(), {QStringLiteral("--reset"), QStringLiteral("--yes")});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.complaint.contains(QStringLiteral("Close it first")), qPrintable(ended.complaint));
        first.kill();
        first.waitForFinished();
    }

    void comesForwardInsteadOfOpeningTwice()
    {
        QProcess first;
        open(first);
        const Ended second = run(withDisplay(), {});
        QCOMPARE(second.code, 0);
        QVERIFY2(second.output.contains(QLatin1String("open already")), qPrintable(second.output));
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished(10'000));
    }

    void opensAgainAfterItWasKilled()
    {
        {
            QProcess first;
            open(first);
            first.kill();
            QVERIFY(first.waitForFinished(10'000));
        }
        QVERIFY(!socket().isEmpty()); // it could not clean up
        QProcess second;
        open(second);
        QVERIFY(!second.waitForFinished(500)); // it stays
        QVERIFY(run(withDisplay(), {}).output.contains(QLatin1String("open already")));
        second.terminate();
        QVERIFY(second.waitForFinished(10'000));
    }

    void endsInGoodOrderWhenItIsToldTo_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }

    void endsInGoodOrderWhenItIsToldTo()
    {
        QFETCH(int, signal);
        QProcess first;
        open(first);
        QCOMPARE(run(withDisplay(), {}).code, 0); // it answers, so all of it is there
        ::kill(static_cast<pid_t>(first.processId()), signal);
        QVERIFY(first.waitForFinished(10'000));
        QCOMPARE(first.exitStatus(), QProcess::NormalExit);
        QCOMPARE(first.exitCode(), 128 + signal);
        QVERIFY(socket().isEmpty()); // cleaned up

        QProcess second;
        open(second); // and not taken for one that is open already
        QVERIFY(!second.waitForFinished(500));
        second.terminate();
        QVERIFY(second.waitForFinished(10'000));
    }

    void practiceOpensBesideIt()
    {
        QProcess real;
        open(real);
        const Ended tour = run(withDisplay(), {QStringLiteral("--tour"), QStringLiteral("/proc/nowhere")});
        QCOMPARE(tour.code, 1); // it began, and then could not write
        real.terminate();
        QVERIFY(real.waitForFinished(10'000));
    }

    void tellsTheFirstOneEveryTime()
    {
        SingleInstance first(QStringLiteral("scope"), m_home->path());
        QVERIFY(first.claim() == SingleInstance::Outcome::First);
        QSignalSpy shown(&first, &SingleInstance::shownWanted);
        for (int time = 1; time <= 2; ++time) {
            // In another thread: the second one waits for an answer of the first.
            const std::unique_ptr<QThread> other(QThread::create([this] {
                SingleInstance second(QStringLiteral("scope"), m_home->path());
                m_outcome = second.claim();
            }));
            other->start();
            QTRY_VERIFY(other->isFinished());
            QVERIFY(m_outcome == SingleInstance::Outcome::OtherWasShown);
            QCOMPARE(shown.size(), time);
        }
        SingleInstance elsewhere(QStringLiteral("another scope"), m_home->path());
        QVERIFY(elsewhere.claim() == SingleInstance::Outcome::First);
    }

    void doesNotWaitLongForOneThatHangs()
    {
        SingleInstance first(QStringLiteral("scope"), m_home->path());
        QVERIFY(first.claim() == SingleInstance::Outcome::First);
        SingleInstance second(QStringLiteral("scope"), m_home->path());
        QVERIFY(second.claim() == SingleInstance::Outcome::OtherIsSilent); // the first one cannot answer meanwhile
    }

    void worksWhereNothingCanBeLocked()
    {
        SingleInstance alone(QStringLiteral("scope"), QStringLiteral("/proc/nowhere"));
        QVERIFY(alone.claim() == SingleInstance::Outcome::First);
    }

private:
    SingleInstance::Outcome m_outcome = SingleInstance::Outcome::First;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
