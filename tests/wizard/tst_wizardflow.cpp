#include "wizard/wizardflow.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

class TestWizardFlow : public QObject
{
    Q_OBJECT

    static Progress connected()
    {
        Progress progress;
        progress.started = progress.connected = true;
        return progress;
    }

    static Progress planned()
    {
        Progress progress = connected();
        progress.facts.application = Application {QStringLiteral("app_1"),
                                                  QStringLiteral("Shop"),
                                                  {Instance {QStringLiteral("ins_dev"), Environment::Development, {}}}};
        progress.plan.applicationId = QStringLiteral("app_1");
        progress.plan.settings = DeployPlan::Settings::CloneDevelopment;
        progress.plan.domain = QStringLiteral("shop.example");
        return progress;
    }

    static Progress created()
    {
        Progress progress = planned();
        progress.facts.application->instances.append(
            Instance {QStringLiteral("ins_live"), Environment::Production, {}});
        progress.facts.domain = Domain();
        progress.facts.providersKnown = true;
        return progress;
    }

    static DomainStatus status(ComponentState dns, bool complete)
    {
        DomainStatus status;
        status.dns.state = dns;
        status.complete = complete;
        return status;
    }

private Q_SLOTS:
    void startsWithOnlyTheFirstStepOpen()
    {
        for (const Step step : allSteps)
            QCOMPARE(statusOf(step, {}) == StepStatus::NotYet, step != Step::Start);
    }

    void onlyTheNextStepIsOpenBeforeTheCreation()
    {
        Progress progress = planned();
        progress.plan.settings = DeployPlan::Settings::Undecided;

        QVERIFY(statusOf(Step::Application, progress) == StepStatus::Done);
        QVERIFY(statusOf(Step::Settings, progress) == StepStatus::ToDo);
        QVERIFY(statusOf(Step::Create, progress) == StepStatus::NotYet);
        QVERIFY(statusOf(Step::Dns, progress) == StepStatus::NotYet);
    }

    void creationIsTheCommitPoint()
    {
        const Progress progress = created();

        for (const Step step : {Step::Application, Step::Settings, Step::Domain, Step::Create})
            QVERIFY(statusOf(step, progress) == StepStatus::ViewOnly);
        for (const Step step : {Step::Providers, Step::Dns, Step::Compare, Step::GoLive, Step::HandOver, Step::Summary})
            QVERIFY(statusOf(step, progress) != StepStatus::NotYet);
    }

    void saysWhoseTurnItIs()
    {
        Progress progress = created();
        progress.facts.providers.insert(QStringLiteral("google"), ProviderState::NeedsCredentials);
        QVERIFY(statusOf(Step::Providers, progress) == StepStatus::NeedsYou);
        progress.plan.skippedProviders.append(QStringLiteral("google"));
        QVERIFY(statusOf(Step::Providers, progress) == StepStatus::Done);

        QVERIFY(statusOf(Step::Dns, progress) == StepStatus::NeedsYou);
        progress.facts.status = status(ComponentState::InProgress, false);
        QVERIFY(statusOf(Step::Dns, progress) == StepStatus::WaitingForDns);
        QVERIFY(statusOf(Step::GoLive, progress) == StepStatus::WaitingForDns);
        progress.facts.status = status(ComponentState::Complete, false);
        QVERIFY(statusOf(Step::Dns, progress) == StepStatus::Done);
        QVERIFY(statusOf(Step::GoLive, progress) == StepStatus::WaitingForClerk);
        QVERIFY(statusOf(Step::HandOver, progress) == StepStatus::ToDo);
        progress.facts.status = status(ComponentState::Complete, true);
        QVERIFY(statusOf(Step::GoLive, progress) == StepStatus::Done);
        QVERIFY(statusOf(Step::HandOver, progress) == StepStatus::NeedsYou);
        progress.plan.keysTaken = true;
        QVERIFY(statusOf(Step::HandOver, progress) == StepStatus::Done);
        QVERIFY(statusOf(Step::Summary, progress) == StepStatus::Done);
    }

