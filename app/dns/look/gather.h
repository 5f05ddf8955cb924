#pragma once

#include "foundation/promise.h"

#include <QList>

#include <memory>

namespace golive {

/// All answers in the order of the questions, when the last one is there. An answer that failed is
/// `T {}`. Whoever waits is told Cancelled when `owner` goes first.
template<typename T>
[[nodiscard]] QFuture<Result<QList<T>>> gathered(const QList<QFuture<Result<T>>> &open, QObject *owner)
{
    struct Gathering
    {
        QList<T> answers;
        qsizetype open = 0;
        Promise<QList<T>> promise;
    };
    const auto gathering = std::make_shared<Gathering>();
    gathering->answers.resize(open.size());
    gathering->open = open.size();
    if (open.isEmpty())
        gathering->promise.resolve(QList<T>());
    for (qsizetype at = 0; at < open.size(); ++at)
        onAnswer(open[at], owner, [gathering, at](const Result<T> &said) {
            if (said)
                gathering->answers[at] = *said;
            if (--gathering->open == 0)
                gathering->promise.resolve(gathering->answers);
        });
    return gathering->promise.future();
}

} // namespace golive
