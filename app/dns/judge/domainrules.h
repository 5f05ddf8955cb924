#pragma once

#include "dns/evidence/dnsfinding.h"
#include "dns/evidence/domainevidence.h"

namespace golive {

/// Everything to say about the domain as a whole, the gravest first. While one finding explains the
/// others, they are left out: on a network without DNS nothing is said about the zone.
[[nodiscard]] QList<DnsFinding> judgeDomain(const DomainEvidence &domain);

/// The finding that makes anything said about single records pointless, if there is one.
[[nodiscard]] std::optional<DnsFinding> silencingFinding(const DomainEvidence &domain);
/// The same, of what judgeDomain() has found.
[[nodiscard]] std::optional<DnsFinding> silencingFinding(const QList<DnsFinding> &findings);

} // namespace golive
