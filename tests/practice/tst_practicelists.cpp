#include "practiceroom.h"

using namespace golive;

class TestPracticeLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<PracticeRoom>();
        QVERIFY(m_room->listening);
    }

    void pagesThroughRedirectUrls()
    {
        const auto all = m_room->client.get(urls());
        QCOMPARE(all["total_count"].toInt(), 3);
        const auto second = m_room->client.get(urls() + QStringLiteral("?limit=1&offset=1"));
        QCOMPARE(second["total_count"].toInt(), 3);
        QCOMPARE(second["data"].toArray(), QJsonArray {all["data"].toArray()[1]});
        QCOMPARE(m_room->client.get(urls() + QStringLiteral("?limit=501")).status, 422);
    }

    void addsReadsAndDeletesARedirectUrl()
    {
        const auto added = m_room->client.post(urls(), url(QStringLiteral("till://callback")));
        QCOMPARE(added.status, 200);
        const QString path = urls() + QLatin1Char('/') + added["id"].toString();
        QCOMPARE(m_room->client.get(path).body, added.body);
        QCOMPARE(m_room->client.remove(path)["deleted"].toBool(), true);
        QCOMPARE(m_room->client.get(path).status, 404);
        QCOMPARE(m_room->client.remove(path).status, 404);
    }

    void refusesABadRedirectUrl_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");

        QTest::newRow("nothing") << QString() << QStringLiteral("form_param_missing");
        QTest::newRow("no scheme") << QStringLiteral("callback") << QStringLiteral("invalid_redirect_url");
        QTest::newRow("http") << QStringLiteral("http://a.example/") << QStringLiteral("insecure_url");
        QTest::newRow("script") << QStringLiteral("javascript:alert(1)") << QStringLiteral("prohibited_redirect_url");
        QTest::newRow("twice") << QStringLiteral("cornershop://callback") << QStringLiteral("form_already_exists");
        QTest::newRow("long") << QStringLiteral("https://a.example/") + QString(3000, QLatin1Char('a'))
                              << QStringLiteral("redirect_url_too_long");
    }

    void refusesABadRedirectUrl()
    {
        QFETCH(QString, text);
        QFETCH(QString, code);
        const auto answer = m_room->client.post(urls(), url(text));
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), code);
        QCOMPARE(m_room->client.get(urls())["total_count"].toInt(), 3);
    }

    void addsChangesAndDeletesAJwtTemplate()
    {
        QCOMPARE(m_room->client.get(templates()).body.toArray().size(), 2);
        const QJsonObject claims {{QStringLiteral("a"), 1}};
        const auto added = m_room->client.post(templates(),
                                               {{QStringLiteral("name"), QStringLiteral("till")},
                                                {QStringLiteral("claims"), claims},
                                                {QStringLiteral("lifetime"), 90}});
        QCOMPARE(added.status, 200);
        QCOMPARE(added["lifetime"].toInt(), 90);
        QCOMPARE(added["allowed_clock_skew"].toInt(), 5);
        const QString path = templates() + QLatin1Char('/') + added["id"].toString();
        const auto changed = m_room->client.patch(path, {{QStringLiteral("lifetime"), 120}});
        QCOMPARE(changed["lifetime"].toInt(), 120);
        QCOMPARE(m_room->client.get(path).body, changed.body);
        QCOMPARE(m_room->client.patch(path, {{QStringLiteral("lifetime"), 1}}).code(),
                 QStringLiteral("form_param_value_invalid"));
        QCOMPARE(m_room->client.remove(path).status, 200);
        QCOMPARE(m_room->client.get(path).status, 404);
    }

    void refusesABadJwtTemplate_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("field");

        const QString invalid = QStringLiteral("form_param_value_invalid");
        QTest::newRow("no claims") << QByteArray(R"({"name": "a"})") << QStringLiteral("form_param_missing")
                                   << QStringLiteral("claims");
        QTest::newRow("claims") << QByteArray(R"({"name": "a", "claims": 1})") << invalid << QStringLiteral("claims");
        QTest::newRow("blank") << QByteArray(R"({"name": " ", "claims": {}})") << invalid << QStringLiteral("name");
        QTest::newRow("short") << QByteArray(R"({"name": "a", "claims": {}, "lifetime": 29})") << invalid
                               << QStringLiteral("lifetime");
        QTest::newRow("twice") << QByteArray(R"({"name": "warehouse", "claims": {}})")
                               << QStringLiteral("form_already_exists") << QStringLiteral("name");
    }

    void refusesABadJwtTemplate()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        QFETCH(QString, field);
        const auto answer = m_room->client.send("POST", templates(), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.code(), code);
        QCOMPARE(answer.meta()[QStringLiteral("param_name")].toString(), field);
    }

private:
    QString urls() { return m_room->shop() + QStringLiteral("/instances/development/redirect_urls"); }
    QString templates() { return m_room->shop() + QStringLiteral("/instances/development/jwt_templates"); }
    static QJsonObject url(const QString &text) { return {{QStringLiteral("url"), text}}; }

    std::unique_ptr<PracticeRoom> m_room;
};

QTEST_GUILESS_MAIN(TestPracticeLists)
#include "tst_practicelists.moc"
