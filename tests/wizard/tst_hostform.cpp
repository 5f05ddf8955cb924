#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/hostform.h"

#include <QTest>

using namespace golive;
using Backend = HostChoices::Backend;

namespace {

struct Fixture : OpenedDeployment
{
    HostForm form {deployment};

    explicit Fixture(const char *domain = "example.com")
    {
        choose(QString::fromLatin1(domain));
        form.setSite(*DomainName::parse(QString::fromLatin1(domain)));
    }

    [[nodiscard]] const HostForm::State &state() const { return form.state(); }
    [[nodiscard]] const HostChoices &stored() const { return deployment.plan().hosts; }
    [[nodiscard]] QString consequences() const { return state().consequences.join(QLatin1Char('\n')); }
    [[nodiscard]] QString changes() const { return state().changes.join(QLatin1Char('\n')); }

    void type(const char *apiHost)
    {
        form.setBackend(Backend::SeparateHost);
        form.setBackendHost(QString::fromUtf8(apiHost));
        form.finishBackendHost();
    }
    void addSatellite(const char *host)
    {
        form.setSecondFrontEnd(true);
        form.setSatellites(QString::fromUtf8(host));
        form.finishSatellites();
    }
};

/// The picture's links, as "client or who > server: words".
QStringList linksOf(const HostPicture &picture)
{
    QStringList links;
    for (const HostPicture::Link &each : picture.links)
        links.append((each.who.isEmpty() ? QString() : each.who + QStringLiteral(" > "))
                     + picture.servers[each.server].title + QStringLiteral(": ") + each.words);
    return links;
}

/// Cookies and the hosts they live at, of all boxes.
QStringList cookiesOf(const HostPicture &picture)
{
    QStringList cookies;
    for (const HostPicture::Box &box : picture.clients + picture.servers)
        for (const HostPicture::Place &place : box.places)
            for (const QString &cookie : place.cookies)
                cookies.append(cookie + QLatin1Char('@') + place.host);
    return cookies;
}

} // namespace

class TestHostForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsASiteBesideOneWhoseNameHoldsIt()
    {
        Fixture fixture;
        fixture.form.setSites(QStringLiteral("my-app.example.com"));
        fixture.form.addSite(QStringLiteral("app.example.com"));
        fixture.form.addSite(QStringLiteral("app.example.com"));
        QCOMPARE(fixture.stored().siteHosts,
                 (QStringList {QStringLiteral("my-app.example.com"), QStringLiteral("app.example.com")}));
    }

    void countsTheExtensionAmongThoseWhoAsk()
    {
        Fixture fixture;
        fixture.form.setExtension(true);
        fixture.type("api.example.com");
        const QString both = QStringLiteral("https://example.com, chrome-extension://<your extension id>");
        QVERIFY(fixture.changes().contains(QStringLiteral("allow requests from ") + both));
        QVERIFY(fixture.changes().contains(QStringLiteral("made for ") + both));

        fixture.form.setWebsite(false);
        QVERIFY(fixture.changes().contains(QStringLiteral("made for chrome-extension://")));
        QVERIFY(!fixture.changes().contains(QStringLiteral("website’s address")));
    }

    void warnsOfABackendWithoutEncryption()
    {
        Fixture fixture;
        fixture.type("HTTP://api.example.com/v1");
        QVERIFY2(fixture.state().backendCaution.contains(QStringLiteral("https://api.example.com")),
                 qPrintable(fixture.state().backendCaution));
        QCOMPARE(fixture.state().backendProblem, QString());
        QCOMPARE(fixture.stored().apiHost, QStringLiteral("api.example.com"));
        fixture.type("https://api.example.com");
        QCOMPARE(fixture.state().backendCaution, QString());
    }

    // The decision table, row by row

    void aSameHost()
    {
        const Fixture fixture;
        QCOMPARE(linksOf(fixture.state().picture),
                 (QStringList {QStringLiteral("Your backend: Cookie goes along"),
                               QStringLiteral("Clerk: Signs in, fetches tokens")}));
        QCOMPARE(cookiesOf(fixture.state().picture),
                 (QStringList {QStringLiteral("__session@example.com"), QStringLiteral("__client@clerk.example.com")}));
        QVERIFY(fixture.consequences().contains(QStringLiteral("by itself")));
        QVERIFY(fixture.changes().contains(QStringLiteral("authorizedParties")));
        QVERIFY(fixture.changes().contains(QStringLiteral("https://example.com")));
    }

    void bApiOnASubdomain()
    {
        Fixture fixture;
        fixture.type("https://API.example.com/v1");
        QCOMPARE(fixture.stored().apiHost, QStringLiteral("api.example.com"));
        QCOMPARE(fixture.state().backendUnderstood, QStringLiteral("Understood as api.example.com."));
        QCOMPARE(linksOf(fixture.state().picture),
                 (QStringList {QStringLiteral("Your backend: Authorization: Bearer"),
                               QStringLiteral("Clerk: Signs in, fetches tokens")}));
        QVERIFY(fixture.consequences().contains(QStringLiteral("stays on your website")));
        for (const char *word : {"getToken()", "CORS", "authorizedParties", "connect-src"})
            QVERIFY2(fixture.changes().contains(QLatin1String(word)), word);
    }

    void cApiOnAnotherRoot()
    {
        Fixture fixture;
        fixture.type("api.example.net");
        QVERIFY(fixture.consequences().contains(QStringLiteral("another root domain")));
        QVERIFY(fixture.consequences().contains(QStringLiteral("no cookie can get there")));
        QVERIFY(fixture.changes().contains(QStringLiteral("https://api.example.net to connect-src")));
    }

    void theSameHostTypedAsSeparateIsNoticed()
    {
        Fixture fixture;
        fixture.type("https://example.com/api");
        QVERIFY(fixture.consequences().contains(QStringLiteral("nothing is separate")));
        QCOMPARE(linksOf(fixture.state().picture).constFirst(), QStringLiteral("Your backend: Cookie goes along"));
    }

    void dSecondFrontEnd()
    {
        Fixture fixture;
        fixture.addSatellite("https://shop.example.net/");
        QCOMPARE(fixture.stored().satellites, QStringList {QStringLiteral("shop.example.net")});
        QVERIFY(cookiesOf(fixture.state().picture).contains(QStringLiteral("__session@shop.example.net")));
        QVERIFY(fixture.state().picture.description.contains(QStringLiteral("clerk.shop.example.net")));
        QVERIFY(fixture.consequences().contains(QStringLiteral("satellite")));
        QVERIFY(fixture.changes().contains(QStringLiteral("clerk.shop.example.net")));
        QVERIFY(fixture.changes().contains(QStringLiteral("https://shop.example.net")));

        fixture.form.setSecondFrontEnd(false);
        QCOMPARE(fixture.stored().satellites, QStringList());
        fixture.form.setSecondFrontEnd(true);
        QCOMPARE(fixture.stored().satellites, QStringList {QStringLiteral("shop.example.net")});
    }

    void eSharedRoot()
    {
        const Fixture fixture("staging.example.com");
        QVERIFY(fixture.state().picture.description.contains(QStringLiteral("clerk.staging.example.com")));
        QVERIFY(fixture.state().picture.servers.constLast().kind == HostPicture::Kind::Stranger);
        QVERIFY(fixture.consequences().contains(QStringLiteral("other Clerk applications")));
        QVERIFY(fixture.changes().contains(QStringLiteral("filed staging.example.com")));
    }

    void fProxy()
    {
        Fixture fixture;
        fixture.form.setProxied(true);
        QCOMPARE(cookiesOf(fixture.state().picture),
                 (QStringList {QStringLiteral("__session@example.com"), QStringLiteral("__client@example.com")}));
        QVERIFY(fixture.consequences().contains(QStringLiteral("https://example.com/__clerk")));
        QVERIFY(fixture.consequences().contains(QStringLiteral("mail are needed all the same")));
        fixture.addSatellite("https://shop.example.net/");
        QVERIFY(fixture.state().picture.description.contains(QStringLiteral("clerk.shop.example.net"))); // not proxied
        fixture.form.setSecondFrontEnd(false);
        fixture.form.setProxyPath(QStringLiteral("auth/"));
        fixture.form.finishProxyPath();
        QCOMPARE(fixture.stored().proxyPath, QStringLiteral("/auth"));
        fixture.form.setProxyPath(QStringLiteral("/a/b"));
        QCOMPARE(fixture.state().proxyProblem, QString());
        fixture.form.finishProxyPath();
        QVERIFY(fixture.state().proxyProblem.contains(QStringLiteral("one part")));
        QCOMPARE(fixture.form.complain(), QStringLiteral("proxyPath"));
    }

    void gProviderDomain()
    {
        Fixture fixture;
        fixture.form.setProviderDomain(QStringLiteral("shop.vercel.app"));
        QVERIFY(cookiesOf(fixture.state().picture).contains(QStringLiteral("__client@shop.vercel.app")));
        QVERIFY(fixture.consequences().contains(QStringLiteral("domain of your own is the better way")));
        QVERIFY(fixture.state().changes.isEmpty());
    }

    void hAppsOnly()
    {
        Fixture fixture;
        fixture.form.setNativeApp(true);
        fixture.form.setWebsite(false);
        QCOMPARE(cookiesOf(fixture.state().picture), QStringList {QStringLiteral("__client@clerk.example.com")});
        QVERIFY(fixture.consequences().contains(QStringLiteral("needs the domain all the same")));
        QVERIFY(fixture.changes().contains(QStringLiteral("redirect URLs")));
        QVERIFY(fixture.state().asksForBackend);
        QCOMPARE(fixture.form.complain(), QString()); // it may have no backend
        fixture.form.setBackendHost(QStringLiteral("api.example.com"));
        fixture.form.finishBackendHost();
        QCOMPARE(linksOf(fixture.state().picture).constFirst(), QStringLiteral("Your backend: Authorization: Bearer"));
    }

    void anAppBesidesTheWebsiteSendsATokenOfItsOwn()
    {
        Fixture fixture;
        fixture.form.setNativeApp(true);
        fixture.form.setExtension(true);
        const QStringList links = linksOf(fixture.state().picture);
        QCOMPARE(links[0], QStringLiteral("example.com > Your backend: Cookie goes along"));
        QCOMPARE(links[1], QStringLiteral("Your apps > Your backend: Authorization: Bearer"));
        QVERIFY(fixture.changes().contains(QStringLiteral("chrome-extension://")));
    }

    // Faults

    void wantsSomethingToSignInTo()
    {
        Fixture fixture;
        fixture.form.setWebsite(false);
        QVERIFY(fixture.state().audienceProblem.contains(QStringLiteral("Tick at least one")));
        QCOMPARE(fixture.form.complain(), QStringLiteral("hasWebsite"));
        QVERIFY(fixture.stored().website);
        fixture.form.setExtension(true);
        QCOMPARE(fixture.state().audienceProblem, QString());
        QVERIFY(!fixture.stored().website);
    }

    void wantsTheHostOfASeparateBackend()
    {
        Fixture fixture;
        fixture.form.setBackend(Backend::SeparateHost);
        QCOMPARE(fixture.state().backendProblem, QString());
        QCOMPARE(fixture.form.complain(), QStringLiteral("backendHost"));
        QVERIFY(!fixture.state().backendProblem.isEmpty());
        fixture.form.setBackendHost(QStringLiteral("localhost"));
        QCOMPARE(fixture.state().backendProblem, QString());
        fixture.form.finishBackendHost();
        QVERIFY(!fixture.state().backendProblem.isEmpty());
    }

    void saysWhyAHostCannotBeTheWebsites_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("elsewhere") << QStringLiteral("www.example.net") << QStringLiteral("second website");
        QTest::newRow("none") << QStringLiteral("www") << QStringLiteral("not a host name");
        QTest::newRow("right") << QStringLiteral("https://www.example.com") << QString();
    }

    void saysWhyAHostCannotBeTheWebsites()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        Fixture fixture;
        fixture.form.setSites(typed);
        QCOMPARE(fixture.state().sitesProblem, QString());
        fixture.form.finishSites();
        QVERIFY2(fixture.state().sitesProblem.contains(words), qPrintable(fixture.state().sitesProblem));
        QCOMPARE(fixture.state().sitesProblem.isEmpty(), words.isEmpty());
        QCOMPARE(fixture.stored().siteHosts.isEmpty(), !words.isEmpty());
        QCOMPARE(fixture.state().sites, typed);
    }

    void saysWhyADomainNeedsToBeNoSatellite_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");
        QTest::newRow("same root") << QStringLiteral("shop.example.com") << QStringLiteral("session counts anyway");
        QTest::newRow("hosting") << QStringLiteral("shop.vercel.app") << QStringLiteral("Vercel");
        QTest::newRow("none") << QStringLiteral("shop") << QStringLiteral("not a domain");
        QTest::newRow("nothing") << QString() << QStringLiteral("Type the other domain");
    }

    void saysWhyADomainNeedsToBeNoSatellite()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        Fixture fixture;
        fixture.form.setSecondFrontEnd(true);
        fixture.form.setSatellites(typed);
        QCOMPARE(fixture.state().satellitesProblem, QString());
        QCOMPARE(fixture.form.complain(), QStringLiteral("satellites"));
        QVERIFY2(fixture.state().satellitesProblem.contains(words), qPrintable(fixture.state().satellitesProblem));
    }

    // Keeping

    void forgetsNothingThatWasTyped()
    {
        Fixture fixture;
        fixture.type("api.example.com");
        fixture.form.setBackend(Backend::SameHost);
        QVERIFY(fixture.stored().backend == Backend::SameHost);
        fixture.form.setBackend(Backend::SeparateHost);
        QCOMPARE(fixture.stored().apiHost, QStringLiteral("api.example.com"));
        fixture.form.setSite(std::nullopt); // the domain is being typed anew
        fixture.form.store();
        QCOMPARE(fixture.stored().apiHost, QStringLiteral("api.example.com"));
    }

    void canChangeWhenTheDomainIsFinalAndTellsClerkNothing()
    {
        Fixture fixture;
        fixture.goLive();
        QVERIFY(waitFor(fixture.deployment.refresh()));
        const int calls = fixture.api.application.calls() + fixture.api.domains.calls();
        fixture.type("api.example.com");
        fixture.addSatellite("shop.example.net");
        fixture.form.setProxied(true);
        QCOMPARE(fixture.stored().apiHost, QStringLiteral("api.example.com"));
        QVERIFY(fixture.stored().clerkAccess == HostChoices::ClerkAccess::Proxy);
        QCOMPARE(fixture.api.application.calls() + fixture.api.domains.calls(), calls);
        QVERIFY(fixture.api.created.isEmpty() && fixture.api.patches.isEmpty());
    }

    void comesBackToWhatThePlanHolds()
    {
        Fixture fixture;
        fixture.deployment.change([](DeployPlan &plan) {
            plan.hosts.siteHosts = QStringList {QStringLiteral("xn--bcher-kva.example.com")};
            plan.hosts.satellites = QStringList {QStringLiteral("shop.example.net")};
            plan.hosts.nativeApp = true;
        });
        fixture.form.load();
        QCOMPARE(fixture.state().sites, QStringLiteral("bücher.example.com"));
        QVERIFY(fixture.state().secondFrontEnd && fixture.state().nativeApp);
        QCOMPARE(fixture.state().satellites, QStringLiteral("shop.example.net"));
    }
};

QTEST_GUILESS_MAIN(TestHostForm)
#include "tst_hostform.moc"
