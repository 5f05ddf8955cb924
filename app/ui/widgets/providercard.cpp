#include "ui/widgets/providercard.h"

#include "ui/widgets/bulletlist.h"
#include "ui/widgets/copylines.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/privatekeyfield.h"
#include "ui/widgets/providerheader.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace golive {
namespace {

using Standing = ProvidersViewModel::Standing;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::NotStarted: return StatusTone::Warning;
    case Standing::PartlyFilled: return StatusTone::Warning;
    case Standing::Saving: return StatusTone::Information;
    case Standing::Saved: return StatusTone::Success;
    case Standing::PutOff: return StatusTone::Neutral;
    case Standing::NeedsDashboard: return StatusTone::Information;
    }
    Q_UNREACHABLE();
}

QWidget *row(const QList<QWidget *> &widgets)
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignTop);
    layout->addStretch();
    return holder;
}

/// A column without margins, in a widget of its own.
QVBoxLayout *columnIn(QWidget *holder, int spacing)
{
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

/// The path through a console, as it is walked.
QString asPath(const QString &place)
{
    return QString(place).replace(QStringLiteral(" > "), QStringLiteral(" › "));
}

} // namespace

ProviderCard::ProviderCard(ProvidersViewModel &viewModel, const PageContext &context, const QString &slug,
                           QWidget *parent)
    : Card({}, parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_slug(slug)
    , m_name(providerName(slug))
    , m_header(new ProviderHeader(m_name))
{
    setObjectName(slug + QStringLiteral(".card"));
    m_header->setObjectName(m_slug + QStringLiteral(".open"));
    connect(m_header, &ProviderHeader::clicked, &m_viewModel, [this] { m_viewModel.openCard(m_slug); });
    layout()->setContentsMargins(4, 4, 4, 4);
    body()->setSpacing(0);
    body()->addWidget(m_header);
    body()->addWidget(buildBody());
}

QWidget *ProviderCard::buildBody()
{
    m_notice = new NoticeBar;
    m_body = new QWidget;
    auto *layout = columnIn(m_body, 20);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addWidget(m_notice);
    layout->addWidget(buildElsewhere());
    layout->addWidget(buildRegistration());
    layout->addWidget(buildFieldArea());
    layout->addWidget(buildButtons());
    return m_body;
}

QWidget *ProviderCard::buildElsewhere()
{
    m_elsewhereHint = new TextLabel;
    m_dashboard = new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), m_context.clipboard, m_context.openUrl);
    m_elsewhere = new QWidget;
    auto *layout = columnIn(m_elsewhere, 12);
    layout->addWidget(m_elsewhereHint);
    layout->addWidget(m_dashboard);
    return m_elsewhere;
}

QWidget *ProviderCard::buildRegistration()
{
    m_registrationTitle = new SectionTitle;
    m_place = new TextLabel;
    m_values = new CopyLines(m_context.clipboard, m_slug + QStringLiteral(".copy"));
    m_gotchas = new BulletList;
    m_gotchas->setMuted(true);
    m_confirmed = new QCheckBox(tr("I have entered this at %1").arg(m_name));
    m_confirmed->setObjectName(m_slug + QStringLiteral(".confirmed"));
    connect(m_confirmed, &QCheckBox::toggled, &m_viewModel,
            [this](bool confirmed) { m_viewModel.confirmRedirect(m_slug, confirmed); });
    //: %1 is a provider, such as Google
    m_console = new LinkButton(tr("Open %1’s console").arg(m_name), QUrl(), m_context.clipboard, m_context.openUrl);
    m_docs = new LinkButton(tr("Read Clerk’s guide"), QUrl(), m_context.clipboard, m_context.openUrl);

    m_registration = new QWidget;
    auto *layout = columnIn(m_registration, 10);
    layout->addWidget(m_registrationTitle);
    layout->addWidget(m_place);
    layout->addWidget(m_values);
    layout->addWidget(m_gotchas);
    layout->addWidget(row({m_console, m_docs}));
    layout->addWidget(m_confirmed);
    return m_registration;
}

