#pragma once

#include "dns/evidence/zone.h"
#include "dns/evidence/zoneevidence.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// What the servers in charge of a zone, and those of the zone above, say about it.
struct ServerInspection
{
    QList<ZoneServerCheck> servers;
    QByteArrayList parentServers;
    QByteArrayList childServers;
};

/// Asks each server for the zone itself, one that works for the list of servers, and the zone above
/// to whom it hands the zone on. Servers the zone above names are asked even where resolvers have
/// named others, or none.
[[nodiscard]] QFuture<Result<ServerInspection>> inspectServers(DnsClient &client, const DnsSettings &settings,
                                                               const Zone &zone);

} // namespace golive
