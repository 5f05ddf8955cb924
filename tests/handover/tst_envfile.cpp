#include "handover/envfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

class TestEnvFile : public QObject
{
    Q_OBJECT

    const QString m_publishable = QStringLiteral("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k");
    const Secret m_secret {QByteArrayLiteral("sk_live_0aB9")};
    const QList<EnvVariable> m_both
        = keyVariables(*frameworkWithId(QStringLiteral("nextjs")), m_publishable, &m_secret);
    const QDateTime m_now {QDate(2026, 11, 28), QTime(10, 15), Qt::UTC};
    const QFileDevice::Permissions m_ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static void write(const QString &path, const QByteArray &bytes, QFileDevice::Permissions permissions)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0 || !file.setPermissions(permissions))
            qFatal("cannot write");
    }

    /// Without what Qt says about whoever runs the test.
    static QFileDevice::Permissions modeOf(const QString &path)
    {
        return QFile::permissions(path) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser | QFileDevice::ExeUser);
    }

    Result<EnvSaved> save(const QString &path) { return save(path, m_both); }
    Result<EnvSaved> save(const QString &path, const QList<EnvVariable> &variables)
    {
        const auto before = readEnvironmentFile(path);
        return saveEnvironmentFile(path, *before, *mergeEnvironment(*before, variables, {}), m_now);
    }

