#pragma once

#include "dns/evidence/nearmiss.h"
#include "dns/evidence/sighting.h"

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
    QHash<quint16, QList<DnsData>> data; ///< of these types, by their number

    bool operator==(const SideEvidence &) const = default;
};

/// What a name beside the record's own answers with that nobody can have entered.
struct WildcardEvidence
{
    QByteArrayList cnames;
    QList<QHostAddress> addresses;
    QHash<quint16, QList<DnsData>> data; ///< of other types, by their number, where the record's name has those

    bool operator==(const WildcardEvidence &) const = default;
};

/// A resolver that could not answer about the record, time after time.
struct ResolverFailure
{
    int times = 0;
    QDateTime since;
    QDateTime last;
    bool withoutCheckToo = false; ///< DNSSEC is not the reason: it fails with its check left out, too

    bool operator==(const ResolverFailure &) const = default;
};

/// How a record's name looks from this computer.
struct LocalView
{
    Sighting sighting; ///< what its own resolver says
    QList<QHostAddress> systemAddresses;
    QList<QHostAddress> computerAddresses;
};

/// Everything collected about one record. Filling it in is DnsWatch's work; nothing here asks.
struct RecordEvidence
{
    QByteArray host;
    ExpectedTarget wanted; ///< as asked for
    ExpectedTarget target; ///< the same, or one name once the token in it is known
    QList<Sighting> sightings; ///< the newest of every server
    QHash<QString, QDateTime> rightSince; ///< by Sighting::key: since when its answers are right
    SideEvidence side;
    WildcardEvidence wildcard;
    QList<NearMiss> missesFound; ///< names that hold a CNAME to the target
    QList<QHostAddress> targetAddresses; ///< what the target leads to, as a resolver sees it
    QByteArrayList onward; ///< where the wrong target of the record leads, as a resolver sees it
    QHash<QString, ResolverFailure> failures; ///< by Sighting::key of resolvers that fail
    QHash<QString, bool> targetLeadsOn; ///< whether a resolver, by its key, finds anything at the target
    QList<QHostAddress> systemAddresses; ///< of the name, as this computer's resolver sees it
    QList<QHostAddress> computerAddresses; ///< of the name, as programs on this computer see it
    ClerkView clerk = ClerkView::Unknown;
};

/// The hosts that people's browsers go to, for which Clerk gets certificates. Only Clerk can say it
/// for certain; the others are for mail.
[[nodiscard]] QByteArrayList namesWithCertificates(const QList<RecordEvidence> &records);

/// The zone's servers have spoken about every record, and there is nothing of any of them.
[[nodiscard]] bool isNothingThere(const QList<RecordEvidence> &records);

} // namespace golive
