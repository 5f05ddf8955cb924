#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/createviewmodel.h"

#include <QTest>

using namespace golive;

/// The step "Create" of a deployment that has been there before.
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
};

QTEST_GUILESS_MAIN(TestCreationResumed)
#include "tst_creationresumed.moc"
