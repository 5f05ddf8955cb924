#include "ui/widgets/disclosure.h"

#include "ui/theme/glyphs.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace golive {

Disclosure::Disclosure(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_button(new QToolButton(this))
    , m_content(new QWidget(this))
    , m_body(new QVBoxLayout)
{
    m_button->setCheckable(true);
    m_button->setProperty("disclosure", true);
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setIconSize({16, 16});
    m_button->setFocusPolicy(Qt::StrongFocus);
    m_body->setSpacing(12);
    auto *indented = new QHBoxLayout(m_content); // spacing follows the reading direction, margins do not
    indented->setContentsMargins(0, 0, 0, 0);
    indented->setSpacing(0);
    indented->addSpacing(24);
    indented->addLayout(m_body, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addWidget(m_content);

    connect(m_button, &QToolButton::toggled, this, [this](bool open) {
        render();
        Q_EMIT toggled(open);
    });
    setTitle(title);
    render();
}

void Disclosure::setTitle(const QString &title)
{
    m_button->setText(title);
    m_button->setAccessibleName(title);
}

void Disclosure::setOpen(bool open)
{
    m_button->setChecked(open);
}

bool Disclosure::isOpen() const
{
    return m_button->isChecked();
}

void Disclosure::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        render();
}

void Disclosure::render()
{
    const Glyph closed = layoutDirection() == Qt::RightToLeft ? Glyph::ChevronBack : Glyph::ChevronForward;
    m_button->setIcon(glyphIcon(isOpen() ? Glyph::ChevronDown : closed));
    m_content->setVisible(isOpen());
}

} // namespace golive
