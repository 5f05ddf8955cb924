#include "keychain/kwallet.h"
#include "keychain/ossecretstore.h"
#include "testkit/leaksearch.h"
#include "testkit/realwallet.h"
#include "testkit/waitfor.h"

#include <QSignalSpy>
#include <qt6keychain/keychain.h>

using namespace golive;
using namespace std::chrono_literals;
using Presence = Keyring::Presence;

/// The same store in a session of KDE's, with its own daemon and its windows on a screen of the test's own.
class TestKWallet : public QObject
{
    Q_OBJECT

    std::optional<RealWallet> m_wallet;
    const QString m_service = QStringLiteral("golive-test");
    const QString m_name = QStringLiteral("platform-key");
    const Secret m_key {QByteArrayLiteral("ak_live_0123456789abcdef")};
    std::optional<OsSecretStore> m_store;

private Q_SLOTS:
    void initTestCase()
    {
        if (QStringLiteral(KWALLETD).isEmpty())
            QSKIP("KWallet is missing (package libkf5wallet-bin): the password store of KDE goes untested");
        m_wallet.emplace();
        m_store.emplace(m_service, 20s);
    }

    void keepsListsAndForgetsASecret()
    {
        QVERIFY(waitFor(m_store->read(m_name)).error().kind == Error::Kind::SecretMissing);
        QCOMPARE(waitFor(m_store->names()).value(), QStringList());

        const auto written = waitFor(m_store->write(m_name, m_key));
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));

        QCOMPARE(waitFor(m_store->read(m_name)).value().reveal(), m_key.reveal());
        QCOMPARE(waitFor(m_store->names()).value(), QStringList(m_name));
        QVERIFY(waitFor(KWallet().find(m_service, m_name)) == Presence::Readable);
        QVERIFY(waitFor(m_store->write(m_name, Secret("another"))));
        QCOMPARE(waitFor(m_store->read(m_name)).value().reveal(), QByteArray("another"));
        QCOMPARE(waitFor(m_store->names()).value(), QStringList(m_name)); // one entry, not two

        QVERIFY(waitFor(m_store->remove(m_name)));

        QVERIFY(waitFor(KWallet().find(m_service, m_name)) == Presence::Absent);
        QVERIFY(waitFor(m_store->read(m_name)).error().kind == Error::Kind::SecretMissing);
        QCOMPARE(waitFor(m_store->names()).value(), QStringList());
        QVERIFY(waitFor(m_store->remove(m_name))); // what is not there is gone
        QVERIFY(!RealWallet::asks());
    }

    /// The wallet is KDE's own, which its other programs show; it is not kept in the Secret Service by the same daemon.
    void itIsWhereKdeShowsIt()
    {
        QVERIFY(waitFor(m_store->write(m_name, m_key)));
        const int handle = RealWallet::call("open", {QStringLiteral("kdewallet"), 0LL, m_service}).toInt();
        QCOMPARE(RealWallet::call("readPassword", {handle, m_service, m_name, m_service}).toString().toUtf8(),
                 m_key.reveal());
        QCOMPARE(filesLeaking(m_wallet->home(), m_key.reveal()), QStringList());
    }

    void aClosedWalletIsNotTakenForAnEmptyOne()
    {
        RealWallet::lock();

        const auto read = waitFor(m_store->read(m_name));
        QVERIFY(!read && isThereButLocked(read.error()));
        QVERIFY(waitFor(m_store->read(QStringLiteral("other"))).error().kind == Error::Kind::SecretMissing);
        QVERIFY(waitFor(m_store->write(m_name, m_key)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store->remove(m_name)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(m_store->names()).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(!RealWallet::asks()); // no window out of the blue
    }

    void aClosedWindowIsADeclinedOne()
    {
        const auto unlocked = m_store->unlock();
        RealWallet::decline();

        QVERIFY(waitFor(unlocked).error().kind == Error::Kind::SecretStoreDismissed);
        QVERIFY(waitFor(m_store->read(m_name)).error().kind == Error::Kind::SecretStoreLocked);
        QTRY_VERIFY(!RealWallet::asks());
    }

    void anUnansweredWindowIsNotWaitedForForEver()
    {
        OsSecretStore hasty(m_service, 2s);

        QVERIFY(waitFor(hasty.unlock()).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(RealWallet::asks());
        // Who looks meanwhile is told how things stand, and does not wait for that window.
        QVERIFY(waitFor(hasty.read(m_name)).error().kind == Error::Kind::SecretStoreLocked);
    }

    void thePasswordOpensIt()
    {
        RealWallet::giveThePassword(); // into the window that was not waited for
        QTRY_VERIFY(waitFor(m_store->read(m_name)).has_value());
        QTRY_VERIFY(!RealWallet::asks());

        RealWallet::lock();
        const auto unlocked = m_store->unlock();
        RealWallet::giveThePassword();

        const auto answered = waitFor(unlocked);
        QVERIFY2(answered.has_value(), answered ? "" : qPrintable(answered.error().detail));
        QCOMPARE(waitFor(m_store->read(m_name)).value().reveal(), m_key.reveal());
        QCOMPARE(waitFor(m_store->names()).value(), QStringList(m_name));
        QVERIFY(waitFor(m_store->unlock())); // an open one needs no window
        QVERIFY(!RealWallet::asks());
    }

    void whoIsNotLetInIsTold()
    {
        m_wallet->askAboutPrograms(true);
        OsSecretStore stranger(QStringLiteral("golive-stranger"), 20s);
        const auto written = stranger.write(m_name, m_key);
        RealWallet::decline();

        QVERIFY(waitFor(written).error().kind == Error::Kind::SecretStoreDismissed);
        m_wallet->askAboutPrograms(false);
    }

    void aSilentDaemonIsToldSoon()
    {
        m_wallet->freeze();
        QElapsedTimer timer;
        timer.start();

        QVERIFY(waitFor(m_store->write(m_name, m_key)).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(waitFor(m_store->read(m_name)).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(waitFor(m_store->remove(m_name)).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(waitFor(m_store->unlock()).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(waitFor(m_store->names()).error().kind == Error::Kind::SecretStoreNotAnswering);
        QVERIFY(timer.elapsed() < 30'000); // and not a minute each

        m_wallet->thaw();
        QTRY_VERIFY(waitFor(m_store->read(m_name)).has_value());
    }

    void everyJobEndsWithItsDaemon()
    {
        QList<QFuture<Result<>>> writing;
        for (int i = 0; i < 100; ++i)
            writing.append(m_store->write(QStringLiteral("entry %1").arg(i), m_key));
        while (!writing.constFirst().isFinished()) // into the middle of it
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(!writing.constLast().isFinished());

        m_wallet->kill();

        int failed = 0;
        for (auto &each : writing) {
            const auto written = waitFor(each);
            if (written)
                continue;
            ++failed;
            const QString why = written.error().code;
            QVERIFY2(why == storefault::ended || why == storefault::noService, qPrintable(why));
        }
        QVERIFY(failed > 0);
        // QtKeychain still works off the jobs that nobody waits for, one after the other. What it makes of a daemon
        // that comes back meanwhile is not looked at here.
        auto *last = new QKeychain::ReadPasswordJob(m_service);
        QSignalSpy lastEnds(last, &QKeychain::Job::finished);
        last->start();
        QTRY_VERIFY_WITH_TIMEOUT(!lastEnds.isEmpty(), 20'000);
    }

    void withoutItEveryCallSaysSo()
    {
        QCOMPARE(waitFor(m_store->read(m_name)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->write(m_name, m_key)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->remove(m_name)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->unlock()).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->names()).error().code, storefault::noService);
    }

    void itsWindowTakesTheAnswerAlongWhenItEnds()
    {
        m_wallet->start();
        const auto unlocked = m_store->unlock();
        QTRY_VERIFY_WITH_TIMEOUT(RealWallet::asks(), 15'000);

        m_wallet->kill();

        QCOMPARE(waitFor(unlocked).error().code, storefault::ended);
    }

    void whatWasKeptOutlivesIt()
    {
        m_wallet->start();
        const auto unlocked = m_store->unlock();
        RealWallet::giveThePassword();

        QVERIFY(waitFor(unlocked));
        QCOMPARE(waitFor(m_store->read(m_name)).value().reveal(), m_key.reveal());
    }

    /// As on a computer on which nobody has used KWallet so far: it asks for a password to make one with.
    void whereThereIsNoWalletYet()
    {
        RealWallet::call("deleteWallet", {QStringLiteral("kdewallet")});

        QVERIFY(waitFor(m_store->read(m_name)).error().kind == Error::Kind::SecretMissing);
        QCOMPARE(waitFor(m_store->names()).value(), QStringList());
        QVERIFY(waitFor(m_store->write(m_name, m_key)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(!RealWallet::asks());
        const auto unlocked = m_store->unlock();
        RealWallet::decline();
        QVERIFY(waitFor(unlocked).error().kind == Error::Kind::SecretStoreDismissed);
    }
};

QTEST_GUILESS_MAIN(TestKWallet)
#include "tst_kwallet.moc"
