#pragma once

#include "ui/shell/pagecontext.h"
#include "ui/widgets/card.h"
#include "wizard/steps/providersviewmodel.h"

class QCheckBox;
class QPushButton;

namespace golive {

class BulletList;
class CopyLines;
class LinkButton;
class NoticeBar;
class ProviderForm;
class ProviderHeader;
class TextLabel;

/// One sign-in provider: a line with its state that unfolds to what has to be registered there,
/// and the fields to fill in. Forwards every input to the view model and draws one Card.
class ProviderCard : public Card
{
    Q_OBJECT

public:
    ProviderCard(ProvidersViewModel &viewModel, const PageContext &context, const QString &slug,
                 QWidget *parent = nullptr);

    /// Where the focus goes when the step is entered with this card unfolded.
    [[nodiscard]] QWidget *firstField() const;

    void render(const ProvidersViewModel::Card &card, const ProvidersViewModel::State &state);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *buildBody();
    QWidget *buildElsewhere();
    QWidget *buildRegistration();
    QWidget *buildButtons();
    void renderRegistration(const ProvidersViewModel::Card &card);
    void renderButtons(const ProvidersViewModel::Card &card);

    ProvidersViewModel &m_viewModel;
    const PageContext &m_context;
    QString m_slug;

    QString m_name;
    ProviderHeader *m_header;
    QWidget *m_body;
    NoticeBar *m_notice;
    QWidget *m_elsewhere;
    TextLabel *m_elsewhereHint;
    LinkButton *m_dashboard;
    QWidget *m_registration;
    TextLabel *m_registrationTitle;
    TextLabel *m_place;
    CopyLines *m_values;
    BulletList *m_steps;
    BulletList *m_gotchas;
    LinkButton *m_console;
    LinkButton *m_docs;
    QCheckBox *m_confirmed;
    ProviderForm *m_form;
    QPushButton *m_save;
    QPushButton *m_leaveOut;
    QPushButton *m_takeUp;
    QPushButton *m_replace;
    QPushButton *m_keep;
};

} // namespace golive
