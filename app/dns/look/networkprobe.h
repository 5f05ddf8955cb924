#pragma once

#include "dns/evidence/networkevidence.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// Finds out what is between this computer and DNS: whether a root server answers as itself, whether
/// a name that cannot exist has an address here, whether the zone's servers can be reached at all.
/// A few questions, none of them about anybody's records.
[[nodiscard]] QFuture<Result<NetworkEvidence>> probeNetwork(DnsClient &client, const DnsSettings &settings,
                                                            const Zone &zone);

/// The same evidence with what all questions of the client have shown until now.
[[nodiscard]] NetworkEvidence observedBy(const DnsClient &client, NetworkEvidence evidence);

} // namespace golive
