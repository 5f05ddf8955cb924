#pragma once

#include "dns/evidence/domainevidence.h"
#include "dns/evidence/recordevidence.h"
#include "dns/judge/recordprogress.h"

#include <QHash>

namespace golive {

/// What to say about one record.
struct RecordVerdict
{
    RecordProgress progress = RecordProgress::Unknown;
    int authoritativeRight = 0;
    int authoritativeAsked = 0; ///< servers that hold the zone and answered
    int resolversRight = 0;
    int resolversAsked = 0; ///< those that answered
    bool everyServerHeard = false; ///< each of the zone's servers has answered or was waited for
    /// Whether any resolver has it, where the network keeps the zone's servers from being asked;
    /// nothing where they can be.
    std::optional<bool> seenFromAfar;
    DnsFinding finding;

    /// Right at every server of the zone that works. Where these cannot be asked, at any resolver,
    /// which can only have it from them.
    [[nodiscard]] bool isPublished() const
    {
        if (seenFromAfar)
            return *seenFromAfar;
        return everyServerHeard && authoritativeAsked > 0 && authoritativeRight == authoritativeAsked;
    }

    bool operator==(const RecordVerdict &) const = default;
};

/// The failure catalogue as far as DnsFinding has names for it. What concerns the network or the
/// zone silences everything below; Clerk's own "verified" silences all.
[[nodiscard]] RecordVerdict evaluate(const RecordEvidence &record, const DomainEvidence &domain);

/// What one state of the evidence says, each thing worked out once however often it is asked for.
class Judgement
{
public:
    explicit Judgement(DomainEvidence domain);

    [[nodiscard]] const DomainEvidence &domain() const { return m_domain; }
    /// Those of judgeDomain().
    [[nodiscard]] const QList<DnsFinding> &findings() const { return m_findings; }
    /// That of silencingFinding().
    [[nodiscard]] const std::optional<DnsFinding> &silencing() const { return m_silencing; }
    /// That of evaluate(). One host, one record.
    [[nodiscard]] RecordVerdict of(const RecordEvidence &record);

private:
    DomainEvidence m_domain;
    QList<DnsFinding> m_findings;
    std::optional<DnsFinding> m_silencing;
    QHash<QByteArray, RecordVerdict> m_verdicts; ///< by host
};

/// True for an answer with the record in it. A resolver with many caches behind its address has to
/// give it twice: an old answer may follow a new one.
[[nodiscard]] bool countsAsRight(const Sighting &sighting, const ExpectedTarget &target);

/// Several resolvers find nothing at the record's target, and none finds anything (F40).
[[nodiscard]] bool leadsNowhere(const RecordEvidence &record);

/// True while a resolver fails, and has not been asked often enough to say so.
[[nodiscard]] bool deservesAnotherTry(const RecordEvidence &record, const QString &resolverKey);

} // namespace golive
