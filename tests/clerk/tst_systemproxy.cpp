#include "clerk/httpplatformapi.h"
#include "testkit/movedclock.h"
#include "testkit/testauthority.h"
#include "testkit/waitfor.h"
#include "wizard/errortext.h"

#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>

using namespace golive;

namespace {

/// A proxy as networks have them: it takes CONNECT, may want a login, and passes on what goes through.
class Proxy final : public QTcpServer
{
public:
    explicit Proxy(quint16 destination)
        : m_destination(destination)
    {
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
        listen(QHostAddress::LocalHost);
    }

    QByteArray login; ///< `name:password`; empty: none is wanted
    QByteArrayList heads; ///< of every request, in order

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client, heard = QByteArray()]() mutable {
            heard += client->readAll();
            if (!heard.contains("\r\n\r\n"))
                return;
            heads.append(std::exchange(heard, {}));
            if (!login.isEmpty() && !heads.constLast().contains("Basic " + login.toBase64()))
                client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
                              "realm=\"office\"\r\nContent-Length: 0\r\n\r\n");
            else
                pass(client);
        });
    }

    void pass(QTcpSocket *client)
    {
        client->disconnect(this);
        auto *server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        connect(server, &QTcpSocket::connected, client,
                [client] { client->write("HTTP/1.1 200 Connection established\r\n\r\n"); });
        server->connectToHost(QHostAddress::LocalHost, m_destination);
    }

    quint16 m_destination;
};

} // namespace

/// What `https_proxy` in the environment names stands between this computer and Clerk.
class TestSystemProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestAuthority::isPossible())
            QSKIP("needs openssl");
        m_authority = std::make_unique<TestAuthority>();
        m_authority->issue(QStringLiteral("clerk"), QStringLiteral("DNS:api.clerk.test"), QStringLiteral("20200101"),
                           QStringLiteral("20400101"));
        m_clerk.setSslConfiguration(m_authority->serverSide(QStringLiteral("clerk")));
        QVERIFY(m_clerk.listen(QHostAddress::LocalHost));
        connect(&m_clerk, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *client = m_clerk.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client] {
                if (client->readAll().contains("\r\n\r\n"))
                    client->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]");
            });
        });
        QSslConfiguration::setDefaultConfiguration(m_authority->clientSide());
        for (const char *other : {"no_proxy", "NO_PROXY", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"})
            qunsetenv(other);
    }

    void init()
    {
        m_proxy = std::make_unique<Proxy>(m_clerk.serverPort());
        QNetworkProxyFactory::setUseSystemConfiguration(true);
    }

    void isGoneThrough()
    {
        useProxy({});
        const auto answer = ask();
        QVERIFY2(answer, qPrintable(answer.has_value() ? QString() : answer.error().detail));
        QCOMPARE(m_proxy->heads.size(), 1);
        QVERIFY(m_proxy->heads.constFirst().startsWith("CONNECT api.clerk.test:443 HTTP/1.1"));
        QVERIFY2(!m_proxy->heads.constFirst().contains("ak_test"), "the key is for Clerk alone");
    }

    void isGivenTheLoginThatIsPartOfItsAddress()
    {
        m_proxy->login = "me:pass!word";
        useProxy(QStringLiteral("me:pass%21word@"));
        QVERIFY(ask());
        QVERIFY(m_proxy->heads.constLast().contains("Proxy-Authorization: Basic"));
    }

    void isNamedWhenItWantsALoginThatNobodyHas()
    {
        m_proxy->login = "me:word";
        useProxy({});
        const auto answer = ask();
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::ProxyRefused);
        const QString said = ErrorText::sentence(answer.error());
        QVERIFY2(said.contains(QStringLiteral("user name and password")), qPrintable(said));
        QVERIFY2(said.contains(QStringLiteral("https_proxy=")), qPrintable(said));
        QVERIFY(!said.contains(QStringLiteral("key")));
    }

    void isNamedWhenItDoesNotAnswer()
    {
        useProxy({});
        m_proxy->close();
        const auto answer = ask();
        QVERIFY(!answer);
        QVERIFY2(answer.error().kind == Error::Kind::ProxyRefused, qPrintable(answer.error().detail));
        const QString said = ErrorText::sentence(answer.error());
        QVERIFY2(said.contains(QStringLiteral("proxy that your system’s network settings name")), qPrintable(said));
    }

private:
    void useProxy(const QString &login) const
    {
        qputenv("https_proxy", QStringLiteral("http://%1localhost:%2").arg(login).arg(m_proxy->serverPort()).toUtf8());
    }

    static Result<QList<Application>> ask()
    {
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, QUrl(QStringLiteral("https://api.clerk.test")));
        api.setAccessKey(Secret("ak_test"));
        return waitFor(api.listApplications());
    }

    std::unique_ptr<TestAuthority> m_authority;
    QSslServer m_clerk;
    std::unique_ptr<Proxy> m_proxy;
};

QTEST_GUILESS_MAIN(TestSystemProxy)

#include "tst_systemproxy.moc"
