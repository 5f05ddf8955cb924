#pragma once

#include "deploy/deployment.h"
#include "testkit/movedclock.h"
#include "testkit/openeddeployment.h"
#include "testkit/practiceclerk.h"

#include <QJsonObject>

namespace golive {

/// The practice shop with its production instance just created: four providers wait for their
/// credentials, and no record is entered anywhere. Real client, real server; only the steps'
/// clock is moved by hand.
struct PracticeProduction
{
    explicit PracticeProduction(const QString &folder = {})
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

    [[nodiscard]] QString productionId() const { return deployment.facts().production()->id; }

    /// What Clerk holds of a provider, secrets in the clear.
    [[nodiscard]] QJsonObject connection(const QString &slug)
    {
        const auto instance = clerk.world.instance(deployment.plan().applicationId, QStringLiteral("production"));
        return (*instance)->config.value(QStringLiteral("connection_oauth_") + slug).toObject();
    }

    /// Every record is entered, and Clerk has looked.
    void enterRecords()
    {
        clerk.world.zones().enterAllRight();
        if (!waitFor(deployment.askClerkToLook()))
            qFatal("the practice server does not look");
    }

    /// How often production's settings were changed. What was refused or only tried does not count.
    [[nodiscard]] int patches()
    {
        return (*clerk.world.instance(deployment.plan().applicationId, QStringLiteral("production")))->configEdition
            - 1;
    }
    /// How often somebody asked for a change.
    [[nodiscard]] int attempts() const { return clerk.server.requestCount("PATCH", QStringLiteral("/config")); }
    [[nodiscard]] int looks() const { return clerk.server.requestCount("POST", QStringLiteral("/dns_check")); }
    [[nodiscard]] int statusReads() const { return clerk.server.requestCount("GET", QStringLiteral("/status")); }

    PracticeClerk clerk;
    FussySecretStore secrets;
    DeployJournal journal;
    MovedClock clock;
    Deployment deployment {*clerk.api, secrets, journal, clock, QStringLiteral("practice")};
};

} // namespace golive
