#include "testkit/openeddeployment.h"
#include "testkit/scriptedsurveyor.h"
#include "wizard/steps/domainviewmodel.h"

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

QString said(const Fixture &fixture)
{
    QStringList texts;
    for (const DomainResearch::Finding &each : fixture.state().findings)
        texts.append(each.text);
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestDomainInWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksInTheWorkspaceAfterAPause()
    {
        Fixture fixture;
        Domain used = OpenedDeployment::domain(QStringLiteral("example.com"));
        used.applicationId = QStringLiteral("app_other");
        Domain alike = OpenedDeployment::domain(QStringLiteral("myexample.com"));
        alike.applicationId = QStringLiteral("app_third");
        Application other;
        other.id = QStringLiteral("app_other");
        other.name = QStringLiteral("Blog");
        fixture.api.application = other;
        fixture.api.foundDomains = QList<Domain> {alike, used};

        fixture.viewModel.setDomain(QStringLiteral("shop.example.c"));
        fixture.clock.advance(500ms);
        fixture.viewModel.setDomain(QStringLiteral("shop.example.com"));
        fixture.clock.advance(599ms);
        QCOMPARE(fixture.api.foundDomains.calls(), 0);
        fixture.clock.advance(1ms);

        QCOMPARE(fixture.api.searchedFor, QStringList {QStringLiteral("example.com")});
        QTRY_VERIFY(said(fixture).contains(QStringLiteral("Blog")));
        QVERIFY(said(fixture).contains(QStringLiteral("example.com")));
        fixture.viewModel.setDomain(QStringLiteral("example.net"));
        QCOMPARE(said(fixture), QString());
    }

    void saysNothingWhenTheWorkspaceCannotBeAsked()
    {
        Fixture fixture;
        fixture.surveyor.answer = DomainSurvey();
        fixture.surveyor.answer.hold();
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        const DomainViewModel::State before = fixture.state();
        fixture.api.foundDomains = failure(Error::Kind::Forbidden);
        fixture.clock.advance(600ms);
        QTest::qWait(0);
        QCOMPARE(fixture.api.foundDomains.calls(), 1);
        DomainViewModel::State now = fixture.state();
        QVERIFY(std::exchange(now.looking, false));
        QVERIFY(now == before);
    }

    void dropsAnAnswerAboutAnEarlierDomain()
    {
        Fixture fixture;
        Domain used = OpenedDeployment::domain(QStringLiteral("example.com"));
        used.applicationId = QStringLiteral("app_other");
        fixture.api.foundDomains = QList<Domain> {used};
        fixture.api.foundDomains.hold();
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.clock.advance(600ms);
        fixture.viewModel.setDomain(QStringLiteral("example.net"));
        fixture.api.foundDomains.release();
        QTest::qWait(10);
        QCOMPARE(said(fixture), QString());
    }

    void stopsLookingOnLeaving()
    {
        Fixture fixture;
        fixture.viewModel.setDomain(QStringLiteral("example.com"));
        fixture.viewModel.leave();
        fixture.clock.advance(10s);
        QCOMPARE(fixture.api.foundDomains.calls(), 0);
        QCOMPARE(fixture.deployment.plan().domain, QStringLiteral("example.com"));
    }
};

QTEST_GUILESS_MAIN(TestDomainInWorkspace)

#include "tst_domaininworkspace.moc"
