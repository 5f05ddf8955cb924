#include "keychain/ossecretstore.h"
#include "testkit/keyringprompt.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;

/// A locked keyring whose window asks for the password, on a screen of the test's own.
class TestPromptingKeyring : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    KeyringPrompt m_prompt;
    const QString m_name = QStringLiteral("platform-key");
    const Secret m_key {QByteArrayLiteral("ak_live_0123")};
    OsSecretStore m_store {QStringLiteral("golive-test"), 20s};

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(waitFor(m_store.write(m_name, m_key)));
        m_prompt.start();
        m_keyring.lock();
    }

    void readingMakesNoWindowAppear()
    {
        QVERIFY(waitFor(m_store.read(m_name)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store.write(m_name, m_key)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store.names()).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(m_prompt.isHidden());
    }

    void theRightPasswordOpensIt()
    {
        const auto unlocked = m_store.unlock();
        m_prompt.giveThePassword();

        const auto answered = waitFor(unlocked);
        QVERIFY2(answered.has_value(), answered ? "" : qPrintable(answered.error().detail));
        QCOMPARE(waitFor(m_store.read(m_name)).value().reveal(), m_key.reveal());
        QCOMPARE(waitFor(m_store.names()).value(), QStringList(m_name));
    }

    void anOpenOneNeedsNoWindow()
    {
        QTRY_VERIFY(m_prompt.isHidden()); // the last one goes when it likes
        QVERIFY(waitFor(m_store.unlock()));
        QVERIFY(m_prompt.isHidden());
    }

    void aClosedWindowIsADeclinedOne()
    {
        m_keyring.lock();
        const auto unlocked = m_store.unlock();
        m_prompt.decline();

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
