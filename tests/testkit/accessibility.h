#pragma once

#include "testkit/pictured.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace golive {

inline bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) != nullptr
        || qobject_cast<const QLineEdit *>(&widget) != nullptr || qobject_cast<const QComboBox *>(&widget) != nullptr
        || qobject_cast<const QAbstractItemView *>(&widget) != nullptr
        || qobject_cast<const QPlainTextEdit *>(&widget) != nullptr;
}

/// Text to be read and selected, which nobody has to hit.
inline bool isReadText(const QWidget &widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    return text != nullptr && text->isReadOnly();
}

/// For a fault's line: class, object name, text.
inline QString describeWidget(const QWidget &widget)
{
    QString text;
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        text = button->text();
    else if (const auto *label = qobject_cast<const QLabel *>(&widget))
        text = label->text().left(50);
    return QStringLiteral("%1 %2 “%3”")
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), text);
}

/// Controls below `root` that a screen reader could not name. A combo box is named by a label alone.
inline QStringList namelessControls(const QWidget &root)
{
    QStringList faults;
    for (QWidget *widget : root.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&root) || !isControl(*widget) || widget->focusPolicy() == Qt::NoFocus)
            continue;
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
        const bool labelled = heard != nullptr && !heard->relations(QAccessible::Label).isEmpty();
        const bool named = heard != nullptr && !heard->text(QAccessible::Name).trimmed().isEmpty();
        if (qobject_cast<QComboBox *>(widget) != nullptr ? !labelled : !named && !labelled)
            faults.append(QStringLiteral("nameless %1").arg(describeWidget(*widget)));
    }
    return faults;
}

/// Controls below `root` that are harder to hit than WCAG 2.5.8 allows: less than 24 pixels either way.
inline QStringList smallTargets(const QWidget &root)
{
    QStringList faults;
    for (const QWidget *widget : root.findChildren<QWidget *>())
        if (widget->isVisibleTo(&root) && isControl(*widget) && !isReadText(*widget)
            && (widget->width() < 24 || widget->height() < 24))
            faults.append(
                QStringLiteral("%1 is %2x%3").arg(describeWidget(*widget)).arg(widget->width()).arg(widget->height()));
    return faults;
}

/// Where the widget can be seen in its window, with everything that scrolls or covers taken off.
inline QRect seenPlace(const QWidget &widget)
{
    QRect place(widget.mapTo(widget.window(), QPoint()), widget.size());
    for (const QWidget *above = widget.parentWidget(); !widget.isWindow() && above != widget.window();
         above = above->parentWidget())
        place = place.intersected(QRect(above->mapTo(widget.window(), QPoint()), above->size()));
    return place;
}

/// Texts in `window` that are drawn with less contrast than 4.5 to 1. What is switched off may be fainter.
inline QStringList faintTexts(QWidget &window)
{
    QStringList faults;
    const QImage picture = window.grab().toImage();
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasText = (label != nullptr && !label->text().trimmed().isEmpty())
            || (button != nullptr && !button->text().trimmed().isEmpty());
        const QRect place = seenPlace(*widget);
        const bool whole = place.size() == widget->size(); // half a line says nothing
        if (!hasText || !whole || widget->window() != &window || !widget->isVisibleTo(&window) || !widget->isEnabled())
            continue;
        // Inside the frame, which has its own rule.
        const int edge = button != nullptr ? 6 : 0;
        if (const double contrast = drawnContrast(picture, place.adjusted(edge, edge, -edge, -edge)); contrast < 4.5)
            faults.append(QStringLiteral("%1 has a contrast of %2").arg(describeWidget(*widget)).arg(contrast));
    }
    return faults;
}

} // namespace golive
