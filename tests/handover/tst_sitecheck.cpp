#include "foundation/clock.h"
#include "handover/sitecheck.h"
#include "model/keykind.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedserver.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

using namespace golive;

namespace {

const QByteArray liveKey = publishableKeyFor(QStringLiteral("clerk.example.com")).toLatin1();
const QByteArray otherKey = publishableKeyFor(QStringLiteral("clerk.example.net")).toLatin1();
const QByteArray testKey = "pk_test_" + QByteArray("calm-otter-7.clerk.accounts.dev$").toBase64();

ScriptedServer::Step page(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headers = {})
{
    return ScriptedServer::json(body, status, headers);
}

/// A site on loopback, looked at.
struct Site
{
    explicit Site(QList<ScriptedServer::Step> script)
        : server(std::move(script))
    {
        limits.loopbackIsFine = true;
    }

    Result<SiteLook> look() { return waitFor(SiteCheck(network, clock, limits).look(server.url())); }

    [[nodiscard]] QList<QByteArray> targets() const
    {
        QList<QByteArray> all;
        for (const auto &request : server.requests())
            all.append(request.target);
        return all;
    }

    ScriptedServer server;
    QNetworkAccessManager network;
    SystemClock clock;
    SiteCheck::Limits limits;
};

SiteVerdict verdict(const QByteArray &text, const QString &frontendHost = QStringLiteral("clerk.example.com"))
{
    SiteLook look;
    look.keys = keysIn(text, {});
    return verdictOn(look, frontendHost);
}

} // namespace

class TestSiteCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheKeysSay()
    {
        QVERIFY(verdict("{publishableKey:\"" + liveKey + "\"}") == SiteVerdict::Switched);
        QVERIFY(verdict("a='" + testKey + "'") == SiteVerdict::StillDevelopment);
        QVERIFY(verdict(testKey + ' ' + liveKey) == SiteVerdict::Mixed);
        QVERIFY(verdict(otherKey) == SiteVerdict::OtherProduction);
        QVERIFY(verdict("pk_live_ pk_test_abc mypk_live_" + liveKey.mid(8)) == SiteVerdict::NoKey);
        QVERIFY(verdict(QByteArray(liveKey).replace("=", "")) == SiteVerdict::Switched);
        QVERIFY(verdict(liveKey, {}) == SiteVerdict::SomeProduction); // whose it is cannot be told
        QVERIFY(verdict(testKey, {}) == SiteVerdict::StillDevelopment);
        QVERIFY(verdict(testKey + ' ' + liveKey, {}) == SiteVerdict::Mixed);
    }

    void findsTheScriptsOfAPage()
    {
        const QUrl site(QStringLiteral("https://www.example.com/shop/"));
        const QList<QUrl> scripts
            = scriptsOf("<script>inline</script><SCRIPT async src='/a.js?x=1&amp;y=2'></SCRIPT>"
                        "<script type=module src=b.js></script>"
                        "<link rel=\"modulepreload\" crossorigin href=\"https://cdn.example.com/c.js\">"
                        "<link rel=stylesheet href=d.css><script src=\"/a.js?x=1&y=2\"></script>"
                        "<script data-src=\"no.js\"></script>",
                        site);
        QCOMPARE(scripts,
                 (QList<QUrl> {QUrl(QStringLiteral("https://www.example.com/a.js?x=1&y=2")),
                               QUrl(QStringLiteral("https://www.example.com/shop/b.js")),
                               QUrl(QStringLiteral("https://cdn.example.com/c.js"))}));
        QVERIFY(isSameSite(site, scripts.constLast()));
        QVERIFY(!isSameSite(site, QUrl(QStringLiteral("https://example.net/x.js"))));
        QVERIFY(!isSameSite(QUrl(QStringLiteral("https://a.co.uk")), QUrl(QStringLiteral("https://b.co.uk"))));
    }

    void readsThePageAndItsScripts()
    {
        Site site({page("<script src=/one.js></script><script src=https://elsewhere.example/two.js></script>"
                        "<script src=/three.js></script>"),
                   page("nothing"), page("const key = '" + liveKey + "';")});
        const auto look = site.look();
        QVERIFY(look);
        QCOMPARE(site.targets(), (QList<QByteArray> {"/", "/one.js", "/three.js"}));
        QCOMPARE(look->scripts, 2);
        QCOMPARE(look->elsewhere, 1);
        QCOMPARE(look->keys.size(), 1);
        QCOMPARE(look->keys.constFirst().where.path(), QStringLiteral("/three.js"));
        for (const auto &request : site.server.requests())
            QVERIFY(!request.headers.contains("cookie") && !request.headers.contains("authorization"));
    }

    void followsRedirectsWithinTheSiteOnly()
    {
        Site within({page({}, "301 Moved", "Location: /home\r\n"), page(liveKey)});
        const auto look = within.look();
        QVERIFY(look);
        QCOMPARE(look->page.path(), QStringLiteral("/home"));
        QCOMPARE(look->keys.size(), 1);

        Site away({page({}, "302 Found", "Location: https://example.net/\r\n")});
        const auto refused = away.look();
        QVERIFY(!refused && refused.error().kind == Error::Kind::Rejected);
        QCOMPARE(refused.error().detail, QStringLiteral("example.net"));

        Site circle({page({}, "302 Found", "Location: /again\r\n")});
        QVERIFY(!circle.look());
        QCOMPARE(circle.server.requests().size(), 6);
    }

    void asksOnlyOverHttps()
    {
        QNetworkAccessManager network;
        SystemClock clock;
        const ScriptedServer server({page(liveKey)});
        const auto look = waitFor(SiteCheck(network, clock).look(server.url()));
        QVERIFY(!look && look.error().kind == Error::Kind::InsecureConnection);
        QVERIFY(server.requests().isEmpty());
    }

    void readsNoMoreThanItsLimits()
    {
        Site site({page(QByteArray(5'000, 'x') + testKey)});
        site.limits.largestPage = 4'000;
        const auto look = site.look();
        QVERIFY(look && look->keys.isEmpty());

        Site many({page("<script src=1.js></script><script src=2.js></script><script src=3.js></script>"), page("x")});
        many.limits.mostScripts = 2;
        const auto counted = many.look();
        QCOMPARE(counted->scripts, 2);
        QCOMPARE(counted->unread, 1);
    }

    void endsInTimeWithWhatItSaw()
    {
        const ScriptedServer silent({page("<script src=1.js></script>" + testKey), ScriptedServer::silence()});
        QNetworkAccessManager network;
        MovedClock clock;
        SiteCheck::Limits limits;
        limits.loopbackIsFine = true;
        const auto future = SiteCheck(network, clock, limits).look(silent.url());
        QTRY_COMPARE(silent.requests().size(), 2);
        clock.advance(limits.longest);
        const auto look = waitFor(future);
        QVERIFY(look);
        QCOMPARE(look->unread, 1);
        QCOMPARE(look->keys.size(), 1);
    }

    void saysThatASiteIsNotThere()
    {
        Site gone({ScriptedServer::hangUp()});
        QVERIFY(gone.look().error().kind == Error::Kind::Offline);
        Site broken({page({}, "500 Oh")});
        QVERIFY(broken.look().error().kind == Error::Kind::UnexpectedReply);
        const ScriptedServer silent({ScriptedServer::silence()});
        QNetworkAccessManager network;
        MovedClock clock;
        SiteCheck::Limits limits;
        limits.loopbackIsFine = true;
        const auto future = SiteCheck(network, clock, limits).look(silent.url());
        QTRY_COMPARE(silent.requests().size(), 1);
        clock.advance(limits.longest);
        QVERIFY(waitFor(future).error().kind == Error::Kind::TimedOut);
    }

    void readsTheKeyOfAPageThatIsAnError()
    {
        Site broken({page("<p>" + liveKey, "404 Not Found")});
        const auto look = broken.look();
        QCOMPARE(look->keys.size(), 1);
        QCOMPARE(look->status, 404);
        Site whole({page("<p>")});
        QCOMPARE(whole.look()->status, 200);
    }

    void countsAScriptThatIsAnErrorAsUnread_data()
    {
        QTest::addColumn<QByteArray>("status");
        for (const char *status : {"302 Found", "403 Forbidden", "404 Not Found", "503 Busy"})
            QTest::newRow(status) << QByteArray(status);
    }
    void countsAScriptThatIsAnErrorAsUnread()
    {
        QFETCH(QByteArray, status);
        Site site({page("<script src=1.js></script><script src=2.js></script>"),
                   page("<p>Not what was asked for</p>", status, "Location: /elsewhere\r\n"), page("x")});
        const auto look = site.look();
        QCOMPARE(look->scripts, 1);
        QCOMPARE(look->unread, 1);
    }
};

QTEST_GUILESS_MAIN(TestSiteCheck)
#include "tst_sitecheck.moc"
