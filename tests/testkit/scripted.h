#pragma once

#include "foundation/promise.h"

#include <QList>

namespace golive {

/// One question to a double. It answers at once with what was set last, or first with what was
/// queued for single calls; while held it answers nobody until release().
///
/// What its functions do is compiled once, for the types in scripted.cpp: every test of a step has one, and
/// building them took longest of all.
template<typename T>
class Scripted
{
public:
    explicit Scripted(Result<T> standing);
    ~Scripted();
    Scripted(const Scripted &) = delete;
    Scripted &operator=(const Scripted &) = delete;

    /// Every call from now on is answered like this.
    Scripted &operator=(Result<T> standing);
    /// The next unanswered call is answered like this, before the standing answer counts again.
    void once(Result<T> answer);

    void hold() { m_held = true; }
    /// Answers whoever waits, with what is scripted now, and holds no longer.
    void release();

    /// Answers only the call that came last; the others go on waiting.
    void releaseLast();

    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] qsizetype waiting() const { return m_waiting.size(); }

    QFuture<Result<T>> ask();

private:
    Result<T> take();

    Result<T> m_standing;
    QList<Result<T>> m_queued;
    QList<Promise<T>> m_waiting;
    bool m_held = false;
    int m_calls = 0;
};

} // namespace golive
