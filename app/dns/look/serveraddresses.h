#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// Where the servers of these names can be asked, as resolvers see it; those without an address are
/// left out. None of the names may be one that the person is about to create.
[[nodiscard]] QFuture<Result<QList<ZoneServer>>> findAddresses(DnsClient &client, const DnsSettings &settings,
                                                               const QByteArrayList &names);

/// Without those that are at an address of one before them: several names for one machine.
[[nodiscard]] QList<ZoneServer> atDifferentAddresses(const QList<ZoneServer> &servers);

} // namespace golive
