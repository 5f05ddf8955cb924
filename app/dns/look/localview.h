#pragma once

#include "dns/evidence/recordevidence.h"
#include "foundation/promise.h"

namespace golive {

class Clock;
class DnsClient;

/// How a name looks from this computer: what its own resolver says, and, once that has answered,
/// what its programs reach. Plants "does not exist" in that resolver's memory like any question
/// does, so only for what is there.
[[nodiscard]] QFuture<Result<LocalView>> askThisComputer(DnsClient &client, Clock &clock, const DnsSettings &settings,
                                                         const QByteArray &host);

} // namespace golive
