#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/comparisonviewmodel.h"

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace golive {

class BusyIndicator;
class Card;
class KeyValueGrid;
class LinkButton;
class SettingList;
class StatusLabel;
class TextLabel;

/// Development and production side by side, and what production is to get.
class ComparisonPage final : public Page
{
    Q_OBJECT

public:
    ComparisonPage(ComparisonViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;

protected:
    void render() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QHBoxLayout *buildTools();
    [[nodiscard]] QHBoxLayout *buildActions();
    void buildDetails();
    void bind();
    void renderTools(const ComparisonViewModel::State &state);
    void renderActions(const ComparisonViewModel::State &state);
    void renderDetails(const ComparisonViewModel::State &state);

    ComparisonViewModel &m_viewModel;
    StatusLabel *m_headline;
    TextLabel *m_explanation;
    QLineEdit *m_search;
    QComboBox *m_shown;
    QComboBox *m_direction;
    SettingList *m_list;
    TextLabel *m_empty;
    QPushButton *m_tickAll;
    QPushButton *m_tickNone;
    TextLabel *m_ticked;
    BusyIndicator *m_busy;
    QPushButton *m_again;
    QPushButton *m_back;
    QPushButton *m_preview;
    QPushButton *m_carry;
    Card *m_details;
    TextLabel *m_detailsText;
    KeyValueGrid *m_values;
    StatusLabel *m_remark;
    LinkButton *m_dashboard;
    std::optional<SettingDetails> m_detailsShown;
};

} // namespace golive
