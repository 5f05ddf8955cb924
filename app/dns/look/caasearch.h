#pragma once

#include "dns/ask/dnsanswer.h"
#include "dns/ask/dnssettings.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// The CAA records of one name, whatever lies above it.
struct CaaFound
{
    QByteArray owner; ///< the name, or where its CNAME leads
    QList<DnsCaaData> rules;
    bool failed = false; ///< this question gets no usable answer, and others about the name do
    QByteArray failedName;
    DnsServer failedAt; ///< without an address when no single server is to blame
};

/// Whom to ask about a name.
enum class CaaRoute {
    Zone, ///< the zone's own servers, and resolvers only where a CNAME leads out of the zone
    Resolvers,
};

/// Asks for the CAA records of `name` and follows its CNAME. Where no server can answer, another
/// question about the same name tells whether it is the type that it cannot answer.
[[nodiscard]] QFuture<Result<CaaFound>> findCaa(DnsClient &client, const DnsSettings &settings, const Zone &zone,
                                                const QByteArray &name, CaaRoute route);

} // namespace golive
