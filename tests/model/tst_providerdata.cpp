#include "model/modeldata.h"
#include "model/providercatalogue.h"
#include "model/publicsuffix.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace golive;

/// The data files that people extend, checked as code is.
class TestProviderData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyProviderIsComplete_data()
    {
        QTest::addColumn<QJsonObject>("entry");
        const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
        QVERIFY(entries.size() >= 25);
        for (const QJsonValue &entry : entries)
            QTest::newRow(qPrintable(entry[QLatin1String("slug")].toString())) << entry.toObject();
    }

    void everyProviderIsComplete()
    {
        QFETCH(QJsonObject, entry);
        static const QStringList keys {
            QStringLiteral("console"), QStringLiteral("gotchas"),  QStringLiteral("id"),     QStringLiteral("name"),
            QStringLiteral("page"),    QStringLiteral("redirect"), QStringLiteral("secret"), QStringLiteral("slug"),
        };
        static const QStringList askable {QStringLiteral("host"), QStringLiteral("origins")};
        if (entry.contains(QLatin1String("asks"))) // for something besides the redirect URI
            QVERIFY(askable.contains(entry.take(QLatin1String("asks")).toString()));
        QCOMPARE(entry.keys(), keys);
        const ProviderGuide guide = guideFor(entry[QLatin1String("slug")].toString());
        for (const QString &text : {guide.name, guide.idWord, guide.secretWord, guide.redirectPlace})
            QVERIFY(!text.isEmpty() && text == text.trimmed());
        for (const QUrl &url : {guide.console, guide.docs}) {
            QVERIFY(url.isValid());
            QCOMPARE(url.scheme(), QStringLiteral("https"));
        }
        QVERIFY(
            guide.docs.path().startsWith(QStringLiteral("/docs/guides/configure/auth-strategies/social-connections/")));
        QVERIFY(guide.docs.path().section(QLatin1Char('/'), -1).size() > 0);
        for (const QString &gotcha : guide.gotchas)
            QVERIFY2(gotcha.endsWith(QLatin1Char('.')) && gotcha.size() > 10, qPrintable(gotcha));
    }

    void noProviderIsListedTwice()
    {
        const QJsonArray entries = modelData(QStringLiteral("providers.json"))[QLatin1String("providers")].toArray();
        QCOMPARE(cataloguedProviders().size(), entries.size());
    }

    void aStrangerGetsAName()
    {
        const ProviderGuide guide = guideFor(QStringLiteral("wonder_land"));
        QCOMPARE(guide.name, QStringLiteral("Wonder Land"));
        QVERIFY(guide.docs.path().endsWith(QStringLiteral("/wonder-land")));
        QVERIFY(guide.console.isEmpty());
        QCOMPARE(guideFor(QStringLiteral("linkedin_oidc")).name, QStringLiteral("LinkedIn"));
        QCOMPARE(guideFor(QString()).name, QString());
    }

    void hostingSuffixesAreNames()
    {
        const QJsonObject data = modelData(QStringLiteral("hostingdomains.json"));
        QSet<QString> seen;
        for (const QJsonValue &provider : data[QLatin1String("providers")].toArray()) {
            const QString name = provider[QLatin1String("name")].toString();
            QVERIFY(!name.isEmpty());
            for (const QJsonValue &suffix : provider[QLatin1String("suffixes")].toArray()) {
                const QString text = suffix.toString();
                QVERIFY2(text == text.toLower() && text.contains(QLatin1Char('.')) && !seen.contains(text),
                         qPrintable(text));
                seen.insert(text);
                QCOMPARE(hostingProviderOf(QStringLiteral("shop.") + text), name);
            }
        }
        QVERIFY(seen.size() > 40);
    }

    void registriesAreNobodysHosting()
    {
        const QJsonArray registries
            = modelData(QStringLiteral("hostingdomains.json"))[QLatin1String("registries")].toArray();
        QVERIFY(!registries.isEmpty());
        for (const QJsonValue &registry : registries) {
            const QString shop = QStringLiteral("shop.") + registry.toString();
            QVERIFY2(hostingProviderOf(shop).isEmpty(), qPrintable(shop));
            QCOMPARE(registrablePart(QStringLiteral("www.") + shop), shop);
        }
    }

    void hostingSuffixesAreNotPublic()
    {
        QVERIFY(!isPublicSuffix(QStringLiteral("vercel.app")));
        QCOMPARE(registrablePart(QStringLiteral("shop.vercel.app")), QStringLiteral("vercel.app"));
    }

    void aMissingFileIsNothing() { QVERIFY(modelData(QStringLiteral("missing.json")).isEmpty()); }
};

QTEST_APPLESS_MAIN(TestProviderData)
#include "tst_providerdata.moc"
