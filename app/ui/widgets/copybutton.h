#pragma once

#include "ui/widgets/clipboardguard.h"

#include <QPushButton>

#include <functional>

namespace golive {

/// Copies one value and says so without changing its size. For secrets it counts down until the
/// clipboard is emptied.
class CopyButton : public QPushButton
{
    Q_OBJECT

public:
    /// `what` completes the accessible name "Copy …": the names of all buttons on a page differ.
    CopyButton(ClipboardGuard &clipboard, QString what, QWidget *parent = nullptr);

    void setValue(std::function<QString()> value);
    void setSecret(std::function<Secret()> secret);
    void setWhat(const QString &what);
    /// Says more than "Copy" where one button copies the whole.
    void setCaption(const QString &caption);
    /// Icon only, for tables. The feedback is the icon, the tool tip and the accessible name.
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void copied();

private:
    void takeClick();
    void copyNow();
    void render();

    ClipboardGuard &m_clipboard;
    QString m_what;
    QString m_caption;
    std::function<QString()> m_value;
    std::function<Secret()> m_secret;
    bool m_compact = false;
    bool m_justCopied = false;
    bool m_counting = false; ///< the secret on the clipboard is this button's
    std::unique_ptr<QObject> m_feedback;
};

} // namespace golive
