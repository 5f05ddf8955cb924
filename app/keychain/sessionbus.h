#pragma once

namespace golive {

/// When the session bus ends, GLib ends every program that libsecret has connected to it (SIGTERM,
/// g_dbus_connection_set_exit_on_close): whatever the person has not stored yet would be gone with
/// it. This asks GLib not to. To be called before libsecret is used. False where GLib is not there.
bool outliveTheSessionBus();

} // namespace golive
