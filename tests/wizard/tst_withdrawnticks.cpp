#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/handoverviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

/// An instance that Clerk lists in the place of the former one, or its new address, is not done because the former was.
class TestWithdrawnTicks : public QObject
{
    Q_OBJECT

    static void finish(OpenedDeployment &world)
    {
        world.choose();
        world.letClerkCreate();
        world.api.status = complete();
        QVERIFY(waitFor(world.deployment.createProductionInstance()));
        world.deployment.change([](DeployPlan &plan) { plan.keysTaken = true; });
        // No provider is on in development.
        QVERIFY(world.deployment.next() == Action::Finished);
    }

    static DomainStatus complete()
    {
        DomainStatus status;
        status.complete = true;
        return status;
    }

    static Application with(Application application, const char *instanceId, const char *key)
    {
        application.instances.append(
            {QString::fromLatin1(instanceId), Environment::Production, QString::fromLatin1(key)});
        return application;
    }

private Q_SLOTS:
    void anInstanceMadeAnewHasItsKeysStillToBeTaken()
    {
        OpenedDeployment world;
        finish(world);
        HandoverViewModel handover(world.deployment, world.clock, nullptr);
        QVERIFY(handover.state().keysTaken);
        const QSignalSpy changes(&world.deployment, &Deployment::planChanged);

        world.api.application = world.application; // deleted
        QVERIFY(waitFor(world.deployment.refresh()));
        QVERIFY(world.deployment.next() == Action::CreateInstance);
        world.api.application = with(world.application, "ins_prod2", "pk_live_bmV3");
        QVERIFY(waitFor(world.deployment.refresh()));

        QVERIFY(world.deployment.next() == Action::TakeKeys);
        QVERIFY(!world.deployment.entry().finished);
        QVERIFY(world.deployment.entry().secretKeyKeptAt.isNull()); // that was the other one's
        QCOMPARE(changes.count(), 1);
        QVERIFY(!handover.state().keysTaken);
        QVERIFY2(handover.state().explanation.contains(QStringLiteral("made anew")),
                 qPrintable(handover.state().explanation));

        handover.setKeysTaken(true);
        QVERIFY(world.deployment.next() == Action::Finished);
        handover.setKeysTaken(false);
        QVERIFY(!handover.state().explanation.contains(QStringLiteral("made anew")));
    }

    void soHasOneThatIsCreatedHere()
    {
        OpenedDeployment world;
        finish(world);
        world.api.application = world.application;
        QVERIFY(waitFor(world.deployment.refresh()));

        ProductionInstance created;
        created.id = QStringLiteral("ins_prod2");
        created.domain = OpenedDeployment::domain();
        created.secretKey = Secret("sk_live_another");
        world.api.creation = created;
        world.api.application.once(world.application);
        world.api.application = with(world.application, "ins_prod2", "pk_live_bmV3");
        QVERIFY(waitFor(world.deployment.createProductionInstance()));

        QVERIFY(world.deployment.next() == Action::TakeKeys);
        QVERIFY(world.deployment.entry().secretKeyKeptAt.isValid());
    }

    void anotherDomainMeansAnotherKey()
    {
        OpenedDeployment world;
        finish(world);
        HandoverViewModel handover(world.deployment, world.clock, nullptr);
        world.api.application = with(world.application, "ins_prod", "pk_live_b3RoZXI");
        world.api.domains = QList<Domain> {OpenedDeployment::domain(QStringLiteral("example.org"))};
        QVERIFY(waitFor(world.deployment.refresh()));

        QVERIFY(world.deployment.next() == Action::TakeKeys);
        QVERIFY2(handover.state().explanation.contains(QStringLiteral("publishable key")),
                 qPrintable(handover.state().explanation));
    }

    void whatWasTakenBackIsRememberedInTheNextRun()
    {
        OpenedDeployment world;
        finish(world);
        world.deployment.close();
        world.deployment.open(with(world.application, "ins_prod2", "pk_live_bmV3"));

        QVERIFY(!world.deployment.plan().keysTaken);
        const auto kept = world.journal.find(QStringLiteral("api.clerk.com"), world.application.id);
        QVERIFY(kept && !kept->plan.keysTaken);
        QVERIFY(kept->confirmations.keysWithdrawn == Confirmations::Cause::OtherInstance);
    }
};

QTEST_GUILESS_MAIN(TestWithdrawnTicks)
#include "tst_withdrawnticks.moc"
