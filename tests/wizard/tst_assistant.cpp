#include "keychain/memorysecretstore.h"
#include "testkit/movedclock.h"
#include "testkit/practiceclerk.h"
#include "testkit/scriptedsurveyor.h"
#include "testkit/toldwatch.h"
#include "testkit/unwillingstore.h"
#include "wizard/assistant.h"

#include <QTest>

using namespace golive;

class TestAssistant : public QObject
{
    Q_OBJECT

    /// Everything the assistant stands on, with the practice server as Clerk.
    struct World
    {
        PracticeClerk clerk;
        MemorySecretStore secrets;
        DeployJournal journal {QString()};
        ToldWatch records;
        ScriptedSurveyor surveyor;
        Assistant assistant {AssistantParts {
            *clerk.api, clerk.frontend, secrets, journal, clerk.clock, records, surveyor, QStringLiteral("practice"),
            QUrl(QStringLiteral("https://dash.example")), Secret(PracticeServer::accessKey), false}};

        Step step() { return assistant.flow().current(); }
    };

private Q_SLOTS:
    void theForwardButtonLeadsThroughTheFirstSteps()
    {
        World world;
        QVERIFY(world.step() == Step::Start);
        world.assistant.start.goForward();
        QVERIFY(world.step() == Step::Connect);
        world.assistant.connectStep.enter();

        world.assistant.connectStep.goForward();

        QTRY_VERIFY(world.step() == Step::Application);
    }

    void anAnswerOfAStepThatWasLeftMovesNothing()
    {
        World world;
        world.assistant.start.goForward();
        world.assistant.connectStep.enter();
        world.assistant.connectStep.goForward();

        QVERIFY(world.assistant.flow().goBack());
        QTRY_VERIFY(world.assistant.connectStep.isConnected());

        QVERIFY(world.step() == Step::Start);
    }

    void continuesAnEarlierDeploymentWhereItStands()
    {
        World world;
        const Application shop = world.clerk.shop();
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("practice");
        entry.plan.applicationId = shop.id;
        entry.plan.settings = DeployPlan::Settings::CloneDevelopment;
        entry.changedAt = world.clerk.clock.now();
        QVERIFY(world.journal.save(entry));
        world.assistant.start.enter();

        world.assistant.start.continueDeployment(shop.id);

        QTRY_VERIFY(world.step() == Step::Domain);
        QCOMPARE(world.assistant.deployment().plan().applicationId, shop.id);
    }

    void comparesAnApplicationWithBothInstancesFromTheList()
    {
        World world;
        world.assistant.start.goForward();
        world.assistant.connectStep.goForward();
        QTRY_VERIFY(world.step() == Step::Application);
        world.assistant.application.enter();
        QTRY_VERIFY(!world.assistant.application.state().rows.isEmpty());
        QString both;
        const auto rows = world.assistant.application.state().rows; // selecting makes a new State
        for (const auto &row : rows) {
            world.assistant.application.select(row.id);
            QCOMPARE(world.assistant.application.state().canCompare, row.hasProduction);
            if (row.hasProduction)
                both = row.id;
        }
        world.assistant.application.select(both);

        world.assistant.application.compareSettings();

        QTRY_VERIFY(world.step() == Step::Compare);
        QCOMPARE(world.assistant.deployment().plan().applicationId, both);

        world.assistant.flow().goTo(Step::Application); // and once more, now that it is open
        world.assistant.application.compareSettings();
        QVERIFY(world.step() == Step::Compare);
        world.assistant.flow().goTo(Step::Summary);
        world.assistant.summary.compareSettings();
        QVERIFY(world.step() == Step::Compare);
    }

    void comparesAnEarlierDeploymentFromTheStart()
    {
        World world;
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("practice");
        const auto applications = waitFor(world.clerk.api->listApplications()).value();
        for (const Application &each : applications)
            if (each.instances.size() == 2)
                entry.plan.applicationId = each.id;
        QVERIFY(world.journal.save(entry));
        world.assistant.start.enter();
        QVERIFY(!world.assistant.start.state().earlier.constFirst().canCompare); // as far as this computer remembers
        entry.productionInstanceId = QStringLiteral("ins_live");
        QVERIFY(world.journal.save(entry));
        world.assistant.start.enter();
        QVERIFY(world.assistant.start.state().earlier.constFirst().canCompare);

        world.assistant.start.compareSettings(entry.plan.applicationId);

        QTRY_VERIFY(world.step() == Step::Compare);
        QCOMPARE(world.assistant.deployment().plan().applicationId, entry.plan.applicationId);
    }

