#pragma once

#include "dns/ask/dnssettings.h"
#include "foundation/promise.h"

#include <QByteArrayList>

namespace golive {

class DnsClient;

/// The servers to which the zone above hands on the zone `apex`, asked at one of its own servers,
/// which a resolver knows the way to. Empty when it does not hand it on, does not say, or when its
/// servers hold both zones.
[[nodiscard]] QFuture<Result<QByteArrayList>> findDelegation(DnsClient &client, const DnsSettings &settings,
                                                             const QByteArray &apex);

} // namespace golive
