#pragma once

#include "dns/evidence/certificateevidence.h"
#include "dns/evidence/domainconnect.h"
#include "dns/evidence/expectedtarget.h"
#include "dns/evidence/networkevidence.h"
#include "dns/evidence/zone.h"
#include "dns/evidence/zoneevidence.h"
#include "model/domainstatus.h"

#include <QHash>

namespace golive {

/// What lies at a name that is not to be touched: the zone itself, or the domain.
struct BareEvidence
{
    QByteArray name;
    QByteArrayList cnames;
    QList<QHostAddress> addresses;

    bool operator==(const BareEvidence &) const = default;
};

/// Whether public resolvers can still be asked, once the zone has been found.
enum class ResolverSilence {
    None, ///< they answered when the zone was looked for last
    Possible, ///< all of the zone's servers have fallen silent since: it may be this computer's network
    Certain, ///< no resolver answers either: nobody can be asked from here (F01)
};

/// What is common to all records of a domain.
struct DomainEvidence
{
    QByteArray domain;
    Zone zone;
    ResolverSilence silence = ResolverSilence::None;
    NetworkEvidence network;
    ZoneEvidence inspection; ///< of the zone, besides its records
    QList<CertificateEvidence> certificates; ///< of the hosts that need one
    QByteArrayList proxiedHosts; ///< whose record a proxy stands in for, although Clerk has seen them all
    DomainConnect domainConnect;
    std::optional<DomainStatus> clerk; ///< as last read
    QDateTime clerkWorkingSince; ///< since when Clerk has been working on certificates; invalid when it has not
    QHash<QByteArray, ExpectedTarget> targets; ///< of every record of the domain, by host
    QList<BareEvidence> bare;
    QDateTime now;
};

} // namespace golive
