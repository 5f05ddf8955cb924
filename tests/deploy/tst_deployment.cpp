#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/practiceclerk.h"
#include "testkit/unwillingstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace golive;
using How = CreationOutcome::How;

class TestDeployment : public QObject
{
    Q_OBJECT

    /// One deployment of the practice shop, planned up to its creation.
    struct Planned
    {
        explicit Planned(const QString &folder = {})
            : journal(folder)
        {
            deployment.open(clerk.shop());
            deployment.change([](DeployPlan &plan) {
                plan.settings = DeployPlan::Settings::CloneDevelopment;
                plan.domain = QStringLiteral("corner-shop.example");
            });
        }

        [[nodiscard]] ProviderState google() const
        {
            return deployment.facts().providers.value(QStringLiteral("google"));
        }

        PracticeClerk clerk;
        MemorySecretStore secrets;
        DeployJournal journal;
        Deployment deployment {*clerk.api, secrets, journal, clerk.clock, QStringLiteral("practice")};
    };

    static ProviderCredentials googleCredentials()
    {
        ProviderCredentials google;
        google.slug = QStringLiteral("google");
        google.values.insert(QStringLiteral("client_id"), QStringLiteral("1.apps.googleusercontent.com"));
        google.secrets.insert(QStringLiteral("client_secret"), Secret(QByteArrayLiteral("GOCSPX-x")));
        return google;
    }

private Q_SLOTS:
    /// A status outlives its domain in nobody's memory, whichever way the deletion is noticed.
    void aDeletedDomainTakesItsStatusAlong_data()
    {
        QTest::addColumn<bool>("asksClerkToLook");
        QTest::newRow("on reading") << false;
        QTest::newRow("on asking Clerk to look") << true;
    }

    void aDeletedDomainTakesItsStatusAlong()
    {
        QFETCH(const bool, asksClerkToLook);
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        QVERIFY(planned.deployment.facts().status.has_value());
        QCOMPARE(planned.deployment.facts().vanishedDomain, QString());

        QVERIFY(planned.clerk.world.deleteDomain(QStringLiteral("corner-shop.example")));
        const auto answer
            = waitFor(asksClerkToLook ? planned.deployment.askClerkToLook() : planned.deployment.refreshStatus());

        QVERIFY(answer);
        QVERIFY(!planned.deployment.facts().domain && !planned.deployment.facts().status);
        QCOMPARE(planned.deployment.facts().vanishedDomain, QStringLiteral("corner-shop.example"));
        QVERIFY(planned.deployment.next() == Action::WaitForDomain);
        QVERIFY(waitFor(planned.deployment.refreshStatus())); // remembered until there is one again
        QCOMPARE(planned.deployment.facts().vanishedDomain, QStringLiteral("corner-shop.example"));
    }

    void createsTheInstanceOnceAndKeepsItsKey()
    {
        Planned planned;

        const auto outcome = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(outcome);
        QVERIFY(outcome->how == How::Created);
        QVERIFY(!outcome->keyNotKept);
        QCOMPARE(outcome->domainStored, QStringLiteral("corner-shop.example"));
        QCOMPARE(planned.clerk.creations(), 1);
        const auto kept = waitFor(planned.secrets.read(secretname::instanceSecretKey(outcome->instanceId)));
        QVERIFY(kept);
        QVERIFY(kept->reveal().startsWith("sk_live_"));
        QVERIFY(planned.deployment.facts().secretKeyKept);
        QVERIFY(planned.deployment.facts().domain);
    }