QWidget *ProviderCard::buildFieldArea()
{
    m_fieldArea = new QWidget;
    auto *layout = columnIn(m_fieldArea, 12);
    layout->addWidget(new SectionTitle(tr("2. Enter what %1 gave you").arg(m_name)));
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(12);
    layout->addLayout(m_fields);
    return m_fieldArea;
}

QWidget *ProviderCard::buildButtons()
{
    const auto button = [this](const QString &name, const QString &text, auto act) {
        auto *made = new QPushButton(text);
        made->setObjectName(m_slug + QLatin1Char('.') + name);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, &m_viewModel, act);
        return made;
    };
    m_save = button(QStringLiteral("save"), tr("Save"), [this] { m_viewModel.save(m_slug); });
    m_save->setProperty("primary", true);
    m_putOff = button(QStringLiteral("putOff"), tr("Leave for later"), [this] { m_viewModel.putOff(m_slug); });
    m_takeUp = button(QStringLiteral("takeUp"), tr("Enter it now"), [this] { m_viewModel.takeUp(m_slug); });
    m_replace
        = button(QStringLiteral("replace"), tr("Replace the credentials…"), [this] { m_viewModel.replace(m_slug); });
    m_keep = button(QStringLiteral("keep"), tr("Keep what is saved"), [this] { m_viewModel.keep(m_slug); });
    return row({m_save, m_putOff, m_takeUp, m_replace, m_keep});
}

QWidget *ProviderCard::firstField() const
{
    const bool hasFields = !m_fieldKeys.isEmpty() && !m_fieldArea->isHidden();
    return hasFields ? m_rows.value(m_fieldKeys.constFirst())->field() : static_cast<QWidget *>(m_header);
}

void ProviderCard::render(const ProvidersViewModel::Card &card, const ProvidersViewModel::State &state)
{
    const bool open = state.openSlug == m_slug;
    const bool dashboard = card.standing == Standing::NeedsDashboard;
    const bool putOff = card.standing == Standing::PutOff;
    m_header->setState(open, toneOf(card.standing), card.standingText);
    m_body->setVisible(open);
    m_notice->setNotice(card.notice);
    m_elsewhere->setVisible(dashboard || putOff);
    m_elsewhereHint->setText(
        dashboard
            ? tr("Clerk’s description of %1 names nothing that could be entered here. Set it up in Clerk’s "
                 "Dashboard; the rest does not wait for it.")
                  .arg(card.name)
            : tr("You left %1 for later. Until its credentials are saved, nobody can sign in with it.").arg(card.name));
    m_dashboard->setVisible(dashboard);
    m_dashboard->setAddress(state.connectionsPage);
    m_registration->setVisible(!dashboard && !putOff);
    m_fieldArea->setVisible(card.editing);
    renderRegistration(card);
    renderFields(card);
    renderButtons(card);
}

void ProviderCard::renderRegistration(const ProvidersViewModel::Card &card)
{
    //: %1 is a provider, such as Google
    m_registrationTitle->setText(card.editing ? tr("1. Register production at %1").arg(m_name)
                                              : tr("What has to be registered at %1").arg(m_name));
    const bool known = !card.registrations.isEmpty();
    if (!known)
        m_place->setText(tr("Clerk does not list the production domain yet. What to register appears here as soon as "
                            "it does."));
    else if (card.redirectPlace.isEmpty())
        m_place->setText(tr("Add this to your app there:"));
    else
        m_place->setText(asPath(card.redirectPlace));
    QList<CopyLines::Line> lines;
    for (const auto &each : card.registrations)
        lines.append({each.label, each.value});
    m_values->setLines(lines);
    m_values->setVisible(known);
    m_gotchas->setLines(card.gotchas);
    m_gotchas->setVisible(!card.gotchas.isEmpty());
    m_console->setAddress(card.console);
    m_console->setVisible(!card.console.isEmpty());
    m_docs->setAddress(card.docs);
    m_docs->setVisible(!card.docs.isEmpty());
    m_confirmed->setVisible(known);
    const QSignalBlocker quiet(m_confirmed);
    m_confirmed->setChecked(card.redirectConfirmed);
}

