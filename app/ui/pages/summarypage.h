#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/summaryviewmodel.h"

namespace golive {

class Card;
class KeyValueGrid;
class LinkButton;
class StatusLabel;
class TextLabel;

/// Step 10: what was made, where secrets are, what to do next, how to take it back.
class SummaryPage final : public Page
{
    Q_OBJECT

public:
    SummaryPage(SummaryViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Summary"); }
    [[nodiscard]] QString subtitle() const override { return tr("What was made, and what comes next."); }
    [[nodiscard]] QString helpText() const override;

protected:
    void render() override;

private:
    void build();

    SummaryViewModel &m_viewModel;
    StatusLabel *m_headline;
    KeyValueGrid *m_made;
    KeyValueGrid *m_secrets;
    TextLabel *m_next;
    TextLabel *m_back;
    Card *m_backCard;
    LinkButton *m_site;
    LinkButton *m_dashboard;
};

} // namespace golive
