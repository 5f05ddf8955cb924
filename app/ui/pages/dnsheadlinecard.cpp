#include "ui/pages/dnsheadlinecard.h"

#include "ui/shell/pagecontext.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

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

} // namespace

DnsHeadlineCard::DnsHeadlineCard(const PageContext &context, QWidget *parent)
    : Card({}, parent)
    , m_icon(new GlyphLabel(Glyph::Clock, 24, this))
    , m_headline(new TextLabel({}, TextRole::Section, this))
    , m_advice(new TextLabel({}, TextRole::Body, this))
    , m_wait(new TextLabel({}, TextRole::Body, this))
    , m_clerkLine(new TextLabel({}, TextRole::Small, this))
    , m_nextLook(new TextLabel({}, TextRole::Small, this))
    , m_link(new LinkButton({}, {}, context.clipboard, context.openUrl, this))
    , m_progress(new QProgressBar(this))
    , m_checkNow(new QPushButton(tr("I have added them – check now"), this))
{
    m_headline->setObjectName(QStringLiteral("headline"));
    m_advice->setObjectName(QStringLiteral("advice"));
    m_wait->setObjectName(QStringLiteral("waitLine"));
    m_clerkLine->setObjectName(QStringLiteral("clerkLine"));
    m_nextLook->setObjectName(QStringLiteral("nextLook"));
    m_link->setObjectName(QStringLiteral("headlineLink"));
    m_progress->setObjectName(QStringLiteral("recordsProgress"));
    m_checkNow->setObjectName(QStringLiteral("checkNow"));
    connect(m_checkNow, &QPushButton::clicked, this, &DnsHeadlineCard::checkWanted);
    build();
}

void DnsHeadlineCard::build()
{
    m_clerkLine->setMuted(true);
    m_nextLook->setMuted(true);
    m_nextLook->setWordWrap(false);
    m_nextLook->setFixedHeight(m_checkNow->sizeHint().height());
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);

    auto *actions = new FlowLayout(nullptr, 12);
    actions->addWidget(m_checkNow);
    actions->addWidget(m_link);
    actions->addWidget(m_nextLook);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->setContentsMargins(0, 2, 0, 0);
    words->addWidget(m_headline);
    words->addWidget(m_advice);
    words->addWidget(m_wait);
    words->addWidget(m_clerkLine);
    words->addSpacing(4);
    words->addLayout(actions);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    body()->setSpacing(10);
    body()->addLayout(row);
    body()->addWidget(m_progress);
}

void DnsHeadlineCard::setState(const DnsState &state)
{
    const StatusTone tone = toneOf(state.tone);
    m_icon->setGlyph(glyphOf(tone));
    m_icon->setTone(tone);
    m_headline->setText(state.headline);
    m_headline->setAccessibleName(state.headline);
    showText(m_advice, state.advice);
    showText(m_wait, state.waitLine);
    showText(m_clerkLine, state.clerkLine);
    showText(m_nextLook, state.nextLook);
    m_link->setVisible(state.link.has_value());
    if (state.link)
        m_link->setLink(state.link->label, state.link->address);
    const bool counts = state.total > 0;
    m_progress->setVisible(counts && !state.silenced);
    m_progress->setRange(0, qMax(1, state.total));
    m_progress->setValue(state.right);
    m_progress->setAccessibleName(tr("%1 of %2 records are right").arg(state.right).arg(state.total));
    m_progress->setToolTip(m_progress->accessibleName());
    const bool personsTurn = !state.silenced && state.right < state.total;
    m_checkNow->setText(state.awaitsCorrection ? tr("I have corrected it – check now")
                            : personsTurn      ? tr("I have added them – check now")
                                               : tr("Check again"));
    m_checkNow->setVisible(counts);
    m_checkNow->setEnabled(state.canCheck);
}

} // namespace golive
