#include "handover/handoverdata.h"
#include "handover/hostingplace.h"
#include "handover/servercode.h"
#include "testkit/layouts.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace golive;
using Topic = CodeSnippet::Topic;

namespace {

QStringList idsFor(const char *framework, LayoutCase layout)
{
    QStringList ids;
    for (const CodeSnippet &snippet : serverCode(*frameworkWithId(QString::fromLatin1(framework)), layoutOf(layout)))
        ids.append(snippet.id);
    return ids;
}

QString textOf(const char *framework, const HostLayout &layout, const char *id)
{
    for (const CodeSnippet &snippet : serverCode(*frameworkWithId(QString::fromLatin1(framework)), layout))
        if (snippet.id == QLatin1String(id))
            return snippet.text;
    return {};
}

QString textOf(const char *framework, LayoutCase layout, const char *id)
{
    return textOf(framework, layoutOf(layout), id);
}

HostLayout onExampleCom(const HostChoices &choices)
{
    return {choices, QStringLiteral("example.com")};
}

bool contains(const QString &text, const char *part)
{
    return text.contains(QLatin1String(part));
}

} // namespace

class TestServerCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryIsWhole()
    {
        const QJsonArray entries = handoverData(QStringLiteral("snippets.json"))[QLatin1String("snippets")].toArray();
        QVERIFY(entries.size() > 20);
        const QSet<QString> words {QStringLiteral("cors"),      QStringLiteral("bearer"), QStringLiteral("separate"),
                                   QStringLiteral("proxy"),     QStringLiteral("server"), QStringLiteral("website"),
                                   QStringLiteral("satellites")};
        QSet<QString> ids;
        QSet<QString> used;
        for (const auto &entry : entries) {
            const QString id = entry[QLatin1String("id")].toString();
            QVERIFY2(!id.isEmpty() && !ids.contains(id), qPrintable(id));
            ids.insert(id);
            used.insert(entry[QLatin1String("template")].toString());
            QVERIFY2(snippetTopicFrom(entry[QLatin1String("topic")].toString()), qPrintable(id));
            QVERIFY2(!entry[QLatin1String("file")].toString().isEmpty(), qPrintable(id));
            QVERIFY2(
                !handoverTemplate(QStringLiteral("snippets/") + entry[QLatin1String("template")].toString()).isEmpty(),
                qPrintable(id));
            for (const char *list : {"when", "unless"})
                for (const QString &word : textsOf(entry[QLatin1String(list)]))
                    QVERIFY2(words.contains(word), qPrintable(id + word));
            for (const char *list : {"frameworks", "unlessFrameworks"})
                for (const QString &framework : textsOf(entry[QLatin1String(list)]))
                    QVERIFY2(frameworkWithId(framework), qPrintable(id + framework));
        }
        const QStringList files = QDir(QStringLiteral(":/handover/snippets")).entryList();
        QCOMPARE(QSet<QString>(files.cbegin(), files.cend()), used);
    }

    void everyHostingPlaceIsWhole()
    {
        QSet<QString> ids;
        for (const HostingPlace &place : hostingPlaces()) {
            QVERIFY(!place.name.isEmpty() && !ids.contains(place.id));
            ids.insert(place.id);
            QVERIFY2(place.steps.size() >= 3, qPrintable(place.id));
            QVERIFY(place.console.isEmpty() || place.console.scheme() == QLatin1String("https"));
            const QString last = place.steps.mid(1).join(QLatin1Char(' ')).toLower();
            QVERIFY2(contains(last, "build") || contains(last, "deploy"),
                     qPrintable(place.id)); // a restart is not enough
        }
        for (const char *wanted :
             {"vercel", "netlify", "render", "heroku", "aws", "google-cloud", "cloudflare", "other"})
            QVERIFY2(hostingPlaceWithId(QString::fromLatin1(wanted)), wanted);
        QCOMPARE(hostingPlaces().constLast().id, QStringLiteral("other"));
        QVERIFY(!hostingPlaceWithId(QStringLiteral("moon")));
    }

    void nothingIsLeftToFillInNorSecret()
    {
        for (const Framework &framework : frameworks())
            for (const LayoutCase layout : allLayouts())
                for (const CodeSnippet &snippet : serverCode(framework, layoutOf(layout))) {
                    QVERIFY2(!snippet.text.contains(QStringLiteral("{{")), qPrintable(snippet.id));
                    QVERIFY2(!contains(snippet.text, "\"\"") && !contains(snippet.text, "https:///"),
                             qPrintable(snippet.id));
                    QVERIFY2(!contains(snippet.text, "localhost"), qPrintable(snippet.id));
                    QVERIFY(!contains(QString(snippet.text).remove(QStringLiteral("sk_live_...")), "sk_live"));
                }
        QVERIFY(serverCode(frameworks().constFirst(), HostLayout({}, {})).isEmpty());
    }

    void showsWhatTheLayoutAsksFor()
    {
        QCOMPARE(idsFor("nextjs", LayoutCase::SameHost),
                 (QStringList {QStringLiteral("nextjs"), QStringLiteral("nginx-forwarding"), QStringLiteral("csp"),
                               QStringLiteral("csp-nginx")}));
        QCOMPARE(idsFor("react", LayoutCase::SameHost),
                 (QStringList {QStringLiteral("csp"), QStringLiteral("csp-nginx")}));
        QCOMPARE(idsFor("react", LayoutCase::ApiOnSubdomain),
                 (QStringList {QStringLiteral("bearer-react"), QStringLiteral("express-cors"),
                               QStringLiteral("token-checks"), QStringLiteral("csp"), QStringLiteral("csp-nginx")}));
        QCOMPARE(idsFor("ios", LayoutCase::NativeOnly),
                 (QStringList {QStringLiteral("bearer-native"), QStringLiteral("token-checks"),
                               QStringLiteral("associated-domains")}));
        for (const char *proxy : {"nginx-proxy", "express-proxy"}) {
            QVERIFY(idsFor("react", LayoutCase::FrontendApiProxy).contains(QLatin1String(proxy)));
            QVERIFY(!idsFor("react", LayoutCase::SameHost).contains(QLatin1String(proxy)));
        }
        QVERIFY(idsFor("nextjs", LayoutCase::SecondFrontEnd).contains(QStringLiteral("satellite")));
    }

    void everyFurtherWebsiteHasVariablesOfItsOwn()
    {
        HostChoices choices;
        choices.satellites = {QStringLiteral("shop.test"), QStringLiteral("other.test")};
        QStringList files;
        QSet<QString> ids;
        for (const CodeSnippet &snippet : serverCode(*frameworkWithId(QStringLiteral("nextjs")),
                                                     HostLayout(choices, QStringLiteral("example.com")))) {
            ids.insert(snippet.id);
            if (!snippet.id.startsWith(QLatin1String("satellite ")))
                continue;
            files.append(snippet.file);
            QVERIFY(contains(snippet.text,
                             qPrintable(QStringLiteral("CLERK_DOMAIN=") + choices.satellites.at(files.size() - 1))));
            QCOMPARE(snippet.text.count(QStringLiteral("CLERK_DOMAIN=")), 1);
        }
        QCOMPARE(files, (QStringList {QStringLiteral(".env.shop.test"), QStringLiteral(".env.other.test")}));
        QCOMPARE(
            ids.size(),
            serverCode(*frameworkWithId(QStringLiteral("nextjs")), HostLayout(choices, QStringLiteral("example.com")))
                .size());
    }

    void namesTheFrontEndsAndNeverTheBackend()
    {
        const QString code = textOf("react", LayoutCase::ApiOnSubdomain, "express-cors");
        QVERIFY(contains(code, "const frontEnds = [\"https://www.example.com\"];"));
        QVERIFY(!contains(code, "api.example.com"));
        QVERIFY(
            contains(textOf("react", LayoutCase::ApiOnOtherRoot, "bearer-react"), "\"https://api.example.net:8443\""));
        QVERIFY(contains(textOf("nextjs", LayoutCase::SecondFrontEnd, "nextjs"),
                         "authorizedParties: [\"https://example.com\", \"https://shop.example.net\"]"));
    }

    void leavesAPlaceForTheExtension()
    {
        HostChoices choices;
        choices.extension = true;
        choices.backend = HostChoices::Backend::SeparateHost;
        choices.apiHost = QStringLiteral("api.example.com");
        const char *both = "[\"https://example.com\", \"chrome-extension://<your extension id>\"]";
        for (const char *framework : {"express", "fastify"}) {
            const QByteArray id = QByteArray(framework) + "-cors";
            QVERIFY(contains(textOf(framework, onExampleCom(choices), id.constData()), both));
        }
        QVERIFY(contains(textOf("nextjs", onExampleCom(choices), "nextjs"), both));
        const QString checks = textOf("other-server", onExampleCom(choices), "other-server");
        QVERIFY(contains(checks, "is among: https://example.com, chrome-extension://<your extension id>\n6. "));

        choices.website = false; // then it is the only one
        QVERIFY(contains(textOf("express", onExampleCom(choices), "express-cors"),
                         "const frontEnds = [\"chrome-extension://<your extension id>\"];"));
    }

    void asksNothingOfTheOriginWhereThereIsNone()
    {
        const QString checks = textOf("other-server", LayoutCase::NativeOnly, "other-server");
        QVERIFY(!contains(checks, "azp") && contains(checks, "\n5. \"sub\""));
        QVERIFY(!contains(checks, "authorized parties"));
    }

    void appsSendATokenToTheWebsitesHostToo()
    {
        HostChoices choices;
        choices.nativeApp = choices.extension = true;
        for (const char *app : {"expo", "chrome-extension"})
            QVERIFY2(contains(textOf(app, onExampleCom(choices), "bearer-app"), "= \"https://example.com\";"), app);
        QVERIFY(textOf("react", onExampleCom(choices), "bearer-react").isEmpty()); // its cookie goes along
    }

    void followsTheProxyThatClerkHas()
    {
        HostChoices choices;
        choices.website = true;
        const HostLayout layout(choices, QStringLiteral("shop.vercel.app"), true,
                                QUrl(QStringLiteral("https://shop.vercel.app/auth")));
        QVERIFY(contains(textOf("nextjs", layout, "nextjs"), "path: \"/auth\""));
        QVERIFY(contains(textOf("react", layout, "nginx-proxy"), "location /auth/ {"));
        QVERIFY(contains(textOf("react", layout, "token-checks") + textOf("other-server", layout, "other-server"),
                         "\"iss\" is https://shop.vercel.app/auth\n"));
        QVERIFY(contains(textOf("ios", layout, "associated-domains"), "webcredentials:shop.vercel.app<"));
    }

    void proxiesTheFrontendApiBelowTheSite()
    {
        const QString next = textOf("nextjs", LayoutCase::FrontendApiProxy, "nextjs");
        QVERIFY(contains(next, "frontendApiProxy: { enabled: true }") && contains(next, "\"/__clerk/:path*\""));
        QVERIFY(!contains(textOf("nextjs", LayoutCase::SameHost, "nextjs"), "__clerk"));
        HostChoices elsewhere;
        elsewhere.clerkAccess = HostChoices::ClerkAccess::Proxy;
        elsewhere.proxyPath = QStringLiteral("/auth");
        const auto snippets = serverCode(*frameworkWithId(QStringLiteral("express")),
                                         HostLayout(elsewhere, QStringLiteral("example.com")));
        const auto proxy = std::find_if(snippets.cbegin(), snippets.cend(),
                                        [](const auto &each) { return each.id == QLatin1String("express-proxy"); });
        QVERIFY(contains(proxy->text, "enabled: true, path: \"/auth\""));
    }

    void theSecurityPolicyFollowsTheLayout()
    {
        const QString usual = contentSecurityPolicy(layoutOf(LayoutCase::SameHost));
        QVERIFY(contains(usual, "script-src 'self' 'unsafe-inline' https://clerk.example.com "));
        QVERIFY(contains(usual, "connect-src 'self' https://clerk.example.com https://*.protect.clerk.com:*;"));
        QVERIFY(
            contains(contentSecurityPolicy(layoutOf(LayoutCase::ApiOnOtherRoot)), " https://api.example.net:8443;"));
        QVERIFY(!contains(contentSecurityPolicy(layoutOf(LayoutCase::FrontendApiProxy)), "clerk.example.com"));

        const QString satellite = contentSecurityPolicy(layoutOf(LayoutCase::SecondFrontEnd));
        for (const char *directive : {"script-src 'self' 'unsafe-inline'", "connect-src 'self'"})
            QVERIFY(
                contains(satellite,
                         qPrintable(QLatin1String(directive)
                                    + QStringLiteral(" https://clerk.example.com https://clerk.shop.example.net "))));
        HostChoices several;
        several.clerkAccess = HostChoices::ClerkAccess::Proxy;
        several.siteHosts = {QStringLiteral("www.example.com"), QStringLiteral("app.example.com")};
        QVERIFY(contains(contentSecurityPolicy(onExampleCom(several)), "connect-src 'self' https://www.example.com "));
    }
};

QTEST_APPLESS_MAIN(TestServerCode)
#include "tst_servercode.moc"
