#pragma once

#include "dns/ask/dnssettings.h"

namespace golive {

/// The name servers of a resolv.conf, as the C library reads it: at most three, addresses with a
/// zone (`fe80::1%eth0`) included, everything else in the file passed over.
[[nodiscard]] QList<QHostAddress> nameServersIn(const QByteArray &resolvConf);

/// The servers this computer asks by itself, in the order it does, read anew each time: networks
/// come and go. None when the settings forbid it, or the system keeps them where this does not look.
[[nodiscard]] QList<DnsServer> systemServers(const DnsSettings &settings);

} // namespace golive
