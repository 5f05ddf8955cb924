#include "keychain/ossecretstore.h"
#include "keychain/secretservice.h"
#include "testkit/keyringprompt.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

#include <QFile>
#include <QStandardPaths>

#include <memory>

using namespace golive;
using namespace std::chrono_literals;

/// An entry in a keyring of its own: what new entries go to is open, and where the old one lies is not.
class TestTwoKeyrings : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    KeyringPrompt m_prompt;
    std::unique_ptr<RealKeyring> m_keyring;
    const QString m_service = QStringLiteral("golive-test");
    const QString m_name = QStringLiteral("platform-key");
    OsSecretStore m_store {m_service, 20s};

    [[nodiscard]] QString file(const char *name) const
    {
        const QString folder = m_home.filePath(QStringLiteral("keyrings/"));
        return (QFile::exists(folder) ? folder : m_home.filePath(QStringLiteral(".local/share/keyrings/")))
            + QString::fromLatin1(name);
    }

    /// In a program of its own, since this one is to speak to the second keyring.
    void fileAnEntry()
    {
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("store"), QStringLiteral("--label=entry"), QStringLiteral("user"), m_name,
                    QStringLiteral("server"), m_service, QStringLiteral("type"), QStringLiteral("plaintext"),
                    QStringLiteral("xdg:schema"), QStringLiteral("org.qt.keychain")});
        tool.write("ak_live_0123");
        tool.closeWriteChannel();
        QVERIFY(tool.waitForFinished(10'000));
        QCOMPARE(tool.exitCode(), 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("secret-tool")).isEmpty())
            QSKIP("secret-tool is missing (package libsecret-tools)");
        m_keyring = std::make_unique<RealKeyring>(m_home.path());
        fileAnEntry();
        m_keyring.reset();
        QVERIFY(QFile::rename(file("login.keyring"), file("other.keyring")));
        m_keyring = std::make_unique<RealKeyring>(m_home.path());
        m_prompt.start();
    }

    void theEntryIsSeenBehindItsLock()
    {
        QVERIFY(waitFor(SecretService().isUnlocked()));
        QVERIFY(isThereButLocked(waitFor(m_store.read(m_name)).error()));
        QVERIFY(waitFor(m_store.names()).error().kind == Error::Kind::SecretStoreLocked);
    }

    void aDeclinedOneStaysLocked()
    {
        const auto unlocked = m_store.unlock();
        m_prompt.decline();

        QVERIFY(waitFor(unlocked).error().kind == Error::Kind::SecretStoreDismissed);
        QVERIFY(isThereButLocked(waitFor(m_store.read(m_name)).error()));
    }

    void unlockingOpensTheKeyringWithTheEntry()
    {
        QTRY_VERIFY(m_prompt.isHidden());
        const auto unlocked = m_store.unlock();
        m_prompt.giveThePassword();

        const auto answered = waitFor(unlocked);
        QVERIFY2(answered.has_value(), answered ? "" : qPrintable(answered.error().detail));
        QCOMPARE(waitFor(m_store.read(m_name)).value().reveal(), QByteArray("ak_live_0123"));
        QCOMPARE(waitFor(m_store.names()).value(), QStringList(m_name));
    }

    void whatIsOpenCanBeRemoved()
    {
        QVERIFY(waitFor(m_store.remove(m_name)));
        QVERIFY(waitFor(m_store.names()).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTwoKeyrings)
#include "tst_twokeyrings.moc"
