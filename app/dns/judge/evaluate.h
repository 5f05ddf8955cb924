#pragma once

#include "dns/evidence/nearmiss.h"
#include "dns/evidence/sighting.h"
#include "dns/evidence/zone.h"
#include "dns/watch/recordwatch.h"

#include <QHash>

namespace golive {

/// What Clerk said about one record.
enum class ClerkView { Unknown, NotVerified, Verified };

/// What lies at a record's name besides a CNAME, seen at one of the zone's own servers.
struct SideEvidence
{
    QList<QHostAddress> addresses;
    std::optional<std::chrono::seconds> addressTtl;
    QByteArrayList texts;
    QList<DnsType> otherTypes; ///< TXT, MX and NS that were there

    bool operator==(const SideEvidence &) const = default;
};

/// What a name that nobody can have entered answers with.
struct WildcardEvidence
{
    QByteArrayList cnames;
    QList<QHostAddress> addresses;

    [[nodiscard]] bool exists() const { return !cnames.isEmpty() || !addresses.isEmpty(); }

    bool operator==(const WildcardEvidence &) const = default;
};

/// Everything collected about one record. Filling it in is DnsWatch's work; nothing here asks.
struct RecordEvidence
{
    QByteArray host;
    QByteArray target;
    QList<Sighting> sightings; ///< the newest of every server
    QHash<QString, QDateTime> rightSince; ///< by Sighting::key: since when its answers are right
    SideEvidence side;
    WildcardEvidence wildcard;
    QList<NearMiss> missesFound; ///< names that hold a CNAME to the target
    QList<QHostAddress> targetAddresses; ///< what the target leads to, as a resolver sees it
    QByteArrayList onward; ///< where the wrong target of the record leads, as a resolver sees it
    ClerkView clerk = ClerkView::Unknown;
};

/// What is common to all records of a domain.
struct DomainEvidence
{
    QByteArray domain;
    Zone zone;
    QHash<QByteArray, QByteArray> targets; ///< of every record of the domain, by host
    QDateTime now;
};

/// What to say about one record.
struct RecordVerdict
{
    RecordProgress progress = RecordProgress::Unknown;
    int authoritativeRight = 0;
    int authoritativeAsked = 0; ///< servers that hold the zone and answered
    int resolversRight = 0;
    int resolversAsked = 0; ///< those that answered
    bool everyServerHeard = false; ///< each of the zone's servers has answered or was waited for
    RecordFinding finding;

    /// Right at every server of the zone that works.
    [[nodiscard]] bool isPublished() const
    {
        return everyServerHeard && authoritativeAsked > 0 && authoritativeRight == authoritativeAsked;
    }

    bool operator==(const RecordVerdict &) const = default;
};

/// The failure catalogue as far as RecordFinding has names for it. What concerns the network or the
/// zone silences everything below; Clerk's own "verified" silences all.
[[nodiscard]] RecordVerdict evaluate(const RecordEvidence &record, const DomainEvidence &domain);

/// Letters to add, drop or change to get from one to the other; counting stops above `most`.
[[nodiscard]] int editDistance(const QByteArray &a, const QByteArray &b, int most);

} // namespace golive
