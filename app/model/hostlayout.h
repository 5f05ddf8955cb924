#pragma once

#include "model/domainname.h"

#include <QString>

namespace golive {

/// Where the application's backend lives. It changes nothing in Clerk; it decides how the backend
/// sees the session: by the `__session` cookie on the same origin, by a bearer token elsewhere.
enum class HostLayout { SameHost, SeparateHost };

/// How the backend's host stands to the site's.
enum class HostRelation {
    SameOrigin, ///< the very same host: nothing separate about it, the session cookie goes along
    SameRoot, ///< `api.example.com` for `example.com`: bearer token and CORS
    OtherRoot, ///< `api.example.net`, or a hosting provider's name: as SameRoot, and a CSP entry
};

struct BackendHost
{
    QString host; ///< ASCII form
    HostRelation relation = HostRelation::SameOrigin;

    bool operator==(const BackendHost &) const = default;
};

/// Understands what DomainName::parse() does, and accepts a hosting provider's name too: a backend
/// may well live on one. A port is dropped.
[[nodiscard]] tl::expected<BackendHost, DomainProblem> backendHostFrom(const QString &typed, const DomainName &site);

} // namespace golive
