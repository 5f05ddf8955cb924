#include "ui/widgets/clipboardguard.h"

#include "foundation/wiping.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMimeData>

#include <utility>

namespace golive {
namespace {

QByteArray hashOf(const QByteArray &utf8)
{
    return QCryptographicHash::hash(utf8, QCryptographicHash::Sha256);
}

} // namespace

ClipboardGuard::ClipboardGuard(QClipboard &clipboard, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clipboard(clipboard)
    , m_clock(clock)
{
    connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, this, &ClipboardGuard::clearSecret);
    connect(&m_clipboard, &QClipboard::dataChanged, this, [this] {
        if (m_secondsLeft > 0 && !stillOurs())
            forget();
    });
}

ClipboardGuard::~ClipboardGuard()
{
    // At the very end the clipboard is already gone with the application.
    if (QCoreApplication::instance() != nullptr)
        clearSecret();
}

void ClipboardGuard::copy(const QString &text)
{
    forget();
    m_clipboard.setText(text);
    wipe(m_copied);
}

void ClipboardGuard::copySecret(const Secret &secret)
{
    forget();
    auto *data = new QMimeData;
    QString before = std::exchange(m_copied, QString::fromUtf8(secret.reveal()));
    data->setText(m_copied);
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    m_clipboard.setMimeData(data); // lets go of the one before
    wipe(before);
    m_hash = hashOf(secret.reveal());
    m_until = m_clock.elapsed() + std::chrono::seconds(secondsKept);
    m_secondsLeft = secondsKept;
    m_ticking = std::make_unique<QObject>();
    Q_EMIT secondsLeftChanged(m_secondsLeft);
    m_clock.callAfter(std::chrono::seconds(1), m_ticking.get(), [this] { tick(); });
}

void ClipboardGuard::clearSecret()
{
    const bool ours = stillOurs();
    forget();
    if (ours)
        m_clipboard.clear();
    wipe(m_copied);
}

bool ClipboardGuard::stillOurs() const
{
    return !m_hash.isEmpty() && hashOf(Secret(m_clipboard.text().toUtf8()).reveal()) == m_hash;
}

void ClipboardGuard::forget()
{
    m_hash.clear();
    m_ticking.reset();
    if (m_secondsLeft == 0)
        return;
    m_secondsLeft = 0;
    Q_EMIT secondsLeftChanged(0);
}

void ClipboardGuard::tick()
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_until - m_clock.elapsed());
    if (left.count() <= 0) {
        clearSecret();
        return;
    }
    m_secondsLeft = static_cast<int>(left.count());
    Q_EMIT secondsLeftChanged(m_secondsLeft);
    m_clock.callAfter(std::chrono::seconds(1), m_ticking.get(), [this] { tick(); });
}

} // namespace golive
