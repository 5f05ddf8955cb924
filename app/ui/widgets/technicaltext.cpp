#include "ui/widgets/technicaltext.h"

#include "ui/theme/colors.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextDocument>
#include <QTextLayout>

namespace golive {
namespace {

constexpr int sidePadding = 8;
constexpr int lowest = 32; ///< as high as the copy button beside it
constexpr auto wrapping = QTextOption::WrapAtWordBoundaryOrAnywhere;

QFont slightlySmaller(QFont font)
{
    font.setPointSizeF(textFont(TextRole::Small).pointSizeF());
    return font;
}

constexpr QChar breakHere(0x200b); ///< no width; a line may end there

/// A long name reads better with its labels whole, so lines end after dots where they can.
QString withBreaks(QString value)
{
    return value.replace(QLatin1Char('.'), QStringLiteral(".") + breakHere);
}

/// Gives away what is meant, without the marks that only arrange it.
class ValueText final : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        auto *copied = new QMimeData;
        copied->setText(textCursor().selectedText().remove(breakHere));
        return copied;
    }
};

int topPadding(int lineSpacing)
{
    return qMax(4, (lowest - lineSpacing) / 2);
}

} // namespace

TechnicalText::TechnicalText(const QString &value, QWidget *parent)
    : QWidget(parent)
    , m_text(new ValueText(this))
{
    setFont(slightlySmaller(textFont(TextRole::Technical)));
    setLayoutDirection(Qt::LeftToRight);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::ClickFocus);
    m_text->setContextMenuPolicy(Qt::NoContextMenu); // its only entry, Copy, is the button beside it
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setWordWrapMode(wrapping);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->viewport()->installEventFilter(this);
    m_text->setFont(font());
    setValue(value);
}

void TechnicalText::setValue(const QString &value)
{
    if (m_value == value)
        return;
    m_value = value;
    m_text->setPlainText(withBreaks(value));
    m_text->setAccessibleName(value);
    updateGeometry();
}

QSize TechnicalText::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_value) + 2 * sidePadding + 2;
    return {width, heightForWidth(width)};
}

QSize TechnicalText::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12 + 2 * sidePadding, lowest};
}

int TechnicalText::heightForWidth(int width) const
{
    QTextOption option;
    option.setWrapMode(wrapping);
    QTextLayout layout(withBreaks(m_value), font());
    layout.setTextOption(option);
    layout.beginLayout();
    int lines = 0;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(1, width - 2 * sidePadding));
        ++lines;
    }
    layout.endLayout();
    const int spacing = fontMetrics().lineSpacing();
    return qMax(lowest, qMax(1, lines) * spacing + 2 * topPadding(spacing));
}

void TechnicalText::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColors(palette()).code);
    painter.drawRoundedRect(rect(), 6, 6);
}

void TechnicalText::resizeEvent(QResizeEvent * /*event*/)
{
    const int top = topPadding(fontMetrics().lineSpacing());
    m_text->setGeometry(rect().adjusted(sidePadding, top, -sidePadding, 0));
}

bool TechnicalText::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    event->ignore(); // nothing to scroll in here: the page is meant
    return true;
}

} // namespace golive
