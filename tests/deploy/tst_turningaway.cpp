#include "testkit/openeddeployment.h"
#include "testkit/settle.h"
#include "testkit/waitfor.h"

#include <QTest>

using namespace golive;

/// Work that ends when the person is elsewhere already, or in another order than it began.
class TestTurningAway : public QObject
{
    Q_OBJECT

    static Application otherShop()
    {
        Application other;
        other.id = QStringLiteral("app_other");
        other.name = QStringLiteral("Other");
        return other;
    }

    /// Created, with a secret key that the password store did not take.
    static void createWithUnkeptKey(OpenedDeployment &world)
    {
        world.choose();
        world.letClerkCreate();
        world.secrets.refusal = Error::Kind::SecretStoreLocked;
        QVERIFY(waitFor(world.deployment.createProductionInstance()));
    }

private Q_SLOTS:
    void anUnkeptKeyIsThatOfItsApplicationOnly()
    {
        OpenedDeployment world;
        createWithUnkeptKey(world);
        QVERIFY(world.deployment.holdsUnkeptKey());

        world.deployment.open(otherShop());

        QVERIFY(!world.deployment.holdsUnkeptKey());
        QVERIFY(world.deployment.holdsAnyUnkeptKey());
        QVERIFY(!waitFor(world.deployment.keepHeldKey()));
        QVERIFY(!world.deployment.facts().secretKeyKept);
    }

    void aKeyThatIsKeptLateIsNotCreditedToAnotherApplication()
    {
        OpenedDeployment world;
        createWithUnkeptKey(world);
        world.secrets.refusal.reset();
        const auto keeping = world.deployment.keepHeldKey();
        world.deployment.open(otherShop());

        QVERIFY(waitFor(keeping));

        QVERIFY(!world.deployment.facts().secretKeyKept);
        QVERIFY(world.deployment.entry().secretKeyKeptAt.isNull());
        QVERIFY(!world.deployment.holdsAnyUnkeptKey());
    }

    void creationIsUnderWayWhicheverApplicationIsAtHand()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        world.api.creation.hold();
        const auto creation = world.deployment.createProductionInstance();
        settle();
        world.deployment.open(otherShop());
        QVERIFY(world.deployment.isCreating());

        world.api.creation.release();

        QVERIFY(waitFor(creation));
        QVERIFY(!world.deployment.isCreating());
    }

    void whatIsBeingCreatedCannotChangeMeanwhile()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        const auto creation = world.deployment.createProductionInstance();

        world.choose(QStringLiteral("other.example"), DeployPlan::Settings::ClerkDefaults);

        QVERIFY(waitFor(creation));
        QCOMPARE(world.deployment.plan().domain, QStringLiteral("example.com"));
        QVERIFY(world.deployment.plan().settings == DeployPlan::Settings::CloneDevelopment);
    }

    void aReadingThatBeganEarlierDoesNotUndoALaterOne()
    {
        OpenedDeployment world;
        world.api.application.hold();
        const auto early = world.deployment.refresh();
        settle();
        world.goLive(); // the held reading took place before this
        world.api.application.hold();
        const auto late = world.deployment.refresh();
        settle();

        world.api.application.releaseLast();
        QVERIFY(waitFor(late));
        QVERIFY(world.deployment.facts().production());
        world.api.application = world.application;
        world.api.application.release();
        QVERIFY(waitFor(early));

        QVERIFY(world.deployment.facts().production());
    }

    void looksAgainWhenSomebodyElseIsCreating()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        world.api.creation = failure(Error::Kind::Busy);

        const auto outcome = waitFor(world.deployment.createProductionInstance());

        QVERIFY(outcome);
        QVERIFY(outcome->how == CreationOutcome::How::FoundExisting);
        QCOMPARE(world.api.creation.calls(), 1);
    }

    void anAnswerAboutTheApplicationThatWasLeftIsNotTakenForThisOne()
    {
        OpenedDeployment world;
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));
        world.api.dnsCheck.hold();
        const auto look = world.deployment.askClerkToLook();
        settle();
        world.deployment.open(otherShop());
        const int readings = world.api.domains.calls();

        world.api.dnsCheck.release();
        const auto answer = waitFor(look);

        QVERIFY(!answer);
        QVERIFY(answer.error().kind == Error::Kind::Cancelled);
        QCOMPARE(world.api.domains.calls(), readings);
    }
};

QTEST_GUILESS_MAIN(TestTurningAway)
#include "tst_turningaway.moc"
