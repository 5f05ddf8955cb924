#include "wizard/displaytext.h"

#include <QTest>

using namespace golive;

class TestDisplayText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOneHarmlessLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << QStringLiteral("Shop") << QStringLiteral("Shop");
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("lines") << QStringLiteral(" a\n\tb  cd ") << QStringLiteral("a b cd");
        QTest::newRow("control") << QStringLiteral("a\x07\x1b[31mb") << QStringLiteral("a[31mb");
        QTest::newRow("override") << QStringLiteral("abc\u202egnp.exe") << QStringLiteral("abcgnp.exe");
        QTest::newRow("isolate") << QStringLiteral("\u2067x\u2069") << QStringLiteral("x");
        QTest::newRow("just fits") << QStringLiteral("0123456789") << QStringLiteral("0123456789");
        QTest::newRow("too long") << QStringLiteral("0123456789a") << QStringLiteral("012345678\u2026");
        QTest::newRow("half a pair") << QStringLiteral("01234567\U0001F600\U0001F600")
                                     << QStringLiteral("01234567\u2026");
        QTest::newRow("huge") << QString(1'000'000, QLatin1Char('x')) << QStringLiteral("xxxxxxxxx\u2026");
    }

    void makesOneHarmlessLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        QCOMPARE(displayText(text, 10), shown);
    }
};

QTEST_GUILESS_MAIN(TestDisplayText)
#include "tst_displaytext.moc"
