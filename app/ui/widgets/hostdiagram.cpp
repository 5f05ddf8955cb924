#include "ui/widgets/hostdiagram.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextOption>

namespace golive {
namespace {

constexpr int padding = 12;
constexpr int glyphSize = 20;
constexpr int betweenRows = 16;
constexpr int narrowestBox = 150;
constexpr int widestBox = 260;
constexpr int narrowestArrow = 120;
constexpr int arrowHead = 6;

QFont hostFont()
{
    QFont font = textFont(TextRole::Technical);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.95);
    return font;
}

/// The width of an arrow's words in either of their two fonts.
int wordsWidth(const HostPicture &picture)
{
    const int bearer = QFontMetrics(hostFont()).horizontalAdvance(picture.toBackend);
    const int clerk = QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(picture.toClerk);
    return qMax(bearer, clerk);
}

} // namespace

HostDiagram::HostDiagram(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Where the session lives"));
}

void HostDiagram::setPicture(const HostPicture &picture)
{
    if (m_picture == picture)
        return;
    m_picture = picture;
    updateGeometry();
    setAccessibleDescription(picture.description);
    update();
}

int HostDiagram::rowHeight() const
{
    const int title = qMax(glyphSize, QFontMetrics(textFont(TextRole::Strong)).height());
    const int host = QFontMetrics(hostFont()).height();
    const int cookie = QFontMetrics(hostFont()).height() + 6;
    return padding + title + 6 + host + 8 + cookie + padding;
}

int HostDiagram::boxWidth() const
{
    const int arrow = qMax(narrowestArrow, wordsWidth(m_picture) + 40);
    return qBound(narrowestBox, (width() - arrow) / 2, widestBox);
}

QSize HostDiagram::sizeHint() const
{
    const int height = m_picture.separate ? 2 * rowHeight() + betweenRows : rowHeight();
    return {2 * widestBox + 200, height + 2};
}

QSize HostDiagram::minimumSizeHint() const
{
    return {2 * narrowestBox + narrowestArrow, sizeHint().height()};
}

QRect HostDiagram::mirrored(const QRect &place) const
{
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

void HostDiagram::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void HostDiagram::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int row = rowHeight();
    const int right = width() - boxWidth();
    const int upper = row / 2;
    const int lower = row + betweenRows + row / 2;
    const bool two = m_picture.separate;
    const int whole = two ? 2 * row + betweenRows : row;
    const QRect left(0, 1, boxWidth(), whole);
    drawBox(painter,
            {left, Glyph::Globe, m_picture.frontEndTitle, m_picture.frontEndHost, m_picture.sessionCookie, false});
    if (two) {
        const StatusTone tone = m_picture.cookieReachesBackend ? StatusTone::Success : StatusTone::Warning;
        drawArrow(painter, 1 + upper, m_picture.toBackend, !m_picture.cookieReachesBackend, tone);
        drawBox(painter,
                {QRect(right, 1, boxWidth(), row),
                 Glyph::Database,
                 m_picture.backendTitle,
                 m_picture.backendHost,
                 {},
                 false});
    }
    const int clerkMiddle = two ? lower : upper;
    drawArrow(painter, 1 + clerkMiddle, m_picture.toClerk, false, StatusTone::Neutral);
    drawBox(painter,
            {QRect(right, 1 + clerkMiddle - row / 2, boxWidth(), row), Glyph::Shield, m_picture.clerkTitle,
             m_picture.clerkHost, m_picture.clientCookie, true});
}

