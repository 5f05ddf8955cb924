#include "model/confirmations.h"

#include <QTest>

using namespace golive;
using Cause = Confirmations::Cause;

/// A tick holds for what it was given for.
class TestConfirmations : public QObject
{
    Q_OBJECT

    static QString google() { return QStringLiteral("google"); }

    static DeployFacts facts(const QString &instanceId = QStringLiteral("ins_1"),
                             const QString &domain = QStringLiteral("example.com"),
                             const QString &key = QStringLiteral("pk_live_one"))
    {
        DeployFacts facts;
        facts.application = Application();
        facts.application->instances = {{instanceId, Environment::Production, key}};
        facts.domain = Domain();
        facts.domain->name = domain;
        facts.domain->frontendApiUrl = QUrl(QStringLiteral("https://clerk.") + domain);
        return facts;
    }

    static DeployFacts withClient(DeployFacts facts, const QString &clientId)
    {
        facts.productionConnections.settings.insert(QStringLiteral("connection_oauth_google"),
                                                    QJsonObject {{QStringLiteral("client_id"), clientId}});
        return facts;
    }

    static DeployPlan ticked()
    {
        DeployPlan plan;
        plan.keysTaken = true;
        plan.confirmedRedirects = QStringList {google()};
        plan.triedProviders = QStringList {google()};
        plan.tickedHandover = QStringList {QStringLiteral("webhooks")};
        plan.settingsCompared = true;
        plan.providersSetUpElsewhere = true;
        plan.secretExpiries = {{google(), QDate(2027, 1, 1)}};
        plan.draftedProviders = QStringList {google()};
        plan.keptCredentials = QStringList {google()};
        plan.skippedProviders = QStringList {QStringLiteral("x")};
        return plan;
    }

    DeployPlan m_plan;
    Confirmations m_confirmations;

private Q_SLOTS:
    void init()
    {
        m_plan = ticked();
        m_confirmations = {};
        m_confirmations.follow(m_plan, withClient(facts(), QStringLiteral("client-1")));
    }

    void whatIsSeenFirstTakesNothingBack() { QVERIFY(m_plan == ticked()); }

    void theSameFactsTakeNothingBack()
    {
        m_confirmations.follow(m_plan, withClient(facts(), QStringLiteral("client-1")));
        QVERIFY(m_plan == ticked());
    }

    void factsThatAreNotKnownTakeNothingBack()
    {
        m_confirmations.follow(m_plan, {});
        QVERIFY(m_plan == ticked());
        DeployFacts few;
        few.application = Application();
        few.application->instances = {{QStringLiteral("ins_1"), Environment::Production, QString()}};
        m_confirmations.follow(m_plan, few);
        QVERIFY(m_plan == ticked());
        QVERIFY(m_confirmations.keysWithdrawn == Cause::None);
    }

    void anotherInstanceTakesEverythingBackButIntentions()
    {
        m_confirmations.follow(m_plan, facts(QStringLiteral("ins_2")));

        DeployPlan left;
        left.skippedProviders = QStringList {QStringLiteral("x")};
        QVERIFY(m_plan == left);
        QVERIFY(m_confirmations.keysWithdrawn == Cause::OtherInstance);
        QVERIFY(m_confirmations.redirectsWithdrawn.value(google()) == Cause::OtherInstance);
        QVERIFY(m_confirmations.clientIds.isEmpty());
    }

    void anInstanceThatWasMissedMeanwhileIsAnotherOneAllTheSame()
    {
        m_confirmations.follow(m_plan, {}); // deleted
        m_confirmations.follow(m_plan, facts(QStringLiteral("ins_2")));
        QVERIFY(!m_plan.keysTaken);
    }

    void anotherDomainTakesBackWhatDependsOnIt()
    {
        m_confirmations.follow(
            m_plan,
            withClient(facts(QStringLiteral("ins_1"), QStringLiteral("example.org")), QStringLiteral("client-1")));

        QVERIFY(!m_plan.keysTaken);
        QVERIFY(m_plan.tickedHandover.isEmpty());
        QVERIFY(m_plan.triedProviders.isEmpty());
        QVERIFY(m_plan.confirmedRedirects.isEmpty());
        QVERIFY(m_plan.settingsCompared); // they are the instance's
        QCOMPARE(m_plan.secretExpiries.size(), 1);
        QVERIFY(m_confirmations.keysWithdrawn == Cause::OtherAddress);
        QVERIFY(m_confirmations.redirectsWithdrawn.value(google()) == Cause::OtherAddress);
    }

    void anotherPublishableKeyAloneLeavesTheRedirectUri()
    {
        m_confirmations.follow(
            m_plan, facts(QStringLiteral("ins_1"), QStringLiteral("example.com"), QStringLiteral("pk_live_two")));

        QVERIFY(!m_plan.keysTaken);
        QCOMPARE(m_plan.confirmedRedirects, QStringList(google()));
    }

    void anotherClientTakesBackItsProvidersTicks()
    {
        m_plan.confirmedRedirects.append(QStringLiteral("github"));
        m_confirmations.follow(m_plan, withClient(facts(), QStringLiteral("client-2")));

        QVERIFY(m_plan.keysTaken);
        QVERIFY(m_plan.triedProviders.isEmpty());
        QCOMPARE(m_plan.confirmedRedirects, QStringList(QStringLiteral("github")));
        QVERIFY(m_confirmations.redirectsWithdrawn.value(google()) == Cause::OtherClient);
        QVERIFY(m_confirmations.keysWithdrawn == Cause::None);
    }

    void nothingIsSaidOfWhatWasNotTicked()
    {
        m_plan = {};
        m_confirmations.follow(m_plan, facts(QStringLiteral("ins_2")));
        QVERIFY(m_confirmations.keysWithdrawn == Cause::None);
        QVERIFY(m_confirmations.redirectsWithdrawn.isEmpty());
    }

    void whatIsTickedAgainIsSettled()
    {
        m_confirmations.follow(m_plan, facts(QStringLiteral("ins_2")));
        m_plan.keysTaken = true;
        m_plan.confirmedRedirects = QStringList {google()};
        m_confirmations.settle(m_plan);
        QVERIFY(m_confirmations.keysWithdrawn == Cause::None);
        QVERIFY(m_confirmations.redirectsWithdrawn.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConfirmations)
#include "tst_confirmations.moc"
