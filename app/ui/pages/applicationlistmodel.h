#pragma once

#include "wizard/steps/applicationviewmodel.h"

#include <QAbstractListModel>

namespace golive {

/// The rows of ApplicationViewModel::State for a list view.
class ApplicationListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole }; ///< an ApplicationViewModel::Row

    using QAbstractListModel::QAbstractListModel;

    /// Keeps the view's place where only the contents of rows have changed.
    void setRows(const QList<ApplicationViewModel::Row> &rows);
    /// Invalid for an id that is not shown.
    [[nodiscard]] QModelIndex indexOf(const QString &applicationId) const;
    [[nodiscard]] QString idAt(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<ApplicationViewModel::Row> m_rows;
};

} // namespace golive
