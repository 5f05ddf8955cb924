#pragma once

#include "dns/ask/dnsanswer.h"

#include <QByteArrayList>

namespace golive {

/// Which certification authorities may issue for a host, as they find out themselves (RFC 8659
/// section 3): the rules of the host, or else of the nearest name above it that has some.
struct CertificateEvidence
{
    QByteArray host;
    QByteArray foundFor; ///< the host or the name above it that has the rules; empty when there are none
    QByteArray owner; ///< name that holds them: `foundFor`, or where its CNAME leads
    QList<DnsCaaData> rules;
    bool lookupFailed = false; ///< a question on the way up got no usable answer, and others did
    QByteArray failedName; ///< what it was about
    DnsServer failedAt;

    [[nodiscard]] bool throughCname() const { return owner != foundFor; }
    /// The rules are Clerk's: they are found where the host's own record leads.
    [[nodiscard]] bool isClerks() const { return throughCname() && foundFor == host; }

    bool operator==(const CertificateEvidence &) const = default;
};

} // namespace golive
