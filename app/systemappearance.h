#pragma once

#include <QDBusVariant>
#include <QObject>

namespace golive {

/// What the desktop is set to, from the settings portal: dark (org.freedesktop.appearance, color-scheme) and more
/// contrast (contrast in the same group; before portal 1.18 high-contrast in org.gnome.desktop.a11y.interface). Qt 6.4
/// does not ask itself. Without a portal the desktop counts as light and usual.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] bool wantsContrast() const { return m_contrast || m_gnomeContrast; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    [[nodiscard]] bool ask(const QString &group, const QString &key);

    bool m_dark = false;
    bool m_contrast = false;
    bool m_gnomeContrast = false;
};

} // namespace golive
