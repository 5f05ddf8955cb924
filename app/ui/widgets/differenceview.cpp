#include "ui/widgets/differenceview.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace golive {
namespace {

constexpr int padding = 8;
constexpr int gapBetweenCaptionAndText = 10;
constexpr int markHeight = 2;
constexpr int fewestColumns = 8;

} // namespace

DifferenceView::DifferenceView(QWidget *parent)
    : QWidget(parent)
    , m_shouldBe(tr("Should be"))
    , m_isNow(tr("Is now"))
{
    QFont font = textFont(TextRole::Technical);
    font.setPointSizeF(textFont(TextRole::Small).pointSizeF());
    setFont(font);
    setLayoutDirection(Qt::LeftToRight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void DifferenceView::setAlignment(const Alignment &alignment)
{
    if (m_alignment == alignment)
        return;
    m_alignment = alignment;
    const auto plain = [](QString line) { return line.remove(Alignment::gap); };
    setAccessibleName(tr("It should be %1 and is now %2").arg(plain(m_alignment.expected), plain(m_alignment.seen)));
    updateGeometry();
    update();
}

int DifferenceView::cell() const
{
    return fontMetrics().horizontalAdvance(QLatin1Char('m'));
}

int DifferenceView::captionWidth() const
{
    const QFontMetrics metrics(textFont(TextRole::Small));
    return qMax(metrics.horizontalAdvance(m_shouldBe), metrics.horizontalAdvance(m_isNow)) + gapBetweenCaptionAndText;
}

int DifferenceView::columns(int width) const
{
    return qMax(fewestColumns, (width - captionWidth() - 2 * padding) / cell());
}

QSize DifferenceView::sizeHint() const
{
    const int width = captionWidth() + 2 * padding + static_cast<int>(m_alignment.expected.size()) * cell();
    return {width, heightForWidth(width)};
}

QSize DifferenceView::minimumSizeHint() const
{
    const int width = captionWidth() + 2 * padding + fewestColumns * cell();
    return {width, 2 * fontMetrics().lineSpacing()};
}

int DifferenceView::heightForWidth(int width) const
{
    const int wide = columns(width);
    const int blocks = (static_cast<int>(m_alignment.expected.size()) + wide - 1) / wide;
    return 2 * padding + qMax(1, blocks) * 2 * (fontMetrics().lineSpacing() + 2 * markHeight);
}

void DifferenceView::paintLine(QPainter &painter, const QString &line, int top, qsizetype from, qsizetype end) const
{
    const ThemeColors &colors = themeColors(palette());
    const int height = fontMetrics().lineSpacing();
    QFont strong = font();
    strong.setBold(true);
    for (qsizetype column = from; column < end; ++column) {
        const int left = padding + captionWidth() + static_cast<int>(column - from) * cell();
        const QRect box(left, top, cell(), height);
        const bool differs = m_alignment.differsAt(column);
        if (differs) {
            painter.fillRect(box, colors.problem.soft);
            painter.fillRect(QRect(left + 1, top + height, cell() - 2, markHeight), colors.problem.text);
        }
        painter.setFont(differs ? strong : font());
        painter.setPen(differs ? colors.problem.text : colors.text);
        const QChar letter = line.at(column);
        painter.drawText(box, Qt::AlignCenter,
                         screenIsShared() && letter.isLetterOrNumber() ? QStringLiteral("•") : QString(letter));
    }
}

void DifferenceView::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.code);
    painter.drawRoundedRect(rect(), 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const qsizetype all = m_alignment.expected.size();
    const int wide = columns(width());
    const int lineHeight = fontMetrics().lineSpacing() + 2 * markHeight;
    int top = padding;
    for (qsizetype from = 0; from < all; from += wide) {
        for (const bool expected : {true, false}) {
            painter.setFont(textFont(TextRole::Small));
            painter.setPen(colors.muted);
            if (from == 0)
                painter.drawText(QRect(padding, top, captionWidth(), fontMetrics().lineSpacing()),
                                 Qt::AlignLeft | Qt::AlignVCenter, expected ? m_shouldBe : m_isNow);
            paintLine(painter, expected ? m_alignment.expected : m_alignment.seen, top, from, qMin(all, from + wide));
            top += lineHeight;
        }
    }
}

} // namespace golive
