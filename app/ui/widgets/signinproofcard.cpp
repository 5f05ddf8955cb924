#include "ui/widgets/signinproofcard.h"

#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuslabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace golive {
namespace {

using Finding = SignInProof::Finding;
using Row = SignInProofViewModel::Row;

StatusTone toneOf(Finding finding)
{
    switch (finding) {
    case Finding::Offered: return StatusTone::Success;
    case Finding::LeftOut: return StatusTone::Neutral;
    case Finding::Missing:
    case Finding::MissingByDashboard:
    case Finding::NotSetUp:
    case Finding::OnlyLinked:
    case Finding::StillOffered:
    case Finding::Unexpected: return StatusTone::Warning;
    }
    Q_UNREACHABLE();
}

} // namespace

SignInProofCard::SignInProofCard(SignInProofViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Card(tr("Does sign-in work?"), parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_headline(new StatusLabel)
    , m_notice(new NoticeBar)
    , m_rows(new QWidget)
    , m_column(new QVBoxLayout(m_rows))
    , m_open(new LinkButton(tr("Open the live sign-in page"), QUrl(), context.clipboard, context.openUrl))
    , m_check(new QPushButton(tr("Look again")))
{
    setObjectName(QStringLiteral("signInProof"));
    m_headline->setParagraph();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    m_open->setObjectName(QStringLiteral("openSignIn"));
    m_check->setObjectName(QStringLiteral("checkSignIn"));
    m_check->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_open, 0, Qt::AlignTop);
    buttons->addWidget(m_check, 0, Qt::AlignTop);
    buttons->addStretch();
    body()->addWidget(m_notice);
    body()->addWidget(m_headline);
    body()->addWidget(m_rows);
    body()->addLayout(buttons);
    connect(m_check, &QPushButton::clicked, &m_viewModel, &SignInProofViewModel::checkNow);
    connect(&m_viewModel, &SignInProofViewModel::stateChanged, this, &SignInProofCard::render);
    render();
}

void SignInProofCard::render()
{
    const SignInProofViewModel::State &state = m_viewModel.state();
    setVisible(state.shown && parentWidget() != nullptr);
    m_notice->setNotice(state.notice);
    m_headline->setVisible(!state.headline.isEmpty());
    m_headline->setStatus(statusToneOf(state.tone), state.headline);
    m_open->setAddress(state.signInPage);
    m_open->setVisible(!state.signInPage.isEmpty());
    m_check->setText(state.asking ? tr("Looking…") : tr("Look again"));
    m_rows->setVisible(!state.rows.isEmpty());
    renderRows(state.rows);
}

/// In place as long as the providers are the same: whoever is in the list with the keyboard stays where they are when
/// the page is looked at again.
void SignInProofCard::renderRows(const QList<Row> &rows)
{
    const bool known = std::equal(rows.cbegin(), rows.cend(), m_lines.cbegin(), m_lines.cend(),
                                  [](const Row &row, const Line &line) { return row.slug == line.slug; });
    if (!known) {
        qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_lines.clear();
        for (const Row &row : rows)
            m_lines.append(makeLine(row));
    }
    for (qsizetype index = 0; index < rows.size(); ++index) {
        const Row &row = rows.at(index);
        const Line &line = m_lines.at(index);
        line.status->setStatus(toneOf(row.finding), row.text);
        const QSignalBlocker quiet(line.tried);
        line.tried->setChecked(row.tried);
        line.tried->setVisible(row.mayTry);
    }
}

SignInProofCard::Line SignInProofCard::makeLine(const Row &row)
{
    Line line {row.slug, new StatusLabel, new QCheckBox(tr("I signed in with it"))};
    line.status->setParagraph();
    line.tried->setObjectName(QStringLiteral("tried.") + row.slug);
    line.tried->setAccessibleName(tr("I signed in with %1").arg(row.name));
    connect(line.tried, &QCheckBox::toggled, &m_viewModel,
            [this, slug = row.slug](bool tried) { m_viewModel.setTried(slug, tried); });
    auto *holder = new QWidget;
    auto *columns = new QHBoxLayout(holder);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(row.name, TextRole::Strong));
    words->addWidget(line.status);
    columns->addLayout(words, 1);
    columns->addWidget(line.tried, 0, Qt::AlignTop);
    m_column->addWidget(holder);
    return line;
}

} // namespace golive
