#pragma once

#include "wizard/notice.h"

#include <QObject>

namespace golive {

/// What every step's view model has in common. The forward button never commits: it moves on, or
/// does the harmless work the step needs first (checking a key), or says what is missing.
class StepViewModel : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// The step became the current one: look again at what may have changed.
    virtual void enter() { }
    /// The step is no longer shown: hide secrets, slow down.
    virtual void leave() { }
    /// The person pressed the forward button. Ends, now or later, in finished() or in a changed
    /// State whose notice says what is missing.
    virtual void goForward() { Q_EMIT finished(); }

Q_SIGNALS:
    /// The State was replaced; draw it.
    void stateChanged();
    /// The step is satisfied; the flow may move on.
    void finished();
    /// Move the keyboard focus to this field (an object name), because something is wrong with it.
    void attentionWanted(const QString &field);
};

} // namespace golive
