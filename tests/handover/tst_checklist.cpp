#include "handover/checklist.h"

#include <QSet>
#include <QTest>

using namespace golive;
using Task = HandoverTask;

class TestChecklist : public QObject
{
    Q_OBJECT

    static bool has(const QList<HandoverRow> &rows, Task task)
    {
        return std::any_of(rows.cbegin(), rows.cend(), [task](const HandoverRow &row) { return row.task == task; });
    }

private Q_SLOTS:
    void asksForNothingThatDoesNotConcern()
    {
        DeployPlan plan;
        plan.domain = QStringLiteral("example.com");
        DeployFacts facts;
        QList<HandoverRow> rows = handoverChecklist(plan, facts);
        QVERIFY(has(rows, Task::KeysOnHost) && has(rows, Task::SmokeTest));
        QVERIFY(!has(rows, Task::BearerToken) && !has(rows, Task::AppleMailSource)
                && !has(rows, Task::MicrosoftExpiry));

        plan.hosts.backend = HostChoices::Backend::SeparateHost;
        facts.providers = {{QStringLiteral("apple"), ProviderState::Configured},
                           {QStringLiteral("microsoft"), ProviderState::NeedsCredentials}};
        rows = handoverChecklist(plan, facts);
        QVERIFY(has(rows, Task::BearerToken) && has(rows, Task::AppleMailSource) && has(rows, Task::MicrosoftExpiry));
        QCOMPARE(rows.size(), 17);
        QVERIFY(std::is_sorted(rows.cbegin(), rows.cend(),
                               [](const HandoverRow &a, const HandoverRow &b) { return a.task < b.task; }));
    }

    void asksForNothingThatAHostingProvidersNameCannotHave()
    {
        DeployPlan plan;
        DeployFacts facts;
        facts.domain = Domain();
        facts.domain->name = QStringLiteral("shop.vercel.app");
        facts.domain->isProviderDomain = true;
        const QList<HandoverRow> rows = handoverChecklist(plan, facts);
        QVERIFY(!has(rows, Task::MailPolicy) && !has(rows, Task::AllowedSubdomains));
        QVERIFY(has(rows, Task::FrontendApiProxy) && has(rows, Task::ContentSecurityPolicy));
    }

    void remembersTicks()
    {
        DeployPlan plan;
        plan.tickedHandover = QStringList {QStringLiteral("webhooks"), QStringLiteral("of a later version")};
        int ticked = 0;
        for (const HandoverRow &row : handoverChecklist(plan, {})) {
            ticked += row.ticked ? 1 : 0;
            QCOMPARE(row.ticked, row.task == Task::Webhooks);
        }
        QCOMPARE(ticked, 1);
    }

    void everyTaskHasAnIdOfItsOwn()
    {
        QSet<QString> ids;
        for (int number = 0; number <= int(Task::SmokeTest); ++number) {
            const QString id = handoverId(Task(number));
            QVERIFY(!id.isEmpty());
            QVERIFY(handoverTaskFrom(id) == Task(number));
            ids.insert(id);
        }
        QCOMPARE(ids.size(), qsizetype(Task::SmokeTest) + 1);
        QVERIFY(!handoverTaskFrom(QStringLiteral("nothing")));
    }

    void whatTheHostsAskForHasToBeDone()
    {
        DeployPlan plan;
        plan.domain = QStringLiteral("example.com");
        const auto needOf = [&plan](Task task) -> std::optional<HandoverNeed> {
            for (const HandoverRow &row : handoverChecklist(plan, {}))
                if (row.task == task)
                    return row.need;
            return std::nullopt;
        };
        QVERIFY(!needOf(Task::FrontendApiProxy) && !needOf(Task::Satellites));
        QVERIFY(needOf(Task::NativeApplications) == HandoverNeed::WhereUsed);
        QVERIFY(needOf(Task::AllowedOrigins) == HandoverNeed::WhereUsed);

        plan.hosts.clerkAccess = HostChoices::ClerkAccess::Proxy;
        plan.hosts.satellites = {QStringLiteral("shop.example.net")};
        plan.hosts.nativeApp = plan.hosts.extension = true;
        for (const Task task : {Task::FrontendApiProxy, Task::Satellites, Task::NativeApplications, Task::RedirectUrls,
                                Task::AllowedOrigins})
            QVERIFY2(needOf(task) == HandoverNeed::Always, qPrintable(handoverId(task)));

        plan.hosts.website = false;
        QVERIFY(!needOf(Task::ContentSecurityPolicy) && !needOf(Task::AllowedSubdomains));
    }
};

QTEST_APPLESS_MAIN(TestChecklist)
#include "tst_checklist.moc"
