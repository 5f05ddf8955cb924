#include "wizard/dns/delay.h"

#include "wizard/dns/dnswords.h"

#include <algorithm>

namespace golive {

using Kind = DnsFinding::Kind;
using std::chrono::seconds;

QDateTime endOfWait(const DnsFinding &finding, const QList<RecordAnswer> &answers, const QDateTime &lastLooked)
{
    if (!finding.wait)
        return {};
    if (finding.until.isValid())
        return finding.until;
    for (const RecordAnswer &answer : answers)
        if (answer.server == finding.server && answer.ttl && answer.askedAt.isValid())
            return answer.askedAt.addSecs(answer.ttl->count());
    return lastLooked.isValid() ? lastLooked.addSecs(finding.wait->count()) : QDateTime();
}

DnsFinding asOf(const QDateTime &now, DnsFinding finding, const QDateTime &end)
{
    if (!finding.wait || !end.isValid())
        return finding;
    // A clock that was set back must not make the wait longer than it was.
    const seconds left = std::min(seconds(now.secsTo(end)), std::max(*finding.wait, seconds(0)));
    finding.wait = left > seconds(0) ? std::optional(left) : std::nullopt;
    return finding;
}

std::optional<DnsDelay> DnsDelay::longest(const RecordWatch::View &view, const QDateTime &now)
{
    for (const DnsFinding &finding : view.findings)
        if (finding.kind == Kind::ServersChanged)
            if (const QDateTime end = endOfWait(finding, {}, view.lastLooked); end > now)
                return DnsDelay(finding.kind, end);
    std::optional<DnsDelay> longest;
    for (const RecordView &record : view.records) {
        const Kind kind = record.finding.kind;
        const QDateTime end = endOfWait(record.finding, record.answers, view.lastLooked);
        const bool waits = kind == Kind::AbsenceCached || kind == Kind::OldAnswerCached;
        if (waits && end > now && (!longest || end > longest->m_until))
            longest = DnsDelay(kind, end);
    }
    return longest;
}

QString DnsDelay::words(const QDateTime &now) const
{
    const QString left = DnsWords::duration(seconds(now.secsTo(m_until)));
    if (m_kind == Kind::ServersChanged)
        return tr("The name servers were changed. The old ones are forgotten everywhere in %1.").arg(left);
    if (m_kind == Kind::OldAnswerCached)
        return tr("A record was changed. Its old value is forgotten everywhere in %1.").arg(left);
    return tr("A record was asked for before it was there. That is forgotten everywhere in %1.").arg(left);
}

} // namespace golive
