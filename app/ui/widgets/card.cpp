#include "ui/widgets/card.h"

#include "ui/theme/colors.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace golive {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_outer(new QVBoxLayout(this))
    , m_body(new QVBoxLayout)
{
    m_outer->setContentsMargins(16, 16, 16, 16);
    m_outer->setSpacing(12);
    m_body->setSpacing(12);
    m_outer->addLayout(m_body);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // wrapped text may make it higher
    if (!title.isEmpty())
        setTitle(title);
}

void Card::setTitle(const QString &title)
{
    if (m_header == nullptr) {
        m_header = new QHBoxLayout;
        m_header->setSpacing(12);
        m_title = new TextLabel(title, TextRole::Section, this);
        m_header->addWidget(m_title, 1);
        m_outer->insertLayout(0, m_header);
    }
    m_title->setText(title);
    setAccessibleName(title);
}

void Card::addToHeader(QWidget *widget)
{
    if (m_header == nullptr)
        setTitle({});
    m_header->addWidget(widget, 0, Qt::AlignVCenter);
}

void Card::paintEvent(QPaintEvent * /*event*/)
{
    const ThemeColors &colors = themeColors(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.hairline, 1));
    painter.setBrush(colors.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace golive
