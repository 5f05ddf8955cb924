#pragma once

#include "wizard/settings/settingrow.h"

#include <QAbstractListModel>

namespace golive {

/// The rows of a list of settings. A tick that somebody sets is only asked for: what is shown
/// changes when the rows do.
class SettingListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int rowRole = Qt::UserRole;

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<SettingRow> &rows);
    /// For what is read out: the captions say which value is whose.
    void setColumns(const SettingColumns &columns);
    [[nodiscard]] const SettingRow &rowAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] QModelIndex indexOf(const QString &id) const;
    [[nodiscard]] QString idAt(const QModelIndex &index) const;
    [[nodiscard]] bool hasTicks() const { return m_hasTicks; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void tickWanted(const QString &id, bool on);

private:
    [[nodiscard]] QString readOut(const SettingRow &row) const;

    QList<SettingRow> m_rows;
    SettingColumns m_columns;
    bool m_hasTicks = false;
};

} // namespace golive
