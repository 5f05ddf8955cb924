#include "systemappearance.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace golive {
namespace {

constexpr uint preferDark = 1;
constexpr uint preferContrast = 1;

const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString scheme = QStringLiteral("color-scheme");
const QString contrast = QStringLiteral("contrast");
const QString gnomeInterface = QStringLiteral("org.gnome.desktop.a11y.interface");
const QString highContrast = QStringLiteral("high-contrast");

QString portal()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}

QString portalPath()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}

QString portalInterface()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}

} // namespace

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    QDBusConnection::sessionBus().connect(portal(), portalPath(), portalInterface(), QStringLiteral("SettingChanged"),
                                          this, SLOT(take(QString, QString, QDBusVariant)));
    if (ask(appearance, scheme) && ask(appearance, contrast))
        (void)ask(gnomeInterface, highContrast);
}

/// False without a bus.
bool SystemAppearance::ask(const QString &group, const QString &key)
{
    auto read = QDBusMessage::createMethodCall(portal(), portalPath(), portalInterface(), QStringLiteral("Read"));
    read.setArguments({group, key});
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(read);
    if (call.isFinished()) // no signal would follow
        return false;
    auto *watcher = new QDBusPendingCallWatcher(call, this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(group, key, reply.value());
    });
    return true;
}

/// Portals before 1.17 wrap the value in a second variant.
void SystemAppearance::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    const QVariant outer = value.variant();
    const QVariant plain = outer.canConvert<QDBusVariant>() ? outer.value<QDBusVariant>().variant() : outer;
    const auto set = [this](bool &member, bool now) {
        if (std::exchange(member, now) != now)
            Q_EMIT changed();
    };
    if (group == appearance && key == scheme)
        set(m_dark, plain.toUInt() == preferDark);
    else if (group == appearance && key == contrast)
        set(m_contrast, plain.toUInt() == preferContrast);
    else if (group == gnomeInterface && key == highContrast)
        set(m_gnomeContrast, plain.toBool());
}

} // namespace golive
