#include "model/hostlayout.h"

#include <QTest>

#include <functional>

using namespace golive;

namespace {

using Case = LayoutCase;

/// What is expected of one row of the decision table.
struct Expectation
{
    HostChoices choices;
    QList<Case> cases;
    QStringList parties;
    bool cookie = false;
    bool bearer = false;
    bool cors = false;
    QStringList connectSources;
    QString clerkHost = QStringLiteral("clerk.example.com");
    QString proxyUrl;
    QString domain = QStringLiteral("example.com");
    bool isProviderDomain = false;
};

HostChoices separate(const char *apiHost)
{
    HostChoices choices;
    choices.backend = HostChoices::Backend::SeparateHost;
    choices.apiHost = QString::fromLatin1(apiHost);
    return choices;
}

Expectation sameHost()
{
    Expectation expected;
    expected.cases = {Case::SameHost};
    expected.parties = QStringList {QStringLiteral("https://example.com")};
    expected.cookie = true;
    return expected;
}

Expectation withApi(const char *apiHost, Case layoutCase)
{
    Expectation expected = sameHost();
    expected.choices = separate(apiHost);
    expected.cases = {layoutCase};
    expected.cookie = false;
    expected.bearer = expected.cors = true;
    expected.connectSources = QStringList {QStringLiteral("https://") + QString::fromLatin1(apiHost)};
    return expected;
}

} // namespace

Q_DECLARE_METATYPE(Expectation)

class TestHostLayout : public QObject
{
    Q_OBJECT

    const DomainName m_site = *DomainName::parse(QStringLiteral("www.example.co.uk"));

private Q_SLOTS:
    void seesHowTheHostsStand_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("relation");

