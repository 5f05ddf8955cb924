#pragma once

#include "ui/shell/pagecontext.h"
#include "ui/widgets/card.h"
#include "wizard/steps/providersviewmodel.h"

#include <QHash>

class QCheckBox;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace golive {

class FieldRow;
class LinkButton;
class NoticeBar;
class StatusLabel;
class TextLabel;
class ValueRow;

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

private:
    QWidget *buildHeader();
    QWidget *buildBody();
    QWidget *buildRegistration();
    QWidget *buildButtons();
    void rebuildFields(const QList<ProvidersViewModel::Field> &fields);
    QWidget *editorFor(const ProvidersViewModel::Field &field);
    void renderFields(const ProvidersViewModel::Card &card);
    void renderButtons(const ProvidersViewModel::Card &card);

    ProvidersViewModel &m_viewModel;
    const PageContext &m_context;
    QString m_slug;
    QStringList m_fieldKeys;

    QToolButton *m_header;
    StatusLabel *m_status;
    QWidget *m_body;
    NoticeBar *m_notice;
    QWidget *m_registration;
    TextLabel *m_place;
    ValueRow *m_redirect;
    QVBoxLayout *m_origins;
    QCheckBox *m_confirmed;
    TextLabel *m_gotchas;
    TextLabel *m_dashboardHint;
    LinkButton *m_console;
    LinkButton *m_docs;
    LinkButton *m_dashboard;
    QVBoxLayout *m_fields;
    QWidget *m_fieldArea;
    QHash<QString, FieldRow *> m_rows;
    QPushButton *m_save;
    QPushButton *m_putOff;
    QPushButton *m_takeUp;
    QPushButton *m_replace;
};

} // namespace golive
