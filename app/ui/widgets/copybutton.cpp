#include "ui/widgets/copybutton.h"

#include "ui/privacy/sharedscreen.h"
#include "ui/theme/glyphs.h"

#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <utility>

namespace golive {

CopyButton::CopyButton(ClipboardGuard &clipboard, QString what, QWidget *parent)
    : QPushButton(parent)
    , m_clipboard(clipboard)
    , m_what(std::move(what))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &CopyButton::takeClick);
    connect(&m_clipboard, &ClipboardGuard::secondsLeftChanged, this, [this](int seconds) {
        m_counting = m_counting && seconds > 0;
        render();
    });
    render();
}

void CopyButton::setValue(std::function<QString()> value)
{
    m_value = std::move(value);
}

void CopyButton::setSecret(std::function<Secret()> secret)
{
    m_secret = std::move(secret);
}

void CopyButton::setWhat(const QString &what)
{
    m_what = what;
    render();
}

void CopyButton::setCaption(const QString &caption)
{
    m_caption = caption;
    render();
    updateGeometry();
}

void CopyButton::setCompact(bool compact)
{
    m_compact = compact;
    setProperty("quiet", compact);
    render();
    updateGeometry();
}

QSize CopyButton::sizeHint() const
{
    ensurePolished();
    if (m_compact)
        return {32, 32};
    const QString seconds = tr("Copied (%1 s)").arg(ClipboardGuard::secondsKept);
    int width = 0;
    for (const QString &text :
         {m_caption.isEmpty() ? tr("Copy") : m_caption, tr("Copied"), m_secret ? seconds : QString()})
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    QStyleOptionButton option;
    initStyleOption(&option);
    const QSize content(width + iconSize().width() + 8, std::max(fontMetrics().height(), iconSize().height()));
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, content, this);
}

void CopyButton::takeClick()
{
    if (!m_secret)
        copyNow();
    else
        exposeIfWanted(
            this,
            {tr("Copy a secret while others see your screen?"),
             tr("Some programs show what is on the clipboard, and a wrong paste would show it to everybody."),
             tr("&Copy it all the same")},
            [this] { copyNow(); });
}

void CopyButton::copyNow()
{
    if (m_secret) {
        const Secret secret = m_secret();
        if (secret.isEmpty())
            return;
        m_clipboard.copySecret(secret);
        m_counting = true;
    } else if (m_value) {
        m_clipboard.copy(m_value());
    }
    m_justCopied = true;
    m_feedback = std::make_unique<QObject>();
    m_clipboard.clock().callAfter(std::chrono::seconds(2), m_feedback.get(), [this] {
        m_justCopied = false;
        render();
    });
    render();
    Q_EMIT copied();
}

void CopyButton::render()
{
    QString word = m_caption.isEmpty() ? tr("Copy") : m_caption;
    if (m_counting)
        word = tr("Copied (%1 s)").arg(m_clipboard.secondsLeft());
    else if (m_justCopied)
        word = tr("Copied");
    const bool done = m_counting || m_justCopied;
    setText(m_compact ? QString() : word);
    setIcon(glyphIcon(done ? Glyph::Check : Glyph::Copy));
    //: %1 is "Copy" or "Copied", %2 what the button copies
    setAccessibleName(m_what.isEmpty() ? word : tr("%1: %2").arg(done ? tr("Copied") : tr("Copy"), m_what));
    setToolTip(m_compact ? accessibleName() : QString());
}

} // namespace golive
