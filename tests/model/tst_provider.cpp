#include "model/provider.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace golive;

namespace {

QJsonObject json(const char *text)
{
    const auto document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("not a JSON object: %s", text);
    return document.object();
}

/// A schema in which `slug` has the properties given as JSON.
QJsonObject schemaOf(const QString &slug, const char *properties)
{
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"),
             QJsonObject {{QStringLiteral("connection_oauth_") + slug,
                           QJsonObject {{QStringLiteral("type"), QStringLiteral("object")},
                                        {QStringLiteral("properties"), json(properties)}}}}}};
}

QStringList keysOf(const OAuthProvider &provider)
{
    QStringList keys;
    for (const ProviderField &field : provider.fields)
        keys.append(field.key);
    return keys;
}

ProviderField fieldOf(const OAuthProvider &provider, const char *key)
{
    for (const ProviderField &field : provider.fields)
        if (field.key == QLatin1String(key))
            return field;
    return {};
}

constexpr auto googleProperties = R"({
    "enabled": {"type": "boolean"}, "authenticatable": {"type": "boolean"},
    "block_email_subaddresses": {"type": "string"},
    "client_secret": {"type": "string", "description": "Google OAuth client secret", "x-clerk-sensitive": true},
    "client_id": {"type": "string", "description": "Google OAuth client ID"},
    "status": {"type": "string", "readOnly": true},
    "show_account_selector_prompt": {"type": "boolean"}})";

constexpr auto appleProperties = R"({
    "enabled": {"type": "boolean"}, "bundle_id": {"type": "string"}, "client_id": {"type": "string"},
    "client_secret": {"type": "string", "x-clerk-sensitive": true}, "key_id": {"type": "string"},
    "team_id": {"type": "string"}})";

constexpr auto linearProperties = R"({
    "actor": {"type": "string", "enum": ["user", "application"], "default": "user"},
    "client_id": {"type": "string"}, "client_secret": {"type": "string", "x-clerk-sensitive": true}})";

} // namespace

class TestProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsEnabled()
    {
        const QJsonObject settings = json(R"({
            "connection_oauth_google": {"enabled": true}, "connection_oauth_apple": {"enabled": true},
            "connection_oauth_microsoft": {"enabled": false}, "connection_oauth_x": {"enabled": "true"},
            "connection_oauth_box": {}, "connection_oauth_line": true, "connection_oauth_": {"enabled": true},
            "connections_oauth_custom": {"enabled": true}, "auth_password": {"enabled": true}})");
        QCOMPARE(enabledProviders(settings), (QStringList {QStringLiteral("apple"), QStringLiteral("google")}));
        QVERIFY(enabledProviders({}).isEmpty());
    }

    void asksForIdAndSecretFirst()
    {
        const OAuthProvider google
            = providerFrom(QStringLiteral("google"), schemaOf(QStringLiteral("google"), googleProperties));
        QVERIFY(google.supported);
        QCOMPARE(google.name, QStringLiteral("Google"));
        QCOMPARE(google.configKey(), QStringLiteral("connection_oauth_google"));
        QCOMPARE(keysOf(google), (QStringList {QStringLiteral("client_id"), QStringLiteral("client_secret")}));
        QCOMPARE(fieldOf(google, "client_id").label, QStringLiteral("Client ID"));
        QCOMPARE(fieldOf(google, "client_id").description, QStringLiteral("Google OAuth client ID"));
        QVERIFY(fieldOf(google, "client_id").required && !fieldOf(google, "client_id").sensitive);
        QCOMPARE(fieldOf(google, "client_secret").label, QStringLiteral("Client Secret"));
        QVERIFY(fieldOf(google, "client_secret").required && fieldOf(google, "client_secret").sensitive);
    }

    void asksForApplesFour()
    {
        const OAuthProvider apple
            = providerFrom(QStringLiteral("apple"), schemaOf(QStringLiteral("apple"), appleProperties));
        QVERIFY(apple.supported);
        QCOMPARE(keysOf(apple),
                 (QStringList {QStringLiteral("client_id"), QStringLiteral("team_id"), QStringLiteral("key_id"),
                               QStringLiteral("client_secret")}));
        QVERIFY(
            std::all_of(apple.fields.cbegin(), apple.fields.cend(), [](const ProviderField &f) { return f.required; }));
        QCOMPARE(fieldOf(apple, "client_id").label, QStringLiteral("Services ID"));
        QCOMPARE(fieldOf(apple, "client_secret").label, QStringLiteral("Private key (.p8)"));
    }

    void makesAChoiceOfAnEnum()
    {
        const OAuthProvider linear
            = providerFrom(QStringLiteral("linear"), schemaOf(QStringLiteral("linear"), linearProperties));
        const ProviderField actor = fieldOf(linear, "actor");
        QCOMPARE(keysOf(linear).last(), QStringLiteral("actor"));
        QCOMPARE(actor.choices, (QStringList {QStringLiteral("user"), QStringLiteral("application")}));
        QCOMPARE(actor.defaultValue, QStringLiteral("user"));
        QCOMPARE(actor.label, QStringLiteral("Actor"));
        QVERIFY(!actor.required);
    }

    void worksForProvidersNobodyHasHeardOf()
    {
        const OAuthProvider provider
            = providerFrom(QStringLiteral("wonder_land"),
                           schemaOf(QStringLiteral("wonder_land"),
                                    R"({"tea_time": {"type": ["string", "null"]}, "client_id": {"type": "string"},
                         "api_host": {"type": "string", "default": "a"}})"));
        QVERIFY(provider.supported);
        QCOMPARE(provider.name, QStringLiteral("Wonder Land"));
        QCOMPARE(keysOf(provider),
                 (QStringList {QStringLiteral("client_id"), QStringLiteral("api_host"), QStringLiteral("tea_time")}));
        QCOMPARE(fieldOf(provider, "tea_time").label, QStringLiteral("Tea Time"));
        QVERIFY(!fieldOf(provider, "tea_time").required);
    }

    void leavesUnusableSchemasToTheDashboard_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QJsonObject>("schema");
        const QString discord = QStringLiteral("discord");

        QTest::newRow("nothing") << discord << QJsonObject();
        QTest::newRow("another provider") << discord << schemaOf(QStringLiteral("google"), googleProperties);
        QTest::newRow("no object") << discord << json(R"({"properties": {"connection_oauth_discord": true}})");
        QTest::newRow("properties are no object")
            << discord << json(R"({"properties": {"connection_oauth_discord": {"properties": ["client_id"]}}})");
        QTest::newRow("id is a number") << discord << schemaOf(discord, R"({"client_id": {"type": "number"}})");
        QTest::newRow("secret is a number")
            << discord
            << schemaOf(discord, R"({"client_id": {"type": "string"}, "client_secret": {"type": "number"}})");
        QTest::newRow("no credential") << discord
                                       << schemaOf(discord,
                                                   R"({"enabled": {"type": "boolean"}, "nick": {"type": "string"}})");
        QTest::newRow("credential cannot be written")
            << discord << schemaOf(discord, R"({"client_id": {"type": "string", "readOnly": true}})");
        QTest::newRow("Apple without a key id")
            << QStringLiteral("apple")
            << schemaOf(QStringLiteral("apple"),
                        R"({"client_id": {"type": "string"}, "client_secret": {"type": "string"},
                                                     "team_id": {"type": "string"}})");
    }

    void leavesUnusableSchemasToTheDashboard()
    {
        QFETCH(QString, slug);
        QFETCH(QJsonObject, schema);
        const OAuthProvider provider = providerFrom(slug, schema);
        QVERIFY(!provider.supported);
        QVERIFY(provider.fields.isEmpty());
        QCOMPARE(provider.name, providerName(slug));
    }

    void takesASecretForOneEvenUnmarked()
    {
        const auto provider
            = providerFrom(QStringLiteral("box"),
                           schemaOf(QStringLiteral("box"),
                                    R"({"client_id": {"type": "string"}, "client_secret": {"type": "string"}})"));
        QVERIFY(fieldOf(provider, "client_secret").sensitive);
    }

    void doesNotDrownInASchema()
    {
        QJsonObject properties {{QStringLiteral("client_id"),
                                 QJsonObject {{QStringLiteral("type"), QStringLiteral("string")},
                                              {QStringLiteral("description"), QString(100'000, QLatin1Char('d'))}}}};
        for (int i = 0; i < 1000; ++i)
            properties.insert(QStringLiteral("f%1").arg(i),
                              QJsonObject {{QStringLiteral("type"), QStringLiteral("string")}});
        properties.insert(QStringLiteral("<b>f"), QJsonObject {{QStringLiteral("type"), QStringLiteral("string")}});
        const auto provider = providerFrom(
            QStringLiteral("box"), schemaOf(QStringLiteral("box"), QJsonDocument(properties).toJson().constData()));
        QCOMPARE(provider.fields.size(), 40);
        QCOMPARE(provider.fields.first().description.size(), 500);
        QVERIFY(!keysOf(provider).contains(QStringLiteral("<b>f")));
    }

    void knowsWhenAProviderIsConfigured_data()
    {
        QTest::addColumn<QString>("settings");
        QTest::addColumn<bool>("configured");
        const auto row = [](const char *title, const char *settings, bool configured) {
            QTest::newRow(title) << QString::fromUtf8(settings) << configured;
        };
        row("filled", R"({"enabled": true, "client_id": "a", "client_secret": "b"})", true);
        row("masked", R"({"enabled": true, "client_id": "a", "client_secret": "••••••••"})", true);
        row("optional missing", R"({"enabled": true, "client_id": "a", "client_secret": "b", "actor": ""})", true);
        row("disabled", R"({"enabled": false, "client_id": "a", "client_secret": "b"})", false);
        row("empty secret", R"({"enabled": true, "client_id": "a", "client_secret": ""})", false);
        row("null secret", R"({"enabled": true, "client_id": "a", "client_secret": null})", false);
        row("number", R"({"enabled": true, "client_id": 1, "client_secret": "b"})", false);
        row("no secret", R"({"enabled": true, "client_id": "a"})", false);
        row("nothing", "{}", false);
    }

    void knowsWhenAProviderIsConfigured()
    {
        QFETCH(QString, settings);
        const auto linear
            = providerFrom(QStringLiteral("linear"), schemaOf(QStringLiteral("linear"), linearProperties));
        const QJsonObject all {{QStringLiteral("connection_oauth_linear"), json(settings.toUtf8().constData())}};
        QTEST(isConfigured(linear, all), "configured");
        QVERIFY(!isConfigured(linear, {}));
    }

    void sendsProvidersToTheFrontendApi_data()
    {
        QTest::addColumn<QString>("frontendApi");
        QTest::addColumn<QString>("redirect");
        QTest::newRow("host") << QStringLiteral("https://clerk.example.com")
                              << QStringLiteral("https://clerk.example.com/v1/oauth_callback");
        QTest::newRow("slash") << QStringLiteral("https://clerk.example.com/")
                               << QStringLiteral("https://clerk.example.com/v1/oauth_callback");
        QTest::newRow("proxy") << QStringLiteral("https://shop.example/__clerk")
                               << QStringLiteral("https://shop.example/__clerk/v1/oauth_callback");
        QTest::newRow("not said") << QString() << QStringLiteral("https://clerk.example.com/v1/oauth_callback");
    }

    void sendsProvidersToTheFrontendApi()
    {
        QFETCH(QString, frontendApi);
        Domain domain;
        domain.name = QStringLiteral("example.com");
        domain.frontendApiUrl = QUrl(frontendApi);
        QTEST(redirectUri(domain).toString(), "redirect");
        QVERIFY(redirectUri(Domain()).isEmpty());
    }

    void namesTheOrigins()
    {
        Domain domain;
        QVERIFY(javascriptOrigins(domain).isEmpty());
        domain.name = QStringLiteral("example.co.uk");
        QCOMPARE(javascriptOrigins(domain),
                 (QStringList {QStringLiteral("https://example.co.uk"), QStringLiteral("https://www.example.co.uk")}));
        domain.name = QStringLiteral("www.example.co.uk");
        QCOMPARE(javascriptOrigins(domain), QStringList {QStringLiteral("https://www.example.co.uk")});
    }
};

QTEST_APPLESS_MAIN(TestProvider)
#include "tst_provider.moc"
