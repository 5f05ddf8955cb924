#include "powersaver.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

#include <utility>

namespace golive {
namespace {

constexpr int patienceMs = 3000;

// The newer daemons, and tuned's stand-in, still answer to this first name.
QString service()
{
    return QStringLiteral("net.hadess.PowerProfiles");
}

QString path()
{
    return QStringLiteral("/net/hadess/PowerProfiles");
}

QString propertiesInterface()
{
    return QStringLiteral("org.freedesktop.DBus.Properties");
}

} // namespace

PowerSaver::PowerSaver(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    // From whomever: naming the service would wait for the bus to say who that is. What is said there is only
    // the reason to ask.
    m_bus.connect(QString(), path(), propertiesInterface(), QStringLiteral("PropertiesChanged"), this, SLOT(ask()));
    ask();
}

void PowerSaver::ask()
{
    auto get = QDBusMessage::createMethodCall(service(), path(), propertiesInterface(), QStringLiteral("Get"));
    get.setArguments({service(), QStringLiteral("ActiveProfile")});
    get.setAutoStartService(false); // a daemon that does not run saves nothing
    const QDBusPendingCall call = m_bus.asyncCall(get, patienceMs);
    if (call.isFinished()) // no bus: no signal would follow
        return;
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
    });
}

void PowerSaver::take(const QVariant &profile)
{
    const bool on = profile.toString() == QLatin1String("power-saver");
    if (std::exchange(m_on, on) != on)
        Q_EMIT changed();
}

} // namespace golive