void HostDiagram::drawBox(QPainter &painter, const Box &box) const
{
    const ThemeColors &colors = themeColors(palette());
    painter.setPen(QPen(box.isClerk ? colors.accent : colors.control, 1));
    painter.setBrush(box.isClerk ? colors.accentSoft : colors.card);
    painter.drawRoundedRect(QRectF(mirrored(box.place)).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);

    const QFont strong = textFont(TextRole::Strong);
    const QFont mono = hostFont();
    const int titleHeight = qMax(glyphSize, QFontMetrics(strong).height());
    const int hostHeight = QFontMetrics(mono).height();
    const int cookieHeight = hostHeight + 6;
    const int used = titleHeight + 6 + hostHeight + (box.cookie.isEmpty() ? 0 : 8 + cookieHeight);
    int y = box.place.center().y() - used / 2;
    const int x = box.place.left() + padding;
    const int room = box.place.width() - 2 * padding;

    const QRect glyph = mirrored({x, y + (titleHeight - glyphSize) / 2, glyphSize, glyphSize});
    painter.drawPixmap(glyph.topLeft(), glyphPixmap(box.glyph, colors.accent, glyphSize, devicePixelRatioF()));
    const int beside = glyphSize + 8;
    painter.setFont(strong);
    painter.setPen(colors.text);
    painter.drawText(mirrored({x + beside, y, room - beside, titleHeight}), Qt::AlignLeading | Qt::AlignVCenter,
                     QFontMetrics(strong).elidedText(onScreen(box.title), Qt::ElideRight, room - beside));
    y += titleHeight + 6;

    if (box.host.isEmpty()) {
        painter.setFont(textFont(TextRole::Body));
        painter.setPen(colors.muted);
        painter.drawText(mirrored({x, y, room, hostHeight}), Qt::AlignLeading | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(m_picture.unknownHost, Qt::ElideRight, room));
    } else {
        painter.setPen(colors.text);
        drawTechnical(painter, {x, y, room, hostHeight}, box.host);
    }
    y += hostHeight + 8;
    if (!box.cookie.isEmpty())
        drawCookie(painter, {x, y, room, cookieHeight}, box.cookie);
}

/// Host names and cookies read left to right in every language, from whichever side they start.
void HostDiagram::drawTechnical(QPainter &painter, const QRect &place, const QString &text) const
{
    const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(hostFont());
    QTextOption option(side | Qt::AlignVCenter);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    painter.drawText(QRectF(mirrored(place)),
                     QFontMetrics(hostFont()).elidedText(onScreen(text), Qt::ElideMiddle, place.width() + 1), option);
}

/// A pill with a bitten biscuit in it.
void HostDiagram::drawCookie(QPainter &painter, const QRect &place, const QString &name) const
{
    const ToneColors &colors = themeColors(palette()).tone(StatusTone::Success);
    const QFontMetrics metrics(hostFont());
    const int size = metrics.ascent();
    const int pillWidth = qMin(place.width(), 10 + size + 6 + metrics.horizontalAdvance(name) + 10);
    const QRect pill = mirrored({place.left(), place.top(), pillWidth, place.height()});
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.soft);
    painter.drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2.0, pill.height() / 2.0);

    const QRect spot = mirrored({place.left() + 10, place.top() + (place.height() - size) / 2, size, size});
    QPainterPath biscuit;
    biscuit.addEllipse(QRectF(spot));
    QPainterPath bite;
    bite.addEllipse(QPointF(spot.right(), spot.top() + size * 0.2), size * 0.3, size * 0.3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    painter.drawPath(biscuit.subtracted(bite));
    painter.setBrush(colors.soft);
    const QPointF middle = QRectF(spot).center();
    for (const QPointF crumb : {QPointF(-0.2, -0.15), QPointF(0.12, 0.18), QPointF(-0.12, 0.24), QPointF(0.1, -0.1)})
        painter.drawEllipse(middle + crumb * size, size * 0.075, size * 0.075);

    painter.setPen(colors.text);
    drawTechnical(painter, {place.left() + 10 + size + 6, place.top(), pillWidth - size - 22, place.height()}, name);
}

void HostDiagram::drawArrow(QPainter &painter, int y, const QString &words, bool technical, StatusTone tone) const
{
    const ThemeColors &colors = themeColors(palette());
    const QColor color = tone == StatusTone::Neutral ? colors.control : colors.tone(tone).text;
    const bool toLeft = layoutDirection() == Qt::RightToLeft;
    const QRect gap = mirrored({boxWidth() + 8, y, width() - 2 * boxWidth() - 16, 1});
    const QPointF from(toLeft ? gap.right() : gap.left(), y + 0.5);
    const QPointF to(toLeft ? gap.left() : gap.right(), y + 0.5);
    const qreal back = toLeft ? arrowHead : -arrowHead;

    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    painter.drawLine(to, to + QPointF(back, -arrowHead * 0.75));
    painter.drawLine(to, to + QPointF(back, arrowHead * 0.75));

    const QFont font = technical ? hostFont() : textFont(TextRole::Small);
    painter.setFont(font);
    painter.setPen(tone == StatusTone::Neutral ? colors.muted : color);
    const QRect above(gap.left(), 0, gap.width(), y - 5);
    QTextOption option(Qt::AlignHCenter | Qt::AlignBottom);
    option.setTextDirection(technical ? Qt::LeftToRight : layoutDirection());
    painter.drawText(QRectF(above), onScreen(words), option);
}

} // namespace golive
