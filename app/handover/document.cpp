#include "handover/document.h"

#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

using Kind = DocumentBlock::Kind;

// HTML

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('\''), QLatin1String("&#39;"));
}

QString element(const char *name, const QString &text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(name), escaped(text));
}

QString htmlList(const char *name, const QStringList &lines)
{
    QString html = QStringLiteral("<%1>\n").arg(QLatin1String(name));
    for (const QString &line : lines)
        html += element("li", line);
    return html + QStringLiteral("</%1>\n").arg(QLatin1String(name));
}

QString htmlChecks(const DocumentBlock &block)
{
    QString html = QStringLiteral("<ul class=\"checks\">\n");
    for (qsizetype index = 0; index < block.lines.size(); ++index)
        html += QStringLiteral("<li><span class=\"box\">%1</span> %2</li>\n")
                    .arg(block.done.value(index) ? QStringLiteral("☑") : QStringLiteral("☐"),
                         escaped(block.lines.at(index)));
    return html + QStringLiteral("</ul>\n");
}

QString htmlFacts(const DocumentBlock &block)
{
    QString html = QStringLiteral("<table>\n");
    for (const auto &[label, value] : block.facts)
        html += QStringLiteral("<tr><th>%1</th><td><code dir=\"ltr\">%2</code></td></tr>\n")
                    .arg(escaped(label), escaped(value));
    return html + QStringLiteral("</table>\n");
}

QString htmlRecords(const DocumentBlock &block)
{
    QString html = QStringLiteral("<table class=\"records\">\n");
    for (const auto &[name, target] : block.facts)
        html += QStringLiteral("<tr><td><code dir=\"ltr\">%1</code></td><td><code dir=\"ltr\">%2</code></td></tr>\n")
                    .arg(escaped(name), escaped(target));
    return html + QStringLiteral("</table>\n");
}

QString htmlBlock(const DocumentBlock &block)
{
    switch (block.kind) {
    case Kind::Paragraph: return element("p", block.text);
    case Kind::Facts: return htmlFacts(block);
    case Kind::Records: return htmlRecords(block);
    case Kind::Steps: return htmlList("ol", block.lines);
    case Kind::Points: return htmlList("ul", block.lines);
    case Kind::Checks: return htmlChecks(block);
    case Kind::Code:
        return QStringLiteral("<figure><figcaption>%1</figcaption><pre dir=\"ltr\"><code>%2</code></pre></figure>\n")
            .arg(escaped(block.caption), escaped(block.text));
    }
    Q_UNREACHABLE();
}

constexpr auto styleSheet = R"(
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin-bottom: .25rem; }
h2 { font-size: 1.2rem; margin-top: 2.25rem; border-bottom: 1px solid #8884; padding-bottom: .25rem; }
.subtitle { opacity: .7; margin-top: 0; }
table { border-collapse: collapse; width: 100%; }
table { table-layout: fixed; }
th, td { text-align: start; vertical-align: baseline; padding: .3rem 0; overflow-wrap: anywhere; }
th { font-weight: 500; width: 30%; }
th, .records td:first-child { padding-inline-end: 1rem; }
code { font: .9em/1.45 ui-monospace, monospace; }
figure { margin: 1rem 0; }
figcaption { font-weight: 500; margin-bottom: .35rem; }
pre { background: #8881; border: 1px solid #8883; border-radius: 8px; padding: .75rem 1rem; margin: 0;
      white-space: pre-wrap; overflow-wrap: anywhere; }
li { margin: .3rem 0; }
ul.checks { list-style: none; padding-inline-start: 0; }
ul.checks li { display: flex; gap: .5rem; }
@media print { :root { color-scheme: light; } body { font-size: 11pt; margin: 0; padding: 0; max-width: none; }
               h2, figcaption { break-after: avoid; } p, li, tr, figure, table { break-inside: avoid; }
               ol, figure + p, p + table { break-before: avoid; } p { orphans: 3; widows: 3; } pre { font-size: 9pt; } }
)";

// Markdown

