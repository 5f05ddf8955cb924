#include "model/settings/settingscomparison.h"

#include "model/settings/settingspatch.h"
#include "testkit/settingsseed.h"

#include <QTest>

using namespace golive;
using State = ComparedSetting::State;
using Obstacle = ComparedSetting::Obstacle;

namespace {

SettingPath at(const char *dotted)
{
    return QString::fromLatin1(dotted).split(QLatin1Char('.'));
}

SettingsComparison compared(const QByteArray &development, const QByteArray &production)
{
    return compareSettings(configFromJson(development), configFromJson(production), seedSchema());
}

std::optional<ComparedSetting> find(const SettingsComparison &comparison, const char *path)
{
    for (const ComparedSetting &each : comparison.settings)
        if (each.path == at(path))
            return each;
    return std::nullopt;
}

} // namespace

class TestSettingsComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowTwoValuesCompare_data()
    {
        QTest::addColumn<QByteArray>("development");
        QTest::addColumn<QByteArray>("production");
        QTest::addColumn<State>("state");
        QTest::addColumn<Obstacle>("obstacle");

        const auto row
            = [](const char *name, const QByteArray &left, const QByteArray &right, State state,
                 Obstacle obstacle = Obstacle::None) { QTest::newRow(name) << left << right << state << obstacle; };
        row("same", "1", "1", State::Same);
        row("same number", "60", "60.0", State::Same);
        row("number", "1", "2", State::Differs);
        row("text", R"("/")", R"("")", State::Differs);
        row("kind of value", R"("1")", "1", State::Differs);
        row("null in production", "true", "null", State::MissingInProduction);
        row("null in development", "null", "true", State::OnlyInProduction, Obstacle::OnlyInProduction);
        row("list in another order", R"(["a", "b"])", R"(["b", "a"])", State::Differs);
        row("same list", R"(["a", "b"])", R"(["a", "b"])", State::Same);
        row("list of groups", R"([{"a": 1, "b": 2}])", R"([{"b": 2, "a": 1}])", State::Same);
        row("group for a value", R"({"a": 1})", "1", State::Differs, Obstacle::KindDiffers);
        row("value for a group", "1", R"({"a": 1})", State::Differs, Obstacle::KindDiffers);
    }

    void tellsHowTwoValuesCompare()
    {
        QFETCH(QByteArray, development);
        QFETCH(QByteArray, production);
        QFETCH(State, state);
        QFETCH(Obstacle, obstacle);

        const auto found = find(
            compared(R"({"brand_new": {"x": )" + development + "}}", R"({"brand_new": {"x": )" + production + "}}"),
            "brand_new.x");

        QVERIFY(found);
        QCOMPARE(found->state, state);
        QCOMPARE(found->obstacle, obstacle);
        QCOMPARE(found->topic, SettingsTopic::Other);
    }

    void comparesSetsWithoutOrder_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<State>("state");
        QTest::newRow("set behind a reference") << QStringLiteral("sign_in_strategies") << State::Same;
        QTest::newRow("set behind allOf") << QStringLiteral("verification_strategies") << State::Same;
        QTest::newRow("list") << QStringLiteral("other_strategies") << State::Differs;
    }

    void comparesSetsWithoutOrder()
    {
        QFETCH(QString, key);
        QFETCH(State, state);
        const QByteArray name = key.toLatin1();
        const auto comparison = compared(R"({"auth_email": {")" + name + R"(": ["a", "b"]}})",
                                         R"({"auth_email": {")" + name + R"(": ["b", "a"]}})");
        QCOMPARE(comparison.settings.size(), 1);
        QCOMPARE(comparison.settings.constFirst().state, state);
    }

    void explainsASettingInTheSchemasWords()
    {
        const auto comparison = compareSettings(seedConfig(), {}, seedSchema());
        const auto email = find(comparison, "auth_email.used_for_sign_in");
        QVERIFY(email);
        QCOMPARE(email->title, QStringLiteral("Sign in with email"));
        QCOMPARE(email->description, QStringLiteral("People may sign in with their email address"));
        QCOMPARE(email->type, QStringLiteral("boolean"));
        QCOMPARE(email->topic, SettingsTopic::EmailAndPhone);
        const auto length = find(comparison, "auth_password.min_length");
        QCOMPARE(length->title, QStringLiteral("Min Length"));
        QCOMPARE(length->type, QStringLiteral("integer"));
        QCOMPARE(find(comparison, "branding.show_footer")->type, QStringLiteral("boolean")); // the schema is silent
    }

    void goesByTopic()
    {
        const auto comparison = compareSettings(seedConfig(), {}, seedSchema());
        QVERIFY(comparison.complete);
        qsizetype reached = 0;
        for (const ComparedSetting &each : comparison.settings) {
            QVERIFY(settingsTopics().indexOf(each.topic) >= reached);
            reached = settingsTopics().indexOf(each.topic);
        }
        QCOMPARE(reached, settingsTopics().indexOf(SettingsTopic::CustomProviders));
    }

    void leavesOutWhatIsNobodysChoice_data()
    {
        QTest::addColumn<QByteArray>("development");
        QTest::addColumn<bool>("withheld");
        QTest::newRow("version") << QByteArray(R"({"config_version": "v2"})") << false;
        QTest::newRow("ids") << QByteArray(R"({"id": "ins_1", "object": "config", "paths": {"updated_at": 5}})")
                             << false;
        QTest::newRow("read-only") << QByteArray(R"({"paths": {"hosted_at": "x"}})") << false;
        QTest::newRow("sensitive") << QByteArray(R"({"connection_oauth_google": {"client_secret": "x"}})") << true;
        QTest::newRow("sensitive by schema alone") << QByteArray(R"({"branding": {"partner_word": "x"}})") << true;
        QTest::newRow("secret by name") << QByteArray(R"({"brand_new": {"apiSecret": "x", "signing_key": ["x"]}})")
                                        << true;
        QTest::newRow("secrets inside") << QByteArray(R"({"brand_new": {"secrets": {"stripe": "x"}}})") << true;
        QTest::newRow("token") << QByteArray(R"({"brand_new": {"access_token": "x", "token": "x"}})") << true;
        QTest::newRow("secret in a list") << QByteArray(R"({"brand_new": {"l": [{"client_secret": "x"}]}})") << true;
        QTest::newRow("dots") << QByteArray(R"({"brand_new": {"x": "•••••"}})") << true;
        QTest::newRow("partial mask") << QByteArray(R"({"brand_new": {"x": "GOCSPX-****"}})") << true;
        QTest::newRow("word") << QByteArray(R"({"brand_new": {"x": "[REDACTED]"}})") << true;
        QTest::newRow("mask in a list") << QByteArray(R"({"brand_new": {"x": ["a", "••••"]}})") << true;
        QTest::newRow("key by its looks") << QByteArray(R"({"brand_new": {"x": "sk_live_abcdefgh"}})") << true;
        QTest::newRow("somebody's client")
            << QByteArray(R"({"connection_oauth_apple": {"client_id": "a", "team_id": "b", "key_id": "c"}})") << true;
        QTest::newRow("custom client") << QByteArray(
            R"({"connections_oauth_custom": {"acme": {"client_secret": "x", "client_id": "y"}}})")
                                       << true;
    }

    void leavesOutWhatIsNobodysChoice()
    {
        QFETCH(QByteArray, development);
        QFETCH(bool, withheld);
        const InstanceConfig config {QString(), jsonObject(development)};
        for (const bool mirrored : {false, true}) {
            const auto comparison
                = mirrored ? compareSettings({}, config, seedSchema()) : compareSettings(config, {}, seedSchema());
            QVERIFY(comparison.settings.isEmpty());
            QCOMPARE(!comparison.withheld.isEmpty(), withheld);
        }
    }

    void takesWhatOnlySoundsLikeASecret_data()
    {
        QTest::addColumn<QByteArray>("development");
        QTest::newRow("switch") << QByteArray(R"({"brand_new": {"client_secret_required": true}})");
        QTest::newRow("number") << QByteArray(R"({"brand_new": {"token_lifetime": 60}})");
        QTest::newRow("address") << QByteArray(
            R"({"connections_oauth_custom": {"acme": {"token_url": "https:\/\/a.example"}}})");
        QTest::newRow("wildcard") << QByteArray(R"({"brand_new": {"origins": ["*", "shop-**"]}})");
        QTest::newRow("own claim") << QByteArray(R"({"session": {"claims": {"id": "{{user.id}}"}}})");
        QTest::newRow("word") << QByteArray(R"({"brand_new": {"x": "HIDDEN FALLS"}})");
        QTest::newRow("inside a word") << QByteArray(R"({"brand_new": {"x": "break_everything_here"}})");
    }

    void takesWhatOnlySoundsLikeASecret()
    {
        QFETCH(QByteArray, development);
        QCOMPARE(compared(development, "{}").settings.size(), 1);
    }

    void aConnectionNeedsItsOwnCredentialsFirst_data()
    {
        QTest::addColumn<QByteArray>("production");
        QTest::addColumn<Obstacle>("enabled");
        QTest::addColumn<Obstacle>("prompt");
        QTest::newRow("off and bare") << QByteArray(R"({"enabled": false, "client_id": "", "client_secret": ""})")
                                      << Obstacle::NeedsCredentials << Obstacle::None;
        QTest::newRow("half") << QByteArray(R"({"enabled": false, "client_id": "id", "client_secret": ""})")
                              << Obstacle::NeedsCredentials << Obstacle::None;
        QTest::newRow("off and filled") << QByteArray(
            R"({"enabled": false, "client_id": "i", "client_secret": "••••"})")
                                        << Obstacle::None << Obstacle::None;
        QTest::newRow("on and bare") << QByteArray(R"({"enabled": true, "client_id": "", "client_secret": ""})")
                                     << Obstacle::None << Obstacle::NeedsCredentials;
        QTest::newRow("on and filled") << QByteArray(R"({"enabled": true, "client_id": "i", "client_secret": "••••"})")
                                       << Obstacle::None << Obstacle::None;
        QTest::newRow("absent") << QByteArray("null") << Obstacle::NeedsCredentials << Obstacle::None;
    }

    void aConnectionNeedsItsOwnCredentialsFirst()
    {
        QFETCH(QByteArray, production);
        QFETCH(Obstacle, enabled);
        QFETCH(Obstacle, prompt);
        const InstanceConfig live = configFromJson("{\"connection_oauth_google\": " + production + "}");
        const auto comparison = compareSettings(seedConfig(), live, seedSchema());
        QCOMPARE(find(comparison, "connection_oauth_google.enabled")->obstacle, enabled);
        QCOMPARE(find(comparison, "connection_oauth_google.show_account_selector_prompt")->obstacle, prompt);
    }

    void aConnectionWithoutFieldsToFillNeedsOnlyThoseOfItsSchema()
    {
        const auto comparison = compared(R"({"connection_oauth_discord": {"enabled": true, "client_id": 5}})",
                                         R"({"connection_oauth_discord": {"enabled": false, "client_id": 7}})");
        QCOMPARE(find(comparison, "connection_oauth_discord.enabled")->obstacle, Obstacle::None);
    }

    void aCustomProviderIsCarriedOnlyIntoOneThatHasCredentials()
    {
        const auto absent = compareSettings(seedConfig(), {}, seedSchema());
        QCOMPARE(find(absent, "connections_oauth_custom.acme.name")->obstacle, Obstacle::NeedsCredentials);
        const auto there = compareSettings(
            seedConfig(),
            configFromJson(R"({"connections_oauth_custom": {"acme": {"client_id": "a", "client_secret": "•••"}}})"),
            seedSchema());
        QCOMPARE(find(there, "connections_oauth_custom.acme.name")->obstacle, Obstacle::None);
        QCOMPARE(find(there, "connections_oauth_custom.acme.enabled")->obstacle, Obstacle::None);
    }

    void makesTheSmallestPatch()
    {
        const auto comparison = compareSettings(
            seedConfig(), configFromJson(R"({"paths": {"home": "/", "sign_in": ""}, "session": {"lifetime": 60}})"),
            seedSchema());
        const auto ticked
            = comparison.carried({at("paths.home"), at("paths.sign_in"), at("session.claims.plan"),
                                  at("auth_multi_factor.backup_code.enabled"), at("connection_oauth_google.enabled"),
                                  at("connection_oauth_google.client_secret"), at("no.such.setting")});
        const QJsonObject expected = jsonObject(R"({
            "auth_multi_factor": {"backup_code": {"enabled": true}},
            "paths": {"sign_in": "/sign-in"},
            "session": {"claims": {"plan": "{{user.public_metadata.plan}}"}}})");
        QCOMPARE(patchOf(ticked), expected);
        QCOMPARE(patchOf({}), QJsonObject());
        QCOMPARE(patchOf(comparison.carried({})), QJsonObject());
    }

    void keepsDotsInKeysApart()
    {
        const InstanceConfig config = configFromJson(
            R"({"session": {"claims": {"https:\/\/shop.example/role": "x", "a": {"b": 1}, "a.b": 2}}})");
        const auto comparison = compareSettings(config, configFromJson(R"({"session": {"claims": {}}})"), {});
        QCOMPARE(comparison.settings.size(), 3);
        QCOMPARE(patchOf(comparison.settings), config.settings);
    }

    void saysWhenThereWasTooMuch()
    {
        QJsonObject deep {{QStringLiteral("x"), 1}};
        for (int i = 0; i < 500; ++i)
            deep = {{QStringLiteral("d"), deep}};
        const auto comparison = compareSettings({QString(), deep}, {}, {});
        QVERIFY(!comparison.complete);
        QVERIFY(comparison.settings.isEmpty());
    }

    void doesNotFollowReferencesInCircles()
    {
        const auto reference = [](const char *to) {
            return QJsonObject {{QStringLiteral("$ref"), QString::fromLatin1(to)}};
        };
        const QJsonObject circle {{QStringLiteral("$defs"),
                                   QJsonObject {{QStringLiteral("a"), reference("#/$defs/b")},
                                                {QStringLiteral("b"), reference("#/$defs/a")}}},
                                  {QStringLiteral("properties"),
                                   QJsonObject {{QStringLiteral("paths"), reference("#/$defs/a")},
                                                {QStringLiteral("session"), reference("elsewhere.json")}}}};
        QVERIFY(!compareSettings(seedConfig(), {}, circle).settings.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSettingsComparison)
#include "tst_settingscomparison.moc"
