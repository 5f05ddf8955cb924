#pragma once

#include "dns/judge/evaluate.h"
#include "dns/watch/recordwatch.h"

namespace golive {

/// The part of the picture that follows from the evidence: zone, provider and records, in the order
/// of `records`. The evidence of a record is found by its host.
[[nodiscard]] RecordWatch::View viewOf(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence,
                                       const DomainEvidence &domain);

/// Every required record is at every working server of the zone, or Clerk has seen it; with none
/// required, every record. False for none at all.
[[nodiscard]] bool allPublished(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence,
                                const DomainEvidence &domain);

} // namespace golive
