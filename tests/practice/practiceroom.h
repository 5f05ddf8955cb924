#pragma once

#include "practiceclient.h"
#include "testkit/movedclock.h"

namespace golive {

/// A practice world, its server and somebody who asks it, all new for each test.
struct PracticeRoom
{
    explicit PracticeRoom(Pace pace = Pace::instant())
        : world(clock, pace)
        , server(world)
        , listening(server.listen())
        , client(server)
    {
    }

    /// Application `index` of the workspace: shop, blog, bookings.
    [[nodiscard]] QString application(int index)
    {
        return QStringLiteral("/v1/platform/applications/") + world.applications().at(index).id;
    }
    [[nodiscard]] QString shop() { return application(0); }
    [[nodiscard]] QString blog() { return application(1); }
    [[nodiscard]] QString bookings() { return application(2); }

    PracticeClient::Answer createShop(const QString &domain = QStringLiteral("corner-shop.example"))
    {
        return client.post(
            shop() + QStringLiteral("/instances"),
            {{QStringLiteral("domain"), domain},
             {QStringLiteral("environment_type"), QStringLiteral("production")},
             {QStringLiteral("clone_instance_id"), world.applications().at(0).instances.constFirst().id}});
    }

    void enterAll(ZoneEntry entry)
    {
        const QList<ZoneRecord> records = world.zones().records();
        for (const ZoneRecord &record : records)
            world.zones().enter(record.host, entry);
    }

    MovedClock clock;
    PracticeWorld world;
    PracticeServer server;
    bool listening;
    PracticeClient client;
};

} // namespace golive
