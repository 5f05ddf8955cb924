#pragma once

#include "wizard/settings/settingrow.h"

#include <QWidget>

class QListView;

namespace golive {

class SettingDelegate;
class SettingListModel;

/// A list of settings below the captions of its columns. Draws what is seen and no more, so that
/// thousands scroll like a dozen.
class SettingList : public QWidget
{
    Q_OBJECT

public:
    explicit SettingList(const QString &accessibleName, QWidget *parent = nullptr);

    void setList(const SettingColumns &columns, const QList<SettingRow> &rows);
    void setSelected(const QString &id);
    [[nodiscard]] QListView &view() const { return *m_view; }

Q_SIGNALS:
    void selected(const QString &id);
    void tickWanted(const QString &id, bool on);

private:
    class Captions;

    SettingListModel *m_model;
    SettingDelegate *m_delegate;
    Captions *m_captions;
    QListView *m_view;
    bool m_rendering = false;
};

} // namespace golive