        const auto row = [](const char *title, const char *typed, const char *host, HostRelation relation) {
            QTest::newRow(title) << QString::fromUtf8(typed) << QString::fromLatin1(host) << int(relation);
        };
        row("same", "www.example.co.uk", "www.example.co.uk", HostRelation::SameOrigin);
        row("same, pasted", "https://WWW.example.co.uk./api", "www.example.co.uk", HostRelation::SameOrigin);
        row("root", "example.co.uk", "example.co.uk", HostRelation::SameRoot);
        row("subdomain", "api.example.co.uk", "api.example.co.uk", HostRelation::SameRoot);
        row("below the site", "api.www.example.co.uk", "api.www.example.co.uk", HostRelation::SameRoot);
        row("same suffix only", "example2.co.uk", "example2.co.uk", HostRelation::OtherRoot);
        row("elsewhere", "api.other.com:8443", "api.other.com:8443", HostRelation::OtherRoot);
        row("same host, another port", "https://www.example.co.uk:8443/v1", "www.example.co.uk:8443",
            HostRelation::SameRoot);
        row("usual port", "https://api.example.co.uk:443", "api.example.co.uk", HostRelation::SameRoot);
        row("at a hosting provider", "shop-api.fly.dev", "shop-api.fly.dev", HostRelation::OtherRoot);
        row("international", "api.bücher.de", "api.xn--bcher-kva.de", HostRelation::OtherRoot);
    }

    void seesHowTheHostsStand()
    {
        QFETCH(QString, typed);
        QFETCH(QString, host);
        QFETCH(int, relation);
        const auto backend = backendHostFrom(typed, m_site);
        QVERIFY(backend);
        QCOMPARE(*backend, (BackendHost {host, HostRelation(relation)}));
    }

    void impliesWhatTheDecisionTableSays_data()
    {
        QTest::addColumn<Expectation>("expected");
        const auto row = [](const char *title, Expectation expected, const std::function<void(Expectation &)> &edit) {
            edit(expected);
            QTest::newRow(title) << expected;
        };
        row("A", sameHost(), [](Expectation &) {});
        row("A, elsewhere on the domain", sameHost(), [](Expectation &e) {
            e.choices.siteHosts = QStringList {QStringLiteral("www.example.com")};
            e.parties = QStringList {QStringLiteral("https://www.example.com")};
        });
        row("A, typed as separate", sameHost(), [](Expectation &e) { e.choices = separate("example.com"); });
        row("A, with a phone app", sameHost(), [](Expectation &e) {
            e.choices.nativeApp = true;
            e.bearer = true;
        });
        row("A, with an extension", sameHost(), [](Expectation &e) {
            e.choices.extension = true;
            e.bearer = e.cors = true;
        });
        row("B", withApi("api.example.com", Case::ApiOnSubdomain), [](Expectation &) {});
        row("B by its port", withApi("example.com:8443", Case::ApiOnSubdomain), [](Expectation &) {});
        row("B for one of two front ends", withApi("app.example.com", Case::ApiOnSubdomain), [](Expectation &e) {
            e.choices.siteHosts = QStringList {QStringLiteral("www.example.com"), QStringLiteral("app.example.com")};
            e.parties
                = QStringList {QStringLiteral("https://www.example.com"), QStringLiteral("https://app.example.com")};
            e.cookie = true;
        });
        row("C", withApi("api.example.net", Case::ApiOnOtherRoot), [](Expectation &) {});
        row("C at a provider", withApi("shop.onrender.com", Case::ApiOnOtherRoot), [](Expectation &) {});
        row("D", sameHost(), [](Expectation &e) {
            e.choices.satellites = QStringList {QStringLiteral("shop.example.net")};
            e.cases.append(Case::SecondFrontEnd);
            e.parties = QStringList {QStringLiteral("https://example.com"), QStringLiteral("https://shop.example.net")};
        });
        row("no satellite is on the same root", sameHost(), [](Expectation &e) {
            e.choices.satellites = QStringList {QStringLiteral("shop.example.com")};
            e.parties = QStringList {QStringLiteral("https://example.com"), QStringLiteral("https://shop.example.com")};
        });
        row("D with the API there", withApi("example.net", Case::ApiOnOtherRoot), [](Expectation &e) {
            e.choices.satellites = QStringList {QStringLiteral("example.net")};
            e.cases.append(Case::SecondFrontEnd);
            e.parties = QStringList {QStringLiteral("https://example.com"), QStringLiteral("https://example.net")};
            e.cookie = true;
        });
        row("E", sameHost(), [](Expectation &e) {
            e.domain = QStringLiteral("staging.example.com");
            e.cases.append(Case::SharedRoot);
            e.parties = QStringList {QStringLiteral("https://staging.example.com")};
            e.clerkHost = QStringLiteral("clerk.staging.example.com");
        });
        row("F", sameHost(), [](Expectation &e) {
            e.choices.clerkAccess = HostChoices::ClerkAccess::Proxy;
            e.choices.siteHosts = QStringList {QStringLiteral("www.example.com")};
            e.cases.append(Case::FrontendApiProxy);
            e.parties = QStringList {QStringLiteral("https://www.example.com")};
            e.clerkHost = QStringLiteral("www.example.com");
            e.proxyUrl = QStringLiteral("https://www.example.com/__clerk");
        });
        row("G", sameHost(), [](Expectation &e) {
            e.domain = e.clerkHost = QStringLiteral("shop.vercel.app");
            e.isProviderDomain = true;
            e.cases.append(Case::ProviderDomain);
            e.parties = QStringList {QStringLiteral("https://shop.vercel.app")};
            e.proxyUrl = QStringLiteral("https://shop.vercel.app/__clerk");
        });
        row("H", Expectation(), [](Expectation &e) {
            e.choices = separate("api.example.com");
            e.choices.website = false;
            e.choices.nativeApp = true;
            e.cases = {Case::NativeOnly};
            e.bearer = true;
        });
        row("H, extension alone", Expectation(), [](Expectation &e) {
            e.choices.website = false;
            e.choices.extension = true;
            e.cases = {Case::NativeOnly};
            e.bearer = true;
        });
        row("a site left behind by a changed domain", sameHost(),
            [](Expectation &e) { e.choices.siteHosts = QStringList {QStringLiteral("www.example.org")}; });
    }

    void impliesWhatTheDecisionTableSays()
    {
        QFETCH(Expectation, expected);
        const HostLayout layout(expected.choices, expected.domain, expected.isProviderDomain);
        QCOMPARE(layout.cases(), expected.cases);
        QCOMPARE(layout.authorizedParties(), expected.parties);
        QCOMPARE(layout.usesCookie(), expected.cookie);
        QCOMPARE(layout.usesBearerToken(), expected.bearer);
        QCOMPARE(layout.needsCors(), expected.cors);
        QCOMPARE(layout.connectSources(), expected.connectSources);
        QCOMPARE(layout.clerkHost(), expected.clerkHost);
        QCOMPARE(layout.proxyUrl(), expected.proxyUrl);
    }

    void theProxyThatClerkHasWins()
    {
        HostChoices choices;
        choices.siteHosts = QStringList {QStringLiteral("www.example.com")};
        const QUrl stored(QStringLiteral("https://example.com:8443/auth/"));
        for (const auto access : {HostChoices::ClerkAccess::Dns, HostChoices::ClerkAccess::Proxy}) {
            choices.clerkAccess = access;
            const HostLayout layout(choices, QStringLiteral("example.com"), false, stored);
            QVERIFY(layout.isProxied() && layout.has(Case::FrontendApiProxy));
            QCOMPARE(layout.proxyUrl(), QStringLiteral("https://example.com:8443/auth"));
            QCOMPARE(layout.proxyPath(), QStringLiteral("/auth"));
            QCOMPARE(layout.frontendApi(), QStringLiteral("https://example.com:8443/auth"));
            QCOMPARE(layout.clerkSources(), QStringList {QStringLiteral("https://example.com:8443")});
        }
    }

    void anAddressThatIsNoneIsNoProxy_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"http://example.com/auth", "https://example.com/a\";}", "https://user@example.com/a",
              "https://example.com/a?b=c", "ftp:x", "https://example.com/$x"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void anAddressThatIsNoneIsNoProxy()
    {
        QFETCH(QString, address);
        const HostLayout layout({}, QStringLiteral("example.com"), false, QUrl(address));
        QVERIFY(!layout.isProxied());
        QCOMPARE(layout.frontendApi(), QStringLiteral("https://clerk.example.com"));
    }

    void impliesNothingForNoDomain()
    {
        const HostLayout layout(HostChoices {}, QString {});
        QCOMPARE(layout.cases(), QList<Case> {Case::SameHost});
        QCOMPARE(layout.frontEnds(), QList<FrontEnd>());
        QCOMPARE(layout.clerkHost(), QString());
    }

    void readsTheHostsOfTheWebsite_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("hosts");
        QTest::addColumn<int>("fault");

        const auto row = [](const char *typed, const QStringList &hosts, int fault = -1) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << hosts << fault;
        };
        const auto list = [](const char *hosts) { return QString::fromLatin1(hosts).split(QLatin1Char(' ')); };
        row("", {});
        row("www.example.co.uk", list("www.example.co.uk"));
        row("https://App.example.co.uk/start, www.example.co.uk", list("app.example.co.uk www.example.co.uk"));
        row("example.co.uk;example.co.uk", list("example.co.uk"));
        row("example.co.uk:8443", list("example.co.uk:8443"));
        row("example.com", {}, int(HostFault::Kind::OutsideDomain));
        row("notexample.co.uk", {}, int(HostFault::Kind::OutsideDomain));
        row("www.example.co.uk localhost", list("www.example.co.uk"), int(HostFault::Kind::Malformed));
    }

    void readsTheHostsOfTheWebsite()
    {
        QFETCH(QString, typed);
        const HostList list = siteHostsFrom(typed, *DomainName::parse(QStringLiteral("example.co.uk")));
        QTEST(list.hosts, "hosts");
        const int fault = list.fault ? int(list.fault->kind) : -1;
        QTEST(fault, "fault");
    }

    void readsSatellites_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("hosts");
        QTest::addColumn<int>("fault");

        const auto row = [](const char *typed, const QStringList &hosts, int fault = -1) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << hosts << fault;
        };
        row("shop.net", QStringList {QStringLiteral("shop.net")});
        row("https://Bücher.de", QStringList {QStringLiteral("xn--bcher-kva.de")});
        row("shop.example.co.uk", {}, int(HostFault::Kind::SameRoot));
        row("shop.vercel.app", {}, int(HostFault::Kind::HostingProvider));
        row("10.0.0.1", {}, int(HostFault::Kind::Malformed));
    }

    void readsSatellites()
    {
        QFETCH(QString, typed);
        const HostList list = satellitesFrom(typed, m_site);
        QTEST(list.hosts, "hosts");
        const int fault = list.fault ? int(list.fault->kind) : -1;
        QTEST(fault, "fault");
    }

    void readsThePathOfAProxy_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("path");

        const auto row = [](const char *typed, const char *path) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(path);
        };
        row("/__clerk", "/__clerk");
        row(" __clerk/ ", "/__clerk");
        row("https://example.com/auth", "/auth");
        row("", "");
        row("/", "");
        row("/a/b", "");
        row("/..", "");
        row("/a b", "");
        row("/a?b", "");
        row("https://example.com", "");
    }

    void readsThePathOfAProxy()
    {
        QFETCH(QString, typed);
        QTEST(proxyPathFrom(typed).value_or(QString()), "path");
    }

    void goesByTheChoiceWhileTheDomainIsUnknown()
    {
        HostChoices choices;
        QVERIFY(HostLayout(choices, {}).usesCookie());
        choices.backend = HostChoices::Backend::SeparateHost;
        QVERIFY(!HostLayout(choices, {}).usesCookie());
    }

    void refusesWhatIsNoHost_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("kind");
        using Kind = DomainProblem::Kind;

        QTest::newRow("nothing") << QString() << int(Kind::Empty);
        QTest::newRow("localhost") << QStringLiteral("localhost:8080") << int(Kind::SingleLabel);
        QTest::newRow("address") << QStringLiteral("10.0.0.1") << int(Kind::IpAddress);
        QTest::newRow("suffix") << QStringLiteral("co.uk") << int(Kind::PublicSuffix);
        QTest::newRow("underscore") << QStringLiteral("my_api.example.co.uk") << int(Kind::BadLabel);
    }

    void refusesWhatIsNoHost()
    {
        QFETCH(QString, typed);
        const auto backend = backendHostFrom(typed, m_site);
        QVERIFY(!backend);
        const int kind = int(backend.error().kind);
        QTEST(kind, "kind");
    }
};

QTEST_APPLESS_MAIN(TestHostLayout)
#include "tst_hostlayout.moc"
