#pragma once

#include "foundation/promise.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace golive {

/// Asks a keyring on the bus, and waits three seconds at most. SecretStoreUnavailable with the reason as its code
/// (storefault), or SecretStoreNotAnswering.
[[nodiscard]] QFuture<Result<QDBusMessage>> askOnBus(const QDBusConnection &bus, const QDBusMessage &question);

/// Goes on with a good answer; a failure is passed on. `next` gives a QFuture<Result<U>>.
template<typename T, typename Next>
[[nodiscard]] auto andThen(QFuture<Result<T>> future, Next next)
{
    if constexpr (std::is_void_v<T>) {
        using Future = std::invoke_result_t<Next>;
        using Answer = decltype(std::declval<Future>().result());
        return future
            .then(
                [next](const Result<> &done) -> Future { return done ? next() : ready(Answer(failure(done.error()))); })
            .unwrap();
    } else {
        using Future = std::invoke_result_t<Next, const T &>;
        using Answer = decltype(std::declval<Future>().result());
        return future
            .then([next](const Result<T> &answer) -> Future {
                return answer ? next(*answer) : ready(Answer(failure(answer.error())));
            })
            .unwrap();
    }
}

} // namespace golive
