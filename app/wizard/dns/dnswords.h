#pragma once

#include "dns/watch/recordwatch.h"
#include "wizard/dns/findingwords.h"

#include <QCoreApplication>

#include <chrono>

namespace golive {

/// The words for what DNS shows. Server text is built in only as names, shortened; show the
/// results as plain text.
class DnsWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::DnsWords)

public:
    /// What a finding asks of the person.
    enum class Need {
        Nothing,
        Add, ///< the record is not there yet
        Correct, ///< something is there, and it is wrong
        Wait, ///< the person's part is done
        Look, ///< it is about the whole domain or this network, not about one record
    };

    /// What a record is for, from its name and target: Clerk lists them without saying.
    [[nodiscard]] static QString purpose(const DnsRecord &record);

    [[nodiscard]] static Need need(DnsFinding::Kind kind);
    /// Empty for None alone.
    [[nodiscard]] static FindingWords finding(const DnsFinding &finding, const FindingContext &context);

    /// “Found at 1 of 2 of your provider’s servers · seen by 3 of 8 public resolvers”; empty when nobody was asked.
    [[nodiscard]] static QString reach(const RecordView &view);

    /// “40 s”, “12 min”, “3 h”: rounded up, so that a wait is never promised too short.
    [[nodiscard]] static QString duration(std::chrono::seconds time);
    /// A moment today as the person's clock shows it.
    [[nodiscard]] static QString clockTime(const QDateTime &moment);
};

} // namespace golive
