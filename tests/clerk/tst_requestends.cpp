#include "clerk/apiclient.h"
#include "testkit/cannedserver.h"

#include <QNetworkReply>

using namespace golive;
using namespace std::chrono_literals;

/// However a request ends, there is one answer.
class TestRequestEnds : public QObject
{
    Q_OBJECT

    static constexpr qsizetype largestAnswer = 8 * 1024 * 1024;

    static QNetworkReply *onlyReply(const QNetworkAccessManager &network)
    {
        return network.findChild<QNetworkReply *>();
    }

    static Error::Kind endAt(const QUrl &url)
    {
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, url);
        api.setAccessKey(Secret("ak_test"));
        return waitFor(api.listApplications()).error().kind;
    }

    static QByteArray anArrayOf(qsizetype bytes) { return '[' + QByteArray(bytes - 2, ' ') + ']'; }

private Q_SLOTS:
    void withNobodyListening() { QVERIFY(endAt(QUrl(QStringLiteral("http://127.0.0.1:9"))) == Error::Kind::Offline); }

    void withASilentServer()
    {
        const CannedServer server;
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, server.url(), 50ms);
        api.setAccessKey(Secret("ak_test"));

        const auto answer = waitFor(api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::TimedOut);
        QVERIFY(outcomeIsUnknown(answer.error()));
    }

    void withASlowDrip()
    {
        ScriptedServer server({{"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[", false}});
        ApiClient client(server);
        const auto future = client.api.listApplications();
        QTRY_COMPARE(server.requests().size(), 1);

        for (int drop = 0; drop < 11; ++drop) {
            client.clock.advance(10s);
            server.say(" ");
            QVERIFY(!future.isFinished());
        }
        client.clock.advance(10s);

        QVERIFY(future.isFinished());
        QVERIFY(waitFor(future).error().kind == Error::Kind::TimedOut);
        QCOMPARE(server.requests().size(), 1);
    }

    void theDeadlineOfAnEndedTryHarmsNoOther()
    {
        const ScriptedServer server(
            {ScriptedServer::json("{}", "503 Busy", "Retry-After: 50\r\n"), ScriptedServer::silence()});
        ApiClient client(server);
        const auto future = client.api.listApplications();
        QVERIFY(client.isDueIn(50s));
        client.clock.advance(50s);
        QTRY_COMPARE(server.requests().size(), 2);

        client.clock.advance(119s);
        QVERIFY(!future.isFinished());
        client.clock.advance(1s);
        QVERIFY(waitFor(future).error().kind == Error::Kind::TimedOut);
    }

    void withTheLargestAnswer()
    {
        const ScriptedServer server({ScriptedServer::json(anArrayOf(largestAnswer))});
        ApiClient client(server);

        QVERIFY(waitFor(client.api.listApplications()).has_value());
    }

    void withAnAnswerThatIsAnnouncedTooLarge()
    {
        const ScriptedServer server(
            {{"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(largestAnswer + 1) + "\r\n\r\n[", false}});
        ApiClient client(server);

        const auto answer = waitFor(client.api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::UnexpectedReply);
        QCOMPARE(answer.error().detail, QStringLiteral("the answer is too large"));
    }

    void withAnAnswerThatTurnsOutTooLarge()
    {
        const ScriptedServer server({{"HTTP/1.1 200 OK\r\n\r\n" + anArrayOf(largestAnswer + 1), false}});
        ApiClient client(server);

        const auto answer = waitFor(client.api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::UnexpectedReply);
        QCOMPARE(answer.error().detail, QStringLiteral("the answer is too large"));
        QCOMPARE(server.requests().size(), 1);
    }

    void withAnAbort()
    {
        const CannedServer server;
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, server.url());
        api.setAccessKey(Secret("ak_test"));
        const auto future = api.listApplications();

        onlyReply(network)->abort();

        QVERIFY(future.isFinished());
        QVERIFY(waitFor(future).error().kind == Error::Kind::TimedOut);
    }

    void withTheReplyDestroyed()
    {
        const CannedServer server;
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, server.url());
        api.setAccessKey(Secret("ak_test"));
        const auto future = api.listApplications();

        delete onlyReply(network);

        QVERIFY(future.isFinished());
        QVERIFY(waitFor(future).error().kind == Error::Kind::Cancelled);
    }

    void withTheNetworkDestroyed_data()
    {
        QTest::addColumn<bool>("paged");

        QTest::newRow("one call") << false;
        QTest::newRow("a paged list") << true;
    }

    void withTheNetworkDestroyed()
    {
        QFETCH(bool, paged);
        const CannedServer server;
        MovedClock clock;
        auto network = std::make_unique<QNetworkAccessManager>();
        HttpPlatformApi api(*network, clock, server.url());
        api.setAccessKey(Secret("ak_test"));
        const auto applications = api.listApplications();
        const auto domains = api.findDomains(QStringLiteral("shop"));

        network.reset();

        const Error::Kind kind = paged ? waitFor(domains).error().kind : waitFor(applications).error().kind;
        QVERIFY(kind == Error::Kind::Cancelled);
    }

    void withTheApiDestroyed()
    {
        const ScriptedServer server({ScriptedServer::json("[]", "503 Busy"), ScriptedServer::json("[]")});
        MovedClock clock;
        QNetworkAccessManager network;
        auto api = std::make_unique<HttpPlatformApi>(network, clock, server.url());
        api->setAccessKey(Secret("ak_test"));
        const auto future = api->listApplications();

        api.reset();

        QVERIFY(QTest::qWaitFor([&] { return clock.untilNext() == 1s; }, 10'000));
        clock.advance(1s);
        QVERIFY(waitFor(future).has_value());
    }

    void withNonsense_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("no JSON") << QByteArrayLiteral("hello");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("truncated") << QByteArrayLiteral("[{\"application_id\": \"app_1\", \"inst");
        QTest::newRow("invalid UTF-8") << QByteArrayLiteral("[{\"application_id\": \"\xff\xfe\"}]");
        QTest::newRow("not a list") << QByteArrayLiteral("{}");
        QTest::newRow("data is no list") << QByteArrayLiteral(R"({"data": {"0": 1}})");
        QTest::newRow("a list of words") << QByteArrayLiteral(R"(["app_1"])");
        QTest::newRow("a list without ids") << QByteArrayLiteral(R"([{"application_id": 7}])");
        QTest::newRow("too deep") << QByteArray(100'000, '[');
    }

    void withNonsense()
    {
        QFETCH(QByteArray, body);
        const ScriptedServer server({ScriptedServer::json(body)});
        ApiClient client(server);

        const auto answer = waitFor(client.api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::UnexpectedReply);
        QVERIFY(outcomeIsUnknown(answer.error()));
    }

    void withAPageInPlaceOfAnAnswer()
    {
        const ScriptedServer server({ScriptedServer::json("<!doctype html><html>Welcome to the hotel</html>")});
        ApiClient client(server);

        const auto answer = waitFor(client.api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::NotClerk);
        QVERIFY(answer.error().detail.contains(QStringLiteral("Welcome to the hotel")));
    }

    void withARedirectNobodyFollows()
    {
        const ScriptedServer elsewhere({ScriptedServer::json("[]")});
        const ScriptedServer server(
            {ScriptedServer::json("", "302 Found", "Location: " + elsewhere.url().toEncoded() + "/\r\n")});
        ApiClient client(server);

        const auto answer = waitFor(client.api.listApplications());

        QVERIFY(answer.error().kind == Error::Kind::NotClerk);
        QCOMPARE(answer.error().detail, QStringLiteral("HTTP 302"));
        QVERIFY(elsewhere.requests().isEmpty());
    }

    void withAHandshakeThatFails()
    {
        QTcpServer server;
        connect(&server, &QTcpServer::newConnection, &server,
                [&server] { server.nextPendingConnection()->write("no TLS here, none at all\r\n"); });
        QVERIFY(server.listen(QHostAddress::LocalHost));

        QVERIFY(endAt(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(server.serverPort())))
                == Error::Kind::InsecureConnection);
    }

    void withoutSendingToAnInsecureAddress_data()
    {
        QTest::addColumn<QUrl>("url");

        QTest::newRow("plain http") << QUrl(QStringLiteral("http://api.clerk.com"));
        QTest::newRow("a name that only looks local") << QUrl(QStringLiteral("http://localhost.example"));
        QTest::newRow("an address of another net") << QUrl(QStringLiteral("http://10.0.0.1"));
        QTest::newRow("another scheme") << QUrl(QStringLiteral("ftp://127.0.0.1"));
        QTest::newRow("a file") << QUrl(QStringLiteral("file:///etc/passwd"));
        QTest::newRow("nothing") << QUrl();
    }

    void withoutSendingToAnInsecureAddress()
    {
        QFETCH(QUrl, url);
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, url);
        api.setAccessKey(Secret("ak_test"));

        const auto future = api.listApplications();

        QVERIFY(future.isFinished());
        QVERIFY(!onlyReply(network));
        QVERIFY(waitFor(future).error().kind == Error::Kind::InsecureConnection);
    }

    void thisComputerNeedsNoTls_data()
    {
        QTest::addColumn<QString>("host");

        QTest::newRow("127.0.0.1") << QStringLiteral("127.0.0.1");
        QTest::newRow("127.9.9.9") << QStringLiteral("127.9.9.9");
        QTest::newRow("::1") << QStringLiteral("[::1]");
        QTest::newRow("localhost") << QStringLiteral("localhost");
        QTest::newRow("LOCALHOST") << QStringLiteral("LOCALHOST");
    }

    void thisComputerNeedsNoTls()
    {
        QFETCH(QString, host);

        QVERIFY(isTrustworthy(QUrl(QStringLiteral("http://%1:8080").arg(host))));
    }

    void leavingNothingBehind()
    {
        const ScriptedServer server({ScriptedServer::json("[]")});
        ApiClient client(server);

        QVERIFY(waitFor(client.api.listApplications()));
        QVERIFY(waitFor(client.api.findDomains(QStringLiteral("shop"))));

        QTRY_VERIFY(!onlyReply(client.network));
        QTRY_VERIFY(!client.network.findChild<HttpCall *>());
        QCOMPARE(client.clock.waiting(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRequestEnds)
#include "tst_requestends.moc"
