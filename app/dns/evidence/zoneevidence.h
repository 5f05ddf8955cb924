#pragma once

#include "dns/ask/dnsanswer.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QStringList>

#include <optional>

namespace golive {

/// What one of the servers in charge says when it is asked for the zone itself.
struct ZoneServerCheck
{
    QByteArray name;
    DnsServer server;
    DnsAnswer::Outcome outcome = DnsAnswer::Outcome::TimedOut;
    DnsRcode rcode = DnsRcode::NoError;
    bool authoritative = false;
    std::optional<quint32> serial;

    /// Knows the zone and answers for it.
    [[nodiscard]] bool works() const
    {
        return outcome == DnsAnswer::Outcome::Answered && rcode == DnsRcode::NoError && authoritative;
    }

    bool operator==(const ZoneServerCheck &) const = default;
};

/// A resolver's idea of who is in charge of the zone.
struct CachedServers
{
    DnsServer resolver;
    QByteArrayList names;
    std::optional<std::chrono::seconds> ttl; ///< left of it at `askedAt`
    QDateTime askedAt;

    bool operator==(const CachedServers &) const = default;
};

/// What a resolver that validates says about the zone, with and without its validation (CD bit).
struct DnssecCheck
{
    DnsRcode validated = DnsRcode::NoError;
    DnsRcode unchecked = DnsRcode::NoError;
    QList<quint16> extendedErrors; ///< RFC 8914
    int resolversFailing = 0; ///< those that found no answer, of all that were asked

    bool operator==(const DnssecCheck &) const = default;
};

/// What the registry publishes about the registration (RDAP, RFC 9083).
struct Registration
{
    bool exists = false;
    QStringList statuses; ///< such as `client hold`
    QDateTime expires;
    QString registrar;

    bool operator==(const Registration &) const = default;
};

/// Everything collected about a zone besides its records.
struct ZoneEvidence
{
    QList<ZoneServerCheck> servers; ///< in charge by the zone above or by the zone itself
    QByteArrayList parentServers; ///< as the zone above hands it on; empty when that was not learned
    QByteArrayList childServers; ///< as the zone itself lists them
    QList<CachedServers> cached;
    std::optional<DnssecCheck> dnssec;
    std::optional<Registration> registration;
    QByteArrayList recordsFoundAt; ///< servers not in charge that hold one of the records, while none in charge does

    bool operator==(const ZoneEvidence &) const = default;
};

} // namespace golive
