#include "ui/pages/summarypage.h"

#include "ui/widgets/card.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace golive {
namespace {

void fill(KeyValueGrid &grid, const QList<SummaryViewModel::Row> &rows)
{
    grid.clear();
    for (const auto &row : rows)
        grid.addRow(row.label, row.value, row.technical ? KeyValueGrid::Kind::Technical : KeyValueGrid::Kind::Words);
}

QString bullets(const QStringList &lines)
{
    return lines.isEmpty() ? QString() : QStringLiteral("•  ") + lines.join(QStringLiteral("\n•  "));
}

} // namespace

SummaryPage::SummaryPage(SummaryViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Page(viewModel, context, parent)
    , m_viewModel(viewModel)
    , m_headline(new StatusLabel)
    , m_made(new KeyValueGrid)
    , m_secrets(new KeyValueGrid)
    , m_next(new TextLabel)
    , m_back(new TextLabel)
    , m_backCard(new Card(tr("How to take it back")))
    , m_site(new LinkButton(tr("Open your site"), QUrl(), context.clipboard, context.openUrl))
    , m_dashboard(new LinkButton(tr("Open Clerk’s Dashboard"), QUrl(), context.clipboard, context.openUrl))
{
    build();
    render();
}

void SummaryPage::build()
{
    m_headline->setObjectName(QStringLiteral("summaryHeadline"));
    auto *made = new Card(tr("What was made"));
    made->body()->addWidget(m_made);
    auto *secrets = new Card(tr("Where the secrets are"));
    secrets->body()->addWidget(m_secrets);
    auto *next = new Card(tr("What to do next"));
    next->body()->addWidget(m_next);
    m_backCard->body()->addWidget(m_back);

    auto *copy = new CopyButton(context().clipboard, tr("the summary"));
    copy->setText(tr("Copy as text"));
    copy->setObjectName(QStringLiteral("copySummary"));
    copy->setValue([this] { return m_viewModel.asText(); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QWidget *button : QList<QWidget *> {m_site, m_dashboard, copy})
        buttons->addWidget(button);
    buttons->addStretch();

    content()->addWidget(m_headline);
    content()->addLayout(buttons);
    for (QWidget *card : QList<QWidget *> {made, next, secrets, m_backCard})
        content()->addWidget(card);
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
    m_headline->setStatus(state.finished ? StatusTone::Success : StatusTone::Waiting, state.headline);
    fill(*m_made, state.made);
    fill(*m_secrets, state.secrets);
    m_next->setText(bullets(state.next));
    m_back->setText(bullets(state.takingBack));
    m_backCard->setVisible(!state.takingBack.isEmpty());
    m_site->setAddress(state.site);
    m_site->setVisible(!state.site.isEmpty());
    m_dashboard->setAddress(state.dashboard);
}

} // namespace golive
