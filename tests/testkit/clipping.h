#pragma once

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QTextBoundaryFinder>
#include <QToolButton>
#include <QWidget>

namespace golive {

/// The width of the longest piece in which no line can break: wider than the label, it is cut.
inline int widestPiece(const QLabel &label)
{
    const QString text = label.text();
    const QFontMetrics metrics(label.font());
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    int widest = 0;
    qsizetype from = 0;
    for (qsizetype to = breaks.toNextBoundary(); to >= 0; to = breaks.toNextBoundary()) {
        widest = qMax(widest, metrics.horizontalAdvance(text.mid(from, to - from).trimmed()));
        from = to;
    }
    return widest;
}

/// What is shown below `root` with less room than it needs: one line per label or button. Empty is
/// good. Areas that scroll do not count as too small, what is inside them still does.
inline QStringList clippedTexts(const QWidget &root)
{
    QStringList faults;
    const auto check = [&](const QWidget &widget, const QString &text, QSize needed) {
        if (!widget.isVisibleTo(&root) || text.isEmpty())
            return;
        if (widget.width() + 1 < needed.width() || widget.height() + 1 < needed.height())
            faults.append(QStringLiteral("%1 \"%2\" has %3x%4, needs %5x%6")
                              .arg(QString::fromLatin1(widget.metaObject()->className()), text.left(40))
                              .arg(widget.width())
                              .arg(widget.height())
                              .arg(needed.width())
                              .arg(needed.height()));
    };
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (!label->wordWrap()) {
            check(*label, label->text(), label->sizeHint());
            continue;
        }
        check(*label, label->text(), {widestPiece(*label), label->heightForWidth(label->width())});
    }
    for (const QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->hasHeightForWidth())
            check(*button, button->text(), {0, button->heightForWidth(button->width())});
        else
            check(*button, button->text(), button->sizeHint());
    }
    return faults;
}

} // namespace golive
