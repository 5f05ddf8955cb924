#include "ui/theme/controls.h"

#include "ui/theme/glyphs.h"

#include <QComboBox>
#include <QPainter>
#include <QProxyStyle>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionMenuItem>
#include <QStyleOptionProgressBar>
#include <QToolButton>
#include <QWidget>

namespace golive {
namespace {

constexpr qreal corner = 6;

/// Keeps the painter's own settings as they were.
class Saved
{
public:
    explicit Saved(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Saved)

private:
    QPainter &m_painter;
};

} // namespace

Control::Control(const QStyleOption &option, QPainter &painter, const QWidget *widget)
    : m_option(option)
    , m_painter(painter)
    , m_widget(widget)
    , m_colors(themeColors(option.palette))
{
}

bool Control::has(const char *property) const
{
    return m_widget != nullptr && m_widget->property(property).toBool();
}

bool Control::focused() const
{
    return is(QStyle::State_HasFocus) && is(QStyle::State_Enabled);
}

QColor Control::outline() const
{
    if (!is(QStyle::State_Enabled))
        return m_colors.strong ? m_colors.disabled : m_colors.hairline;
    if (has("invalid"))
        return m_colors.problem.text;
    return m_colors.control;
}

void Control::box(const QRectF &place, qreal radius, const QColor &fill, const QColor &line, qreal width) const
{
    const Saved saved(m_painter);
    m_painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    m_painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal half = line.isValid() ? width / 2 : 0;
    m_painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius);
}

void Control::ring(const QRectF &place, qreal radius) const
{
    box(place, radius, QColor(), has("invalid") ? m_colors.problem.text : m_colors.accent, 2);
}

void Control::drawButton() const
{
    if (has("primary")) {
        drawPrimaryButton();
        return;
    }
    const QRectF place(m_option.rect);
    const bool down = is(QStyle::State_Sunken);
    const bool hovered = is(QStyle::State_MouseOver) && is(QStyle::State_Enabled);
    QColor fill = m_colors.card;
    if (is(QStyle::State_On))
        fill = m_colors.accentSoft;
    else if (hovered || down)
        fill = down ? m_colors.groove : m_colors.hover;
    if (has("quiet"))
        box(place, corner, fill == m_colors.card ? QColor() : fill, {});
    else
        box(place, corner, fill, outline());
    if (focused())
        ring(place, corner);
}

void Control::drawPrimaryButton() const
{
    const QRectF place(m_option.rect);
    QColor fill = m_colors.accentFill;
    if (is(QStyle::State_MouseOver))
        fill = m_colors.accentFillHover;
    if (is(QStyle::State_Sunken))
        fill = m_colors.accentFillDown;
    if (!is(QStyle::State_Enabled))
        fill = m_colors.hover;
    box(place, corner, fill, {});
    if (focused()) {
        ring(place, corner);
        box(place.adjusted(2, 2, -2, -2), corner - 2, {}, m_colors.page, 1.5);
    }
}

void Control::drawToolButton() const
{
    const QRectF place(m_option.rect);
    const bool active = is(QStyle::State_Enabled) && (is(QStyle::State_MouseOver) || is(QStyle::State_Sunken));
    const bool on = is(QStyle::State_On) && !has("disclosure");
    QColor fill;
    if (active)
        fill = is(QStyle::State_Sunken) ? m_colors.groove : m_colors.hover;
    else if (on)
        fill = m_colors.accentSoft;
    box(place, corner, fill, has("outlined") ? outline() : QColor());
    if (focused())
        ring(place, corner);
}

void Control::drawLineEdit() const
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&m_option);
    if (frame != nullptr && frame->lineWidth == 0) // inside a combo or spin box
        return;
    const bool readOnly = is(QStyle::State_ReadOnly);
    QColor fill = readOnly ? m_colors.code : m_colors.field;
    if (!is(QStyle::State_Enabled))
        fill = m_colors.sidebar;
    const QColor line = readOnly && !has("invalid") ? m_colors.code : outline();
    box(m_option.rect, corner, fill, line, has("invalid") ? 1.5 : 1);
    if (focused())
        ring(m_option.rect, corner);
}

