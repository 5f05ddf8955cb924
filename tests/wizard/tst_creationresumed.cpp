#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/createviewmodel.h"

#include <QTest>

using namespace golive;

/// The step "Create" where something was there before, and where nothing was sent.
class TestCreationResumed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersAnAttemptThatWasInterrupted()
    {
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(Error::Kind::TimedOut);
        waitFor(world.deployment.createProductionInstance());
        CreateViewModel viewModel(world.deployment);

        viewModel.enter();

        QVERIFY(viewModel.state().outcome.text.contains(QStringLiteral("earlier attempt")));
        QVERIFY(viewModel.state().canCreate);
    }

    void saysThatAnInstanceIsGone()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        QVERIFY(waitFor(world.deployment.createProductionInstance()));
        world.api.application = world.application; // deleted in the Dashboard
        QVERIFY(waitFor(world.deployment.refresh()));
        CreateViewModel viewModel(world.deployment);

        viewModel.enter();

        QCOMPARE(viewModel.state().outcome.tone, Notice::Tone::Warning);
        QVERIFY(viewModel.state().outcome.text.contains(QStringLiteral("is gone")));
        QVERIFY(viewModel.state().canCreate);
    }

    void saysOnlyWhatWasChosenHereOfAnInstanceFromElsewhere()
    {
        OpenedDeployment world; // no journal of it
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));
        const CreateViewModel viewModel(world.deployment);

        QCOMPARE(viewModel.state().summary.at(1).value, QStringLiteral("Chosen outside of this assistant"));
        for (const auto &row : viewModel.state().summary)
            QVERIFY(row.title != QLatin1String("Backend"));

        world.deployment.change([](DeployPlan &plan) { plan.hosts.backend = HostChoices::Backend::SeparateHost; });
        QCOMPARE(viewModel.state().summary.at(3).title, QStringLiteral("Backend"));
    }

    void claimsNothingUncertainWhenNothingWasSent_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("offline") << Error::Kind::Offline;
        QTest::newRow("no answer in time") << Error::Kind::TimedOut;
        QTest::newRow("busy") << Error::Kind::Busy;
        QTest::newRow("no permission") << Error::Kind::Forbidden;
    }

    void claimsNothingUncertainWhenNothingWasSent()
    {
        QFETCH(Error::Kind, kind);
        OpenedDeployment world;
        world.choose();
        world.api.application.once(failure(kind));
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        QTRY_VERIFY(viewModel.state().underWay.isEmpty());

        QCOMPARE(world.api.creation.calls(), 0);
        QCOMPARE(viewModel.state().phase, CreateViewModel::Phase::Ready);
        QVERIFY(viewModel.state().outcome.text.startsWith(QStringLiteral("Nothing was created")));
        QVERIFY(viewModel.state().canCreate);
        QVERIFY(!viewModel.state().canLookAgain);
        QVERIFY(world.deployment.entry().creationAttemptedAt.isNull());
    }
};

QTEST_GUILESS_MAIN(TestCreationResumed)
#include "tst_creationresumed.moc"
