#pragma once

#include "dns/evidence/domainevidence.h"
#include "dns/evidence/recordevidence.h"

namespace golive {

/// Why the server that `sighting` comes from, one of the zone's own, does not have the record right
/// (catalogue F09, F10, F31 to F48).
[[nodiscard]] DnsFinding causeOf(const RecordEvidence &record, const DomainEvidence &domain, const Sighting &sighting);

/// Letters to add, drop or change to get from one to the other; counting stops above `most`.
[[nodiscard]] int editDistance(const QByteArray &a, const QByteArray &b, int most);

} // namespace golive
