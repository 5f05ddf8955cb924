#include "faults/deploymentatfault.h"

#include <QTest>

using namespace golive;
using End = DeploymentAtFault::End;
using Until = DeploymentAtFault::Fault::Until;

Q_DECLARE_METATYPE(golive::Step)

/// A deployment that is left anywhere goes on from there: on the same computer, on another one, after
/// somebody else did something, and whatever has become of the notes about it.
class TestResumption : public QObject
{
    Q_OBJECT

    ClerkAtFault m_clerk {QStringLiteral(PRACTICE_SERVER)};
    int m_saves = 0; ///< of a deployment that nothing interrupts

    static DeploymentAtFault::Fault at(DeploymentAtFault &deployment, Step step)
    {
        return {[&deployment, step] { return deployment.assistant().flow().current() == step; }, false, Until::Quiet};
    }

    int creations()
    {
        return ClerkAtFault::count(m_clerk.effects(), QStringLiteral("POST"), QStringLiteral("/instances"));
    }

    /// Of providers; settings are carried over to `production`, by that word.
    int saves()
    {
        const QJsonArray effects = m_clerk.effects();
        return ClerkAtFault::count(effects, QStringLiteral("PATCH"), QStringLiteral("/config"))
            - ClerkAtFault::count(effects, QStringLiteral("PATCH"), QStringLiteral("/production/config"));
    }

    /// What somebody else does to the same application, in the Dashboard or with Clerk's command line.
    struct SomebodyElse
    {
        explicit SomebodyElse(ClerkAtFault &clerk)
            : api(network, clock, clerk.url)
        {
            api.setAccessKey(Secret(clerk.key));
            shop = waitFor(api.listApplications()).value().at(0);
        }

        [[nodiscard]] Result<ProductionInstance> creates(const QString &domain)
        {
            return waitFor(api.createProductionInstance(shop.id, {domain, shop.instances.constFirst().id}));
        }

        [[nodiscard]] bool patches(const QString &section, const QJsonObject &values)
        {
            ConfigPatch patch;
            patch.changes.insert(section, values);
            return waitFor(api.patchConfig(shop.id, QStringLiteral("production"), patch)).has_value();
        }

        SystemClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api;
        Application shop;
    };

private Q_SLOTS:
    void initTestCase()
    {
        DeploymentAtFault flawless(m_clerk);
        QVERIFY(flawless.goOn() == End::Through);
        m_saves = saves();
        QVERIFY(m_saves >= 2);
    }

    void init() { m_clerk.startAnew(); }

