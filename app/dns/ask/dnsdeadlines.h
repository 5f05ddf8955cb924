#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <utility>

class QObject;

namespace golive {

class Clock;

/// The ends of many waits on one alarm of the clock. A thousand open questions with a timer each would
/// have every answer search through a thousand timers.
class DnsDeadlines
{
    using Key = std::pair<std::chrono::milliseconds, quint64>;

public:
    /// One of the waits; its end is the end of the wait. Must not outlive the deadlines.
    class Wait
    {
    public:
        Wait() = default;
        Wait(DnsDeadlines &deadlines, Key key);
        Wait(Wait &&other) noexcept;
        Wait &operator=(Wait &&other) noexcept;
        Wait(const Wait &) = delete;
        Wait &operator=(const Wait &) = delete;
        ~Wait() { giveUp(); }

        void giveUp();

    private:
        DnsDeadlines *m_deadlines = nullptr;
        Key m_key;
    };

    explicit DnsDeadlines(Clock &clock);
    DnsDeadlines(const DnsDeadlines &) = delete;
    DnsDeadlines &operator=(const DnsDeadlines &) = delete;
    ~DnsDeadlines();

    /// Does `work` after `time`, from the event loop.
    [[nodiscard]] Wait after(std::chrono::milliseconds time, std::function<void()> work);

private:
    void take(const Key &key);
    void arm();
    void rang();

    Clock &m_clock;
    std::map<Key, std::function<void()>> m_work;
    quint64 m_next = 0;
    std::chrono::milliseconds m_rings {0}; ///< when the alarm does, if there is one
    std::unique_ptr<QObject> m_alarm; ///< its end is the end of the alarm
};

} // namespace golive
