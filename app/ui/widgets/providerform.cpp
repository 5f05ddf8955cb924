#include "ui/widgets/providerform.h"

#include "ui/widgets/bulletlist.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/privatekeyfield.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>

namespace golive {
namespace {

QPushButton *buttonNamed(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

void chooseCredentialFile(QWidget &owner, const QString &title, const std::function<void(const QString &)> &use)
{
    auto *dialog = new QFileDialog(owner.window(), title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::AllDirs | QDir::Files | QDir::Hidden); // environment files begin with a dot
    QObject::connect(dialog, &QFileDialog::fileSelected, &owner, use);
    dialog->open();
}

QString draggedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.isEmpty() ? QString() : urls.constFirst().toLocalFile();
}

ProviderForm::ProviderForm(ProvidersViewModel &viewModel, const PageContext &context, const QString &slug,
                           QWidget *parent)
    : QWidget(parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_slug(slug)
    , m_imported(new BulletList)
    , m_fields(new QVBoxLayout)
    , m_keepCopy(new QCheckBox(tr("Keep a copy in this computer’s password store")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    //: %1 is a provider, such as Google
    layout->addWidget(new SectionTitle(tr("2. Enter what %1 gave you").arg(providerName(slug))));
    layout->addWidget(buildImport());
    layout->addWidget(m_imported);
    m_fields->setSpacing(12);
    layout->addLayout(m_fields);
    layout->addWidget(buildExpiry());
    m_keepCopy->setObjectName(m_slug + QStringLiteral(".keepCopy"));
    m_keepCopy->setToolTip(tr("Otherwise Golive forgets the secret as soon as Clerk has it."));
    m_imported->setObjectName(m_slug + QStringLiteral(".imported"));
    connect(m_keepCopy, &QCheckBox::toggled, &m_viewModel,
            [this](bool wished) { m_viewModel.setKeepCopy(m_slug, wished); });
    layout->addWidget(m_keepCopy);
}

QWidget *ProviderForm::buildImport()
{
    m_choose = buttonNamed(m_slug + QStringLiteral(".import"), tr("Choose a file…"));
    auto *paste = buttonNamed(m_slug + QStringLiteral(".paste"), tr("Paste"));
    paste->setAccessibleName(tr("Paste credentials for %1").arg(providerName(m_slug)));
    connect(m_choose, &QPushButton::clicked, this, [this] {
        chooseCredentialFile(*this, tr("Choose the file from %1").arg(providerName(m_slug)),
                             [this](const QString &path) { m_viewModel.importFile(m_slug, path); });
    });
    connect(paste, &QPushButton::clicked, &m_viewModel,
            [this] { m_viewModel.importText(m_slug, QGuiApplication::clipboard()->text()); });
    auto *hint = new TextLabel(tr("or drop it here. An environment file or a note works, too."));
    hint->setMuted(true);
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_choose);
    row->addWidget(paste);
    row->addWidget(hint, 1);
    return holder;
}

QWidget *ProviderForm::buildExpiry()
{
    m_expiry = new QLineEdit;
    m_expiry->setObjectName(m_slug + QStringLiteral(".expiry"));
    m_expiry->setLayoutDirection(Qt::LeftToRight);
    m_expiry->setFixedWidth(150);
    m_reminder = buttonNamed(m_slug + QStringLiteral(".reminder"), tr("Save a calendar reminder…"));
    connect(m_expiry, &QLineEdit::editingFinished, &m_viewModel,
            [this] { m_viewModel.setExpiry(m_slug, m_expiry->text()); });
    connect(m_reminder, &QPushButton::clicked, this, &ProviderForm::saveReminder);
    auto *holder = new QWidget;
    holder->setFocusProxy(m_expiry);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_expiry);
    row->addWidget(m_reminder);
    row->addStretch();
    m_expiryRow = new FieldRow(tr("The secret expires on"), holder);
    m_expiryRow->setRemark(tr("(optional)"));
    m_expiryArea = m_expiryRow;
    return m_expiryArea;
}

void ProviderForm::saveReminder()
{
    auto *dialog = new QFileDialog(window(), tr("Save the calendar reminder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Calendar files (*.ics)")});
    dialog->setDefaultSuffix(QStringLiteral("ics"));
    dialog->selectFile(m_slug + QStringLiteral("-secret-expires.ics"));
    connect(dialog, &QFileDialog::fileSelected, &m_viewModel,
            [this](const QString &path) { m_viewModel.saveReminder(m_slug, path); });
    dialog->open();
}

QWidget *ProviderForm::firstField() const
{
    return m_keys.isEmpty() ? nullptr : m_rows.value(m_keys.constFirst())->field();
}

void ProviderForm::render(const ProviderCardState &card)
{
    QStringList keys;
    for (const auto &field : card.fields)
        keys.append(field.key);
    if (keys != m_keys) {
        rebuildFields(card.fields);
        m_keys = keys;
    }
    const bool enabled = card.standing != ProviderStanding::Saving;
    m_choose->setText(card.importCaption);
    m_choose->setEnabled(enabled);
    m_imported->setLines(card.imported);
    m_imported->setVisible(!card.imported.isEmpty());
    for (const auto &field : card.fields)
        renderField(field, enabled);
    m_edition = card.fields.isEmpty() ? m_edition : card.fields.constFirst().edition;
    const QSignalBlocker quiet(m_keepCopy);
    m_keepCopy->setChecked(card.keepCopy);
    renderExpiry(card);
}

void ProviderForm::renderExpiry(const ProviderCardState &card)
{
    m_expiryArea->setVisible(card.asksForExpiry);
    if (!card.asksForExpiry)
        return;
    if (!m_expiry->hasFocus() || card.expiryKnown)
        m_expiry->setText(card.expiry);
    m_expiry->setPlaceholderText(QStringLiteral("2027-05-31"));
    m_expiryRow->setHint(card.expiryRemark);
    m_expiryRow->setError(card.expiryProblem);
    m_reminder->setEnabled(card.expiryKnown);
}

void ProviderForm::renderField(const ProviderFieldState &field, bool enabled)
{
    FieldRow *row = m_rows.value(field.key);
    row->setLabel(field.label);
    row->setHint(field.hint);
    row->setError(field.problem);
    row->setAdvice(field.remark, field.remedy);
    row->setEnabled(enabled);
    renderEditor(field, row->field());
}

void ProviderForm::renderEditor(const ProviderFieldState &field, QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor); line != nullptr && line->text() != field.value)
        line->setText(field.value);
    if (auto *choice = qobject_cast<QComboBox *>(editor)) {
        const QSignalBlocker quiet(choice);
        choice->setCurrentIndex(choice->findData(field.value));
    }
    if (auto *secret = qobject_cast<SecretField *>(editor)) {
        if (!field.filled || field.edition != m_edition) // what came another way is not shown
            secret->clear();
        secret->setPlaceholderText(field.filled     ? tr("Entered; type to replace it")
                                       : field.held ? tr("Clerk has one; type to replace it")
                                                    : QString());
    }
    if (auto *privateKey = qobject_cast<PrivateKeyField *>(editor))
        privateKey->setFilled(field.filled, field.held);
}