    void goesOnFromEveryStep_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("onAnotherComputer");
        for (const Step step : allSteps)
            for (const bool another : {false, true})
                QTest::addRow("step %d%s", static_cast<int>(step), another ? ", on another computer" : "")
                    << step << another;
    }

    void goesOnFromEveryStep()
    {
        QFETCH(Step, step);
        QFETCH(bool, onAnotherComputer);
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, step)) != End::Stuck);
        if (onAnotherComputer)
            deployment.moveToAnotherComputer();
        else
            deployment.start();
        const bool isKnown = !deployment.assistant().start.state().earlier.isEmpty();
        QCOMPARE(isKnown, !onAnotherComputer && step > Step::Settings); // the first choice is what is noted
        QVERIFY(deployment.goOn() == End::Through);
        QCOMPARE(creations(), 1);
        QCOMPARE(saves(), m_saves); // no provider twice
        const QString id = deployment.assistant().deployment().facts().production()->id;
        QVERIFY(deployment.kept(secretname::instanceSecretKey(id)).startsWith("sk_live_"));
    }

    void landsWhereItWasLeft()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, Step::Dns)) == End::Stopped);
        deployment.start();
        QSet<Step> seen;
        QVERIFY(deployment.goOn(DeploymentAtFault::Fault {[&] {
                                                              const Step now = deployment.assistant().flow().current();
                                                              seen.insert(now);
                                                              return now == Step::Dns;
                                                          },
                                                          false, Until::Quiet})
                == End::Stopped);
        QVERIFY(!seen.contains(Step::Create));
        QVERIFY(!seen.contains(Step::Providers));
    }

    void tellsThatSomebodyElseCreatedTheInstance()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, Step::Create)) == End::Stopped);
        SomebodyElse colleague(m_clerk);
        QVERIFY(colleague.creates(QStringLiteral("elsewhere.example")));

        QVERIFY(deployment.goOn(DeploymentAtFault::Fault {[] { return true; }, false, Until::Told}) == End::Stopped);

        QVERIFY(deployment.person().told().contains(QStringLiteral("from a colleague")));
        QVERIFY(
            deployment.person().told().contains(QStringLiteral("elsewhere.example"))
            || deployment.assistant().create.state().domainNotice.text.contains(QStringLiteral("elsewhere.example")));
        QVERIFY(deployment.goOn() == End::Through);
        QCOMPARE(creations(), 1);
    }

    void seesWhatTheDashboardSavedMeanwhile()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, Step::Providers)) == End::Stopped);
        deployment.stop();
        SomebodyElse colleague(m_clerk);
        QVERIFY(colleague.patches(QStringLiteral("connection_oauth_google"),
                                  {{QStringLiteral("enabled"), true},
                                   {QStringLiteral("client_id"), QStringLiteral("theirs")},
                                   {QStringLiteral("client_secret"), QStringLiteral("their-secret")}}));
        deployment.start();
        QVERIFY(deployment.goOn() == End::Through);
        const auto config
            = m_clerk.truth(QStringLiteral("applications/%1/instances/production/config").arg(colleague.shop.id));
        QCOMPARE(config[QLatin1String("connection_oauth_google")][QLatin1String("client_id")].toString(),
                 QStringLiteral("theirs")); // it was not asked for again, and not overwritten
    }

    void asksAgainForWhatTheDashboardTookAway()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn() == End::Through);
        deployment.stop();
        SomebodyElse colleague(m_clerk);
        QVERIFY(colleague.patches(QStringLiteral("connection_oauth_google"), {{QStringLiteral("enabled"), false}}));
        const int before = saves();
        deployment.start();
        QVERIFY(deployment.goOn(at(deployment, Step::Providers)) == End::Stopped);
        QVERIFY(deployment.goOn() == End::Through);
        QVERIFY(saves() > before);
    }

    void tellsThatSomebodyElseChangedAProviderMeanwhile()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, Step::Providers)) == End::Stopped);
        QVERIFY(deployment.assistant().providers.state().known);
        SomebodyElse colleague(m_clerk);
        QVERIFY(colleague.patches(QStringLiteral("connection_oauth_google"),
                                  {{QStringLiteral("enabled"), true},
                                   {QStringLiteral("client_id"), QStringLiteral("theirs")},
                                   {QStringLiteral("client_secret"), QStringLiteral("their-secret")}}));

        // The card as it was read before is filled in and saved.
        auto &providers = deployment.assistant().providers;
        for (const char *key : {"client_id", "client_secret"})
            providers.setValue(QStringLiteral("google"), QString::fromLatin1(key), QStringLiteral("mine"));
        providers.save(QStringLiteral("google"));
        QTRY_VERIFY(!deployment.person().mustWait());

        QVERIFY2(deployment.person().told().contains(QStringLiteral("theirs")), qPrintable(deployment.person().told()));
        const auto inClerk = [&] {
            return m_clerk
                .truth(
                    QStringLiteral("applications/%1/instances/production/config")
                        .arg(colleague.shop.id))[QLatin1String("connection_oauth_google")][QLatin1String("client_id")]
                .toString();
        };
        QCOMPARE(inClerk(), QStringLiteral("theirs"));

        providers.save(QStringLiteral("google")); // having read it
        QTRY_VERIFY(!deployment.person().mustWait());
        QCOMPARE(inClerk(), QStringLiteral("mine"));
    }

    void theLaterOfTwoComputersIsToldOfTheEarlier()
    {
        DeploymentAtFault one(m_clerk);
        DeploymentAtFault other(m_clerk);
        QVERIFY(one.goOn(at(one, Step::Create)) == End::Stopped);
        QVERIFY(one.goOn(at(one, Step::Providers)) == End::Stopped);
        QVERIFY(other.goOn(at(other, Step::Providers)) == End::Stopped);
        QVERIFY(one.assistant().providers.state().known && other.assistant().providers.state().known);
        QVERIFY(one.goOn(at(one, Step::Dns)) == End::Stopped);

        QVERIFY(other.goOn(DeploymentAtFault::Fault {[] { return true; }, false, Until::Told}) == End::Stopped);

        QVERIFY2(other.person().told().contains(QStringLiteral("Somebody else changed")),
                 qPrintable(other.person().told()));
        QVERIFY(other.goOn() == End::Through);
        QVERIFY(one.goOn() == End::Through);
        QCOMPARE(creations(), 1);
    }

    void carriesOverWhenProductionChangedMeanwhile()
    {
        DeploymentAtFault deployment(m_clerk);
        const auto isPreviewed = [&deployment] {
            return deployment.assistant().comparison.state().phase == ComparisonViewModel::Phase::Previewed;
        };
        QVERIFY(deployment.goOn(DeploymentAtFault::Fault {isPreviewed, false, Until::Quiet}) == End::Stopped);
        SomebodyElse colleague(m_clerk);
        QVERIFY(colleague.patches(QStringLiteral("connection_oauth_google"),
                                  {{QStringLiteral("client_id"), QStringLiteral("theirs")}}));

        QVERIFY(deployment.goOn() == End::Through);

        const auto config
            = m_clerk.truth(QStringLiteral("applications/%1/instances/production/config").arg(colleague.shop.id));
        QCOMPARE(config[QLatin1String("connection_oauth_google")][QLatin1String("client_id")].toString(),
                 QStringLiteral("theirs")); // what was carried over left it alone
    }

    void asksForAnotherKeyWhenItsOwnIsRevoked_data()
    {
        QTest::addColumn<Step>("step");
        for (const Step step : allSteps)
            if (step > Step::Connect && step < Step::GoLive) // from where Clerk need not be asked any more
                QTest::addRow("step %d", static_cast<int>(step)) << step;
    }

    void asksForAnotherKeyWhenItsOwnIsRevoked()
    {
        QFETCH(Step, step);
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, step)) == End::Stopped);
        m_clerk.plan({{QStringLiteral("mishap"), QStringLiteral("refusal")},
                      {QStringLiteral("status"), 401},
                      {QStringLiteral("code"), QStringLiteral("clerk_key_invalid")},
                      {QStringLiteral("spreads"), true},
                      {QStringLiteral("times"), 0}});

        const auto said = [this] { return m_clerk.mishaps() > 0; };
        QVERIFY(deployment.goOn(DeploymentAtFault::Fault {said, false, Until::Told}) == End::Stopped);

        QVERIFY2(deployment.person().told().contains(QStringLiteral("does not accept this key")),
                 qPrintable(deployment.person().told()));
        m_clerk.lift();
        QVERIFY(deployment.goOn() == End::Through);
        QCOMPARE(creations(), 1);
    }

    void twoComputersMakeOneInstance()
    {
        DeploymentAtFault one(m_clerk);
        DeploymentAtFault other(m_clerk);
        QVERIFY(one.goOn(at(one, Step::Create)) == End::Stopped);
        QVERIFY(other.goOn(at(other, Step::Create)) == End::Stopped);
        QVERIFY(one.goOn(at(one, Step::Providers)) == End::Stopped);

        QVERIFY(other.goOn(DeploymentAtFault::Fault {[] { return true; }, false, Until::Told}) == End::Stopped);

        QVERIFY(other.person().told().contains(QStringLiteral("from a colleague")));
        QVERIFY(other.goOn() == End::Through);
        QVERIFY(one.goOn() == End::Through);
        QCOMPARE(creations(), 1);
        const QString id = one.assistant().deployment().facts().production()->id;
        QCOMPARE(one.kept(secretname::instanceSecretKey(id)), other.kept(secretname::instanceSecretKey(id)));
    }

    void showsSeveralDeploymentsSideBySide()
    {
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn() == End::Through);
        Assistant &assistant = deployment.assistant();
        const auto all = waitFor(deployment.api().listApplications()).value();
        const auto blog = std::find_if(all.begin(), all.end(), [](const Application &each) {
            return !each.instanceOf(Environment::Production).has_value();
        });
        QVERIFY(blog != all.end());
        assistant.deployment().open(*blog);
        deployment.clock().advance(std::chrono::minutes(1)); // the latest comes first
        assistant.deployment().change([](DeployPlan &plan) { plan.domain = QStringLiteral("blog.example"); });
        deployment.start();

        const auto &earlier = deployment.assistant().start.state().earlier;
        QCOMPARE(earlier.size(), 2);
        QCOMPARE(earlier.at(0).domain, QStringLiteral("blog.example"));
        QVERIFY(!earlier.at(0).finished);
        QVERIFY(earlier.at(1).finished);
        QVERIFY(earlier.at(0).standing != earlier.at(1).standing);
    }

    void explainsNotesItCannotRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut off") << QByteArrayLiteral("{\"schema\": 1, \"clerkHost\": \"127.0");
        QTest::newRow("newer") << QByteArrayLiteral(R"({"schema": 2, "clerkHost": "127.0.0.1", "plan": {}})");
        QTest::newRow("older") << QByteArrayLiteral(R"({"schema": 0, "clerkHost": "127.0.0.1"})");
        QTest::newRow("somebody else's") << QByteArrayLiteral(R"({"name": "package", "version": "1.0.0"})");
        QTest::newRow("no text") << QByteArray("\0\xff\xfe\x01", 4);
        QTest::newRow("large") << QByteArray(1'000'000, '[');
    }

    void explainsNotesItCannotRead()
    {
        QFETCH(QByteArray, content);
        DeploymentAtFault deployment(m_clerk);
        QVERIFY(deployment.goOn(at(deployment, Step::Providers)) == End::Stopped);
        deployment.stop();
        QDir folder(deployment.journalFolder());
        const QStringList names = folder.entryList({QStringLiteral("*.json")});
        QCOMPARE(names.size(), 1);
        QFile file(folder.filePath(names.constFirst()));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();

        deployment.start();

        const Notice &notice = deployment.assistant().start.state().notice;
        QVERIFY(notice.tone == Notice::Tone::Warning);
        QVERIFY(!notice.details.isEmpty());
        QVERIFY(deployment.goOn() == End::Through);
        QCOMPARE(creations(), 1);
        QCOMPARE(folder.entryList({QStringLiteral("*.set-aside*")}).size(), 1);
    }

    void bearsAClockThatJumps_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("a day on") << 1;
        QTest::newRow("a day back") << -1;
    }

    void bearsAClockThatJumps()
    {
        QFETCH(int, days);
        for (const Step step : allSteps) {
            m_clerk.startAnew();
            DeploymentAtFault deployment(m_clerk);
            (void)deployment.goOn(at(deployment, step));
            deployment.clock().setNow(deployment.clock().now().addDays(days));
            if (step == Step::Providers)
                deployment.start();
            QVERIFY2(deployment.goOn() == End::Through, qPrintable(deployment.person().told()));
            QCOMPARE(creations(), 1);
            deployment.start();
            QVERIFY(deployment.assistant().start.state().earlier.constFirst().finished);
        }
    }

    void bearsAMinuteOfSleepDuringAnyCall()
    {
        for (int call = 1; call < 40; call += 3) {
            m_clerk.startAnew();
            DeploymentAtFault deployment(m_clerk);
            int seen = 0;
            const auto sleeps = [&] {
                if (++seen == call)
                    deployment.clock().advance(std::chrono::minutes(1));
                return false;
            };
            QVERIFY(deployment.goOn(DeploymentAtFault::Fault {sleeps, true, Until::Quiet}) == End::Through);
            QCOMPARE(creations(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestResumption)
#include "tst_resumption.moc"
