#include "ui/widgets/text.h"

#include "ui/privacy/sharedscreen.h"

#include <QEvent>
#include <QPainter>

namespace golive {

TextLabel::TextLabel(const QString &text, TextRole role, QWidget *parent)
    : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFont(textFont(role));
    if (role == TextRole::Technical)
        setTechnical();
    alignToReading();
}

void TextLabel::setMuted(bool muted)
{
    m_muted = muted;
    applyColor();
}

void TextLabel::setTone(StatusTone tone)
{
    m_tone = tone;
    m_hasTone = true;
    applyColor();
}

void TextLabel::setTechnical()
{
    setFont(textFont(TextRole::Technical));
    setLayoutDirection(Qt::LeftToRight);
    m_technical = true;
    alignToReading();
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void TextLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_applying)
        applyColor();
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::ParentChange)
        alignToReading();
}

void TextLabel::alignToReading()
{
    // By itself a label follows the script of its words: a Latin name would stand on the wrong side in Arabic.
    // A technical name stands where the text around it begins, although it reads from the left.
    const QWidget *around = m_technical && parentWidget() != nullptr ? parentWidget() : this;
    const bool fromRight = around->layoutDirection() == Qt::RightToLeft;
    setAlignment((fromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void TextLabel::applyColor()
{
    if (!m_muted && !m_hasTone)
        return;
    const ThemeColors &colors = themeColors(palette());
    const QColor color = m_hasTone ? colors.tone(m_tone).text : colors.muted;
    if (palette().color(QPalette::Active, QPalette::WindowText) == color)
        return;
    QPalette changed;
    changed.setColor(QPalette::Active, QPalette::WindowText, color);
    changed.setColor(QPalette::Inactive, QPalette::WindowText, color);
    m_applying = true;
    setPalette(changed);
    m_applying = false;
}

SectionTitle::SectionTitle(const QString &text, QWidget *parent)
    : TextLabel(text, TextRole::Section, parent)
{
}

GlyphLabel::GlyphLabel(Glyph glyph, int size, QWidget *parent)
    : QWidget(parent)
    , m_glyph(glyph)
    , m_size(size)
{
    setFixedSize(size, size);
}

void GlyphLabel::setGlyph(Glyph glyph)
{
    m_glyph = glyph;
    update();
}

void GlyphLabel::setTone(StatusTone tone)
{
    m_tone = tone;
    m_accent = false;
    update();
}

void GlyphLabel::setAccent()
{
    m_accent = true;
    update();
}

void GlyphLabel::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    const QColor color = m_accent ? colors.accent : colors.tone(m_tone).text;
    painter.drawPixmap(0, 0, glyphPixmap(m_glyph, color, m_size, devicePixelRatioF()));
}

ElidedLabel::ElidedLabel(const QString &text, Qt::TextElideMode mode, QWidget *parent)
    : QWidget(parent)
    , m_mode(mode)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    const QString text = onScreen(m_text);
    const QString shown = fontMetrics().elidedText(text, m_mode, width());
    setToolTip(shown == text ? QString() : text);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeading, shown);
}

Glyph glyphOf(StatusTone tone)
{
    switch (tone) {
    case StatusTone::Neutral: return Glyph::Clock;
    case StatusTone::Information: return Glyph::Information;
    case StatusTone::Success: return Glyph::Check;
    case StatusTone::Warning: return Glyph::Warning;
    case StatusTone::Problem: return Glyph::Problem;
    case StatusTone::Waiting: return Glyph::Clock;
    }
    Q_UNREACHABLE();
}

QLabel *spokenLabel(const QString &text, QWidget *control)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(control);
    label->hide();
    return label;
}

} // namespace golive
