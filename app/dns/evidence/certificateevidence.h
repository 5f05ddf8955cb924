#pragma once

#include "dns/ask/dnsanswer.h"

#include <QByteArrayList>

#include <optional>

namespace golive {

/// Which certification authorities may issue for a host, as they find out themselves (RFC 8659).
struct CertificateEvidence
{
    QByteArray host;
    QByteArray owner; ///< name that holds the rules; empty when there are none
    QList<DnsCaaData> rules;
    bool throughCname = false; ///< the rules are those of the CNAME's target
    bool lookupFailed = false; ///< a question on the way up got no usable answer, and others did
    DnsServer failedAt;

    bool operator==(const CertificateEvidence &) const = default;
};

} // namespace golive
