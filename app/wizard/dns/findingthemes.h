#pragma once

#include "wizard/dns/findingwords.h"

namespace golive {

// Each knows the findings of its theme, and answers all others with nothing.

/// This computer and its network: F01 to F08.
[[nodiscard]] FindingWords networkWords(const DnsFinding &finding, const FindingContext &context);
/// The domain, its delegation and its zone: F11 to F24.
[[nodiscard]] FindingWords zoneWords(const DnsFinding &finding, const FindingContext &context);
/// A record that is not there, or under another name.
[[nodiscard]] FindingWords nameWords(const DnsFinding &finding, const FindingContext &context);
/// A record with another value or of another type.
[[nodiscard]] FindingWords valueWords(const DnsFinding &finding, const FindingContext &context);
/// A record that is right, and not seen everywhere yet.
[[nodiscard]] FindingWords waitingWords(const DnsFinding &finding, const FindingContext &context);
/// Certificates and Clerk: F60 to F69.
[[nodiscard]] FindingWords certificateWords(const DnsFinding &finding, const FindingContext &context);

} // namespace golive
