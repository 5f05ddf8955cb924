#include "testkit/leaksearch.h"
#include "testkit/practiceprocess.h"
#include "testkit/scriptedserver.h"
#include "testkit/steeredprogram.h"
#include "testkit/testauthority.h"

#include <QSettings>
#include <QSslSocket>

using namespace golive;

namespace {

const QByteArray &accessKey()
{
    static const QByteArray key = QByteArrayLiteral("ak_whom0it0asks0abcdefghijklmnop");
    return key;
}

/// A proxy that writes down all it hears and lets nothing through. Asked for a tunnel it refuses or, where it has a
/// certificate, plays the server at the other end itself.
class RecordingProxy final : public QTcpServer
{
public:
    explicit RecordingProxy(const QSslConfiguration &tls = {})
        : m_tls(tls)
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port is free");
    }

    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(serverPort()); }

    QByteArrayList tunnels; ///< first lines of what was asked for
    QByteArray heard; ///< in the clear, within tunnels too

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *client = new QSslSocket(this);
        client->setSocketDescriptor(descriptor);
        connect(client, &QSslSocket::readyRead, this, [this, client] {
            const QByteArray bytes = client->readAll();
            heard += bytes;
            if (client->isEncrypted())
                return;
            tunnels.append(bytes.left(bytes.indexOf('\r')));
            if (m_tls.localCertificate().isNull()) {
                client->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            client->write("HTTP/1.1 200 Connection established\r\n\r\n");
            client->flush();
            client->setSslConfiguration(m_tls);
            client->startServerEncryption();
        });
    }

private:
    QSslConfiguration m_tls;
};

} // namespace

