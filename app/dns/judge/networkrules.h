#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What keeps this computer from seeing what the rest of the internet sees (catalogue F01 to F08,
/// without what is about single records).
[[nodiscard]] QList<DnsFinding> judgeNetwork(const DomainEvidence &domain);

} // namespace golive
