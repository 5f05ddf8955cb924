#pragma once

#include "dns/watch/recordwatch.h"

#include <QCoreApplication>
#include <QDateTime>

#include <optional>

namespace golive {

/// Why records that are right are not seen everywhere yet, and until when. One of three things, and
/// never all of them: what somebody asked too early, what was changed, or other name servers.
class DnsDelay
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsDelay)

public:
    /// The one that lasts longest; nothing when none is known to.
    [[nodiscard]] static std::optional<DnsDelay> longest(const RecordWatch::View &view, const QDateTime &now);

    [[nodiscard]] DnsFinding::Kind kind() const { return m_kind; }
    [[nodiscard]] const QDateTime &until() const { return m_until; }
    /// “A record was asked for before it was there. That is forgotten everywhere in 4 min.”
    [[nodiscard]] QString words(const QDateTime &now) const;

private:
    DnsDelay(DnsFinding::Kind kind, QDateTime until)
        : m_kind(kind)
        , m_until(std::move(until))
    {
    }

    DnsFinding::Kind m_kind;
    QDateTime m_until;
};

/// Until when a finding's wait lasts; invalid when it has none. Where the finding does not
/// say itself, its `wait` counts from the answer of its server, and else from the last look.
[[nodiscard]] QDateTime endOfWait(const DnsFinding &finding, const QList<RecordAnswer> &answers,
                                  const QDateTime &lastLooked);

/// The same finding with what is left of its wait; without one when that is over.
[[nodiscard]] DnsFinding asOf(const QDateTime &now, DnsFinding finding, const QDateTime &end);

} // namespace golive
