#include "wizard/hintwords.h"
#include "wizard/importwords.h"

#include "testkit/syntheticforms.h"

#include <QSet>
#include <QTest>

using namespace golive;

class TestImportWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysSomethingOfItsOwnAboutEveryFault()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(ImportFault::Kind::SeveralKeys); ++kind) {
            const QString sentence
                = ImportWords::fault({ImportFault::Kind(kind), QStringLiteral("P-384")}, QStringLiteral("key.p8"));
            QVERIFY2(sentence.size() > 20 && !sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            sentences.insert(sentence);
        }
        // Some are told in the same words: what is no ordinary file, what belongs to an app, what was converted.
        QVERIFY2(sentences.size() >= 28, qPrintable(QString::number(sentences.size())));
        const auto none = ImportWords::fault({ImportFault::Kind::NoKeyInside, {}}, QStringLiteral("key.p8"));
        for (int kind = 0; kind <= int(ImportFault::Kind::SeveralKeys); ++kind)
            if (kind != int(ImportFault::Kind::NoKeyInside))
                QVERIFY2(ImportWords::fault({ImportFault::Kind(kind), {}}, QStringLiteral("key.p8")) != none,
                         qPrintable(QString::number(kind)));
    }

    void namesTheFileOrTheClipboard()
    {
        const ImportFault fault {ImportFault::Kind::Binary, {}};
        QVERIFY(ImportWords::fault(fault, QStringLiteral("a.png")).startsWith(QStringLiteral("“a.png” is no text")));
        QVERIFY(ImportWords::fault(fault, {}).startsWith(QStringLiteral("The pasted text is no text")));
        QVERIFY(ImportWords::fault(fault, QString(5000, QLatin1Char('n'))).size() < 300);
    }

    void namesTheCurve()
    {
        const auto words = ImportWords::fault({ImportFault::Kind::OtherCurve, QStringLiteral("P-384")}, {});
        QVERIFY(words.contains(QStringLiteral("P-384")) && words.contains(QStringLiteral("P-256")));
    }

    void listsWhatGoogleLacks()
    {
        GoogleClient client;
        const GoogleClientGaps gaps {{{QStringLiteral("https://a/cb"), QStringLiteral("https://a/cb/")}},
                                     {{QStringLiteral("https://a"), {}}}};
        const QStringList sentences = ImportWords::about(client, gaps);
        QCOMPARE(sentences.size(), 2);
        QVERIFY(sentences.at(0).contains(QStringLiteral("redirect URI https://a/cb. It has https://a/cb/,")));
        QVERIFY(sentences.at(1).contains(QStringLiteral("origin https://a.")));
        QVERIFY(ImportWords::about(client, {}).isEmpty());
        client.installed = true;
        QCOMPARE(ImportWords::about(client, gaps).size(), 1);
        QVERIFY(ImportWords::about(client, gaps).constFirst().contains(QStringLiteral("desktop")));
    }

    void saysSomethingAboutEveryHint()
    {
        const OAuthProvider form = syntheticForm(QStringLiteral("microsoft"));
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(CredentialHint::Kind::UnusualForm); ++kind) {
            CredentialHint hint;
            hint.kind = CredentialHint::Kind(kind);
            hint.field = QStringLiteral("client_secret");
            hint.otherField = QStringLiteral("client_id");
            hint.otherSlug = QStringLiteral("github");
            const QString sentence = HintWords::sentence(hint, form);
            QVERIFY2(sentence.size() > 15 && !sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.insert(sentence);
        }
        CredentialHint swapped;
        swapped.kind = CredentialHint::Kind::Swapped;
        swapped.field = QStringLiteral("client_id");
        swapped.otherField = QStringLiteral("client_secret");
        swapped.remedy = CredentialHint::Remedy::Swap;
        QCOMPARE(HintWords::sentence(swapped, form),
                 QStringLiteral("Application (client) ID and Client secret Value look exchanged."));
        QCOMPARE(HintWords::remedy(swapped), QStringLiteral("Exchange them"));
        QVERIFY(HintWords::remedy({}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestImportWords)
#include "tst_importwords.moc"
