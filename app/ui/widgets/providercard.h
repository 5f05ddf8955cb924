#pragma once

#include "ui/shell/pagecontext.h"
#include "ui/widgets/card.h"
#include "wizard/steps/providersviewmodel.h"

#include <QHash>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace golive {

class BulletList;
class CopyLines;
class FieldRow;
class LinkButton;
class NoticeBar;
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

private:
    QWidget *buildBody();
    QWidget *buildElsewhere();
    QWidget *buildRegistration();
    QWidget *buildFieldArea();
    QWidget *buildButtons();
    void rebuildFields(const QList<ProvidersViewModel::Field> &fields);
    QWidget *editorFor(const ProvidersViewModel::Field &field);
    void renderRegistration(const ProvidersViewModel::Card &card);
    void renderFields(const ProvidersViewModel::Card &card);
    void renderButtons(const ProvidersViewModel::Card &card);

    ProvidersViewModel &m_viewModel;
    const PageContext &m_context;
    QString m_slug;
    QStringList m_fieldKeys;

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
    BulletList *m_gotchas;
    LinkButton *m_console;
    LinkButton *m_docs;
    QCheckBox *m_confirmed;
    QVBoxLayout *m_fields;
    QWidget *m_fieldArea;
    QHash<QString, FieldRow *> m_rows;
    QPushButton *m_save;
    QPushButton *m_putOff;
    QPushButton *m_takeUp;
    QPushButton *m_replace;
    QPushButton *m_keep;
};

} // namespace golive
