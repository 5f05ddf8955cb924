#include "ui/pages/dnspage.h"

#include "ui/pages/dnsrecordrow.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"
#include "wizard/steps/dnsviewmodel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

StatusTone toneOf(DnsState::Tone tone)
{
    switch (tone) {
    case DnsState::Tone::Waiting: return StatusTone::Waiting;
    case DnsState::Tone::YourTurn: return StatusTone::Information;
    case DnsState::Tone::Good: return StatusTone::Success;
    case DnsState::Tone::Trouble: return StatusTone::Problem;
    }
    Q_UNREACHABLE();
}

void showText(TextLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

/// Keeps the slashes at both ends of an address in place where the language runs the other way.
QString leftToRight(const QString &address)
{
    constexpr QChar mark(0x200e);
    return mark + address + mark;
}

TextLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new TextLabel(text, TextRole::Small, parent);
    label->setMuted(true);
    return label;
}

} // namespace

DnsPage::DnsPage(DnsViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_model(viewModel)
{
    build();
    bind();
    render();
}

QString DnsPage::title() const
{
    return tr("Add the DNS records");
}

QString DnsPage::subtitle() const
{
    return tr("Copy each name and value to your DNS provider’s website. What arrives shows up here by itself.");
}

QString DnsPage::shortTitle() const
{
    return tr("DNS records");
}

QString DnsPage::helpText() const
{
    return tr(
        "DNS is the phone book of the internet. A CNAME record in it says: this name is another name for that "
        "one. Clerk needs a few of them below your domain, so that sign-in and email run under your own name.\n\n"
        "Sign in at the company that manages the DNS of your domain, find its list of DNS records, and add one "
        "record of type CNAME for each row here. Copy the name and the value with the buttons.\n\n"
        "Most providers add your domain to the name by themselves: type “clerk”, not “clerk.example.com”. Where "
        "a provider wants the full name, you find it under the details of the row.\n\n"
        "New records usually show within a minute. Changed ones can take longer, because servers remember the "
        "old answer for a while; the details say for how long. You may leave this step, or close Golive, and "
        "come back.");
}

void DnsPage::build()
{
    m_domainRemark = new TextLabel({}, TextRole::Body, this);
    m_domainRemark->setObjectName(QStringLiteral("domainRemark"));
    m_domainRemark->setTone(StatusTone::Warning);
    content()->addWidget(m_domainRemark);
    content()->addWidget(buildHeadline());
    content()->addWidget(buildProvider());
    content()->addWidget(buildRecords());
    content()->addWidget(buildHandout());
    content()->addStretch(1);
}

QWidget *DnsPage::buildHeadline()
{
    auto *card = new Card;
    m_headlineIcon = new GlyphLabel(Glyph::Clock, 24, card);
    m_headline = new TextLabel({}, TextRole::Section, card);
    m_headline->setObjectName(QStringLiteral("headline"));
    m_advice = new TextLabel({}, TextRole::Body, card);
    m_advice->setObjectName(QStringLiteral("advice"));
    m_clerkLine = heading({}, card);
    m_clerkLine->setObjectName(QStringLiteral("clerkLine"));
    m_nextLook = heading({}, card);
    m_nextLook->setObjectName(QStringLiteral("nextLook"));
    m_nextLook->setAlignment(Qt::AlignCenter);
    m_progress = new QProgressBar(card);
    m_progress->setObjectName(QStringLiteral("recordsProgress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_checkNow = new QPushButton(tr("I have added them – check now"), card);
    m_checkNow->setObjectName(QStringLiteral("checkNow"));

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->setContentsMargins(0, 2, 0, 0);
    words->addWidget(m_headline);
    words->addWidget(m_advice);
    words->addWidget(m_clerkLine);
    words->addStretch(1);
    auto *action = new QVBoxLayout;
    action->setSpacing(4);
    action->addWidget(m_checkNow);
    action->addWidget(m_nextLook);
    action->addStretch(1);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_headlineIcon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addLayout(action);
    card->body()->setSpacing(10);
    card->body()->addLayout(row);
    card->body()->addWidget(m_progress);
    return card;
}

QWidget *DnsPage::buildProvider()
{
    m_providerBlock = new QWidget;
    m_provider = new TextLabel({}, TextRole::Body, m_providerBlock);
    m_provider->setObjectName(QStringLiteral("provider"));
    m_console = new LinkButton(tr("Open its DNS page"), {}, context().clipboard, context().openUrl, m_providerBlock);
    m_console->setObjectName(QStringLiteral("openProvider"));
    m_consoleAddress = new ElidedLabel({}, Qt::ElideMiddle, m_providerBlock);
    m_consoleAddress->setFont(textFont(TextRole::Small));
    m_consoleAddress->setObjectName(QStringLiteral("providerAddress"));
    m_copyConsole = new CopyButton(context().clipboard, tr("address of the DNS page"), m_providerBlock);
    m_copyConsole->setObjectName(QStringLiteral("copyProviderAddress"));
    m_copyConsole->setCompact(true);
    m_copyConsole->setValue([this] { return m_model.state().providerConsole; });

    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch(1);
    words->addWidget(m_provider);
    words->addWidget(m_consoleAddress, 0, Qt::AlignLeading);
    words->addStretch(1);
    auto *row = new QHBoxLayout(m_providerBlock);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_copyConsole, 0, Qt::AlignVCenter);
    row->addWidget(m_console, 0, Qt::AlignVCenter);
    return m_providerBlock;
}

Card *DnsPage::buildRecords()
{
    m_records = new Card;
    m_records->setObjectName(QStringLiteral("records"));
    m_announcement = new TextLabel({}, TextRole::Strong, m_records);
    m_announcement->setObjectName(QStringLiteral("announcement"));
    m_announcement->setTone(StatusTone::Information);
    m_proxyWarning = new TextLabel({}, TextRole::Body, m_records);
    m_proxyWarning->setObjectName(QStringLiteral("proxyWarning"));
    m_proxyWarning->setTone(StatusTone::Warning);
    m_nameHeading = heading({}, m_records);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    auto *state = heading(tr("Type: CNAME"), m_records);
    state->setFixedWidth(DnsRecordRow::stateWidth);
    head->addWidget(state);
    head->addWidget(m_nameHeading, DnsRecordRow::nameStretch);
    head->addWidget(heading(tr("Value"), m_records), DnsRecordRow::valueStretch);
    head->addSpacing(DnsRecordRow::toolWidth);

    QVBoxLayout *body = m_records->body();
    body->setSpacing(0);
    body->addWidget(m_announcement);
    body->addWidget(m_proxyWarning);
    body->addSpacing(8);
    body->addLayout(head);
    body->addSpacing(4);
    return m_records;
}

QWidget *DnsPage::buildHandout()
{
    m_handout = new QWidget;
    m_copyAll = new QPushButton(glyphIcon(Glyph::Copy), tr("Copy all as text"), m_handout);
    m_copyAll->setObjectName(QStringLiteral("copyAll"));
    m_save = new QPushButton(glyphIcon(Glyph::Save), tr("Save as zone file…"), m_handout);
    m_save->setObjectName(QStringLiteral("saveZoneFile"));
    m_mail = new QPushButton(glyphIcon(Glyph::Mail), tr("Write an email"), m_handout);
    m_mail->setObjectName(QStringLiteral("writeMail"));
    m_handedOver = new StatusLabel(StatusTone::Success, {}, m_handout);
    m_handedOver->setObjectName(QStringLiteral("handedOver"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copyAll);
    buttons->addWidget(m_mail);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(m_handout);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new SectionTitle(tr("Does somebody else look after the DNS?"), m_handout));
    column->addWidget(new TextLabel(tr("Hand them all records at once. A zone file can be imported at some providers."),
                                    TextRole::Body, m_handout));
    column->addLayout(buttons);
    column->addWidget(m_handedOver);
    return m_handout;
}

void DnsPage::bind()
{
    connect(m_checkNow, &QPushButton::clicked, &m_model, &DnsViewModel::lookNow);
    connect(m_copyAll, &QPushButton::clicked, this, &DnsPage::copyAll);
    connect(m_save, &QPushButton::clicked, this, &DnsPage::saveZoneFile);
    connect(m_mail, &QPushButton::clicked, this, &DnsPage::writeMail);
}

void DnsPage::render()
{
    const DnsState &state = m_model.state();
    setNotice(state.notice);
    showText(m_domainRemark, state.domainRemark);
    renderHeadline(state);
    renderProvider(state);
    renderRecords(state);
    renderHandout(state);
}

void DnsPage::renderHeadline(const DnsState &state)
{
    const StatusTone tone = toneOf(state.tone);
    m_headlineIcon->setGlyph(glyphOf(tone));
    m_headlineIcon->setTone(tone);
    m_headline->setText(state.headline);
    m_headline->setAccessibleName(state.headline);
    showText(m_advice, state.advice);
    showText(m_clerkLine, state.clerkLine);
    m_nextLook->setText(state.nextLook);
    const bool counts = state.total > 0;
    m_progress->setVisible(counts);
    m_progress->setRange(0, qMax(1, state.total));
    m_progress->setValue(state.right);
    m_progress->setAccessibleName(tr("%1 of %2 records are right").arg(state.right).arg(state.total));
    m_progress->setToolTip(m_progress->accessibleName());
    m_checkNow->setVisible(counts);
    m_checkNow->setEnabled(state.canCheck);
}

void DnsPage::renderProvider(const DnsState &state)
{
    m_providerBlock->setVisible(!state.providerLine.isEmpty());
    m_provider->setText(state.providerLine);
    const bool hasAddress = !state.providerConsole.isEmpty();
    m_console->setVisible(hasAddress);
    m_console->setAddress(QUrl(state.providerConsole));
    m_consoleAddress->setVisible(hasAddress);
    m_consoleAddress->setText(leftToRight(state.providerConsole));
    m_copyConsole->setVisible(hasAddress);
}

void DnsPage::renderRecords(const DnsState &state)
{
    m_records->setVisible(!state.rows.isEmpty());
    showText(m_announcement, state.announcement);
    showText(m_proxyWarning, state.providerNotes.join(QLatin1Char('\n')));
    m_nameHeading->setText(state.zone.isEmpty() ? tr("Name") : tr("Name (without .%1)").arg(state.zone));
    matchRows(state.rows);
    for (qsizetype i = 0; i < state.rows.size(); ++i)
        m_rows.at(i)->setRow(state.rows.at(i));
}

/// One widget per record, in the State's order. Those that stay are kept, with focus and open details.
void DnsPage::matchRows(const QList<DnsRow> &rows)
{
    const bool same
        = std::equal(m_rows.cbegin(), m_rows.cend(), rows.cbegin(), rows.cend(),
                     [](const DnsRecordRow *widget, const DnsRow &row) { return widget->host() == row.host; });
    if (same)
        return;
    QList<DnsRecordRow *> before = std::exchange(m_rows, {});
    for (const DnsRow &row : rows) {
        const auto known = std::find_if(before.begin(), before.end(),
                                        [&](const DnsRecordRow *widget) { return widget->host() == row.host; });
        DnsRecordRow *widget = nullptr;
        if (known != before.end()) {
            widget = *known;
            before.erase(known);
            m_records->body()->removeWidget(widget);
        } else {
            widget = new DnsRecordRow(context().clipboard, row.host, m_records);
        }
        m_records->body()->addWidget(widget);
        m_rows.append(widget);
    }
    qDeleteAll(before);
}

void DnsPage::renderHandout(const DnsState &state)
{
    m_handout->setVisible(!state.rows.isEmpty());
    if (m_handedOverRecords != m_model.recordsAsText())
        m_handedOver->setVisible(false);
}

void DnsPage::copyAll()
{
    context().clipboard.copy(m_model.recordsAsText());
    sayHandedOver(true, tr("All records are on the clipboard."));
}

void DnsPage::saveZoneFile()
{
    auto *dialog = new QFileDialog(window(), tr("Save the records as a zone file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(m_model.zoneFileName());
    connect(dialog, &QFileDialog::fileSelected, &m_model, &DnsViewModel::saveZoneFile);
    dialog->open();
}

void DnsPage::writeMail()
{
    if (context().openUrl && context().openUrl(m_model.mailDraft()))
        sayHandedOver(true, tr("Your email program has the draft."));
    else
        sayHandedOver(false, tr("No email program answered. Copy all as text instead, and paste it into a message."));
}

void DnsPage::sayHandedOver(bool done, const QString &words)
{
    m_handedOverRecords = m_model.recordsAsText();
    m_handedOver->setStatus(done ? StatusTone::Success : StatusTone::Warning, words);
    m_handedOver->setVisible(true);
}

void DnsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setVisible(true);
}

void DnsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setVisible(false);
}

} // namespace golive
