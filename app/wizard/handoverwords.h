#pragma once

#include "handover/checklist.h"

#include <QCoreApplication>

namespace golive {

/// The hand-over checklist in people's words.
class HandoverWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::HandoverWords)

public:
    /// Heads the rows of one need.
    [[nodiscard]] static QString heading(HandoverNeed need);
    [[nodiscard]] static QString title(HandoverTask task);
    /// Why, and what to do. `domain` is the production domain.
    [[nodiscard]] static QString explanation(HandoverTask task, const QString &domain);

private:
    [[nodiscard]] static QString applicationExplanation(HandoverTask task, const QString &domain);
    [[nodiscard]] static QString worldExplanation(HandoverTask task, const QString &domain);
};

} // namespace golive
