#include "ui/pages/dnsfindingcard.h"

#include "ui/shell/pagecontext.h"
#include "ui/theme/colors.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace golive {
namespace {

StatusTone toneOf(DnsFinding::Severity severity)
{
    switch (severity) {
    case DnsFinding::Severity::Error: return StatusTone::Problem;
    case DnsFinding::Severity::Warning: return StatusTone::Warning;
    case DnsFinding::Severity::Info: return StatusTone::Information;
    }
    Q_UNREACHABLE();
}

} // namespace

DnsFindingCard::DnsFindingCard(const PageContext &context, QWidget *parent)
    : QFrame(parent)
    , m_sign(new GlyphLabel(Glyph::Warning, 20, this))
    , m_problem(new TextLabel({}, TextRole::Strong, this))
    , m_fix(new TextLabel({}, TextRole::Body, this))
    , m_id(new TextLabel({}, TextRole::Small, this))
    , m_link(new LinkButton({}, {}, context.clipboard, context.openUrl, this))
{
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fix->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_id->setMuted(true);
    m_id->setWordWrap(false);
    m_id->setToolTip(tr("The number of this finding, for support"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_problem);
    words->addWidget(m_fix);
    words->addWidget(m_link);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 12, 14, 12);
    row->setSpacing(12);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_id, 0, Qt::AlignTop);
}

void DnsFindingCard::setCard(const DnsCard &card)
{
    if (m_card == card)
        return;
    m_card = card;
    setObjectName(QStringLiteral("finding_") + card.id);
    const StatusTone tone = toneOf(card.severity);
    m_sign->setGlyph(glyphOf(tone));
    m_sign->setTone(tone);
    m_problem->setText(card.problem);
    m_problem->setTone(tone);
    m_fix->setText(card.fix);
    m_id->setText(card.id);
    m_link->setVisible(card.link.has_value());
    if (card.link)
        m_link->setLink(card.link->label, card.link->address);
    setAccessibleName(card.problem);
    setAccessibleDescription(card.fix);
    update();
}

void DnsFindingCard::paintEvent(QPaintEvent * /*event*/)
{
    const ToneColors &colors = themeColors(palette()).tone(toneOf(m_card.severity));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace golive
