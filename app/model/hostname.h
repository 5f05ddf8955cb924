#pragma once

#include "model/domainname.h"

namespace golive {

/// The host in what somebody typed or pasted, in lower-case ASCII form: with two labels or more,
/// none of them malformed (RFC 1035, RFC 3492). Whose host it is does not matter here.
///
/// A scheme, user, port, path, query, enclosing quotes, spaces around it, invisible characters and
/// one final dot are taken off without a word.
[[nodiscard]] tl::expected<QString, DomainProblem> hostNameFrom(const QString &typed);

} // namespace golive
