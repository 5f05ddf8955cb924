#pragma once

#include "dns/wire/dnsmessage.h"

#include <QByteArrayList>

namespace golive {

/// What the value of a CAA property `issue` says (RFC 8659 section 4.2).
struct CaaIssue
{
    QByteArray issuer; ///< in lower case; empty when nobody is allowed, or the value makes no sense
    QByteArrayList parameters; ///< as `accounturi=https://…`, the tag in lower case

    bool operator==(const CaaIssue &) const = default;
};

[[nodiscard]] CaaIssue caaIssueFrom(const QByteArray &value);

/// The parameters that keep an issuer from proving control of the host over HTTP, as Clerk has it
/// do, under whatever account it has (RFC 8657).
[[nodiscard]] QByteArrayList restrictionsIn(const CaaIssue &issue);

/// True for a rule that no issuer may pass over and hardly one knows.
[[nodiscard]] bool isCriticalUnknown(const DnsCaaData &rule);

} // namespace golive
