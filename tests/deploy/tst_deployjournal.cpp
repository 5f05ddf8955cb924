#include "deploy/deployjournal.h"
#include "deploy/journalfile.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace golive;

namespace {

const QString host = QStringLiteral("api.clerk.com");
const QString appId = QStringLiteral("app_1");

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 9, 1), QTime(12, minute, 7, 89), Qt::UTC);
}

JournalEntry entryOf(const QString &applicationId, int minute, int revision = 1)
{
    JournalEntry entry;
    entry.clerkHost = host;
    entry.plan.applicationId = applicationId;
    entry.plan.applicationName = QStringLiteral("Bücher & mehr");
    entry.plan.settings = DeployPlan::Settings::CloneDevelopment;
    entry.plan.domain = QStringLiteral("example.com");
    entry.plan.hosts.backend = HostChoices::Backend::SeparateHost;
    entry.plan.domainTyped = QStringLiteral("www.exam");
    entry.plan.hosts.apiHost = QStringLiteral("api.example.com");
    entry.plan.hosts.website = false;
    entry.plan.hosts.nativeApp = true;
    entry.plan.hosts.extension = true;
    entry.plan.hosts.siteHosts = QStringList {QStringLiteral("www.example.com")};
    entry.plan.hosts.satellites = QStringList {QStringLiteral("shop.example.net")};
    entry.plan.hosts.clerkAccess = HostChoices::ClerkAccess::Proxy;
    entry.plan.hosts.proxyPath = QStringLiteral("/auth");
    entry.plan.draftedProviders = QStringList {QStringLiteral("linear")};
    entry.plan.keptCredentials = QStringList {QStringLiteral("google")};
    entry.plan.secretExpiries = {{QStringLiteral("microsoft"), QDate(2027, 5, 1)}};
    entry.plan.triedProviders = QStringList {QStringLiteral("github")};
    entry.plan.skippedProviders = QStringList {QStringLiteral("apple"), QStringLiteral("x")};
    entry.plan.confirmedRedirects = QStringList {QStringLiteral("google")};
    entry.plan.providersSetUpElsewhere = true;
    entry.plan.keysTaken = true;
    entry.plan.tickedHandover = QStringList {QStringLiteral("keys-on-host")};
    entry.productionInstanceId = QStringLiteral("ins_2");
    entry.confirmations.instanceId = QStringLiteral("ins_2");
    entry.confirmations.publishableKey = QStringLiteral("pk_live_eA");
    entry.confirmations.redirectUri = QStringLiteral("https://clerk.example.com/v1/oauth_callback");
    entry.confirmations.clientIds = {{QStringLiteral("google"), QStringLiteral("1.apps")}};
    entry.confirmations.keysWithdrawn = Confirmations::Cause::OtherAddress;
    entry.confirmations.redirectsWithdrawn = {{QStringLiteral("apple"), Confirmations::Cause::OtherClient}};
    entry.startedAt = at(0);
    entry.changedAt = at(minute);
    entry.creationAttemptedAt = at(1);
    entry.secretKeyKeptAt = at(2);
    entry.finished = true;
    entry.revision = revision; // as the journal counts
    entry.traceIds = QStringList {QStringLiteral("trace1"), QStringLiteral("trace2")};
    return entry;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray withSchema(int number)
{
    QJsonObject object = QJsonDocument::fromJson(journalFileOf(entryOf(appId, 5))).object();
    object.insert(QStringLiteral("schema"), number);
    return QJsonDocument(object).toJson();
}

} // namespace

class TestDeployJournal : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_place;

    [[nodiscard]] QString folder() const { return m_place->filePath(QStringLiteral("data/golive")); }
    [[nodiscard]] QString path() const { return folder() + QLatin1Char('/') + journalFileName(host, appId); }

