#include "keychain/ossecretstore.h"
#include "keychain/secretservice.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

#include <memory>

using namespace golive;
using Presence = Keyring::Presence;

/// A keyring that was filled in another session and has not been opened in this one: where the system logs people in
/// without a password. It knows less of its entries than one that was open and got locked.
class TestNeverOpenedKeyring : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    std::unique_ptr<RealKeyring> m_keyring;
    const QString m_service = QStringLiteral("golive-test");
    const QString m_name = QStringLiteral("platform-key");
    OsSecretStore m_store {m_service};

private Q_SLOTS:
    void initTestCase()
    {
        m_keyring = std::make_unique<RealKeyring>(m_home.path());
        QVERIFY(waitFor(m_store.write(m_name, Secret(QByteArrayLiteral("ak_live_0123")))));
        m_keyring.reset();
        m_keyring = std::make_unique<RealKeyring>(m_home.path(), RealKeyring::Begin::Locked);
    }

    void isNotTakenForAnEmptyOne()
    {
        const auto names = waitFor(m_store.names());
        QVERIFY(!names);
        QVERIFY(names.error().kind == Error::Kind::SecretStoreLocked);
    }

    void theEntryIsThereButLocked()
    {
        QVERIFY(waitFor(SecretService().find(m_service, m_name)) == Presence::Locked);
        QVERIFY(isThereButLocked(waitFor(m_store.read(m_name)).error()));
        QVERIFY(waitFor(m_store.remove(m_name)).error().kind == Error::Kind::SecretStoreLocked);
    }

    void hasNoEntriesOfOthers()
    {
        QVERIFY(waitFor(OsSecretStore(QStringLiteral("another-program")).names()).value().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNeverOpenedKeyring)
#include "tst_neveropenedkeyring.moc"
