#pragma once

#include <QString>

namespace golive {

/// Where the application's backend lives. It changes nothing in Clerk; it decides how the backend
/// sees the session: by the `__session` cookie on the same origin, by a bearer token elsewhere.
enum class HostLayout { SameHost, SeparateHost };

} // namespace golive
