#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace golive {

/// The median of several runs, in microseconds: a busy machine disturbs some runs, seldom most.
inline double medianOf(int runs, const std::function<void()> &work)
{
    QList<qint64> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(timer.nsecsElapsed());
    }
    std::sort(times.begin(), times.end());
    return double(times.at(times.size() / 2)) / 1000.0;
}

/// One line of the report: what was measured, beside what, and the ratio, which is all that counts.
inline void report(const char *what, double ours, const char *beside, double theirs)
{
    std::printf("%-44s %10.1f us   %-34s %10.1f us   ratio %6.2f\n", what, ours, beside, theirs, ours / theirs);
}

} // namespace golive
