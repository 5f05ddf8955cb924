#pragma once

#include "clerk/frontendapi.h"
#include "clerk/httpplatformapi.h"
#include "foundation/clock.h"
#include "practice/practiceserver.h"
#include "practice/practiceworld.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

namespace golive {

/// The real client talking to the real practice server: what most tests stand on. Nothing takes time in its world.
struct PracticeClerk
{
    PracticeClerk();
    ~PracticeClerk();
    PracticeClerk(const PracticeClerk &) = delete;
    PracticeClerk &operator=(const PracticeClerk &) = delete;

    /// The application that waits to be taken live, with four sign-in providers.
    [[nodiscard]] Application shop() const;

    /// Where the hosts of production domains are.
    [[nodiscard]] QUrl gateway();

    /// How often somebody asked for a production instance.
    [[nodiscard]] int creations() const;

    SystemClock clock;
    QNetworkAccessManager network;
    PracticeWorld world {clock, Pace::instant()};
    PracticeServer server {world};
    std::unique_ptr<HttpPlatformApi> api;
    FrontendApi frontend {network, clock, gateway()};
};

} // namespace golive
