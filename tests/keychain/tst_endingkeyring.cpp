#include "keychain/ossecretstore.h"
#include "testkit/ownbus.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;

/// A password store that ends in the middle, and then the session bus below it. Whoever still holds a
/// key in memory lives on.
class TestEndingKeyring : public QObject
{
    Q_OBJECT

    OwnBus m_bus {QStringLiteral(BUS_CONFIGURATION)};
    std::optional<RealKeyring> m_keyring;
    std::optional<OsSecretStore> m_store;
    const QString m_name = QStringLiteral("platform-key");
    const Secret m_key {QByteArrayLiteral("ak_live_0123")};

    /// The kind with its number and what the store said, so that a failure of the test tells what came instead.
    template<typename T>
    static QString troubleOf(const Result<T> &answer)
    {
        if (answer)
            return QStringLiteral("none");
        return answer.error().kind == Error::Kind::SecretStoreNotAnswering
            ? notAnswering
            : QStringLiteral("kind %1: %2").arg(int(answer.error().kind)).arg(answer.error().detail);
    }
    inline static const QString notAnswering = QStringLiteral("not answering");

private Q_SLOTS:
    void initTestCase()
    {
        m_keyring.emplace();
        m_store.emplace(QStringLiteral("golive-test"));
        QVERIFY(waitFor(m_store->write(m_name, m_key)));
    }

    void aSilentServiceIsToldSoon()
    {
        m_keyring->freeze();
        QElapsedTimer timer;
        timer.start();

        QCOMPARE(troubleOf(waitFor(m_store->write(m_name, m_key))), notAnswering);
        QCOMPARE(troubleOf(waitFor(m_store->read(m_name))), notAnswering);
        QCOMPARE(troubleOf(waitFor(m_store->remove(m_name))), notAnswering);
        QCOMPARE(troubleOf(waitFor(m_store->unlock())), notAnswering);
        QCOMPARE(troubleOf(waitFor(m_store->names())), notAnswering);
        QVERIFY(timer.elapsed() < 30'000); // and not a minute each

        m_keyring->thaw();
        QTRY_VERIFY(waitFor(m_store->read(m_name)).has_value());
    }

    void everyJobEndsWithItsService()
    {
        QList<QFuture<Result<>>> writing;
        for (int i = 0; i < 100; ++i)
            writing.append(m_store->write(QStringLiteral("entry %1").arg(i), m_key));
        while (!writing.constFirst().isFinished()) // into the middle of it
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(!writing.constLast().isFinished());
        QElapsedTimer timer;
        timer.start();

        m_keyring.reset(); // killed

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
        QVERIFY(timer.elapsed() < 10'000); // and not a minute each
    }

    void withoutItEveryCallSaysSo()
    {
        QCOMPARE(waitFor(m_store->read(m_name)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->write(m_name, m_key)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->remove(m_name)).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->unlock()).error().code, storefault::noService);
        QCOMPARE(waitFor(m_store->names()).error().code, storefault::noService);
    }

    void theProgramOutlivesTheBus()
    {
        m_bus.end();
        QTest::qWait(500); // time enough for a signal to arrive

        QTRY_COMPARE(waitFor(m_store->read(m_name)).error().code, storefault::noBus);
        QCOMPARE(waitFor(m_store->write(m_name, m_key)).error().code, storefault::noBus);
    }
};

QTEST_GUILESS_MAIN(TestEndingKeyring)
#include "tst_endingkeyring.moc"
