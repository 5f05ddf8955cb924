#include "clerk/apiclient.h"
#include "clerk/publishedfile.h"

using namespace golive;

/// What goes over the wire, call by call.
class TestRequests : public QObject
{
    Q_OBJECT

    using Call = void (*)(HttpPlatformApi &api);

    static QString app() { return QStringLiteral("app_shop"); }
    static QString development() { return QStringLiteral("development"); }
    static QString live() { return QStringLiteral("ins_live"); }
    static QString google() { return QStringLiteral("connection_oauth_google"); }

    static NewProductionInstance clone()
    {
        NewProductionInstance wanted;
        wanted.domain = QStringLiteral("shop.example");
        wanted.cloneFrom = QStringLiteral("ins_dev");
        return wanted;
    }

    static NewProductionInstance plain()
    {
        NewProductionInstance wanted = clone();
        wanted.cloneFrom.clear();
        return wanted;
    }

    static ConfigPatch credentials()
    {
        ConfigPatch patch;
        patch.changes = {{google(),
                          QJsonObject {{QStringLiteral("enabled"), true},
                                       {QStringLiteral("client_id"), QStringLiteral("123.apps.example")}}}};
        patch.secrets = {{google(), QStringLiteral("client_secret"), Secret("published-secret")}};
        return patch;
    }

    static ConfigPatch trial()
    {
        ConfigPatch patch;
        patch.changes = {{QStringLiteral("config_version"), QStringLiteral("v1_old")},
                         {QStringLiteral("auth_email"), QJsonObject {{QStringLiteral("used_for_sign_in"), true}}}};
        patch.dryRun = true;
        return patch;
    }

    static JwtTemplate database()
    {
        JwtTemplate wanted;
        wanted.id = QStringLiteral("jtmp_of_another_instance");
        wanted.name = QStringLiteral("database");
        wanted.claims = {{QStringLiteral("role"), QStringLiteral("authenticated")}};
        return wanted;
    }

    static const QHash<QString, Call> &calls()
    {
        static const QHash<QString, Call> known {
            {QStringLiteral("listApplications"), [](auto &api) { (void)waitFor(api.listApplications()); }},
            {QStringLiteral("readApplication"), [](auto &api) { (void)waitFor(api.readApplication(app())); }},
            {QStringLiteral("readKeys"), [](auto &api) { (void)waitFor(api.readKeys(app())); }},
            {QStringLiteral("createClone"),
             [](auto &api) { (void)waitFor(api.createProductionInstance(app(), clone())); }},
            {QStringLiteral("createPlain"),
             [](auto &api) { (void)waitFor(api.createProductionInstance(app(), plain())); }},
            {QStringLiteral("listDomains"), [](auto &api) { (void)waitFor(api.listDomains(app())); }},
            {QStringLiteral("readDomain"),
             [](auto &api) { (void)waitFor(api.readDomain(app(), QStringLiteral("shop.example"))); }},
            {QStringLiteral("readDomainStatus"),
             [](auto &api) { (void)waitFor(api.readDomainStatus(app(), QStringLiteral("dmn_1"))); }},
            {QStringLiteral("startDnsCheck"),
             [](auto &api) { (void)waitFor(api.startDnsCheck(app(), QStringLiteral("dmn_1"))); }},
            {QStringLiteral("findDomains"),
             [](auto &api) { (void)waitFor(api.findDomains(QStringLiteral("shop & co"))); }},
            {QStringLiteral("readWholeConfig"),
             [](auto &api) { (void)waitFor(api.readConfig(app(), development(), {})); }},
            {QStringLiteral("readConfig"),
             [](auto &api) {
                 (void)waitFor(api.readConfig(app(), development(), {QStringLiteral("auth_email"), google()}));
             }},
            {QStringLiteral("readConfigSchema"),
             [](auto &api) { (void)waitFor(api.readConfigSchema(app(), QStringLiteral("production"), {google()})); }},
            {QStringLiteral("patchConfig"),
             [](auto &api) { (void)waitFor(api.patchConfig(app(), live(), credentials())); }},
            {QStringLiteral("tryPatch"), [](auto &api) { (void)waitFor(api.patchConfig(app(), live(), trial())); }},
            {QStringLiteral("listRedirectUrls"),
             [](auto &api) { (void)waitFor(api.listRedirectUrls(app(), development())); }},
            {QStringLiteral("addRedirectUrl"),
             [](auto &api) {
                 (void)waitFor(api.addRedirectUrl(app(), live(), QStringLiteral("shop-app://callback")));
             }},
            {QStringLiteral("listJwtTemplates"),
             [](auto &api) { (void)waitFor(api.listJwtTemplates(app(), development())); }},
            {QStringLiteral("addJwtTemplate"),
             [](auto &api) { (void)waitFor(api.addJwtTemplate(app(), live(), database())); }},
        };
        return known;
    }

private Q_SLOTS:
    void areAsClerkDescribesThem_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QJsonValue>("body");

