#include "ui/pages/dnspage.h"

#include "ui/pages/dnsfindingcard.h"
#include "ui/pages/dnshandoutblock.h"
#include "ui/pages/dnsheadlinecard.h"
#include "ui/pages/dnsproviderblock.h"
#include "ui/pages/dnsrecordrow.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/card.h"
#include "ui/widgets/text.h"
#include "wizard/steps/dnsviewmodel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

constexpr int cardPadding = 16;

void showText(TextLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
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
    return tr("DNS is the phone book of the internet. A CNAME record in it says: this name is another name for that "
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
    m_foreign = new TextLabel({}, TextRole::Body, this);
    m_foreign->setObjectName(QStringLiteral("foreignRecords"));
    m_foreign->setTone(StatusTone::Warning);
    m_headline = new DnsHeadlineCard(context(), this);
    m_cardColumn = new QVBoxLayout;
    m_cardColumn->setSpacing(10);
    m_provider = new DnsProviderBlock(context(), this);
    m_remarksTitle = new SectionTitle(tr("Good to know"), this);
    m_remarks = new BulletList(this);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->setMuted(true);
    m_handout = new DnsHandoutBlock(m_model, context(), this);

    content()->addWidget(m_domainRemark);
    content()->addWidget(m_headline);
    content()->addWidget(m_foreign);
    content()->addLayout(m_cardColumn);
    content()->addWidget(m_provider);
    content()->addWidget(buildRecords());
    content()->addWidget(m_remarksTitle);
    content()->addWidget(m_remarks);
    content()->addWidget(m_handout);
    content()->addStretch(1);
}

Card *DnsPage::buildRecords()
{
    m_records = new Card;
    m_records->setObjectName(QStringLiteral("records"));
    m_silence = new TextLabel({}, TextRole::Body, m_records);
    m_silence->setObjectName(QStringLiteral("silence"));
    m_silence->setTone(StatusTone::Warning);
    m_announcement = new TextLabel({}, TextRole::Strong, m_records);
    m_announcement->setObjectName(QStringLiteral("announcement"));
    m_announcement->setTone(StatusTone::Information);
    for (TextLabel *above : {m_silence, m_announcement}) // away from the table's head, which it is not part of
        above->setContentsMargins(0, 0, 0, 12);
    m_nameHeading = heading({}, m_records);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    m_typeHeading = heading(tr("Type: CNAME"), m_records);
    m_typeHeading->setFixedWidth(DnsRecordRow::stateWidth);
    m_records->installEventFilter(this);
    head->addWidget(m_typeHeading);
    head->addWidget(m_nameHeading, DnsRecordRow::nameStretch);
    head->addWidget(heading(tr("Value"), m_records), DnsRecordRow::valueStretch);
    head->addSpacing(DnsRecordRow::toolWidth);

    QVBoxLayout *body = m_records->body();
    body->setSpacing(0);
    body->addWidget(m_silence);
    body->addWidget(m_announcement);
    body->addSpacing(4);
    body->addLayout(head);
    body->addSpacing(4);
    return m_records;
}

void DnsPage::bind()
{
    connect(m_headline, &DnsHeadlineCard::checkWanted, &m_model, &DnsViewModel::lookNow);
}

void DnsPage::render()
{
    const DnsState &state = m_model.state();
    setNotice(state.notice);
    showText(m_domainRemark, state.domainRemark);
    showText(m_foreign, state.foreignRecords);
    m_headline->setState(state);
    renderCards(state);
    m_provider->setState(state);
    renderRecords(state);
    m_remarksTitle->setVisible(!state.remarks.isEmpty());
    m_remarks->setVisible(!state.remarks.isEmpty());
    m_remarks->setLines(state.remarks);
    m_handout->setState(state);
}

/// A card is reused for whatever stands at its place, so that a countdown in it does not flicker.
void DnsPage::renderCards(const DnsState &state)
{
    while (m_cards.size() > state.cards.size())
        delete m_cards.takeLast();
    while (m_cards.size() < state.cards.size()) {
        auto *card = new DnsFindingCard(context(), this);
        m_cardColumn->addWidget(card);
        m_cards.append(card);
    }
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setCard(state.cards.at(i));
}

void DnsPage::renderRecords(const DnsState &state)
{
    m_records->setVisible(state.showsRecords);
    showText(m_silence, state.silence);
    showText(m_announcement, state.announcement);
    const bool inShort = !state.rows.isEmpty() && !state.zone.isEmpty()
        && state.rows.constFirst().nameToType == state.rows.constFirst().shortName;
    m_nameHeading->setText(inShort ? tr("Name (without .%1)").arg(state.zone) : tr("Name"));
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
            widget = new DnsRecordRow(
                context(), row.host, [this, host = row.host] { return m_model.answersAsText(host); }, m_records);
        }
        m_records->body()->addWidget(widget);
        m_rows.append(widget);
    }
    qDeleteAll(before);
}

/// The provider's website is in another window.
bool DnsPage::event(QEvent *event)
{
    if (event->type() == QEvent::WindowActivate && isVisible())
        m_model.cameBack();
    return Page::event(event);
}

void DnsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_model.setVisible(true);
}

/// Where the rows put their state above the rest, there is no column of states to head.
bool DnsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_records && event->type() == QEvent::Resize)
        m_typeHeading->setVisible(m_records->contentsRect().width() - 2 * cardPadding >= DnsRecordRow::narrow);
    return Page::eventFilter(watched, event);
}

void DnsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_model.setVisible(false);
}

} // namespace golive
