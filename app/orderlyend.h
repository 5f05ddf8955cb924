#pragma once

#include "foundation/terminationsignal.h"

#include <QObject>

namespace golive {

class Clock;
class Assistant;

/// Ends the program when the system tells it to (SIGTERM, SIGINT, SIGHUP), without asking anybody: nobody
/// may be there to answer. A creation that is under way is waited for, as long as the system is likely to
/// have patience: what it brings is the production secret key. So is what was typed and is on its way into
/// the password store.
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
    TerminationSignal m_signal;
};

} // namespace golive
