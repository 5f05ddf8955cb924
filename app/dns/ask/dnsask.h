#pragma once

#include "dns/ask/dnsanswer.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// Asks one address of a server after the other until one answers anything. The answer is the last
/// failure when none does; that an address cannot be reached from here counts least.
[[nodiscard]] QFuture<Result<DnsAnswer>> askInTurn(DnsClient &client, const QList<DnsServer> &addresses,
                                                   const DnsQuestion &question, DnsManner manner);

/// Asks a zone's own servers like askInTurn(), until one speaks for the zone `apex`: with authority, or by handing
/// on a name below it. That a server refuses, or does not hold the zone (F15), says nothing about the name asked for.
[[nodiscard]] QFuture<Result<DnsAnswer>> askServersOf(const QByteArray &apex, DnsClient &client,
                                                      const QList<DnsServer> &addresses, const DnsQuestion &question);

/// Asks several resolvers at once and takes the first that says what exists, so that a dead one
/// costs nothing. After a silent one all that are left are asked at once. The answer is a refusal, or the
/// last failure, when none says.
[[nodiscard]] QFuture<Result<DnsAnswer>> askAny(DnsClient &client, const QList<DnsServer> &resolvers,
                                                const DnsQuestion &question);

} // namespace golive
