#pragma once

#include "dns/judge/evaluate.h"
#include "dns/watch/recordwatch.h"

namespace golive {

/// The part of the picture that follows from the evidence: zone, provider and records, in the order
/// of `records`. The evidence of a record is found by its host.
[[nodiscard]] RecordWatch::View viewOf(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence,
                                       const DomainEvidence &domain);
/// The same, where the evidence has been judged already.
[[nodiscard]] RecordWatch::View viewOf(const QList<DnsRecord> &records, const QList<RecordEvidence> &evidence,
                                       Judgement &judgement);

} // namespace golive
