#include "handover/envfile.h"

#include <QSet>
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
};

QTEST_APPLESS_MAIN(TestEnvFile)
#include "tst_envfile.moc"
