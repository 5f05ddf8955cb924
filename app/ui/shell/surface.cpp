#include "ui/shell/surface.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

namespace golive {

Surface::Surface(QColor ThemeColors::*ground, int edges, QWidget *parent)
    : QWidget(parent)
    , m_ground(ground)
    , m_edges(edges)
{
}

void Surface::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        groundScrollBars();
}

void Surface::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    groundScrollBars();
}

/// They fill what is behind them by themselves, and would do so in the colour of the window.
void Surface::groundScrollBars()
{
    const QColor ground = themeColors(palette()).*m_ground;
    for (QScrollBar *bar : findChildren<QScrollBar *>()) {
        QPalette own = bar->palette();
        if (own.color(QPalette::Window) == ground)
            continue;
        own.setColor(QPalette::Window, ground);
        bar->setPalette(own);
    }
}

void Surface::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.*m_ground);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if ((m_edges & Top) != 0)
        painter.fillRect(0, 0, width(), 1, colors.hairline);
    if ((m_edges & Bottom) != 0)
        painter.fillRect(0, height() - 1, width(), 1, colors.hairline);
    if ((m_edges & (mirrored ? Trailing : Leading)) != 0)
        painter.fillRect(0, 0, 1, height(), colors.hairline);
    if ((m_edges & (mirrored ? Leading : Trailing)) != 0)
        painter.fillRect(width() - 1, 0, 1, height(), colors.hairline);
}

} // namespace golive
