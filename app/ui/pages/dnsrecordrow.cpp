#include "ui/pages/dnsrecordrow.h"

#include "ui/pages/dnsrecorddetails.h"
#include "ui/shell/pagecontext.h"
#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "ui/widgets/copybutton.h"
#include "ui/widgets/differenceview.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/statuslabel.h"
#include "ui/widgets/technicaltext.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace golive {
namespace {

StatusTone toneOf(DnsRow::Standing standing)
{
    switch (standing) {
    case DnsRow::Standing::NotLooked:
    case DnsRow::Standing::Missing:
    case DnsRow::Standing::CannotSay: return StatusTone::Neutral; // the headline is loud enough for all
    case DnsRow::Standing::Wrong: return StatusTone::Problem;
    case DnsRow::Standing::Settling: return StatusTone::Waiting;
    case DnsRow::Standing::AtProvider:
    case DnsRow::Standing::Public:
    case DnsRow::Standing::SeenByClerk:
    case DnsRow::Standing::Done: return StatusTone::Success;
    }
    Q_UNREACHABLE();
}

QHBoxLayout *withButton(QWidget *text, QWidget *button)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2);
    row->addWidget(text, 1, Qt::AlignTop);
    row->addWidget(button, 0, Qt::AlignTop);
    return row;
}

} // namespace

DnsRecordRow::DnsRecordRow(const PageContext &context, const QString &host, std::function<QString()> forSupport,
                           QWidget *parent)
    : QWidget(parent)
    , m_host(host)
    , m_state(new StatusLabel(StatusTone::Neutral, {}, this))
    , m_purpose(new TextLabel({}, TextRole::Small, this))
    , m_name(new TechnicalText({}, this))
    , m_copyName(new CopyButton(context.clipboard, tr("name of %1").arg(host), this))
    , m_value(new TechnicalText({}, this))
    , m_copyValue(new CopyButton(context.clipboard, tr("value of %1").arg(host), this))
    , m_reach(new TextLabel({}, TextRole::Small, this))
    , m_line(new TextLabel({}, TextRole::Small, this))
    , m_difference(new DifferenceView(this))
    , m_fix(new TextLabel({}, TextRole::Small, this))
    , m_link(new LinkButton({}, {}, context.clipboard, context.openUrl, this))
    , m_open(new QToolButton(this))
    , m_details(new DnsRecordDetails(context.clipboard, host, std::move(forSupport), this))
{
    setObjectName(QStringLiteral("record_") + host);
    m_state->setObjectName(QStringLiteral("state_") + host);
    m_name->setObjectName(QStringLiteral("name_") + host);
    m_copyName->setObjectName(QStringLiteral("copyName_") + host);
    m_value->setObjectName(QStringLiteral("value_") + host);
    m_copyValue->setObjectName(QStringLiteral("copyValue_") + host);
    m_reach->setObjectName(QStringLiteral("reach_") + host);
    m_line->setObjectName(QStringLiteral("finding_") + host);
    m_difference->setObjectName(QStringLiteral("difference_") + host);
    m_link->setObjectName(QStringLiteral("link_") + host);
    m_fix->setObjectName(QStringLiteral("fix_") + host);
    m_open->setObjectName(QStringLiteral("details_") + host);
    build();

    m_copyName->setValue([this] { return m_row.nameToType; });
    m_copyValue->setValue([this] { return m_row.value; });
    connect(m_open, &QToolButton::toggled, this, &DnsRecordRow::renderOpen);
    renderOpen();
}

