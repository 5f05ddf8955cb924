#pragma once

#include "foundation/clock.h"
#include "foundation/secret.h"

#include <QByteArray>
#include <QClipboard>
#include <QObject>

#include <memory>

namespace golive {

/// Puts values on the clipboard, and takes secrets off it again: after 30 seconds, when told to and
/// when the program ends, but only while the clipboard still holds what was put there. It goes by
/// a hash for that. Secrets carry the hint that clipboard histories respect.
class ClipboardGuard : public QObject
{
    Q_OBJECT

public:
    static constexpr int secondsKept = 30;

    ClipboardGuard(QClipboard &clipboard, Clock &clock, QObject *parent = nullptr);
    ~ClipboardGuard() override;

    void copy(const QString &text);
    void copySecret(const Secret &secret);
    /// Empties the clipboard if our secret is still on it.
    void clearSecret();
    /// Until the secret goes; 0 when there is none.
    [[nodiscard]] int secondsLeft() const { return m_secondsLeft; }
    [[nodiscard]] Clock &clock() const { return m_clock; }

Q_SIGNALS:
    void secondsLeftChanged(int seconds);

private:
    [[nodiscard]] bool stillOurs() const;
    void forget();
    void tick();

    QClipboard &m_clipboard;
    Clock &m_clock;
    QString m_copied; ///< shared with the clipboard, to be overwritten once that has let go of it
    QByteArray m_hash;
    std::chrono::milliseconds m_until {};
    int m_secondsLeft = 0;
    std::unique_ptr<QObject> m_ticking;
};

} // namespace golive
