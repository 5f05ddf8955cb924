#pragma once

#include <QDBusConnection>
#include <QObject>

namespace golive {

/// Whether the person has set the computer to save power, as power-profiles-daemon and what stands in for it
/// say on the system's bus. Running on a battery alone is no such wish. Where nobody says anything, it is not.
class PowerSaver final : public QObject
{
    Q_OBJECT

public:
    /// Asks at once, and again whenever the profile changes. The answer comes from the event loop.
    explicit PowerSaver(QDBusConnection bus = QDBusConnection::systemBus(), QObject *parent = nullptr);

    [[nodiscard]] bool isOn() const { return m_on; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void ask();

private:
    void take(const QVariant &profile);

    QDBusConnection m_bus;
    bool m_on = false;
};

} // namespace golive
