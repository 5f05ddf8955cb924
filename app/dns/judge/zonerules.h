#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What is wrong with the registration, the delegation or the zone (catalogue F11 to F24).
[[nodiscard]] QList<DnsFinding> judgeZone(const DomainEvidence &domain);

} // namespace golive