void ProviderCard::renderButtons(const ProvidersViewModel::Card &card)
{
    const bool saving = card.standing == Standing::Saving;
    m_save->setVisible(card.editing);
    m_save->setText(saving ? tr("Saving…") : tr("Save"));
    m_putOff->setVisible(card.editing && !card.replacing);
    m_putOff->setEnabled(!saving);
    m_takeUp->setVisible(card.standing == Standing::PutOff);
    m_replace->setVisible(card.standing == Standing::Saved && !card.editing);
    m_keep->setVisible(card.replacing);
    m_keep->setEnabled(!saving);
}

void ProviderCard::renderFields(const ProvidersViewModel::Card &card)
{
    QStringList keys;
    for (const auto &field : card.fields)
        keys.append(field.key);
    if (keys != m_fieldKeys) {
        rebuildFields(card.fields);
        m_fieldKeys = keys;
    }
    for (const auto &field : card.fields) {
        FieldRow *fieldRow = m_rows.value(field.key);
        fieldRow->setLabel(field.label);
        fieldRow->setHint(field.hint);
        fieldRow->setError(field.problem);
        fieldRow->setEnabled(card.standing != Standing::Saving);
        QWidget *editor = fieldRow->field();
        if (auto *line = qobject_cast<QLineEdit *>(editor); line != nullptr && line->text() != field.value)
            line->setText(field.value);
        if (auto *choice = qobject_cast<QComboBox *>(editor)) {
            const QSignalBlocker quiet(choice);
            choice->setCurrentIndex(choice->findData(field.value));
        }
        if (auto *secret = qobject_cast<SecretField *>(editor)) {
            if (!field.filled)
                secret->clear();
            secret->setPlaceholderText(field.filled ? tr("Entered; type to replace it") : QString());
        }
        if (auto *privateKey = qobject_cast<PrivateKeyField *>(editor))
            privateKey->setFilled(field.filled);
    }
}

void ProviderCard::rebuildFields(const QList<ProvidersViewModel::Field> &fields)
{
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const auto &field : fields) {
        auto *fieldRow = new FieldRow(field.label, editorFor(field));
        if (!field.required)
            fieldRow->setRemark(tr("(optional)"));
        m_rows.insert(field.key, fieldRow);
        m_fields->addWidget(fieldRow);
    }
}

QWidget *ProviderCard::editorFor(const ProvidersViewModel::Field &field)
{
    const QString name = QStringLiteral("%1.%2").arg(m_slug, field.key);
    const auto set = [this, key = field.key](const QString &text) { m_viewModel.setValue(m_slug, key, text); };
    if (field.multiline) {
        auto *privateKey = new PrivateKeyField(name);
        connect(privateKey, &PrivateKeyField::pasted, &m_viewModel, set);
        connect(privateKey, &PrivateKeyField::fileChosen, &m_viewModel,
                [this, key = field.key](const QString &path) { m_viewModel.importPrivateKey(m_slug, key, path); });
        return privateKey;
    }
    if (field.sensitive) {
        auto *secret = new SecretField(m_context.clock);
        secret->setName(field.label);
        secret->lineEdit()->setObjectName(name);
        connect(secret->lineEdit(), &QLineEdit::textEdited, &m_viewModel, set);
        return secret;
    }
    if (!field.choices.isEmpty()) {
        auto *choice = new QComboBox;
        choice->setObjectName(name);
        for (const QString &each : field.choices)
            choice->addItem(each.isEmpty() ? tr("(not set)") : each, each);
        connect(choice, &QComboBox::activated, &m_viewModel, [choice, set] { set(choice->currentData().toString()); });
        return choice;
    }
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setLayoutDirection(Qt::LeftToRight);
    connect(line, &QLineEdit::textEdited, &m_viewModel, set);
    return line;
}

} // namespace golive
