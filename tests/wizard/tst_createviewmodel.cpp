#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/createviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

namespace {

using Phase = CreateViewModel::Phase;

Error errorOf(Error::Kind kind, const QString &field = {}, const QStringList &names = {})
{
    Error error;
    error.kind = kind;
    error.field = field;
    error.names = names;
    error.traceId = QStringLiteral("trace_1");
    return error;
}

/// Waits until no call is under way any more.
void settle(const CreateViewModel &viewModel)
{
    QTRY_VERIFY(viewModel.state().underWay.isEmpty());
}

} // namespace

class TestCreateViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasChosen()
    {
        OpenedDeployment world;
        world.choose(QStringLiteral("xn--bcher-kva.example"));
        const CreateViewModel viewModel(world.deployment);

        const auto &summary = viewModel.state().summary;
        QCOMPARE(summary.size(), 4);
        QCOMPARE(summary[0].value, QStringLiteral("Shop"));
        QCOMPARE(summary[1].value, QStringLiteral("Copied from development"));
        QCOMPARE(summary[2].value, QStringLiteral("bücher.example"));
        QVERIFY(summary[2].remark.contains(QStringLiteral("xn--bcher-kva.example")));
        QCOMPARE(summary[3].value, QStringLiteral("On the same host"));
        QVERIFY(viewModel.state().canCreate);
        QVERIFY(!viewModel.state().warning.isEmpty());
    }

    void createsNothingOnGoingForward()
    {
        OpenedDeployment world;
        world.choose();
        CreateViewModel viewModel(world.deployment);
        const QSignalSpy finished(&viewModel, &CreateViewModel::finished);
        const QSignalSpy attention(&viewModel, &CreateViewModel::attentionWanted);

        viewModel.goForward();

        QTest::qWait(0);
        QCOMPARE(world.api.creation.calls(), 0);
        QCOMPARE(finished.count(), 0);
        QCOMPARE(attention.count(), 1);
        QCOMPARE(attention[0][0].toString(), QStringLiteral("createProductionInstance"));
        QCOMPARE(viewModel.state().outcome.text, QStringLiteral("Press “Create production instance” first."));
    }

    void createsOnceHoweverOftenItIsPressed()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        world.api.creation.hold();
        CreateViewModel viewModel(world.deployment);
        const QSignalSpy finished(&viewModel, &CreateViewModel::finished);

        viewModel.create();
        QCOMPARE(viewModel.state().phase, Phase::Creating);
        QVERIFY(!viewModel.state().canCreate);
        QVERIFY(!viewModel.state().underWay.isEmpty());
        viewModel.create();
        QTRY_COMPARE(world.api.creation.waiting(), 1);
        viewModel.create();
        viewModel.goForward();
        QCOMPARE(finished.count(), 0);
        world.api.creation.release();
        settle(viewModel);
        viewModel.create();

        QTest::qWait(0);
        QCOMPARE(world.api.created.size(), 1);
        QCOMPARE(world.api.created[0].domain, QStringLiteral("example.com"));
        QCOMPARE(world.api.created[0].cloneFrom, QStringLiteral("ins_dev"));
        QCOMPARE(viewModel.state().phase, Phase::Exists);
        QCOMPARE(viewModel.state().outcome.tone, Notice::Tone::Success);
        QVERIFY(viewModel.state().domainNotice.isEmpty());
        QVERIFY(viewModel.state().keyTrouble.notice.isEmpty());
        QVERIFY(viewModel.state().warning.isEmpty());
        viewModel.goForward();
        QCOMPARE(finished.count(), 1);
    }

    void refusesWhileSomethingIsMissing()
    {
        OpenedDeployment world;
        CreateViewModel viewModel(world.deployment);
        QVERIFY(!viewModel.state().canCreate);
        viewModel.create();
        QTest::qWait(0);
        QCOMPARE(world.api.application.calls(), 0);
        QCOMPARE(world.api.creation.calls(), 0);
    }

    void saysThatItWasThereAlready()
    {
        OpenedDeployment world;
        world.choose();
        world.goLive();
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        settle(viewModel);

        QCOMPARE(world.api.creation.calls(), 0);
        QCOMPARE(viewModel.state().phase, Phase::Exists);
        QCOMPARE(viewModel.state().outcome.tone, Notice::Tone::Information);
        QVERIFY(viewModel.state().outcome.text.contains(QStringLiteral("nothing was created twice")));
        QCOMPARE(viewModel.state().summary.at(1).value, QStringLiteral("Chosen outside of this assistant"));
    }

    void comparesTheDomainClerkFiled_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("filed");
        QTest::addColumn<QString>("words");

        const auto row = [](const char *title, const char *typed, const char *filed, const char *words) {
            QTest::newRow(title) << QString::fromUtf8(typed) << QString::fromUtf8(filed) << QString::fromUtf8(words);
        };
        row("the same", "example.com", "example.com", "");
        row("its parent", "shop.example.com", "example.com", "secondary application");
        row("another", "example.com", "example.net", "not what you want");
    }

    void comparesTheDomainClerkFiled()
    {
        QFETCH(QString, typed);
        QFETCH(QString, filed);
        QFETCH(QString, words);
        OpenedDeployment world;
        world.choose(typed);
        world.letClerkCreate(filed);
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        settle(viewModel);

        const Notice &notice = viewModel.state().domainNotice;
        QCOMPARE(notice.isEmpty(), words.isEmpty());
        QVERIFY(notice.text.contains(words));
        if (!words.isEmpty()) {
            QVERIFY(notice.text.contains(typed));
            QVERIFY(notice.text.contains(filed));
        }
    }

    void keepsWarningUntilTheKeyIsStored()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        world.secrets.refusal = Error::Kind::SecretStoreLocked;
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        settle(viewModel);
        QCOMPARE(viewModel.state().keyTrouble.notice.tone, Notice::Tone::Warning);
        QVERIFY(viewModel.state().keyTrouble.notice.text.contains(QStringLiteral("in memory")));
        QVERIFY(!viewModel.state().keyTrouble.busy);
        QVERIFY(world.deployment.holdsUnkeptKey());
        QVERIFY(viewModel.state().keyTrouble.remedy == StoreTrouble::Remedy::Unlock);

        viewModel.keepKeyForSession();
        QCOMPARE(viewModel.state().keyTrouble.notice.tone, Notice::Tone::Information);
        QVERIFY(!viewModel.state().keyTrouble.mayKeepForSession);
        QVERIFY(world.deployment.holdsUnkeptKey());

        viewModel.keepKey();
        QVERIFY(viewModel.state().keyTrouble.busy);
        QTRY_VERIFY(!viewModel.state().keyTrouble.busy);
        QVERIFY(!viewModel.state().keyTrouble.notice.isEmpty());

        world.secrets.refusal.reset();
        viewModel.leave();
        viewModel.enter();
        QVERIFY(!viewModel.state().keyTrouble.notice.isEmpty());
        viewModel.keepKey();
        QTRY_VERIFY(viewModel.state().keyTrouble.notice.isEmpty());
        QVERIFY(!world.deployment.holdsUnkeptKey());
    }

    void namesTheFeaturesAPlanLacks()
    {
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(errorOf(Error::Kind::PlanTooSmall, {}, {QStringLiteral("saml")}));
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        settle(viewModel);

        QCOMPARE(viewModel.state().missingFeatures, QStringList {QStringLiteral("saml")});
        QCOMPARE(viewModel.state().waysOn.size(), 3);
        QVERIFY(viewModel.state().outcome.text.startsWith(QStringLiteral("Nothing was created.")));
        QVERIFY(viewModel.state().canStartFromDefaults);
        QVERIFY(viewModel.state().canCreate);

        viewModel.startFromDefaultsInstead();
        QCOMPARE(world.deployment.plan().settings, DeployPlan::Settings::ClerkDefaults);
        QCOMPARE(world.api.creation.calls(), 1);
        QVERIFY(viewModel.state().missingFeatures.isEmpty());
        QVERIFY(!viewModel.state().canStartFromDefaults);
        QCOMPARE(viewModel.state().summary[1].value, QStringLiteral("Clerk’s defaults"));

        world.letClerkCreate();
        viewModel.create();
        settle(viewModel);
        QCOMPARE(world.api.created.last().cloneFrom, QString());
        QCOMPARE(viewModel.state().phase, Phase::Exists);
    }

    void sendsTheDomainBack_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<bool>("goesBack");

        QTest::newRow("taken") << errorOf(Error::Kind::DomainTaken) << true;
        QTest::newRow("refused") << errorOf(Error::Kind::DomainRefused) << true;
        QTest::newRow("malformed") << errorOf(Error::Kind::Rejected, QStringLiteral("domain")) << true;
        QTest::newRow("something else") << errorOf(Error::Kind::Rejected, QStringLiteral("clone_instance_id")) << false;
        QTest::newRow("not allowed") << errorOf(Error::Kind::Forbidden) << false;
        QTest::newRow("too often") << errorOf(Error::Kind::RateLimited) << false;
    }

    void sendsTheDomainBack()
    {
        QFETCH(Error, error);
        QFETCH(bool, goesBack);
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(error);
        CreateViewModel viewModel(world.deployment);
        const QSignalSpy refused(&viewModel, &CreateViewModel::domainRefused);

        viewModel.create();
        settle(viewModel);

        QCOMPARE(refused.count(), goesBack ? 1 : 0);
        QVERIFY(viewModel.state().outcome.text.startsWith(QStringLiteral("Nothing was created")));
        QVERIFY(viewModel.state().outcome.details.contains(QStringLiteral("trace_1")));
        QVERIFY(viewModel.state().canCreate);
        QVERIFY(!viewModel.state().canLookAgain);
    }

    void looksAgainWithoutSendingAnything()
    {
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(errorOf(Error::Kind::TimedOut));
        CreateViewModel viewModel(world.deployment);
        const QSignalSpy attention(&viewModel, &CreateViewModel::attentionWanted);

        viewModel.create();
        settle(viewModel);
        QCOMPARE(viewModel.state().phase, Phase::Unknown);
        QVERIFY(viewModel.state().canLookAgain);
        QVERIFY(!viewModel.state().canCreate);
        viewModel.create();
        viewModel.goForward();
        QCOMPARE(attention[0][0].toString(), QStringLiteral("lookAgain"));

        world.api.application = failure(Error::Kind::Offline);
        viewModel.lookAgain();
        QCOMPARE(viewModel.state().phase, Phase::Looking);
        settle(viewModel);
        QCOMPARE(viewModel.state().phase, Phase::Unknown);
        QVERIFY(viewModel.state().outcome.text.contains(QStringLiteral("still not certain")));

        world.api.keys = QList<InstanceKeys> {{QStringLiteral("ins_prod"), Environment::Production,
                                               QStringLiteral("pk_live_c2hvcA"), Secret("sk_live_0123456789")}};
        world.goLive(QStringLiteral("example.net"));
        viewModel.lookAgain();
        viewModel.lookAgain();
        settle(viewModel);
        QCOMPARE(viewModel.state().phase, Phase::Exists);
        QVERIFY(!viewModel.state().domainNotice.isEmpty());
        QCOMPARE(world.api.creation.calls(), 1);
        QTRY_VERIFY(world.deployment.facts().secretKeyKept);
        QVERIFY(viewModel.state().keyTrouble.notice.isEmpty());
    }

    void letsCreateAgainWhenThereIsNothing()
    {
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(errorOf(Error::Kind::ServerFault));
        CreateViewModel viewModel(world.deployment);
        viewModel.create();
        settle(viewModel);

        viewModel.lookAgain();
        settle(viewModel);

        QCOMPARE(viewModel.state().phase, Phase::Ready);
        QVERIFY(viewModel.state().canCreate);
        QVERIFY(viewModel.state().outcome.text.contains(QStringLiteral("Nothing was created")));
    }

    void doesNotCreateAgainWhileClerkDoesNotListItYet()
    {
        OpenedDeployment world;
        world.choose();
        world.letClerkCreate();
        world.api.application.once(world.application); // the facts afterwards, still without it
        CreateViewModel viewModel(world.deployment);
        const QSignalSpy finished(&viewModel, &CreateViewModel::finished);

        viewModel.create();
        settle(viewModel);
        QCOMPARE(viewModel.state().phase, Phase::Exists);
        QVERIFY(!world.deployment.facts().production());
        QVERIFY(!viewModel.state().canCreate);
        QVERIFY(viewModel.state().warning.isEmpty());
        viewModel.create();

        viewModel.goForward();
        QCOMPARE(viewModel.state().phase, Phase::Looking);
        settle(viewModel);
        QVERIFY(!viewModel.state().canLookAgain);
        viewModel.goForward();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(world.api.creation.calls(), 1);
    }

    void saysWhatIsMissingWhenTheKeyWasWithheld()
    {
        OpenedDeployment world;
        world.choose();
        world.goLive();
        world.api.keys = failure(Error::Kind::Forbidden);
        CreateViewModel viewModel(world.deployment);

        viewModel.create();
        settle(viewModel);

        QVERIFY(viewModel.state().keyTrouble.notice.text.contains(QStringLiteral("does not have the secret key")));
        QVERIFY(!viewModel.state().keyTrouble.notice.text.contains(QStringLiteral("in memory")));
    }

    void forgetsWhatBelongsToAnotherApplication()
    {
        OpenedDeployment world;
        world.choose();
        world.api.creation = failure(errorOf(Error::Kind::Forbidden));
        CreateViewModel viewModel(world.deployment);
        viewModel.create();
        settle(viewModel);
        QVERIFY(!viewModel.state().outcome.isEmpty());

        Application other;
        other.id = QStringLiteral("app_blog");
        other.name = QStringLiteral("Blog");
        world.deployment.open(other);

        QVERIFY(viewModel.state().outcome.isEmpty());
        QCOMPARE(viewModel.state().summary[0].value, QStringLiteral("Blog"));
    }
};

QTEST_GUILESS_MAIN(TestCreateViewModel)
#include "tst_createviewmodel.moc"
