#include "systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace golive {
namespace {

constexpr uint preferDark = 1;

QString appearanceGroup()
{
    return QStringLiteral("org.freedesktop.appearance");
}

QString schemeKey()
{
    return QStringLiteral("color-scheme");
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
    const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                SLOT(take(QString, QString, QDBusVariant)));

    auto read = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    read.setArguments({appearanceGroup(), schemeKey()});
    const QDBusPendingCall call = bus.asyncCall(read);
    if (call.isFinished()) // no bus: no signal would follow
        return;
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            setScheme(reply.value().variant());
    });
}

void SystemAppearance::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == appearanceGroup() && key == schemeKey())
        setScheme(value.variant());
}

/// Portals before 1.17 wrap the value in a second variant.
void SystemAppearance::setScheme(const QVariant &scheme)
{
    const QVariant plain = scheme.canConvert<QDBusVariant>() ? scheme.value<QDBusVariant>().variant() : scheme;
    const bool dark = plain.toUInt() == preferDark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    Q_EMIT changed();
}

} // namespace golive
