#pragma once

#include "foundation/clock.h"

#include <QPointer>

#include <algorithm>
#include <map>
#include <utility>

namespace golive {

/// A clock that stands still until it is moved. What was scheduled runs inside advance(), in the
/// order of its time, and in the order of asking where the times are equal. Work scheduled by such
/// work runs in the same advance() when its time has come too.
class MovedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_now; }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override { return m_elapsed; }

    void callAfter(std::chrono::milliseconds delay, QObject *context, std::function<void()> work) override
    {
        m_waiting.emplace(m_elapsed + delay, Waiting {context, std::move(work)});
    }

    /// Lets time pass, and runs what falls due meanwhile, each at its own moment.
    void advance(std::chrono::milliseconds time)
    {
        const std::chrono::milliseconds until = m_elapsed + time;
        while (!m_waiting.empty() && m_waiting.begin()->first <= until) {
            auto next = m_waiting.extract(m_waiting.begin());
            moveTo(std::max(next.key(), m_elapsed));
            if (next.mapped().context)
                next.mapped().work();
        }
        moveTo(until);
    }

    /// Sets the wall clock, as a person does; elapsed() takes no notice.
    void setNow(const QDateTime &now) { m_now = now.toUTC(); }

    /// How much is scheduled whose context is still there.
    [[nodiscard]] qsizetype waiting() const
    {
        return std::count_if(m_waiting.cbegin(), m_waiting.cend(),
                             [](const auto &each) { return !each.second.context.isNull(); });
    }

    /// How long until the next work falls due; negative when nothing waits.
    [[nodiscard]] std::chrono::milliseconds untilNext() const
    {
        for (const auto &[due, each] : m_waiting)
            if (each.context)
                return due - m_elapsed;
        return std::chrono::milliseconds(-1);
    }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        std::function<void()> work;
    };

    void moveTo(std::chrono::milliseconds moment)
    {
        m_now = m_now.addMSecs((moment - m_elapsed).count());
        m_elapsed = moment;
    }

    QDateTime m_now = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    std::chrono::milliseconds m_elapsed {1000};
    std::multimap<std::chrono::milliseconds, Waiting> m_waiting;
};

} // namespace golive
