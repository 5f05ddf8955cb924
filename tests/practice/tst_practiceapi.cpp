#include "practiceroom.h"

#include <QSet>

using namespace golive;

class TestPracticeApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<PracticeRoom>();
        QVERIFY(m_room->listening);
    }

    void listsThreeApplicationsWithoutSecrets()
    {
        const auto answer = m_room->client.get(QStringLiteral("/v1/platform/applications"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, QByteArray("application/json"));
        const QJsonArray all = answer.body.toArray();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all[0].toObject()[QStringLiteral("instances")].toArray().size(), 1);
        QCOMPARE(all[2].toObject()[QStringLiteral("instances")].toArray().size(), 2);
        QVERIFY(!QJsonDocument(all).toJson().contains("sk_"));
    }

    void tellsSecretsToWhoMayReadThem()
    {
        const QString path = m_room->bookings() + QStringLiteral("?include_secret_keys=true");
        const auto answer = m_room->client.get(path);
        QVERIFY(answer["instances"].toArray()[1].toObject()[QStringLiteral("secret_key")].toString().startsWith(
            QLatin1String("sk_live_")));

        m_room->client.setKey(PracticeServer::limitedKey);
        const auto refused = m_room->client.get(path);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), QStringLiteral("authorization_missing_scopes"));
        QCOMPARE(refused.meta()[QStringLiteral("scopes")].toArray(),
                 QJsonArray({QStringLiteral("application_secret_keys:read")}));
        QCOMPARE(m_room->client.get(m_room->bookings()).status, 200);
    }

    void turnsStrangersAway_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<QString>("code");

        QTest::newRow("nothing") << QByteArray() << QStringLiteral("authorization_header_format_invalid");
        QTest::newRow("no scheme") << QByteArray("ak_practice")
                                   << QStringLiteral("authorization_header_format_invalid");
        QTest::newRow("no key") << QByteArray("Bearer ") << QStringLiteral("authorization_header_format_invalid");
        QTest::newRow("unknown key") << QByteArray("Bearer ak_other") << QStringLiteral("clerk_key_invalid");
        QTest::newRow("other kind") << QByteArray("Bearer sk_test_x")
                                    << QStringLiteral("platform_api_unrecognized_credential");
        QTest::newRow("expired") << QByteArray("Bearer ") + PracticeServer::expiredToken
                                 << QStringLiteral("platform_oauth_access_token_invalid");
    }

    void turnsStrangersAway()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QString, code);
        m_room->client.setAuthorization(authorization);
        const auto answer = m_room->client.get(QStringLiteral("/v1/platform/applications"));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code(), code);
        QVERIFY(!answer["clerk_trace_id"].toString().isEmpty());
    }

    void saysWhoIsAsking()
    {
        const auto answer = m_room->client.get(QStringLiteral("/v1/platform/me"));
        QCOMPARE(answer["object"].toString(), QStringLiteral("platform_principal"));
        QVERIFY(answer["scopes"].toArray().contains(QStringLiteral("application_secret_keys:read")));
    }

    void createsAProductionInstance()
    {
        const auto answer = m_room->createShop();
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer["object"].toString(), QStringLiteral("instance"));
        QVERIFY(answer["id"].toString().startsWith(QLatin1String("ins_")));
        QVERIFY(answer["secret_key"].toString().startsWith(QLatin1String("sk_live_")));
        QCOMPARE(answer["publishable_key"].toString(),
                 QStringLiteral("pk_live_") + QString::fromLatin1(QByteArray("clerk.corner-shop.example$").toBase64()));
        const QJsonObject domain = answer["active_domain"].toObject();
        QCOMPARE(domain[QStringLiteral("name")].toString(), QStringLiteral("corner-shop.example"));
        QCOMPARE(domain[QStringLiteral("cname_targets")].toArray().size(), 5);
        QCOMPARE(m_room->server.requestCount("POST", QStringLiteral("/instances")), 1);
        QCOMPARE(m_room->client.get(m_room->shop())["instances"].toArray().size(), 2);
    }

    void givesEveryDomainItsOwnMailToken()
    {
        m_room->createShop();
        QSet<QString> targets;
        for (const ZoneRecord &record : m_room->world.zones().records())
            if (record.host.startsWith(QLatin1String("clkmail")))
                targets.insert(record.target);
        QCOMPARE(targets.size(), 2);
        for (const QString &target : targets)
            QCOMPARE(target.section(QLatin1Char('.'), 1, 1).size(), 12);
    }

    void refusesABadCreation_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");

        const QString format = QStringLiteral("form_param_format_invalid");
        const QString domain = QStringLiteral("domain");
        QTest::newRow("no domain") << QByteArray("{}") << 422 << QStringLiteral("form_param_missing") << domain;
        QTest::newRow("number") << QByteArray(R"({"domain": 5})") << 422 << format << domain;
        QTest::newRow("url") << QByteArray("{\"domain\": \"https://a.example\"}") << 422 << format << domain;
        QTest::newRow("one label") << QByteArray(R"({"domain": "localhost"})") << 422 << format << domain;
        QTest::newRow("suffix") << QByteArray(R"({"domain": "co.uk"})") << 422 << format << domain;
        QTest::newRow("hyphen") << QByteArray(R"({"domain": "-a.example"})") << 422 << format << domain;
        QTest::newRow("hosting") << QByteArray(R"({"domain": "shop.netlify.app"})") << 422
                                 << QStringLiteral("known_hosting_domain") << domain;
        QTest::newRow("taken") << QByteArray(R"({"domain": "harbour-bookings.example"})") << 422
                               << QStringLiteral("home_url_taken") << domain;
        QTest::newRow("taken but for www") << QByteArray(R"({"domain": "www.harbour-bookings.example"})") << 422
                                           << QStringLiteral("home_url_taken") << domain;
        QTest::newRow("unknown key") << QByteArray(R"({"domain": "a.example", "home_url": "x"})") << 422
                                     << QStringLiteral("form_param_unknown") << QStringLiteral("home_url");
        QTest::newRow("environment") << QByteArray(R"({"domain": "a.example", "environment_type": "staging"})") << 422
                                     << QStringLiteral("form_param_value_invalid")
                                     << QStringLiteral("environment_type");
        QTest::newRow("clone of nothing") << QByteArray(R"({"domain": "a.example", "clone_instance_id": "ins_x"})")
                                          << 404 << QStringLiteral("resource_not_found") << QString();
        QTest::newRow("array") << QByteArray("[]") << 400 << QStringLiteral("request_body_invalid") << QString();
        QTest::newRow("no json") << QByteArray("domain=a") << 400 << QStringLiteral("request_body_invalid")
                                 << QString();
        QTest::newRow("too much") << QByteArray(2 * 1024 * 1024, ' ') << 413 << QStringLiteral("request_body_too_large")
                                  << QString();
    }

    void refusesABadCreation()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const auto answer = m_room->client.send("POST", m_room->shop() + QStringLiteral("/instances"), body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.meta()[QStringLiteral("param_name")].toString(), field);
        QCOMPARE(m_room->world.applications().at(0).instances.size(), 1);
    }

    void filesAProvidersNameWithoutAWayUntilItIsSentAgain()
    {
        const QString name = QStringLiteral("corner-shop.vercel.app");
        QCOMPARE(m_room->createShop(name).status, 201);
        const QString domains = m_room->shop() + QStringLiteral("/domains/") + name;
        QVERIFY(m_room->client.get(domains)["is_provider_domain"].toBool());
        QVERIFY(m_room->client.get(domains)["proxy_url"].toString().isEmpty());
        (void)m_room->client.post(domains + QStringLiteral("/dns_check"), {});
        QCOMPARE(m_room->client.get(domains + QStringLiteral("/status"))["status"].toString(),
                 QStringLiteral("incomplete"));

        const auto changed = m_room->client.send("PATCH", m_room->shop() + QStringLiteral("/domain"),
                                                 QByteArray("{\"name\": \"corner-shop.vercel.app\"}"));

        QCOMPARE(changed.status, 200);
        QCOMPARE(changed["proxy_url"].toString(), QStringLiteral("https://corner-shop.vercel.app/__clerk"));
        QCOMPARE(changed["frontend_api_url"].toString(), changed["proxy_url"].toString());
        QVERIFY(!changed["cname_targets"].toArray().at(0).toObject()[QStringLiteral("required")].toBool());
        QCOMPARE(m_room->client.get(domains + QStringLiteral("/status"))["status"].toString(),
                 QStringLiteral("complete"));
    }

    void renamesADomainWhichGivesItNewRecords()
    {
        m_room->createShop();
        const QString path = m_room->shop() + QStringLiteral("/domain");
        const auto changed = m_room->client.send("PATCH", path, QByteArray(R"({"name": "new-shop.example"})"));
        QCOMPARE(changed["name"].toString(), QStringLiteral("new-shop.example"));
        QCOMPARE(changed["cname_targets"].toArray().at(0).toObject()[QStringLiteral("host")].toString(),
                 QStringLiteral("clerk.new-shop.example"));
        QCOMPARE(m_room->client.send("PATCH", path, QByteArray(R"({"name": "harbour-bookings.example"})")).code(),
                 QStringLiteral("home_url_taken"));
        QCOMPARE(m_room->client.send("PATCH", path, "{}").code(), QStringLiteral("form_param_missing"));
        QCOMPARE(
            m_room->client.send("PATCH", m_room->blog() + QStringLiteral("/domain"), R"({"name": "a.example"})").status,
            404);
    }

    void hasAtMostOneProductionInstance()
    {
        QCOMPARE(m_room->createShop().status, 201);
        const auto again = m_room->createShop();
        QCOMPARE(again.status, 400);
        QCOMPARE(again.code(), QStringLiteral("production_instance_exists"));
    }

    void findsDomainsInTheWorkspace()
    {
        m_room->clock.advance(std::chrono::minutes(1));
        m_room->createShop();
        const QString path = QStringLiteral("/v1/platform/domains");
        const auto all = m_room->client.get(path);
        QCOMPARE(all["total_count"].toInt(), 2);
        QCOMPARE(all["data"].toArray()[0].toObject()[QStringLiteral("name")].toString(),
                 QStringLiteral("corner-shop.example"));
        QCOMPARE(m_room->client.get(path + QStringLiteral("?name=HARBOUR"))["data"].toArray().size(), 1);
        QCOMPARE(m_room->client.get(path + QStringLiteral("?limit=1"))["data"].toArray().size(), 1);
        QCOMPARE(m_room->client.get(path + QStringLiteral("?limit=0")).status, 422);
        const QString first = all["data"].toArray()[0].toObject()[QStringLiteral("id")].toString();
        const auto rest = m_room->client.get(path + QStringLiteral("?starting_after=") + first);
        QCOMPARE(rest["data"].toArray()[0].toObject()[QStringLiteral("name")].toString(),
                 QStringLiteral("harbour-bookings.example"));
        QCOMPARE(m_room->client.get(path + QStringLiteral("/corner-shop.example"))["id"].toString(), first);
        QCOMPARE(m_room->client.get(path + QStringLiteral("/other.example")).status, 404);
    }

    void listsAnApplicationsDomains()
    {
        QCOMPARE(m_room->client.get(m_room->blog() + QStringLiteral("/domains"))["total_count"].toInt(), 0);
        const auto one = m_room->client.get(m_room->bookings() + QStringLiteral("/domains"));
        QCOMPARE(one["total_count"].toInt(), 1);
        const QString id = one["data"].toArray()[0].toObject()[QStringLiteral("id")].toString();
        QCOMPARE(m_room->client.get(m_room->bookings() + QStringLiteral("/domains/") + id)["name"].toString(),
                 QStringLiteral("harbour-bookings.example"));
        QCOMPARE(m_room->client.get(m_room->shop() + QStringLiteral("/domains/") + id).status, 404);
    }

    void doesNotKnowWhatIsNotThere()
    {
        for (const QString &path : {QStringLiteral("/v1/platform/nowhere"), QStringLiteral("/v1/nowhere"),
                                    QStringLiteral("/v1/platform/applications/app_none"),
                                    m_room->shop() + QStringLiteral("/instances/production/config")}) {
            const auto answer = m_room->client.get(path);
            QCOMPARE(answer.status, 404);
            QCOMPARE(answer.code(), QStringLiteral("resource_not_found"));
            QCOMPARE(answer.contentType, QByteArray("application/json"));
        }
    }

    void isTheSameInEveryRun()
    {
        PracticeRoom other;
        QCOMPARE(other.shop(), m_room->shop());
        QCOMPARE(other.createShop().body, m_room->createShop().body);
    }

private:
    std::unique_ptr<PracticeRoom> m_room;
};

QTEST_GUILESS_MAIN(TestPracticeApi)
#include "tst_practiceapi.moc"
