#pragma once

#include "dns/watch/domaincheck.h"

namespace golive {

/// One line of diagnosis as it is told: the words of the window, and words that programs compare.
struct ReportedFinding
{
    QString id; ///< the catalogue's, such as `F33`
    QString severity; ///< `error`, `warning` or `info`
    QString scope; ///< the full name of a record's host, `zone` or `network`
    QString message;
    QString fix;
    QString link; ///< https address of a page that helps; mostly empty

    bool operator==(const ReportedFinding &) const = default;
};

struct ReportedRecord
{
    QString host; ///< full name
    QString nameToType; ///< relative to the zone
    QString valueToType; ///< the target in the form the provider wants
    QString expected; ///< the target; `*` in it stands for a part that is not known
    QString state; ///< `unknown`, `not_found`, `partly_found`, `found` or `seen`
    QString reach; ///< who has it, in words
    QString finding; ///< id of the finding that says why it is not right; empty when there is none
    QList<RecordAnswer> authoritative;
    QList<RecordAnswer> resolvers;

    /// Right at every server of the zone that works.
    [[nodiscard]] bool isRight() const;

    bool operator==(const ReportedRecord &) const = default;
};

/// What there is to tell about one domain.
struct CheckReport
{
    QString domain;
    QString zone; ///< empty when none was found
    QString provider; ///< empty when unknown
    QStringList nameServers;
    QList<ReportedFinding> findings; ///< the gravest first
    QList<ReportedRecord> records;
    bool allRight = false;
    qint64 questions = 0;
    std::chrono::milliseconds took {0};
};

[[nodiscard]] CheckReport reportOf(const CheckedDomain &checked);

/// Every record is right at every server of the zone that works, and nothing keeps the world from seeing that.
[[nodiscard]] bool isAllRight(const RecordWatch::View &view);

} // namespace golive
