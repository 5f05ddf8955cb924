#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/recordevidence.h"

#include <optional>

namespace golive {

/// Whom to ask about a record that no resolver is known to have, where the zone's own servers cannot
/// be asked: one resolver only. All of them asked too early would all remember that there is nothing.
///
/// From the `turn`-th on, whoever has not just failed to answer about it; nobody when there is none.
/// Those with many caches behind their address come last: their answers say least.
[[nodiscard]] std::optional<DnsServer> scoutFor(const RecordEvidence &record, const QList<DnsServer> &resolvers,
                                                qsizetype turn);

} // namespace golive
