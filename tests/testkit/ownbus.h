#pragma once

#include <QProcess>

#include <QtGlobal>

namespace golive {

/// A session bus of this process's own, which can be brought to an end. To be made before anything
/// connects to a bus.
class OwnBus
{
public:
    explicit OwnBus(const QString &configuration)
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                        QStringLiteral("--config-file=") + configuration});
        if (!m_daemon.waitForReadyRead(10'000))
            qFatal("there is no bus");
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_daemon.readLine().trimmed());
        qputenv("DBUS_FATAL_WARNINGS", "0"); // as the program does, see main()
    }
    OwnBus(const OwnBus &) = delete;
    OwnBus &operator=(const OwnBus &) = delete;
    ~OwnBus() { end(); }

    void end()
    {
        m_daemon.kill();
        m_daemon.waitForFinished(10'000);
    }

private:
    QProcess m_daemon;
};

} // namespace golive
