#pragma once

#include "foundation/clock.h"

namespace golive {

/// The computer's clock, so many times as fast: what takes a minute with real servers is seen in seconds.
class HurriedClock final : public Clock
{
public:
    explicit HurriedClock(int haste)
        : m_haste(haste)
        , m_startedAt(m_clock.now())
    {
    }

    [[nodiscard]] QDateTime now() const override
    {
        return m_startedAt.addMSecs(m_startedAt.msecsTo(m_clock.now()) * m_haste);
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_clock.elapsed() * m_haste; }
    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override
    {
        // Never early: whoever asks the time then is to find that it has come.
        m_clock.callAfter(delay / m_haste + std::chrono::milliseconds(1), context, std::move(work));
    }

private:
    SystemClock m_clock;
    int m_haste;
    QDateTime m_startedAt;
};

} // namespace golive
