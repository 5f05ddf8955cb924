#include "practiceroom.h"

#include <QSignalSpy>
#include <QTcpSocket>

using namespace golive;

/// What only practice has: failures on order, a log, and doors for another process.
class TestPracticeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_room = std::make_unique<PracticeRoom>();
        QVERIFY(m_room->listening);
    }

    void failsTheNextRequestOnly()
    {
        m_room->server.failNext(503, QStringLiteral("service_unavailable"));
        const auto failed = m_room->client.get(m_room->shop());
        QCOMPARE(failed.status, 503);
        QCOMPARE(failed.code(), QStringLiteral("service_unavailable"));
        QCOMPARE(m_room->client.get(m_room->shop()).status, 200);
    }

    void failsWhereItIsTold()
    {
        const QJsonObject meta {{QStringLiteral("unsupported_features"), QJsonArray {QStringLiteral("saml")}}};
        m_room->server.failNext(402, QStringLiteral("unsupported_subscription_plan_features"), meta,
                                QStringLiteral("/instances"));
        QCOMPARE(m_room->client.get(m_room->shop()).status, 200);
        const auto refused = m_room->createShop();
        QCOMPARE(refused.status, 402);
        QCOMPARE(refused.meta(), meta);
        QCOMPARE(m_room->createShop().status, 201);
    }

    void saysWhenToComeBack()
    {
        m_room->server.failNext({{429, QStringLiteral("too_many_requests"), QString(), {}}, QString(), "7"});
        const auto answer = m_room->client.get(m_room->shop());
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.retryAfter, QByteArray("7"));
    }

    void hangsUpBeforeOrAfterTheWorkIsDone()
    {
        m_room->server.dropNext(PracticeServer::Drop::BeforeEffect, QStringLiteral("/instances"));
        QCOMPARE(createOnce(), QByteArray());
        QCOMPARE(m_room->world.applications().at(0).instances.size(), 1);
        m_room->server.dropNext(PracticeServer::Drop::AfterEffect, QStringLiteral("/instances"));
        QCOMPARE(createOnce(), QByteArray());
        QCOMPARE(m_room->world.applications().at(0).instances.size(), 2);
        QCOMPARE(m_room->server.requestCount("POST", QStringLiteral("/instances")), 2);
        QVERIFY(createOnce().startsWith("HTTP/1.1 400"));
    }

    void refusesAnOriginBesideACredential()
    {
        m_room->client.setHeader("Origin", "https://a.example");
        QCOMPARE(m_room->client.get(m_room->shop()).code(), QStringLiteral("origin_authorization_headers_conflict"));
    }

    void logsMethodAndAddressOnly()
    {
        m_room->client.get(m_room->shop() + QStringLiteral("?include_secret_keys=true"));
        m_room->createShop();
        const QList<PracticeServer::LoggedRequest> wanted {
            {"GET", m_room->shop(), QStringLiteral("include_secret_keys=true")},
            {"POST", m_room->shop() + QStringLiteral("/instances")}};
        QCOMPARE(m_room->server.requests(), wanted);
        const auto told = m_room->client.get(QStringLiteral("/practice/requests"));
        QCOMPARE(told.body.toArray().size(), 2);
        QCOMPARE(told.body[1][QStringLiteral("method")].toString(), QStringLiteral("POST"));
    }

    void letsAnotherProcessEnterRecords()
    {
        const QSignalSpy changed(&m_room->world.zones(), &PracticeZones::recordsChanged);
        const QString path = QStringLiteral("/practice/records");
        const QString host = QStringLiteral("clerk.harbour-bookings.example");
        QCOMPARE(enter(host, QStringLiteral("typo")), 200);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_room->world.zones().records().at(0).entry, ZoneEntry::Typo);
        QCOMPARE(m_room->client.get(path).body[0][QStringLiteral("entry")].toString(), QStringLiteral("typo"));
        QCOMPARE(enter(host, QStringLiteral("upside down")), 404);
        QCOMPARE(enter(QStringLiteral("other.example"), QStringLiteral("right")), 404);
        m_room->client.setAuthorization({});
        QCOMPARE(enter(host, QStringLiteral("right")), 401);
    }

private:
    /// By hand: QNetworkAccessManager repeats a request on its own when the server hangs up.
    QByteArray createOnce()
    {
        const QByteArray body = R"({"domain": "corner-shop.example"})";
        QTcpSocket socket;
        socket.connectToHost(m_room->server.baseUrl().host(), static_cast<quint16>(m_room->server.baseUrl().port()));
        const QByteArray head = "POST " + m_room->shop().toLatin1() + "/instances HTTP/1.1\r\nHost: practice\r\n"
            + "Authorization: Bearer " + PracticeServer::accessKey + "\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(head + body); });
        const bool over = QTest::qWaitFor(
            [&] { return socket.bytesAvailable() > 0 || socket.error() == QAbstractSocket::RemoteHostClosedError; },
            5'000);
        if (!over)
            QTest::qFail("neither an answer nor the end of the connection", __FILE__, __LINE__);
        return socket.readAll();
    }
    int enter(const QString &host, const QString &entry)
    {
        return m_room->client
            .post(QStringLiteral("/practice/records"),
                  {{QStringLiteral("host"), host}, {QStringLiteral("entry"), entry}})
            .status;
    }

    std::unique_ptr<PracticeRoom> m_room;
};

QTEST_GUILESS_MAIN(TestPracticeServer)
#include "tst_practiceserver.moc"
