#include "ui/widgets/hostdiagram.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextOption>

#include <algorithm>

namespace golive {
namespace {

using Kind = HostPicture::Kind;
using Carries = HostPicture::Carries;

constexpr int padding = 14;
constexpr int glyphSize = 20;
constexpr int betweenBoxes = 14;
constexpr int betweenPlaces = 12;
constexpr int narrowestBox = 170;
constexpr int widestBox = 270;
constexpr int narrowestArrow = 120;
constexpr int arrowHead = 6;

QFont hostFont()
{
    QFont font = textFont(TextRole::Technical);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.95);
    return font;
}

int hostHeight()
{
    return QFontMetrics(hostFont()).height();
}

int smallHeight()
{
    return QFontMetrics(textFont(TextRole::Small)).height();
}

int titleHeight()
{
    return qMax(glyphSize, QFontMetrics(textFont(TextRole::Strong)).height());
}

int cookieHeight()
{
    return hostHeight() + 6;
}

/// Who and what above the line, and the space around it.
int linkHeight()
{
    return smallHeight() + hostHeight() + 22;
}

bool hasHost(Kind kind, const HostPicture::Place &place)
{
    return kind != Kind::Application || !place.host.isEmpty();
}

int placeHeight(Kind kind, const HostPicture::Place &place)
{
    int height = hasHost(kind, place) ? hostHeight() : 0;
    if (!place.remark.isEmpty())
        height += smallHeight() + (height > 0 ? 2 : 0);
    return height + (place.cookies.isEmpty() ? 0 : 6 + cookieHeight());
}

Glyph glyphOf(Kind kind)
{
    switch (kind) {
    case Kind::Website: return Glyph::Globe;
    case Kind::Application:
    case Kind::Stranger: return Glyph::Application;
    case Kind::Backend: return Glyph::Database;
    case Kind::Clerk: return Glyph::Shield;
    }
    Q_UNREACHABLE();
}

int wordsWidth(const HostPicture &picture)
{
    int widest = 0;
    for (const HostPicture::Link &each : picture.links) {
        const QFontMetrics words(each.technical ? hostFont() : textFont(TextRole::Small));
        widest = qMax(widest, words.horizontalAdvance(each.words));
    }
    return widest;
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

int HostDiagram::boxWidth() const
{
    const int arrow = qMax(narrowestArrow, wordsWidth(m_picture) + 40);
    return qBound(narrowestBox, (width() - arrow) / 2, widestBox);
}

int HostDiagram::contentHeight(const HostPicture::Box &box) const
{
    int height = titleHeight();
    for (const HostPicture::Place &place : box.places)
        height += (&place == &box.places.constFirst() ? 6 : betweenPlaces) + placeHeight(box.kind, place);
    return height;
}

int HostDiagram::clientsHeight() const
{
    int height = padding;
    for (const HostPicture::Box &box : m_picture.clients)
        height += contentHeight(box) + padding + (&box == &m_picture.clients.constFirst() ? 0 : padding);
    return height;
}

qsizetype HostDiagram::linkCount(qsizetype server) const
{
    return std::count_if(m_picture.links.cbegin(), m_picture.links.cend(),
                         [server](const HostPicture::Link &each) { return each.server == server; });
}

int HostDiagram::serverHeight(qsizetype server) const
{
    const int links = static_cast<int>(linkCount(server)) * linkHeight();
    return qMax(contentHeight(m_picture.servers[server]) + 2 * padding, links);
}

int HostDiagram::serversHeight() const
{
    int height = 0;
    for (qsizetype at = 0; at < m_picture.servers.size(); ++at)
        height += serverHeight(at) + (at > 0 ? betweenBoxes : 0);
    return height;
}

QSize HostDiagram::sizeHint() const
{
    return {2 * widestBox + 200, qMax(clientsHeight(), serversHeight()) + 2};
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
    drawClients(painter);
    drawServers(painter);
}

void HostDiagram::drawClients(QPainter &painter) const
{
    if (m_picture.clients.isEmpty())
        return;
    const int whole = sizeHint().height() - 2;
    const QRect frame(0, 1, boxWidth(), whole);
    drawFrame(painter, frame, Kind::Website);
    int y = 1 + padding + (whole - clientsHeight()) / 2;
    for (const HostPicture::Box &box : m_picture.clients) {
        if (&box != &m_picture.clients.constFirst()) {
            painter.setPen(QPen(themeColors(palette()).hairline, 1));
            const QRect line = mirrored({padding, y, boxWidth() - 2 * padding, 1});
            painter.drawLine(QPointF(line.left(), y + 0.5), QPointF(line.right(), y + 0.5));
            y += padding;
        }
        y = drawContent(painter, box, padding, y) + padding;
    }
}

void HostDiagram::drawServers(QPainter &painter) const
{
    const auto count = static_cast<int>(m_picture.servers.size());
    const int spare = count == 0 ? 0 : (sizeHint().height() - 2 - serversHeight()) / count;
    int top = 1;
    for (qsizetype at = 0; at < m_picture.servers.size(); ++at) {
        const HostPicture::Box &box = m_picture.servers[at];
        const int height = serverHeight(at) + spare;
        const QRect frame(width() - boxWidth(), top, boxWidth(), height);
        drawFrame(painter, frame, box.kind);
        drawContent(painter, box, frame.left() + padding, top + (height - contentHeight(box)) / 2);
        const auto links = static_cast<int>(linkCount(at));
        int number = 0;
        for (const HostPicture::Link &link : m_picture.links)
            if (link.server == at)
                drawLink(painter, top + (2 * number++ + 1) * height / (2 * links), link);
        top += height + betweenBoxes;
    }
}

void HostDiagram::drawFrame(QPainter &painter, const QRect &place, HostPicture::Kind kind) const
{
    const ThemeColors &colors = themeColors(palette());
    QPen pen(kind == Kind::Clerk ? colors.accent : colors.control, 1);
    if (kind == Kind::Stranger)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (kind != Kind::Stranger)
        painter.setBrush(kind == Kind::Clerk ? colors.accentSoft : colors.card);
    painter.drawRoundedRect(QRectF(mirrored(place)).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

int HostDiagram::drawContent(QPainter &painter, const HostPicture::Box &box, int x, int y) const
{
    const int room = boxWidth() - 2 * padding;
    drawTitle(painter, box, {x, y, room, titleHeight()});
    y += titleHeight();
    for (const HostPicture::Place &place : box.places) {
        y += &place == &box.places.constFirst() ? 6 : betweenPlaces;
        if (hasHost(box.kind, place))
            y = drawHost(painter, place, x, y);
        if (!place.remark.isEmpty()) {
            drawWords(painter, {x, y, room, smallHeight()}, place.remark);
            y += smallHeight();
        }
        int left = x;
        for (const QString &cookie : place.cookies) {
            drawCookie(painter, {left, y + 6, qMin(cookieWidth(cookie), x + room - left), cookieHeight()}, cookie);
            left += cookieWidth(cookie) + 6;
        }
        y += place.cookies.isEmpty() ? 0 : 6 + cookieHeight();
    }
    return y;
}

int HostDiagram::drawHost(QPainter &painter, const HostPicture::Place &place, int x, int y) const
{
    const QRect line(x, y, boxWidth() - 2 * padding, hostHeight());
    if (place.host.isEmpty())
        drawWords(painter, line, m_picture.unknownHost);
    else
        drawTechnical(painter, line, place.host);
    return y + hostHeight() + (place.remark.isEmpty() ? 0 : 2);
}

void HostDiagram::drawTitle(QPainter &painter, const HostPicture::Box &box, const QRect &place) const
{
    const ThemeColors &colors = themeColors(palette());
    const bool stranger = box.kind == Kind::Stranger;
    const QRect glyph = mirrored({place.left(), place.top() + (place.height() - glyphSize) / 2, glyphSize, glyphSize});
    painter.drawPixmap(
        glyph.topLeft(),
        glyphPixmap(glyphOf(box.kind), stranger ? colors.muted : colors.accent, glyphSize, devicePixelRatioF()));
    const int beside = glyphSize + 8;
    const QFont font = textFont(stranger ? TextRole::Small : TextRole::Strong);
    painter.setFont(font);
    painter.setPen(stranger ? colors.muted : colors.text);
    const int room = place.width() - beside;
    painter.drawText(mirrored({place.left() + beside, place.top(), room, place.height()}),
                     Qt::AlignLeading | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(onScreen(box.title), Qt::ElideRight, room));
}

void HostDiagram::drawWords(QPainter &painter, const QRect &place, const QString &words) const
{
    painter.setFont(textFont(TextRole::Small));
    painter.setPen(themeColors(palette()).muted);
    painter.drawText(mirrored(place), Qt::AlignLeading | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(onScreen(words), Qt::ElideRight, place.width()));
}

/// Host names and cookies read left to right in every language, from whichever side they start.
void HostDiagram::drawTechnical(QPainter &painter, const QRect &place, const QString &text) const
{
    const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter.setFont(hostFont());
    painter.setPen(themeColors(palette()).text);
    QTextOption option(side | Qt::AlignVCenter);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    painter.drawText(QRectF(mirrored(place)),
                     QFontMetrics(hostFont()).elidedText(onScreen(text), Qt::ElideMiddle, place.width() + 1), option);
}

int HostDiagram::cookieWidth(const QString &name) const
{
    const QFontMetrics metrics(hostFont());
    return 10 + metrics.ascent() + 6 + metrics.horizontalAdvance(name) + 10;
}

/// A pill with a bitten biscuit in it.
void HostDiagram::drawCookie(QPainter &painter, const QRect &place, const QString &name) const
{
    const ToneColors &colors = themeColors(palette()).tone(StatusTone::Success);
    const int size = QFontMetrics(hostFont()).ascent();
    const QRect pill = mirrored(place);
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

    QTextOption option(Qt::AlignLeft | Qt::AlignVCenter);
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    painter.setPen(colors.text);
    painter.setFont(hostFont());
    const QRect text = mirrored({place.left() + 16 + size, place.top(), place.width() - size - 22, place.height()});
    painter.drawText(QRectF(text), QFontMetrics(hostFont()).elidedText(name, Qt::ElideRight, text.width()), option);
}

void HostDiagram::drawLink(QPainter &painter, int y, const HostPicture::Link &link) const
{
    const ThemeColors &colors = themeColors(palette());
    const StatusTone tone = link.carries == Carries::Cookie ? StatusTone::Success : StatusTone::Warning;
    const bool isPlain = link.carries == Carries::Neither;
    const QColor color = isPlain ? colors.control : colors.tone(tone).text;
    const bool toLeft = layoutDirection() == Qt::RightToLeft;
    const int line = y + (linkHeight() > 2 * hostHeight() ? hostHeight() / 2 : 0);
    const QRect gap = mirrored({boxWidth() + 8, line, width() - 2 * boxWidth() - 16, 1});
    const QPointF from(toLeft ? gap.right() : gap.left(), line + 0.5);
    const QPointF to(toLeft ? gap.left() : gap.right(), line + 0.5);
    const qreal back = toLeft ? arrowHead : -arrowHead;
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(from, to);
    painter.drawLine(to, to + QPointF(back, -arrowHead * 0.75));
    painter.drawLine(to, to + QPointF(back, arrowHead * 0.75));

    const QFont font = link.technical ? hostFont() : textFont(TextRole::Small);
    const int words = QFontMetrics(font).height();
    painter.setFont(font);
    painter.setPen(isPlain ? colors.muted : color);
    QTextOption option(Qt::AlignHCenter | Qt::AlignVCenter);
    option.setTextDirection(link.technical ? Qt::LeftToRight : layoutDirection());
    painter.drawText(QRectF(gap.left(), line - 4 - words, gap.width(), words),
                     QFontMetrics(font).elidedText(onScreen(link.words), Qt::ElideMiddle, gap.width()), option);
    const QRect above(gap.left(), line - 5 - words - smallHeight(), gap.width(), smallHeight());
    painter.setFont(textFont(TextRole::Small));
    painter.setPen(colors.muted);
    painter.drawText(above, Qt::AlignHCenter | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(onScreen(link.who), Qt::ElideMiddle, above.width()));
}

} // namespace golive
