#include "testkit/sourcetexts.h"
#include "wizard/errortext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace golive;

namespace {

QStringList sortedMatches(const QString &pattern, const QString &text)
{
    QStringList found;
    const QRegularExpression expression(pattern);
    for (auto matches = expression.globalMatch(text); matches.hasNext();)
        found.append(matches.next().captured());
    found.sort();
    return found;
}

/// The placeholders and tags of a text, and whether it has a key of its own to press with Alt.
QStringList skeletonOf(const QString &text)
{
    QStringList parts = sortedMatches(QStringLiteral("%L?\\d+|%n|<[^>]*>"), text);
    if (text.contains(QRegularExpression(QStringLiteral("&\\p{L}"))))
        parts.append(QStringLiteral("&"));
    parts << sortedMatches(QStringLiteral("\\n\\n"), text);
    return parts;
}

} // namespace

/// The German translation: complete, and with everything in its place that the program fills in.
class TestGerman : public QObject
{
    Q_OBJECT

    QList<TranslatedText> m_texts;

private Q_SLOTS:
    void initTestCase()
    {
        m_texts = textsOf(QStringLiteral(TRANSLATIONS "/golive_de.ts"));
        QVERIFY(m_texts.size() > 500);
    }

    void leavesNoTextOut()
    {
        QStringList missing;
        for (const TranslatedText &text : std::as_const(m_texts))
            if (!text.finished || text.translations.contains(QString())
                || text.translations.size() != (text.plural ? 2 : 1))
                missing.append(text.context + QStringLiteral(": ") + text.source);
        QCOMPARE(missing.join(QLatin1Char('\n')), QString());
    }

    void keepsWhatIsFilledIn()
    {
        QStringList broken;
        for (const TranslatedText &text : std::as_const(m_texts))
            for (const QString &translation : text.translations)
                if (skeletonOf(translation) != skeletonOf(text.source)
                    && !(text.plural
                         && skeletonOf(translation) + QStringList(QStringLiteral("%n")) == skeletonOf(text.source)))
                    broken.append(text.source + QStringLiteral(" -> ") + translation);
        QCOMPARE(broken.join(QLatin1Char('\n')), QString());
    }

    void knowsEveryTextOfTheProgram()
    {
        const QTemporaryDir folder;
        QSet<QString> known;
        for (const TranslatedText &text : std::as_const(m_texts))
            known.insert(text.context + text.source + text.comment);
        const auto all
            = collectSourceTexts(QStringLiteral(LUPDATE), QStringLiteral(TRANSLATABLE).split(QLatin1Char('|')),
                                 folder.filePath(QStringLiteral("all.ts")));
        QVERIFY(!all.isEmpty());
        QStringList missing;
        for (const TranslatedText &text : all)
            if (!known.contains(text.context + text.source + text.comment))
                missing.append(text.context + QStringLiteral(": ") + text.source);
        QVERIFY2(missing.isEmpty(),
                 qPrintable(QStringLiteral("run `cmake --build --preset dev --target update_translations`:\n")
                            + missing.join(QLatin1Char('\n'))));
    }

    void saysEveryErrorInGerman_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = 0; kind <= int(Error::Kind::Cancelled); ++kind)
            QTest::addRow("kind %d", kind) << kind;
    }

    void saysEveryErrorInGerman()
    {
        QFETCH(int, kind);
        Error error;
        error.kind = static_cast<Error::Kind>(kind);
        const QString english = ErrorText::sentence(error);
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(GERMAN)));
        QVERIFY(QCoreApplication::installTranslator(&german));
        QVERIFY2(ErrorText::sentence(error) != english, qPrintable(english));
    }

    void countsInGerman()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(GERMAN)));
        const auto said = [&](int count) {
            return german.translate("golive::ErrorText", "Wait %n seconds, then try again.", nullptr, count);
        };
        QVERIFY(!said(1).isEmpty());
        QVERIFY(said(1) != said(2));
    }
};

QTEST_GUILESS_MAIN(TestGerman)
#include "tst_german.moc"
