#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/recordevidence.h"

namespace golive {

/// What is different on this computer about a record that the rest of the internet sees right
/// (catalogue F04, F05). Clerk does not mind, so it is for information, and None in most cases.
[[nodiscard]] DnsFinding judgeLocally(const RecordEvidence &record);

} // namespace golive
