#pragma once

#include "dns/evidence/recordevidence.h"

namespace golive {

/// The token in the targets of one application's records, as far as the records themselves show it:
/// the one most of them point to, and of several the one of the earliest record. Empty while no
/// record whose wanted target is a pattern points to a name of its family.
[[nodiscard]] QByteArray sharedToken(const QList<RecordEvidence> &records);

} // namespace golive
