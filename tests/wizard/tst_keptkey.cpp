#include "testkit/openeddeployment.h"
#include "testkit/settle.h"
#include "testkit/waitfor.h"
#include "wizard/steps/createviewmodel.h"
#include "wizard/steps/goliveviewmodel.h"
#include "wizard/steps/handoverviewmodel.h"
#include "wizard/steps/summaryviewmodel.h"

#include <QTest>

using namespace golive;
using Comparison = KeyKeeper::Comparison;

Q_DECLARE_METATYPE(golive::Error::Kind)

/// A secret key that was kept on this computer: whether it is still Clerk's, and what is said while the store is
/// silent.
class TestKeptKey : public QObject
{
    Q_OBJECT

    static void create(OpenedDeployment &world)
    {
        world.choose();
        world.letClerkCreate();
        QVERIFY(waitFor(world.deployment.createProductionInstance()));
        QVERIFY(world.deployment.facts().secretKeyKept);
    }

    static QList<InstanceKeys> keys(const char *secretKey)
    {
        InstanceKeys keys;
        keys.instanceId = QStringLiteral("ins_prod");
        keys.environment = Environment::Production;
        keys.secretKey = Secret(QByteArray(secretKey));
        return {keys};
    }

    static QString keyRow(const QList<SummaryViewModel::Row> &rows, int row) { return rows.value(row).value; }

private Q_SLOTS:
    void theSameKeyIsAskedForOnce()
    {
        OpenedDeployment world;
        create(world);
        world.api.keys = keys("sk_live_0123456789");

        QCOMPARE(waitFor(world.deployment.secretKey()).value().reveal(), QByteArray("sk_live_0123456789"));
        QVERIFY(world.deployment.keyComparison() == Comparison::Same);
        const int asked = world.api.keys.calls();
        QVERIFY(waitFor(world.deployment.secretKey()));
        QCOMPARE(world.api.keys.calls(), asked);
    }

    void aReplacedOneGivesWayToClerks()
    {
        OpenedDeployment world;
        create(world);
        world.deployment.change([](DeployPlan &plan) { plan.keysTaken = true; });
        world.api.keys = keys("sk_live_replaced");

        QCOMPARE(waitFor(world.deployment.secretKey()).value().reveal(), QByteArray("sk_live_replaced"));

        QVERIFY(world.deployment.keyComparison() == Comparison::Changed);
        QCOMPARE(
            waitFor(world.secrets.read(secretname::instanceSecretKey(QStringLiteral("ins_prod")))).value().reveal(),
            QByteArray("sk_live_replaced"));
        QVERIFY(!world.deployment.plan().keysTaken); // that was the former one
        HandoverViewModel handover(world.deployment, world.clock, nullptr);
        QVERIFY(handover.state().explanation.contains(QStringLiteral("another secret key")));
    }

    void aReplacedOneThatCannotBeKeptIsHeld()
    {
        OpenedDeployment world;
        create(world);
        world.api.keys = keys("sk_live_replaced");
        world.api.keys.hold();
        const auto key = world.deployment.secretKey();
        settle();
        world.secrets.refusal = Error::Kind::SecretStoreNotAnswering;
        world.api.keys.release();

        QCOMPARE(waitFor(key).value().reveal(), QByteArray("sk_live_replaced"));
        QVERIFY(world.deployment.holdsUnkeptKey());
    }

    void theKeptOneServesWhileClerkIsAway()
    {
        OpenedDeployment world;
        create(world);
        world.api.keys = failure(Error::Kind::Offline);

        QCOMPARE(waitFor(world.deployment.secretKey()).value().reveal(), QByteArray("sk_live_0123456789"));
        QVERIFY(world.deployment.keyComparison() == Comparison::NotAnswered);

        world.api.keys = keys("sk_live_replaced"); // and is asked again
        QCOMPARE(waitFor(world.deployment.secretKey()).value().reveal(), QByteArray("sk_live_replaced"));
    }

    void andWhereClerkWithholdsIt()
    {
        OpenedDeployment world;
        create(world);
        world.api.keys = keys("");

        QCOMPARE(waitFor(world.deployment.secretKey()).value().reveal(), QByteArray("sk_live_0123456789"));
        QVERIFY(world.deployment.keyComparison() == Comparison::Withheld);
    }

    void theStepSaysWhatWasFound()
    {
        OpenedDeployment world;
        create(world);
        world.api.keys = keys("sk_live_replaced");
        HandoverViewModel handover(world.deployment, world.clock, nullptr);
        handover.environment().chooseFramework(QStringLiteral("nextjs"));
        handover.environment().setWithSecret(true);
        QTRY_VERIFY(handover.state().notice.text.contains(QStringLiteral("another secret key")));
        QVERIFY(handover.state().notice.tone == Notice::Tone::Warning);
    }

    void aStoreThatIsSilentIsNoEmptyOne_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("silent") << Error::Kind::SecretStoreNotAnswering;
        QTest::newRow("away") << Error::Kind::SecretStoreUnavailable;
    }

    void aStoreThatIsSilentIsNoEmptyOne()
    {
        QFETCH(const Error::Kind, kind);
        OpenedDeployment world;
        create(world);
        const QString unseen = QStringLiteral("could not be looked at");
        const QString day = QLocale().toString(world.clock.now().toLocalTime().date(), QLocale::LongFormat);

        world.secrets.refusal = kind;
        QVERIFY(waitFor(world.deployment.refresh()));
        SummaryViewModel summary(world.deployment, world.secrets, QUrl(QStringLiteral("https://dashboard.example")));
        summary.enter();
        settle();
        QVERIFY2(keyRow(summary.state().secrets, 0).contains(unseen), qPrintable(keyRow(summary.state().secrets, 0)));
        QVERIFY(keyRow(summary.state().secrets, 0).contains(day));
        QVERIFY2(keyRow(summary.state().secrets, 1).contains(unseen), qPrintable(keyRow(summary.state().secrets, 1)));
        CreateViewModel creation(world.deployment);
        creation.enter();
        QVERIFY(creation.state().summary.constLast().value.contains(unseen));

        // Clerk's answer is no new key: the store has it already, and closing loses nothing.
        world.api.keys = keys("sk_live_0123456789");
        QVERIFY(waitFor(world.deployment.secretKey()));
        QVERIFY(!world.deployment.holdsAnyUnkeptKey());
        QVERIFY(world.deployment.facts().secretKeyUnseen);

        world.secrets.refusal.reset();
        QVERIFY(waitFor(world.deployment.refresh()));
        summary.enter();
        settle();
        QVERIFY(!keyRow(summary.state().secrets, 0).contains(unseen));
        QVERIFY(!keyRow(summary.state().secrets, 1).contains(unseen));
    }
};

QTEST_GUILESS_MAIN(TestKeptKey)
#include "tst_keptkey.moc"
