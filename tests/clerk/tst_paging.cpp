#include "clerk/apiclient.h"

using namespace golive;

/// Lists that come in pages are asked for to the end, and no further.
class TestPaging : public QObject
{
    Q_OBJECT

    static QByteArray page(int from, int count, int total = -1)
    {
        QByteArrayList entries;
        for (int index = from; index < from + count; ++index)
            entries.append(R"({"id": "%", "name": "a%.example", "url": "app%:back"})");
        for (int index = 0; index < count; ++index)
            entries[index].replace('%', QByteArray::number(from + index));
        const QByteArray end = total < 0 ? QByteArray("}") : ", \"total_count\": " + QByteArray::number(total) + '}';
        return "{\"data\": [" + entries.join(',') + ']' + end;
    }

    static QList<ScriptedServer::Step> pages(const QByteArrayList &bodies)
    {
        QList<ScriptedServer::Step> steps;
        for (const QByteArray &body : bodies)
            steps.append(ScriptedServer::json(body));
        return steps;
    }

    static Result<QList<RedirectUrl>> listed(ApiClient &client)
    {
        return waitFor(client.api.listRedirectUrls(QStringLiteral("app_1"), QStringLiteral("development")));
    }

private Q_SLOTS:
    void ends_data()
    {
        QTest::addColumn<QByteArrayList>("bodies");
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("requests");

        QTest::newRow("one page") << QByteArrayList {page(0, 3, 3)} << 3 << 1;
        QTest::newRow("nothing") << QByteArrayList {page(0, 0, 0)} << 0 << 1;
        QTest::newRow("a short page without total") << QByteArrayList {page(0, 499)} << 499 << 1;
        QTest::newRow("a full page without total") << QByteArrayList {page(0, 500), page(500, 1)} << 501 << 2;
        QTest::newRow("full pages") << QByteArrayList {page(0, 500, 1000), page(500, 500, 1000)} << 1000 << 2;
        QTest::newRow("smaller pages than asked for")
            << QByteArrayList {page(0, 10, 25), page(10, 10, 25), page(20, 5, 25)} << 25 << 3;
        QTest::newRow("a total that is never reached") << QByteArrayList {page(0, 3, 9), page(3, 0, 9)} << 3 << 2;
        QTest::newRow("the same page for ever") << QByteArrayList {page(0, 3, 9)} << 3 << 2;
        QTest::newRow("pages that overlap") << QByteArrayList {page(0, 3, 6), page(2, 3, 6)} << 5 << 2;
        QTest::newRow("a bare list") << QByteArrayList {R"([{"id": "ru_1", "url": "app:back"}])"} << 1 << 1;
    }

    void ends()
    {
        QFETCH(QByteArrayList, bodies);
        QFETCH(int, entries);
        QFETCH(int, requests);
        const ScriptedServer server(pages(bodies));
        ApiClient client(server);

        const auto all = listed(client);

        QVERIFY(all);
        QCOMPARE(all->size(), entries);
        QCOMPARE(server.requests().size(), requests);
    }

    void isBoundedByTwentyPages()
    {
        QByteArrayList bodies;
        for (int index = 0; index < 25; ++index)
            bodies.append(page(index, 1, 1'000'000));
        const ScriptedServer server(pages(bodies));
        ApiClient client(server);

        const auto all = listed(client);

        QVERIFY(all);
        QCOMPARE(all->size(), 20);
        QCOMPARE(server.requests().size(), 20);
    }

    void redirectUrlsGoByOffset()
    {
        const ScriptedServer server(pages({page(0, 2, 3), page(2, 1, 3)}));
        ApiClient client(server);

        QVERIFY(listed(client));

        QVERIFY(server.requests().constFirst().target.endsWith("?limit=500&offset=0"));
        QVERIFY(server.requests().constLast().target.endsWith("?limit=500&offset=2"));
    }

    void domainsGoByCursor()
    {
        const ScriptedServer server(pages({page(0, 2, 3), page(2, 1, 3)}));
        ApiClient client(server);

        QCOMPARE(waitFor(client.api.findDomains(QStringLiteral("a"))).value().size(), 3);

        QVERIFY(server.requests().constFirst().target.endsWith("/domains?name=a&limit=500"));
        QVERIFY(server.requests().constLast().target.endsWith("/domains?name=a&limit=500&starting_after=1"));
    }

    void theNameIsEscaped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("escaped");

        QTest::newRow("and") << QStringLiteral("a&limit=1") << QByteArrayLiteral("a%26limit%3D1");
        QTest::newRow("plus") << QStringLiteral("a+b") << QByteArrayLiteral("a%2Bb");
        QTest::newRow("per cent") << QStringLiteral("100%25") << QByteArrayLiteral("100%2525");
        QTest::newRow("hash") << QStringLiteral("a#b") << QByteArrayLiteral("a%23b");
        QTest::newRow("umlaut") << QStringLiteral("bü") << QByteArrayLiteral("b%C3%BC");
    }

    void theNameIsEscaped()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, escaped);
        const ScriptedServer server(pages({page(0, 0)}));
        ApiClient client(server);

        QVERIFY(waitFor(client.api.findDomains(name)));

        QCOMPARE(server.requests().constFirst().target, "/v1/platform/domains?name=" + escaped + "&limit=500");
    }

    void aLaterPageThatFailsFailsTheWhole()
    {
        const ScriptedServer server({ScriptedServer::json(page(0, 1, 2)),
                                     ScriptedServer::json(R"({"errors": [{"code": "any"}]})", "403 Forbidden")});
        ApiClient client(server);

        QVERIFY(listed(client).error().kind == Error::Kind::Forbidden);
    }

    void goesOnWhenTheApiIsGone()
    {
        const ScriptedServer server(pages({page(0, 2, 3), page(2, 1, 3)}));
        MovedClock clock;
        QNetworkAccessManager network;
        auto api = std::make_unique<HttpPlatformApi>(network, clock, server.url());
        api->setAccessKey(Secret("ak_test"));
        const auto future = api->findDomains(QStringLiteral("a"));

        api.reset();

        QCOMPARE(waitFor(future).value().size(), 3);
        QCOMPARE(server.requests().constLast().headers.value("authorization"), QByteArrayLiteral("Bearer ak_test"));
    }
};

QTEST_GUILESS_MAIN(TestPaging)
#include "tst_paging.moc"
