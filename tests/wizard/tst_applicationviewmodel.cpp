#include "testkit/applicationworld.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

class TestApplicationViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheSelectionWhileItIsFilteredAway()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.enter();
        world.viewModel.select(shop.id);

        world.viewModel.setFilter(QStringLiteral("blog"));
        QVERIFY(world.state().selectedId.isEmpty());
        world.viewModel.goForward(); // nothing that cannot be seen is opened
        QVERIFY(!world.state().opening);
        QCOMPARE(world.attention.count(), 1);

        world.viewModel.setFilter({});
        QCOMPARE(world.state().selectedId, shop.id);
    }

    void opensTheChosenApplicationAndMovesOn()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.letOpen(shop);
        world.enter();
        world.viewModel.select(shop.id);
        QVERIFY(world.state().selectionText.isEmpty());

        world.viewModel.goForward();
        QVERIFY(world.state().opening);
        world.viewModel.goForward();
        world.viewModel.select(blog.id);
        QCOMPARE(world.state().selectedId, shop.id);

        QTRY_COMPARE(world.finished.count(), 1);
        QCOMPARE(world.deployment.plan().applicationId, shop.id);
        QVERIFY(!world.state().opening);
        QVERIFY(world.state().opened.has_value());

        const int calls = world.api.application.calls();
        world.viewModel.goForward(); // it is open already
        QCOMPARE(world.finished.count(), 2);
        QCOMPARE(world.api.application.calls(), calls);
    }

    void saysThatADeploymentIsContinued()
    {
        ApplicationWorld world;
        world.list({shop, live});
        world.letOpen(live);
        world.enter();

        world.viewModel.select(live.id);
        QVERIFY(world.state().selectionText.contains(QStringLiteral("continues")));
        world.viewModel.goForward();

        QTRY_COMPARE(world.finished.count(), 1);
        QVERIFY(world.state().readOnly);
        world.viewModel.select(shop.id);
        QCOMPARE(world.state().selectedId, live.id);
        world.viewModel.goForward();
        QCOMPARE(world.finished.count(), 2);
    }

    void keepsTheKeyOfAnAttemptThatWasNotAnswered_data()
    {
        QTest::addColumn<bool>("attempted");
        QTest::addColumn<bool>("keptOnce");
        QTest::addColumn<int>("asked");
        QTest::newRow("attempted here") << true << false << 1;
        QTest::newRow("taken out of the keychain since") << true << true << 0;
        QTest::newRow("made elsewhere") << false << false << 0;
    }
    void keepsTheKeyOfAnAttemptThatWasNotAnswered()
    {
        QFETCH(bool, attempted);
        QFETCH(bool, keptOnce);
        QFETCH(int, asked);
        ApplicationWorld world;
        const QString instanceId = live.instanceOf(Environment::Production)->id;
        JournalEntry entry;
        entry.clerkHost = clerkHost;
        entry.plan.applicationId = live.id;
        entry.productionInstanceId = keptOnce ? instanceId : QString();
        entry.creationAttemptedAt = attempted ? world.clock.now() : QDateTime();
        entry.secretKeyKeptAt = keptOnce ? world.clock.now() : QDateTime();
        QVERIFY(world.journal.save(entry));
        world.api.keys = QList<InstanceKeys> {{instanceId, Environment::Production, {}, Secret("sk_live_0123456789")}};
        world.list({shop, live});
        world.letOpen(live);
        world.enter();
        world.viewModel.select(live.id);

        world.viewModel.goForward();
        QTRY_COMPARE(world.finished.count(), 1);
        settle();

        QCOMPARE(world.api.keys.calls(), asked);
        QCOMPARE(world.deployment.facts().secretKeyKept, asked == 1);
    }

    void letsThePersonTurnToAnotherApplication()
    {
        ApplicationWorld world;
        world.list({shop, live});
        world.letOpen(live);
        world.enter();
        world.viewModel.select(live.id);
        world.viewModel.goForward();
        QTRY_VERIFY(world.state().readOnly);

        world.viewModel.chooseAnother();

        QVERIFY(!world.state().readOnly);
        QVERIFY(!world.state().opened.has_value());
        QVERIFY(world.state().selectedId.isEmpty());
        QVERIFY(world.deployment.plan().applicationId.isEmpty());
        world.viewModel.select(shop.id);
        QCOMPARE(world.state().selectedId, shop.id);
    }

    void explainsAnApplicationWithoutDevelopment()
    {
        ApplicationWorld world;
        Application bare = shop;
        bare.instances.clear();
        world.list({bare, blog});
        world.enter();

        world.viewModel.select(bare.id);

        QVERIFY(world.state().selectionText.contains(QStringLiteral("No development instance")));
    }

    void selectsTheOnlyApplication()
    {
        ApplicationWorld world;
        world.list({shop});
        world.enter();
        QCOMPARE(world.state().selectedId, shop.id);
    }

    void asksToChooseFirst()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.enter();

        world.viewModel.goForward();

        QVERIFY(world.state().notice.text.contains(QStringLiteral("Choose")));
        QCOMPARE(world.attention.constLast().constFirst().toString(), QStringLiteral("applicationList"));
        world.viewModel.select(shop.id);
        QVERIFY(world.state().notice.isEmpty());
    }

    void closesWhatCouldNotBeOpened()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.api.application = Result<Application>(failure(Error::Kind::Offline));
        world.enter();
        world.viewModel.select(shop.id);

        world.viewModel.goForward();

        QTRY_VERIFY(world.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(!world.state().opening);
        QCOMPARE(world.finished.count(), 0);
        QVERIFY(!world.deployment.facts().application.has_value());
        QCOMPARE(world.state().selectedId, shop.id);

        world.letOpen(shop);
        world.viewModel.goForward();
        QTRY_COMPARE(world.finished.count(), 1);
    }

    void goesOnWithLessWhenTheKeyMayNotReadEverything()
    {
        ApplicationWorld world;
        world.list({live, blog});
        world.letOpen(live);
        world.api.domains = Result<QList<Domain>>(failure(Error::Kind::Forbidden));
        world.enter();
        world.viewModel.select(live.id);

        world.viewModel.goForward();

        QTRY_VERIFY(world.state().notice.tone == Notice::Tone::Warning);
        QCOMPARE(world.finished.count(), 0);
        world.viewModel.goForward();
        QCOMPARE(world.finished.count(), 1);
    }

    void doesNotOpenAnApplicationThatIsGone()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.enter();
        world.viewModel.select(shop.id);

        world.viewModel.goForward(); // the scripted Clerk does not find it

        QTRY_VERIFY(world.state().notice.tone == Notice::Tone::Problem);
        world.viewModel.goForward();
        QTRY_VERIFY(!world.state().opening);
        QCOMPARE(world.finished.count(), 0);
    }

    void doesNotMoveOnAfterThePersonWentElsewhere()
    {
        ApplicationWorld world;
        world.list({shop});
        world.letOpen(shop);
        world.enter();
        world.api.application.hold();
        world.viewModel.goForward();

        world.viewModel.leave();
        world.api.application.release();

        QTRY_VERIFY(!world.state().opening);
        settle();
        QCOMPARE(world.finished.count(), 0);
    }

    void continuesAnEarlierDeployment()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.letOpen(blog);

        world.viewModel.continueWith(blog.id);
        world.viewModel.enter();

        QTRY_COMPARE(world.finished.count(), 1);
        QCOMPARE(world.deployment.plan().applicationId, blog.id);
        QCOMPARE(world.api.applications.calls(), 1);
    }

    void saysWhenTheEarlierApplicationIsGone()
    {
        ApplicationWorld world;
        world.list({shop, blog});

        world.viewModel.continueWith(QStringLiteral("app_deleted"));

        QTRY_VERIFY(world.state().notice.text.contains(QStringLiteral("not in this workspace")));
        settle();
        QCOMPARE(world.finished.count(), 0);
    }

    void mayBeDestroyedAtAnyMoment()
    {
        ScriptedPlatformApi api;
        api.applications = Result<QList<Application>>(QList<Application> {live});
        MemorySecretStore secrets;
        DeployJournal journal {QString()};
        MovedClock clock;
        Deployment deployment(api, secrets, journal, clock, clerkHost);
        for (const int moment : {0, 1, 2}) {
            if (moment == 0)
                api.applications.hold();
            else
                api.domains.hold();
            {
                ApplicationViewModel viewModel(api, deployment, journal, clock);
                viewModel.enter();
                if (moment != 0)
                    QTRY_VERIFY(viewModel.state().loaded);
                if (moment == 2)
                    viewModel.goForward();
            }
            api.applications.release();
            api.domains.release();
            settle();
        }
    }
};

QTEST_GUILESS_MAIN(TestApplicationViewModel)
#include "tst_applicationviewmodel.moc"
