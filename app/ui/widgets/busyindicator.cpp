#include "ui/widgets/busyindicator.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace golive {
namespace {

constexpr int arcSize = 18;
constexpr int textStart = arcSize + 8;

} // namespace

BusyIndicator::BusyIndicator(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel({}, TextRole::Body, this))
{
    m_text->setMuted(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addSpacing(textStart); // unlike a margin it follows the reading direction
    row->addWidget(m_text, 1);
    setMinimumHeight(24);
}

void BusyIndicator::setText(const QString &text)
{
    m_busy = !text.isEmpty();
    m_text->setText(text);
    setAccessibleName(text);
    turnWhileNeeded();
    update();
}

void BusyIndicator::turnWhileNeeded()
{
    const bool animated = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (m_busy && animated && isVisible())
        m_turning.start(50, this);
    else
        m_turning.stop();
}

void BusyIndicator::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_busy)
        return;
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect place(0, (height() - arcSize) / 2, arcSize, arcSize);
    const QRectF circle = QRectF(QStyle::visualRect(layoutDirection(), rect(), place)).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setPen(QPen(colors.groove, 2.5));
    painter.drawEllipse(circle);
    painter.setPen(QPen(colors.accent, 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(circle, -m_angle * 16, 100 * 16);
}

void BusyIndicator::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_turning.timerId()) {
        QWidget::timerEvent(event);
        return;
    }
    m_angle = (m_angle + 18) % 360;
    update();
}

void BusyIndicator::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    turnWhileNeeded();
}

void BusyIndicator::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_turning.stop();
}

} // namespace golive
