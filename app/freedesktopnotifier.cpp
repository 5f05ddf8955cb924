#include "freedesktopnotifier.h"

#include <QCoreApplication>
#include <QDBusMessage>

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
    // Whether anybody shows it makes no difference. No reply is asked for: one that came while the program ends
    // would find Qt's types gone, and end it with a signal.
    m_bus.send(call);
}

} // namespace golive
