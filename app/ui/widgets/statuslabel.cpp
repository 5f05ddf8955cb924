#include "ui/widgets/statuslabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace golive {

StatusLabel::StatusLabel(StatusTone tone, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_icon(new GlyphLabel(Glyph::Clock, 16, this))
    , m_text(new TextLabel({}, TextRole::Body, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_icon, 0, Qt::AlignVCenter);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    setStatus(tone, text);
}

void StatusLabel::setStatus(StatusTone tone, const QString &text)
{
    m_tone = tone;
    m_icon->setGlyph(glyphOf(tone));
    m_icon->setTone(tone);
    m_text->setTone(tone);
    m_text->setText(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

void StatusLabel::setPill(bool pill)
{
    m_pill = pill;
    m_text->setWordWrap(!pill);
    m_text->setFont(textFont(pill ? TextRole::Small : TextRole::Body));
    layout()->setContentsMargins(pill ? 8 : 0, pill ? 3 : 0, pill ? 10 : 0, pill ? 3 : 0);
    setSizePolicy(pill ? QSizePolicy::Maximum : QSizePolicy::Preferred,
                  pill ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    update();
}

void StatusLabel::setParagraph()
{
    layout()->setAlignment(m_icon, Qt::AlignTop);
    layout()->setAlignment(m_text, Qt::AlignTop);
}

void StatusLabel::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_pill)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(themeColors(palette()).tone(m_tone).soft);
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
}

} // namespace golive
