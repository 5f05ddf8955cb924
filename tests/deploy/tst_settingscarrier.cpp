#include "deploy/entrycarrier.h"
#include "deploy/settingscarrier.h"

#include "testkit/forgetfulclone.h"

#include <QTest>

using namespace golive;
using Outcome = CarriedSetting::Outcome;
using State = ComparedSetting::State;

/// Over real HTTP, with a clone that lost eight things.
class TestSettingsCarrier : public QObject
{
    Q_OBJECT

    struct Shop : ForgetfulClone
    {
        SettingsReading read() { return waitFor(carrier.read(id)).value(); }
        SettingsCarry carry(const SettingsReading &reading, const QSet<SettingPath> &ticked)
        {
            return waitFor(carrier.carry(id, reading, ticked)).value();
        }

        SettingsCarrier carrier {*clerk.api};
        EntryCarrier entries {*clerk.api};
    };

    static SettingPath at(const char *dotted) { return QString::fromLatin1(dotted).split(QLatin1Char('.')); }

    static QSet<QString> sectionsThatDiffer(const SettingsComparison &comparison)
    {
        QSet<QString> sections;
        for (const ComparedSetting &each : comparison.settings)
            if (each.state != State::Same)
                sections.insert(each.path.constFirst());
        return sections;
    }

    static QList<SettingPath> left(const SettingsComparison &comparison)
    {
        QList<SettingPath> paths;
        for (const ComparedSetting &each : comparison.settings)
            if (each.canBeCarried())
                paths.append(each.path);
        return paths;
    }

private Q_SLOTS:
    void seesWhatTheCloneLost()
    {
        Shop shop;
        const QSet<QString> lost = sectionsThatDiffer(shop.read().comparison);
        for (const char *section : {"paths", "organization_settings", "session", "auth_attack_protection", "branding",
                                    "compliance", "connections_oauth_custom", "connection_oauth_apple"})
            QVERIFY2(lost.contains(QString::fromLatin1(section)), section);
        const auto entries = waitFor(shop.entries.read(shop.id)).value();
        QCOMPARE(compareEntries(entries.developmentUrls, entries.productionUrls).size(), 3);
        QVERIFY(entries.productionUrls.isEmpty());
        QCOMPARE(entries.developmentTemplates.size(), 2);
        QVERIFY(entries.productionTemplates.isEmpty());
    }

    void endsWithBothEqualWhereTheyShouldBe()
    {
        Shop shop;
        const SettingsReading before = shop.read();

        const SettingsCarry carry = shop.carry(before, before.comparison.carriable());
        const auto entries = waitFor(shop.entries.read(shop.id)).value();
        const auto urls = waitFor(shop.entries.carryRedirectUrls(shop.id, entries.developmentUrls)).value();
        const auto templates = waitFor(shop.entries.carryJwtTemplates(shop.id, entries.developmentTemplates)).value();

        QVERIFY(carry.isComplete());
        QVERIFY(!carry.trouble);
        QVERIFY(carry.alsoChanged.isEmpty());
        QCOMPARE(carry.settings.size(), before.comparison.carriable().size());
        for (const CarriedEntry &each : urls.entries + templates.entries)
            QCOMPARE(each.outcome, CarriedEntry::Outcome::Added);

        // What is left needs credentials, and nothing else is different.
        const SettingsComparison after = shop.read().comparison;
        QCOMPARE(after, carry.now->comparison);
        QCOMPARE(left(after), QList<SettingPath>());
        for (const ComparedSetting &each : after.settings)
            QVERIFY2(each.state == State::Same || each.obstacle == ComparedSetting::Obstacle::NeedsCredentials,
                     qPrintable(each.path.join(QLatin1Char('.'))));
        const auto now = waitFor(shop.entries.read(shop.id)).value();
        for (const ComparedEntry &each : compareEntries(now.developmentUrls, now.productionUrls)
                 + compareEntries(now.developmentTemplates, now.productionTemplates))
            QCOMPARE(each.state, ComparedEntry::State::Same);
    }

    void makesTheSecondPassThatOrganizationsNeed()
    {
        Shop shop;
        const SettingsReading before = shop.read();
        const QSet<SettingPath> ticked {at("organization_settings.enabled")};

        const SettingsCarry carry = shop.carry(before, ticked);

        QVERIFY(carry.isComplete());
        QVERIFY(carry.madeSecondPass);
        QCOMPARE(shop.patches(), 2);
        QVERIFY(carry.alsoChanged.isEmpty());
        const QJsonObject organizations
            = shop.production().config.value(QLatin1String("organization_settings")).toObject();
        QCOMPARE(organizations.value(QLatin1String("enabled")).toBool(), true);
        QCOMPARE(organizations.value(QLatin1String("force_organization_selection")).toBool(true), false);
    }

    void writesOnlyWhatWasTicked()
    {
        Shop shop;
        const SettingsReading before = shop.read();
        QJsonObject expected = shop.production().config;

        const SettingsCarry carry = shop.carry(before, {at("paths.sign_in"), at("branding.show_footer")});

        expected = deepMerge(
            expected,
            {{QStringLiteral("paths"), QJsonObject {{QStringLiteral("sign_in"), QStringLiteral("/sign-in")}}},
             {QStringLiteral("branding"), QJsonObject {{QStringLiteral("show_footer"), true}}}});
        QVERIFY(carry.isComplete());
        QVERIFY(!carry.madeSecondPass);
        QCOMPARE(shop.production().config, expected);
    }

