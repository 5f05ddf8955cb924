#include "testkit/openeddeployment.h"
#include "testkit/scriptedsurveyor.h"
#include "testkit/waitfor.h"
#include "wizard/steps/domainviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

namespace {

/// A view model with what it needs.
struct Fixture : OpenedDeployment
{
    ScriptedSurveyor surveyor;
    DomainViewModel viewModel {api, deployment, surveyor, clock};

    [[nodiscard]] const DomainViewModel::State &state() const { return viewModel.state(); }
    [[nodiscard]] const HostForm::State &hosts() { return viewModel.hosts().state(); }
};

} // namespace

class TestDomainViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isQuietWhileSomebodyTypes()
    {
        Fixture fixture;
        const QString text = QStringLiteral("-www.exam ple.c");
        for (qsizetype length = 1; length <= text.size(); ++length) {
            fixture.viewModel.setDomain(text.left(length));
            QCOMPARE(fixture.state().problem, QString());
            QCOMPARE(fixture.state().caution, QString());
            QVERIFY(!fixture.state().root.isOpen);
        }
        fixture.clock.advance(600ms);
        QCOMPARE(fixture.state().problem, QString());
        fixture.viewModel.finishDomain();
        QVERIFY(!fixture.state().problem.isEmpty());
        fixture.viewModel.setDomain(QStringLiteral("x"));
        QCOMPARE(fixture.state().problem, QString());
    }

    void saysWhatIsWrongAndWhatToDo_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("words");

        const auto row = [](const char *typed, const char *words) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(words);
        };
        row("example", "type the whole domain");
        row("192.168.0.1", "IP address");
        row("somebody@example.com", "email address");
        row("exa mple.com", "");
        row("-example.com", "no hyphen at either end");
        row("co.uk", "example.co.uk");
        row("shop.vercel.app", "belongs to a hosting provider");
        row("example..com", "two dots");
    }

    void saysWhatIsWrongAndWhatToDo()
    {
        QFETCH(QString, typed);
        QFETCH(QString, words);
        Fixture fixture;
        const QSignalSpy attention(&fixture.viewModel, &DomainViewModel::attentionWanted);
        const QSignalSpy finished(&fixture.viewModel, &DomainViewModel::finished);

        fixture.viewModel.setDomain(typed);
        fixture.viewModel.goForward();

        QVERIFY(!fixture.state().problem.isEmpty());
        QVERIFY2(fixture.state().problem.contains(words), qPrintable(fixture.state().problem));
        QCOMPARE(attention.count(), 1);
        QCOMPARE(attention[0][0].toString(), QStringLiteral("domain"));
        QCOMPARE(finished.count(), 0);
        QCOMPARE(fixture.deployment.plan().domain, QString());
    }

    void asksForADomainOnlyWhenGoingForward()
    {
        Fixture fixture;
        fixture.viewModel.finishDomain();
        QCOMPARE(fixture.state().problem, QString());
        fixture.viewModel.goForward();
        QVERIFY(!fixture.state().problem.isEmpty());
    }

    void showsWhatItUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("understood");
        QTest::addColumn<QString>("stored");

        const auto row = [](const char *typed, const char *understood, const char *stored) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(understood)
                                 << QString::fromUtf8(stored);
        };
        row("example.com", "", "example.com");
        row(" example.com ", "", "example.com");
        row("https://Example.COM:3000/start?x=1", "Understood as example.com.", "example.com");
        row("bücher.example", "Understood as bücher.example. In DNS it is written xn--bcher-kva.example.",
            "xn--bcher-kva.example");
    }

    void showsWhatItUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(QString, understood);
        QFETCH(QString, stored);
        Fixture fixture;
        const QSignalSpy finished(&fixture.viewModel, &DomainViewModel::finished);

        fixture.viewModel.setDomain(typed);
        QCOMPARE(fixture.state().understood, understood);
        fixture.viewModel.goForward();

        QCOMPARE(finished.count(), 1);
        QCOMPARE(fixture.deployment.plan().domain, stored);
        QCOMPARE(fixture.state().domain, typed);
    }

    void asksAboutWww()
    {
        Fixture fixture;
        const QSignalSpy attention(&fixture.viewModel, &DomainViewModel::attentionWanted);
        const QSignalSpy finished(&fixture.viewModel, &DomainViewModel::finished);

        fixture.viewModel.setDomain(QStringLiteral("www.example.com"));
        fixture.viewModel.goForward();
        QVERIFY(fixture.state().root.isOpen);
        QVERIFY(fixture.state().root.useRoot.contains(QStringLiteral("Use example.com")));
        QCOMPARE(attention[0][0].toString(), QStringLiteral("useRoot"));
        QCOMPARE(fixture.deployment.plan().domain, QString());

        fixture.viewModel.keepSubdomain();
        QVERIFY(!fixture.state().root.isOpen);
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("www.example.com"));

        fixture.viewModel.setDomain(QStringLiteral("https://www.example.com"));
        fixture.viewModel.finishDomain();
        QVERIFY(fixture.state().root.isOpen);
        fixture.viewModel.useRoot();
        QCOMPARE(fixture.state().domain, QStringLiteral("example.com"));
        fixture.viewModel.goForward();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("example.com"));
    }

    void theWebsiteStaysWhereItWasTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("domain");
        QTest::newRow("www") << QStringLiteral("www.example.com") << QStringLiteral("example.com");
        QTest::newRow("subdomain") << QStringLiteral("app.example.co.uk") << QStringLiteral("example.co.uk");
    }

    void theWebsiteStaysWhereItWasTyped()
    {
        QFETCH(QString, typed);
        Fixture fixture;
        fixture.viewModel.setDomain(typed);
        fixture.viewModel.finishDomain();
        fixture.viewModel.useRoot();
        QTEST(fixture.deployment.plan().domain, "domain");
        QCOMPARE(fixture.hosts().sites, typed);
        QCOMPARE(hostLayout(fixture.deployment.plan(), {}).authorizedParties(),
                 QStringList {QStringLiteral("https://") + typed});
    }

    void asksWhetherASubdomainSharesItsRoot()
    {
        Fixture fixture;
        const QSignalSpy attention(&fixture.viewModel, &DomainViewModel::attentionWanted);
        fixture.viewModel.setDomain(QStringLiteral("app.example.com"));
        QVERIFY(!fixture.state().root.isOpen); // not while typing
        fixture.clock.advance(600ms);
        QVERIFY(fixture.state().root.isOpen);
        for (const char *word : {"primary application", "secondary application", "staging"})
            QVERIFY2(fixture.state().root.text.contains(QLatin1String(word)), word);
        fixture.viewModel.goForward();
        QCOMPARE(attention[0][0].toString(), QStringLiteral("useRoot"));

        fixture.viewModel.keepSubdomain();
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("app.example.com"));
        QVERIFY(hostLayout(fixture.deployment.plan(), {}).has(LayoutCase::SharedRoot));
    }

    void offersTheDomainOfAnEmailAddress()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("me@Example.com"));
        QCOMPARE(fixture.state().suggestion, QString());
        fixture.viewModel.finishDomain();
        QCOMPARE(fixture.state().suggestion, QStringLiteral("example.com"));
        fixture.viewModel.useSuggestion();
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("example.com"));
        QCOMPARE(fixture.state().suggestion, QString());
    }

    void whatIsNoChoiceYetOutlivesTheProgram()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("www.example.com"));
        fixture.clock.advance(600ms);
        QCOMPARE(fixture.deployment.plan().domainTyped, QStringLiteral("www.example.com"));

        DomainViewModel restarted(fixture.api, fixture.deployment, fixture.surveyor, fixture.clock);
        QCOMPARE(restarted.state().domain, QStringLiteral("www.example.com"));
        QVERIFY(restarted.state().root.isOpen);

        fixture.viewModel.useRoot();
        QCOMPARE(fixture.deployment.plan().domainTyped, QString());
    }

    void explainsRootAndSubdomain()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("example.co.uk"));
        QVERIFY(fixture.state().explanation.contains(QStringLiteral("root domain")));
        fixture.viewModel.setDomain(QStringLiteral("shop.example.co.uk"));
        QVERIFY(fixture.state().explanation.contains(QStringLiteral("subdomain of example.co.uk")));
        QVERIFY(fixture.state().explanation.contains(QStringLiteral("compares")));
    }

    void doubtsAnUnknownEnding()
    {
        Fixture fixture;
        const auto isDoubted = [&](const QString &typed) {
            fixture.viewModel.setDomain(typed);
            fixture.viewModel.finishDomain();
            return !fixture.state().caution.isEmpty();
        };
        QVERIFY(isDoubted(QStringLiteral("example.cmo")));
        QVERIFY(!isDoubted(QStringLiteral("example.com")));
        QVERIFY(!isDoubted(QStringLiteral("corner-shop.example"))); // practice
    }

    void previewsTheNamesClerkUses()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        const auto names = fixture.state().names;
        QVERIFY(names.size() >= 5);
        QCOMPARE(names[0].name, QStringLiteral("clerk.example.com"));
        for (const auto &each : names)
            QVERIFY(!each.purpose.isEmpty());
        fixture.viewModel.setDomain(QStringLiteral("example"));
        QVERIFY(fixture.state().names.isEmpty());
    }

    void leadsToAHostThatIsWrong()
    {
        Fixture fixture;
        const QSignalSpy attention(&fixture.viewModel, &DomainViewModel::attentionWanted);
        const QSignalSpy finished(&fixture.viewModel, &DomainViewModel::finished);
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.viewModel.hosts().setBackend(HostChoices::Backend::SeparateHost);
        fixture.viewModel.goForward();
        QCOMPARE(attention[0][0].toString(), QStringLiteral("backendHost"));
        QCOMPARE(finished.count(), 0);
        fixture.viewModel.hosts().setBackendHost(QStringLiteral("api.example.com"));
        fixture.viewModel.goForward();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(fixture.deployment.plan().hosts.apiHost, QStringLiteral("api.example.com"));
    }

    void drawsWhatAProvidersNameWouldMean()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("https://shop.vercel.app/"));
        fixture.viewModel.finishDomain();
        QVERIFY(fixture.state().problem.contains(QStringLiteral("hosting provider")));
        QVERIFY(fixture.hosts().picture.description.contains(QStringLiteral("shop.vercel.app")));
        QVERIFY(fixture.hosts().consequences.join(QLatin1Char(' ')).contains(QStringLiteral("domain of your own")));
        QCOMPARE(fixture.deployment.plan().domain, QString());
    }

    void saysFirstThatClerkFiledAnotherName()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("app.example.com"));
        fixture.viewModel.keepSubdomain();
        fixture.goLive(QStringLiteral("example.com"));
        QVERIFY(waitFor(fixture.deployment.refresh()));
        QVERIFY(fixture.state().notice.text.contains(QStringLiteral("filed the domain example.com")));
    }

    void showsClerksRefusalAtTheFieldUntilItIsChanged()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.viewModel.goForward();
        Error error;
        error.kind = Error::Kind::DomainTaken;
        error.code = QStringLiteral("home_url_taken");
        error.traceId = QStringLiteral("trace_1");

        fixture.viewModel.showRefusal(error);
        fixture.viewModel.enter();
        fixture.clock.advance(600ms);

        QVERIFY(fixture.state().problem.contains(QStringLiteral("already uses example.com")));
        QVERIFY(fixture.state().notice.text.contains(QStringLiteral("Nothing was created")));
        QVERIFY(fixture.state().notice.details.contains(QStringLiteral("trace_1")));
        fixture.viewModel.setDomain(QStringLiteral("example.org"));
        QCOMPARE(fixture.state().problem, QString());
        QVERIFY(fixture.state().notice.isEmpty());
    }

    void comesBackToWhatThePlanHolds()
    {
        OpenedDeployment world;
        world.deployment.change([](DeployPlan &plan) {
            plan.domain = QStringLiteral("xn--bcher-kva.example");
            plan.hosts.backend = HostChoices::Backend::SeparateHost;
            plan.hosts.apiHost = QStringLiteral("api.example.org");
        });
        ScriptedSurveyor surveyor;
        DomainViewModel viewModel(world.api, world.deployment, surveyor, world.clock);
        QCOMPARE(viewModel.state().domain, QStringLiteral("bücher.example"));
        QCOMPARE(viewModel.hosts().state().backend, HostChoices::Backend::SeparateHost);
        QCOMPARE(viewModel.hosts().state().backendHost, QStringLiteral("api.example.org"));

        world.deployment.change([](DeployPlan &plan) { plan.domain = QStringLiteral("example.net"); });
        QCOMPARE(viewModel.state().domain, QStringLiteral("example.net"));

        Application other;
        other.id = QStringLiteral("app_blog");
        world.deployment.open(other);
        QCOMPARE(viewModel.state().domain, QString());
        QCOMPARE(viewModel.hosts().state().backendHost, QString());
    }

    void theDomainIsFinalOnceTheInstanceExists()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("shop.example.com"));
        fixture.viewModel.keepSubdomain();
        fixture.viewModel.goForward();
        fixture.goLive(QStringLiteral("example.com"));
        QVERIFY(waitFor(fixture.deployment.refresh()));
        const QSignalSpy finished(&fixture.viewModel, &DomainViewModel::finished);

        fixture.viewModel.setDomain(QStringLiteral("example.org"));
        QVERIFY(fixture.state().readOnly);
        QCOMPARE(fixture.state().domain, QStringLiteral("example.com"));
        fixture.viewModel.hosts().setBackend(HostChoices::Backend::SeparateHost);
        fixture.viewModel.hosts().setBackendHost(QStringLiteral("api.example.com"));
        fixture.viewModel.goForward();

        QCOMPARE(finished.count(), 1);
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("shop.example.com"));
        QCOMPARE(fixture.deployment.plan().hosts.apiHost, QStringLiteral("api.example.com"));
    }
};

QTEST_GUILESS_MAIN(TestDomainViewModel)
#include "tst_domainviewmodel.moc"
