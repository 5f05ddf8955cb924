#include "ui/shell/sidepanel.h"

#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace golive {

SidePanel::SidePanel(const QString &title, QWidget *parent)
    : Surface(&ThemeColors::sidebar, Leading | Top, parent)
    , m_title(new TextLabel(title, TextRole::Section, this))
    , m_scroll(new QScrollArea(this))
{
    auto *close = new QToolButton(this);
    close->setIcon(glyphIcon(Glyph::Close));
    close->setIconSize({16, 16});
    close->setFixedSize(28, 28);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close: %1").arg(title));
    connect(close, &QToolButton::clicked, this, &SidePanel::closed);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus); // what is inside has it, and shows it
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->viewport()->setAutoFillBackground(false);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 16, 8);
    head->addWidget(m_title, 1);
    head->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_scroll, 1);
    setFixedWidth(panelWidth);
    setTitle(title);
}

void SidePanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SidePanel::setContent(QWidget *content)
{
    auto *frame = new QWidget;
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(20, 4, 20, 20);
    layout->addWidget(content);
    layout->addStretch(1);
    frame->setAutoFillBackground(false);
    m_scroll->setWidget(frame);
    frame->setAutoFillBackground(false); // the scroll area asked for it
    content->show();
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        Surface::keyPressEvent(event);
}

} // namespace golive
