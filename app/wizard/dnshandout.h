#pragma once

#include <QCoreApplication>

class QUrl;

namespace golive {

struct DnsState;

/// The records on paper, for the person who has the password of the DNS.
class DnsHandout
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsHandout)

public:
    [[nodiscard]] static QString text(const DnsState &state);
    /// A mailto address (RFC 6068) with subject and body and no recipient.
    [[nodiscard]] static QUrl mailDraft(const DnsState &state);
};

} // namespace golive
