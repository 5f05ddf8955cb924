#pragma once

#include "testkit/clipping.h"
#include "testkit/pagestage.h"
#include "testkit/practiceproduction.h"

#include <QAccessible>

namespace golive {

/// The names of everything on the page that can be used and has none. Empty is good.
inline QStringList namelessControls(const QWidget &page)
{
    QStringList nameless;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(&page) || (widget->focusPolicy() & Qt::TabFocus) == 0
            || widget->focusProxy() != nullptr)
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (face == nullptr
            || (face->text(QAccessible::Name).isEmpty() && face->relations(QAccessible::Label).isEmpty()))
            nameless.append(QStringLiteral("%1 %2").arg(QString::fromLatin1(widget->metaObject()->className()),
                                                        widget->objectName()));
    }
    return nameless;
}

/// Presses Tab until the widget has the focus. False when it is never reached. Qt shows what is new in a layout a
/// moment after it was put there, so nothing is missing before the events have been dealt with.
inline bool tabTo(QWidget &page, const QWidget &wanted)
{
    return QTest::qWaitFor([&] {
        for (int presses = 0; presses < 80 && QApplication::focusWidget() != &wanted; ++presses) {
            QWidget *focus = QApplication::focusWidget();
            QTest::keyClick(focus != nullptr ? focus : &page, Qt::Key_Tab);
        }
        return QApplication::focusWidget() == &wanted;
    });
}

/// What the page's labels say, as far as they are shown.
inline QString wordsOf(const QWidget &page)
{
    QStringList words;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisibleTo(&page))
            words.append(label->text());
    return words.join(QLatin1Char('\n'));
}

} // namespace golive
