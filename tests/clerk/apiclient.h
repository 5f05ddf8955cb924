#pragma once

#include "clerk/httpplatformapi.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedserver.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

namespace golive {

/// The client, talking to `server`, in a time that stands still.
struct ApiClient
{
    explicit ApiClient(const ScriptedServer &server)
        : api(network, clock, server.url())
    {
        api.setAccessKey(Secret("ak_test"));
    }

    /// Waits until the next thing to happen is due in `wait`.
    [[nodiscard]] bool isDueIn(std::chrono::milliseconds wait) const
    {
        return QTest::qWaitFor([&] { return clock.untilNext() == wait; }, 10'000);
    }

    MovedClock clock;
    QNetworkAccessManager network;
    HttpPlatformApi api;
};

} // namespace golive
