#pragma once

#include "check/checkreport.h"

#include <QCoreApplication>

namespace golive {

/// The report in sentences, for a terminal.
class CheckText
{
    Q_DECLARE_TR_FUNCTIONS(golive::CheckText)

public:
    /// Some lines, the last with its line break too.
    [[nodiscard]] static QString of(const CheckReport &report);
    /// What a person reads while the records are waited for.
    [[nodiscard]] static QString waiting(std::chrono::seconds time);

private:
    [[nodiscard]] static QString headline(const CheckReport &report);
    [[nodiscard]] static QString whereItIs(const CheckReport &report);
    [[nodiscard]] static QString surroundings(const CheckReport &report);
    [[nodiscard]] static QString records(const CheckReport &report);
    [[nodiscard]] static QStringList sentencesAbout(const ReportedRecord &record, const CheckReport &report);
    [[nodiscard]] static QString effort(const CheckReport &report);
};

} // namespace golive