private Q_SLOTS:
    void everyFrameworkIsComplete_data()
    {
        QTest::addColumn<QString>("id");
        QVERIFY(frameworks().size() >= 15);
        for (const Framework &framework : frameworks())
            QTest::newRow(qPrintable(framework.id)) << framework.id;
    }

    void everyFrameworkIsComplete()
    {
        QFETCH(QString, id);
        const auto framework = frameworkWithId(id);
        QVERIFY(framework && !framework->name.isEmpty());
        QVERIFY(framework->publishableVariable.endsWith(QLatin1String("CLERK_PUBLISHABLE_KEY")));
        QVERIFY(framework->isBrowserOnly() || framework->secretVariable.endsWith(QLatin1String("CLERK_SECRET_KEY")));
        QVERIFY(framework->file.startsWith(QLatin1String(".env")));

        const QByteArray text = environmentText(keyVariables(*framework, m_publishable, &m_secret)).reveal();
        QVERIFY(text.contains(framework->publishableVariable.toUtf8() + "=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n"));
        QCOMPARE(text.contains("sk_live_"), !framework->isBrowserOnly());
        QCOMPARE(text.contains("SECRET"), !framework->isBrowserOnly());
    }

    void theyDiffer()
    {
        QSet<QString> ids;
        for (const Framework &framework : frameworks())
            ids.insert(framework.id);
        QCOMPARE(ids.size(), frameworks().size());
        QVERIFY(!frameworkWithId(QStringLiteral("cobol")));
    }

    void noSecretLeavesForABrowserOrAPhone_data()
    {
        QTest::addColumn<QString>("id");
        for (const char *id : {"vue", "expo", "react", "javascript", "ios", "android", "chrome-extension"})
            QTest::newRow(id) << QString::fromLatin1(id);
    }

    void noSecretLeavesForABrowserOrAPhone()
    {
        QFETCH(QString, id);
        QVERIFY(frameworkWithId(id)->isBrowserOnly());
    }

    void readsLikeAnEnvironmentFile()
    {
        const auto nextjs = frameworkWithId(QStringLiteral("nextjs"));
        QCOMPARE(environmentText(keyVariables(*nextjs, m_publishable, &m_secret)).reveal(),
                 QByteArray("# Clerk, production\n"
                            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n"
                            "CLERK_SECRET_KEY=sk_live_0aB9\n"));
        const Secret nothing;
        for (const Secret *none : {static_cast<const Secret *>(nullptr), &nothing})
            QCOMPARE(environmentText(keyVariables(*nextjs, m_publishable, none)).reveal(),
                     QByteArray("# Clerk, production\n"
                                "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n"));
    }

    void aServersTextCannotAddALine()
    {
        const auto nextjs = frameworkWithId(QStringLiteral("nextjs"));
        const Secret odd(QByteArrayLiteral("sk_live_a\nPATH=/tmp #'\"$(id)"));
        const QByteArray text
            = environmentText(keyVariables(*nextjs, QStringLiteral("pk_live_a\r\nNODE_OPTIONS=b `c`"), &odd)).reveal();
        QCOMPARE(text.count('\n'), 3);
        for (const char bad : {'\r', '`', '\'', '"', '(', ' '})
            QVERIFY(!text.mid(text.indexOf('\n')).contains(bad));
        QVERIFY(!text.contains("pk_live_a\n"));
    }

    void showsDotsInPlaceOfTheSecretKey()
    {
        for (const Framework &framework : frameworks()) {
            const QString preview = environmentPreview(keyVariables(framework, m_publishable, &m_secret));
            QVERIFY(preview.contains(framework.publishableVariable + QLatin1Char('=') + m_publishable));
            QCOMPARE(preview.contains(QStringLiteral("••••")), !framework.isBrowserOnly());
            // Line by line the same variables as in the file.
            const QString text
                = QString::fromUtf8(environmentText(keyVariables(framework, m_publishable, &m_secret)).reveal());
            QCOMPARE(preview.count(QLatin1Char('=')), text.count(QLatin1Char('=')));
        }
    }

    void writesANewFileForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        const auto saved = save(path);
        QVERIFY(saved && saved->backup.isEmpty());
        QCOMPARE(contentOf(path), environmentText(m_both).reveal());
        QCOMPARE(modeOf(path), m_ownerOnly);
    }

    void keepsACopyOfWhatWasThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env.local"));
        write(path, "PRECIOUS=1\r\n", m_ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther);
        const auto saved = save(path);
        QVERIFY(saved);
        QCOMPARE(QFileInfo(saved->backup).fileName(), QStringLiteral(".env.before-golive-20261128-101500.local"));
        QCOMPARE(contentOf(saved->backup), QByteArray("PRECIOUS=1\r\n"));
        QCOMPARE(modeOf(saved->backup), m_ownerOnly);
        QVERIFY(contentOf(path).startsWith("PRECIOUS=1\r\n\r\n# Clerk, production\r\n"));
    }

    void shutsOthersOutOnceASecretIsIn()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        const QFileDevice::Permissions wide = m_ownerOnly | QFileDevice::ReadGroup | QFileDevice::ReadOther;
        write(path, "A=1\n", wide);
        QVERIFY(save(path, {m_both.constFirst()}));
        QCOMPARE(modeOf(path), wide); // nothing secret about it
        QVERIFY(save(path));
        QCOMPARE(modeOf(path), m_ownerOnly);
    }

    void writesNothingWhereNothingChanges()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        QVERIFY(save(path));
        const auto again = save(path);
        QVERIFY(again && again->backup.isEmpty());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral(".env")));
    }

    void noticesThatSomebodyElseWrote()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        write(path, "A=2\n", m_ownerOnly);
        const Secret before("A=1\n");
        const auto saved = saveEnvironmentFile(path, before, *mergeEnvironment(before, m_both, {}), m_now);
        QVERIFY(!saved && saved.error().kind == Error::Kind::VersionConflict);
        QCOMPARE(contentOf(path), QByteArray("A=2\n"));
    }

    void writesIntoTheFileThatALinkLeadsTo()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("shared.env"));
        const QString link = folder.filePath(QStringLiteral(".env"));
        write(target, "A=1\n", m_ownerOnly);
        QVERIFY(QFile::link(target, link));
        QVERIFY(save(link));
        QVERIFY(QFileInfo(link).isSymLink());
        QVERIFY(contentOf(target).contains("CLERK_SECRET_KEY="));
    }

    void followsNoLinkToNowhere()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("elsewhere"));
        const QString link = folder.filePath(QStringLiteral(".env"));
        QVERIFY(QFile::link(target, link));
        QVERIFY(!readEnvironmentFile(link));
        QVERIFY(!QFile::exists(target));
    }

    void readsNeitherFoldersNorHugeFiles()
    {
        const QTemporaryDir folder;
        QVERIFY(readEnvironmentFile(folder.filePath(QStringLiteral("none")))->isEmpty());
        QVERIFY(!readEnvironmentFile(folder.path()));
        const QString huge = folder.filePath(QStringLiteral(".env"));
        write(huge, QByteArray(1024 * 1024 + 1, 'x'), m_ownerOnly);
        QVERIFY(!readEnvironmentFile(huge));
    }

    void saysWhichFileCannotBeWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("missing/.env"));
        const auto written = save(path);
        QVERIFY(!written);
        QVERIFY(written.error().kind == Error::Kind::StorageFailed);
        QVERIFY(written.error().detail.contains(path));
    }
};

QTEST_APPLESS_MAIN(TestEnvFile)
#include "tst_envfile.moc"
