#include "ui/widgets/choicecard.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

#include <utility>

namespace golive {
namespace {

constexpr int padding = 16;
constexpr int radioSize = 18;
constexpr int textStart = padding + radioSize + 12;
constexpr int wrapped = Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignTop;

int heightOf(const QFont &font, int width, const QString &text)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, qMax(1, width), 10'000), wrapped, text).height();
}

} // namespace

ChoiceCard::ChoiceCard(const QString &title, QString explanation, QWidget *parent)
    : QAbstractButton(parent)
    , m_explanation(std::move(explanation))
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void ChoiceCard::setExplanation(const QString &explanation)
{
    m_explanation = explanation;
    describe();
}

void ChoiceCard::setBadge(const QString &badge)
{
    m_badge = badge;
    describe();
}

void ChoiceCard::describe()
{
    setAccessibleName(m_badge.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), m_badge));
    setAccessibleDescription(m_explanation);
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const
{
    return {360, heightForWidth(360)};
}

QSize ChoiceCard::minimumSizeHint() const
{
    return {200, heightForWidth(qMax(200, width()))};
}

int ChoiceCard::badgeWidth() const
{
    if (m_badge.isEmpty())
        return 0;
    return QFontMetrics(textFont(TextRole::Small)).horizontalAdvance(m_badge) + 16;
}

QRect ChoiceCard::textArea(int width) const
{
    return {textStart, padding, qMax(1, width - textStart - padding), 10'000};
}

int ChoiceCard::heightForWidth(int width) const
{
    const int room = textArea(width).width();
    const int badge = m_badge.isEmpty() ? 0 : badgeWidth() + 12;
    int height = heightOf(textFont(TextRole::Strong), room - badge, text());
    if (!m_explanation.isEmpty())
        height += 4 + heightOf(textFont(TextRole::Body), room, m_explanation);
    return height + 2 * padding;
}

void ChoiceCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawFrame(painter);
    drawRadio(painter);
    drawTexts(painter);
}

void ChoiceCard::drawFrame(QPainter &painter) const
{
    const ThemeColors &colors = themeColors(palette());
    const bool strong = isChecked() || hasFocus();
    const qreal line = strong ? 2 : 1;
    QColor edge = colors.control;
    if (strong)
        edge = colors.accent;
    if (!isEnabled())
        edge = colors.hairline;
    QColor fill = isChecked() ? colors.accentSoft : colors.card;
    if (!isChecked() && isEnabled() && underMouse())
        fill = colors.hover;
    painter.setPen(QPen(edge, line));
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2), 8, 8);
    if (isChecked() && hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4.5, 4.5, -4.5, -4.5), 5, 5);
    }
}

void ChoiceCard::drawRadio(QPainter &painter) const
{
    const ThemeColors &colors = themeColors(palette());
    const int line = QFontMetrics(textFont(TextRole::Strong)).height();
    const QRect place(padding, padding + (line - radioSize) / 2, radioSize, radioSize);
    const QRectF circle = QRectF(QStyle::visualRect(layoutDirection(), rect(), place)).adjusted(1, 1, -1, -1);
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isEnabled() ? colors.accentFill : colors.disabled);
        painter.drawEllipse(circle);
        painter.setBrush(colors.onAccent);
        painter.drawEllipse(circle.center(), 3.5, 3.5);
        return;
    }
    painter.setPen(QPen(isEnabled() ? colors.control : colors.hairline, 1.5));
    painter.setBrush(colors.field);
    painter.drawEllipse(circle);
}

void ChoiceCard::drawTexts(QPainter &painter) const
{
    const ThemeColors &colors = themeColors(palette());
    const QRect area = textArea(width());
    const int badge = m_badge.isEmpty() ? 0 : badgeWidth() + 12;
    const auto mirrored = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };

    const QFont strong = textFont(TextRole::Strong);
    const int titleHeight = heightOf(strong, area.width() - badge, text());
    painter.setFont(strong);
    painter.setPen(isEnabled() ? colors.text : colors.disabled);
    painter.drawText(mirrored({area.left(), area.top(), area.width() - badge, titleHeight}), wrapped, text());

    painter.setFont(textFont(TextRole::Body));
    painter.setPen(isEnabled() ? colors.muted : colors.disabled);
    painter.drawText(mirrored({area.left(), area.top() + titleHeight + 4, area.width(), height()}), wrapped,
                     onScreen(m_explanation));

    if (m_badge.isEmpty())
        return;
    const QFont small = textFont(TextRole::Small);
    const int pillHeight = QFontMetrics(small).height() + 4;
    const QRect pill = mirrored({area.right() + 1 - badgeWidth(), area.top() - 1, badgeWidth(), pillHeight});
    painter.setFont(small);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? colors.card : colors.accentSoft);
    painter.drawRoundedRect(pill, pillHeight / 2.0, pillHeight / 2.0);
    painter.setPen(colors.accent);
    painter.drawText(pill, Qt::AlignCenter, onScreen(m_badge));
}

void ChoiceCard::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void ChoiceCard::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace golive
