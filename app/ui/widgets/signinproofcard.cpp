#include "ui/widgets/signinproofcard.h"

#include "ui/widgets/linkbutton.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/statuslabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

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
    case Finding::OnlyLinked:
    case Finding::StillOffered:
    case Finding::Unexpected: return StatusTone::Warning;
    }
    Q_UNREACHABLE();
}

/// The same apart from the ticks, which have widgets already.
bool sameLines(QList<Row> left, QList<Row> right)
{
    for (QList<Row> *rows : {&left, &right})
        for (Row &row : *rows)
            row.tried = false;
    return left == right;
}

} // namespace

SignInProofCard::SignInProofCard(SignInProofViewModel &viewModel, const PageContext &context, QWidget *parent)
    : Card(tr("Does sign-in work?"), parent)
    , m_viewModel(viewModel)
    , m_context(context)
    , m_headline(new StatusLabel)
    , m_notice(new NoticeBar)
    , m_rows(new QWidget)
    , m_lines(new QVBoxLayout(m_rows))
    , m_open(new LinkButton(tr("Open the live sign-in page"), QUrl(), context.clipboard, context.openUrl))
    , m_check(new QPushButton(tr("Look again")))
{
    setObjectName(QStringLiteral("signInProof"));
    m_headline->setParagraph();
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(10);
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
    m_check->setEnabled(!state.asking);
    m_check->setText(state.asking ? tr("Looking…") : tr("Look again"));
    m_rows->setVisible(!state.rows.isEmpty());
    if (!sameLines(state.rows, m_drawn)) {
        qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_boxes.clear();
        for (const Row &row : state.rows)
            addRow(row);
    }
    m_drawn = state.rows;
    for (const Row &row : state.rows)
        if (QCheckBox *box = m_boxes.value(row.slug)) {
            const QSignalBlocker quiet(box);
            box->setChecked(row.tried);
        }
}

void SignInProofCard::addRow(const Row &row)
{
    auto *holder = new QWidget(m_rows);
    auto *line = new QHBoxLayout(holder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(row.name, TextRole::Strong));
    auto *status = new StatusLabel(toneOf(row.finding), row.text);
    status->setParagraph();
    words->addWidget(status);
    line->addLayout(words, 1);
    if (row.mayTry) {
        auto *box = new QCheckBox(tr("I signed in with it"));
        box->setObjectName(QStringLiteral("tried.") + row.slug);
        box->setAccessibleName(tr("I signed in with %1").arg(row.name));
        connect(box, &QCheckBox::toggled, &m_viewModel,
                [this, slug = row.slug](bool tried) { m_viewModel.setTried(slug, tried); });
        m_boxes.insert(row.slug, box);
        line->addWidget(box, 0, Qt::AlignTop);
    }
    m_lines->addWidget(holder);
}

} // namespace golive
