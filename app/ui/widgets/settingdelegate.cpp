#include "ui/widgets/settingdelegate.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/theme.h"
#include "ui/widgets/settinglistmodel.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <optional>

namespace golive {
namespace {

using Standing = SettingRow::Standing;
using Tick = SettingRow::Tick;

constexpr int inset = 4; ///< between the list's edge and the row's background
constexpr int padding = 10; ///< from there to the words
constexpr int gap = 12; ///< between columns
constexpr int tickSize = 18;
constexpr int signSize = 16;
constexpr int stateWidth = 132;

StatusTone toneOf(Standing standing)
{
    switch (standing) {
    case Standing::Plain:
    case Standing::Same: return StatusTone::Neutral;
    case Standing::Different:
    case Standing::Missing:
    case Standing::Unsure: return StatusTone::Warning;
    case Standing::Blocked: return StatusTone::Information;
    case Standing::Good: return StatusTone::Success;
    case Standing::Bad: return StatusTone::Problem;
    }
    Q_UNREACHABLE();
}

std::optional<Glyph> signOf(Standing standing)
{
    switch (standing) {
    case Standing::Plain: return std::nullopt;
    case Standing::Same:
    case Standing::Good: return Glyph::Check;
    case Standing::Different: return Glyph::Sliders;
    case Standing::Missing: return Glyph::Flag;
    case Standing::Blocked: return Glyph::Lock;
    case Standing::Bad: return Glyph::Problem;
    case Standing::Unsure: return Glyph::Warning;
    }
    Q_UNREACHABLE();
}

const SettingRow &rowOf(const QModelIndex &index)
{
    return static_cast<const SettingListModel *>(index.model())->rowAt(index.row());
}

bool hasTicks(const QModelIndex &index)
{
    return static_cast<const SettingListModel *>(index.model())->hasTicks();
}

QRect rowRect(const QStyleOptionViewItem &option)
{
    return option.rect.adjusted(inset, 1, -inset, -1);
}

/// One row's drawing, with places given as if text ran from the left.
class Drawing
{
public:
    Drawing(QPainter &painter, const QStyleOptionViewItem &option, const SettingRow &row,
            const SettingColumnPlaces &places)
        : m_painter(painter)
        , m_option(option)
        , m_row(row)
        , m_places(places)
        , m_colors(themeColors(option.palette))
        , m_place(rowRect(option))
    {
    }

    void draw()
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        drawBackground();
        drawTick();
        if (m_row.kind == SettingRow::Kind::Heading) {
            QRect whole = m_places.setting;
            whole.setRight(m_place.right() - padding);
            drawLine(textFont(TextRole::Strong), m_colors.text, whole, m_row.title);
        } else {
            drawWords();
            const QFont body = textFont(TextRole::Body);
            const bool same = m_row.standing == Standing::Same;
            drawValue(body, same ? m_colors.muted : m_colors.text, m_places.first, m_row.first);
            drawValue(body, same ? m_colors.muted : m_colors.text, m_places.second, m_row.second);
            drawState();
        }
        m_painter.restore();
    }

private:
    void drawBackground()
    {
        if (m_row.kind == SettingRow::Kind::Heading) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(m_colors.code);
            m_painter.drawRoundedRect(QRectF(m_place), 4, 4);
        }
        const bool selected = m_option.state.testFlag(QStyle::State_Selected);
        if (selected || (m_option.state.testFlag(QStyle::State_MouseOver) && m_row.kind == SettingRow::Kind::Value)) {
            m_painter.setPen(Qt::NoPen);
            m_painter.setBrush(selected ? m_colors.accentSoft : m_colors.hover);
            m_painter.drawRoundedRect(QRectF(m_place), 6, 6);
        }
        if (selected) { // without relying on the colour
            m_painter.setBrush(m_colors.accent);
            const QRect bar(m_place.left(), m_place.top() + 6, 3, m_place.height() - 12);
            m_painter.drawRoundedRect(mirrored(bar), 1.5, 1.5);
        }
        if (m_option.state.testFlag(QStyle::State_HasFocus)) {
            m_painter.setPen(QPen(m_colors.accent, 2));
            m_painter.setBrush(Qt::NoBrush);
            m_painter.drawRoundedRect(QRectF(m_place).adjusted(1, 1, -1, -1), 5, 5);
        }
    }

