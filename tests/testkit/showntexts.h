#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QStringList>

namespace golive {

inline void appendItemTexts(const QAbstractItemModel &model, QStringList &texts)
{
    for (int row = 0; row < model.rowCount(); ++row)
        for (const int role : {int(Qt::DisplayRole), int(Qt::ToolTipRole), int(Qt::AccessibleTextRole),
                               int(Qt::AccessibleDescriptionRole)})
            texts.append(model.index(row, 0).data(role).toString());
}

inline void appendOwnTexts(const QWidget &widget, QStringList &texts)
{
    texts << widget.toolTip() << widget.accessibleName() << widget.accessibleDescription();
    if (widget.isWindow())
        texts.append(widget.windowTitle());
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        texts.append(label->text());
    else if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        texts.append(button->text());
    else if (const auto *line = qobject_cast<const QLineEdit *>(&widget))
        texts.append(line->placeholderText());
    else if (const auto *group = qobject_cast<const QGroupBox *>(&widget))
        texts.append(group->title());
    else if (const auto *combo = qobject_cast<const QComboBox *>(&widget))
        appendItemTexts(*combo->model(), texts);
    else if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view && view->model())
        appendItemTexts(*view->model(), texts);
}

/// Everything below `root` that a person reads, hovers over or is told, without what they typed.
inline QStringList shownTexts(const QWidget &root)
{
    QStringList texts;
    appendOwnTexts(root, texts);
    for (const QWidget *widget : root.findChildren<QWidget *>())
        if (widget->isVisibleTo(&root))
            appendOwnTexts(*widget, texts);
    for (const QAction *action : root.findChildren<QAction *>())
        texts << action->text() << action->toolTip();
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

} // namespace golive
