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
    explicit PracticeProduction(const QString &folder = {});
    ~PracticeProduction();
    PracticeProduction(const PracticeProduction &) = delete;
    PracticeProduction &operator=(const PracticeProduction &) = delete;

    [[nodiscard]] QString productionId() const;

    /// What Clerk holds of a provider, secrets in the clear.
    [[nodiscard]] QJsonObject connection(const QString &slug);

    /// Every record is entered, and Clerk has looked.
    void enterRecords();

    /// How often production's settings were changed. What was refused or only tried does not count.
    [[nodiscard]] int patches();
    /// How often somebody asked for a change.
    [[nodiscard]] int attempts() const;
    [[nodiscard]] int looks() const;
    [[nodiscard]] int statusReads() const;

    PracticeClerk clerk;
    FussySecretStore secrets;
    DeployJournal journal;
    MovedClock clock;
    Deployment deployment {*clerk.api, secrets, journal, clock, QStringLiteral("practice")};
};

} // namespace golive
