#pragma once

#include "dns/wire/dnsmessage.h"

namespace golive {

/// Owner of the first SOA record among answers and authority; empty when there is none.
[[nodiscard]] QByteArray soaOwner(const DnsMessage &message);

/// The names of the servers that `entries` list for `owner`, sorted. A zone has few; a list that
/// goes on after sixteen is cut.
[[nodiscard]] QByteArrayList serversOf(const QByteArray &owner, const QList<DnsEntry> &entries);

} // namespace golive
