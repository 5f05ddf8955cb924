#include "ui/shell/practicestrip.h"

#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace golive {

PracticeStrip::PracticeStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel({}, TextRole::Strong, this))
    , m_panel(new QPushButton(this))
{
    setObjectName(QStringLiteral("practiceStrip"));
    auto *icon = new GlyphLabel(Glyph::Flask, 20, this);
    icon->setTone(StatusTone::Warning);
    m_text->setTone(StatusTone::Warning);
    m_panel->setCheckable(true);
    m_panel->setProperty("compact", true);
    m_panel->setVisible(false);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 6, 20, 6);
    row->setSpacing(12);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_panel);
    setMinimumHeight(40);
    connect(m_panel, &QPushButton::clicked, this, &PracticeStrip::panelToggled);
    render();
}

void PracticeStrip::setHasPanel(bool has)
{
    m_panel->setVisible(has);
}

void PracticeStrip::setPanelShown(bool shown)
{
    m_panel->setChecked(shown);
}

void PracticeStrip::paintEvent(QPaintEvent * /*event*/)
{
    const ToneColors &colors = themeColors(palette()).warning;
    QPainter painter(this);
    painter.fillRect(rect(), colors.soft);
    painter.fillRect(0, height() - 1, width(), 1, colors.line);
}

void PracticeStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render();
}

void PracticeStrip::render()
{
    m_text->setText(tr("Practice mode: nothing here is real"));
    m_panel->setText(tr("Practice &panel"));
}

} // namespace golive
