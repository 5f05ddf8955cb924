#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/certificateevidence.h"
#include "dns/evidence/zone.h"
#include "foundation/promise.h"

namespace golive {

class DnsClient;

/// The names that will need a certificate, and how much of them may be asked of resolvers.
struct CertificateHosts
{
    QByteArrayList names;
    QByteArrayList published; ///< those whose record is right at every server of the zone
    bool allPublished = false; ///< every record of the domain is, those without certificates too

    bool operator==(const CertificateHosts &) const = default;
};

/// Finds out which certification authorities may issue for the hosts, as these do (RFC 8659): the
/// rules of the host or of the nearest name above it that has some, CNAMEs followed at every step.
///
/// Resolvers are not asked about names of the zone before all records are right: they would remember
/// that there is nothing, and with the proof of a signed zone even that there is nothing beside the
/// name that was asked for (RFC 8198). Until then the zone's own servers are asked about the names
/// above the hosts. A host that is published itself is asked for through a resolver.
///
/// Hosts elsewhere are left out. Of a zone that was not found there is nothing to say.
[[nodiscard]] QFuture<Result<QList<CertificateEvidence>>>
inspectCertificates(DnsClient &client, const DnsSettings &settings, const Zone &zone, const CertificateHosts &hosts);

} // namespace golive
