#include "clerk/applicationjson.h"
#include "clerk/configjson.h"
#include "clerk/domainjson.h"
#include "clerk/entryjson.h"

#include <QTest>

using namespace golive;

/// What we forgive an answer, and what we do not.
class TestReading : public QObject
{
    Q_OBJECT

    static QJsonDocument document(const QByteArray &text)
    {
        QJsonParseError problem;
        const QJsonDocument json = QJsonDocument::fromJson(text, &problem);
        if (problem.error != QJsonParseError::NoError)
            qFatal("%s", qPrintable(problem.errorString()));
        return json;
    }
    static QJsonObject object(const QByteArray &text) { return document(text).object(); }

private Q_SLOTS:
    void aConnectionIsOnOrOff_data()
    {
        QTest::addColumn<QByteArray>("section");
        QTest::addColumn<bool>("canBeRead");
        QTest::newRow("on") << QByteArrayLiteral(R"({"enabled": true})") << true;
        QTest::newRow("without a switch") << QByteArrayLiteral(R"({"client_id": "1"})") << true;
        QTest::newRow("nothing") << QByteArrayLiteral("null") << true;
        QTest::newRow("a word for the switch") << QByteArrayLiteral(R"({"enabled": "true"})") << false;
        QTest::newRow("a number for the switch") << QByteArrayLiteral(R"({"enabled": 1})") << false;
        QTest::newRow("a list") << QByteArrayLiteral("[]") << false;
    }

    void aConnectionIsOnOrOff()
    {
        QFETCH(QByteArray, section);
        QFETCH(bool, canBeRead);
        QCOMPARE(configFrom(object(R"({"connection_oauth_google": )" + section + '}')).has_value(), canBeRead);
    }

