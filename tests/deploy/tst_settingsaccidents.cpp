#include "deploy/entrycarrier.h"
#include "deploy/settingscarrier.h"

#include "testkit/scriptedplatformapi.h"
#include "testkit/settingsseed.h"
#include "testkit/waitfor.h"

#include <QTest>

using namespace golive;
using Outcome = CarriedSetting::Outcome;

namespace {

SettingPath at(const char *dotted)
{
    return QString::fromLatin1(dotted).split(QLatin1Char('.'));
}

Error rejected(const QString &field)
{
    Error error;
    error.kind = Error::Kind::Rejected;
    error.code = QStringLiteral("config_validation_error");
    error.field = field;
    return error;
}

ConfigChange change(const char *version, const QByteArray &after)
{
    return {QString::fromLatin1(version), false, {}, jsonObject(after)};
}

Outcome outcomeOf(const SettingsCarry &carry, const char *path)
{
    for (const CarriedSetting &each : carry.settings)
        if (each.path == at(path))
            return each.outcome;
    qFatal("%s was not among them", path);
}

} // namespace

/// What can go wrong between two requests, with a Clerk that does as it is told.
class TestSettingsAccidents : public QObject
{
    Q_OBJECT

    struct Bench
    {
        Bench()
        {
            api.developmentConfig = Result<InstanceConfig>(
                configFromJson(R"({"config_version": "d1", "a": {"x": 1, "y": 1, "z": 1}, "b": {"x": 1}})"));
            api.productionConfig = Result<InstanceConfig>(
                configFromJson(R"({"config_version": "v1", "a": {"x": 0, "y": 0, "z": 1}, "b": {"x": 0}})"));
        }

        void productionBecomes(const QByteArray &text)
        {
            api.productionConfig = Result<InstanceConfig>(configFromJson(text));
        }

        SettingsCarry carryAll(const std::function<void()> &meanwhile = {})
        {
            const auto reading = waitFor(carrier.read(QStringLiteral("app_1"))).value();
            if (meanwhile)
                meanwhile();
            return waitFor(carrier.carry(QStringLiteral("app_1"), reading, reading.comparison.carriable())).value();
        }

