#pragma once

#include "wizard/settings/comparisontable.h"
#include "wizard/steps/comparisonviewmodel.h"

#include <QCoreApplication>

namespace golive {

/// What the comparison says as a whole.
class ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::ComparisonWords)

public:
    using Phase = ComparisonViewModel::Phase;

    [[nodiscard]] static QString headline(Phase phase, const ComparisonTable::Counts &counts,
                                          ReadingDirection direction);
    [[nodiscard]] static QString explanation(Phase phase, const ComparisonTable::Counts &counts,
                                             ReadingDirection direction);
    [[nodiscard]] static QString underWay(Phase phase);
    [[nodiscard]] static QString ticked(int ticked, int tickable);
    [[nodiscard]] static QString noRows(const QString &search, const ComparisonTable::Counts &counts);
    [[nodiscard]] static Notice notRead(const Error &error);
    [[nodiscard]] static Notice entriesNotRead(const Error &error);
    /// Clerk could not be asked what would happen.
    [[nodiscard]] static Notice noPreview(const Error &error);
    [[nodiscard]] static Notice oneInstanceOnly();
};

} // namespace golive
