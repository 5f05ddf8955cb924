#include "keychain/ossecretstore.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;

/// A locked keyring whose window asks for the password, on a screen of the test's own.
class TestPromptingKeyring : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    QProcess m_prompter;
    const QString m_name = QStringLiteral("platform-key");
    const Secret m_key {QByteArrayLiteral("ak_live_0123")};
    OsSecretStore m_store {QStringLiteral("golive-test"), 20s};

    static QByteArray windowTool(const QStringList &arguments)
    {
        QProcess tool;
        tool.start(QStringLiteral("xdotool"), arguments);
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput().trimmed();
    }
    static QByteArray promptWindow()
    {
        return windowTool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                           QStringLiteral("gcr")})
            .split('\n')
            .constLast();
    }

    /// Presses keys in the window, once it is there.
    void answer(const QStringList &typing)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!promptWindow().isEmpty(), 15'000);
        windowTool({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::fromLatin1(promptWindow())});
        QTest::qWait(300); // it takes keys when it has drawn itself
        windowTool(typing);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(waitFor(m_store.write(m_name, m_key)));
        m_prompter.start(QStringLiteral(GCR_PROMPTER), {});
        QVERIFY(m_prompter.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QDBusConnection::sessionBus().interface()->isServiceRegistered(
                                     QStringLiteral("org.gnome.keyring.SystemPrompter")),
                                 10'000);
        m_keyring.lock();
    }

    void cleanupTestCase()
    {
        m_prompter.kill();
        m_prompter.waitForFinished();
    }

    void readingMakesNoWindowAppear()
    {
        QVERIFY(waitFor(m_store.read(m_name)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store.write(m_name, m_key)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store.names()).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(promptWindow().isEmpty());
    }

    void theRightPasswordOpensIt()
    {
        const auto unlocked = m_store.unlock();
        answer({QStringLiteral("type"), QStringLiteral("--args"), QStringLiteral("1"), QStringLiteral("test password"),
                QStringLiteral("key"), QStringLiteral("Return")});

        const auto answered = waitFor(unlocked);
        QVERIFY2(answered.has_value(), answered ? "" : qPrintable(answered.error().detail));
        QCOMPARE(waitFor(m_store.read(m_name)).value().reveal(), m_key.reveal());
        QCOMPARE(waitFor(m_store.names()).value(), QStringList(m_name));
    }

    void anOpenOneNeedsNoWindow()
    {
        QTRY_VERIFY(promptWindow().isEmpty()); // the last one goes when it likes
        QVERIFY(waitFor(m_store.unlock()));
        QVERIFY(promptWindow().isEmpty());
    }

    void aClosedWindowIsADeclinedOne()
    {
        m_keyring.lock();
        const auto unlocked = m_store.unlock();
        answer({QStringLiteral("key"), QStringLiteral("Escape")});

        QVERIFY(waitFor(unlocked).error().kind == Error::Kind::SecretStoreDismissed);
        QVERIFY(waitFor(m_store.read(m_name)).error().kind == Error::Kind::SecretStoreLocked);
    }

    /// The last: GNOME Keyring does not always live through its window being taken away.
    void anUnansweredWindowIsNotWaitedForForEver()
    {
        m_keyring.lock();
        OsSecretStore hasty(QStringLiteral("golive-test"), 3s);

        QVERIFY(waitFor(hasty.unlock()).error().kind == Error::Kind::SecretStoreNotAnswering);
    }
};

QTEST_GUILESS_MAIN(TestPromptingKeyring)
#include "tst_promptingkeyring.moc"
