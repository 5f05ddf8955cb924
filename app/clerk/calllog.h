#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace golive {

/// One try of a call to Clerk, as support wants to know it. Neither headers nor bodies, so no credential.
struct CallNote
{
    QDateTime at; ///< UTC, when the answer was there
    QByteArray method;
    QString target; ///< path and query, shortened
    int status = 0; ///< of HTTP; 0 without an answer
    QString trouble; ///< Clerk's code, or the network's word; empty when all went well
    QString traceId;
    std::chrono::milliseconds took {0};

    bool operator==(const CallNote &) const = default;
};

/// The latest calls of this run, in memory only.
class CallLog
{
public:
    static constexpr qsizetype most = 200;

    void note(CallNote call)
    {
        if (m_calls.size() == most)
            m_calls.removeFirst();
        m_calls.append(std::move(call));
    }
    /// The oldest first.
    [[nodiscard]] const QList<CallNote> &calls() const { return m_calls; }

private:
    QList<CallNote> m_calls;
};

} // namespace golive
