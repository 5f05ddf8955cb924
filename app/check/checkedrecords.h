#pragma once

#include "check/checkoptions.h"
#include "model/domain.h"

namespace golive {

/// `clerk=frontend-api.clerk.services`, or a sentence that says what is wrong with it.
[[nodiscard]] tl::expected<TypedRecord, QString> typedRecordFrom(const QString &typed);

/// The records of one domain: the typed ones under their full names, the usual ones when none were
/// typed. A host counts as full when it lies in the domain's registrable part or ends with a dot.
/// A sentence when one lies elsewhere or was typed twice.
[[nodiscard]] tl::expected<QList<DnsRecord>, QString> recordsToCheck(const QString &domain,
                                                                     const QList<TypedRecord> &typed);

} // namespace golive
