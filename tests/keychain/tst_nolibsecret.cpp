#include "keychain/ossecretstore.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

using namespace golive;

/// A keyring runs, but the library through which QtKeychain speaks to it is not the one it needs.
class TestNoLibsecret : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring;
    const Secret m_key {QByteArrayLiteral("ak_live_0123")};

private Q_SLOTS:
    void theReasonIsNamed()
    {
        OsSecretStore store(QStringLiteral("golive-test"));

        const auto written = waitFor(store.write(QStringLiteral("key"), m_key));

        QVERIFY(!written);
        QVERIFY(written.error().kind == Error::Kind::SecretStoreUnavailable);
        QCOMPARE(written.error().code, storefault::noLibrary);
    }
};

QTEST_GUILESS_MAIN(TestNoLibsecret)
#include "tst_nolibsecret.moc"