void ProviderForm::rebuildFields(const QList<ProviderFieldState> &fields)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const auto &field : fields) {
        auto *row = new FieldRow(field.label, editorFor(field));
        if (!field.required)
            row->setRemark(tr("(optional)"));
        connect(row, &FieldRow::adviceTaken, &m_viewModel,
                [this, key = field.key] { m_viewModel.remedy(m_slug, key); });
        m_rows.insert(field.key, row);
        m_fields->addWidget(row);
    }
}

QWidget *ProviderForm::editorFor(const ProviderFieldState &field)
{
    const QString name = QStringLiteral("%1.%2").arg(m_slug, field.key);
    if (field.multiline) {
        auto *privateKey = new PrivateKeyField(name);
        connect(privateKey, &PrivateKeyField::pasted, &m_viewModel,
                [this](const QString &text) { m_viewModel.importText(m_slug, text); });
        connect(privateKey, &PrivateKeyField::fileChosen, &m_viewModel,
                [this](const QString &path) { m_viewModel.importFile(m_slug, path); });
        return privateKey;
    }
    if (field.choices.isEmpty())
        return lineFor(field, name);
    auto *choice = new QComboBox;
    choice->setObjectName(name);
    for (const QString &each : field.choices)
        choice->addItem(each.isEmpty() ? tr("(not set)") : each, each);
    connect(choice, &QComboBox::activated, &m_viewModel,
            [this, choice, key = field.key] { m_viewModel.setValue(m_slug, key, choice->currentData().toString()); });
    return choice;
}

QWidget *ProviderForm::lineFor(const ProviderFieldState &field, const QString &name)
{
    QWidget *editor = nullptr;
    QLineEdit *line = nullptr;
    if (field.sensitive) {
        auto *secret = new SecretField(m_context.clock);
        secret->setName(field.label);
        line = secret->lineEdit();
        editor = secret;
    } else {
        line = new QLineEdit;
        line->setLayoutDirection(Qt::LeftToRight);
        editor = line;
    }
    line->setObjectName(name);
    line->setAcceptDrops(false); // a dropped file is for the card, which reads it; its address is no value
    connect(line, &QLineEdit::textEdited, &m_viewModel,
            [this, key = field.key](const QString &text) { m_viewModel.setValue(m_slug, key, text); });
    connect(line, &QLineEdit::editingFinished, &m_viewModel, [this] { m_viewModel.settle(m_slug); });
    return editor;
}

} // namespace golive
