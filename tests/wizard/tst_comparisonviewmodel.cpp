#include "testkit/comparedshop.h"
#include "wizard/settings/comparisonwords.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Phase = ComparisonViewModel::Phase;
using Tick = SettingRow::Tick;
using Standing = SettingRow::Standing;

/// Over real HTTP, against a clone that lost eight things.
class TestComparisonViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheCloneLostBelowHeadings()
    {
        ComparedShop shop;
        const QStringList headings = shop.titles(SettingRow::Kind::Heading);
        for (const char *heading : {"Attack protection and access", "Sessions", "Organizations", "Branding",
                                    "Legal consent", "Paths", "Redirect URLs", "JWT templates"})
            QVERIFY2(headings.contains(QLatin1String(heading)), heading);
        const auto home = shop.row(QStringLiteral("Home"));
        QCOMPARE(home->first, QStringLiteral("/"));
        QCOMPARE(home->second, QStringLiteral("empty"));
        QCOMPARE(home->explanation, QStringLiteral("Start page of the application"));
        QCOMPARE(home->standing, Standing::Different);
        QCOMPARE(shop.row(QStringLiteral("warehouse"))->standing, Standing::Missing);
        QCOMPARE(shop.state().ticked, 0);
        QCOMPARE(shop.writes(), 0);
    }

    void endsWithBothEqualWhereTheyShouldBe()
    {
        ComparedShop shop;
        shop.comparison.tickAll(true);
        shop.carryOver();

        QCOMPARE(shop.state().notice.tone, Notice::Tone::Success);
        QVERIFY(shop.state().notice.text.contains(QLatin1String("second pass"))); // which organizations need
        QCOMPARE(shop.titles(SettingRow::Kind::Heading), QStringList {QStringLiteral("In production now")});

        shop.comparison.compare();
        shop.wait(Phase::Choosing);

        // What is left waits for credentials, and nothing of it can be ticked.
        QVERIFY(!shop.state().canTick);
        for (const SettingRow &row : shop.state().rows)
            QVERIFY2(row.kind == SettingRow::Kind::Heading || row.standing == Standing::Blocked, qPrintable(row.title));
        QCOMPARE(shop.production().redirectUrls.size(), 3);
        QCOMPARE(shop.production().jwtTemplates.size(), 2);
    }

    void doingItTwiceChangesNothing()
    {
        ComparedShop shop;
        shop.comparison.tickAll(true);
        shop.carryOver();
        const int writes = shop.writes();
        const QJsonObject config = shop.production().config;

        shop.comparison.compare();
        shop.wait(Phase::Choosing);
        shop.comparison.tickAll(true);
        shop.comparison.preview();
        shop.comparison.carryOver();

        QVERIFY(!shop.state().canPreview);
        QCOMPARE(shop.state().phase, Phase::Choosing);
        QCOMPARE(shop.writes(), writes);
        QCOMPARE(shop.production().config, config);
    }

    void previewsBeforeItWrites()
    {
        ComparedShop shop;
        const QJsonObject config = shop.production().config;
        shop.tick(QStringLiteral("Home"));
        shop.tick(QStringLiteral("Enabled")); // organizations, which seed a default
        shop.tick(QStringLiteral("warehouse"));

        shop.comparison.carryOver(); // not without a preview
        QCOMPARE(shop.state().phase, Phase::Choosing);
        shop.comparison.preview();
        shop.wait(Phase::Previewed);

        QCOMPARE(shop.row(QStringLiteral("Home"))->second, QStringLiteral("/")); // afterwards
        QCOMPARE(shop.row(QStringLiteral("Force organization selection"))->standing, Standing::Unsure);
        QVERIFY(shop.row(QStringLiteral("warehouse")));
        QCOMPARE(shop.production().config, config);
        QVERIFY(shop.production().jwtTemplates.isEmpty());

        shop.comparison.backToList();
        QCOMPARE(shop.state().phase, Phase::Choosing);
        QCOMPARE(shop.state().ticked, 3);
    }

    void writesOnlyWhatWasTicked()
    {
        ComparedShop shop;
        QJsonObject expected = shop.production().config;
        shop.tick(QStringLiteral("Sign in"));
        shop.tick(QStringLiteral("cornershop://callback"));
        shop.carryOver();

        expected = deepMerge(expected, jsonObject(R"({"paths": {"sign_in": "/sign-in"}})"));
        QCOMPARE(shop.production().config, expected);
        QCOMPARE(shop.production().redirectUrls.size(), 1);
        QVERIFY(shop.production().jwtTemplates.isEmpty());
    }

    void aHeadingTicksWhatIsShownBelowIt()
    {
        ComparedShop shop;
        shop.comparison.setSearch(QStringLiteral("sign PATHS"));
        QCOMPARE(shop.titles(SettingRow::Kind::Value).size(), 3); // sign in, sign up, after sign out all
        shop.tick(QStringLiteral("Paths"));
        QCOMPARE(shop.state().ticked, 3);
        QCOMPARE(shop.row(QStringLiteral("Paths"))->tick, Tick::On);

        shop.comparison.setSearch(QString());

        QCOMPARE(shop.row(QStringLiteral("Paths"))->tick, Tick::Partly);
        QCOMPARE(shop.row(QStringLiteral("Home"))->tick, Tick::Off);
    }

    void searchesNamesExplanationsAndValues_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("title");
        QTest::newRow("name") << QStringLiteral("max att")
                              << QStringLiteral("Attack protection: User lockout › Max attempts");
        QTest::newRow("explanation") << QStringLiteral("Start page") << QStringLiteral("Home");
        QTest::newRow("value") << QStringLiteral("#335577") << QStringLiteral("Primary color");
        QTest::newRow("path") << QStringLiteral("paths.sign_up") << QStringLiteral("Sign up");
    }

    void searchesNamesExplanationsAndValues()
    {
        QFETCH(QString, search);
        QFETCH(QString, title);
        ComparedShop shop;
        shop.comparison.setSearch(search);
        QCOMPARE(shop.titles(SettingRow::Kind::Value), QStringList {title});
        shop.comparison.setSearch(QStringLiteral("nowhere to be found"));
        QVERIFY(shop.state().rows.isEmpty());
        QVERIFY(shop.state().emptyText.contains(QLatin1String("nowhere to be found")));
    }

    void readsFromProductionWithoutTicks()
    {
        ComparedShop shop;
        shop.becomes(R"({"auth_password": {"min_length": 20}})");
        shop.comparison.compare();
        shop.wait(Phase::Choosing);
        shop.tick(QStringLiteral("Home"));

        shop.comparison.readFrom(ReadingDirection::ProductionFirst);

        const auto length = shop.row(QStringLiteral("Password: Min length"));
        QCOMPARE(length->first, QStringLiteral("20"));
        QCOMPARE(length->second, QStringLiteral("8"));
        for (const SettingRow &row : shop.state().rows)
            QCOMPARE(row.tick, Tick::None);
        QVERIFY(!shop.state().canPreview);
        shop.comparison.preview();
        QCOMPARE(shop.state().phase, Phase::Choosing);
        shop.comparison.readFrom(ReadingDirection::DevelopmentFirst);
        QCOMPARE(shop.state().ticked, 1); // turning the view around forgets nothing
    }

    void explainsWhatIsSelected()
    {
        ComparedShop shop;
        shop.comparison.select(shop.row(QStringLiteral("Home"))->id);
        QCOMPARE(shop.state().details->technical, QStringLiteral("paths.home"));
        QCOMPARE(shop.state().details->dashboard, QUrl(QStringLiteral("https://dashboard.example/~/paths")));
        shop.comparison.select(shop.row(QStringLiteral("Apple: Enabled"))->id);
        QVERIFY(shop.state().details->remark.contains(QLatin1String("Sign-in providers")));
    }

    void countsAsLookedThroughOnceThePersonMovesOn()
    {
        ComparedShop shop;
        const QSignalSpy finished(&shop.comparison, &StepViewModel::finished);
        QVERIFY(!shop.deployment.plan().settingsCompared);
        shop.comparison.goForward();
        QVERIFY(shop.deployment.plan().settingsCompared);
        QCOMPARE(finished.count(), 1);
    }

    void claimsNothingAboutWhatCouldNotBeCompared()
    {
        SettingsReading reading;
        reading.comparison.complete = false;
        const ComparisonTable table(reading, {}, ReadingDirection::DevelopmentFirst);
        const auto &counts = table.counts();
        QVERIFY(!counts.allTheSame());
        const auto direction = ReadingDirection::DevelopmentFirst;
        QVERIFY(!ComparisonWords::headline(Phase::Choosing, counts, direction).contains(QLatin1String("the same")));
        QVERIFY(ComparisonWords::explanation(Phase::Choosing, counts, direction).contains(QLatin1String("Dashboard")));
    }

    void forgetsAnotherApplicationsSettings()
    {
        ComparedShop shop;
        shop.tick(QStringLiteral("Home"));
        shop.comparison.compare();
        const auto applications = waitFor(shop.clerk.api->listApplications()).value();
        shop.deployment.open(applications.at(1));
        QCOMPARE(shop.state().phase, Phase::Empty);
        QVERIFY(shop.state().rows.isEmpty());
        QVERIFY(waitFor(shop.deployment.refresh()));
        QVERIFY(!shop.state().hasBoth);
        shop.comparison.enter();
        QCOMPARE(shop.state().phase, Phase::Empty); // nothing to compare
        QVERIFY(!shop.state().notice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestComparisonViewModel)
#include "tst_comparisonviewmodel.moc"
