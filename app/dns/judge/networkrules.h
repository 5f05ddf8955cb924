#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What keeps this computer from seeing what the rest of the internet sees (catalogue F01 to F08,
/// without what is about single records).
[[nodiscard]] QList<DnsFinding> judgeNetwork(const DomainEvidence &domain);

/// Somebody in between answers in place of the servers that are asked (F02): what seems to be wrong
/// with a zone's own servers need not be their fault.
[[nodiscard]] bool isIntercepted(const NetworkEvidence &network);

/// Nobody but the network's own resolver can be asked over UDP or TCP, and it is not the way to the
/// internet that is missing: HTTPS gets through (F01).
[[nodiscard]] bool isBlocked(const NetworkEvidence &network);

/// A zone's own servers cannot be asked from here, for one of these reasons. Public resolvers can,
/// over HTTPS, and what they say is all there is to go by.
[[nodiscard]] bool keepsServersAway(const NetworkEvidence &network);

} // namespace golive