        QStringList described;
        for (const QJsonObject &line : publishedCalls(QStringLiteral("requests.jsonl"))) {
            const QString name = line.value(QStringLiteral("call")).toString();
            described.append(name);
            QVERIFY2(calls().contains(name), qPrintable(name));
            QTest::newRow(qPrintable(name))
                << calls().value(name) << line.value(QStringLiteral("method")).toString().toLatin1()
                << line.value(QStringLiteral("path")).toString().toLatin1() << line.value(QStringLiteral("request"));
        }
        QCOMPARE(described.size(), calls().size());
    }

    void areAsClerkDescribesThem()
    {
        QFETCH(Call, call);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(QJsonValue, body);
        const ScriptedServer server({ScriptedServer::json("{}")});
        ApiClient client(server);

        call(client.api);

        QCOMPARE(server.requests().size(), 1);
        const ScriptedServer::Request request = server.requests().constFirst();
        QCOMPARE(request.method, method);
        QCOMPARE(request.target, path);
        QCOMPARE(request.body.isEmpty(), body.isNull());
        QCOMPARE(QJsonDocument::fromJson(request.body).object(), body.toObject());
        QCOMPARE(request.headers.value("authorization"), QByteArrayLiteral("Bearer ak_test"));
        QCOMPARE(request.headers.value("accept"), QByteArrayLiteral("application/json"));
        QCOMPARE(request.headers.value("content-type"),
                 body.isNull() ? QByteArray() : QByteArrayLiteral("application/json"));
        QVERIFY(!request.headers.contains("origin"));
        QVERIFY(!request.headers.contains("if-match"));
    }

    void onlyOneAsksForSecrets()
    {
        for (const QJsonObject &line : publishedCalls(QStringLiteral("requests.jsonl")))
            QCOMPARE(line.value(QStringLiteral("path")).toString().contains(QStringLiteral("secret")),
                     line.value(QStringLiteral("call")).toString() == QStringLiteral("readKeys"));
    }

    void aPatchNamesTheVersionItWasMadeFor()
    {
        const ScriptedServer server({ScriptedServer::json("{}")});
        ApiClient client(server);
        ConfigPatch patch = credentials();
        patch.ifMatch = QStringLiteral("v1_1f2e3d4c");

        QVERIFY(waitFor(client.api.patchConfig(app(), live(), patch)));

        QCOMPARE(server.requests().constFirst().headers.value("if-match"), QByteArrayLiteral("v1_1f2e3d4c"));
        QVERIFY(!patch.changes.value(google()).toObject().contains(QStringLiteral("client_secret")));
    }

    void aVersionCannotSmuggleAHeaderIn()
    {
        const ScriptedServer server({ScriptedServer::json("{}")});
        ApiClient client(server);
        ConfigPatch patch = credentials();
        patch.ifMatch = QStringLiteral("v1\r\nX-Other: 1");

        QVERIFY(waitFor(client.api.patchConfig(app(), live(), patch)).error().kind == Error::Kind::Rejected);
        QVERIFY(server.requests().isEmpty());
    }

    void idsAreEncoded()
    {
        const ScriptedServer server({ScriptedServer::json("{}")});
        ApiClient client(server);

        (void)waitFor(client.api.readDomain(QStringLiteral("a/b?c=d#e"), QStringLiteral("bü%2F chér")));

        QCOMPARE(server.requests().constFirst().target,
                 QByteArrayLiteral("/v1/platform/applications/a%2Fb%3Fc%3Dd%23e/domains/b%C3%BC%252F%20ch%C3%A9r"));
    }

    void anIdThatLeadsElsewhereIsNotSent_data()
    {
        QTest::addColumn<QString>("id");

        QTest::newRow("none") << QString();
        QTest::newRow("here") << QStringLiteral(".");
        QTest::newRow("up") << QStringLiteral("..");
    }

    void anIdThatLeadsElsewhereIsNotSent()
    {
        QFETCH(QString, id);
        const ScriptedServer server({ScriptedServer::json("{}")});
        ApiClient client(server);

        QVERIFY(waitFor(client.api.readKeys(id)).error().kind == Error::Kind::NotFound);
        QVERIFY(server.requests().isEmpty());
    }

    void theBaseMayBeSpelledInSeveralWays_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QByteArray>("target");

        QTest::newRow("bare") << QString() << QByteArrayLiteral("/v1/platform/applications");
        QTest::newRow("slash") << QStringLiteral("/") << QByteArrayLiteral("/v1/platform/applications");
        QTest::newRow("version") << QStringLiteral("/v1") << QByteArrayLiteral("/v1/platform/applications");
        QTest::newRow("both") << QStringLiteral("/v1/") << QByteArrayLiteral("/v1/platform/applications");
        QTest::newRow("below") << QStringLiteral("/clerk/v1/") << QByteArrayLiteral("/clerk/v1/platform/applications");
        QTest::newRow("extras") << QStringLiteral("/?a=b#c") << QByteArrayLiteral("/v1/platform/applications");
    }

    void theBaseMayBeSpelledInSeveralWays()
    {
        QFETCH(QString, suffix);
        QFETCH(QByteArray, target);
        const ScriptedServer server({ScriptedServer::json("[]")});
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, QUrl(server.url().toString() + suffix));
        api.setAccessKey(Secret("ak_test"));

        QVERIFY(waitFor(api.listApplications()));
        QCOMPARE(server.requests().constFirst().target, target);
    }

    void anUnusableKeyIsNotSent_data()
    {
        QTest::addColumn<QByteArray>("key");

        QTest::newRow("none") << QByteArray();
        QTest::newRow("two lines") << QByteArrayLiteral("ak_1\r\nX-Other: 1");
        QTest::newRow("a space") << QByteArrayLiteral("ak_1 2");
        QTest::newRow("not ASCII") << QByteArrayLiteral("ak_\xc3\xbc");
    }

    void anUnusableKeyIsNotSent()
    {
        QFETCH(QByteArray, key);
        const ScriptedServer server({ScriptedServer::json("[]")});
        ApiClient client(server);
        client.api.setAccessKey(Secret(key));

        QVERIFY(waitFor(client.api.listApplications()).error().kind == Error::Kind::Unauthorized);
        QVERIFY(server.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_requests.moc"
