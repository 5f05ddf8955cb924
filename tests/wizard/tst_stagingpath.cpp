#include "testkit/openeddeployment.h"
#include "testkit/practiceclerk.h"
#include "testkit/waitfor.h"
#include "wizard/steps/stagingpath.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

namespace {

struct Fixture : OpenedDeployment
{
    StagingPath path {api, deployment};

    [[nodiscard]] const StagingPath::State &state() const { return path.state(); }
};

} // namespace

class TestStagingPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesWhatFits()
    {
        Fixture fixture;
        fixture.path.propose(QStringLiteral("app.example.co.uk"));
        QCOMPARE(fixture.state().name, QStringLiteral("Shop (staging)"));
        QCOMPARE(fixture.state().domain, QStringLiteral("staging.example.co.uk"));
        fixture.path.setDomain(QStringLiteral("test.example.co.uk"));
        fixture.path.propose(QStringLiteral("example.com"));
        QCOMPARE(fixture.state().domain, QStringLiteral("test.example.co.uk"));
    }

    void saysWhatIsWrongBeforeAnythingIsSent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("domain");
        QTest::newRow("no name") << QStringLiteral(" ") << QStringLiteral("staging.example.com");
        QTest::newRow("long name") << QString(51, QLatin1Char('x')) << QStringLiteral("staging.example.com");
        QTest::newRow("no domain") << QStringLiteral("Staging") << QStringLiteral("staging");
        QTest::newRow("the same domain") << QStringLiteral("Staging") << QStringLiteral("https://example.com");
    }

    void saysWhatIsWrongBeforeAnythingIsSent()
    {
        QFETCH(QString, name);
        QFETCH(QString, domain);
        Fixture fixture;
        fixture.choose();
        fixture.path.propose(QStringLiteral("example.com"));
        fixture.path.setName(name);
        fixture.path.setDomain(domain);
        QVERIFY(fixture.state().nameProblem.isEmpty() && fixture.state().domainProblem.isEmpty());
        fixture.path.create();
        QVERIFY(!fixture.state().nameProblem.isEmpty() || !fixture.state().domainProblem.isEmpty());
        QVERIFY(!fixture.state().busy);
        QVERIFY(fixture.api.applicationsCreated.isEmpty());
    }

    void keepsToTheDomainThatWasAskedFor()
    {
        Fixture fixture;
        fixture.choose();
        fixture.path.propose(QStringLiteral("example.com"));
        Application made;
        made.id = QStringLiteral("app_staging");
        fixture.api.createdApplication = made;
        fixture.api.createdApplication.hold();
        fixture.path.create();
        fixture.path.setDomain(QStringLiteral("no domain")); // while Clerk is at it
        fixture.api.createdApplication.release();
        QTRY_COMPARE(fixture.deployment.plan().applicationId, QStringLiteral("app_staging"));
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("staging.example.com"));
    }

    void leavesWhoeverWentOnWhereTheyAre_data()
    {
        QTest::addColumn<bool>("otherApplication");
        QTest::newRow("another step") << false;
        QTest::newRow("another application") << true;
    }

    void leavesWhoeverWentOnWhereTheyAre()
    {
        QFETCH(bool, otherApplication);
        Fixture fixture;
        fixture.choose();
        fixture.path.propose(QStringLiteral("example.com"));
        Application made;
        made.id = QStringLiteral("app_staging");
        made.name = QStringLiteral("Shop (staging)");
        fixture.api.createdApplication = made;
        fixture.api.createdApplication.hold();
        const QSignalSpy opened(&fixture.path, &StagingPath::opened);
        fixture.path.create();
        Application other;
        other.id = QStringLiteral("app_other");
        if (otherApplication)
            fixture.deployment.open(other);
        else
            fixture.path.leave();
        fixture.api.createdApplication.release();
        QTRY_VERIFY(!fixture.state().busy);

        QCOMPARE(fixture.deployment.plan().applicationId,
                 otherApplication ? QStringLiteral("app_other") : QStringLiteral("app_shop"));
        QVERIFY(fixture.state().outcome.text.contains(QStringLiteral("Shop (staging)")));
        QCOMPARE(opened.count(), 0);
        fixture.deployment.open(made);
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("staging.example.com")); // it was remembered
    }

    void saysWhyThereIsNone()
    {
        Fixture fixture;
        fixture.path.propose(QStringLiteral("example.com"));
        fixture.api.createdApplication = failure(Error::Kind::Forbidden);
        fixture.path.create();
        QTRY_VERIFY(!fixture.state().busy);
        QVERIFY(fixture.state().outcome.text.contains(QStringLiteral("No application was made")));
        QCOMPARE(fixture.deployment.plan().applicationId, QStringLiteral("app_shop"));
    }

    void makesASecondApplicationAndItsProductionInstance()
    {
        PracticeClerk clerk;
        MemorySecretStore secrets;
        DeployJournal journal {QString()};
        Deployment deployment(*clerk.api, secrets, journal, clerk.clock, QStringLiteral("practice"));
        deployment.open(clerk.shop());
        deployment.change([](DeployPlan &plan) { plan.domain = QStringLiteral("corner-shop.example"); });
        const DeployPlan before = deployment.plan();
        StagingPath path(*clerk.api, deployment);
        path.propose(deployment.plan().domain);
        const QSignalSpy opened(&path, &StagingPath::opened);

        path.create();
        QTRY_COMPARE_WITH_TIMEOUT(opened.count(), 1, 10000);

        QVERIFY(deployment.plan().applicationId != before.applicationId);
        QCOMPARE(deployment.facts().application->name, before.applicationName + QStringLiteral(" (staging)"));
        QCOMPARE(deployment.plan().domain, QStringLiteral("staging.corner-shop.example"));
        QVERIFY(deployment.facts().development());
        deployment.change([](DeployPlan &plan) { plan.settings = DeployPlan::Settings::CloneDevelopment; });
        const auto created = waitFor(deployment.createProductionInstance());
        QVERIFY(created);
        QCOMPARE(created->domainStored, QStringLiteral("staging.corner-shop.example"));

        deployment.open(clerk.shop());
        QCOMPARE(deployment.plan().domain, before.domain);
    }
};

QTEST_GUILESS_MAIN(TestStagingPath)
#include "tst_stagingpath.moc"
