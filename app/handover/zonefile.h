#pragma once

#include "model/domain.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace golive {

/// A fragment in the master file format of RFC 1035, section 5, to be imported into an existing zone:
/// full names with a final dot, TTL 300 s, optional records included.
///
/// Cloudflare's import would put the records behind its proxy, which breaks Clerk's check, unless a
/// comment after each says otherwise. To all others it is a comment.
[[nodiscard]] QString zoneFile(const QString &zone, const QList<DnsRecord> &records, const QDateTime &writtenAt);

/// `clerk-example.com.txt`: Cloudflare's file picker offers no other ending.
[[nodiscard]] QString zoneFileName(const QString &zone);

/// The records as lines to read, in columns: type, name, value, for a colleague or a support ticket.
[[nodiscard]] QString recordsAsText(const QList<DnsRecord> &records);

} // namespace golive
