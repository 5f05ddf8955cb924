#pragma once

#include "foundation/error.h"

#include <QByteArray>

namespace golive {

/// Reads Clerk's answer to a request it refused (`{errors: [{code, message, long_message, meta}], clerk_trace_id}`).
///
/// The first error decides; the sentences of the others follow in `detail`. `kind` comes from
/// Clerk's code, and from the status only when the code says nothing to us: Clerk has sent the same
/// code with different statuses. A body of any other shape becomes "HTTP n" and at most 200
/// characters of its text, and where only Clerk may say such a thing (401, 403, 404, a redirect) the
/// kind is NotClerk: a key is never called wrong because a proxy or a sign-in page said so. Key-like words in it are
/// shortened, so that no credential gets into a report.
[[nodiscard]] Error clerkError(int status, const QByteArray &body);

/// True for HTML, which Clerk's API never answers with.
[[nodiscard]] bool isWebPage(const QByteArray &body);

/// Text from a server, fit for a report: no control characters, at most `longest` characters, and
/// without the middle of anything that looks like a key.
[[nodiscard]] QString harmlessText(const QString &text, qsizetype longest);

} // namespace golive
