#include "e2e/desktopsession.h"
#include "faults/windowatfault.h"

using namespace golive;

/// The desktop ends the session while the program holds a key that the password store has not taken.
class TestSessionEnd : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<DesktopSession> m_desktop;
    std::unique_ptr<WindowAtFault> m_window;

    [[nodiscard]] bool isEnded()
    {
        QProcess &process = m_window->program().process();
        return process.state() == QProcess::NotRunning || process.waitForFinished(10'000);
    }

    /// Goes on until the key of production is only in memory: the password store has stopped answering.
    void holdAKey()
    {
        const auto isAtCreate = [this] { return m_window->person().place() == PersonAtWindow::placeOf("CreatePage"); };
        QVERIFY(m_window->goOn(isAtCreate));
        m_keyring.freeze();
        QVERIFY(m_window->goOn([this] { return m_window->program().ask("shows storeTrouble") == "yes"; }));
        QVERIFY(!m_window->production().isUndefined());
    }

private Q_SLOTS:
    void init()
    {
        m_clerk.startAnew();
        m_desktop = std::make_unique<DesktopSession>();
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("SESSION_MANAGER"), QString::fromStdString(m_desktop->address()));
        m_window = std::make_unique<WindowAtFault>(m_clerk, variables);
        QTRY_VERIFY(m_desktop->hasProgram());
    }

    void cleanup()
    {
        m_keyring.thaw();
        m_window.reset();
        m_desktop.reset();
    }

    void goesAlongWhenNothingWouldBeLost()
    {
        m_desktop->askToEnd(true);
        QTRY_VERIFY(m_desktop->isReady());
        m_desktop->end();
        QVERIFY(isEnded());
        QCOMPARE(m_window->program().process().exitCode(), 0);
    }

    void holdsTheSessionUpForAKey()
    {
        holdAKey();
        m_desktop->askToEnd(true);
        QTRY_VERIFY(m_desktop->isHeldUp());
        QVERIFY(m_window->program().shows("closeQuestion"));
        QVERIFY(!m_window->program().texts().filter(QStringLiteral("only in this program’s memory")).isEmpty());
        QCOMPARE(m_window->program().process().state(), QProcess::Running);

        m_keyring.thaw();
        QCOMPARE(m_window->whatIsLost(), QString()); // it was offered to the store once more
        m_desktop->askToEnd(true);
        QTRY_VERIFY(m_desktop->isReady());
        m_desktop->end();
        QVERIFY(isEnded());
    }

    void storesWhatItCanWhenItMayNotAsk()
    {
        holdAKey();
        m_keyring.thaw();
        m_desktop->askToEnd(false);
        QTRY_VERIFY(m_desktop->isReady());
        QCOMPARE(m_window->whatIsLost(), QString());
    }

    void storesWhatItCanWhenItIsToldToEnd()
    {
        holdAKey();
        m_keyring.thaw();
        m_window->program().process().terminate();
        QVERIFY(isEnded());
        QCOMPARE(m_window->whatIsLost(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSessionEnd)
#include "tst_sessionend.moc"
