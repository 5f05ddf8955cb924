#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/domainviewmodel.h"

class QLineEdit;
class QPushButton;

namespace golive {

class Card;
class ChoiceCard;
class FieldRow;
class HostDiagram;
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

    /// Tab out of the domain goes to the question about www when leaving the field is what raises it.
    bool eventFilter(QObject *watched, QEvent *event) override;

protected:
    void render() override;

private:
    void buildDomain();
    [[nodiscard]] QWidget *buildWww();
    void buildBackend();
    void buildNames();
    void bind();
    void renderDomain(const DomainViewModel::State &state);
    void renderBackend(const DomainViewModel::State &state);
    void renderNames(const DomainViewModel::State &state);

    DomainViewModel &m_viewModel;
    QLineEdit *m_domain = nullptr;
    FieldRow *m_domainRow = nullptr;
    QWidget *m_www = nullptr;
    TextLabel *m_wwwQuestion = nullptr;
    QPushButton *m_withoutWww = nullptr;
    QPushButton *m_keepWww = nullptr;
    TextLabel *m_explanation = nullptr;
    StatusLabel *m_caution = nullptr;
    StatusLabel *m_inUse = nullptr;
    ChoiceCard *m_sameHost = nullptr;
    ChoiceCard *m_separateHost = nullptr;
    QLineEdit *m_backend = nullptr;
    FieldRow *m_backendRow = nullptr;
    HostDiagram *m_diagram = nullptr;
    TextLabel *m_consequence = nullptr;
    Card *m_namesCard = nullptr;
    KeyValueGrid *m_names = nullptr;
    TextLabel *m_namesRemark = nullptr;
    QList<DomainViewModel::Name> m_namesShown;
};

} // namespace golive
