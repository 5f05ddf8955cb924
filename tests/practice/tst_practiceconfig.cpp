#include "practiceroom.h"

#include "practice/practiceconfig.h"

using namespace golive;

namespace {

const auto google = QStringLiteral("connection_oauth_google");

QJsonObject credentials()
{
    return {{google,
             QJsonObject {{QStringLiteral("enabled"), true},
                          {QStringLiteral("client_id"), QStringLiteral("id")},
                          {QStringLiteral("client_secret"), QStringLiteral("very secret")}}}};
}

} // namespace

class TestPracticeConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<PracticeRoom>();
        QVERIFY(m_room->listening);
    }

    void readsTheWholeOrAPart()
    {
        const auto all = m_room->client.get(development());
        QVERIFY(all["config_version"].toString().startsWith(QLatin1String("v1_")));
        QVERIFY(all.body.toObject().size() > 20);
        const auto part = m_room->client.get(development() + QStringLiteral("?keys=paths&keys=session"));
        QCOMPARE(part.body.toObject().keys(),
                 QStringList({QStringLiteral("config_version"), QStringLiteral("paths"), QStringLiteral("session")}));
    }

    void hasFourProvidersSwitchedOn()
    {
        QStringList on;
        const QJsonObject all = m_room->client.get(development()).body.toObject();
        for (auto each = all.begin(); each != all.end(); ++each)
            if (each.key().startsWith(QLatin1String("connection_oauth_"))
                && each.value()[QLatin1String("enabled")].toBool())
                on.append(each.key().mid(17));
        QCOMPARE(on,
                 QStringList({QStringLiteral("apple"), QStringLiteral("github"), QStringLiteral("google"),
                              QStringLiteral("linear")}));
    }

    void describesItsKeys()
    {
        const auto schema = m_room->client.get(development() + QStringLiteral("/schema?keys=") + google);
        const QJsonObject properties = schema["properties"].toObject();
        QCOMPARE(properties.keys(), QStringList {google});
        const QJsonObject secret
            = properties[google][QStringLiteral("properties")][QStringLiteral("client_secret")].toObject();
        QCOMPARE(secret[QStringLiteral("x-clerk-sensitive")].toBool(), true);
        const QJsonObject all = m_room->client.get(development() + QStringLiteral("/schema"))["properties"].toObject();
        QJsonObject config = m_room->client.get(development()).body.toObject();
        config.remove(QStringLiteral("config_version"));
        QCOMPARE(all.keys(), config.keys());
    }

    void everyDescriptionBelongsToASetting()
    {
        const QJsonObject all = m_room->client.get(development() + QStringLiteral("/schema"))["properties"].toObject();
        const QJsonObject paths = all[QStringLiteral("paths")][QStringLiteral("properties")].toObject();
        QCOMPARE(paths[QStringLiteral("home")][QStringLiteral("description")].toString(),
                 QStringLiteral("Start page of the application"));
        const QByteArray text = QJsonDocument(all).toJson();
        QCOMPARE(text.count("\"description\""), 25 + 17 + 20); // of settings, credentials and connections
    }

    void masksWhatIsSensitive()
    {
        m_room->createShop();
        const auto saved = m_room->client.patch(production(), credentials());
        QCOMPARE(saved.status, 200);
        const auto read = m_room->client.get(production() + QStringLiteral("?keys=") + google);
        QCOMPARE(read.body[google][QStringLiteral("client_secret")].toString(), practiceconfig::mask());
        QCOMPARE(read.body[google][QStringLiteral("client_id")].toString(), QStringLiteral("id"));
        QVERIFY(!QJsonDocument(saved.body.toObject()).toJson().contains("very secret"));
    }

    void answersBeforeAndAfter()
    {
        const auto answer = m_room->client.patch(development(), paths(QStringLiteral("/welcome")));
        QCOMPARE(answer["before"].toObject().keys(), QStringList {QStringLiteral("paths")});
        QCOMPARE(answer["before"][QStringLiteral("paths")][QStringLiteral("home")].toString(), QStringLiteral("/"));
        QCOMPARE(answer["after"][QStringLiteral("paths")][QStringLiteral("home")].toString(),
                 QStringLiteral("/welcome"));
        QCOMPARE(answer["after"][QStringLiteral("paths")][QStringLiteral("sign_in")].toString(),
                 QStringLiteral("/sign-in"));
        QCOMPARE(answer["dry_run"].toBool(), false);
        QCOMPARE(m_room->client.get(development())["config_version"], answer["config_version"]);
    }

    void changesNothingInADryRun()
    {
        const QJsonValue before = m_room->client.get(development()).body;
        const auto dry
            = m_room->client.patch(development() + QStringLiteral("?dry_run=true"), paths(QStringLiteral("/welcome")));
        QCOMPARE(dry["dry_run"].toBool(), true);
        QCOMPARE(dry["after"][QStringLiteral("paths")][QStringLiteral("home")].toString(), QStringLiteral("/welcome"));
        QCOMPARE(m_room->client.get(development()).body, before);
    }

    void refusesAStaleVersion()
    {
        const QByteArray version = m_room->client.get(development())["config_version"].toString().toLatin1();
        m_room->client.setHeader("If-Match", version);
        QCOMPARE(m_room->client.patch(development(), paths(QStringLiteral("/a"))).status, 200);
        m_room->client.setHeader("If-Match", version);
        const auto stale = m_room->client.patch(development(), paths(QStringLiteral("/b")));
        QCOMPARE(stale.status, 409);
        QCOMPARE(stale.code(), QStringLiteral("config_version_conflict"));
        QCOMPARE(stale.meta()[QStringLiteral("provided_version")].toString().toLatin1(), version);
    }

    void refusesABadChange_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("metaKey");
        QTest::addColumn<QString>("metaValue");

        const QString invalid = QStringLiteral("config_validation_error");
        const QString name = QStringLiteral("param_name");
        QTest::newRow("key") << QByteArray(R"({"pathes": {}})") << 400 << QStringLiteral("unknown_config_key")
                             << QStringLiteral("config_key") << QStringLiteral("pathes");
        QTest::newRow("setting") << QByteArray(R"({"paths": {"hom": "/"}})") << 422 << invalid << name
                                 << QStringLiteral("hom");
        QTest::newRow("type") << QByteArray(R"({"paths": {"home": 1}})") << 422 << invalid << name
                              << QStringLiteral("home");
        QTest::newRow("deep") << QByteArray(R"({"user_model": {"first_name": {"enabled": "yes"}}})") << 422 << invalid
                              << name << QStringLiteral("first_name.enabled");
        QTest::newRow("choice") << QByteArray(R"({"connection_oauth_linear": {"actor": "robot"}})") << 422 << invalid
                                << name << QStringLiteral("actor");
        QTest::newRow("mask") << QByteArray(R"({"connection_oauth_google": {"client_secret": ")")
                + practiceconfig::mask().toUtf8() + "\"}}"
                              << 422 << invalid << name << QStringLiteral("client_secret");
        QTest::newRow("null") << QByteArray(R"({"paths": null})") << 400
                              << QStringLiteral("destructive_operation_not_allowed") << QStringLiteral("config_key")
                              << QStringLiteral("paths");
        QTest::newRow("no object") << QByteArray(R"({"paths": "/"})") << 400
                                   << QStringLiteral("config_key_body_invalid") << QStringLiteral("config_key")
                                   << QStringLiteral("paths");
    }

    void refusesABadChange()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(QString, metaKey);
        QFETCH(QString, metaValue);
        const QJsonValue before = m_room->client.get(development()).body;
        const auto answer = m_room->client.send("PATCH", development(), body);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.meta()[metaKey].toString(), metaValue);
        QCOMPARE(m_room->client.get(development()).body, before);
    }

    void suggestsAKeyForAMistypedOne()
    {
        const auto answer = m_room->client.get(development() + QStringLiteral("?keys=connection_oauth_googel"));
        QVERIFY(answer.meta()[QStringLiteral("suggestions")].toArray().contains(google));
    }

    void clearsAKeyOnlyOnPurpose()
    {
        const QJsonObject clear {{QStringLiteral("paths"), QJsonValue::Null}};
        const auto answer = m_room->client.patch(development() + QStringLiteral("?destructive=true"), clear);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer["after"][QStringLiteral("paths")][QStringLiteral("home")].toString(), QString());
    }

    void wantsCredentialsInProductionOnly()
    {
        m_room->createShop();
        const QJsonObject bare {{google, QJsonObject {{QStringLiteral("enabled"), true}}}};
        const auto refused = m_room->client.patch(production(), bare);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.code(), QString());
        QCOMPARE(refused.meta()[QStringLiteral("config_key")].toString(), google);
        QCOMPARE(m_room->client.patch(development(), bare).status, 200);
    }

    void clonesSettingsButNeitherPathsNorCredentials()
    {
        m_room->client.patch(development(), credentials());
        m_room->createShop();
        const QJsonObject live = m_room->client.get(production()).body.toObject();
        QCOMPARE(live[QStringLiteral("organization_settings")][QStringLiteral("enabled")].toBool(), true);
        QCOMPARE(live[QStringLiteral("paths")][QStringLiteral("sign_in")].toString(), QString());
        QCOMPARE(live[google][QStringLiteral("enabled")].toBool(), true);
        QCOMPARE(live[google][QStringLiteral("client_secret")].toString(), QString());
        QCOMPARE(live[QStringLiteral("connection_oauth_apple")][QStringLiteral("enabled")].toBool(), false);
        const QString urls = m_room->shop() + QStringLiteral("/instances/production/redirect_urls");
        QCOMPARE(m_room->client.get(urls)["total_count"].toInt(), 0);
    }

    void aCloneForgetsWhatItIsToldTo()
    {
        m_room->world.applications().first().cloneForgets = QStringList {QStringLiteral("organization_settings")};
        m_room->createShop();
        const QJsonObject live = m_room->client.get(production()).body.toObject();
        QCOMPARE(live[QStringLiteral("organization_settings")][QStringLiteral("enabled")].toBool(), false);
    }

    void switchingOrganizationsOnFillsInDefaultsOnce()
    {
        m_room->client.post(m_room->shop() + QStringLiteral("/instances"),
                            {{QStringLiteral("domain"), QStringLiteral("corner-shop.example")}});
        const QString section = QStringLiteral("organization_settings");
        const QString forced = QStringLiteral("force_organization_selection");
        const QJsonObject wanted {{section, QJsonObject {{QStringLiteral("enabled"), true}, {forced, false}}}};
        QCOMPARE(m_room->client.patch(production(), wanted)["after"][section][forced].toBool(), true);
        QCOMPARE(m_room->client.patch(production(), wanted)["after"][section][forced].toBool(), false);
    }

    void startsFromClerksDefaultsWhenNothingIsCloned()
    {
        m_room->client.post(m_room->shop() + QStringLiteral("/instances"),
                            {{QStringLiteral("domain"), QStringLiteral("corner-shop.example")}});
        const QJsonObject live = m_room->client.get(production()).body.toObject();
        QCOMPARE(live[google][QStringLiteral("enabled")].toBool(), false);
        QCOMPARE(live[QStringLiteral("organization_settings")][QStringLiteral("enabled")].toBool(), false);
    }

    void leavesOneApplicationHalfWay()
    {
        const QString live = m_room->bookings() + QStringLiteral("/instances/production/config");
        const QJsonObject config = m_room->client.get(live).body.toObject();
        QCOMPARE(config[google][QStringLiteral("client_secret")].toString(), practiceconfig::mask());
        QCOMPARE(config[QStringLiteral("connection_oauth_github")][QStringLiteral("client_secret")].toString(),
                 QString());
    }

private:
    QString development() { return m_room->shop() + QStringLiteral("/instances/development/config"); }
    QString production() { return m_room->shop() + QStringLiteral("/instances/production/config"); }
    static QJsonObject paths(const QString &home)
    {
        return {{QStringLiteral("paths"), QJsonObject {{QStringLiteral("home"), home}}}};
    }

    std::unique_ptr<PracticeRoom> m_room;
};

QTEST_GUILESS_MAIN(TestPracticeConfig)
#include "tst_practiceconfig.moc"
