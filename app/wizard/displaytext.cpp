#include "wizard/displaytext.h"

namespace golive {
namespace {

bool isDisturbing(QChar c)
{
    const char16_t code = c.unicode();
    const bool turnsDirection = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return turnsDirection || code == 0xfeff || (c.category() == QChar::Other_Control && !c.isSpace());
}

} // namespace

QString displayText(const QString &text, qsizetype longest)
{
    // Far more than is shown, and little enough that a megabyte of text costs nothing.
    QString line = text.left(4 * longest);
    line.removeIf(isDisturbing);
    line = line.simplified();
    if (line.size() <= longest)
        return line;
    line.truncate(longest - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line + QChar(0x2026);
}

} // namespace golive