private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void remembersEverything()
    {
        const JournalEntry entry = entryOf(appId, 5);
        QVERIFY(DeployJournal(folder()).save(entry));

        const DeployJournal again(folder());
        QCOMPARE(again.find(host, appId), std::optional(entry));
        QCOMPARE(again.entries(), QList<JournalEntry> {entry});
        QVERIFY(again.setAside().isEmpty());
    }

    void remembersWhatIsStillOpen()
    {
        JournalEntry entry;
        entry.clerkHost = host;
        entry.plan.applicationId = appId;
        QVERIFY(DeployJournal(folder()).save(entry));
        entry.revision = 1;
        QCOMPARE(DeployJournal(folder()).find(host, appId), std::optional(entry));

        entry.plan.settings = DeployPlan::Settings::ClerkDefaults;
        QVERIFY(DeployJournal(folder()).save(entry));
        entry.revision = 2;
        QCOMPARE(DeployJournal(folder()).find(host, appId), std::optional(entry));
    }

    void makesNothingBeforeItIsNeeded()
    {
        const DeployJournal journal(folder());
        QVERIFY(journal.entries().isEmpty());
        QVERIFY(!journal.find(host, appId));
        QVERIFY(!QFile::exists(folder()));
    }

    void keepsEachClerkAndApplicationApart()
    {
        DeployJournal journal(folder());
        QVERIFY(journal.save(entryOf(appId, 5)));
        QVERIFY(journal.save(entryOf(QStringLiteral("app_2"), 7)));
        JournalEntry elsewhere = entryOf(appId, 6);
        elsewhere.clerkHost = QStringLiteral("clerk.example");
        QVERIFY(journal.save(elsewhere));

        QList<int> minutes;
        for (const JournalEntry &entry : journal.entries())
            minutes.append(entry.changedAt.time().minute());
        QCOMPARE(minutes, (QList<int> {7, 6, 5}));
        QCOMPARE(journal.find(elsewhere.clerkHost, appId), std::optional(elsewhere));

        QVERIFY(journal.remove(host, appId));
        QVERIFY(!journal.find(host, appId));
        QVERIFY(journal.remove(host, appId));
        QCOMPARE(DeployJournal(folder()).entries().size(), 2);
    }

    void namesFilesSafely_data()
    {
        QTest::addColumn<QString>("applicationId");
        QTest::newRow("path") << QStringLiteral("../../etc/passwd");
        QTest::newRow("hidden") << QStringLiteral(".");
        QTest::newRow("zero") << QString(QChar(0)) + QStringLiteral("x");
        QTest::newRow("long") << QString(5000, QLatin1Char('a'));
        QTest::newRow("letters") << QStringLiteral("приложение/1");
    }

    void namesFilesSafely()
    {
        QFETCH(QString, applicationId);
        DeployJournal journal(folder());
        QVERIFY(journal.save(entryOf(applicationId, 5)));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
        QCOMPARE(m_place->path() + QStringLiteral("/data"), QFileInfo(folder()).absolutePath());
        QVERIFY(journalFileName(host, applicationId) != journalFileName(host, applicationId + QLatin1Char('x')));
        QVERIFY(journalFileName(host, QStringLiteral("a/b")) != journalFileName(host, QStringLiteral("a_b")));
    }

    void isReadableByItsOwnerAlone()
    {
        const auto before = umask(0);
        const bool saved = DeployJournal(folder()).save(entryOf(appId, 5)).has_value();
        umask(before);
        QVERIFY(saved);

        struct stat info = {};
        QCOMPARE(stat(QFile::encodeName(path()).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 07777), 0600);
        QCOMPARE(stat(QFile::encodeName(folder()).constData(), &info), 0);
        QCOMPARE(int(info.st_mode & 07777), 0700);
    }

    void holdsNoSecretAndFewTraces()
    {
        JournalEntry entry = entryOf(appId, 5);
        for (int i = 0; i < 50; ++i)
            entry.traceIds.append(QStringLiteral("t%1").arg(i));
        QVERIFY(DeployJournal(folder()).save(entry));

        const QByteArray text = contentsOf(path());
        for (const char *word : {"sk_", "ak_", "whsec_", "PRIVATE", "\"secret\"", "client_secret", "password"})
            QVERIFY2(!text.contains(word), word);
        const QStringList traces = DeployJournal(folder()).find(host, appId)->traceIds;
        QCOMPARE(traces.size(), 20);
        QCOMPARE(traces.last(), QStringLiteral("t49"));
    }

    void setsAsideWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QByteArray>("contents");
        const QByteArray good = journalFileOf(entryOf(appId, 5));

        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << good.left(good.size() / 2);
        QTest::newRow("binary") << QByteArray(1000, '\0');
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("deep") << QByteArray(200'000, '[');
        QTest::newRow("newer") << withSchema(2);
        QTest::newRow("no schema") << withSchema(0);
        QTest::newRow("huge") << QByteArray(8 * 1024 * 1024, ' ') + good;
        QTest::newRow("huge after its end") << good + QByteArray(8 * 1024 * 1024, ' ');
        QTest::newRow("of another application") << journalFileOf(entryOf(QStringLiteral("app_2"), 5));
        QTest::newRow("no application") << journalFileOf(entryOf(QString(), 5));
    }

    void setsAsideWhatItDoesNotUnderstand()
    {
        QFETCH(QByteArray, contents);
        QDir().mkpath(folder());
        put(path(), contents);

        DeployJournal journal(folder());

        QVERIFY(!journal.find(host, appId));
        QCOMPARE(journal.setAside().size(), 1);
        QCOMPARE(contentsOf(journal.setAside().first()), contents);
        QVERIFY(!QFile::exists(path()));
        QVERIFY(journal.save(entryOf(appId, 6)));
        QCOMPARE(contentsOf(journal.setAside().first()), contents);
        QVERIFY(DeployJournal(folder()).setAside().isEmpty());
    }

    void neverOverwritesWhatWasSetAside()
    {
        QDir().mkpath(folder());
        put(path(), "first");
        const QString first = DeployJournal(folder()).setAside().value(0);
        put(path(), "second");
        const QString second = DeployJournal(folder()).setAside().value(0);
        QCOMPARE(contentsOf(first), QByteArray("first"));
        QCOMPARE(contentsOf(second), QByteArray("second"));
    }

    void setsAsideWhatWasDamagedMeanwhile()
    {
        DeployJournal journal(folder());
        QVERIFY(journal.save(entryOf(appId, 5)));
        put(path(), "{");

        QVERIFY(!journal.find(host, appId));
        QVERIFY(journal.save(entryOf(appId, 6)));

        QCOMPARE(contentsOf(journal.setAside().value(0)), QByteArray("{"));
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 6)));
    }

    void doesNotWaitForAPipe()
    {
        QDir().mkpath(folder());
        QCOMPARE(mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        DeployJournal journal(folder());
        QVERIFY(!journal.find(host, appId));
        QVERIFY(journal.save(entryOf(appId, 5)));
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 5)));
    }

    void understandsWordsOfWrongType()
    {
        QJsonObject object = QJsonDocument::fromJson(journalFileOf(entryOf(appId, 5))).object();
        object.insert(QStringLiteral("changedAt"), 12);
        object.insert(QStringLiteral("traceIds"), QStringLiteral("one"));
        object.insert(QStringLiteral("finished"), QStringLiteral("yes"));
        object.insert(QStringLiteral("later"), QStringLiteral("unknown"));
        const auto entry = journalEntryFrom(QJsonDocument(object).toJson());
        QVERIFY(entry);
        QVERIFY(!entry->changedAt.isValid());
        QVERIFY(entry->traceIds.isEmpty());
        QVERIFY(!entry->finished);
    }

    void seesWhatAnotherGoliveWrote()
    {
        DeployJournal mine(folder());
        DeployJournal theirs(folder());
        QVERIFY(mine.save(entryOf(appId, 5)));
        QVERIFY(theirs.save(entryOf(appId, 8)));
        QCOMPARE(mine.find(host, appId), std::optional(entryOf(appId, 8, 2)));
        QVERIFY(theirs.remove(host, appId));
        QVERIFY(mine.entries().isEmpty());
    }

    void saysWhenTheDiskRefuses()
    {
        put(m_place->filePath(QStringLiteral("data")), "in the way");
        DeployJournal journal(folder());

        const Result<> saved = journal.save(entryOf(appId, 5));

        QVERIFY(!saved);
        QVERIFY(saved.error().kind == Error::Kind::StorageFailed);
        QVERIFY(saved.error().detail.contains(folder()));
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 5)));

        QVERIFY(QFile::remove(m_place->filePath(QStringLiteral("data"))));
        QVERIFY(journal.save(entryOf(appId, 6)));
        QCOMPARE(journal.entries(), QList<JournalEntry> {entryOf(appId, 6, 2)});
    }

    void prefersTheNewerOfMemoryAndDisk()
    {
        put(m_place->filePath(QStringLiteral("data")), "in the way");
        DeployJournal mine(folder());
        QVERIFY(!mine.save(entryOf(appId, 5)));
        QVERIFY(QFile::remove(m_place->filePath(QStringLiteral("data"))));

        QVERIFY(DeployJournal(folder()).save(entryOf(appId, 4)));
        QCOMPARE(mine.find(host, appId), std::optional(entryOf(appId, 5)));
        QVERIFY(DeployJournal(folder()).save(entryOf(appId, 6)));
        QCOMPARE(mine.find(host, appId), std::optional(entryOf(appId, 6, 2)));
        QCOMPARE(mine.entries().size(), 1);
    }

    void believesItsCountAndNotTheClock()
    {
        DeployJournal journal(folder());
        QVERIFY(journal.save(entryOf(appId, 30)));
        rlimit before {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const rlimit full {0, before.rlim_max};
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);

        const Result<> saved = journal.save(entryOf(appId, 10)); // the clock was set back meanwhile

        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!saved);
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 10, 2)));
        QCOMPARE(DeployJournal(folder()).find(host, appId), std::optional(entryOf(appId, 30)));

        QVERIFY(journal.save(entryOf(appId, 11)));
        QCOMPARE(DeployJournal(folder()).find(host, appId), std::optional(entryOf(appId, 11, 3)));
    }

    void keepsTheOldFileInAReadOnlyFolder()
    {
        if (geteuid() == 0)
            QSKIP("root may write everywhere");
        DeployJournal journal(folder());
        QVERIFY(journal.save(entryOf(appId, 5)));
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));

        const Result<> saved = journal.save(entryOf(appId, 6));

        QVERIFY(!saved);
        QCOMPARE(DeployJournal(folder()).find(host, appId), std::optional(entryOf(appId, 5)));
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 6, 2)));
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void writesNothingWithoutAFolder()
    {
        DeployJournal journal {QString()};
        QVERIFY(journal.save(entryOf(appId, 5)));
        QCOMPARE(journal.find(host, appId), std::optional(entryOf(appId, 5)));
        QVERIFY(journal.remove(host, appId));
        QVERIFY(journal.entries().isEmpty());
        QVERIFY(QDir(m_place->path()).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestDeployJournal)
#include "tst_deployjournal.moc"
