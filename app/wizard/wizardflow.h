#pragma once

#include "model/deployplan.h"
#include "wizard/step.h"

#include <QObject>

namespace golive {

/// What is known to be true, from the server where possible. Everything about navigation follows
/// from these facts, which is why a deployment can be resumed without replaying the pages.
struct Progress
{
    bool started = false; ///< the person has left the first page once
    bool connected = false;
    DeployPlan plan;
    DeployFacts facts;

    bool operator==(const Progress &) const = default;
};

[[nodiscard]] StepStatus statusOf(Step step, const Progress &progress);

/// Where a person who comes back should land.
[[nodiscard]] Step firstUnfinished(const Progress &progress);

/// Which step is shown, and which may be. Holds no widget and makes no call.
class WizardFlow : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] Step current() const { return m_current; }
    [[nodiscard]] const Progress &progress() const { return m_progress; }
    [[nodiscard]] StepStatus status(Step step) const { return statusOf(step, m_progress); }

    void setProgress(const Progress &progress);
    /// False, and nothing happens, when the step cannot be opened yet.
    bool goTo(Step step);
    /// The step after the current one; false when it is not open.
    bool goForward();
    bool goBack();
    void resume() { goTo(firstUnfinished(m_progress)); }

Q_SIGNALS:
    void currentChanged(golive::Step step);
    void progressChanged();

private:
    Step m_current = Step::Start;
    Progress m_progress;
};

} // namespace golive
