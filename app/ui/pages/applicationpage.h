#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/applicationviewmodel.h"

#include <QModelIndex>

class QLineEdit;
class QListView;
class QPushButton;

namespace golive {

class ApplicationListModel;
class BusyIndicator;
class StatusLabel;
class TextLabel;

/// The searchable list of the workspace's applications; once a production instance exists, the one
/// that is being deployed.
class ApplicationPage final : public Page
{
    Q_OBJECT

public:
    ApplicationPage(ApplicationViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] QWidget *firstField() const override;

protected:
    void render() override;
    /// Down goes from the search field into the list.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void bind();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeOpened();
    void renderChoice(const ApplicationViewModel::State &state);
    void renderOpened(const ApplicationViewModel::State &state);
    [[nodiscard]] QModelIndex selectedRow() const;
    void takeSelection();

    ApplicationViewModel &m_model;
    ApplicationListModel *m_rows;
    QWidget *m_choice;
    QLineEdit *m_search;
    QPushButton *m_reload;
    QListView *m_list;
    TextLabel *m_empty;
    TextLabel *m_count;
    StatusLabel *m_selection;
    BusyIndicator *m_busy;
    QWidget *m_opened;
    TextLabel *m_openedName;
    TextLabel *m_openedId;
    StatusLabel *m_openedStanding;
    QPushButton *m_another;
    QPushButton *m_compare;
    QPushButton *m_compareOpened;
    bool m_rendering = false;
};

} // namespace golive
