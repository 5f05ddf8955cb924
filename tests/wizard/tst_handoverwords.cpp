#include "model/keykind.h"
#include "testkit/layouts.h"
#include "wizard/handover/switchwords.h"
#include "wizard/handoverwords.h"

#include <QTest>

using namespace golive;
using Task = HandoverTask;

namespace {

QString said(Task task, const HostLayout &layout)
{
    return HandoverWords::explanation(task, layout);
}

} // namespace

/// The checklist says the same of an application's hosts as the code that is handed over with it.
class TestHandoverWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTaskIsExplainedForEveryLayout()
    {
        for (const LayoutCase each : allLayouts())
            for (int task = 0; task <= int(Task::SmokeTest); ++task) {
                const HostLayout layout = layoutOf(each);
                if ((Task(task) == Task::FrontendApiProxy && !layout.isProxied())
                    || (Task(task) == Task::Satellites && layout.satellites().isEmpty()))
                    continue;
                const QString words = said(Task(task), layout);
                QVERIFY2(words.endsWith(QLatin1Char('.')), qPrintable(words));
                QVERIFY2(!words.contains(QLatin1Char('%')) && !words.contains(QStringLiteral(" .")), qPrintable(words));
            }
    }

    void namesTheProxyWhereThereIsOne()
    {
        const HostLayout usual = layoutOf(LayoutCase::SameHost);
        QVERIFY(said(Task::TokenConsumers, usual).contains(QStringLiteral("https://clerk.example.com.")));
        QVERIFY(said(Task::NativeApplications, usual).contains(QStringLiteral("domain clerk.example.com.")));

        const HostLayout proxied({}, QStringLiteral("example.com"), false,
                                 QUrl(QStringLiteral("https://example.com/auth")));
        QVERIFY(said(Task::FrontendApiProxy, proxied).contains(QStringLiteral("https://example.com/auth, and knows")));
        QVERIFY(said(Task::FrontendApiProxy, layoutOf(LayoutCase::FrontendApiProxy))
                    .contains(QStringLiteral("https://example.com/__clerk. Only once that answers, enter it")));
        QVERIFY(said(Task::TokenConsumers, proxied).contains(QStringLiteral("https://example.com/auth.")));
        QVERIFY(said(Task::NativeApplications, proxied).contains(QStringLiteral("domain example.com.")));
        QVERIFY(!said(Task::ContentSecurityPolicy, proxied).contains(QStringLiteral("example.com")));
    }

    void letsEveryWebsiteLoadClerk()
    {
        QVERIFY(said(Task::ContentSecurityPolicy, layoutOf(LayoutCase::SecondFrontEnd))
                    .contains(QStringLiteral("https://clerk.example.com, https://clerk.shop.example.net, https://")));
    }

    void expectsNoMailFromAHostingProvidersName()
    {
        const QString words = said(Task::AppleMailSource, layoutOf(LayoutCase::ProviderDomain));
        QVERIFY(words.contains(QStringLiteral("since shop.vercel.app can have none")));
    }

    void countsTheExtensionAmongTheOrigins()
    {
        HostChoices choices;
        choices.extension = true;
        const HostLayout layout(choices, QStringLiteral("example.com"));
        QVERIFY(said(Task::AuthorizedParties, layout)
                    .contains(QStringLiteral("to https://example.com, chrome-extension://<your extension id>,")));
        QVERIFY(said(Task::BearerToken, layout).contains(QStringLiteral("Apps and extensions")));
    }

    void doesNotTakeAnErrorForTheHomePage()
    {
        SiteLook look;
        look.page = QUrl(QStringLiteral("https://www.example.com/"));
        look.status = 403;
        const QString own = QStringLiteral("clerk.example.com");
        const SwitchFinding refused = SwitchWords::finding(look, own);
        QVERIFY(refused.tone == Notice::Tone::Warning);
        QVERIFY2(refused.explanation.contains(QStringLiteral("www.example.com answered with an error (403)")),
                 qPrintable(refused.explanation));

        look.status = 200;
        QCOMPARE(SwitchWords::finding(look, own).headline, QStringLiteral("No key was seen"));
        look.status = 404; // many a site serves its program with whatever status
        look.keys = keysIn(publishableKeyFor(own).toLatin1(), look.page);
        QCOMPARE(SwitchWords::finding(look, own).headline, QStringLiteral("Your site has switched over"));
    }

    void saysThatItsOwnKeyIsUnknown()
    {
        SiteLook look;
        look.status = 200;
        look.keys = keysIn(publishableKeyFor(QStringLiteral("clerk.example.com")).toLatin1(), look.page);
        const SwitchFinding finding = SwitchWords::finding(look, {});
        QVERIFY(finding.tone == Notice::Tone::Warning);
        QVERIFY(finding.explanation.contains(QStringLiteral("is for clerk.example.com. Golive does not know")));
    }
};

QTEST_APPLESS_MAIN(TestHandoverWords)
#include "tst_handoverwords.moc"
