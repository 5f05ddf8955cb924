#include "testkit/openeddeployment.h"
#include "testkit/scriptedsurveyor.h"
#include "testkit/waitfor.h"
#include "wizard/steps/domainviewmodel.h"
#include "wizard/wizardflow.h"

#include <QTest>

using namespace golive;

namespace {

struct Fixture : OpenedDeployment
{
    ScriptedSurveyor surveyor;
    DomainViewModel viewModel {api, deployment, surveyor, clock};

    [[nodiscard]] const DomainViewModel::State &state() const { return viewModel.state(); }

    [[nodiscard]] static Domain providerDomain()
    {
        Domain filed = domain(QStringLiteral("shop.vercel.app"));
        filed.isProviderDomain = true;
        return filed;
    }
    /// Clerk has filed a hosting provider's name, and no way to it.
    void goLiveOnAProvidersName()
    {
        goLive();
        api.domains = QList<Domain> {providerDomain()};
        (void)waitFor(deployment.refresh());
    }
};

} // namespace

/// A hosting provider's name that Clerk has filed without a way to it.
class TestDomainRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhereTheWindowOpens()
    {
        Fixture fixture;
        fixture.goLiveOnAProvidersName();
        const Progress progress {true, true, fixture.deployment.plan(), fixture.deployment.facts()};
        QCOMPARE(firstUnfinished(progress), Step::Domain);
        QCOMPARE(statusOf(Step::Domain, progress), StepStatus::NeedsYou);
    }

    void offersToRepairAProvidersNameThatClerkCannotReach()
    {
        Fixture fixture;
        fixture.goLiveOnAProvidersName();
        QVERIFY(fixture.state().repair.isOffered);
        QVERIFY(fixture.state().repair.text.contains(QStringLiteral("shop.vercel.app")));
        QVERIFY(fixture.deployment.next() == Action::RepairDomain);

        Domain reached = fixture.providerDomain();
        reached.proxyUrl = QUrl(QStringLiteral("https://shop.vercel.app/__clerk"));
        fixture.api.changedDomain = reached;
        fixture.api.changedDomain.hold();
        fixture.viewModel.repair();
        fixture.viewModel.repair();
        QVERIFY(fixture.state().repair.busy);
        QCOMPARE(fixture.api.domainsSent, QStringList {QStringLiteral("shop.vercel.app")});
        fixture.api.domains = QList<Domain> {reached};
        fixture.api.changedDomain.release();

        QTRY_VERIFY(!fixture.state().repair.isOffered);
        QTRY_VERIFY(fixture.state().notice.text.contains(QStringLiteral("https://shop.vercel.app/__clerk")));
        QVERIFY(fixture.deployment.next() != Action::RepairDomain);
    }

    void keepsTheRepairAtHandWhenItDidNotWork()
    {
        Fixture fixture;
        fixture.goLiveOnAProvidersName();
        fixture.api.changedDomain = failure(Error::Kind::Offline);
        fixture.viewModel.repair();
        QTRY_VERIFY(!fixture.state().repair.trouble.isEmpty());
        QVERIFY(fixture.state().repair.isOffered && !fixture.state().repair.busy);

        fixture.api.changedDomain = fixture.providerDomain(); // Clerk answers, and nothing is better
        fixture.viewModel.repair();
        QTRY_VERIFY(fixture.state().repair.trouble.contains(QStringLiteral("could not be understood")));
    }
};

QTEST_GUILESS_MAIN(TestDomainRepair)

#include "tst_domainrepair.moc"
