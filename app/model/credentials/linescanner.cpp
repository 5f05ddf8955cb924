#include "model/credentials/linescanner.h"

#include "model/credentials/credentialforms.h"

#include <algorithm>

namespace golive {
namespace {

// Beyond these nothing is a credential. They keep the time in proportion to the text, too: an expression looks
// through all that it is given before it begins.
constexpr qsizetype longestLabel = 500;
constexpr qsizetype longestLine = 4200;
constexpr qsizetype longestValue = 16384;

/// A name, or a label of up to seven words, and what stands between it and its value.
const QRegularExpression &label()
{
    static const QRegularExpression expression(QStringLiteral(
        "^[ \\t,;|]*(?:(?:export|set|const|let|var|-e|[-*•>+])[ \\t]+|\\$env:|&)?"
        "[\"'`]?(?<name>[A-Za-z_][A-Za-z0-9_.()/'’-]{0,79}(?:[ \\t]+[A-Za-z0-9_.()/'’-]{1,40}){0,6})[\"'`]?"
        "[ \\t]*(?<sign>=>|:=|=|:(?!//))[ \\t]*"));
    return expression;
}

bool namesACredential(const QString &name)
{
    static const QRegularExpression ending(QStringLiteral("(?:^|_)(?:ID|KEY|SECRET|VALUE)$"));
    return ending.match(upperSnake(name)).hasMatch();
}

bool isOneWord(const QString &line)
{
    static const QRegularExpression word(QStringLiteral("^[^\\s:]{6,4096}$"));
    return word.match(line).hasMatch();
}

/// Environment files write line ends and quotes within double quotes like this.
QString unescaped(QString value)
{
    return value.replace(QLatin1String("\\n"), QLatin1String("\n"))
        .replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\/"), QLatin1String("/"));
}

} // namespace

LineScanner::LineScanner(QString text)
    : m_text(std::move(text))
{
}

QList<SnippetEntry> LineScanner::entries(qsizetype most)
{
    while (m_position < m_text.size() && m_entries.size() < most)
        takeLine();
    return m_entries;
}

void LineScanner::takeLine()
{
    const bool isWholeLine = m_position == 0 || m_text[m_position - 1] == QLatin1Char('\n');
    if (isWholeLine)
        takeIndent();
    const QStringView rest = restOfLine().trimmed();
    const bool isComment = rest.startsWith(QLatin1Char('#')) || rest.startsWith(QLatin1String("//"));
    if (rest.isEmpty() || isComment) {
        skipLine();
        return;
    }
    if (!isWholeLine) {
        if (!takeNamedValue())
            skipLine();
        return;
    }
    leaveSections(m_indent);
    const QString line = rest.toString();
    if (takeSection(line) || takeNamedValue() || takeValueOfNextLine(line))
        return;
    static const QRegularExpression call(QStringLiteral("^(?:\\w+[.(\\s])*?(\\w{1,60})\\(\\{?$"));
    static const QRegularExpression heading(QStringLiteral("^[A-Za-z0-9][\\w.()-]*(?: [\\w.()-]+){0,2}$"));
    if (const auto match = call.match(line); match.hasMatch())
        enter(m_indent, match.captured(1));
    else if (heading.match(line).hasMatch())
        enter(-1, line);
    skipLine();
}

void LineScanner::takeIndent()
{
    const auto isBlank
        = [this] { return m_text[m_position] == QLatin1Char(' ') || m_text[m_position] == QLatin1Char('\t'); };
    for (m_indent = 0; m_position < m_text.size() && isBlank(); ++m_position)
        ++m_indent;
}

/// `[auth.google]` of TOML and its like.
bool LineScanner::takeSection(const QString &line)
{
    static const QRegularExpression header(QStringLiteral("^\\[{1,2}\"?([\\w. \"-]{1,100})\\]{1,2}$"));
    const auto match = header.match(line);
    if (match.hasMatch()) {
        enter(-1, match.captured(1));
        skipLine();
    }
    return match.hasMatch();
}

bool LineScanner::takeNamedValue()
{
    const auto match = labelAt(m_position);
    if (!match.hasMatch())
        return false;
    const QString name = match.captured(QStringLiteral("name"));
    m_position += match.capturedEnd();
    const QStringView rest = restOfLine().trimmed();
    static const QRegularExpression opener(QStringLiteral("^(?:\\w+\\()?[{\\[(]$"));
    if (rest.isEmpty() || opener.match(rest.left(80)).hasMatch()) {
        skipLine();
        takeOpenName(name, match.captured(QStringLiteral("sign")) == QLatin1String(":"));
    } else {
        add(name, takeValue());
    }
    return true;
}

/// Nothing stands behind the name: what follows is inside, or is the value, or the name was a heading.
void LineScanner::takeOpenName(const QString &name, bool mayBeHeading)
{
    static const QRegularExpression line(QStringLiteral("^\\n*([ \\t]*)([^\\n]*)"));
    const auto next = line.match(m_text.mid(m_position, longestLine));
    if (next.captured(2).startsWith(QLatin1String("-----BEGIN "))) {
        m_position += next.capturedStart(2);
        add(name, takeValue());
    } else if (namesACredential(name) && mayBeHeading && isOneWord(next.captured(2).trimmed())) {
        m_position += next.capturedEnd();
        add(name, next.captured(2).trimmed());
    } else if (next.capturedLength(1) > m_indent) {
        enter(m_indent, name);
    } else if (mayBeHeading) {
        enter(-1, name);
    }
}

/// "Client ID" in one line and the value in the next, as consoles show it.
bool LineScanner::takeValueOfNextLine(const QString &line)
{
    static const QRegularExpression words(QStringLiteral("^[A-Za-z][\\w.()-]*(?: [\\w.()-]+){0,5}$"));
    if (!words.match(line).hasMatch() || !namesACredential(line))
        return false;
    const qsizetype before = m_position;
    skipLine();
    const QString value = restOfLine().trimmed().toString();
    if (!isOneWord(value) || namesACredential(value)) {
        m_position = before;
        return false;
    }
    skipLine();
    add(line, value);
    return true;
}

QString LineScanner::takeValue()
{
    static const QRegularExpression block(QStringLiteral("^(?:[|>][+-]?\\s*)?[\"']?(-----BEGIN [A-Z0-9 ]+-----"
                                                         "[A-Za-z0-9+/=\\s\\\\]*-----END [A-Z0-9 ]+-----)[\"']?"));
    if (m_text.mid(m_position, 40).contains(QLatin1String("-----BEGIN "))) {
        const auto match = block.match(m_text.mid(m_position, longestValue));
        if (match.hasMatch()) {
            m_position += match.capturedEnd();
            return unescaped(match.captured(1));
        }
    }
    const QChar first = m_text[m_position];
    if (first == QLatin1Char('"') || first == QLatin1Char('\'') || first == QLatin1Char('`'))
        return takeQuoted(first);
    return takeBare();
}

/// Up to the same quote, over lines if need be. Without one it is a value that begins with a quote.
QString LineScanner::takeQuoted(QChar quote)
{
    const qsizetype last = std::min(m_text.size(), m_position + longestValue);
    qsizetype end = m_position + 1;
    while (end < last && m_text[end] != quote)
        end += m_text[end] == QLatin1Char('\\') ? 2 : 1;
    if (end >= last)
        return takeBare();
    const QString value = m_text.mid(m_position + 1, end - m_position - 1);
    m_position = end + 1;
    return quote == QLatin1Char('"') ? unescaped(value) : value;
}

QString LineScanner::takeBare()
{
    static const QRegularExpression comment(QStringLiteral("[ \\t]+(?:#|//).*$"));
    static const QRegularExpression trailing(QStringLiteral("[,;|\\s]+$"));
    const QStringView rest = restOfLine();
    const auto isSpace = [](QChar each) { return each.isSpace(); };
    const qsizetype firstEnd = m_position + (std::find_if(rest.cbegin(), rest.cend(), isSpace) - rest.cbegin());
    // Another name in the same line: "Client ID: … Client Secret: …"
    const bool another = labelAt(firstEnd).hasMatch();
    QString value
        = another ? m_text.mid(m_position, firstEnd - m_position) : rest.left(longestLine).toString().remove(comment);
    if (another)
        m_position = firstEnd;
    else
        skipLine();
    return value.remove(trailing).trimmed();
}

/// Of what follows in the line at `position`.
QRegularExpressionMatch LineScanner::labelAt(qsizetype position) const
{
    const QString ahead = m_text.mid(position, longestLabel);
    return label().match(ahead.left(ahead.indexOf(QLatin1Char('\n'))));
}

qsizetype LineScanner::lineEnd() const
{
    const qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_position);
    return end < 0 ? m_text.size() : end;
}

QStringView LineScanner::restOfLine() const
{
    return QStringView(m_text).mid(m_position, lineEnd() - m_position);
}

void LineScanner::skipLine()
{
    m_position = std::min(lineEnd() + 1, m_text.size());
}

void LineScanner::leaveSections(qsizetype indent)
{
    while (!m_sections.isEmpty() && m_sections.constLast().indent >= indent)
        m_sections.removeLast();
}

void LineScanner::enter(qsizetype indent, const QString &name)
{
    leaveSections(indent);
    if (m_sections.size() < 16)
        m_sections.append({indent, upperSnake(name)});
}

void LineScanner::add(const QString &name, const QString &value)
{
    const QString ownName = upperSnake(name);
    QStringList path;
    for (const Section &section : std::as_const(m_sections))
        path.append(section.name);
    path.append(ownName);
    path.removeAll(QString());
    if (!ownName.isEmpty() && !value.isEmpty())
        m_entries.append({path.join(QLatin1Char('_')), ownName, value});
}

} // namespace golive
