#include "testkit/layouts.h"
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
                if (Task(task) == Task::FrontendApiProxy && !layoutOf(each).isProxied())
                    continue;
                const QString words = said(Task(task), layoutOf(each));
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
        QVERIFY(said(Task::FrontendApiProxy, proxied).contains(QStringLiteral("https://example.com/auth.")));
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
};

QTEST_APPLESS_MAIN(TestHandoverWords)
#include "tst_handoverwords.moc"
