#include "wizard/errortext.h"

#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace golive;

namespace {

/// Answers every text it is asked for, so that a sentence that never asked stands out.
class BracketTranslator final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *source, const char * /*note*/,
                                    int /*number*/) const override
    {
        return QLatin1String(context) == QLatin1String("golive::ErrorText")
            ? QLatin1Char('[') + QString::fromUtf8(source) + QLatin1Char(']')
            : QString();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

Error errorOf(Error::Kind kind)
{
    Error error;
    error.kind = kind;
    return error;
}

void addKinds()
{
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind <= int(Error::Kind::Cancelled); ++kind)
        QTest::addRow("kind %d", kind) << kind;
}

} // namespace

class TestErrorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsOwnWords()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= int(Error::Kind::Cancelled); ++kind) {
            const QString sentence = ErrorText::sentence(errorOf(static_cast<Error::Kind>(kind)));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentences.contains(sentence), qPrintable(sentence));
            sentences.insert(sentence);
        }
    }

    void everySentenceReachesTheTranslator_data() { addKinds(); }

    void everySentenceReachesTheTranslator()
    {
        QFETCH(int, kind);
        BracketTranslator brackets;
        QVERIFY(QCoreApplication::installTranslator(&brackets));

        const QString sentence = ErrorText::sentence(errorOf(static_cast<Error::Kind>(kind)));

        QVERIFY2(sentence.startsWith(QLatin1Char('[')) && sentence.endsWith(QLatin1Char(']')), qPrintable(sentence));
    }

    void neverRepeatsTheServersSentence_data() { addKinds(); }

    void neverRepeatsTheServersSentence()
    {
        QFETCH(int, kind);
        Error error = errorOf(static_cast<Error::Kind>(kind));
        error.detail = QStringLiteral("<b>Boom</b> in module 7");
        error.code = QStringLiteral("boom_code");

        const Notice notice = noticeFor(error);

        QVERIFY(!notice.text.contains(QStringLiteral("Boom")));
        QVERIFY(!notice.text.contains(QStringLiteral("boom_code")));
        QVERIFY(notice.details.contains(QStringLiteral("Boom")));
        QVERIFY(notice.details.contains(QStringLiteral("boom_code")));
    }

    void namesWhatIsMissing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("scopes") << int(Error::Kind::Forbidden);
        QTest::newRow("features") << int(Error::Kind::PlanTooSmall);
    }

    void namesWhatIsMissing()
    {
        QFETCH(int, kind);
        Error error = errorOf(static_cast<Error::Kind>(kind));
        error.names = {QStringLiteral("first_thing"), QStringLiteral("second_thing")};

        QVERIFY(ErrorText::sentence(error).contains(QStringLiteral("first_thing, second_thing")));
    }

    void keepsToABoundedLengthWhateverTheServerSends()
    {
        Error error = errorOf(Error::Kind::PlanTooSmall);
        error.detail = QString(1'000'000, QLatin1Char('d'));
        error.code = QString(1'000'000, QLatin1Char('c'));
        error.field = QString(1'000'000, QLatin1Char('f'));
        error.traceId = QString(1'000'000, QLatin1Char('t'));
        error.names = QStringList(10'000, QString(10'000, QLatin1Char('n')));

        const Notice notice = noticeFor(error);

        QVERIFY(notice.text.size() < 1000);
        QVERIFY(notice.details.size() < 2000);
    }

    void saysHowLongToWait_data()
    {
        QTest::addColumn<int>("seconds"); // negative: the server did not say
        QTest::addColumn<QString>("words");
        QTest::newRow("unsaid") << -1 << QStringLiteral("Wait a moment");
        QTest::newRow("at once") << 0 << QStringLiteral("Wait a moment");
        QTest::newRow("seconds") << 30 << QStringLiteral("30 seconds");
        QTest::newRow("minutes") << 91 << QStringLiteral("about 2 minutes");
        QTest::newRow("whole minutes") << 180 << QStringLiteral("about 3 minutes");
    }

    void saysHowLongToWait()
    {
        QFETCH(int, seconds);
        QFETCH(QString, words);
        Error error = errorOf(Error::Kind::RateLimited);
        if (seconds >= 0)
            error.retryAfter = std::chrono::seconds(seconds);

        QVERIFY2(ErrorText::sentence(error).contains(words), qPrintable(ErrorText::sentence(error)));
    }

    void detailsAreForSupport()
    {
        Error error = errorOf(Error::Kind::Rejected);
        error.detail = QStringLiteral("Not valid.");
        error.code = QStringLiteral("form_param_format_invalid");
        error.field = QStringLiteral("domain");
        error.traceId = QStringLiteral("abc123");

        QCOMPARE(noticeFor(error, Notice::Tone::Warning).details,
                 QStringLiteral("Message: Not valid.\nCode: form_param_format_invalid\nField: domain\n"
                                "Clerk’s trace id: abc123"));
        QVERIFY(noticeFor(error, Notice::Tone::Warning).tone == Notice::Tone::Warning);
        QVERIFY(noticeFor(errorOf(Error::Kind::Offline)).details.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
