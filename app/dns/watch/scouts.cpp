#include "dns/watch/scouts.h"

#include <algorithm>

namespace golive {
namespace {

bool hasFailed(const RecordEvidence &record, const DnsServer &resolver)
{
    return std::any_of(record.sightings.begin(), record.sightings.end(), [&](const Sighting &each) {
        return each.role == Sighting::Role::Resolver && each.key == describe(resolver) && !each.usable;
    });
}

} // namespace

std::optional<DnsServer> scoutFor(const RecordEvidence &record, const QList<DnsServer> &resolvers, qsizetype turn)
{
    if (resolvers.isEmpty())
        return std::nullopt;
    QList<DnsServer> inOrder = resolvers;
    std::stable_partition(inOrder.begin(), inOrder.end(), [](const DnsServer &each) { return !each.manyCaches; });
    std::rotate(inOrder.begin(), inOrder.begin() + turn % inOrder.size(), inOrder.end());
    const auto willing
        = std::find_if(inOrder.begin(), inOrder.end(), [&](const DnsServer &each) { return !hasFailed(record, each); });
    return willing == inOrder.end() ? inOrder.constFirst() : *willing;
}

} // namespace golive
