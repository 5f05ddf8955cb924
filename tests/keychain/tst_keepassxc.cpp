#include "keychain/ossecretstore.h"
#include "keychain/secretservice.h"
#include "testkit/waitfor.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace golive;
using namespace std::chrono_literals;

/// The same store behind KeePassXC, which keeps secrets for the desktop when its person wishes it. It is started with
/// a database of its own; skipped where it is not installed.
class TestKeePassXc : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;
    QProcess m_keeper;
    const QString m_name = QStringLiteral("platform-key");
    const Secret m_key {QByteArrayLiteral("ak_live_0123")};

    [[nodiscard]] QString path(const char *name) const { return m_home.filePath(QString::fromLatin1(name)); }

    void put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    /// Its root group is the one that it shows to others.
    static QByteArray database()
    {
        const QUuid root = QUuid::createUuid();
        return "<?xml version=\"1.0\"?><KeePassFile><Meta><CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>"
            + root.toString().toLatin1() + "</Value></Item></CustomData></Meta><Root><Group><UUID>"
            + root.toRfc4122().toBase64() + "</UUID><Name>Root</Name></Group></Root></KeePassFile>";
    }

    void makeDatabase()
    {
        put(path("database.xml"), database());
        QProcess maker;
        maker.start(QStringLiteral("keepassxc-cli"),
                    {QStringLiteral("import"), QStringLiteral("-p"), path("database.xml"), path("database.kdbx")});
        maker.write("test password\ntest password\n");
        maker.closeWriteChannel();
        QVERIFY(maker.waitForFinished(20'000));
        QVERIFY2(QFile::exists(path("database.kdbx")), maker.readAllStandardError().constData());
    }

    static void lock()
    {
        // Its own interface: what a click on the lock does.
        const QDBusMessage reply = QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
            QStringLiteral("org.keepassxc.KeePassXC.MainWindow"), QStringLiteral("/keepassxc"),
            QStringLiteral("org.keepassxc.KeePassXC.MainWindow"), QStringLiteral("lockAllDatabases")));
        QVERIFY2(reply.type() != QDBusMessage::ErrorMessage, qPrintable(reply.errorMessage()));
    }

    /// The service is there before its database is open, and would ask for the password meanwhile.
    static bool isOpen()
    {
        auto call = QDBusMessage::createMethodCall(
            QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets"),
            QStringLiteral("org.freedesktop.Secret.Service"), QStringLiteral("ReadAlias"));
        call.setArguments({QStringLiteral("default")});
        const QDBusMessage reply = QDBusConnection::sessionBus().call(call);
        return reply.arguments().value(0).value<QDBusObjectPath>().path().size() > 1
            && waitFor(SecretService().isUnlocked()).has_value();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("keepassxc")).isEmpty()
            || QStandardPaths::findExecutable(QStringLiteral("keepassxc-cli")).isEmpty())
            QSKIP("KeePassXC is missing (package keepassxc)");
        makeDatabase();
        // Asks nobody before an entry is read or removed, and looks for no newer version of itself.
        put(path("keepassxc.ini"),
            "[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n"
            "[FdoSecrets]\nEnabled=true\nConfirmAccessItem=false\nConfirmDeleteItem=false\nShowNotification=false\n"
            "UnlockBeforeSearch=false\n[Security]\nNoConfirmMoveEntryToRecycleBin=true\n");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
            environment.insert(QString::fromLatin1(place), m_home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        m_keeper.setProcessEnvironment(environment);
        m_keeper.start(QStringLiteral("keepassxc"),
                       {QStringLiteral("--config"), path("keepassxc.ini"), QStringLiteral("--localconfig"),
                        path("local.ini"), QStringLiteral("--pw-stdin"), path("database.kdbx")});
        m_keeper.write("test password\n");
        m_keeper.closeWriteChannel();
        QVERIFY2(QTest::qWaitFor(
                     [] {
                         return bool(QDBusConnection::sessionBus().interface()->isServiceRegistered(
                             QStringLiteral("org.freedesktop.secrets")));
                     },
                     20'000),
                 m_keeper.readAllStandardError().constData());
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(), 20'000);
    }

    void cleanupTestCase()
    {
        m_keeper.kill();
        m_keeper.waitForFinished();
    }

    void keepsListsAndForgetsASecret()
    {
        OsSecretStore store(QStringLiteral("golive-test"), 20s);
        const auto written = waitFor(store.write(m_name, m_key));
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));
        QCOMPARE(waitFor(store.read(m_name)).value().reveal(), m_key.reveal());
        QCOMPARE(waitFor(store.names()).value(), QStringList(m_name));

        QVERIFY(waitFor(store.write(m_name, Secret("another"))));
        QCOMPARE(waitFor(store.read(m_name)).value().reveal(), QByteArray("another"));
        QCOMPARE(waitFor(store.names()).value(), QStringList(m_name)); // one entry, not two

        QVERIFY(waitFor(store.remove(m_name)));
        QVERIFY(waitFor(store.read(m_name)).error().kind == Error::Kind::SecretMissing);
    }

    void aLockedDatabaseIsNotTakenForAnEmptyOne()
    {
        OsSecretStore store(QStringLiteral("golive-test"), 3s);
        QVERIFY(waitFor(store.write(m_name, m_key)));
        lock();
        QTRY_VERIFY(!isOpen());

        const auto read = waitFor(store.read(m_name));
        QVERIFY(!read && read.error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(!isThereButLocked(read.error())); // which nobody can know
        QVERIFY(waitFor(store.write(m_name, m_key)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(store.remove(m_name)).error().kind == Error::Kind::SecretStoreLocked);
        QVERIFY(waitFor(store.names()).error().kind == Error::Kind::SecretStoreLocked);
        // Its question is on the screen, and nobody answers.
        QVERIFY(waitFor(store.unlock()).error().kind == Error::Kind::SecretStoreNotAnswering);
    }

    void endsWithItsService()
    {
        m_keeper.kill();
        m_keeper.waitForFinished();
        OsSecretStore store(QStringLiteral("golive-test"), 3s);
        QTRY_COMPARE(waitFor(store.read(m_name)).error().code, storefault::noService);
    }
};

QTEST_GUILESS_MAIN(TestKeePassXc)
#include "tst_keepassxc.moc"
