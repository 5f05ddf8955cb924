#include "testkit/practiceproduction.h"

namespace golive {

PracticeProduction::PracticeProduction(const QString &folder)
    : journal(folder)
{
    deployment.open(clerk.shop());
    deployment.change([](DeployPlan &plan) {
        plan.settings = DeployPlan::Settings::CloneDevelopment;
        plan.domain = QStringLiteral("corner-shop.example");
    });
    if (!waitFor(deployment.createProductionInstance()))
        qFatal("the practice server created nothing");
}

PracticeProduction::~PracticeProduction() = default;

QString PracticeProduction::productionId() const
{
    return deployment.facts().production()->id;
}

QJsonObject PracticeProduction::connection(const QString &slug)
{
    const auto instance = clerk.world.instance(deployment.plan().applicationId, QStringLiteral("production"));
    return (*instance)->config.value(QStringLiteral("connection_oauth_") + slug).toObject();
}

void PracticeProduction::enterRecords()
{
    clerk.world.zones().enterAllRight();
    if (!waitFor(deployment.askClerkToLook()))
        qFatal("the practice server does not look");
}

int PracticeProduction::patches()
{
    const auto instance = clerk.world.instance(deployment.plan().applicationId, QStringLiteral("production"));
    return (*instance)->configEdition - 1;
}

int PracticeProduction::attempts() const
{
    return clerk.server.requestCount("PATCH", QStringLiteral("/config"));
}

int PracticeProduction::looks() const
{
    return clerk.server.requestCount("POST", QStringLiteral("/dns_check"));
}

int PracticeProduction::statusReads() const
{
    return clerk.server.requestCount("GET", QStringLiteral("/status"));
}

} // namespace golive
