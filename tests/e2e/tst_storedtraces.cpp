#include "deploy/deployjournal.h"
#include "storedtraces.h"
#include "testkit/scriptedsecretstore.h"
#include "testkit/waitfor.h"
#include "wizard/preferences.h"

#include <QSettings>
#include <QTemporaryDir>

using namespace golive;

class TestStoredTraces : public QObject
{
    Q_OBJECT

    /// A computer on which Golive has left something of everything.
    struct Computer
    {
        Computer()
        {
            preferences.setTheme(QStringLiteral("dark"));
            settings.sync();
            JournalEntry entry;
            entry.clerkHost = QStringLiteral("api.clerk.test");
            entry.plan.applicationId = QStringLiteral("app_1");
            entry.productionInstanceId = QStringLiteral("ins_1");
            if (!journal.save(entry))
                qFatal("the journal cannot be written");
            secrets.kept = Secret(QByteArrayLiteral("ak_live_1"));
            secrets.lastName = QStringLiteral("platform-key api.clerk.test");
        }

        [[nodiscard]] bool hasFiles() const
        {
            return QFileInfo::exists(settings.fileName()) || QFileInfo::exists(deployments);
        }
        [[nodiscard]] Removal removeAll()
        {
            StoredTraces traces(secrets, journal, preferences, QStringLiteral("api.clerk.test"));
            return waitFor(traces.removeAll()).value();
        }

        QTemporaryDir folder;
        QString deployments = folder.filePath(QStringLiteral("data/golive/deployments"));
        QSettings settings {folder.filePath(QStringLiteral("config/golive/golive.conf")), QSettings::IniFormat};
        Preferences preferences {settings};
        DeployJournal journal {deployments};
        ScriptedSecretStore secrets;
    };

private Q_SLOTS:
    void nothingIsLeft()
    {
        Computer computer;
        QVERIFY(computer.hasFiles());

        const Removal removal = computer.removeAll();

        QVERIFY(removal.isComplete());
        QVERIFY(!computer.secrets.kept);
        QVERIFY(!computer.hasFiles());
        QCOMPARE(removal.gone, (QStringList {computer.deployments, computer.settings.fileName()}));
    }

    void aRemovalThatOnlyClaimsToBeOneIsFound()
    {
        Computer computer;
        computer.secrets.forgetsToRemove = true;

        const Removal removal = computer.removeAll();

        QVERIFY(!removal.isComplete());
        QVERIFY(!removal.left.isEmpty());
        QVERIFY(computer.hasFiles()); // the journal still knows what the entries are called
    }

    void aLockedStoreIsUnlockedFirst()
    {
        Computer computer;
        computer.secrets.readTrouble = Error {Error::Kind::SecretStoreLocked, {}, {}, {}, {}, {}, {}};
        computer.secrets.unlocks = true;

        QVERIFY(computer.removeAll().isComplete());

        QCOMPARE(computer.secrets.unlockings, 1);
    }

    void aStoreThatStaysLockedIsNotCalledEmpty()
    {
        Computer computer;
        computer.secrets.readTrouble = Error {Error::Kind::SecretStoreLocked, {}, {}, {}, {}, {}, {}};
        computer.secrets.removeTrouble = computer.secrets.readTrouble;

        const Removal removal = computer.removeAll();

        QVERIFY(!removal.isComplete());
        QVERIFY(removal.notLookedAt.contains(QStringLiteral("locked")));
        QVERIFY(removal.storeIsLocked); // so that the person is offered to unlock it
        QVERIFY(computer.secrets.kept && computer.hasFiles());
    }

    void aStoreThatIsLockedInTheMiddleIsNotCalledEmptyEither()
    {
        Computer computer;
        computer.secrets.locksAfterRemoval = true;

        const Removal removal = computer.removeAll();

        QVERIFY(!removal.isComplete() && removal.storeIsLocked);
        QVERIFY(computer.hasFiles()); // the journal still knows what the entries are called
    }

    void withoutAStoreTheFilesCanBeRemovedAllTheSame()
    {
        Computer computer;
        computer.secrets.readTrouble = storeUnavailable(storefault::noService);
        StoredTraces traces(computer.secrets, computer.journal, computer.preferences, QStringLiteral("api.clerk.test"));

        const Removal removal = traces.removeFiles();

        QVERIFY(removal.isComplete() && !computer.hasFiles());
        QCOMPARE(removal.mayBeLeft,
                 (QStringList {QStringLiteral("platform-key api.clerk.test"),
                               secretname::instanceSecretKey(QStringLiteral("ins_1"))}));
        QVERIFY(computer.secrets.kept); // a store that cannot be asked is not asked
        QCOMPARE(computer.secrets.removals, 0);
    }

    void nothingIsWrittenAnewAfterwards()
    {
        Computer computer;
        JournalEntry late = computer.journal.entries().constFirst();

        QVERIFY(computer.removeAll().isComplete());
        late.finished = true; // an answer of Clerk that arrives while the result is being read
        QVERIFY(computer.journal.save(late));

        QVERIFY(!computer.hasFiles());
        QVERIFY(computer.journal.entries().constFirst().finished);
    }

    void aStoreThatIsGoneCannotBeUnlocked()
    {
        Computer computer;
        computer.secrets.readTrouble = storeUnavailable(storefault::noService);
        computer.secrets.removeTrouble = computer.secrets.readTrouble;

        const Removal removal = computer.removeAll();

        QVERIFY(!removal.isComplete() && !removal.storeIsLocked);
        QVERIFY(removal.notLookedAt.contains(QStringLiteral("No password store")));
    }
};

QTEST_GUILESS_MAIN(TestStoredTraces)
#include "tst_storedtraces.moc"
