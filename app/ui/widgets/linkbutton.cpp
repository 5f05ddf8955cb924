#include "ui/widgets/linkbutton.h"

#include "ui/theme/glyphs.h"
#include "ui/widgets/valuerow.h"
#include "wizard/displaytext.h"
#include "wizard/safelink.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace golive {

LinkButton::LinkButton(const QString &text, const QUrl &address, ClipboardGuard &clipboard, Opener open,
                       QWidget *parent)
    : QWidget(parent)
    , m_open(std::move(open))
    , m_button(new QPushButton(glyphIcon(Glyph::ExternalLink), text, this))
    , m_fallback(new ValueRow(clipboard, {}, {}, this))
{
    m_button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_fallback->setVisible(false);
    setFocusProxy(m_button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeading);
    column->addWidget(m_fallback);

    connect(m_button, &QPushButton::clicked, this,
            [this] { m_fallback->setVisible(!isSafeToOpen(m_address) || !m_open || !m_open(m_address)); });
    setAddress(address);
}

void LinkButton::setAddress(const QUrl &address)
{
    constexpr qsizetype longest = 300;
    m_address = address;
    m_fallback->setLabel(isSafeToOpen(address)
                             ? tr("No browser answered. Open this address yourself:")
                             : tr("Golive opens secure web pages only (https), and this address is none:"));
    // Encoded, an address has no characters that look like others.
    const QString shown = displayText(address.toString(QUrl::FullyEncoded), longest);
    m_fallback->setValue(shown);
    m_button->setToolTip(shown);
}

void LinkButton::setLink(const QString &text, const QUrl &address)
{
    m_button->setText(text);
    if (m_address != address)
        setAddress(address);
}

} // namespace golive
