#include "handover/document.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace golive;
using Kind = DocumentBlock::Kind;

namespace {

const QString hostile = QStringLiteral("</code><script>alert('x')</script> & \"quoted\" | `tick` [a](b) *c* _d_");

DocumentBlock block(Kind kind)
{
    DocumentBlock made;
    made.kind = kind;
    made.text = hostile;
    made.caption = hostile;
    made.lines = {hostile, QStringLiteral("1. one"), QStringLiteral("- two")};
    made.done = {true, false, false};
    made.facts = {{hostile, hostile}};
    return made;
}

Document hostileDocument()
{
    Document document {hostile, hostile, QStringLiteral("en\"><script>"), false, {}};
    for (const Kind kind :
         {Kind::Paragraph, Kind::Facts, Kind::Records, Kind::Steps, Kind::Points, Kind::Checks, Kind::Code})
        document.sections.append({hostile, {block(kind)}});
    return document;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTextBecomesMarkupInHtml()
    {
        const QString html = htmlOf(hostileDocument());
        QVERIFY(!html.contains(QStringLiteral("<script"), Qt::CaseInsensitive));
        QVERIFY(html.contains(QStringLiteral("&lt;script&gt;")));
        QVERIFY(html.contains(QStringLiteral("default-src 'none'")));
        QVERIFY(!html.contains(QStringLiteral("http://")) && !html.contains(QStringLiteral("https://")));
    }

    void htmlIsWellFormed()
    {
        QString html = htmlOf(hostileDocument());
        static const QRegularExpression single(QStringLiteral("<meta ([^>]*)>"));
        html.replace(single, QStringLiteral("<meta \\1/>"));
        QXmlStreamReader xml(html.mid(html.indexOf(QLatin1Char('\n'))));
        while (!xml.atEnd())
            xml.readNext();
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    }

    void noTextBecomesMarkupInMarkdown()
    {
        Document document = hostileDocument();
        document.sections.removeLast(); // code stands between fences
        const QString text = markdownOf(document);
        static const QRegularExpression unescaped(QStringLiteral("(?<!\\\\)<script"));
        const auto lines = text.split(QLatin1Char('\n'));
        for (const QString &line : lines) {
            const bool isFact = line.startsWith(QStringLiteral("| "));
            QVERIFY2(isFact || !unescaped.match(line).hasMatch(), qPrintable(line));
        }
        QVERIFY(text.contains(QStringLiteral("1. 1\\. one")) || text.contains(QStringLiteral("2. 1\\. one")));
        QVERIFY(text.contains(QStringLiteral("- \\- two")));
        QVERIFY(text.contains(QStringLiteral("- [x] ")) && text.contains(QStringLiteral("- [ ] ")));
    }

    void codeCannotEndItsFence()
    {
        DocumentBlock code = block(Kind::Code);
        code.text = QStringLiteral("a\n```\n<b>\n");
        const QString text = markdownOf({QStringLiteral("t"), {}, {}, false, {{QStringLiteral("s"), {code}}}});
        QVERIFY(text.contains(QStringLiteral("\n````\na\n```\n<b>\n````\n")));
    }

    void aFactThatHoldsBackticksAndBarsStaysInItsCell()
    {
        DocumentBlock facts;
        facts.kind = Kind::Facts;
        facts.facts = {{QStringLiteral("key"), QStringLiteral("a`b|c")}};
        const QString text = markdownOf({QStringLiteral("t"), {}, {}, false, {{QStringLiteral("s"), {facts}}}});
        QVERIFY2(text.contains(QStringLiteral("| key | `` a`b\\|c `` |")), qPrintable(text));
    }

    void aRecordIsReadFromLeftToRightInBothColumns()
    {
        DocumentBlock records;
        records.kind = Kind::Records;
        records.facts = {{QStringLiteral("clk_a.example.com"), QStringLiteral("dkim1.clerk.services")}};
        const Document document {QStringLiteral("t"), {}, {}, true, {{QStringLiteral("s"), {records}}}};
        QCOMPARE(htmlOf(document).count(QStringLiteral("<td><code dir=\"ltr\">")), 2);
        QVERIFY(markdownOf(document).contains(QStringLiteral("| `clk_a.example.com` | `dkim1.clerk.services` |")));
    }

    void readsFromTheRightWhereTheLanguageDoes()
    {
        QVERIFY(htmlOf({{}, {}, QStringLiteral("ar"), true, {}})
                    .contains(QStringLiteral("<html lang=\"ar\" dir=\"rtl\">")));
        QVERIFY(htmlOf({{}, {}, QStringLiteral("de"), false, {}}).contains(QStringLiteral("dir=\"ltr\"")));
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
