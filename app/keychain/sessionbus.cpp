#include "keychain/sessionbus.h"

#include <QDBusConnection>
#include <QLibrary>

namespace golive {
namespace {

constexpr int sessionBus = 2; ///< G_BUS_TYPE_SESSION

} // namespace

// libsecret is loaded at run time, and so GLib is found there too: no build needs it.
bool outliveTheSessionBus()
{
    if (!QDBusConnection::sessionBus().isConnected())
        return false; // GLib would try to start one
    QLibrary gio(QStringLiteral("gio-2.0"), 0);
    using GetBus = void *(*)(int type, void *cancellable, void *error);
    using SetExitOnClose = void (*)(void *connection, int exit);
    const auto getBus = reinterpret_cast<GetBus>(gio.resolve("g_bus_get_sync"));
    const auto setExitOnClose = reinterpret_cast<SetExitOnClose>(gio.resolve("g_dbus_connection_set_exit_on_close"));
    if (getBus == nullptr || setExitOnClose == nullptr)
        return false;
    // The program's one connection, which libsecret will use as well. Not given back: another would be made.
    void *connection = getBus(sessionBus, nullptr, nullptr);
    if (connection == nullptr)
        return false;
    setExitOnClose(connection, 0);
    return true;
}

} // namespace golive
