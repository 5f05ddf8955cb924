#pragma once

#include "ui/shell/pagecontext.h"
#include "wizard/steps/providersviewmodel.h"

#include <QHash>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QMimeData;
class QPushButton;
class QVBoxLayout;

namespace golive {

class BulletList;
class FieldRow;
class TextLabel;

/// What a provider gave out, to be entered: from a file, from the clipboard or by typing. The fields are those of
/// Clerk's schema.
class ProviderForm : public QWidget
{
    Q_OBJECT

public:
    ProviderForm(ProvidersViewModel &viewModel, const PageContext &context, const QString &slug,
                 QWidget *parent = nullptr);

    /// Nothing where there is no field.
    [[nodiscard]] QWidget *firstField() const;
    void render(const ProviderCardState &card);

private:
    QWidget *buildImport();
    QWidget *buildExpiry();
    void rebuildFields(const QList<ProviderFieldState> &fields);
    QWidget *editorFor(const ProviderFieldState &field);
    QWidget *lineFor(const ProviderFieldState &field, const QString &name);
    void renderField(const ProviderFieldState &field, bool enabled);
    void renderEditor(const ProviderFieldState &field, QWidget *editor);
    void renderExpiry(const ProviderCardState &card);
    void saveReminder();

    ProvidersViewModel &m_viewModel;
    const PageContext &m_context;
    QString m_slug;
    QStringList m_keys;
    QHash<QString, FieldRow *> m_rows;
    int m_edition = 0;

    QPushButton *m_choose;
    BulletList *m_imported;
    QVBoxLayout *m_fields;
    QCheckBox *m_keepCopy;
    QWidget *m_expiryArea;
    FieldRow *m_expiryRow;
    QLineEdit *m_expiry;
    QPushButton *m_reminder;
};

/// Opens a dialog for a file with credentials, and hands over the one that is chosen.
void chooseCredentialFile(QWidget &owner, const QString &title, const std::function<void(const QString &)> &use);

/// The first local file among what is dragged; empty for none.
[[nodiscard]] QString draggedFile(const QMimeData &data);

} // namespace golive
