#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/zoneevidence.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// What resolvers think of a zone as a whole.
struct ResolverViews
{
    QList<CachedServers> cached;
    std::optional<DnssecCheck> dnssec; ///< nothing when no resolver says anything
};

/// Asks every resolver who is in charge of the zone, and those that fail whether it is the DNSSEC
/// check that does. Only about the apex, which is there: nothing is planted in their caches.
[[nodiscard]] QFuture<Result<ResolverViews>> askResolversAbout(DnsClient &client, const QList<DnsServer> &resolvers,
                                                               const QByteArray &apex);

} // namespace golive
