#include "ui/pages/applicationlistmodel.h"

#include "ui/privacy/sharedscreen.h"

#include <algorithm>

namespace golive {

void ApplicationListModel::setRows(const QList<ApplicationViewModel::Row> &rows)
{
    if (rows == m_rows)
        return;
    const bool sameIds = std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                                    [](const auto &a, const auto &b) { return a.id == b.id; });
    if (sameIds) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QModelIndex ApplicationListModel::indexOf(const QString &applicationId) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&](const ApplicationViewModel::Row &row) { return row.id == applicationId; });
    return found == m_rows.cend() ? QModelIndex() : index(static_cast<int>(found - m_rows.cbegin()));
}

QString ApplicationListModel::idAt(const QModelIndex &index) const
{
    return index.isValid() ? m_rows.at(index.row()).id : QString();
}

int ApplicationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ApplicationListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ApplicationViewModel::Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return onScreen(row.name);
    case Qt::AccessibleTextRole:
        //: %1 is an application's name, %2 how it stands: "Shop, No production yet"
        return onScreen(row.detail.isEmpty() ? tr("%1, %2").arg(row.name, row.standingText)
                                             //: the same with a detail, such as a domain, as %3
                                             : tr("%1, %2, %3").arg(row.name, row.standingText, row.detail));
    case RowRole: return QVariant::fromValue(row);
    default: return {};
    }
}

} // namespace golive
