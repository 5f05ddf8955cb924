#include "testkit/practiceproduction.h"
#include "wizard/steps/signinproofviewmodel.h"

#include <QTest>

using namespace golive;
using Finding = SignInProof::Finding;

namespace {

ProviderCredentials credentials(const QString &slug)
{
    ProviderCredentials entered;
    entered.slug = slug;
    entered.values.insert(QStringLiteral("client_id"), QStringLiteral("id-of-") + slug);
    entered.secrets.insert(QStringLiteral("client_secret"), Secret("secret"));
    return entered;
}

/// The practice shop, with Google saved, everything else as it came.
struct Live
{
    Live()
    {
        if (!waitFor(world.deployment.saveProvider(credentials(QStringLiteral("google")))))
            qFatal("cannot save");
    }

    void goLive()
    {
        world.enterRecords();
        QTRY_VERIFY(waitFor(world.deployment.refreshStatus())->complete);
    }

    [[nodiscard]] SignInProofViewModel::Row row(const QString &slug) const
    {
        for (const auto &each : proof.state().rows)
            if (each.slug == slug)
                return each;
        return {};
    }

    [[nodiscard]] int looks() { return world.clerk.server.requestCount("GET", QStringLiteral("/v1/environment")); }

    PracticeProduction world;
    SignInProofViewModel proof {world.deployment, world.clerk.frontend};
};

} // namespace

/// What the live domain offers, held against what was configured.
class TestSignInProof : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksNobodyBeforeTheDomainIsLive()
    {
        Live live;
        live.proof.enter();
        live.proof.checkNow();
        QVERIFY(!live.proof.state().shown);
        QCOMPARE(live.looks(), 0);
    }

    void comparesOnItsOwnOnceItIsSeen()
    {
        Live live;
        live.goLive();
        QCOMPARE(live.looks(), 0); // not seen yet
        live.proof.enter();
        QTRY_VERIFY(!live.proof.state().rows.isEmpty());

        QCOMPARE(live.looks(), 1);
        QVERIFY(live.row(QStringLiteral("google")).finding == Finding::Offered);
        QVERIFY(live.row(QStringLiteral("google")).mayTry);
        QVERIFY(live.row(QStringLiteral("github")).finding == Finding::StillOffered); // a clone brings it switched on
        QVERIFY(live.proof.state().tone == Notice::Tone::Warning);
        QCOMPARE(live.proof.state().signInPage, QUrl(QStringLiteral("https://accounts.corner-shop.example/sign-in")));
    }

    void namesNoSignInPageBelowAHostingProvidersName()
    {
        Live live;
        const QString application = live.world.deployment.plan().applicationId;
        (*live.world.clerk.world.domain(application, live.world.deployment.facts().domain->id))->isProviderDomain
            = true;
        QVERIFY(waitFor(live.world.deployment.refresh()));
        live.goLive();
        live.proof.enter();
        QTRY_VERIFY(!live.proof.state().rows.isEmpty());
        QCOMPARE(live.proof.state().signInPage, QUrl());
    }

    void isContentWhenEverythingIsAsConfigured()
    {
        Live live;
        const QStringList others {QStringLiteral("github"), QStringLiteral("apple"), QStringLiteral("linear")};
        for (const QString &slug : others)
            QVERIFY(waitFor(live.world.deployment.switchOffProvider(slug)));
        live.world.deployment.change([&](DeployPlan &plan) { plan.skippedProviders = others; });
        live.goLive();
        live.proof.enter();
        QTRY_VERIFY(live.proof.state().tone == Notice::Tone::Success);
        QVERIFY(live.row(QStringLiteral("github")).finding == Finding::LeftOut);
        QVERIFY(live.proof.state().headline.contains(QStringLiteral("try each provider once")));

        live.proof.setTried(QStringLiteral("google"), true);

        QVERIFY(live.row(QStringLiteral("google")).tried);
        QVERIFY(live.proof.state().headline.contains(QStringLiteral("you signed in with every provider")));
    }

    void remindsOfWhatDevelopmentHasAndProductionLacks()
    {
        Live live;
        const QStringList others {QStringLiteral("github"), QStringLiteral("apple"), QStringLiteral("linear")};
        for (const QString &slug : others)
            QVERIFY(waitFor(live.world.deployment.switchOffProvider(slug)));
        live.goLive();
        live.world.deployment.change([&](DeployPlan &plan) {
            plan.skippedProviders = others.mid(1);
            plan.triedProviders = {QStringLiteral("google")};
        });
        live.proof.enter();
        QTRY_VERIFY(!live.proof.state().rows.isEmpty());

        QVERIFY(live.row(QStringLiteral("github")).finding == Finding::NotSetUp);
        QVERIFY(!live.row(QStringLiteral("github")).mayTry);
        QVERIFY(live.row(QStringLiteral("github")).text.contains(QStringLiteral("no credentials for it yet")));
        QVERIFY(live.proof.state().tone == Notice::Tone::Warning);
        QCOMPARE(live.proof.state().headline,
                 QStringLiteral("The live sign-in page offers less than development does."));
    }

    void claimsNoSignInWhereNothingIsOffered()
    {
        Live live;
        const QStringList all = live.world.deployment.facts().providers.keys();
        for (const QString &slug : all)
            QVERIFY(waitFor(live.world.deployment.switchOffProvider(slug)));
        live.goLive();
        live.world.deployment.change([&](DeployPlan &plan) { plan.skippedProviders = all; });
        live.proof.enter();
        QTRY_VERIFY(!live.proof.state().rows.isEmpty());

        QVERIFY(live.proof.state().headline.contains(QStringLiteral("none of these providers")));
        QVERIFY(live.proof.state().tone == Notice::Tone::Success);
    }

    void seesWhatSomebodySwitchedOff()
    {
        Live live;
        live.goLive();
        live.proof.enter();
        QTRY_VERIFY(live.row(QStringLiteral("google")).finding == Finding::Offered
                    && !live.proof.state().rows.isEmpty());
        auto production = *live.world.clerk.world.instance(live.world.deployment.plan().applicationId,
                                                           QStringLiteral("production"));
        QJsonObject google = production->config.value(QStringLiteral("connection_oauth_google")).toObject();
        google.insert(QStringLiteral("enabled"), false);
        production->config.insert(QStringLiteral("connection_oauth_google"), google);

        live.proof.checkNow();

        QTRY_VERIFY(live.row(QStringLiteral("google")).finding == Finding::Missing);
    }

    void saysWhenTheDomainDoesNotAnswerHere()
    {
        Live live;
        live.goLive();
        live.world.clerk.server.failNext(404, {}, {}, QStringLiteral("/v1/environment"));
        live.proof.enter();
        QTRY_VERIFY(!live.proof.state().notice.isEmpty());
        QVERIFY(live.proof.state().notice.text.contains(QStringLiteral("clerk.corner-shop.example")));
        live.proof.checkNow();
        QTRY_VERIFY(!live.proof.state().rows.isEmpty());
        QVERIFY(live.proof.state().notice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSignInProof)
#include "tst_signinproof.moc"
