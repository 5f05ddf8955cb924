#pragma once

#include "testkit/showntexts.h"

#include <QAccessible>
#include <QPlainTextEdit>

namespace golive {

inline void appendAccessibleTexts(QAccessibleInterface *face, QStringList &texts, int depth = 0)
{
    if (face == nullptr || !face->isValid() || face->state().invisible || depth > 40)
        return;
    for (const auto role : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        texts.append(face->text(role));
    if (auto *text = face->textInterface())
        texts.append(text->text(0, text->characterCount()));
    for (int index = 0; index < face->childCount(); ++index)
        appendAccessibleTexts(face->child(index), texts, depth + 1);
}

/// Everything in a window that can be read on a picture of it or is told to assistive technology,
/// what was typed included.
inline QStringList readableTexts(QWidget &window)
{
    QStringList texts = shownTexts(window);
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&window))
            continue;
        if (const auto *line = qobject_cast<const QLineEdit *>(widget))
            texts.append(line->displayText());
        else if (const auto *view = qobject_cast<const QPlainTextEdit *>(widget))
            texts.append(view->toPlainText());
    }
    appendAccessibleTexts(QAccessible::queryAccessibleInterface(&window), texts);
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

} // namespace golive