void DnsRecordRow::build()
{
    m_purpose->setMuted(true);
    m_reach->setMuted(true);
    m_purpose->setFixedWidth(stateWidth);
    m_state->setFixedWidth(stateWidth);
    m_copyName->setCompact(true);
    m_copyValue->setCompact(true);
    m_open->setCheckable(true);
    m_open->setAutoRaise(true);
    m_open->setIconSize({16, 16});
    m_open->setFixedSize(toolWidth, toolWidth);
    m_open->setFocusPolicy(Qt::StrongFocus);

    auto *state = new QVBoxLayout;
    state->setSpacing(2);
    state->setContentsMargins(0, 5, 0, 0);
    state->addWidget(m_state);
    state->addWidget(m_purpose);
    state->addStretch(1);

    auto *values = new QHBoxLayout;
    values->setSpacing(8);
    values->addLayout(withButton(m_name, m_copyName), nameStretch);
    values->addLayout(withButton(m_value, m_copyValue), valueStretch);
    values->addWidget(m_open, 0, Qt::AlignTop);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addLayout(values);
    right->addWidget(m_reach);
    right->addWidget(m_line);
    right->addWidget(m_difference);
    right->addWidget(m_fix);
    right->addWidget(m_link);
    right->addWidget(m_details);
    right->addStretch(1);

    m_sides = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_sides->setContentsMargins(0, 7, 0, 7);
    m_sides->setSpacing(8);
    m_sides->addLayout(state);
    m_sides->addLayout(right, 1);
}

void DnsRecordRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool below = width() < narrow;
    for (QWidget *beside : {static_cast<QWidget *>(m_state), static_cast<QWidget *>(m_purpose)}) {
        beside->setMinimumWidth(below ? 0 : stateWidth);
        beside->setMaximumWidth(below ? QWIDGETSIZE_MAX : stateWidth);
    }
    m_sides->setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void DnsRecordRow::setRow(const DnsRow &row)
{
    m_row = row;
    setAccessibleName(tr("%1: %2").arg(row.host, row.word));
    m_state->setStatus(toneOf(row.standing), row.word);
    QStringList remarks {row.purpose};
    if (row.isNew)
        remarks.append(tr("new"));
    if (!row.required)
        remarks.append(tr("optional"));
    m_purpose->setText(remarks.join(QStringLiteral(" · ")));
    m_name->setValue(row.nameToType);
    m_value->setValue(row.value);
    m_details->setRow(row);
    renderLine();
}

/// Who sees it, and the diagnosis unless the state's word says it all.
void DnsRecordRow::renderLine()
{
    using Standing = DnsRow::Standing;
    const Standing standing = m_row.standing;
    const bool saysMore = !m_row.problem.isEmpty() && standing != Standing::Missing;
    m_reach->setText(standing >= Standing::Settling ? m_row.reach : QString());
    m_reach->setVisible(!m_reach->text().isEmpty());
    m_line->setText(saysMore ? m_row.problem : QString());
    m_line->setVisible(saysMore);
    m_line->setTone(standing == Standing::Wrong ? StatusTone::Problem : StatusTone::Neutral);
    m_difference->setVisible(m_row.difference.has_value());
    if (m_row.difference)
        m_difference->setAlignment(*m_row.difference);
    m_fix->setText(saysMore ? m_row.fix : QString());
    m_fix->setVisible(saysMore);
    m_link->setVisible(saysMore && m_row.link.has_value());
    if (m_row.link)
        m_link->setLink(m_row.link->label, m_row.link->address);
}

bool DnsRecordRow::isOpen() const
{
    return m_open->isChecked();
}

void DnsRecordRow::setOpen(bool open)
{
    m_open->setChecked(open);
}

void DnsRecordRow::renderOpen()
{
    const Glyph closed = layoutDirection() == Qt::RightToLeft ? Glyph::ChevronBack : Glyph::ChevronForward;
    m_open->setIcon(glyphIcon(isOpen() ? Glyph::ChevronDown : closed));
    m_open->setAccessibleName(tr("Details of %1").arg(m_host));
    m_open->setToolTip(isOpen() ? tr("Hide the details") : tr("Show the details"));
    m_details->setVisible(isOpen());
}

void DnsRecordRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        renderOpen();
}

void DnsRecordRow::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, themeColors(palette()).hairline);
}

} // namespace golive
