#include "model/deployplan.h"
#include "model/keykind.h"

#include <QTest>

#include <functional>

using namespace golive;

namespace {

struct World
{
    DeployPlan plan;
    DeployFacts facts;
};

Instance instance(const char *id, Environment environment)
{
    return {QString::fromLatin1(id), environment, QString()};
}

/// Everything chosen, nothing created.
World beforeCreation()
{
    World world;
    world.plan.applicationId = QStringLiteral("app_1");
    world.plan.settings = DeployPlan::Settings::CloneDevelopment;
    world.plan.domain = QStringLiteral("example.com");
    world.facts.application = Application {QStringLiteral("app_1"), QStringLiteral("Shop"), {}};
    world.facts.application->instances.append(instance("ins_dev", Environment::Development));
    return world;
}

RecordStatus record(bool verified, bool required = true)
{
    RecordStatus status;
    status.verified = verified;
    status.required = required;
    return status;
}

/// Created and all done but for the keys.
World nearlyDone()
{
    World world = beforeCreation();
    world.facts.application->instances.append(instance("ins_prod", Environment::Production));
    world.facts.domain = Domain();
    world.facts.domain->name = world.plan.domain;
    world.facts.providersKnown = true;
    world.facts.providers.insert(QStringLiteral("google"), ProviderState::Configured);
    world.facts.status = DomainStatus();
    world.facts.status->complete = true;
    world.facts.status->dns.state = ComponentState::Complete;
    world.facts.status->records = {record(true), record(true)};
    return world;
}

using Change = std::function<void(World &)>;

} // namespace

