#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// What keeps Clerk from getting its certificates (catalogue F60 to F69).
[[nodiscard]] QList<DnsFinding> judgeCertificates(const DomainEvidence &domain);

} // namespace golive
