#include "clerk/apiclient.h"
#include "clerk/calllog.h"

using namespace golive;
using namespace std::chrono_literals;

/// What is asked again, when, and what never is.
class TestRepeats : public QObject
{
    Q_OBJECT

    static ScriptedServer::Step refusal(const QByteArray &status, const QByteArray &headers = {})
    {
        return ScriptedServer::json(R"({"errors": []})", status, headers);
    }

    using Write = std::optional<Error> (*)(HttpPlatformApi &api);

    template<typename T>
    static std::optional<Error> failureOf(const QFuture<Result<T>> &future)
    {
        const Result<T> answer = waitFor(future);
        return answer ? std::nullopt : std::optional(answer.error());
    }

private Q_SLOTS:
    void everyTryIsNotedForSupport()
    {
        ScriptedServer server({ScriptedServer::json(R"({"errors":[{"code":"service_unavailable"}],)"
                                                    R"("clerk_trace_id":"0123456789abcdef"})",
                                                    "503 Service Unavailable"),
                               ScriptedServer::json("[]")});
        CallLog log;
        ApiClient client(server);
        client.api.keepLog(log);
        const auto applications = client.api.listApplications();
        QVERIFY(client.isDueIn(1s));
        client.clock.advance(1s);
        QVERIFY(waitFor(applications));

        QCOMPARE(log.calls().size(), 2);
        const CallNote &refused = log.calls().constFirst();
        QCOMPARE(refused.method, QByteArray("GET"));
        QVERIFY2(refused.target.startsWith(QStringLiteral("/v1/platform/applications")), qPrintable(refused.target));
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.trouble, QStringLiteral("service_unavailable"));
        QCOMPARE(refused.traceId, QStringLiteral("0123456789abcdef"));
        QCOMPARE(log.calls().constLast().status, 200);
        QCOMPARE(log.calls().constLast().trouble, QString());
    }

    void onlyTheLatestAreNoted()
    {
        CallLog log;
        for (int i = 0; i < CallLog::most + 1; ++i) {
            CallNote note;
            note.status = i;
            log.note(note);
        }
        QCOMPARE(log.calls().size(), CallLog::most);
        QCOMPARE(log.calls().constFirst().status, 1);
    }

    void aBusyServerIsAskedAgain_data()
    {
        QTest::addColumn<QByteArray>("status");

        QTest::newRow("429") << QByteArrayLiteral("429 Too Many Requests");
        QTest::newRow("503") << QByteArrayLiteral("503 Service Unavailable");
        QTest::newRow("504") << QByteArrayLiteral("504 Gateway Timeout");
    }

    void aBusyServerIsAskedAgain()
    {
        QFETCH(QByteArray, status);
        const ScriptedServer server({refusal(status), refusal(status), ScriptedServer::json("[]")});
        ApiClient client(server);
        const auto future = client.api.listApplications();

        QVERIFY(client.isDueIn(1s));
        client.clock.advance(1s);
        QVERIFY(client.isDueIn(2s));
        QCOMPARE(server.requests().size(), 2);
        client.clock.advance(2s);

        QVERIFY(waitFor(future).has_value());
        QCOMPARE(server.requests().size(), 3);
    }

    void threeTimesIsEnough()
    {
        const ScriptedServer server({refusal("503 Service Unavailable")});
        ApiClient client(server);
        const auto future = client.api.listApplications();

        QVERIFY(client.isDueIn(1s));
        client.clock.advance(1s);
        QVERIFY(client.isDueIn(2s));
        client.clock.advance(2s);

        QVERIFY(waitFor(future).error().kind == Error::Kind::ServerFault);
        QCOMPARE(server.requests().size(), 3);
    }

    void theServerSaysWhen_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds");

        QTest::newRow("in seconds") << QByteArrayLiteral("7") << 7;
        QTest::newRow("at once") << QByteArrayLiteral("0") << 0;
        QTest::newRow("in the past") << QByteArrayLiteral("-5") << 0;
        QTest::newRow("at a moment") << QByteArrayLiteral("Mon, 05 Jan 2026 09:00:20 GMT") << 20;
        QTest::newRow("too late for us") << QByteArrayLiteral("3600") << 60;
        QTest::newRow("unreadable") << QByteArrayLiteral("soon") << 1;
    }

    void theServerSaysWhen()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const ScriptedServer server(
            {refusal("429 Too Many Requests", "Retry-After: " + header + "\r\n"), ScriptedServer::json("[]")});
        ApiClient client(server);
        const auto future = client.api.listApplications();

        QVERIFY(client.isDueIn(std::chrono::seconds(seconds)));
        client.clock.advance(std::chrono::seconds(seconds));

        QVERIFY(waitFor(future).has_value());
    }

    void aLostConnectionIsTriedAgain()
    {
        const ScriptedServer server(
            {ScriptedServer::hangUp("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n["), ScriptedServer::json("[]")});
        ApiClient client(server);
        const auto future = client.api.listApplications();

        QVERIFY(client.isDueIn(1s));
        client.clock.advance(1s);

        QVERIFY(waitFor(future).has_value());
    }

    void otherFaultsAreAnsweredAtOnce_data()
    {
        QTest::addColumn<QByteArray>("status");

        QTest::newRow("400") << QByteArrayLiteral("400 Bad Request");
        QTest::newRow("401") << QByteArrayLiteral("401 Unauthorized");
        QTest::newRow("404") << QByteArrayLiteral("404 Not Found");
        QTest::newRow("500") << QByteArrayLiteral("500 Internal Server Error");
    }

    void otherFaultsAreAnsweredAtOnce()
    {
        QFETCH(QByteArray, status);
        const ScriptedServer server({refusal(status)});
        ApiClient client(server);

        QVERIFY(!waitFor(client.api.listApplications()));
        QCOMPARE(server.requests().size(), 1);
    }

    void aWriteIsSentOnce_data()
    {
        QTest::addColumn<Write>("write");
        QTest::addColumn<ScriptedServer::Step>("step");

        static const QString app = QStringLiteral("app_1");
        const QList<std::pair<const char *, Write>> writes {
            {"create", [](HttpPlatformApi &api) { return failureOf(api.createProductionInstance(app, {})); }},
            {"check", [](HttpPlatformApi &api) { return failureOf(api.startDnsCheck(app, QStringLiteral("dmn_1"))); }},
            {"patch", [](HttpPlatformApi &api) { return failureOf(api.patchConfig(app, app, {})); }},
            {"redirect", [](HttpPlatformApi &api) { return failureOf(api.addRedirectUrl(app, app, app)); }},
            {"template", [](HttpPlatformApi &api) { return failureOf(api.addJwtTemplate(app, app, {})); }},
        };
        const QList<std::pair<const char *, ScriptedServer::Step>> steps {
            {"to a busy server", refusal("503 Service Unavailable", "Retry-After: 0\r\n")},
            {"to a server with a limit", refusal("429 Too Many Requests", "Retry-After: 0\r\n")},
            {"to a server that hangs up", ScriptedServer::hangUp()},
            {"to a server that hangs up early",
             ScriptedServer::hangUp("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")},
        };
        for (const auto &[what, write] : writes)
            for (const auto &[where, step] : steps)
                QTest::addRow("%s %s", what, where) << write << step;
    }

    void aWriteIsSentOnce()
    {
        QFETCH(Write, write);
        QFETCH(ScriptedServer::Step, step);
        const ScriptedServer server({step});
        ApiClient client(server);

        QVERIFY(write(client.api));
        QVERIFY(client.clock.untilNext() < 0s);
        QCOMPARE(server.requests().size(), 1);
    }

    void aSecondTryIsNotMadeOnceTheNetworkIsGone()
    {
        const ScriptedServer server({refusal("503 Service Unavailable")});
        MovedClock clock;
        auto network = std::make_unique<QNetworkAccessManager>();
        HttpPlatformApi api(*network, clock, server.url());
        api.setAccessKey(Secret("ak_practice"));
        const auto future = api.listApplications();
        QVERIFY(QTest::qWaitFor([&] { return clock.untilNext() == 1s; }, 10'000));

        network.reset();

        QVERIFY(waitFor(future).error().kind == Error::Kind::Cancelled);
        clock.advance(1h);
        QCOMPARE(server.requests().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestRepeats)
#include "tst_repeats.moc"
