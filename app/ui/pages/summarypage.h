#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/summaryviewmodel.h"

class QPushButton;

namespace golive {

class BulletList;
class Card;
class HeadlineCard;
class KeyValueGrid;
class LinkButton;
class StagingBlock;
class StagingPath;

/// Step 12: what was made, where secrets are, what to do next, how to take it back.
class SummaryPage final : public Page
{
    Q_OBJECT

public:
    /// `staging` is offered once there is a production instance.
    SummaryPage(SummaryViewModel &viewModel, StagingPath &staging, const PageContext &context,
                QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Summary"); }
    [[nodiscard]] QString subtitle() const override { return tr("What was made, and what comes next."); }
    [[nodiscard]] QString helpText() const override;

protected:
    void render() override;

private:
    void build();

    SummaryViewModel &m_viewModel;
    SummaryViewModel::State m_drawn;
    HeadlineCard *m_headline;
    KeyValueGrid *m_made;
    KeyValueGrid *m_secrets;
    BulletList *m_next;
    BulletList *m_back;
    Card *m_nextCard;
    Card *m_secretsCard;
    Card *m_backCard;
    LinkButton *m_site;
    LinkButton *m_dashboard;
    QPushButton *m_compare;
    QPushButton *m_reload;
    StagingBlock *m_staging;
};

} // namespace golive
