#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// Finds the zone that holds `domain`, and its servers.
///
/// Resolvers are asked about the registrable part and about name servers only. A name below that
/// may not exist yet, and asking for it would plant "does not exist" in their caches (RFC 8020 lets
/// that cover all names below); whether it is a zone of its own is asked of the zone's servers.
[[nodiscard]] QFuture<Result<Zone>> findZone(DnsClient &client, const DnsSettings &settings, const QByteArray &domain);

} // namespace golive
