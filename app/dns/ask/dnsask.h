#pragma once

#include "dns/ask/dnsanswer.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// Asks one address of a server after the other until one answers anything. The answer is the last
/// failure when none does; that an address cannot be reached from here counts least.
[[nodiscard]] QFuture<Result<DnsAnswer>> askInTurn(DnsClient &client, const QList<DnsServer> &addresses,
                                                   const DnsQuestion &question, DnsManner manner);

/// Asks several resolvers at once and takes the first that says what exists, so that a dead one
/// costs nothing. After a silent one all that are left are asked at once. The answer is a refusal, or the
/// last failure, when none says.
[[nodiscard]] QFuture<Result<DnsAnswer>> askAny(DnsClient &client, const QList<DnsServer> &resolvers,
                                                const DnsQuestion &question);

} // namespace golive
