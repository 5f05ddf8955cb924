#include "ui/shell/stepdelegate.h"

#include "ui/shell/steplist.h"
#include "ui/shell/stepwords.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace golive {
namespace {

constexpr int circleSize = 24;
constexpr int inset = 8; ///< between the list's edge and the row's background
constexpr int gap = 12;
constexpr int narrowest = 120; ///< below this only the circles are drawn

struct Row
{
    const QStyleOptionViewItem &option;
    const ThemeColors &colors;
    QString title;
    int number = 0;
    StepStatus status = StepStatus::NotYet;
    bool current = false;

    [[nodiscard]] bool isOpen() const { return status != StepStatus::NotYet; }
    [[nodiscard]] QRect mirrored(const QRect &place) const
    {
        return QStyle::visualRect(option.direction, option.rect, place);
    }
};

void drawBackground(QPainter &painter, const Row &row)
{
    const bool hovered = row.isOpen() && (row.option.state & QStyle::State_MouseOver) != 0;
    const QRectF place = QRectF(row.option.rect).adjusted(inset, 1, -inset, -1);
    painter.setPen(Qt::NoPen);
    if (row.current || hovered) {
        painter.setBrush(row.current ? row.colors.accentSoft : row.colors.hover);
        painter.drawRoundedRect(place, 6, 6);
    }
    if (row.current && (row.option.state & QStyle::State_HasFocus) != 0) {
        painter.setPen(QPen(row.colors.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 5, 5);
    }
}

void drawNumber(QPainter &painter, const Row &row, const QRectF &circle, const QColor &color)
{
    QFont font = textFont(TextRole::Small);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(circle, Qt::AlignCenter, QLocale().toString(row.number));
}

void drawCircle(QPainter &painter, const Row &row, const QRect &place)
{
    const QRectF circle = QRectF(place).adjusted(0.75, 0.75, -0.75, -0.75);
    const ToneColors &tone = row.colors.tone(stepStatusTone(row.status));
    if (const auto glyph = stepStatusGlyph(row.status)) {
        painter.setPen(QPen(tone.line, 1));
        painter.setBrush(tone.soft);
        painter.drawEllipse(circle);
        const int size = circleSize - 8;
        painter.drawPixmap(place.left() + 4, place.top() + 4,
                           glyphPixmap(*glyph, tone.text, size, painter.device()->devicePixelRatioF()));
        return;
    }
    if (row.status == StepStatus::NeedsYou) {
        painter.setPen(QPen(tone.text, 1.5));
        painter.setBrush(tone.soft);
        painter.drawEllipse(circle);
        drawNumber(painter, row, circle, tone.text);
        return;
    }
    if (row.current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.colors.accentFill);
        painter.drawEllipse(circle);
        drawNumber(painter, row, circle, row.colors.onAccent);
        return;
    }
    painter.setPen(QPen(row.isOpen() ? row.colors.control : row.colors.hairline, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle);
    drawNumber(painter, row, circle, row.colors.muted);
}

void drawWords(QPainter &painter, const Row &row)
{
    const int start = inset + gap + circleSize + gap;
    const QFont titleFont = textFont(row.current ? TextRole::Strong : TextRole::Body);
    const QFont stateFont = textFont(TextRole::Small);
    const int titleHeight = QFontMetrics(titleFont).height();
    const int stateHeight = QFontMetrics(stateFont).height();
    const QRect &whole = row.option.rect;
    const int top = whole.top() + (whole.height() - titleHeight - stateHeight) / 2;
    const QRect title(whole.left() + start, top, whole.width() - start - inset - 4, titleHeight);
    const QRect state(title.left(), title.bottom() + 1, title.width(), stateHeight);

    const QString shown = QFontMetrics(titleFont).elidedText(row.title, Qt::ElideRight, title.width());
    painter.setFont(titleFont);
    painter.setPen(row.isOpen() ? row.colors.text : row.colors.muted);
    const auto side = QStyle::visualAlignment(row.option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(row.mirrored(title), static_cast<int>(side), shown);

    const bool neutral = stepStatusTone(row.status) == StatusTone::Neutral;
    painter.setFont(stateFont);
    painter.setPen(neutral ? row.colors.muted : row.colors.tone(stepStatusTone(row.status)).text);
    if (row.current && neutral)
        painter.setPen(row.colors.accent);
    painter.drawText(row.mirrored(state), static_cast<int>(side), stepStatusWords(row.status, row.current));
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row {option,
                   themeColors(option.palette),
                   index.data(Qt::DisplayRole).toString(),
                   index.row() + 1,
                   static_cast<StepStatus>(index.data(StepListModel::StatusRole).toInt()),
                   index.data(StepListModel::CurrentRole).toBool()};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawBackground(*painter, row);
    const bool compact = option.rect.width() < narrowest;
    const int left = compact ? (option.rect.width() - circleSize) / 2 : inset + gap;
    const QRect circle(option.rect.left() + left, option.rect.center().y() - circleSize / 2 + 1, circleSize,
                       circleSize);
    drawCircle(*painter, row, row.mirrored(circle));
    if (!compact)
        drawWords(*painter, row);
    painter->restore();
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    const int words
        = QFontMetrics(textFont(TextRole::Strong)).height() + QFontMetrics(textFont(TextRole::Small)).height();
    return {circleSize + 2 * inset, qMax(44, words + 10)};
}

} // namespace golive
