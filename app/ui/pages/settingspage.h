#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/settingsviewmodel.h"

class QGridLayout;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace golive {

class BusyIndicator;
class Card;
class ChoiceCard;
class LinkButton;
class SettingList;
class StatusLabel;
class TextLabel;

/// Copy development's settings or start with Clerk's defaults, and what either means.
class SettingsPage final : public Page
{
    Q_OBJECT

public:
    SettingsPage(SettingsViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString shortTitle() const override;
    [[nodiscard]] QString helpText() const override;

protected:
    void render() override;

private:
    void build();
    void buildCards();
    void buildAdvice();
    void buildInventory();
    void save();
    void bind();
    void renderAdvice(const QList<AdviceLine> &advice);
    void renderInventory(const SettingsViewModel::State &state);
    void renderCopied(const QList<SettingsParagraph> &copied);
    [[nodiscard]] QWidget *whatToDo(const LeftBehindLine &line);
    void renderLeftBehind(const QList<LeftBehindLine> &left);

    SettingsViewModel &m_viewModel;
    TextLabel *m_final = nullptr;
    ChoiceCard *m_copy = nullptr;
    ChoiceCard *m_defaults = nullptr;
    BusyIndicator *m_busy = nullptr;
    QPushButton *m_readAgain = nullptr;
    Card *m_copiedCard = nullptr;
    QGridLayout *m_copiedGrid = nullptr;
    Card *m_leftCard = nullptr;
    QGridLayout *m_leftGrid = nullptr;
    TextLabel *m_rule = nullptr;
    Card *m_adviceCard = nullptr;
    QVBoxLayout *m_advice = nullptr;
    LinkButton *m_dashboard = nullptr;
    Card *m_allCard = nullptr;
    QLineEdit *m_search = nullptr;
    SettingList *m_list = nullptr;
    TextLabel *m_empty = nullptr;
    StatusLabel *m_unexplained = nullptr;
    QPushButton *m_explainAgain = nullptr;
    QPushButton *m_save = nullptr;
    QList<SettingsParagraph> m_copiedShown;
    QList<AdviceLine> m_adviceShown;
    QList<LeftBehindLine> m_leftShown;
};

} // namespace golive
