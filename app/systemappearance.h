#pragma once

#include <QDBusVariant>
#include <QObject>

namespace golive {

/// Whether the desktop is set to dark, from the settings portal (org.freedesktop.appearance,
/// color-scheme). Qt 6.4 does not ask itself. Without a portal the desktop counts as light.
class SystemAppearance : public QObject
{
    Q_OBJECT

public:
    explicit SystemAppearance(QObject *parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void setScheme(const QVariant &scheme);

    bool m_dark = false;
};

} // namespace golive
