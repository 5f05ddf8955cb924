#include "model/signinoffer.h"

#include <QJsonDocument>
#include <QTest>

using namespace golive;
using Finding = SignInProof::Finding;

class TestSignInOffer : public QObject
{
    Q_OBJECT

    static QJsonObject environment(const char *social)
    {
        const QByteArray json = QByteArray(R"({"user_settings": {"social": )") + social + "}}";
        return QJsonDocument::fromJson(json).object();
    }

private Q_SLOTS:
    void readsWhatIsEnabled()
    {
        const auto offered = offeredConnections(environment(R"({
            "oauth_google": {"enabled": true, "authenticatable": true, "strategy": "oauth_google", "news": 1},
            "oauth_github": {"enabled": false},
            "oauth_slack": {"enabled": true, "authenticatable": false},
            "oauth_custom_guild": {"enabled": true},
            "web3_metamask": {"enabled": true}})"));
        QCOMPARE(offered,
                 QList<OfferedConnection>({{QStringLiteral("custom_guild"), true},
                                           {QStringLiteral("google"), true},
                                           {QStringLiteral("slack"), false}}));
    }

    void readsNothingFromWhatIsNone()
    {
        QVERIFY(offeredConnections({}).isEmpty());
        QVERIFY(offeredConnections(environment("[]")).isEmpty());
        QVERIFY(offeredConnections(environment(R"({"oauth_google": true})")).isEmpty());
    }

    void compares_data()
    {
        QTest::addColumn<ProviderState>("state");
        QTest::addColumn<bool>("leftOut");
        QTest::addColumn<QByteArray>("social");
        QTest::addColumn<Finding>("finding");
        const QByteArray on = R"({"oauth_google": {"enabled": true}})";
        const QByteArray linked = R"({"oauth_google": {"enabled": true, "authenticatable": false}})";
        const QByteArray off = "{}";
        QTest::newRow("offered") << ProviderState::Configured << false << on << Finding::Offered;
        QTest::newRow("missing") << ProviderState::Configured << false << off << Finding::Missing;
        QTest::newRow("only linked") << ProviderState::Configured << false << linked << Finding::OnlyLinked;
        QTest::newRow("left out") << ProviderState::NeedsCredentials << true << off << Finding::LeftOut;
        QTest::newRow("still offered") << ProviderState::NeedsCredentials << true << on << Finding::StillOffered;
        QTest::newRow("not entered") << ProviderState::NeedsCredentials << false << on << Finding::StillOffered;
        QTest::newRow("by the Dashboard") << ProviderState::NeedsDashboard << false << on << Finding::Offered;
        QTest::newRow("not yet by the Dashboard")
            << ProviderState::NeedsDashboard << false << off << Finding::MissingByDashboard;
        QTest::newRow("left out in the Dashboard") << ProviderState::NeedsDashboard << true << off << Finding::LeftOut;
        QTest::newRow("forgotten") << ProviderState::NeedsCredentials << false << off << Finding::NotSetUp;
    }
    void compares()
    {
        QFETCH(ProviderState, state);
        QFETCH(bool, leftOut);
        QFETCH(QByteArray, social);
        DeployPlan plan;
        DeployFacts facts;
        facts.providers.insert(QStringLiteral("google"), state);
        if (leftOut)
            plan.skippedProviders.append(QStringLiteral("google"));

        const auto proofs = compareOffer(offeredConnections(environment(social)), plan, facts);

        QCOMPARE(proofs.size(), 1);
        QTEST(proofs.constFirst().finding, "finding");
    }

    void namesWhatNobodyExpects()
    {
        const auto proofs
            = compareOffer({{QStringLiteral("facebook"), true}, {QStringLiteral("custom_guild"), true}}, {}, {});
        QCOMPARE(proofs, QList<SignInProof>({{QStringLiteral("facebook"), Finding::Unexpected}}));
    }
};

QTEST_APPLESS_MAIN(TestSignInOffer)
#include "tst_signinoffer.moc"
