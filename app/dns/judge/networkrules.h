#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What keeps this computer from seeing what the rest of the internet sees (catalogue F01 to F08,
/// without what is about single records).
[[nodiscard]] QList<DnsFinding> judgeNetwork(const DomainEvidence &domain);

/// Somebody in between answers in place of the servers that are asked (F02): what seems to be wrong
/// with a zone's own servers need not be their fault. Those that intercept offer recursion where
/// the root does not, or answer without its authority, a refusal included.
[[nodiscard]] bool isIntercepted(const NetworkEvidence &network);

/// Nobody but the network's own resolver can be asked over UDP or TCP, and it is not the way to the
/// internet that is missing: HTTPS gets through (F01).
[[nodiscard]] bool isBlocked(const NetworkEvidence &network);

} // namespace golive
