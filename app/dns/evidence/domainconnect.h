#pragma once

#include <QString>

namespace golive {

/// What the zone's provider says about itself through Domain Connect, an open protocol by which
/// providers announce their pages. All of it is the provider's text: shown as plain text only.
struct DomainConnect
{
    QString providerDisplayName; ///< empty when the provider does not take part
    QString urlControlPanel; ///< https address of this zone's page for records; may be empty
    bool supportsClerk = false; ///< the provider knows Clerk's template

    [[nodiscard]] bool exists() const { return !providerDisplayName.isEmpty(); }

    bool operator==(const DomainConnect &) const = default;
};

} // namespace golive