/// The program itself, and whom it turns to: nobody before it is told to, and then only whom it is told.
class TestWhomItAsks : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    [[nodiscard]] QProcessEnvironment environment(const QString &clerk, const QString &proxy = {}) const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            variables.insert(QString::fromLatin1(place), m_home->path());
        variables.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        for (const char *name : {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "no_proxy"}) {
            variables.remove(QString::fromLatin1(name));
            if (!proxy.isEmpty() && qstrcmp(name, "no_proxy") != 0)
                variables.insert(QString::fromLatin1(name), proxy);
        }
        variables.insert(QStringLiteral("CLERK_PLATFORM_API_URL"), clerk);
        variables.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(RECORDED_CALLS));
        variables.insert(QStringLiteral("GOLIVE_RECORDED_CALLS"), callsFile());
        return variables;
    }

    [[nodiscard]] QString callsFile() const { return m_home->filePath(QStringLiteral("calls")); }

    /// Whom it has turned to so far, each once.
    [[nodiscard]] QStringList calls() const
    {
        QFile file(callsFile());
        QStringList all = file.open(QIODevice::ReadOnly)
            ? QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
            : QStringList();
        all.removeDuplicates();
        return all;
    }

    static void goAsFarAsConnect(SteeredProgram &program)
    {
        QVERIFY(program.press(QStringLiteral("help")));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.type(QStringLiteral("platformKey"), accessKey()));
        QVERIFY(!program.texts().isEmpty());
    }

    /// In the page's messages; the word alone stands in many places.
    [[nodiscard]] static QStringList said(SteeredProgram &program, const QString &word)
    {
        QStringList found;
        (void)QTest::qWaitFor(
            [&] {
                found = program.texts("told").filter(word, Qt::CaseInsensitive);
                return !found.isEmpty();
            },
            20'000);
        return found;
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(QStringLiteral("/tmp/golive-whom-XXXXXX")); }

    void nobodyUntilThePersonConnects()
    {
        RecordingProxy proxy;
        SteeredProgram program(environment(QStringLiteral("https://api.clerk.test"), proxy.address()));
        goAsFarAsConnect(program);
        QCOMPARE(calls(), QStringList());
        QVERIFY(proxy.tunnels.isEmpty());

        QVERIFY(program.press(QStringLiteral("next")));

        QTRY_VERIFY_WITH_TIMEOUT(!proxy.tunnels.isEmpty(), 20'000);
        QVERIFY(!said(program, QStringLiteral("proxy")).isEmpty());
        proxy.tunnels.removeAll("CONNECT api.clerk.test:443 HTTP/1.1");
        QCOMPARE(proxy.tunnels, QByteArrayList());
        QCOMPARE(calls(), QStringList {QStringLiteral("connect 127.0.0.1 %1").arg(proxy.serverPort())});
        QVERIFY(!leaks(proxy.heard, accessKey()));
    }

    void nobodyWhoOnlyClaimsToBeClerk()
    {
        if (!TestAuthority::isPossible())
            QSKIP("openssl is missing: nobody makes the certificate");
        TestAuthority authority;
        authority.issue(QStringLiteral("server"), QStringLiteral("DNS:api.clerk.test"), QStringLiteral("20200101"),
                        QStringLiteral("20991231"));
        RecordingProxy proxy(authority.serverSide(QStringLiteral("server")));
        SteeredProgram program(environment(QStringLiteral("https://api.clerk.test"), proxy.address()));
        goAsFarAsConnect(program);

        QVERIFY(program.press(QStringLiteral("next")));

        QTRY_VERIFY_WITH_TIMEOUT(!proxy.tunnels.isEmpty(), 20'000);
        QVERIFY(!said(program, QStringLiteral("secure")).isEmpty());
        QVERIFY(!proxy.heard.contains("/v1/platform"));
        QVERIFY(!leaks(proxy.heard, accessKey()));
        QCOMPARE(calls(), QStringList {QStringLiteral("connect 127.0.0.1 %1").arg(proxy.serverPort())});
    }

    void clerkAndNotWhomItPointsTo()
    {
        ScriptedServer elsewhere({ScriptedServer::json("[]")});
        ScriptedServer clerk(
            {ScriptedServer::json("", "307 Moved", "Location: " + elsewhere.url().toEncoded() + "/v1\r\n")});
        SteeredProgram program(environment(clerk.url().toString()));
        goAsFarAsConnect(program);
        QCOMPARE(calls(), QStringList());

        QVERIFY(program.press(QStringLiteral("next")));

        QTRY_VERIFY_WITH_TIMEOUT(!clerk.requests().isEmpty(), 20'000);
        QCOMPARE(clerk.requests().constFirst().headers.value("authorization"), "Bearer " + accessKey());
        QVERIFY(program.waitUntil(QStringLiteral("can platformKey"))); // asked for anew
        QVERIFY(elsewhere.requests().isEmpty());
        QCOMPARE(calls(), QStringList {QStringLiteral("connect 127.0.0.1 %1").arg(clerk.serverPort())});
    }

    /// A whole deployment: Clerk from Connect on, the servers of names from the domain on, and nobody else.
    void clerkAndFromTheDomainOnTheServersOfNames()
    {
        PracticeProcess clerk {QStringLiteral(PRACTICE_SERVER)};
        QSettings settings(m_home->filePath(QStringLiteral("golive/golive.conf")), QSettings::IniFormat);
        settings.setValue(QStringLiteral("dns/resolvers"), clerk.resolvers);
        settings.setValue(QStringLiteral("dns/authoritativePort"), clerk.authoritativePort);
        settings.sync();
        SteeredProgram program(environment(clerk.url.toString()));
        const QString clerkItself = QStringLiteral("connect 127.0.0.1 %1").arg(clerk.url.port());
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.type(QStringLiteral("platformKey"), clerk.key));
        QCOMPARE(calls(), QStringList());

        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.shows("applicationList"));
        QTRY_COMPARE(program.ask("row applicationList Corner Shop"), QByteArrayLiteral("yes"));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.press(QStringLiteral("copyDevelopment")));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.waitUntil(QStringLiteral("can domain")));
        QCOMPARE(calls(), QStringList {clerkItself});

        QVERIFY(program.type(QStringLiteral("domain"), "corner-shop.example"));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.press(QStringLiteral("createProductionInstance")));
        QVERIFY(program.shows("created"));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.waitUntil(QStringLiteral("shows google.card")));
        QVERIFY(program.press(QStringLiteral("next")));
        QVERIFY(program.shows("checkNow"));
        QVERIFY(program.press(QStringLiteral("checkNow")));
        QTRY_VERIFY_WITH_TIMEOUT(!program.texts().filter(QStringLiteral("Waiting for you to add")).isEmpty(), 30'000);

        QStringList others = calls();
        others.removeAll(clerkItself);
        QVERIFY(!others.isEmpty());
        for (const QString &each : std::as_const(others)) {
            const QString address = each.section(QLatin1Char(' '), 1, 1);
            const QString port = each.section(QLatin1Char(' '), 2, 2);
            QVERIFY2(clerk.resolvers.contains(address + QLatin1Char(':') + port)
                         || port == QString::number(clerk.authoritativePort),
                     qPrintable(each));
        }
    }
};

QTEST_GUILESS_MAIN(TestWhomItAsks)
#include "tst_whomitasks.moc"
