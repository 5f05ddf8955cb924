#include "ui/pages/summarypage.h"

#include "ui/pages/stagingblock.h"
#include "ui/widgets/bulletlist.h"
#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/headlinecard.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/linkbutton.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace golive {
namespace {

StatusTone toneOf(Turn turn)
{
    switch (turn) {
    case Turn::Yours: return StatusTone::Warning;
    case Turn::Clerks: return StatusTone::Waiting;
    case Turn::Nobodys: return StatusTone::Success;
    }
    Q_UNREACHABLE();
}

void fill(KeyValueGrid &grid, const QList<SummaryViewModel::Row> &rows)
{
    grid.clear();
    for (const auto &row : rows)
        grid.addRow(row.label, row.value, row.technical ? KeyValueGrid::Kind::Technical : KeyValueGrid::Kind::Words);
}

} // namespace

SummaryPage::SummaryPage(SummaryViewModel &viewModel, StagingPath &staging, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new HeadlineCard)
    , m_made(new KeyValueGrid)
    , m_secrets(new KeyValueGrid)
    , m_next(new BulletList)
    , m_back(new BulletList)
    , m_nextCard(new Card(tr("What to do next")))
    , m_secretsCard(new Card(tr("Where the secrets are")))
    , m_backCard(new Card(tr("How to take it back")))
    , m_site(new LinkButton(tr("Open your site"), QUrl(), context.clipboard, context.openUrl))
    , m_dashboard(new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), context.clipboard, context.openUrl))
    , m_compare(new QPushButton(tr("Compare &settings")))
    , m_reload(new QPushButton(tr("Ask Clerk again")))
    , m_staging(new StagingBlock(staging))
{
    build();
    SummaryPage::render();
}

void SummaryPage::build()
{
    m_headline->setObjectName(QStringLiteral("summaryHeadline"));
    m_reload->setObjectName(QStringLiteral("summaryReload"));
    m_reload->setAutoDefault(false);
    connect(m_reload, &QPushButton::clicked, &m_viewModel, &SummaryViewModel::reload);
    m_compare->setObjectName(QStringLiteral("compareSettings"));
    m_compare->setAutoDefault(false);
    connect(m_compare, &QPushButton::clicked, &m_viewModel, &SummaryViewModel::compareSettings);
    auto *copy = new CopyButton(context().clipboard, tr("the summary"));
    copy->setObjectName(QStringLiteral("copySummary"));
    copy->setCaption(tr("Copy this page"));
    copy->setValue([this] { return m_viewModel.asText(); });
    auto *buttons = new FlowLayout; // captions grow with the language
    for (QWidget *button : QList<QWidget *> {m_site, m_dashboard, m_compare, copy, m_reload})
        buttons->addWidget(button);
    m_headline->body()->addLayout(buttons);

    auto *made = new Card(tr("What was made"));
    made->body()->addWidget(m_made);
    m_nextCard->body()->addWidget(m_next);
    m_secretsCard->body()->addWidget(m_secrets);
    m_backCard->body()->addWidget(m_back);
    content()->addWidget(m_headline);
    for (QWidget *card : QList<QWidget *> {m_nextCard, made, m_secretsCard, m_backCard})
        content()->addWidget(card);
    content()->addWidget(m_staging);
    content()->addStretch();
}

QString SummaryPage::helpText() const
{
    return tr("This page holds no secret, so it can be copied and sent to colleagues.\n\n"
              "Your application only goes live once its hosting has the production keys and was built anew.");
}

void SummaryPage::render()
{
    const SummaryViewModel::State &state = m_viewModel.state();
    setNotice(state.notice);
    m_headline->setHeadline(toneOf(state.turn), state.headline, state.explanation);
    if (m_drawn.made != state.made) // a selection within it survives what does not concern it
        fill(*m_made, state.made);
    if (m_drawn.secrets != state.secrets)
        fill(*m_secrets, state.secrets);
    m_drawn = state;
    m_secretsCard->setVisible(!state.secrets.isEmpty());
    m_next->setLines(state.next);
    m_nextCard->setVisible(!state.next.isEmpty());
    m_back->setLines(state.takingBack);
    m_backCard->setVisible(!state.takingBack.isEmpty());
    m_staging->setVisible(state.isMade);
    m_reload->setVisible(!state.notice.isEmpty() || (state.loading && m_reload->isVisibleTo(this)));
    m_reload->setEnabled(!state.loading);
    m_site->setAddress(state.site);
    m_site->setVisible(!state.site.isEmpty());
    m_dashboard->setAddress(state.dashboard);
    m_compare->setVisible(state.canCompare);
}

} // namespace golive