/// Whatever Markdown or HTML within it could take for a sign of theirs.
QString plain(const QString &text)
{
    static const QRegularExpression signs(QStringLiteral("([\\\\`*_{}\\[\\]()#+!|<>~&])"));
    static const QRegularExpression startOfList(QStringLiteral("^(\\s*)(\\d+)([.)])|^(\\s*)([-=])"));
    QString escaped = text.simplified();
    escaped.replace(signs, QStringLiteral("\\\\1"));
    const auto start = startOfList.match(escaped);
    if (start.hasMatch())
        escaped.insert(start.capturedStart(start.captured(3).isEmpty() ? 5 : 3), QLatin1Char('\\'));
    return escaped;
}

/// A run of backticks longer than any within.
QString fenceFor(const QString &text, qsizetype shortest)
{
    qsizetype longest = 0;
    qsizetype run = 0;
    for (const QChar each : text) {
        run = each == QLatin1Char('`') ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return QString(std::max(shortest, longest + 1), QLatin1Char('`'));
}

QString technical(const QString &text)
{
    const QString line = text.simplified();
    const QString fence = fenceFor(line, 1);
    const QString room = fence.size() > 1 ? QStringLiteral(" ") : QString();
    return fence + room + QString(line).replace(QLatin1Char('|'), QLatin1String("\\|")) + room + fence;
}

QString markdownLines(const DocumentBlock &block)
{
    QString text;
    for (qsizetype index = 0; index < block.lines.size(); ++index) {
        QString mark = QStringLiteral("- ");
        if (block.kind == Kind::Steps)
            mark = QStringLiteral("%1. ").arg(index + 1);
        else if (block.kind == Kind::Checks)
            mark = block.done.value(index) ? QStringLiteral("- [x] ") : QStringLiteral("- [ ] ");
        text += mark + plain(block.lines.at(index)) + QLatin1Char('\n');
    }
    return text;
}

QString markdownFacts(const DocumentBlock &block)
{
    QString text = QStringLiteral("| | |\n|---|---|\n");
    for (const auto &[label, value] : block.facts)
        text += QStringLiteral("| %1 | %2 |\n")
                    .arg(block.kind == Kind::Records ? technical(label) : plain(label), technical(value));
    return text;
}

QString markdownBlock(const DocumentBlock &block)
{
    switch (block.kind) {
    case Kind::Paragraph: return plain(block.text) + QLatin1Char('\n');
    case Kind::Facts:
    case Kind::Records: return markdownFacts(block);
    case Kind::Steps:
    case Kind::Points:
    case Kind::Checks: return markdownLines(block);
    case Kind::Code: {
        const QString fence = fenceFor(block.text, 3);
        const QString end = block.text.endsWith(QLatin1Char('\n')) ? QString() : QStringLiteral("\n");
        return QStringLiteral("**%1**\n\n").arg(plain(block.caption)) + fence + QLatin1Char('\n') + block.text + end
            + fence + QLatin1Char('\n');
    }
    }
    Q_UNREACHABLE();
}

} // namespace

QString htmlOf(const Document &document)
{
    QString html
        = QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta http-equiv=\"Content-Security-Policy\" "
                         "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
              .arg(escaped(document.language), document.isRightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    html += element("title", document.title);
    html += QStringLiteral("<style>%1</style>\n</head>\n<body>\n").arg(QLatin1String(styleSheet));
    html += element("h1", document.title);
    html += QStringLiteral("<p class=\"subtitle\">%1</p>\n").arg(escaped(document.subtitle));
    for (const DocumentSection &section : document.sections) {
        html += element("h2", section.title);
        for (const DocumentBlock &block : section.blocks)
            html += htmlBlock(block);
    }
    return html + QStringLiteral("</body>\n</html>\n");
}

QString markdownOf(const Document &document)
{
    QString text = QStringLiteral("# ") + plain(document.title) + QStringLiteral("\n\n") + plain(document.subtitle)
        + QLatin1Char('\n');
    for (const DocumentSection &section : document.sections) {
        text += QStringLiteral("\n## ") + plain(section.title) + QLatin1Char('\n');
        for (const DocumentBlock &block : section.blocks)
            text += QLatin1Char('\n') + markdownBlock(block);
    }
    return text;
}

} // namespace golive
