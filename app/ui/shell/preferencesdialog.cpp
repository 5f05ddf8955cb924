#include "ui/shell/preferencesdialog.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

constexpr int narrowest = 520;
constexpr int margin = 24;

/// The fields scroll where the screen is too low for all of them; the buttons stay in sight.
void arrange(QDialog &dialog, QWidget *fields, QWidget *buttons)
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus); // the fields take the focus, and the area follows it
    scroll->setWidget(fields);
    auto *outer = new QVBoxLayout(&dialog);
    outer->setContentsMargins(0, 0, 0, margin);
    outer->setSpacing(12);
    outer->addWidget(scroll, 1);
    auto *row = new QVBoxLayout;
    row->setContentsMargins(margin, 0, margin, 0);
    row->addWidget(buttons);
    outer->addLayout(row);
    dialog.setMinimumWidth(narrowest);
    const int needed = fields->layout()->totalHeightForWidth(narrowest) + buttons->sizeHint().height() + 12 + margin;
    const int room = dialog.screen()->availableGeometry().height() - 60; // for the frame and the panels around
    dialog.resize(narrowest, std::min(needed, room));
}

} // namespace

PreferencesDialog::PreferencesDialog(const PreferencesState &state, PreferencesChecks checks,
                                     const QList<QPair<QString, QString>> &languages, QWidget *parent)
    : QDialog(parent)
    , m_checks(std::move(checks))
    , m_theme(new QComboBox)
    , m_contrast(new QCheckBox(tr("&More contrast, even where the system does not ask for it")))
    , m_language(new QComboBox)
    , m_notifies(new QCheckBox(tr("&Tell me on the desktop when all records are in place")))
    , m_resolvers(new QPlainTextEdit)
    , m_clerkAddress(new QLineEdit)
{
    setWindowTitle(tr("Preferences"));
    fillIn(state, languages);
    QWidget *fields = makeFields();
    arrange(*this, fields, makeButtons());
}

void PreferencesDialog::fillIn(const PreferencesState &state, const QList<QPair<QString, QString>> &languages)
{
    m_theme->setObjectName(QStringLiteral("theme"));
    m_theme->addItem(tr("As the system"), static_cast<int>(ThemeChoice::System));
    m_theme->addItem(tr("Light"), static_cast<int>(ThemeChoice::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(ThemeChoice::Dark));
    m_theme->setCurrentIndex(m_theme->findData(static_cast<int>(state.theme)));

    m_contrast->setObjectName(QStringLiteral("contrast"));
    m_contrast->setChecked(state.wantsContrast);

    m_language->setObjectName(QStringLiteral("language"));
    m_language->addItem(tr("As the system"), QString());
    for (const auto &[code, name] : languages)
        m_language->addItem(name, code);
    m_language->setCurrentIndex(qMax(0, m_language->findData(state.language)));

    m_notifies->setObjectName(QStringLiteral("notifies"));
    m_notifies->setChecked(state.notifies);

    m_resolvers->setObjectName(QStringLiteral("resolvers"));
    m_resolvers->setPlainText(state.resolvers.join(QLatin1Char('\n')));
    m_resolvers->setFont(textFont(TextRole::Technical));
    m_resolvers->setLayoutDirection(Qt::LeftToRight);
    m_resolvers->setTabChangesFocus(true);
    m_resolvers->setFixedHeight(fontMetrics().lineSpacing() * 5);

    m_clerkAddress->setObjectName(QStringLiteral("clerkAddress"));
    m_clerkAddress->setText(state.clerkAddress);
    m_clerkAddress->setLayoutDirection(Qt::LeftToRight);
    m_clerkAddress->setPlaceholderText(QStringLiteral("https://api.clerk.com"));
}

QWidget *PreferencesDialog::makeFields()
{
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(margin, margin, margin, 0);
    column->setSpacing(20);
    column->addWidget(new FieldRow(tr("&Appearance"), m_theme));
    column->addWidget(m_contrast);
    if (m_language->count() > 1) {
        auto *languageRow = new FieldRow(tr("&Language"), m_language);
        languageRow->setHint(tr("Another language is spoken from the next start of Golive on."));
        column->addWidget(languageRow);
    } else
        m_language->setParent(fields);
    m_language->setVisible(m_language->count() > 1);
    column->addWidget(m_notifies);
    m_resolversRow = new FieldRow(tr("DNS &resolvers"), m_resolvers);
    m_resolversRow->setHint(tr("One address per line, with a port where it is not 53. Empty: well-known public ones. "
                               "Used from the next start of Golive on."));
    column->addWidget(m_resolversRow);
    m_clerkRow = new FieldRow(tr("Address of &Clerk’s Platform API"), m_clerkAddress);
    m_clerkRow->setHint(
        tr("Leave empty unless you were told to use another one. Used from the next start of Golive on."));
    column->addWidget(m_clerkRow);
    auto *remove = new QPushButton(tr("Remove everything Golive stored on this computer…"));
    remove->setObjectName(QStringLiteral("removeEverything"));
    remove->setAutoDefault(false);
    remove->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(remove, 0, Qt::AlignLeading);
    connect(remove, &QPushButton::clicked, this, &PreferencesDialog::removalWanted);
    column->addStretch(1);
    // What is typed here cannot be covered without losing it.
    m_resolversRow->setVisible(!screenIsShared());
    m_clerkRow->setVisible(!screenIsShared());
    return fields;
}

QWidget *PreferencesDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *saveButton = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    saveButton->setProperty("primary", true);
    saveButton->setDefault(true);
    buttons->addButton(tr("Ca&ncel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

PreferencesState PreferencesDialog::state() const
{
    PreferencesState state;
    state.theme = static_cast<ThemeChoice>(m_theme->currentData().toInt());
    state.wantsContrast = m_contrast->isChecked();
    state.language = m_language->currentData().toString();
    state.notifies = m_notifies->isChecked();
    const QStringList lines = m_resolvers->toPlainText().split(QLatin1Char('\n'));
    for (const QString &line : lines)
        if (!line.trimmed().isEmpty())
            state.resolvers.append(line.trimmed());
    state.clerkAddress = m_clerkAddress->text().trimmed();
    return state;
}

bool PreferencesDialog::findFaults()
{
    const PreferencesState chosen = state();
    const QString resolvers = m_checks.resolvers ? m_checks.resolvers(chosen.resolvers) : QString();
    const QString address = m_checks.clerkAddress ? m_checks.clerkAddress(chosen.clerkAddress) : QString();
    m_resolversRow->setError(resolvers);
    m_clerkRow->setError(address);
    if (!resolvers.isEmpty())
        m_resolvers->setFocus();
    else if (!address.isEmpty())
        m_clerkAddress->setFocus();
    return !resolvers.isEmpty() || !address.isEmpty();
}

void PreferencesDialog::save()
{
    if (findFaults())
        return;
    Q_EMIT saved(state());
    accept();
}

} // namespace golive
