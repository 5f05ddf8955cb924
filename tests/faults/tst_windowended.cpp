#include "faults/faultlists.h"
#include "faults/windowatfault.h"

#include <csignal>

using namespace golive;

/// The program itself is ended while Clerk creates the production instance, its window open: before Clerk has done so,
/// after it, and in the middle of the answer. Opened again, it finds the one instance and has its key.
class TestWindowEnded : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};

    static qsizetype create() { return PersonAtWindow::placeOf("CreatePage"); }

    void plan(const char *mishap)
    {
        m_clerk.startAnew();
        m_clerk.plan({{QStringLiteral("mishap"), QString::fromLatin1(mishap)},
                      {QStringLiteral("method"), QStringLiteral("POST")},
                      {QStringLiteral("path"), QStringLiteral("platform/applications/*/instances")},
                      {QStringLiteral("every_ms"), 1}});
    }

private Q_SLOTS:
    void comesBackToTheOneInstance_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QByteArray>("mishap");
        const std::initializer_list<std::pair<const char *, int>> signalNames {
            {"SIGKILL", SIGKILL}, {"SIGTERM", SIGTERM}, {"SIGINT", SIGINT}, {"SIGHUP", SIGHUP}};
        const std::initializer_list<std::pair<const char *, const char *>> moments {
            {"before the effect", "silent_before"},
            {"after the effect", "silent_after"},
            {"half of the answer", "half_sent"},
            {"a slow answer", "slow"}};
        for (const auto &[name, number] : signalNames)
            for (const auto &[moment, mishap] : moments)
                QTest::addRow("%s, %s", name, moment) << number << QByteArray(mishap);
    }

    void comesBackToTheOneInstance()
    {
        QFETCH(int, signal);
        QFETCH(QByteArray, mishap);
        plan(mishap.constData());
        WindowAtFault window(m_clerk, QProcessEnvironment::systemEnvironment());
        // The window says that it creates, and Clerk has been asked.
        const auto isCreating
            = [&] { return window.person().place() == create() && window.person().isBusy() && m_clerk.mishaps() > 0; };
        QVERIFY2(window.goOn(isCreating), qPrintable(window.person().told()));
        QCOMPARE(window.creations(), mishap == "silent_before" ? 0 : 1);

        QProcess &process = window.program().process();
        ::kill(static_cast<pid_t>(process.processId()), signal);
        if (signal != SIGKILL && mishap != "slow") {
            QVERIFY(!process.waitForFinished(300)); // it waits for the key, as long as the system is likely to
            for (int looks = 0; looks < 400 && process.state() != QProcess::NotRunning; ++looks) {
                window.program().ask("pass 0.05");
                QCoreApplication::processEvents();
            }
        }
        QVERIFY(process.state() == QProcess::NotRunning || process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), signal == SIGKILL ? QProcess::CrashExit : QProcess::NormalExit);
        if (signal != SIGKILL)
            QCOMPARE(process.exitCode(), 128 + signal);
        if (signal != SIGKILL && mishap == "slow")
            QCOMPARE(window.whatIsLost(), QString()); // it was waited for

        m_clerk.lift();
        window.start();
        // On to where the keys are taken, which asks Clerk for one that was lost with the answer.
        const auto isThrough = [&] { return window.person().place() == PersonAtWindow::placeOf("SummaryPage"); };
        QVERIFY2(window.goOn(isThrough), qPrintable(window.person().told()));
        QCOMPARE(window.whatIsLost(), QString());
        QCOMPARE(ClerkAtFault::count(m_clerk.requests(), QStringLiteral("POST"), QStringLiteral("/instances")),
                 mishap == "silent_before" ? 2 : 1); // never a second time once it is there
    }
};

QTEST_GUILESS_MAIN(TestWindowEnded)
#include "tst_windowended.moc"