    void saysWhenAnEarlierApplicationIsGone()
    {
        World world;
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("practice");
        entry.plan.applicationId = QStringLiteral("app_deleted");
        QVERIFY(world.journal.save(entry));
        world.assistant.start.enter();

        world.assistant.start.continueDeployment(QStringLiteral("app_deleted"));

        QTRY_VERIFY(!world.assistant.application.state().notice.isEmpty());
        QVERIFY(world.step() == Step::Application);
    }

    void forgetsTheListOfAnotherKey()
    {
        World world;
        world.assistant.start.goForward();
        world.assistant.connectStep.goForward();
        QTRY_VERIFY(world.step() == Step::Application);
        world.assistant.application.enter();
        QTRY_VERIFY(!world.assistant.application.state().rows.isEmpty());

        world.assistant.connectStep.useAnotherKey();

        QVERIFY(world.assistant.application.state().rows.isEmpty());
    }

    void aRefusedDomainLeadsBackToItsField()
    {
        World world;
        world.assistant.start.goForward();
        world.assistant.connectStep.enter();
        world.assistant.connectStep.goForward();
        QTRY_VERIFY(world.step() == Step::Application);
        world.assistant.deployment().open(world.clerk.shop());
        world.assistant.deployment().change([](DeployPlan &plan) {
            plan.settings = DeployPlan::Settings::ClerkDefaults;
            plan.domain = QStringLiteral("corner-shop.example");
        });
        QVERIFY(world.assistant.flow().goTo(Step::Create));
        world.clerk.server.failNext(422, QStringLiteral("home_url_taken"), {}, QStringLiteral("/instances"));
        world.assistant.create.enter();

        world.assistant.create.create();

        QTRY_VERIFY(world.step() == Step::Domain);
        world.assistant.domain.enter();
        QVERIFY(!world.assistant.domain.state().notice.isEmpty());
    }

    void whoStartsAnewIsNotLedToAnEarlierDeployment()
    {
        World world;
        const Application shop = world.clerk.shop();
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("practice");
        entry.plan.applicationId = shop.id;
        QVERIFY(world.journal.save(entry));
        world.assistant.start.enter();
        world.assistant.start.continueDeployment(shop.id);
        world.assistant.connectStep.stopChecking();
        QVERIFY(world.assistant.flow().goTo(Step::Start));

        world.assistant.start.goForward();
        QVERIFY(world.step() == Step::Connect);
        world.assistant.connectStep.goForward();

        QTRY_VERIFY(world.step() == Step::Application);
        world.assistant.application.enter();
        QTRY_VERIFY(world.assistant.application.state().loaded);
        QVERIFY(world.assistant.deployment().plan().applicationId.isEmpty());
    }

    void closingIsQuestionedWhileAnyApplicationIsBeingCreated()
    {
        World world;
        Assistant &assistant = world.assistant;
        assistant.deployment().open(world.clerk.shop());
        assistant.deployment().change([](DeployPlan &plan) { plan.domain = QStringLiteral("corner-shop.example"); });
        const auto creation = assistant.deployment().createProductionInstance();
        assistant.deployment().close();

        QVERIFY(assistant.reasonToStay().contains(QStringLiteral("creating")));
        QVERIFY(waitFor(creation));
        QVERIFY(assistant.reasonToStay().isEmpty());
    }

    void closingIsQuestionedOnlyWhenSomethingWouldBeLost()
    {
        World world;
        QVERIFY(world.assistant.reasonToStay().isEmpty());

        UnwillingStore store;
        Assistant careful(AssistantParts {*world.clerk.api, world.clerk.frontend, store, world.journal,
                                          world.clerk.clock, world.records, world.surveyor, QStringLiteral("practice"),
                                          QUrl(), std::nullopt, false});
        careful.deployment().open(world.clerk.shop());
        careful.deployment().change([](DeployPlan &plan) { plan.domain = QStringLiteral("corner-shop.example"); });
        QVERIFY(waitFor(careful.deployment().createProductionInstance()));

        QVERIFY(careful.reasonToStay().contains(QStringLiteral("memory")));
    }
};

QTEST_GUILESS_MAIN(TestAssistant)
#include "tst_assistant.moc"
