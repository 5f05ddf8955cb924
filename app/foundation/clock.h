#pragma once

#include <QDateTime>
#include <QObject>

#include <chrono>
#include <functional>

namespace golive {

/// Where the program gets its time from, so that a test can move it.
class Clock
{
public:
    virtual ~Clock() = default;

    /// The wall clock, in UTC. May jump when the person sets it.
    [[nodiscard]] virtual QDateTime now() const = 0;

    /// A clock that only goes forward, counted from an arbitrary moment: for durations and schedules.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;

    /// Runs `work` once, from the event loop, after `delay`; not at all when `context` is gone by
    /// then. To cancel, delete the context.
    virtual void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) = 0;
};

/// The computer's own clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override;
};

} // namespace golive
