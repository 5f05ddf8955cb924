#pragma once

#include "dns/evidence/zoneevidence.h"

#include <optional>

namespace golive {

/// Why a resolver holds that DNSSEC is broken: the code (RFC 8914) and what it means.
struct DnssecReason
{
    quint16 code = 0; ///< zero when it gave none
    QString meaning; ///< in the words of DNS, such as `DNSKEY missing`

    bool operator==(const DnssecReason &) const = default;
};

/// The most telling reason that zone data fail their check; nothing when they do not, or when only
/// reaching the servers does. One resolver that fails without a reason is not believed, unless
/// `nobodySees` the zone.
[[nodiscard]] std::optional<DnssecReason> dnssecReason(const DnssecCheck &check, bool nobodySees);

} // namespace golive
