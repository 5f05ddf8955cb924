#pragma once

#include "wizard/wizardflow.h"

#include <QAbstractListModel>
#include <QListView>

namespace golive {

/// The steps with their titles and how they stand, read from the flow.
class StepListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole + 1, CurrentRole };

    explicit StepListModel(const WizardFlow &flow, QObject *parent = nullptr);

    void setTitle(Step step, const QString &title);
    /// Reads the flow again.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    const WizardFlow &m_flow;
    std::array<QString, allSteps.size()> m_titles;
};

/// The list on the left: every step with number or sign, title and state in words. A real list, so
/// arrows, Home, End and typing the first letters work; steps that cannot be opened are passed over.
class StepList : public QListView
{
    Q_OBJECT

public:
    static constexpr int wide = 240;
    static constexpr int narrow = 64;

    explicit StepList(WizardFlow &flow, QWidget *parent = nullptr);

    void setTitle(Step step, const QString &title);
    /// Circles only, to leave room for a panel on a small screen; the words become tool tips.
    void setCompact(bool compact);
    void refresh();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    WizardFlow &m_flow;
    StepListModel *m_model;
    bool m_refreshing = false;
};

} // namespace golive
