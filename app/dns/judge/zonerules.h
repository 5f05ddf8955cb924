#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What is wrong with the registration, the delegation or the zone (catalogue F11 to F24). What
/// keeps the zone from being seen at all is said alone; otherwise one finding of each kind.
[[nodiscard]] QList<DnsFinding> judgeZone(const DomainEvidence &domain);

/// True while the resolver still goes by servers that neither the registry nor the zone lists (any more), as of `now`
/// (F19). What it says about names of the zone, it has from these.
[[nodiscard]] bool goesByFormerServers(const CachedServers &cached, const ZoneEvidence &inspection,
                                       const QDateTime &now);

} // namespace golive
