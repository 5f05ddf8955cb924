#include "clerk/apiclient.h"
#include "testkit/testauthority.h"

#include <QSslConfiguration>
#include <QSslServer>

using namespace golive;

namespace {

/// A server with a certificate, and what it hears.
class SecureServer final : public QSslServer
{
public:
    explicit SecureServer(const QSslConfiguration &tls)
    {
        setSslConfiguration(tls);
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *client = nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, this, [this, client] {
                heard += client->readAll();
                if (heard.endsWith("\r\n\r\n"))
                    client->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n[]");
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port is free");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("https://localhost:%1").arg(serverPort())); }

    QByteArray heard;
};

} // namespace

/// The access key reaches the address it is for, over a connection that is what it says, and nobody else.
class TestWhereTheKeyGoes : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestAuthority> m_known;
    std::unique_ptr<TestAuthority> m_unknown;
    const QSslConfiguration m_usual = QSslConfiguration::defaultConfiguration();

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestAuthority::isPossible())
            return;
        const QString from = QStringLiteral("20200101");
        const QString until = QStringLiteral("20991231");
        const QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
        m_known = std::make_unique<TestAuthority>();
        m_known->issue(QStringLiteral("right"), names, from, until);
        m_known->issue(QStringLiteral("otherHost"), QStringLiteral("DNS:api.clerk.test"), from, until);
        m_known->issue(QStringLiteral("expired"), names, from, QStringLiteral("20210101"));
        m_known->issue(QStringLiteral("notYet"), names, QStringLiteral("20980101"), until);
        m_unknown = std::make_unique<TestAuthority>();
        m_unknown->issue(QStringLiteral("right"), names, from, until);
        QSslConfiguration::setDefaultConfiguration(m_known->clientSide());
    }

    void cleanupTestCase() { QSslConfiguration::setDefaultConfiguration(m_usual); }

    void onlyToWhoeverProvesToBeTheServer_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<bool>("trusted");

        QTest::newRow("the right certificate") << true << QStringLiteral("right") << true;
        QTest::newRow("another host's") << true << QStringLiteral("otherHost") << false;
        QTest::newRow("an expired one") << true << QStringLiteral("expired") << false;
        QTest::newRow("one that is not valid yet") << true << QStringLiteral("notYet") << false;
        QTest::newRow("one of an unknown authority") << false << QStringLiteral("right") << false;
    }

    void onlyToWhoeverProvesToBeTheServer()
    {
        if (!m_known)
            QSKIP("openssl is missing: nobody makes the certificates");
        QFETCH(bool, known);
        QFETCH(QString, certificate);
        QFETCH(bool, trusted);
        const SecureServer server((known ? *m_known : *m_unknown).serverSide(certificate));
        MovedClock clock;
        QNetworkAccessManager network;
        HttpPlatformApi api(network, clock, server.url());
        api.setAccessKey(Secret("ak_test"));

        const auto answer = waitFor(api.listApplications());

        QCOMPARE(answer.has_value(), trusted);
        QCOMPARE(server.heard.contains("ak_test"), trusted);
        if (!trusted) {
            QCOMPARE(answer.error().kind, Error::Kind::InsecureConnection);
            QCOMPARE(server.heard, QByteArray()); // not even what was asked for
        }
    }

    void notWhereARedirectPoints_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("location"); // %1: another server

        for (const char *status : {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"}) {
            QTest::addRow("%s to another host", status) << QByteArray(status) << QStringLiteral("%1/v1/platform");
            QTest::addRow("%s to another path", status) << QByteArray(status) << QStringLiteral("/elsewhere");
            QTest::addRow("%s without scheme", status) << QByteArray(status) << QStringLiteral("//%2/v1/platform");
        }
        QTest::newRow("to http") << QByteArray("302 Found") << QStringLiteral("http://localhost:9/");
        QTest::newRow("to a file") << QByteArray("302 Found") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("nowhere") << QByteArray("302 Found") << QString();
    }

    void notWhereARedirectPoints()
    {
        QFETCH(QByteArray, status);
        QFETCH(QString, location);
        const ScriptedServer elsewhere({ScriptedServer::json("[]")});
        const QString there = location.replace(QLatin1String("%1"), elsewhere.url().toString())
                                  .replace(QLatin1String("%2"), elsewhere.url().authority());
        const ScriptedServer server({ScriptedServer::json("", status, "Location: " + there.toUtf8() + "\r\n")});
        ApiClient client(server);

        const auto read = waitFor(client.api.listApplications());
        const auto written = waitFor(client.api.createApplication(QStringLiteral("Shop")));

        QCOMPARE(read.error().kind, Error::Kind::NotClerk);
        QCOMPARE(written.error().kind, Error::Kind::NotClerk);
        QCOMPARE(server.requests().size(), 2); // one each
        QVERIFY(elsewhere.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWhereTheKeyGoes)
#include "tst_wherethekeygoes.moc"
