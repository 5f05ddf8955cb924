#include "handover/envdocument.h"

#include <QByteArrayView>

#include <algorithm>
#include <optional>

namespace golive {
namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

bool isLineEnd(char each)
{
    return each == '\n' || each == '\r';
}

bool isBlank(char each)
{
    return each == ' ' || each == '\t' || each == '\f' || each == '\v';
}

bool isQuote(char each)
{
    return each == '\'' || each == '"' || each == '`';
}

bool isNameCharacter(char each)
{
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') || each == '_'
        || each == '.' || each == '-';
}

/// Walks over the text once, from line to line.
class Reader
{
public:
    explicit Reader(const QByteArray &text)
        : m_text(text)
    {
        if (m_text.startsWith(byteOrderMark))
            m_at = byteOrderMark.size();
    }

    QList<EnvAssignment> readAll()
    {
        QList<EnvAssignment> found;
        while (m_at < m_text.size()) {
            if (auto assignment = readAssignment())
                found.append(*assignment);
            m_at = nextLine(m_at);
            if (!found.isEmpty() && found.constLast().lineEnd == 0)
                found.last().lineEnd = m_at;
        }
        return found;
    }

private:
    [[nodiscard]] char at(qsizetype place) const { return place < m_text.size() ? m_text.at(place) : '\n'; }

    [[nodiscard]] qsizetype behindBlanks(qsizetype place) const
    {
        while (place < m_text.size() && isBlank(m_text.at(place)))
            ++place;
        return place;
    }

    [[nodiscard]] qsizetype endOfLine(qsizetype place) const
    {
        while (place < m_text.size() && !isLineEnd(m_text.at(place)))
            ++place;
        return place;
    }

    [[nodiscard]] qsizetype nextLine(qsizetype place) const
    {
        place = endOfLine(place);
        if (place + 1 < m_text.size() && m_text.at(place) == '\r' && m_text.at(place + 1) == '\n')
            ++place;
        return std::min(place + 1, m_text.size());
    }

    /// Leaves the place in the last line of what it read.
    std::optional<EnvAssignment> readAssignment()
    {
        const auto name = readName();
        if (!name)
            return std::nullopt;
        EnvAssignment read;
        read.name = *name;
        const qsizetype start = behindBlanks(m_at);
        if (!readQuoted(start, read))
            readBare(start, read);
        m_at = read.valueEnd;
        return read;
    }

    /// The name and the sign behind it. `export=1` sets a variable of that name.
    std::optional<QByteArray> readName()
    {
        constexpr QByteArrayView exporting("export");
        m_at = behindBlanks(m_at);
        const qsizetype behindExport = behindBlanks(m_at + exporting.size());
        if (QByteArrayView(m_text).sliced(m_at).startsWith(exporting) && behindExport > m_at + exporting.size()
            && isNameCharacter(at(behindExport)))
            m_at = behindExport;
        const qsizetype start = m_at;
        while (isNameCharacter(at(m_at)))
            ++m_at;
        if (m_at == start)
            return std::nullopt;
        const QByteArray name = m_text.mid(start, m_at - start);
        if (const qsizetype sign = behindBlanks(m_at); at(sign) == '=')
            m_at = sign + 1;
        else if (at(m_at) == ':' && isBlank(at(m_at + 1)))
            m_at += 2;
        else
            return std::nullopt;
        return name;
    }

    /// False unless a whole quotation stands there, with nothing but a remark behind it.
    [[nodiscard]] bool readQuoted(qsizetype start, EnvAssignment &read) const
    {
        const char quote = at(start);
        if (!isQuote(quote))
            return false;
        // The first quote that is not escaped ends it. Where none can, an escaped one does: `"C:\temp\"`.
        const QList<qsizetype> ends = possibleEnds(start, quote);
        const auto end = std::find_if(ends.crbegin(), ends.crend(), [this](qsizetype place) { return endsAt(place); });
        if (end == ends.crend())
            return false;
        read.quote = quote;
        read.value = Secret(m_text.mid(start + 1, *end - start - 1));
        read.valueStart = start;
        read.valueEnd = *end + 1;
        return true;
    }

    [[nodiscard]] QList<qsizetype> possibleEnds(qsizetype start, char quote) const
    {
        QList<qsizetype> ends;
        for (qsizetype place = start + 1; place < m_text.size(); ++place) {
            if (m_text.at(place) != quote)
                continue;
            ends.append(place);
            if (m_text.at(place - 1) != '\\')
                break;
        }
        return ends;
    }

    /// Whether nothing but a remark is behind the quote at `place`.
    [[nodiscard]] bool endsAt(qsizetype place) const
    {
        const qsizetype behind = behindBlanks(place + 1);
        return behind >= m_text.size() || isLineEnd(m_text.at(behind)) || m_text.at(behind) == '#';
    }

    void readBare(qsizetype start, EnvAssignment &read) const
    {
        qsizetype end = start;
        while (end < m_text.size() && !isLineEnd(m_text.at(end)) && m_text.at(end) != '#')
            ++end;
        while (end > start && isBlank(m_text.at(end - 1)))
            --end;
        read.valueStart = start;
        read.valueEnd = end;
        // `'it''s'` is no quotation, but loses its outer quotes all the same.
        const bool isEnclosed = end - start > 1 && isQuote(m_text.at(start)) && m_text.at(end - 1) == m_text.at(start);
        const qsizetype quotes = isEnclosed ? 1 : 0;
        read.value = Secret(m_text.mid(start + quotes, end - start - 2 * quotes));
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
};

} // namespace

QList<EnvAssignment> envAssignments(const QByteArray &text)
{
    return Reader(text).readAll();
}

QByteArray lineEndOf(const QByteArray &text)
{
    const auto *const end = std::find_if(text.cbegin(), text.cend(), isLineEnd);
    if (end == text.cend() || *end == '\n')
        return QByteArrayLiteral("\n");
    const bool both = std::next(end) != text.cend() && *std::next(end) == '\n';
    return both ? QByteArrayLiteral("\r\n") : QByteArrayLiteral("\r");
}

bool isEnvironmentText(const QByteArray &bytes)
{
    return !bytes.contains('\0') && !bytes.startsWith("\xFF\xFE") && !bytes.startsWith("\xFE\xFF");
}

} // namespace golive
