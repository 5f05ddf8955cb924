#include "ui/widgets/linkbutton.h"

#include "ui/theme/glyphs.h"
#include "ui/widgets/valuerow.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

LinkButton::LinkButton(const QString &text, const QUrl &address, ClipboardGuard &clipboard, Opener open,
                       QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_button(new QPushButton(glyphIcon(Glyph::ExternalLink), text, this))
    , m_fallback(new ValueRow(clipboard, tr("No browser answered. Open this address yourself:"), {}, this))
{
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_fallback->setVisible(false);
    setFocusProxy(m_button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addWidget(m_fallback);

    connect(m_button, &QPushButton::clicked, this, [this] { m_fallback->setVisible(!m_open || !m_open(m_address)); });
    setAddress(address);
}

void LinkButton::setAddress(const QUrl &address)
{
    m_address = address;
    m_fallback->setValue(address.toString());
    m_button->setToolTip(address.toString());
}

void LinkButton::setLink(const QString &text, const QUrl &address)
{
    m_button->setText(text);
    if (m_address != address)
        setAddress(address);
}

} // namespace golive
