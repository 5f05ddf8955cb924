#include "ui/widgets/settinglistmodel.h"

#include "ui/privacy/sharedscreen.h"

#include <algorithm>

namespace golive {

using Tick = SettingRow::Tick;

/// Rows that stay where they are keep selection and scroll position; only those that changed are drawn.
void SettingListModel::setRows(const QList<SettingRow> &rows)
{
    if (rows == m_rows)
        return;
    const bool sameIds = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                    [](const auto &a, const auto &b) { return a.id == b.id; });
    if (!sameIds)
        beginResetModel();
    const QList<SettingRow> before = std::exchange(m_rows, rows);
    m_hasTicks = std::any_of(rows.cbegin(), rows.cend(), [](const SettingRow &row) { return row.tick != Tick::None; });
    if (!sameIds)
        return endResetModel();
    for (qsizetype row = 0; row < rows.size(); ++row)
        if (rows.at(row) != before.at(row))
            Q_EMIT dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
}

void SettingListModel::setColumns(const SettingColumns &columns)
{
    m_columns = columns;
}

QModelIndex SettingListModel::indexOf(const QString &id) const
{
    const auto found
        = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const SettingRow &row) { return row.id == id; });
    return id.isEmpty() || found == m_rows.cend() ? QModelIndex() : index(static_cast<int>(found - m_rows.cbegin()));
}

QString SettingListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : QString();
}

int SettingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SettingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SettingRow &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return onScreen(row.title);
    case Qt::AccessibleTextRole: return onScreen(readOut(row));
    case Qt::AccessibleDescriptionRole: return onScreen(row.explanation);
    case rowRole: return QVariant::fromValue(row);
    case Qt::CheckStateRole:
        switch (row.tick) {
        case Tick::None: return {};
        case Tick::Off: return Qt::Unchecked;
        case Tick::Partly: return Qt::PartiallyChecked;
        case Tick::On: return Qt::Checked;
        }
        return {};
    default: return {};
    }
}

bool SettingListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::CheckStateRole || m_rows.at(index.row()).tick == Tick::None)
        return false;
    Q_EMIT tickWanted(idAt(index), value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags SettingListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return m_rows.at(index.row()).tick == Tick::None ? flags : flags | Qt::ItemIsUserCheckable;
}

QString SettingListModel::readOut(const SettingRow &row) const
{
    if (row.kind == SettingRow::Kind::Heading)
        return row.title;
    QStringList parts {row.title};
    const auto add = [&parts](const QString &caption, const QString &value) {
        if (!caption.isEmpty() && !value.isEmpty())
            //: read out by a screen reader: the caption of a column, and the value in it
            parts.append(tr("%1: %2").arg(caption, value));
    };
    add(m_columns.first, row.first);
    add(m_columns.second, row.second);
    if (!row.state.isEmpty())
        parts.append(row.state);
    return parts.join(QStringLiteral(", "));
}

} // namespace golive
