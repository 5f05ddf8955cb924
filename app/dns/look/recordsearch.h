#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/expectedtarget.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

#include <QByteArrayList>

namespace golive {

class DnsClient;

/// The names of servers that are not in charge of the zone, but hold the record: where a person has
/// added it at a company whose servers the domain does not use (any more). Only companies with the
/// same servers for everybody can be asked; they are in resources/searchedservers.json.
[[nodiscard]] QFuture<Result<QByteArrayList>> findElsewhere(DnsClient &client, const DnsSettings &settings,
                                                            const Zone &zone, const QByteArray &host,
                                                            const ExpectedTarget &target);

} // namespace golive