    void drawTick()
    {
        if (m_row.tick == Tick::None)
            return;
        QStyleOptionButton box;
        box.palette = m_option.palette;
        box.rect = mirrored(m_places.tick);
        box.state = QStyle::State_Enabled;
        if (m_row.tick == Tick::Partly)
            box.state |= QStyle::State_NoChange;
        else
            box.state |= m_row.tick == Tick::On ? QStyle::State_On : QStyle::State_Off;
        m_option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, &m_painter, m_option.widget);
    }

    void drawWords()
    {
        const QFont title = textFont(TextRole::Body);
        const QFont small = textFont(TextRole::Small);
        const int titleHeight = QFontMetrics(title).height();
        const int below = m_row.explanation.isEmpty() ? 0 : QFontMetrics(small).height() + 1;
        const QRect &place = m_places.setting;
        const int top = m_place.top() + (m_place.height() - titleHeight - below) / 2;
        drawLine(title, m_colors.text, {place.left(), top, place.width(), titleHeight}, m_row.title);
        if (below > 0)
            drawLine(small, m_colors.muted, {place.left(), top + titleHeight + 1, place.width(), below},
                     m_row.explanation);
    }

    void drawState()
    {
        const QColor color = m_row.standing == Standing::Same || m_row.standing == Standing::Plain
            ? m_colors.muted
            : m_colors.tone(toneOf(m_row.standing)).text;
        QRect words = m_places.state;
        if (const auto sign = signOf(m_row.standing); sign && !words.isEmpty()) {
            const QRect place(words.left(), words.center().y() - signSize / 2 + 1, signSize, signSize);
            m_painter.drawPixmap(mirrored(place).topLeft(),
                                 glyphPixmap(*sign, color, signSize, m_painter.device()->devicePixelRatioF()));
            words.setLeft(words.left() + signSize + 6);
        }
        drawLine(textFont(TextRole::Small), color, words, m_row.state);
    }

    /// Paths and addresses read from left to right in every language: `/sign-in` is not `sign-in/`.
    void drawValue(const QFont &font, const QColor &color, const QRect &place, const QString &text)
    {
        drawLine(font, color, place, text, Qt::TextForceLeftToRight);
    }

    void drawLine(const QFont &font, const QColor &color, const QRect &place, const QString &text, int flags = 0)
    {
        if (place.isEmpty() || text.isEmpty())
            return;
        const auto side = QStyle::visualAlignment(m_option.direction, Qt::AlignLeft | Qt::AlignVCenter);
        m_painter.setFont(font);
        m_painter.setPen(color);
        m_painter.drawText(mirrored(place), static_cast<int>(side) | Qt::TextSingleLine | flags,
                           QFontMetrics(font).elidedText(onScreen(text), Qt::ElideRight, place.width()));
    }

    [[nodiscard]] QRect mirrored(const QRect &place) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, place);
    }

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const SettingRow &m_row;
    const SettingColumnPlaces &m_places;
    const ThemeColors &m_colors;
    QRect m_place;
};

} // namespace

SettingColumnPlaces SettingColumnPlaces::within(const QRect &row, const SettingColumns &columns, bool ticks)
{
    QRect rest = row.adjusted(padding, 0, -padding, 0);
    SettingColumnPlaces places;
    if (ticks) {
        places.tick = QRect(rest.left(), row.center().y() - tickSize / 2 + 1, tickSize, tickSize);
        rest.setLeft(rest.left() + tickSize + gap);
    }
    const auto takeFromEnd = [&rest](int width) {
        const QRect taken(rest.right() - width + 1, rest.top(), width, rest.height());
        rest.setRight(taken.left() - gap - 1);
        return taken;
    };
    if (!columns.state.isEmpty())
        places.state = takeFromEnd(qMin(stateWidth, rest.width() / 4));
    const int value = rest.width() * (columns.second.isEmpty() ? 32 : 23) / 100;
    if (!columns.second.isEmpty())
        places.second = takeFromEnd(value);
    if (!columns.first.isEmpty())
        places.first = takeFromEnd(value);
    places.setting = rest;
    return places;
}

void SettingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SettingRow &row = rowOf(index);
    Drawing(*painter, option, row, SettingColumnPlaces::within(rowRect(option), m_columns, hasTicks(index))).draw();
}

QSize SettingDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const
{
    static constexpr int narrowest = 200;
    const int title = QFontMetrics(textFont(TextRole::Body)).height();
    if (rowOf(index).kind == SettingRow::Kind::Heading)
        return {narrowest, title + 14};
    return {narrowest, qMax(44, title + QFontMetrics(textFont(TextRole::Small)).height() + 13)};
}

bool SettingDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const SettingRow &row = rowOf(index);
    QStringList lines {onScreen(row.title), onScreen(row.explanation)};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(),
                       QStringLiteral("<p>%1</p>").arg(lines.join(QLatin1Char('\n')).toHtmlEscaped()), view);
    return true;
}

bool SettingDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    const Tick tick = rowOf(index).tick;
    if (tick == Tick::None)
        return false;
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Space && key != Qt::Key_Select)
            return false;
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        QRect place = SettingColumnPlaces::within(rowRect(option), m_columns, true).tick;
        place = QStyle::visualRect(option.direction, option.rect, place).adjusted(-padding, 0, gap / 2, 0);
        const bool hit = mouse->button() == Qt::LeftButton && mouse->position().x() >= place.left()
            && mouse->position().x() <= place.right();
        if (!hit)
            return false;
    } else {
        return false;
    }
    return model->setData(index, tick == Tick::On ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace golive