    void recordsCountOneByOneAsTheyDoForTheNextAction()
    {
        Progress progress = created();
        progress.facts.status = status(ComponentState::Complete, false);
        RecordStatus mail;
        mail.required = true;
        progress.facts.status->records = {mail};

        QVERIFY(statusOf(Step::Dns, progress) != StepStatus::Done);
        QVERIFY(statusOf(Step::GoLive, progress) == StepStatus::WaitingForDns);

        progress.facts.status->dns.state = ComponentState::InProgress;
        progress.facts.status->records.front().verified = true;
        QVERIFY(statusOf(Step::Dns, progress) == StepStatus::Done);
        QVERIFY(statusOf(Step::GoLive, progress) == StepStatus::WaitingForClerk);
    }

    void comparingSettingsIsAdviceAndHoldsNothingUp()
    {
        Progress progress = created();
        QVERIFY(statusOf(Step::Compare, progress) == StepStatus::ToDo);
        const Step before = firstUnfinished(progress);
        progress.plan.settingsCompared = true;
        QVERIFY(statusOf(Step::Compare, progress) == StepStatus::Done);
        QVERIFY(firstUnfinished(progress) == before);
        QVERIFY(statusOf(Step::Compare, planned()) == StepStatus::NotYet);

        progress.plan.settingsCompared = false;
        progress.facts.application->instances.removeFirst(); // no development: nothing to compare with
        QVERIFY(statusOf(Step::Compare, progress) == StepStatus::Done);
    }

    void providersThatCannotBeReadAreDoneOnThePersonsWord()
    {
        Progress progress = created();
        progress.facts.providersKnown = false;
        QVERIFY(statusOf(Step::Providers, progress) == StepStatus::ToDo);

        progress.plan.providersSetUpElsewhere = true;

        QVERIFY(statusOf(Step::Providers, progress) == StepStatus::Done);
    }

    void resumesWhereTheFactsSay_data()
    {
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<int>("step");

        Progress disconnected = created();
        disconnected.connected = false;
        Progress waiting = created();
        waiting.facts.status = status(ComponentState::Complete, false);
        Progress noDomain = created();
        noDomain.facts.domain.reset();
        QTest::newRow("never started") << Progress() << int(Step::Start);
        QTest::newRow("no connection yet") << disconnected << int(Step::Connect);
        QTest::newRow("connected") << connected() << int(Step::Application);
        QTest::newRow("planned") << planned() << int(Step::Create);
        QTest::newRow("created") << created() << int(Step::Dns);
        QTest::newRow("domain not listed yet") << noDomain << int(Step::Dns);
        Progress live = created();
        live.facts.status = status(ComponentState::Complete, true);
        QTest::newRow("live") << live << int(Step::HandOver);
        QTest::newRow("Clerk is finishing") << waiting << int(Step::GoLive);
    }

    void resumesWhereTheFactsSay()
    {
        QFETCH(Progress, progress);
        QFETCH(int, step);
        WizardFlow flow;
        flow.setProgress(progress);

        flow.resume();

        QCOMPARE(int(flow.current()), step);
    }

    void refusesAStepThatIsNotOpen()
    {
        WizardFlow flow;
        const QSignalSpy changes(&flow, &WizardFlow::currentChanged);

        QVERIFY(!flow.goTo(Step::Dns));
        QVERIFY(!flow.goForward());
        QVERIFY(!flow.goBack());

        QVERIFY(flow.current() == Step::Start);
        QCOMPARE(changes.count(), 0);
    }

    void backMeansTheStepBefore()
    {
        WizardFlow flow;
        flow.setProgress(created());
        QVERIFY(flow.goTo(Step::Dns));

        QVERIFY(flow.goBack());

        QVERIFY(flow.current() == Step::Providers);
    }
};

QTEST_GUILESS_MAIN(TestWizardFlow)
#include "tst_wizardflow.moc"
