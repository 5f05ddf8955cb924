#include "ui/pages/applicationdelegate.h"

#include "ui/pages/applicationlistmodel.h"
#include "ui/privacy/sharedscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"

#include <QPainter>

#include <optional>

namespace golive {
namespace {

using Row = ApplicationViewModel::Row;
using Standing = ApplicationViewModel::Standing;

constexpr int inset = 4; ///< between the list's edge and the row's background
constexpr int padding = 12; ///< from there to the words
constexpr int signSize = 16;
constexpr int signGap = 6;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::NoProduction: return StatusTone::Neutral;
    case Standing::HasProduction: return StatusTone::Information;
    case Standing::InProgress: return StatusTone::Waiting;
    case Standing::Live: return StatusTone::Success;
    }
    Q_UNREACHABLE();
}

std::optional<Glyph> signOf(Standing standing)
{
    switch (standing) {
    case Standing::NoProduction: return std::nullopt;
    case Standing::HasProduction: return Glyph::Globe;
    case Standing::InProgress: return Glyph::Clock;
    case Standing::Live: return Glyph::Check;
    }
    Q_UNREACHABLE();
}

/// One row's drawing, with places given as if text ran from the left.
class Drawing
{
public:
    Drawing(QPainter &painter, const QStyleOptionViewItem &option, const Row &row)
        : m_painter(painter)
        , m_option(option)
        , m_row(row)
        , m_colors(themeColors(option.palette))
        , m_place(option.rect.adjusted(inset, 2, -inset, -2))
    {
    }

    void draw()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        drawBackground();
        const int stateWidth = drawState();
        drawWords(m_place.width() - 2 * padding - stateWidth - padding);
        m_painter.restore();
    }

private:
    void drawBackground()
    {
        const bool selected = m_option.state.testFlag(QStyle::State_Selected);
        if (selected || m_option.state.testFlag(QStyle::State_MouseOver)) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(selected ? m_colors.accentSoft : m_colors.hover);
            m_painter.drawRoundedRect(QRectF(m_place), 6, 6);
        }
        if (selected)
            drawBar();
        if (m_option.state.testFlag(QStyle::State_HasFocus)) {
            m_painter.setPen(QPen(m_colors.accent, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(QRectF(m_place).adjusted(1, 1, -1, -1), 5, 5);
        }
    }

    /// Marks the selected row without relying on its colour.
    void drawBar()
    {
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colors.accent);
        m_painter.drawRoundedRect(mirrored({m_place.left(), m_place.top() + 6, 3, m_place.height() - 12}), 1.5, 1.5);
    }

    /// Returns the width it took.
    int drawState()
    {
        const QFont font = textFont(TextRole::Small);
        const auto sign = signOf(m_row.standing);
        const int signWidth = sign ? signSize + signGap : 0;
        const int width = QFontMetrics(font).horizontalAdvance(m_row.standingText) + 2 * padding + signWidth;
        const int height = QFontMetrics(font).height() + 8;
        const QRect pill(m_place.right() - padding - width + 1, m_place.center().y() - height / 2 + 1, width, height);
        const ToneColors &tone = m_colors.tone(toneOf(m_row.standing));
        m_painter.setPen(QPen(tone.line, 1));
        m_painter.setBrush(tone.soft);
        m_painter.drawRoundedRect(QRectF(mirrored(pill)).adjusted(0.5, 0.5, -0.5, -0.5), height / 2.0, height / 2.0);
        if (sign) {
            const QRect place(pill.left() + padding - 2, pill.center().y() - signSize / 2 + 1, signSize, signSize);
            m_painter.drawPixmap(mirrored(place).topLeft(),
                                 glyphPixmap(*sign, tone.text, signSize, m_painter.device()->devicePixelRatioF()));
        }
        m_painter.setFont(font);
        m_painter.setPen(tone.text);
        m_painter.drawText(mirrored(pill.adjusted(padding + signWidth - 2, 0, -padding + 2, 0)), Qt::AlignCenter,
                           m_row.standingText);
        return width;
    }

    void drawWords(int width)
    {
        const QFont nameFont = textFont(TextRole::Strong);
        const QFont detailFont = textFont(TextRole::Small);
        const int nameHeight = QFontMetrics(nameFont).height();
        const int detailHeight = m_row.detail.isEmpty() ? 0 : QFontMetrics(detailFont).height() + 2;
        const int top = m_place.top() + (m_place.height() - nameHeight - detailHeight) / 2;
        const int left = m_place.left() + padding;
        drawLine(nameFont, m_colors.text, {left, top, width, nameHeight}, m_row.name);
        if (detailHeight > 0)
            drawLine(detailFont, m_colors.muted, {left, top + nameHeight + 2, width, detailHeight}, m_row.detail);
    }

    void drawLine(const QFont &font, const QColor &color, const QRect &place, const QString &text)
    {
        const auto side = QStyle::visualAlignment(m_option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(mirrored(place), static_cast<int>(side) | Qt::TextSingleLine,
                           QFontMetrics(font).elidedText(onScreen(text), Qt::ElideRight, place.width()));
    }

    [[nodiscard]] QRect mirrored(const QRect &place) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, place);
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const Row &m_row;
    const ThemeColors &m_colors;
    QRect m_place;
};

} // namespace

void ApplicationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row = index.data(ApplicationListModel::RowRole).value<Row>();
    Drawing(*painter, option, row).draw();
}

QSize ApplicationDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    const int words
        = QFontMetrics(textFont(TextRole::Strong)).height() + QFontMetrics(textFont(TextRole::Small)).height();
    return {200, qMax(52, words + 18)};
}

} // namespace golive
