#include "testkit/practiceclerk.h"

namespace golive {

PracticeClerk::PracticeClerk()
{
    api = std::make_unique<HttpPlatformApi>(network, clock, server.baseUrl());
    api->setAccessKey(Secret(PracticeServer::accessKey));
}

PracticeClerk::~PracticeClerk() = default;

Application PracticeClerk::shop() const
{
    return waitFor(api->listApplications()).value().at(0);
}

QUrl PracticeClerk::gateway()
{
    if (!server.baseUrl().isValid() && !server.listen())
        qFatal("no port for the practice server");
    return server.baseUrl();
}

int PracticeClerk::creations() const
{
    return server.requestCount("POST", QStringLiteral("/instances"));
}

} // namespace golive
