#include "ui/widgets/providercard.h"

#include "ui/widgets/bulletlist.h"
#include "ui/widgets/copylines.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/providerform.h"
#include "ui/widgets/providerheader.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPushButton>
#include <QSignalBlocker>

namespace golive {
namespace {

using Standing = ProviderStanding;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::NotStarted:
    case Standing::PartlyFilled: return StatusTone::Warning;
    case Standing::Saving: return StatusTone::Information;
    case Standing::Saved: return StatusTone::Success;
    case Standing::LeftOut: return StatusTone::Neutral;
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
    setAcceptDrops(true);
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
    m_form = new ProviderForm(m_viewModel, m_context, m_slug);
    layout->addWidget(m_form);
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
    m_steps = new BulletList;
    m_steps->setNumbered(true);
    m_gotchas = new BulletList;
    m_gotchas->setMuted(true);
    m_confirmed = new QCheckBox(tr("I have added this redirect URI"));
    m_confirmed->setObjectName(m_slug + QStringLiteral(".confirmed"));
    connect(m_confirmed, &QCheckBox::toggled, &m_viewModel,
            [this](bool confirmed) { m_viewModel.confirmRedirect(m_slug, confirmed); });
    //: %1 is a provider, such as Google
    m_console = new LinkButton(tr("Open %1’s console").arg(m_name), QUrl(), m_context.clipboard, m_context.openUrl);
    m_docs = new LinkButton(tr("Read Clerk’s guide"), QUrl(), m_context.clipboard, m_context.openUrl);

    m_registration = new QWidget;
    auto *layout = columnIn(m_registration, 10);
    layout->addWidget(m_registrationTitle);
    layout->addWidget(row({m_console, m_docs}));
    layout->addWidget(m_steps);
    layout->addWidget(m_place);
    layout->addWidget(m_values);
    layout->addWidget(m_confirmed);
    layout->addWidget(m_gotchas);
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
    m_leaveOut = button(QStringLiteral("leaveOut"), tr("Leave out"), [this] { m_viewModel.leaveOut(m_slug); });
    m_leaveOut->setToolTip(tr("Switches %1 off in production. You can take it up again at any time.").arg(m_name));
    m_takeUp = button(QStringLiteral("takeUp"), tr("Enter it now"), [this] { m_viewModel.takeUp(m_slug); });
    m_replace
        = button(QStringLiteral("replace"), tr("Replace the credentials…"), [this] { m_viewModel.replace(m_slug); });
    m_keep = button(QStringLiteral("keep"), tr("Keep what is saved"), [this] { m_viewModel.keep(m_slug); });
    return row({m_save, m_leaveOut, m_takeUp, m_replace, m_keep});
}

QWidget *ProviderCard::firstField() const
{
    QWidget *field = m_form->isHidden() ? nullptr : m_form->firstField();
    return field != nullptr ? field : m_header;
}

void ProviderCard::render(const ProvidersViewModel::Card &card, const ProvidersViewModel::State &state)
{
    const bool open = state.openSlug == m_slug;
    const bool dashboard = card.standing == Standing::NeedsDashboard;
    m_header->setState(open, toneOf(card.standing), card.standingText);
    m_body->setVisible(open);
    m_notice->setNotice(card.notice);
    m_elsewhere->setVisible(!card.elsewhere.isEmpty());
    m_elsewhereHint->setText(card.elsewhere);
    m_dashboard->setVisible(dashboard);
    m_dashboard->setAddress(state.connectionsPage);
    m_registration->setVisible(card.elsewhere.isEmpty());
    m_form->setVisible(card.editing);
    m_form->render(card);
    renderRegistration(card);
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
        //: %1 is a path through the pages of a provider
        m_place->setText(tr("It belongs here: %1").arg(asPath(card.redirectPlace)));
    QList<CopyLines::Line> lines;
    for (const auto &each : card.registrations)
        lines.append({each.label, each.value});
    m_values->setLines(lines);
    m_values->setVisible(known);
    m_steps->setLines(card.steps);
    m_steps->setVisible(!card.steps.isEmpty() && card.editing);
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
    const bool saved = card.standing == Standing::Saved && !card.editing;
    m_leaveOut->setVisible(saved || (card.editing && !card.replacing));
    m_leaveOut->setText(saved ? tr("Switch off in production") : tr("Leave out"));
    m_leaveOut->setEnabled(!saving);
    m_takeUp->setVisible(card.standing == Standing::LeftOut);
    m_replace->setVisible(saved);
    m_keep->setVisible(card.replacing);
    m_keep->setEnabled(!saving);
}

void ProviderCard::dragEnterEvent(QDragEnterEvent *event)
{
    const bool takes = !m_form->isHidden() && !m_body->isHidden();
    if (takes && (!draggedFile(*event->mimeData()).isEmpty() || event->mimeData()->hasText()))
        event->acceptProposedAction();
}

void ProviderCard::dropEvent(QDropEvent *event)
{
    const QString path = draggedFile(*event->mimeData());
    if (!path.isEmpty())
        m_viewModel.importFile(m_slug, path);
    else
        m_viewModel.importText(m_slug, event->mimeData()->text());
    event->acceptProposedAction();
}

} // namespace golive
