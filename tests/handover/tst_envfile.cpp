#include "handover/envfile.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

class TestEnvFile : public QObject
{
    Q_OBJECT

    const QString m_publishable = QStringLiteral("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k");
    const Secret m_secret {QByteArrayLiteral("sk_live_0aB9")};

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

        const QByteArray text = environmentText(*framework, m_publishable, &m_secret).reveal();
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
        QCOMPARE(environmentText(*nextjs, m_publishable, &m_secret).reveal(),
                 QByteArray("# Clerk, production\n"
                            "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n"
                            "CLERK_SECRET_KEY=sk_live_0aB9\n"));
        const Secret nothing;
        for (const Secret *none : {static_cast<const Secret *>(nullptr), &nothing})
            QCOMPARE(environmentText(*nextjs, m_publishable, none).reveal(),
                     QByteArray("# Clerk, production\n"
                                "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n"));
    }

    void aServersTextCannotAddALine()
    {
        const auto nextjs = frameworkWithId(QStringLiteral("nextjs"));
        const Secret odd(QByteArrayLiteral("sk_live_a\nPATH=/tmp #'\"$(id)"));
        const QByteArray text
            = environmentText(*nextjs, QStringLiteral("pk_live_a\r\nNODE_OPTIONS=b `c`"), &odd).reveal();
        QCOMPARE(text.count('\n'), 3);
        for (const char bad : {'\r', '`', '\'', '"', '(', ' '})
            QVERIFY(!text.mid(text.indexOf('\n')).contains(bad));
        QVERIFY(!text.contains("pk_live_a\n"));
    }

    void showsDotsInPlaceOfTheSecretKey()
    {
        for (const Framework &framework : frameworks()) {
            const QString preview = environmentPreview(framework, m_publishable);
            QVERIFY(preview.contains(framework.publishableVariable + QLatin1Char('=') + m_publishable));
            QCOMPARE(preview.contains(QStringLiteral("••••")), !framework.isBrowserOnly());
            // Line by line the same variables as in the file.
            const QString text = QString::fromUtf8(environmentText(framework, m_publishable, &m_secret).reveal());
            QCOMPARE(preview.count(QLatin1Char('=')), text.count(QLatin1Char('=')));
        }
    }

    void writesForItsOwnerAlone()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        QVERIFY(writeEnvironmentFile(path, m_secret));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), m_secret.reveal());
        QCOMPARE(file.permissions() & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void leavesAFileThatIsThereAsItIs()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral(".env"));
        QVERIFY(writeEnvironmentFile(path, Secret("first")));
        const auto again = writeEnvironmentFile(path, Secret("second"));
        QVERIFY(!again);
        QVERIFY(again.error().kind == Error::Kind::AlreadyExists);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("first"));
    }

    void followsNoLinkToSomewhereElse()
    {
        const QTemporaryDir folder;
        const QString target = folder.filePath(QStringLiteral("elsewhere"));
        const QString link = folder.filePath(QStringLiteral(".env"));
        QVERIFY(QFile::link(target, link));
        QVERIFY(!writeEnvironmentFile(link, m_secret));
        QVERIFY(!QFile::exists(target));
    }

    void saysWhichFileCannotBeWritten()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("missing/.env"));
        const auto written = writeEnvironmentFile(path, m_secret);
        QVERIFY(!written);
        QVERIFY(written.error().kind == Error::Kind::StorageFailed);
        QVERIFY(written.error().detail.contains(path));
    }
};

QTEST_APPLESS_MAIN(TestEnvFile)
#include "tst_envfile.moc"
