#pragma once

#include <QCoreApplication>
#include <QString>

class QUrl;

namespace golive {

struct DnsRow;
struct DnsState;

/// The records on paper, for the person who has the password of the DNS, and for support.
class DnsHandout
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsHandout)

public:
    [[nodiscard]] static QString text(const DnsState &state);
    /// A mailto address (RFC 6068) with subject and body and no recipient.
    [[nodiscard]] static QUrl mailDraft(const DnsState &state);
    /// Every server's answer about one record, for support. Times are in UTC.
    [[nodiscard]] static QString answers(const DnsState &state, const DnsRow &row);
};

} // namespace golive
