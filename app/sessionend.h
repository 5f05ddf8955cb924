#pragma once

#include <QObject>

class QSessionManager;

namespace golive {

class Assistant;
class AssistantWindow;

/// Answers when the desktop is about to end the session: the person logs out, or shuts the computer down. What was
/// typed goes into the password store. Where something would be lost all the same, such as a key that is only in
/// memory, the session is held up, where the desktop lets a program do so, and the window says why; else the password
/// store is tried once more.
///
/// Qt hears of it from X's session management and from Windows. Elsewhere the end comes as a signal: see OrderlyEnd.
class SessionEnd : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    SessionEnd(Assistant &assistant, AssistantWindow &window);

private:
    void answer(QSessionManager &desktop);

    Assistant &m_assistant;
    AssistantWindow &m_window;
};

} // namespace golive