void Control::drawTextFrame() const
{
    if (m_widget != nullptr && m_widget->inherits("QComboBoxPrivateContainer")) {
        box(m_option.rect, 0, m_colors.card, m_colors.control);
        return;
    }
    // The viewport is painted square, far enough inside that it does not reach the corners.
    box(m_option.rect, corner, m_colors.field, has("invalid") ? m_colors.problem.text : m_colors.control);
    if (m_widget != nullptr && m_widget->hasFocus())
        ring(m_option.rect, corner);
}

void Control::drawCheckBox() const
{
    const QRectF place = QRectF(m_option.rect);
    const bool on = is(QStyle::State_On) || is(QStyle::State_NoChange);
    if (!on) {
        const bool hovered = is(QStyle::State_MouseOver) && is(QStyle::State_Enabled);
        box(place, 4, hovered ? m_colors.hover : m_colors.field, outline(), 1.5);
        return;
    }
    box(place, 4, is(QStyle::State_Enabled) ? m_colors.accentFill : m_colors.disabled, {});
    if (is(QStyle::State_NoChange)) {
        box(QRectF(place.left() + 4, place.center().y() - 1, place.width() - 8, 2), 1, m_colors.onAccent, {});
        return;
    }
    const Saved saved(m_painter);
    m_painter.setPen(QPen(m_colors.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const qreal unit = place.width() / 18;
    const QPointF origin = place.topLeft();
    const QPointF mark[]
        = {origin + QPointF(4.5, 9.3) * unit, origin + QPointF(7.7, 12.4) * unit, origin + QPointF(13.5, 5.8) * unit};
    m_painter.drawPolyline(mark, 3);
}

void Control::drawRadioButton() const
{
    const QRectF place = QRectF(m_option.rect);
    const qreal radius = place.width() / 2;
    if (!is(QStyle::State_On)) {
        const bool hovered = is(QStyle::State_MouseOver) && is(QStyle::State_Enabled);
        box(place, radius, hovered ? m_colors.hover : m_colors.field, outline(), 1.5);
        return;
    }
    box(place, radius, is(QStyle::State_Enabled) ? m_colors.accentFill : m_colors.disabled, {});
    const QRectF dot = place.adjusted(5.5, 5.5, -5.5, -5.5);
    box(dot, dot.width() / 2, m_colors.onAccent, {});
}

void Control::drawFocus() const
{
    // Push buttons and fields draw their own ring, where it follows their outline; a flat tool button has none.
    const auto *tool = qobject_cast<const QToolButton *>(m_widget);
    if (qobject_cast<const QPushButton *>(m_widget) != nullptr || (tool != nullptr && !tool->autoRaise()))
        return;
    ring(QRectF(m_option.rect).adjusted(-1, -1, 1, 1), 4);
}

void Control::drawMenuPanel() const
{
    box(m_option.rect, 0, m_colors.card, m_colors.control);
}

void Control::drawMenuBarItem() const
{
    m_painter.fillRect(m_option.rect, m_colors.sidebar);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(&m_option);
    if (item == nullptr || item->text.isEmpty())
        return;
    if (is(QStyle::State_Selected))
        box(QRectF(m_option.rect).adjusted(1, 1, -1, -1), 4, m_colors.groove, {});
    const Saved saved(m_painter);
    m_painter.setPen(is(QStyle::State_Enabled) ? m_colors.text : m_colors.disabled);
    m_painter.drawText(m_option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->text);
}

void Control::drawToolTip() const
{
    box(m_option.rect, 0, m_option.palette.color(QPalette::ToolTipBase), {});
}

void Control::drawScrollBar(const QRect &slider) const
{
    m_painter.fillRect(m_option.rect, m_option.palette.color(QPalette::Window));
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(&m_option);
    if (bar == nullptr || bar->maximum <= bar->minimum)
        return;
    const bool hovered = is(QStyle::State_MouseOver) || is(QStyle::State_Sunken);
    const QRectF place = QRectF(slider).adjusted(3, 3, -3, -3);
    box(place, 3, hovered ? m_colors.muted : m_colors.control, {});
}

void Control::drawComboBox(const QRect &arrow) const
{
    const bool hovered = is(QStyle::State_MouseOver) && is(QStyle::State_Enabled);
    const QColor idle = is(QStyle::State_Enabled) ? m_colors.field : m_colors.sidebar;
    box(m_option.rect, corner, hovered ? m_colors.hover : idle, outline());
    if (focused())
        ring(m_option.rect, corner);
    QRect place(0, 0, 16, 16);
    place.moveCenter(arrow.center());
    const qreal ratio = m_painter.device()->devicePixelRatioF();
    const QColor color = is(QStyle::State_Enabled) ? m_colors.muted : m_colors.disabled;
    m_painter.drawPixmap(place, glyphPixmap(Glyph::ChevronDown, color, 16, ratio));
}

void Control::drawComboLabel(const QProxyStyle &style) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(&m_option);
    if (combo == nullptr || combo->editable)
        return;
    const QRect place = style.subControlRect(QStyle::CC_ComboBox, combo, QStyle::SC_ComboBoxEditField, m_widget);
    const QString text = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, place.width());
    style.drawItemText(&m_painter, place,
                       static_cast<int>(QStyle::visualAlignment(combo->direction, Qt::AlignLeft | Qt::AlignVCenter)),
                       combo->palette, is(QStyle::State_Enabled), text, QPalette::Text);
}

