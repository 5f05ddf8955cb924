#pragma once

#include "handover/checklist.h"
#include "model/hostlayout.h"

#include <QCoreApplication>

namespace golive {

/// The hand-over checklist in people's words.
class HandoverWords
{
    Q_DECLARE_TR_FUNCTIONS(golive::HandoverWords)

public:
    /// How the hand-over stands. `ready`: there is an instance; `live`: its domain is, too.
    [[nodiscard]] static QString headline(bool ready, bool live, bool keysTaken);
    [[nodiscard]] static QString whatNow(bool ready, bool live, bool keysTaken);
    /// Heads the rows of one need.
    [[nodiscard]] static QString heading(HandoverNeed need);
    [[nodiscard]] static QString title(HandoverTask task);
    /// Why, and what to do, for the application's own hosts.
    [[nodiscard]] static QString explanation(HandoverTask task, const HostLayout &layout);

private:
    [[nodiscard]] static QString applicationExplanation(HandoverTask task, const HostLayout &layout);
    [[nodiscard]] static QString hostsExplanation(HandoverTask task, const HostLayout &layout);
    [[nodiscard]] static QString worldExplanation(HandoverTask task, const HostLayout &layout);
};

} // namespace golive
