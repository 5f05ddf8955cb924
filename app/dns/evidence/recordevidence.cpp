#include "dns/evidence/recordevidence.h"

#include <algorithm>

namespace golive {
namespace {

bool isAbsent(const RecordEvidence &record)
{
    return record.side == SideEvidence()
        && std::all_of(record.sightings.begin(), record.sightings.end(), [](const Sighting &each) {
               return each.role != Sighting::Role::Authoritative || !each.usable || each.isAbsent();
           });
}

bool wasHeard(const RecordEvidence &record)
{
    return std::any_of(record.sightings.begin(), record.sightings.end(),
                       [](const Sighting &each) { return each.role == Sighting::Role::Authoritative && each.usable; });
}

} // namespace

QByteArrayList namesWithCertificates(const QList<RecordEvidence> &records)
{
    QByteArrayList hosts;
    for (const RecordEvidence &record : records)
        if (!record.host.contains("_domainkey") && !record.host.startsWith("clkmail"))
            hosts.append(record.host);
    return hosts;
}

bool isNothingThere(const QList<RecordEvidence> &records)
{
    return !records.isEmpty() && std::all_of(records.begin(), records.end(), isAbsent)
        && std::all_of(records.begin(), records.end(), wasHeard);
}

} // namespace golive