    void sendsNothingWhenTheInstanceIsThereAlready()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));

        const auto again = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(again);
        QVERIFY(again->how == How::FoundExisting);
        QCOMPARE(planned.clerk.creations(), 1);
    }

    void looksAgainWhenTheAnswerIsLost()
    {
        Planned planned;
        planned.clerk.server.dropNext(PracticeServer::Drop::AfterEffect, QStringLiteral("/instances"));

        const auto outcome = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(outcome);
        QVERIFY(outcome->how == How::FoundExisting);
        QVERIFY(!outcome->keyNotKept);
        QCOMPARE(planned.clerk.creations(), 1);
        QVERIFY(planned.deployment.facts().secretKeyKept);
    }

    void saysSoWhenTheRequestWasLostBeforeItHadAnEffect()
    {
        Planned planned;
        planned.clerk.server.dropNext(PracticeServer::Drop::BeforeEffect, QStringLiteral("/instances"));

        const auto outcome = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(!outcome);
        QVERIFY(outcomeIsUnknown(outcome.error()));
        QCOMPARE(planned.clerk.creations(), 1);
        QVERIFY(!planned.deployment.facts().production());
        QVERIFY(planned.deployment.entry().creationAttemptedAt.isValid());
    }

    void adoptsWhatSomebodyElseCreatedMeanwhile_data()
    {
        QTest::addColumn<int>("status");

        QTest::newRow("as the catalogue says") << 400;
        QTest::newRow("as the command line tool expects") << 409;
    }

    void adoptsWhatSomebodyElseCreatedMeanwhile()
    {
        QFETCH(int, status);
        Planned planned;
        planned.clerk.server.failNext(status, QStringLiteral("production_instance_exists"), {},
                                      QStringLiteral("/instances"));

        const auto refused = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(!refused); // it was said to exist, but does not
        QVERIFY(refused.error().kind == Error::Kind::AlreadyExists);
    }

    void holdsAKeyThatTheKeychainDoesNotTake()
    {
        Planned planned;
        UnwillingStore store;
        Deployment deployment(*planned.clerk.api, store, planned.journal, planned.clerk.clock,
                              QStringLiteral("practice"));
        deployment.open(planned.clerk.shop());
        deployment.change([](DeployPlan &plan) { plan.domain = QStringLiteral("corner-shop.example"); });

        const auto outcome = waitFor(deployment.createProductionInstance());

        QVERIFY(outcome);
        QVERIFY(outcome->keyNotKept);
        QVERIFY(deployment.holdsUnkeptKey());
        QVERIFY(deployment.holdsAnyUnkeptKey());
        deployment.noteKeyCopied();
        QVERIFY(deployment.holdsUnkeptKey()); // it stays
        QVERIFY(!deployment.holdsAnyUnkeptKey()); // and is not lost with the program
        QVERIFY(waitFor(deployment.secretKey())->reveal().startsWith("sk_live_"));

        store.willing = true;
        QVERIFY(waitFor(deployment.keepHeldKey()));
        QVERIFY(!deployment.holdsUnkeptKey());
        QVERIFY(deployment.facts().secretKeyKept);
    }

    void asksClerkForAKeyThatIsNowhereElse()
    {
        Planned planned;
        const auto outcome = waitFor(planned.deployment.createProductionInstance());
        const QString entry = secretname::instanceSecretKey(outcome->instanceId);
        QVERIFY(waitFor(planned.secrets.remove(entry)));

        QVERIFY(waitFor(planned.deployment.secretKey())->reveal().startsWith("sk_live_"));

        QVERIFY(waitFor(planned.secrets.read(entry)));
    }

    void whatTheInstanceWasMadeFromIsFinal()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));

        planned.deployment.change([](DeployPlan &plan) {
            plan.domain = QStringLiteral("other.example");
            plan.hosts.backend = HostChoices::Backend::SeparateHost;
        });

        QCOMPARE(planned.deployment.plan().domain, QStringLiteral("corner-shop.example"));
        QVERIFY(planned.deployment.plan().hosts.backend == HostChoices::Backend::SeparateHost);
    }

    void savesAProviderAndSeesItConfigured()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        QVERIFY(planned.deployment.facts().providersKnown);
        QVERIFY(planned.google() == ProviderState::NeedsCredentials);

        QVERIFY(waitFor(planned.deployment.saveProvider(googleCredentials())));

        QVERIFY(planned.google() == ProviderState::Configured);
    }

    /// Somebody signed in with the former client, and its redirect URI was the one that was registered.
    void anotherClientsCredentialsTakeBackItsTicks()
    {
        Planned planned;
        const QString slug = QStringLiteral("google");
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        planned.deployment.change([&slug](DeployPlan &plan) { plan.confirmedRedirects = QStringList(slug); });
        QVERIFY(waitFor(planned.deployment.saveProvider(googleCredentials())));
        QCOMPARE(planned.deployment.plan().confirmedRedirects, QStringList(slug)); // was ticked for this one

        planned.deployment.change([&slug](DeployPlan &plan) { plan.triedProviders = QStringList(slug); });
        ProviderCredentials anew = googleCredentials();
        anew.secrets.insert(QStringLiteral("client_secret"), Secret(QByteArrayLiteral("GOCSPX-y")));
        QVERIFY(waitFor(planned.deployment.saveProvider(anew)));
        QVERIFY(planned.deployment.plan().triedProviders.isEmpty());
        QCOMPARE(planned.deployment.plan().confirmedRedirects, QStringList(slug)); // the client is the same

        anew.values.insert(QStringLiteral("client_id"), QStringLiteral("2.apps.googleusercontent.com"));
        QVERIFY(waitFor(planned.deployment.saveProvider(anew)));
        QVERIFY(planned.deployment.plan().confirmedRedirects.isEmpty());
        QVERIFY(planned.deployment.entry().confirmations.redirectsWithdrawn.value(slug)
                == Confirmations::Cause::OtherClient);
    }

    void getsOverALostAnswerWhileItTries()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        planned.clerk.server.dropNext(PracticeServer::Drop::AfterEffect, QStringLiteral("/config"));

        QVERIFY(waitFor(planned.deployment.saveProvider(googleCredentials())));

        QVERIFY(planned.google() == ProviderState::Configured);
        QCOMPARE(planned.clerk.server.requestCount("PATCH", QStringLiteral("/config")), 3); // a trial changes nothing
    }

    void saysWhenNoAnswerArrives()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        QVERIFY(waitFor(planned.deployment.saveProvider(googleCredentials())));
        for (int trials = 0; trials < 2; ++trials)
            planned.clerk.server.dropNext(PracticeServer::Drop::AfterEffect, QStringLiteral("/config"));

        const auto answer = waitFor(planned.deployment.saveProvider(googleCredentials()));

        QVERIFY(outcomeIsUnknown(answer.error()));
    }

    void aFailedReadingLeavesTheFactsAlone()
    {
        Planned planned;
        QVERIFY(waitFor(planned.deployment.createProductionInstance()));
        const DeployFacts before = planned.deployment.facts();
        planned.clerk.api->setAccessKey(Secret(QByteArrayLiteral("ak_revoked")));

        const auto answer = waitFor(planned.deployment.refresh());

        QVERIFY(!answer);
        QVERIFY(answer.error().kind == Error::Kind::Unauthorized);
        QVERIFY(planned.deployment.facts().application == before.application);
        QVERIFY(planned.deployment.facts().domain == before.domain);
        QVERIFY(planned.deployment.facts().providers == before.providers);
    }

    void anAnswerAboutAnotherApplicationIsDropped()
    {
        Planned planned;
        const Application other = waitFor(planned.clerk.api->listApplications())->at(1);
        const auto reading = planned.deployment.refresh();
        planned.deployment.open(other);

        QVERIFY(waitFor(reading).error().kind == Error::Kind::Cancelled);

        QCOMPARE(planned.deployment.facts().application->id, other.id);
    }

    void anOutcomeIsFiledUnderItsOwnApplication()
    {
        Planned planned;
        const QString shop = planned.deployment.plan().applicationId;
        const auto creation = planned.deployment.createProductionInstance();
        planned.deployment.open(waitFor(planned.clerk.api->listApplications())->at(1));

        const auto outcome = waitFor(creation);

        QVERIFY(outcome);
        QVERIFY(planned.deployment.entry().productionInstanceId.isEmpty());
        QCOMPARE(planned.journal.find(QStringLiteral("practice"), shop)->productionInstanceId, outcome->instanceId);
    }

    void continuesFromTheJournal()
    {
        const QTemporaryDir folder;
        Planned first(folder.path());
        QVERIFY(waitFor(first.deployment.createProductionInstance()));
        const Application shop = first.clerk.shop();

        DeployJournal journal(folder.path());
        Deployment second(*first.clerk.api, first.secrets, journal, first.clerk.clock, QStringLiteral("practice"));
        second.open(shop);
        QVERIFY(waitFor(second.refresh()));

        QCOMPARE(second.plan(), first.deployment.plan());
        QVERIFY(second.next() == Action::ConfigureProviders);
    }

    void continuesWithoutAJournal()
    {
        Planned first;
        QVERIFY(waitFor(first.deployment.createProductionInstance()));
        DeployJournal none {QString()};
        Deployment second(*first.clerk.api, first.secrets, none, first.clerk.clock, QStringLiteral("practice"));

        second.open(first.clerk.shop());
        QVERIFY(waitFor(second.refresh()));

        QVERIFY(second.next() == Action::ConfigureProviders);
        QCOMPARE(second.facts().domain->name, QStringLiteral("corner-shop.example"));
    }

    void writesNoSecretIntoTheJournal()
    {
        const QTemporaryDir folder;
        Planned planned(folder.path());
        const auto outcome = waitFor(planned.deployment.createProductionInstance());
        const QByteArray key = waitFor(planned.deployment.secretKey())->reveal();

        const QDir dir(folder.path());
        const QStringList files = dir.entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray text = file.readAll();
            QVERIFY(text.contains(outcome->instanceId.toUtf8()));
            QVERIFY(!text.contains(key));
            QVERIFY(!text.contains("sk_live"));
        }
    }

    void goesOnWhenTheDiskDoesNot()
    {
        Planned planned(QStringLiteral("/proc/golive"));

        const auto outcome = waitFor(planned.deployment.createProductionInstance());

        QVERIFY(outcome);
        QVERIFY(planned.deployment.journalTrouble());
        QVERIFY(planned.deployment.journalTrouble()->kind == Error::Kind::StorageFailed);
    }

    void mayBeDestroyedWhileCreating()
    {
        PracticeClerk clerk;
        MemorySecretStore secrets;
        DeployJournal journal {QString()};
        QFuture<Result<CreationOutcome>> outcome;
        {
            Deployment deployment(*clerk.api, secrets, journal, clerk.clock, QStringLiteral("practice"));
            deployment.open(clerk.shop());
            outcome = deployment.createProductionInstance();
        }
        QVERIFY(waitFor(outcome).error().kind == Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDeployment)
#include "tst_deployment.moc"
