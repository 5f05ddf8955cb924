#pragma once

#include "ui/shell/page.h"
#include "wizard/steps/startviewmodel.h"

class QCheckBox;
class QPushButton;

namespace golive {

class Card;
class Disclosure;
class TextLabel;

/// "Before you start": what will happen, what to have ready, earlier deployments, practice.
class StartPage final : public Page
{
    Q_OBJECT

public:
    StartPage(StartViewModel &viewModel, const PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QString helpText() const override;
    /// Where to continue; else none, since there is nothing that has to be filled in.
    [[nodiscard]] QWidget *firstField() const override;

protected:
    void render() override;

private:
    void build();
    [[nodiscard]] QWidget *makeOverview();
    [[nodiscard]] QWidget *makePreparations();
    [[nodiscard]] QWidget *makeDifferences();
    [[nodiscard]] QWidget *makePractice();
    void renderEarlier();
    [[nodiscard]] QWidget *makeEarlier(const StartViewModel::Earlier &earlier);

    StartViewModel &m_model;
    QList<StartViewModel::Earlier> m_shownEarlier;
    Card *m_earlier;
    Disclosure *m_older;
    QList<QCheckBox *> m_preparations; ///< in the order of State::preparations
    QWidget *m_practice;
};

} // namespace golive
