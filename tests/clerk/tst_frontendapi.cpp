#include "clerk/frontendapi.h"

#include "testkit/cannedserver.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

using namespace golive;

class TestFrontendApi : public QObject
{
    Q_OBJECT

    const QUrl m_domain {QStringLiteral("https://clerk.corner-shop.example")};
    SystemClock m_clock;
    QNetworkAccessManager m_network;

    Result<QList<OfferedConnection>> ask(const CannedServer &server)
    {
        return waitFor(FrontendApi(m_network, m_clock, server.url()).readOffer(m_domain));
    }

private Q_SLOTS:
    void readsWhatTheDomainOffers()
    {
        const CannedServer server(CannedServer::json(
            "200 OK", R"({"user_settings": {"social": {"oauth_google": {"enabled": true}}}, "more": []})"));
        QCOMPARE(ask(server).value(), QList<OfferedConnection>({{QStringLiteral("google"), true}}));
    }

    void asksForNothingButTheEnvironmentAndSendsNoKey()
    {
        QByteArray asked;
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        connect(&server, &QTcpServer::newConnection, &server, [&] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [&asked, client] {
                asked += client->readAll();
                client->write(CannedServer::json("200 OK", R"({"user_settings": {}})"));
            });
        });
        const QUrl gateway(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort()));
        const QUrl behindProxy(QStringLiteral("https://corner-shop.example/__clerk/"));

        QVERIFY(waitFor(FrontendApi(m_network, m_clock, gateway).readOffer(behindProxy)));

        QVERIFY(asked.startsWith("GET /frontend/corner-shop.example/__clerk/v1/environment HTTP"));
        QVERIFY(!asked.toLower().contains("authorization"));
        QVERIFY(!asked.toLower().contains("cookie"));
    }

    void saysWhenItIsNoEnvironment()
    {
        for (const char *body : {"{}", "[]", R"({"user_settings": 3})"}) {
            const CannedServer server(CannedServer::json("200 OK", body));
            const auto answer = ask(server);
            QVERIFY(!answer && answer.error().kind == Error::Kind::UnexpectedReply);
        }
    }

    void saysWhenNobodyAnswers()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QUrl address(QStringLiteral("http://127.0.0.1:%1").arg(closed.serverPort()));
        closed.close();
        const auto answer = waitFor(FrontendApi(m_network, m_clock, address).readOffer(m_domain));
        QVERIFY(!answer && answer.error().kind == Error::Kind::Offline);
    }

    void asksNobodyWithoutEncryption()
    {
        const FrontendApi frontend(m_network, m_clock);
        for (const char *address : {"http://clerk.corner-shop.example", "", "ftp://clerk.corner-shop.example"}) {
            const auto answer = waitFor(frontend.readOffer(QUrl(QString::fromLatin1(address))));
            QVERIFY(!answer && answer.error().kind == Error::Kind::InsecureConnection);
        }
    }
};

QTEST_GUILESS_MAIN(TestFrontendApi)
#include "tst_frontendapi.moc"