        ScriptedPlatformApi api;
        SettingsCarrier carrier {api};
        EntryCarrier entries {api};
    };

private Q_SLOTS:
    void sendsOnePatchWithTheVersionThatWasRead()
    {
        Bench bench;
        bench.api.patch = change("v2", R"({"a": {"x": 1, "y": 1, "z": 1}, "b": {"x": 1}})");
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v2", "a": {"x": 1, "y": 1, "z": 1}, "b": {"x": 1}})");
        });
        QVERIFY(carry.isComplete());
        QCOMPARE(bench.api.patches.size(), 1);
        QCOMPARE(bench.api.patches.constFirst().ifMatch, QStringLiteral("v1"));
        const QJsonObject expected = jsonObject(R"({"a": {"x": 1, "y": 1}, "b": {"x": 1}})");
        QCOMPARE(bench.api.patches.constFirst().changes, expected);
        QVERIFY(!bench.api.patches.constFirst().dryRun);
        QVERIFY(bench.api.patches.constFirst().secrets.isEmpty());
    }

    void leavesOutTheValueThatClerkMinds()
    {
        Bench bench;
        bench.api.patch.once(failure(rejected(QStringLiteral("a.x"))));
        bench.api.patch = change("v2", R"({"a": {"x": 0, "y": 1, "z": 1}, "b": {"x": 1}})");
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v2", "a": {"x": 0, "y": 1, "z": 1}, "b": {"x": 1}})");
        });
        QCOMPARE(outcomeOf(carry, "a.x"), Outcome::Refused);
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::InPlace);
        QCOMPARE(outcomeOf(carry, "b.x"), Outcome::InPlace);
        QVERIFY(!carry.trouble);
        QCOMPARE(bench.api.patches.size(), 2);
        QCOMPARE(bench.api.patches.at(1).ifMatch, QStringLiteral("v1"));
    }

    void goesBySectionWhenClerkDoesNotSayWhatItMinds()
    {
        Bench bench;
        bench.api.patch.once(failure(rejected(QString())));
        bench.api.patch.once(failure(rejected(QString())));
        bench.api.patch.once(change("v2", R"({"b": {"x": 1}})"));
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v2", "a": {"x": 0, "y": 0, "z": 1}, "b": {"x": 1}})");
        });
        QCOMPARE(outcomeOf(carry, "a.x"), Outcome::Refused);
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::Refused);
        QCOMPARE(outcomeOf(carry, "b.x"), Outcome::InPlace);
        QCOMPARE(bench.api.patches.size(), 3);
    }

    void claimsNothingWhenTheConnectionIsLostBetweenTwoPatches()
    {
        Bench bench;
        bench.api.patch.once(failure(rejected(QString()))); // so that the sections go one by one
        bench.api.patch.once(change("v2", R"({"a": {"x": 1, "y": 1, "z": 1}})"));
        bench.api.patch.once(failure(Error::Kind::Offline));
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v2", "a": {"x": 1, "y": 1, "z": 1}, "b": {"x": 0}})");
        });
        QCOMPARE(carry.trouble->kind, Error::Kind::Offline);
        QCOMPARE(outcomeOf(carry, "a.x"), Outcome::InPlace);
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::InPlace);
        QCOMPARE(outcomeOf(carry, "b.x"), Outcome::NotInPlace);
        QCOMPARE(bench.api.patches.size(), 3);
        QCOMPARE(bench.api.patches.at(2).ifMatch, QStringLiteral("v2"));
    }

    void knowsOnlyWhatClerkConfirmedWhenNobodyCanLook()
    {
        Bench bench;
        bench.api.patch.once(failure(rejected(QString())));
        bench.api.patch.once(change("v2", R"({"a": {"x": 1, "y": 0, "z": 1}})"));
        bench.api.patch.once(failure(Error::Kind::TimedOut));
        const auto carry = bench.carryAll(
            [&] { bench.api.productionConfig = Result<InstanceConfig>(failure(Error::Kind::Offline)); });
        QCOMPARE(carry.trouble->kind, Error::Kind::TimedOut);
        QVERIFY(!carry.now);
        QCOMPARE(outcomeOf(carry, "a.x"), Outcome::InPlace);
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::Unknown); // accepted, and not what the answer shows
        QCOMPARE(outcomeOf(carry, "b.x"), Outcome::Unknown);
    }

    void saysWhenProductionHasChangedMeanwhile()
    {
        Bench bench;
        bench.api.patch = Result<ConfigChange>(failure(Error::Kind::VersionConflict));
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v9", "a": {"x": 1, "y": 0, "z": 7}, "b": {"x": 0}})");
        });
        QCOMPARE(carry.trouble->kind, Error::Kind::VersionConflict);
        QCOMPARE(outcomeOf(carry, "a.x"), Outcome::InPlace); // somebody else was faster
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::NotInPlace);
        QCOMPARE(carry.alsoChanged, QList<SettingPath> {at("a.z")});
        QCOMPARE(carry.now->production.version, QStringLiteral("v9"));
        QCOMPARE(bench.api.patches.size(), 1);
    }

    void makesOneSecondPassAndNoThird()
    {
        Bench bench;
        bench.api.patch = change("v2", R"({"a": {"x": 1, "y": 0, "z": 5}, "b": {"x": 1}})");
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v2", "a": {"x": 1, "y": 0, "z": 5}, "b": {"x": 1}})");
        });
        QVERIFY(carry.madeSecondPass);
        QCOMPARE(bench.api.patches.size(), 2);
        const QJsonObject expected = jsonObject(R"({"a": {"y": 1, "z": 1}})"); // z was the same until we wrote
        QCOMPARE(bench.api.patches.at(1).changes, expected);
        QCOMPARE(bench.api.patches.at(1).ifMatch, QStringLiteral("v2"));
        QCOMPARE(outcomeOf(carry, "a.y"), Outcome::NotInPlace);
        QCOMPARE(carry.alsoChanged, QList<SettingPath> {at("a.z")});
    }

    void leavesAloneWhatSomebodyElseChanged()
    {
        Bench bench;
        bench.api.patch = change("v2", R"({"a": {"x": 1, "y": 1, "z": 1}, "b": {"x": 1}})");
        const auto carry = bench.carryAll([&] {
            bench.productionBecomes(R"({"config_version": "v3", "a": {"x": 1, "y": 1, "z": 5}, "b": {"x": 1}})");
        });
        QVERIFY(carry.isComplete());
        QVERIFY(!carry.madeSecondPass);
        QCOMPARE(bench.api.patches.size(), 1);
        QCOMPARE(carry.alsoChanged, QList<SettingPath> {at("a.z")});
    }

    void ignoresASecondRequestWhileCarrying()
    {
        Bench bench;
        const QString id = QStringLiteral("app_1");
        const auto reading = waitFor(bench.carrier.read(id)).value();
        bench.api.patch.hold();
        const auto first = bench.carrier.carry(id, reading, reading.comparison.carriable());
        const auto second = waitFor(bench.carrier.carry(id, reading, reading.comparison.carriable()));
        QCOMPARE(second.error().kind, Error::Kind::Busy);
        bench.api.patch.release();
        QVERIFY(waitFor(first));
        QVERIFY(waitFor(bench.carrier.carry(id, reading, {})));
    }

    void answersWhoeverWaitsWhenItGoes()
    {
        ScriptedPlatformApi api;
        auto carrier = std::make_unique<SettingsCarrier>(api);
        api.schema.hold();
        const auto future = carrier->read(QStringLiteral("app_1"));
        carrier.reset();
        QCOMPARE(waitFor(future).error().kind, Error::Kind::Cancelled);
    }

    void saysWhyItCouldNotRead()
    {
        Bench bench;
        bench.api.schema = Result<QJsonObject>(failure(Error::Kind::Forbidden));
        QCOMPARE(waitFor(bench.carrier.read(QStringLiteral("app_1"))).error().kind, Error::Kind::Forbidden);
    }

    void looksForAnEntryWhoseAnswerWasLost_data()
    {
        QTest::addColumn<bool>("arrived");
        QTest::addColumn<CarriedEntry::Outcome>("outcome");
        QTest::newRow("arrived") << true << CarriedEntry::Outcome::Added;
        QTest::newRow("lost") << false << CarriedEntry::Outcome::NotAdded;
    }

    void looksForAnEntryWhoseAnswerWasLost()
    {
        QFETCH(bool, arrived);
        QFETCH(CarriedEntry::Outcome, outcome);
        Bench bench;
        const QList<RedirectUrl> wanted {{QStringLiteral("ru_1"), QStringLiteral("a://b")},
                                         {QStringLiteral("ru_2"), QStringLiteral("c://d")}};
        bench.api.redirectUrls.once(QList<RedirectUrl>());
        bench.api.redirectUrls = arrived ? wanted.mid(0, 1) : QList<RedirectUrl>();
        bench.api.addedRedirectUrl = Result<RedirectUrl>(failure(Error::Kind::TimedOut));

        const auto carry = waitFor(bench.entries.carryRedirectUrls(QStringLiteral("app_1"), wanted)).value();

        QCOMPARE(carry.trouble->kind, Error::Kind::TimedOut);
        QCOMPARE(carry.entries.at(0).outcome, outcome);
        QCOMPARE(carry.entries.at(1).outcome, CarriedEntry::Outcome::NotAdded);
        QCOMPARE(bench.api.addedRedirectUrl.calls(), 1);
    }

    void goesOnAfterARefusedEntryAndOverwritesNone()
    {
        Bench bench;
        const auto named = [](const char *name, int lifetime = 60) {
            return JwtTemplate {QString(), QString::fromLatin1(name), {}, lifetime, 5, false};
        };
        JwtTemplate own = named("own");
        own.hasCustomSigningKey = true;
        bench.api.jwtTemplates = QList<JwtTemplate> {named("changed", 90)};
        bench.api.addedJwtTemplate.once(failure(rejected(QStringLiteral("claims"))));
        bench.api.addedJwtTemplate.once(failure(Error {Error::Kind::Rejected, QStringLiteral("form_already_exists")}));

        const auto carry = waitFor(bench.entries.carryJwtTemplates(
                                       QStringLiteral("app_1"), {own, named("changed"), named("bad"), named("raced")}))
                               .value();

        QCOMPARE(carry.entries.at(0).outcome, CarriedEntry::Outcome::NeedsOwnKey);
        QCOMPARE(carry.entries.at(1).outcome, CarriedEntry::Outcome::Different);
        QCOMPARE(carry.entries.at(2).outcome, CarriedEntry::Outcome::Refused);
        QCOMPARE(carry.entries.at(3).outcome, CarriedEntry::Outcome::AlreadyThere);
        QVERIFY(!carry.trouble);
    }
};

QTEST_GUILESS_MAIN(TestSettingsAccidents)
#include "tst_settingsaccidents.moc"