class TestNextAction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesFromPlanAndFacts_data()
    {
        QTest::addColumn<bool>("created");
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("action");

        const auto before = [](const char *title, Action action, const Change &change) {
            QTest::newRow(title) << false << change << int(action);
        };
        before("all chosen", Action::CreateInstance, [](World &) {});
        before("nothing chosen", Action::ChooseApplication, [](World &w) { w = World(); });
        before("application unread", Action::ChooseApplication, [](World &w) { w.facts.application.reset(); });
        before("another application read", Action::ChooseApplication,
               [](World &w) { w.facts.application->id = QStringLiteral("app_2"); });
        before("application not chosen", Action::ChooseApplication, [](World &w) { w.plan.applicationId.clear(); });
        before("settings open", Action::ChooseSettings,
               [](World &w) { w.plan.settings = DeployPlan::Settings::Undecided; });
        before("nothing to clone", Action::ChooseSettings, [](World &w) { w.facts.application->instances.clear(); });
        before("defaults need no development", Action::CreateInstance, [](World &w) {
            w.facts.application->instances.clear();
            w.plan.settings = DeployPlan::Settings::ClerkDefaults;
        });
        before("domain open", Action::ChooseDomain, [](World &w) { w.plan.domain.clear(); });
        before("settings before domain", Action::ChooseSettings, [](World &w) {
            w.plan.domain.clear();
            w.plan.settings = DeployPlan::Settings::Undecided;
        });
        before("separate host adds no action", Action::CreateInstance, [](World &w) {
            w.plan.hosts.backend = HostChoices::Backend::SeparateHost;
            w.plan.hosts.apiHost.clear();
        });
        before("an instance of another kind", Action::CreateInstance,
               [](World &w) { w.facts.application->instances.append(instance("ins_x", Environment::Other)); });
        before("ticked beforehand", Action::CreateInstance, [](World &w) { w.plan.keysTaken = true; });

        const auto after = [](const char *title, Action action, const Change &change) {
            QTest::newRow(title) << true << change << int(action);
        };
        after("keys left", Action::TakeKeys, [](World &) {});
        after("keys taken", Action::Finished, [](World &w) { w.plan.keysTaken = true; });
        after("made elsewhere, nothing chosen here", Action::TakeKeys, [](World &w) {
            w.plan = DeployPlan();
            w.plan.applicationId = QStringLiteral("app_1");
        });
        after("another application read, created", Action::ChooseApplication,
              [](World &w) { w.facts.application->id = QStringLiteral("app_2"); });
        after("domain not listed", Action::WaitForDomain, [](World &w) { w.facts.domain.reset(); });
        after("domain before providers", Action::WaitForDomain, [](World &w) {
            w.facts.domain.reset();
            w.facts.providers.insert(QStringLiteral("github"), ProviderState::NeedsCredentials);
        });
        after("provider open", Action::ConfigureProviders,
              [](World &w) { w.facts.providers.insert(QStringLiteral("github"), ProviderState::NeedsCredentials); });
        after("provider before records", Action::ConfigureProviders, [](World &w) {
            w.facts.providers.insert(QStringLiteral("github"), ProviderState::NeedsCredentials);
            w.facts.status.reset();
        });
        after("provider skipped", Action::TakeKeys, [](World &w) {
            w.facts.providers.insert(QStringLiteral("github"), ProviderState::NeedsCredentials);
            w.plan.skippedProviders.append(QStringLiteral("github"));
        });
        after("provider for the Dashboard", Action::TakeKeys,
              [](World &w) { w.facts.providers.insert(QStringLiteral("discord"), ProviderState::NeedsDashboard); });
        after("providers unread", Action::ConfigureProviders, [](World &w) {
            w.facts.providers.clear();
            w.facts.providersKnown = false;
            w.plan.keysTaken = true;
        });
        after("providers unread, set up in the Dashboard", Action::TakeKeys, [](World &w) {
            w.facts.providers.clear();
            w.facts.providersKnown = false;
            w.plan.providersSetUpElsewhere = true;
        });
        after("what is read counts more than what was said", Action::ConfigureProviders, [](World &w) {
            w.facts.providers.insert(QStringLiteral("github"), ProviderState::NeedsCredentials);
            w.plan.providersSetUpElsewhere = true;
        });
        after("unread providers do not hold up the records", Action::AddDnsRecords, [](World &w) {
            w.facts.providersKnown = false;
            w.facts.status.reset();
        });
        after("status unread", Action::AddDnsRecords, [](World &w) { w.facts.status.reset(); });
        after("record missing", Action::AddDnsRecords, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->records.append(record(false));
        });
        after("mail record missing though DNS is complete", Action::AddDnsRecords, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->dns.state = ComponentState::Complete;
            w.facts.status->records.append(record(false));
        });
        after("optional record missing", Action::WaitForClerk, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->records.append(record(false, false));
        });
        after("records seen, summary late", Action::WaitForClerk, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->dns.state = ComponentState::InProgress;
        });
        after("records not listed, DNS open", Action::AddDnsRecords, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->records.clear();
            w.facts.status->dns.state = ComponentState::InProgress;
        });
        after("records not listed, DNS not wanted", Action::WaitForClerk, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->records.clear();
            w.facts.status->dns = {ComponentState::NotStarted, false, {}};
        });
        after("certificate pending", Action::WaitForClerk, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->ssl.state = ComponentState::InProgress;
        });
        after("every part done, not complete", Action::WaitForClerk, [](World &w) {
            w.facts.status->complete = false;
            w.facts.status->ssl.state = ComponentState::Complete;
        });
        after("complete in spite of a record", Action::TakeKeys,
              [](World &w) { w.facts.status->records.append(record(false)); });
        after("complete without parts", Action::TakeKeys, [](World &w) {
            w.facts.status = DomainStatus();
            w.facts.status->complete = true;
        });
        after("a kept key is not a taken one", Action::TakeKeys, [](World &w) { w.facts.secretKeyKept = true; });
    }

    void comesFromPlanAndFacts()
    {
        QFETCH(bool, created);
        QFETCH(Change, change);
        World world = created ? nearlyDone() : beforeCreation();
        change(world);
        const int action = int(nextAction(world.plan, world.facts));
        QTEST(action, "action");
    }

    void asksForOpenProvidersOnly()
    {
        World world = nearlyDone();
        world.facts.providers = {
            {QStringLiteral("apple"), ProviderState::NeedsCredentials},
            {QStringLiteral("discord"), ProviderState::NeedsDashboard},
            {QStringLiteral("github"), ProviderState::NeedsCredentials},
            {QStringLiteral("google"), ProviderState::Configured},
        };
        world.plan.skippedProviders = QStringList {QStringLiteral("github"), QStringLiteral("gone")};
        QCOMPARE(providersToConfigure(world.plan, world.facts), QStringList {QStringLiteral("apple")});
    }

    void predictsTheKeyOnlyWhereItFollowsFromTheDomain()
    {
        World world = nearlyDone();
        QCOMPARE(productionPublishableKey(world.facts), publishableKeyFor(QStringLiteral("clerk.example.com")));

        world.facts.domain->proxyUrl = QUrl(QStringLiteral("https://example.com/__clerk"));
        QCOMPARE(productionPublishableKey(world.facts), QString());
        world.facts.application->instances.last().publishableKey = QStringLiteral("pk_live_as-told");
        QCOMPARE(productionPublishableKey(world.facts), QStringLiteral("pk_live_as-told"));

        world = nearlyDone();
        world.facts.domain->name.clear();
        QCOMPARE(productionPublishableKey(world.facts), QString());
    }
};

QTEST_APPLESS_MAIN(TestNextAction)
#include "tst_nextaction.moc"
