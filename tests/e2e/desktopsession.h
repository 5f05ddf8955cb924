#pragma once

#include <atomic>
#include <string>
#include <thread>

struct _IceConn;

namespace golive {

/// The session manager of a desktop, as programs under X meet it (XSMP, through the library that desktops use). Answers
/// to whoever registers, from a thread of its own.
class DesktopSession
{
public:
    DesktopSession();
    DesktopSession(const DesktopSession &) = delete;
    DesktopSession &operator=(const DesktopSession &) = delete;
    ~DesktopSession();

    /// What programs find in SESSION_MANAGER.
    [[nodiscard]] std::string address() const { return m_address; }

    /// The person logs out. `mayAsk` lets programs ask back.
    void askToEnd(bool mayAsk);
    /// Every program is told to go.
    void end() { m_dies = true; }

    [[nodiscard]] bool hasProgram() const { return m_program != nullptr; }
    /// The program is ready for the end since the last askToEnd().
    [[nodiscard]] bool isReady() const { return m_ready; }
    /// It wants the session to go on since the last askToEnd().
    [[nodiscard]] bool isHeldUp() const { return m_heldUp; }

private:
    friend struct DesktopSessionCallbacks;
    void serve();
    void accept(void *listener);
    void tell();

    std::string m_address;
    int m_listenerCount = 0;
    void **m_listeners = nullptr; ///< ICE's
    _IceConn *m_connection = nullptr; ///< of the one program that there is
    std::atomic<void *> m_program = nullptr; ///< the same, as a member of the session
    std::atomic<bool> m_asks = false;
    std::atomic<bool> m_mayAsk = false;
    std::atomic<bool> m_dies = false;
    std::atomic<bool> m_ready = false;
    std::atomic<bool> m_heldUp = false;
    std::atomic<bool> m_stops = false;
    std::thread m_thread;
};

} // namespace golive
