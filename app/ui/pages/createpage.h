#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/createviewmodel.h"

class QPushButton;
class QVBoxLayout;

namespace golive {

class BulletList;
class BusyIndicator;
class Card;
class KeyValueGrid;
class LinkButton;
class StatusLabel;
class StoreTroublePart;
class SectionTitle;
class TextLabel;

/// The commit point: what was chosen, what will happen, and the one button that does it.
class CreatePage final : public Page
{
    Q_OBJECT

public:
    CreatePage(CreateViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] bool forwardIsMain() const override;
    [[nodiscard]] QString reasonToStay() const override;

    /// Enter does not press the button that creates: only a click or the space bar does.
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void render() override;

private:
    void buildSummary();
    void buildCreation();
    void buildWaysOn();
    void buildKey();
    void bind();
    void renderSummary(const CreateViewModel::State &state);
    void renderOutcome(const CreateViewModel::State &state);
    void renderWaysOn(const CreateViewModel::State &state);

    CreateViewModel &m_viewModel;
    Card *m_summaryCard = nullptr;
    KeyValueGrid *m_summary = nullptr;
    SectionTitle *m_happensTitle = nullptr;
    BulletList *m_happens = nullptr;
    Card *m_remainsCard = nullptr;
    BulletList *m_remains = nullptr;
    StatusLabel *m_warning = nullptr;
    QPushButton *m_create = nullptr;
    StatusLabel *m_created = nullptr;
    QPushButton *m_lookAgain = nullptr;
    BusyIndicator *m_busy = nullptr;
    Card *m_waysCard = nullptr;
    TextLabel *m_features = nullptr;
    BulletList *m_uses = nullptr;
    BulletList *m_ways = nullptr;
    LinkButton *m_development = nullptr;
    QPushButton *m_startFromDefaults = nullptr;
    Card *m_keyCard = nullptr;
    StoreTroublePart *m_keyTrouble = nullptr;
    QList<CreationWords::Row> m_summaryShown;
};

} // namespace golive
