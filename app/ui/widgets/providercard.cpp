#include "ui/widgets/providercard.h"

#include "ui/theme/glyphs.h"
#include "ui/widgets/fieldrow.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/privatekeyfield.h"
#include "ui/widgets/secretfield.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "ui/widgets/valuerow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

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
        layout->addWidget(widget);
    layout->addStretch();
    return holder;
}

} // namespace

ProviderCard::ProviderCard(ProvidersViewModel &viewModel, const PageContext &context, const QString &slug,
                           QWidget *parent)
    : Card({}, parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_slug(slug)
{
    setObjectName(slug + QStringLiteral(".card"));
    body()->setSpacing(0);
    body()->addWidget(buildHeader());
    body()->addWidget(buildBody());
}

QWidget *ProviderCard::buildHeader()
{
    m_header = new QToolButton;
    m_header->setObjectName(m_slug + QStringLiteral(".open"));
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setAutoRaise(true);
    m_header->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(m_header, &QToolButton::clicked, &m_viewModel, [this] { m_viewModel.openCard(m_slug); });
    m_status = new StatusLabel;
    m_status->setPill(true);

    auto *header = new QWidget;
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_header);
    layout->addStretch();
    layout->addWidget(m_status);
    return header;
}

QWidget *ProviderCard::buildBody()
{
    m_notice = new NoticeBar;
    m_dashboardHint = new TextLabel(tr("Clerk’s description of this provider holds nothing that can be filled in here. "
                                       "Set it up in Clerk’s Dashboard; it does not hold up the rest."));
    m_dashboard = new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), m_context.clipboard, m_context.openUrl);

    m_fieldArea = new QWidget;
    auto *area = new QVBoxLayout(m_fieldArea);
    area->setContentsMargins(0, 0, 0, 0);
    area->setSpacing(12);
    area->addWidget(new SectionTitle(tr("2. Enter what the provider gave you")));
    m_fields = new QVBoxLayout;
    m_fields->setSpacing(12);
    area->addLayout(m_fields);

    m_body = new QWidget;
    auto *layout = new QVBoxLayout(m_body);
    layout->setContentsMargins(0, 12, 0, 6);
    layout->setSpacing(14);
    layout->addWidget(m_notice);
    layout->addWidget(m_dashboardHint);
    layout->addWidget(m_dashboard);
    layout->addWidget(buildRegistration());
    layout->addWidget(m_fieldArea);
    layout->addWidget(buildButtons());
    return m_body;
}

QWidget *ProviderCard::buildRegistration()
{
    m_place = new TextLabel;
    m_redirect = new ValueRow(m_context.clipboard, tr("Redirect URI"));
    m_origins = new QVBoxLayout;
    m_origins->setSpacing(8);
    m_gotchas = new TextLabel;
    m_gotchas->setMuted(true);
    m_confirmed = new QCheckBox(tr("I have added this redirect URI"));
    m_confirmed->setObjectName(m_slug + QStringLiteral(".confirmed"));
    connect(m_confirmed, &QCheckBox::toggled, &m_viewModel,
            [this](bool confirmed) { m_viewModel.confirmRedirect(m_slug, confirmed); });
    m_console = new LinkButton(tr("Open the provider’s console"), QUrl(), m_context.clipboard, m_context.openUrl);
    m_docs = new LinkButton(tr("Read Clerk’s guide"), QUrl(), m_context.clipboard, m_context.openUrl);

    m_registration = new QWidget;
    auto *layout = new QVBoxLayout(m_registration);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(new SectionTitle(tr("1. Register production at the provider")));
    layout->addWidget(m_place);
    layout->addWidget(m_redirect);
    layout->addLayout(m_origins);
    layout->addWidget(m_gotchas);
    layout->addWidget(row({m_console, m_docs}));
    layout->addWidget(m_confirmed);
    return m_registration;
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
    return row({m_save, m_putOff, m_takeUp, m_replace});
}

QWidget *ProviderCard::firstField() const
{
    const bool hasFields = !m_fieldKeys.isEmpty() && !m_fieldArea->isHidden();
    return hasFields ? m_rows.value(m_fieldKeys.constFirst())->field() : m_header;
}

void ProviderCard::render(const ProvidersViewModel::Card &card, const ProvidersViewModel::State &state)
{
    const bool open = state.openSlug == m_slug;
    const bool dashboard = card.standing == Standing::NeedsDashboard;
    m_header->setText(QStringLiteral("  ") + card.name);
    m_header->setIcon(glyphIcon(open                                       ? Glyph::ChevronDown
                                    : layoutDirection() == Qt::RightToLeft ? Glyph::ChevronBack
                                                                           : Glyph::ChevronForward));
    m_header->setAccessibleName(tr("%1, %2").arg(card.name, card.standingText));
    m_header->setAccessibleDescription(open ? tr("unfolded") : tr("folded"));
    m_status->setStatus(toneOf(card.standing), card.standingText);
    m_body->setVisible(open);
    m_notice->setNotice(card.notice);
    m_dashboardHint->setVisible(dashboard);
    m_dashboard->setVisible(dashboard);
    m_dashboard->setAddress(state.connectionsPage);
    m_registration->setVisible(!dashboard);
    m_fieldArea->setVisible(card.editing);

    m_place->setText(card.redirectPlace.isEmpty() ? tr("Add the redirect URI below to your app at %1.").arg(card.name)
                                                  : tr("At %1: %2").arg(card.name, card.redirectPlace));
    const bool known = !card.registrations.isEmpty();
    m_redirect->setValue(known ? card.registrations.constFirst().value : QString());
    m_redirect->setVisible(known);
    m_gotchas->setText(card.gotchas.isEmpty() ? QString()
                                              : QStringLiteral("• ") + card.gotchas.join(QStringLiteral("\n• ")));
    m_gotchas->setVisible(!card.gotchas.isEmpty());
    m_console->setAddress(card.console);
    m_console->setVisible(!card.console.isEmpty());
    m_docs->setAddress(card.docs);
    m_docs->setVisible(!card.docs.isEmpty());
    if (m_origins->isEmpty())
        for (const auto &also : card.registrations.mid(1))
            m_origins->addWidget(new ValueRow(m_context.clipboard, also.label, also.value));
    {
        const QSignalBlocker quiet(m_confirmed);
        m_confirmed->setChecked(card.redirectConfirmed);
    }
    renderFields(card);
    renderButtons(card);
}

void ProviderCard::renderButtons(const ProvidersViewModel::Card &card)
{
    const bool saving = card.standing == Standing::Saving;
    m_save->setVisible(card.editing);
    m_save->setEnabled(!saving);
    m_save->setText(saving ? tr("Saving…") : tr("Save"));
    m_putOff->setVisible(card.editing && card.standing != Standing::PutOff);
    m_putOff->setEnabled(!saving);
    m_takeUp->setVisible(card.standing == Standing::PutOff);
    m_replace->setVisible(card.standing == Standing::Saved);
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
            choice->setCurrentText(field.value);
        }
        if (auto *secret = qobject_cast<SecretField *>(editor); secret != nullptr && !field.filled)
            secret->clear();
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
                [this, key = field.key](const QString &file, const QByteArray &content) {
                    m_viewModel.importPrivateKey(m_slug, key, file, content);
                });
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
        choice->addItems(field.choices);
        connect(choice, &QComboBox::textActivated, &m_viewModel, set);
        return choice;
    }
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setLayoutDirection(Qt::LeftToRight);
    connect(line, &QLineEdit::textEdited, &m_viewModel, set);
    return line;
}

} // namespace golive
