#include "ui/widgets/codetext.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QScrollBar>
#include <QStyle>
#include <QTextDocument>

#include <algorithm>

namespace golive {
namespace {

constexpr int margin = 8;
constexpr int mostLines = 16;
constexpr int slack = 4; ///< what rounding takes, so that the last line is whole

} // namespace

CodeText::CodeText(const QString &what, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(what);
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setLayoutDirection(Qt::LeftToRight);
    setFont(textFont(TextRole::Technical));
    document()->setDocumentMargin(margin);
    fit();
}

void CodeText::setCode(const QString &code)
{
    if (toPlainText() == code)
        return;
    setPlainText(code);
    fit();
}

/// Always with room for the bar below, so that the height does not depend on the width.
void CodeText::fit()
{
    const int lines = std::clamp(document()->blockCount(), 1, mostLines);
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, this);
    setVerticalScrollBarPolicy(document()->blockCount() > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight((lines * QFontMetrics(font()).lineSpacing()) + (2 * margin) + (2 * frameWidth()) + bar + slack);
}

} // namespace golive