    void aSchemaHasTypesInWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("canBeRead");
        QTest::newRow("a word") << QByteArrayLiteral(R"({"type": "object", "properties": {"a": {"type": "string"}}})")
                                << true;
        QTest::newRow("words") << QByteArrayLiteral(R"({"properties": {"a": {"type": ["string", "null"]}}})") << true;
        QTest::newRow("none") << QByteArrayLiteral("{}") << true;
        QTest::newRow("a number") << QByteArrayLiteral(R"({"properties": {"a": {"type": 7}}})") << false;
        QTest::newRow("a number below") << QByteArrayLiteral(
            R"({"properties": {"a": {"properties": {"b": {"type": 7}}}}})")
                                        << false;
        QTest::newRow("a list of properties") << QByteArrayLiteral(R"({"properties": ["a"]})") << false;
    }

    void aSchemaHasTypesInWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, canBeRead);
        QCOMPARE(configSchemaFrom(object(text)).has_value(), canBeRead);
    }

    void instancesAreAList()
    {
        QVERIFY(applicationFrom(object(R"({"application_id": "app_1", "instances": []})")));
        QVERIFY(applicationFrom(object(R"({"application_id": "app_1"})")));
        QVERIFY(!applicationFrom(object(R"({"application_id": "app_1", "instances": "none"})")));
    }

    void aListComesBareOrWrapped_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("count");

        QTest::newRow("bare") << QByteArrayLiteral(R"([{"application_id": "app_1"}])") << 1;
        QTest::newRow("wrapped") << QByteArrayLiteral(R"({"data": [{"application_id": "app_1"}], "total_count": 1})")
                                 << 1;
        QTest::newRow("without count") << QByteArrayLiteral(R"({"data": [{"application_id": "app_1"}]})") << 1;
        QTest::newRow("empty") << QByteArrayLiteral("[]") << 0;
        QTest::newRow("empty, wrapped") << QByteArrayLiteral(R"({"data": []})") << 0;
        QTest::newRow("with a stranger") << QByteArrayLiteral(R"([{"application_id": "app_1"}, 7, {}, null])") << 1;
    }

    void aListComesBareOrWrapped()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, count);

        const auto list = applicationsFrom(document(text));

        QVERIFY(list);
        QCOMPARE(list->size(), count);
    }

    void anApplicationNeedsNothingButItsId()
    {
        const auto bare = applicationFrom(object(R"({"application_id": "app_1", "new_field": {"a": 1}})"));

        QVERIFY(bare);
        QCOMPARE(bare->displayName(), QStringLiteral("app_1"));
        QVERIFY(bare->instances.isEmpty());
        QVERIFY(!applicationFrom(object(R"({"name": "Shop"})")));
        QVERIFY(!applicationFrom(object(R"({"application_id": 7})")));
        QVERIFY(!keysFrom(object("{}")));
    }

    void anInstanceOfAnUnknownKindIsKeptApart()
    {
        const auto shop = applicationFrom(object(R"({"application_id": "a", "name": null, "instances": [
            {"instance_id": "ins_1", "environment_type": "staging", "publishable_key": null}, {"instance_id": "ins_2"},
            {"environment_type": "production"}, "ins_3"]})"));

        QVERIFY(shop);
        QCOMPARE(shop->instances.size(), 2);
        QVERIFY(shop->instances.constFirst().environment == Environment::Other);
        QVERIFY(shop->instances.constLast().environment == Environment::Other);
        QVERIFY(!shop->instanceOf(Environment::Production));
    }

    void aKeyMayBeWithheld()
    {
        const auto keys = keysFrom(object(R"({"application_id": "a", "instances": [
            {"instance_id": "ins_1", "environment_type": "production", "secret_key": null}]})"));

        QVERIFY(keys);
        QVERIFY(keys->constFirst().secretKey.isEmpty());
    }

    void aNewInstanceMayLackItsDomain_data()
    {
        QTest::addColumn<QByteArray>("member");

        QTest::newRow("null") << QByteArrayLiteral(R"(, "active_domain": null)");
        QTest::newRow("absent") << QByteArray();
        QTest::newRow("not one") << QByteArrayLiteral(R"(, "active_domain": "shop.example")");
        QTest::newRow("unfinished") << QByteArrayLiteral(R"(, "active_domain": {"name": ""})");
    }

    void aNewInstanceMayLackItsDomain()
    {
        QFETCH(QByteArray, member);

        const auto created = createdInstanceFrom(object(R"({"id": "ins_1", "secret_key": "sk_live_1")" + member + '}'));

        QVERIFY(created);
        QVERIFY(!created->domain);
    }

    void aNewInstanceHasAnIdAndAKey()
    {
        QVERIFY(!createdInstanceFrom(object(R"({"id": "ins_1"})")));
        QVERIFY(!createdInstanceFrom(object(R"({"secret_key": "sk_live_1"})")));
        QVERIFY(!createdInstanceFrom(object(R"({"instance_id": "ins_1", "secret_key": "sk_live_1"})")));
    }

    void aDomainNeedsIdAndName()
    {
        const auto bare = domainFrom(object(R"({"id": "dmn_1", "name": "Shop.Example."})"));
        QVERIFY(bare);
        QCOMPARE(bare->name, QStringLiteral("shop.example"));
        QVERIFY(bare->frontendApiUrl.isEmpty() && bare->records.isEmpty() && !bare->isSatellite);
        QVERIFY(!domainFrom(object(R"({"id": "dmn_1"})")));
        QVERIFY(!domainFrom(object(R"({"name": "shop.example"})")));
    }

    void addressesMustBeOfTheWeb_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("url");

        QTest::newRow("https") << QByteArrayLiteral("\"https://a.example\"") << QStringLiteral("https://a.example");
        QTest::newRow("no scheme") << QByteArrayLiteral("\"a.example\"") << QStringLiteral("https://a.example");
        QTest::newRow("null") << QByteArrayLiteral("null") << QString();
        QTest::newRow("empty") << QByteArrayLiteral("\"\"") << QString();
        QTest::newRow("script") << QByteArrayLiteral("\"javascript:alert(1)\"") << QString();
        QTest::newRow("file") << QByteArrayLiteral("\"file:///etc/passwd\"") << QString();
        QTest::newRow("number") << QByteArrayLiteral("7") << QString();
    }

    void addressesMustBeOfTheWeb()
    {
        QFETCH(QByteArray, value);
        QFETCH(QString, url);

        QCOMPARE(domainFrom(object(R"({"id": "d", "name": "n", "accounts_portal_url": )" + value + '}'))
                     ->accountsPortalUrl.toString(),
                 url);
    }

    void recordsAreReadAsTheyAre()
    {
        const auto domain = domainFrom(object(R"({"id": "d", "name": "app.shop.example", "cname_targets": [
            {"host": "Track.ClkMail2.shop.example.", "value": "Mail2.clerk.services.", "required": false},
            {"host": "clerk.shop.example", "value": "frontend-api.clerk.services"},
            {"host": "www.others.example", "value": "x"}, {"host": "notshop.example", "value": "x"},
            {"host": "<b>.shop.example", "value": "x"}, {"host": "a.shop.example", "value": "x y"},
            {"host": "", "value": "x"}, {"host": "x"}, 7]})"));

        QVERIFY(domain);
        QCOMPARE(domain->records,
                 QList<DnsRecord>(
                     {{QStringLiteral("track.clkmail2.shop.example"), QStringLiteral("mail2.clerk.services"), false},
                      {QStringLiteral("clerk.shop.example"), QStringLiteral("frontend-api.clerk.services"), true}}));
        QCOMPARE(domain->foreignHosts.join(QLatin1Char(' ')), QStringLiteral("www.others.example notshop.example"));
    }

    void namesAreShortLines()
    {
        const QString name = QStringLiteral(" Shop ") + QChar(0x202e) + QStringLiteral("\nof\tAnna") + QChar(0x07)
            + QString(1'000'000, QLatin1Char('x'));
        const auto application = applicationFrom(
            {{QStringLiteral("application_id"), QStringLiteral("a")}, {QStringLiteral("name"), name}});
        QVERIFY(application);
        QVERIFY2(application->name.startsWith(QLatin1String("Shop of Annaxx")), qPrintable(application->name.left(20)));
        QCOMPARE(application->name.size(), 200);
    }

    void aDomainIsAHostName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("markup") << QStringLiteral("<b>shop</b>.example");
        QTest::newRow("a space") << QStringLiteral("shop example");
        QTest::newRow("an address") << QStringLiteral("https://shop.example");
        QTest::newRow("a turn of direction")
            << QString(QStringLiteral("shop") + QChar(0x202e) + QStringLiteral(".example"));
        QTest::newRow("no end to it") << QString(254, QLatin1Char('x'));
    }

    void aDomainIsAHostName()
    {
        QFETCH(QString, name);
        QVERIFY(!domainFrom({{QStringLiteral("id"), QStringLiteral("d")}, {QStringLiteral("name"), name}}));
    }

    void wordsForAState_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<ComponentState>("state");

        const QList<std::pair<QByteArray, ComponentState>> words {
            {"\"not_started\"", ComponentState::NotStarted},
            {"\"in_process\"", ComponentState::InProgress},
            {"\"in_progress\"", ComponentState::InProgress},
            {"\"pending\"", ComponentState::InProgress},
            {"\"incomplete\"", ComponentState::InProgress},
            {"\"of_next_year\"", ComponentState::InProgress},
            {"\"complete\"", ComponentState::Complete},
            {"\"failed\"", ComponentState::Failed},
            {"null", ComponentState::NotStarted},
        };
        for (const auto &[word, state] : words)
            QTest::newRow(word) << word << state;
    }

    void wordsForAState()
    {
        QFETCH(QByteArray, word);
        QFETCH(ComponentState, state);
        const QByteArray part = R"({"status": )" + word + '}';

        const auto status = domainStatusFrom(object(R"({"status": "incomplete", "dns": )" + part + R"(, "ssl": )" + part
                                                    + R"(, "mail": )" + part + R"(, "proxy": )" + part + '}'));

        QVERIFY(status);
        for (const Component &each : {status->dns, status->ssl, *status->mail, *status->proxy}) {
            QVERIFY(each.state == state);
            QVERIFY(each.required);
        }
    }

    void onlyOneWordMeansDone()
    {
        QVERIFY(domainStatusFrom(object(R"({"status": "complete"})"))->complete);
        QVERIFY(!domainStatusFrom(object(R"({"status": "completed"})"))->complete);
        QVERIFY(!domainStatusFrom(object(R"({"dns": {}})")));
        QVERIFY(!domainStatusFrom(object(R"({"status": true})")));
    }

    void aDomainStatusMayLackAlmostEverything()
    {
        const auto status = domainStatusFrom(object(
            R"({"status": "incomplete", "mail": null, "proxy": [], "ssl_hosts": null, "ssl": 7, "last_run_at": "soon"})"));

        QVERIFY(status);
        QVERIFY(!status->mail && !status->proxy && status->sslHosts.isEmpty() && !status->lastRunAt);
        QVERIFY(!status->ssl.isDone() && !status->dns.isDone());
    }

    void recordsGoByAnyName()
    {
        const auto status = domainStatusFrom(object(R"({"status": "incomplete", "dns": {"cnames": {
            "clkmail2": {"from": "clkmail2.shop.example.", "to": "mail2.clerk.services", "actual": null,
                         "failure_hints": ["Look again.", {"code": "c"}, {}, 7]},
            "pdk1._domainkey.clkmail2": {"verified": true, "required": false, "actual": "one.example"},
            "odd": null}}})"));

        QVERIFY(status);
        QCOMPARE(status->records.size(), 2);
        const RecordStatus mail = status->records.constFirst();
        QCOMPARE(mail.key, QStringLiteral("clkmail2"));
        QCOMPARE(mail.from, QStringLiteral("clkmail2.shop.example"));
        QVERIFY(mail.required && !mail.verified && mail.actual.isEmpty());
        QCOMPARE(mail.hints,
                 QList<FailureHint>({{QString(), QStringLiteral("Look again.")}, {QStringLiteral("c"), QString()}}));
        QVERIFY(status->records.constLast().verified);
        QCOMPARE(status->records.constLast().actual, QStringList(QStringLiteral("one.example")));
    }

    void theTimeOfACheckMayBeText()
    {
        const auto status
            = domainStatusFrom(object(R"({"status": "incomplete", "last_run_at": "2026-01-02T03:04:05+01:00"})"));

        QCOMPARE(*status->lastRunAt, QDateTime(QDate(2026, 1, 2), QTime(2, 4, 5), Qt::UTC));
        QVERIFY(!domainStatusFrom(object(R"({"status": "incomplete", "last_run_at": 1e300})"))->lastRunAt);
        QVERIFY(!domainStatusFrom(object(R"({"status": "incomplete", "last_run_at": -1})"))->lastRunAt);
    }

    void settingsComeWrappedOrNot_data()
    {
        QTest::addColumn<QByteArray>("text");

        QTest::newRow("as they are") << QByteArrayLiteral(R"({"config_version": "v1", "session": {"lifetime": 60}})");
        QTest::newRow("wrapped") << QByteArrayLiteral(
            R"({"config_version": "v1", "config": {"session": {"lifetime": 60}}})");
        QTest::newRow("version inside") << QByteArrayLiteral(
            R"({"object": "x", "config": {"config_version": "v1", "session": {"lifetime": 60}}})");
    }

    void settingsComeWrappedOrNot()
    {
        QFETCH(QByteArray, text);

        const auto config = configFrom(object(text));

        QVERIFY(config);
        QCOMPARE(config->version, QStringLiteral("v1"));
        QCOMPARE(config->settings, object(R"({"session": {"lifetime": 60}})"));
    }

    void aSectionMayBeCalledConfig()
    {
        const QJsonObject settings = object(R"({"config": {"a": 1}, "session": {}})");

        QCOMPARE(configFrom(settings)->settings, settings);
    }

    void aChangeMayTellLittle()
    {
        const auto change = configChangeFrom(object(R"({"after": {"config_version": "v2", "session": {}}})"));

        QVERIFY(change && !change->dryRun && change->before.isEmpty());
        QCOMPARE(change->after.keys(), QStringList(QStringLiteral("session")));
        QVERIFY(configChangeFrom(object(R"({"dry_run": true})"))->dryRun);
    }

    void aCredentialQuotedBackIsStruckOut()
    {
        Error error;
        error.detail = QStringLiteral("client_secret \"hush hush\" is wrong");
        error.field = QStringLiteral("hush hush");
        error.names = {QStringLiteral("no hush hush")};
        const QList<SecretSetting> secrets {{QString(), QString(), Secret("hush\nhush")},
                                            {QString(), QString(), Secret("is")},
                                            {QString(), QString(), Secret()}};

        const Error told = without(secrets, error);

        QCOMPARE(told.detail, QStringLiteral("client_secret \"…\" is wrong"));
        QCOMPARE(told.field, QStringLiteral("…"));
        QCOMPARE(told.names, QStringList(QStringLiteral("no …")));
    }

    void aSecretMakesItsOwnSection()
    {
        ConfigPatch patch;
        patch.secrets = {{QStringLiteral("a"), QStringLiteral("b"), Secret("\xc3\xbc")}};

        QCOMPARE(QJsonDocument::fromJson(jsonOf(patch).reveal()).object(), object(R"({"a": {"b": "\u00fc"}})"));
    }

    void entriesNeedTheirNames()
    {
        QVERIFY(!redirectUrlFrom(object(R"({"id": "ru_1"})")));
        QVERIFY(!redirectUrlFrom(object(R"({"url": "app:back"})")));
        QVERIFY(!jwtTemplateFrom(object(R"({"id": "jtmp_1"})")));
        const auto bare = jwtTemplateFrom(object(R"({"id": "jtmp_1", "name": "n", "lifetime": null})"));
        QVERIFY(bare);
        QCOMPARE(bare->lifetime, 60);
        QCOMPARE(bare->allowedClockSkew, 5);
        QCOMPARE(jwtTemplatesFrom(document(R"({"data": [{"id": "jtmp_1", "name": "n"}]})"))->size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestReading)
#include "tst_reading.moc"