void Control::drawProgressGroove() const
{
    QRectF place(m_option.rect);
    place.setTop(place.center().y() - 3);
    place.setHeight(6);
    box(place, 3, m_colors.groove, {});
}

void Control::drawProgressContents() const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(&m_option);
    if (bar == nullptr || bar->maximum <= bar->minimum || bar->progress <= bar->minimum)
        return;
    QRectF place(m_option.rect);
    place.setTop(place.center().y() - 3);
    place.setHeight(6);
    const qreal part = qreal(bar->progress - bar->minimum) / qreal(bar->maximum - bar->minimum);
    const qreal filled = qMax(6.0, place.width() * part);
    if (m_option.direction == Qt::RightToLeft)
        place.setLeft(place.right() - filled);
    else
        place.setWidth(filled);
    box(place, 3, m_colors.accentFill, {});
}

void Control::drawSplitter() const
{
    m_painter.fillRect(m_option.rect, m_colors.hairline);
}

void Control::drawListItem() const
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&m_option);
    if (item != nullptr && item->backgroundBrush.style() != Qt::NoBrush)
        m_painter.fillRect(m_option.rect, item->backgroundBrush);
    if (is(QStyle::State_Selected))
        m_painter.fillRect(m_option.rect, m_option.palette.brush(QPalette::Active, QPalette::Highlight));
    else if (is(QStyle::State_MouseOver) && is(QStyle::State_Enabled))
        m_painter.fillRect(m_option.rect, m_colors.hover);
}

void Control::drawHeader() const
{
    m_painter.fillRect(m_option.rect, m_colors.sidebar);
    m_painter.fillRect(m_option.rect.left(), m_option.rect.bottom(), m_option.rect.width(), 1, m_colors.hairline);
}

void Control::colourLabel(QPalette &palette) const
{
    if (has("primary"))
        palette.setColor(QPalette::Active, QPalette::ButtonText, m_colors.onAccent);
    if (has("primary"))
        palette.setColor(QPalette::Inactive, QPalette::ButtonText, m_colors.onAccent);
}

} // namespace golive
