#include "handover/servercode.h"
#include "testkit/layouts.h"
#include "testkit/nginx.h"
#include "testkit/npmtools.h"
#include "testkit/practiceclerk.h"
#include "testkit/scriptedserver.h"

#include <QJsonArray>
#include <QNetworkReply>
#include <QXmlStreamReader>

using namespace golive;

namespace {

const Framework &framework(const char *id)
{
    static QList<Framework> kept;
    kept.append(*frameworkWithId(QString::fromLatin1(id)));
    return kept.constLast();
}

QString snippet(const char *frameworkId, LayoutCase layout, const char *id)
{
    for (const CodeSnippet &each : serverCode(framework(frameworkId), layoutOf(layout)))
        if (each.id == QLatin1String(id))
            return each.text;
    qFatal("no snippet %s", id);
}

/// A request as a browser's would be, through nginx.
std::unique_ptr<QNetworkReply> get(QNetworkAccessManager &network, const Nginx &nginx, const QString &path)
{
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(nginx.port()).arg(path)));
    request.setRawHeader("Host", "www.example.com");
    request.setRawHeader("Authorization", "Bearer token");
    request.setRawHeader("Origin", "https://www.example.com");
    request.setRawHeader("Referer", "https://www.example.com/cart");
    request.setRawHeader("Sec-Fetch-Dest", "empty");
    request.setRawHeader("User-Agent", "Browser/1");
    std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
        QTest::qFail("nginx does not answer", __FILE__, __LINE__);
    return reply;
}

} // namespace

#define NEED_NGINX()                                                                                                   \
    if (Nginx::program().isEmpty())                                                                                    \
    QSKIP("SKIPPED: nginx is not installed")

class TestRealTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodeUnderstandsEveryScript_data()
    {
        QTest::addColumn<QString>("text");
        QSet<QString> seen;
        for (const Framework &each : frameworks())
            for (const LayoutCase layout : allLayouts())
                for (const CodeSnippet &piece : serverCode(each, layoutOf(layout))) {
                    const bool isScript
                        = piece.text.contains(QLatin1String("const ")) || piece.text.contains(QLatin1String("export "));
                    if (!isScript || seen.contains(piece.text))
                        continue;
                    seen.insert(piece.text);
                    QTest::addRow("%s %s %d", qPrintable(piece.id), qPrintable(each.id), static_cast<int>(layout))
                        << piece.text;
                }
        QVERIFY(seen.size() > 15);
    }

    void nodeUnderstandsEveryScript()
    {
        QFETCH(QString, text);
        if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
            QSKIP("SKIPPED: node is not installed");
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("snippet.mjs"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
        file.close();
        const ProgramRun run = runNode({QStringLiteral("--check"), path});
        QVERIFY2(run.ended, run.complained.constData());
    }

    void aParserReadsTheSecurityPolicyAsMeant()
    {
        NEED_NPM_TOOLS();
        const QString text = snippet("nextjs", LayoutCase::ApiOnOtherRoot, "csp").trimmed();
        const QString policy = text.section(QStringLiteral(": "), 1);
        const ProgramRun run = runNode({QStringLiteral(READ_CSP), QStringLiteral(NPM_FOLDER)}, policy.toUtf8());
        QVERIFY2(run.ended, run.complained.constData());
        const QJsonObject read = QJsonDocument::fromJson(run.said).object();
        const auto values = [&read](const char *directive) {
            QStringList all;
            const QJsonArray list = read[QLatin1String(directive)].toArray();
            for (const auto &each : list)
                all.append(each.toString());
            return all;
        };
        QVERIFY(values("script-src").contains(QStringLiteral("https://clerk.example.com")));
        QVERIFY(values("script-src").contains(QStringLiteral("https://challenges.cloudflare.com")));
        QVERIFY(values("connect-src").contains(QStringLiteral("https://clerk.example.com")));
        QVERIFY(values("connect-src").contains(QStringLiteral("https://api.example.net:8443")));
        QVERIFY(values("connect-src").contains(QStringLiteral("https://*.protect.clerk.com:*")));
        QCOMPARE(values("img-src"), (QStringList {QStringLiteral("'self'"), QStringLiteral("https://img.clerk.com")}));
        QCOMPARE(values("worker-src"), (QStringList {QStringLiteral("'self'"), QStringLiteral("blob:")}));
        QVERIFY(values("style-src").contains(QStringLiteral("'unsafe-inline'")));
        QVERIFY(values("frame-src").contains(QStringLiteral("https://challenges.cloudflare.com")));
        QCOMPARE(read.size(), 8);
    }

    void nginxHandsTheFrontendApiOnWithTheRightHeaders()
    {
        NEED_NGINX();
        const ScriptedServer clerk({ScriptedServer::json("{}")});
        const QString text = snippet("react", LayoutCase::FrontendApiProxy, "nginx-proxy");
        Nginx nginx(QString(text).replace(QStringLiteral("https://frontend-api.clerk.dev"), clerk.url().toString()),
                    QStringLiteral("proxy_set_header Clerk-Secret-Key \"sk_live_0aB9\";\n"));
        QCOMPARE(nginx.complaints(), QString());
        QVERIFY(nginx.start());

        QNetworkAccessManager network;
        const auto reply = get(network, nginx, QStringLiteral("/__clerk/v1/client?_clerk_js_version=5"));

        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QCOMPARE(clerk.requests().size(), 1);
        const auto &request = clerk.requests().constFirst();
        QCOMPARE(request.target, QByteArray("/v1/client?_clerk_js_version=5"));
        QCOMPARE(request.headers.value("clerk-proxy-url"), QByteArray("https://example.com/__clerk"));
        QCOMPARE(request.headers.value("clerk-secret-key"), QByteArray("sk_live_0aB9"));
        QCOMPARE(request.headers.value("x-forwarded-for"), QByteArray("127.0.0.1"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer token"));
        QCOMPARE(request.headers.value("origin"), QByteArray("https://www.example.com"));
    }

    void thePracticeServerTakesWhatNginxHandsOn()
    {
        NEED_NGINX();
        const PracticeClerk clerk;
        const auto applications = waitFor(clerk.api->listApplications()).value();
        const auto keys = waitFor(clerk.api->readKeys(applications.at(2).id)).value();
        const auto production = std::find_if(keys.cbegin(), keys.cend(), [](const InstanceKeys &each) {
            return each.environment == Environment::Production;
        });
        const QString text
            = QString(snippet("react", LayoutCase::FrontendApiProxy, "nginx-proxy"))
                  .replace(QStringLiteral("https://frontend-api.clerk.dev"), clerk.server.baseUrl().toString());
        QNetworkAccessManager network;
        const auto answer = [&](const QByteArray &key) {
            Nginx nginx(
                text,
                key.isEmpty()
                    ? QString()
                    : QStringLiteral("proxy_set_header Clerk-Secret-Key \"%1\";\n").arg(QString::fromLatin1(key)));
            if (!nginx.start())
                return QByteArray("nginx did not start");
            return get(network, nginx, QStringLiteral("/__clerk/v1/environment"))->readAll();
        };
        QVERIFY(answer(production->secretKey.reveal()).contains("Harbour Bookings"));
        QVERIFY(answer({}).contains("proxy_request_missing_secret_key"));
        QVERIFY(answer("sk_live_other").contains("proxy_request_invalid_secret_key"));
    }

    void nginxForwardsWhatClerkNeedsOfARequest()
    {
        NEED_NGINX();
        const ScriptedServer application({ScriptedServer::json("{}")});
        const QString forwarding = snippet("nextjs", LayoutCase::SameHost, "nginx-forwarding");
        const QString csp = snippet("nextjs", LayoutCase::SameHost, "csp-nginx");
        Nginx nginx(
            csp + QString(forwarding).replace(QStringLiteral("http://127.0.0.1:3000"), application.url().toString()));
        QCOMPARE(nginx.complaints(), QString());
        QVERIFY(nginx.start());

        QNetworkAccessManager network;
        const auto reply = get(network, nginx, QStringLiteral("/cart"));

        QCOMPARE(QString::fromLatin1(reply->rawHeader("Content-Security-Policy")),
                 contentSecurityPolicy(layoutOf(LayoutCase::SameHost)));
        const auto headers = application.requests().constFirst().headers;
        QCOMPARE(headers.value("host"), QByteArray("www.example.com"));
        QCOMPARE(headers.value("x-forwarded-host"), QByteArray("www.example.com"));
        QCOMPARE(headers.value("x-forwarded-proto"), QByteArray("https"));
        QCOMPARE(headers.value("x-forwarded-for"), QByteArray("127.0.0.1"));
        for (const char *kept : {"authorization", "accept", "origin", "referer", "sec-fetch-dest", "user-agent"})
            QVERIFY2(!headers.value(kept).isEmpty() || qstrcmp(kept, "accept") == 0, kept);
        QCOMPARE(headers.value("referer"), QByteArray("https://www.example.com/cart"));
        QCOMPARE(headers.value("user-agent"), QByteArray("Browser/1"));
    }

    void theEntitlementsAreAPropertyList()
    {
        QXmlStreamReader xml(snippet("ios", LayoutCase::SameHost, "associated-domains"));
        QStringList texts;
        while (!xml.atEnd())
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                texts.append(xml.text().toString());
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(texts,
                 (QStringList {QStringLiteral("com.apple.developer.associated-domains"),
                               QStringLiteral("webcredentials:clerk.example.com")}));
    }
};

QTEST_GUILESS_MAIN(TestRealTools)
#include "tst_realtools.moc"