    void doingItTwiceChangesNothing()
    {
        Shop shop;
        const SettingsReading before = shop.read();
        const QSet<SettingPath> ticked = before.comparison.carriable();
        const SettingsCarry first = shop.carry(before, ticked);
        const int sent = shop.patches();
        const QJsonObject config = shop.production().config;

        const SettingsCarry second = shop.carry(*first.now, ticked);

        QVERIFY(second.settings.isEmpty());
        QCOMPARE(shop.patches(), sent);
        QCOMPARE(shop.production().config, config);
    }

    void previewsWithoutWriting()
    {
        Shop shop;
        const SettingsReading before = shop.read();
        const QJsonObject config = shop.production().config;

        const auto preview
            = waitFor(shop.carrier.preview(shop.id, before, {at("paths.home"), at("organization_settings.enabled")}));

        QVERIFY(preview);
        QCOMPARE(preview->accepted.size(), 2);
        QVERIFY(preview->refused.isEmpty());
        QCOMPARE(preview->alsoChanged, QList<SettingPath> {at("organization_settings.force_organization_selection")});
        QCOMPARE(shop.production().config, config);
    }

    void carriesEverythingButWhatClerkRefuses()
    {
        Shop shop;
        SettingsReading before = shop.read();
        for (ComparedSetting &each : before.comparison.settings)
            if (each.path == at("paths.sign_up"))
                each.development = 5; // no text, which the schema of paths asks for

        const SettingsCarry carry
            = shop.carry(before, {at("paths.home"), at("paths.sign_up"), at("branding.show_footer")});

        QVERIFY(!carry.isComplete());
        QVERIFY(!carry.trouble);
        for (const CarriedSetting &each : carry.settings)
            if (each.path == at("paths.sign_up")) {
                QCOMPARE(each.outcome, Outcome::Refused);
                QCOMPARE(each.why->field, QStringLiteral("paths.sign_up"));
            } else {
                QCOMPARE(each.outcome, Outcome::InPlace);
            }
    }

    void stopsWhenSomebodyElseChangedProduction()
    {
        Shop shop;
        const SettingsReading before = shop.read();
        ConfigPatch other;
        other.changes = jsonObject(R"({"paths": {"home": "/elsewhere"}})");
        QVERIFY(waitFor(shop.clerk.api->patchConfig(shop.id, QStringLiteral("production"), other)));

        const SettingsCarry carry = shop.carry(before, {at("paths.home"), at("branding.show_footer")});

        QCOMPARE(carry.trouble->kind, Error::Kind::VersionConflict);
        for (const CarriedSetting &each : carry.settings)
            QCOMPARE(each.outcome, Outcome::NotInPlace);
        QCOMPARE(shop.patches(), 2); // theirs, and ours that was turned away
        const QJsonValue home = carry.now->production.settings[QLatin1String("paths")][QLatin1String("home")];
        QCOMPARE(home.toString(), QStringLiteral("/elsewhere"));
        QVERIFY(shop.carry(*carry.now, {at("paths.home")}).isComplete()); // looked at again, it can be done
    }

    void looksWhenTheAnswerIsLost_data()
    {
        QTest::addColumn<PracticeServer::Drop>("drop");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("after it had an effect") << PracticeServer::Drop::AfterEffect << Outcome::InPlace;
        QTest::newRow("before it had one") << PracticeServer::Drop::BeforeEffect << Outcome::NotInPlace;
    }

    void looksWhenTheAnswerIsLost()
    {
        QFETCH(PracticeServer::Drop, drop);
        QFETCH(Outcome, outcome);
        Shop shop;
        const SettingsReading before = shop.read();
        shop.clerk.server.dropNext(drop, QStringLiteral("/config"));

        const SettingsCarry carry = shop.carry(before, {at("paths.home"), at("branding.show_footer")});

        QVERIFY(carry.trouble && outcomeIsUnknown(*carry.trouble));
        QVERIFY(carry.now);
        QCOMPARE(carry.settings.size(), 2);
        for (const CarriedSetting &each : carry.settings)
            QCOMPARE(each.outcome, outcome);
        QCOMPARE(shop.patches(), 1);
    }

    void addsEntriesOnce()
    {
        Shop shop;
        const auto entries = waitFor(shop.entries.read(shop.id)).value();
        shop.clerk.server.failNext(403, QStringLiteral("authorization_invalid"), {}, QStringLiteral("/redirect_urls"));
        QVERIFY(!waitFor(shop.entries.carryRedirectUrls(shop.id, entries.developmentUrls)));
        QCOMPARE(shop.clerk.server.requestCount("POST", QStringLiteral("/redirect_urls")), 0);

        QVERIFY(waitFor(shop.entries.carryRedirectUrls(shop.id, entries.developmentUrls)));
        const auto again = waitFor(shop.entries.carryRedirectUrls(shop.id, entries.developmentUrls)).value();

        for (const CarriedEntry &each : again.entries)
            QCOMPARE(each.outcome, CarriedEntry::Outcome::AlreadyThere);
        QCOMPARE(shop.clerk.server.requestCount("POST", QStringLiteral("/redirect_urls")), 3);
        QCOMPARE(shop.production().redirectUrls.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSettingsCarrier)
#include "tst_settingscarrier.moc"
