#include "support/supportreport.h"

#include <QTest>

using namespace golive;

class TestSupportReport : public QObject
{
    Q_OBJECT

    static SupportFacts shop()
    {
        SupportFacts facts;
        facts.madeAt = QDateTime(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
        facts.program = {{QStringLiteral("Golive"), QStringLiteral("1.0")}};
        facts.clerkHost = QStringLiteral("api.clerk.com");
        facts.step = QStringLiteral("DNS records");
        JournalEntry entry;
        entry.clerkHost = facts.clerkHost;
        entry.plan.applicationId = QStringLiteral("app_1");
        entry.plan.domain = QStringLiteral("shop.example");
        entry.productionInstanceId = QStringLiteral("ins_1");
        entry.traceIds = {QStringLiteral("0123456789abcdef")};
        facts.entry = entry;
        facts.others = {entry};
        DomainStatus status;
        status.records = {{QStringLiteral("clk"),
                           QStringLiteral("clerk.shop.example"),
                           QStringLiteral("frontend-api.clerk.services"),
                           false,
                           true,
                           {QStringLiteral("elsewhere.example")},
                           {}}};
        facts.facts.status = status;
        facts.facts.providers = {{QStringLiteral("google"), ProviderState::NeedsCredentials}};
        facts.facts.providersKnown = true;
        CallNote call;
        call.at = facts.madeAt;
        call.method = "POST";
        call.target = QStringLiteral("/v1/platform/applications/app_1/instances");
        call.status = 409;
        call.trouble = QStringLiteral("home_url_taken");
        call.traceId = QStringLiteral("fedcba9876543210");
        facts.calls = {call};
        return facts;
    }

    static QString report(const SupportFacts &facts) { return supportReport(facts, QStringLiteral("/home/ada")); }

private Q_SLOTS:
    void saysWhereTheDeploymentStands()
    {
        const QString text = report(shop());
        for (const char *said :
             {"GOLIVE SUPPORT REPORT", "2026-03-01T09:00:00Z", "api.clerk.com", "DNS records", "app_1", "ins_1",
              "shop.example", "credentials missing", "0123456789abcdef",
              "clerk.shop.example CNAME frontend-api.clerk.services", "verified: no; Clerk found: elsewhere.example"})
            QVERIFY2(text.contains(QLatin1String(said)), said);
    }

    void listsTheCalls()
    {
        QVERIFY(report(shop()).contains(
            QStringLiteral("2026-03-01T09:00:00Z  POST  /v1/platform/applications/app_1/instances  409  0 ms  "
                           "home_url_taken  trace fedcba9876543210")));
        SupportFacts offline = shop();
        offline.calls[0].status = 0;
        QVERIFY(report(offline).contains(QStringLiteral("no answer")));
    }

    void hasSomethingToSayWhenNothingWasDone()
    {
        const QString text = report({});
        QVERIFY(text.contains(QStringLiteral("No application is open.")));
        QVERIFY(text.contains(QStringLiteral("No deployment is noted.")));
        QVERIFY(text.endsWith(QLatin1Char('\n')));
    }

    void keepsWhatAServerSaidInItsLine()
    {
        SupportFacts facts = shop();
        facts.calls[0].trouble = QStringLiteral("bad\nON THIS COMPUTER\n") + QString(5'000, QLatin1Char('W'));
        const QString text = report(facts);
        QCOMPARE(text.count(QStringLiteral("\nON THIS COMPUTER\n")), 1);
        for (const QString &line : text.split(QLatin1Char('\n')))
            QVERIFY(line.size() < 400);
    }

    void neverHoldsACredential()
    {
        SupportFacts facts = shop();
        facts.calls[0].trouble = QStringLiteral("no such key: sk_live_AbCdEfGhIjKl0123");
        facts.journalTrouble = QStringLiteral("/home/ada/x: disk full");
        const QString text = report(facts);
        QVERIFY(!text.contains(QStringLiteral("AbCdEfGh")));
        QVERIFY(!text.contains(QStringLiteral("ada")));
    }
};

QTEST_GUILESS_MAIN(TestSupportReport)
#include "tst_supportreport.moc"
