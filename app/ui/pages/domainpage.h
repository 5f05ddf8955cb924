#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/domainviewmodel.h"

class QPushButton;
class QVBoxLayout;

namespace golive {

class BusyIndicator;
class Card;
class FieldRow;
class HostField;
class KeyValueGrid;
class StatusLabel;
class TextLabel;

/// The domain of production, and where the backend lives.
class DomainPage final : public Page
{
    Q_OBJECT

public:
    DomainPage(DomainViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] bool enterGoesForward() const override { return true; }

    /// Tab out of the domain goes to the question about the root when leaving the field is what raises it.
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void render() override;

private:
    void buildDomain();
    [[nodiscard]] QWidget *buildRootQuestion();
    [[nodiscard]] QWidget *buildRepair();
    [[nodiscard]] QWidget *buildFindings();
    void buildNames();
    void bind();
    void renderDomain(const DomainViewModel::State &state);
    void renderRepair(const DomainViewModel::Repair &repair);
    void renderFindings(const DomainViewModel::State &state);
    void renderNames(const DomainViewModel::State &state);

    DomainViewModel &m_viewModel;
    HostField *m_domain = nullptr;
    FieldRow *m_domainRow = nullptr;
    QPushButton *m_suggestion = nullptr;
    QWidget *m_root = nullptr;
    TextLabel *m_rootQuestion = nullptr;
    QPushButton *m_useRoot = nullptr;
    QPushButton *m_keepSubdomain = nullptr;
    Card *m_repair = nullptr;
    TextLabel *m_repairText = nullptr;
    QPushButton *m_repairButton = nullptr;
    StatusLabel *m_repairTrouble = nullptr;
    TextLabel *m_explanation = nullptr;
    StatusLabel *m_caution = nullptr;
    QWidget *m_findings = nullptr;
    BusyIndicator *m_looking = nullptr;
    QVBoxLayout *m_findingRows = nullptr;
    QList<DomainResearch::Finding> m_findingsShown;
    Card *m_namesCard = nullptr;
    KeyValueGrid *m_names = nullptr;
    TextLabel *m_namesRemark = nullptr;
    QList<DomainViewModel::Name> m_namesShown;
};

} // namespace golive
