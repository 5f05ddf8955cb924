#pragma once

#include "foundation/result.h"
#include "foundation/terminationsignal.h"

#include <QFuture>
#include <QObject>

namespace golive {

class Clock;
class Assistant;

/// Ends the program when the system tells it to (SIGTERM, SIGINT, SIGHUP), without asking anybody: nobody
/// may be there to answer. A creation that is under way is waited for, as long as the system is likely to
/// have patience: what it brings is the production secret key. So is what was typed and is on its way into
/// the password store; a key that the store has not taken so far is offered to it once more.
class OrderlyEnd : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    OrderlyEnd(Assistant &assistant, Clock &clock);

    /// The system has told the program to end.
    [[nodiscard]] bool hasBegun() const { return m_begun; }

private:
    void end(int signal);

    Assistant &m_assistant;
    Clock &m_clock;
    int m_looks = 0;
    bool m_begun = false;
    QFuture<Result<>> m_lastAttempt; ///< to store a key; finished while there is none
    TerminationSignal m_signal;
};

} // namespace golive
