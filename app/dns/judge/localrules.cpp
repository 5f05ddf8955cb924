#include "dns/judge/localrules.h"

#include <algorithm>

namespace golive {
namespace {

QString textOf(const QList<QHostAddress> &addresses)
{
    QStringList texts;
    for (const QHostAddress &each : addresses)
        texts.append(each.toString());
    return texts.join(QStringLiteral(", "));
}

bool shareNone(const QList<QHostAddress> &some, const QList<QHostAddress> &others)
{
    return std::none_of(some.begin(), some.end(), [&](const QHostAddress &each) { return others.contains(each); });
}

/// Silence and failure are no other answer; a refusal is one: company resolvers refuse what they
/// do not want seen.
bool saysOtherwise(const Sighting &own, const ExpectedTarget &target)
{
    const bool refuses = own.outcome == DnsAnswer::Outcome::Answered && own.rcode == DnsRcode::Refused;
    return refuses || (own.usable && !own.isRight(target));
}

} // namespace

DnsFinding judgeLocally(const RecordEvidence &record)
{
    const auto own = std::find_if(record.sightings.begin(), record.sightings.end(),
                                  [](const Sighting &each) { return each.role == Sighting::Role::System; });
    if (own == record.sightings.end())
        return {};
    if (saysOtherwise(*own, record.target)) {
        const QString seen = own->cnames.isEmpty() ? textOf(record.systemAddresses) : QString();
        return {.kind = DnsFinding::Kind::LocalAnswerDiffers,
                .seen = seen.isEmpty() ? describe(*own) : seen,
                .server = describe(own->server)};
    }
    // Hosts in many places answer with other addresses each time, so one in common is enough.
    const bool overridden = !record.systemAddresses.isEmpty() && !record.computerAddresses.isEmpty()
        && shareNone(record.computerAddresses, record.systemAddresses)
        && shareNone(record.computerAddresses, record.targetAddresses);
    if (own->usable && overridden)
        return {.kind = DnsFinding::Kind::HostsFileOverride, .seen = textOf(record.computerAddresses)};
    return {};
}

} // namespace golive
