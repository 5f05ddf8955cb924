#pragma once

#include "wizard/settings/settingrow.h"

#include <QStyledItemDelegate>

namespace golive {

/// Where the columns of a list of settings begin and how wide they are, as if text ran from the left.
struct SettingColumnPlaces
{
    QRect tick;
    QRect setting;
    QRect first;
    QRect second;
    QRect state;

    /// Within `row`. A column without caption takes no room, nor do ticks when there are none.
    [[nodiscard]] static SettingColumnPlaces within(const QRect &row, const SettingColumns &columns, bool ticks);
};

/// Draws one setting: its name and explanation, its values, and how they compare as sign and word.
/// A click at the tick, or the space bar, turns it.
class SettingDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setColumns(const SettingColumns &columns) { m_columns = columns; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The whole text where the row has no room for it.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    SettingColumns m_columns;
};

} // namespace golive
