#include "dns/evidence/sharedtoken.h"

#include <algorithm>

namespace golive {
namespace {

/// Each once, however many of the zone's servers say it.
QByteArrayList tokensOf(const RecordEvidence &record)
{
    QByteArrayList tokens;
    for (const Sighting &each : record.sightings) {
        if (each.role != Sighting::Role::Authoritative || !each.isRight(record.wanted))
            continue;
        const QByteArray token = record.wanted.tokenIn(each.cnames.constFirst());
        if (!token.isEmpty() && !tokens.contains(token))
            tokens.append(token);
    }
    return tokens;
}

} // namespace

QByteArray sharedToken(const QList<RecordEvidence> &records)
{
    QByteArrayList votes;
    for (const RecordEvidence &record : records)
        votes += tokensOf(record);
    const auto most = std::max_element(votes.begin(), votes.end(), [&](const QByteArray &a, const QByteArray &b) {
        return votes.count(a) < votes.count(b);
    });
    return most == votes.end() ? QByteArray() : *most;
}

} // namespace golive
