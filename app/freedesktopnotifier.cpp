#include "freedesktopnotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCall>

namespace golive {

FreedesktopNotifier::FreedesktopNotifier(QDBusConnection bus)
    : m_bus(std::move(bus))
{
}

void FreedesktopNotifier::notify(const QString &title, const QString &text)
{
    auto call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    constexpr uint replacesNone = 0;
    constexpr int asLongAsTheDesktopThinks = -1;
    // The body may hold markup, so what would be read as such is written out (section 2.4 of the specification).
    const QVariantMap hints {{QStringLiteral("desktop-entry"), QStringLiteral("golive")}};
    call.setArguments({QCoreApplication::applicationName(), replacesNone, QStringLiteral("golive"), title,
                       text.toHtmlEscaped(), QStringList(), hints, asLongAsTheDesktopThinks});
    m_bus.asyncCall(call); // whether anybody shows it makes no difference
}

} // namespace golive
