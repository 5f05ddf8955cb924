#include "testkit/clipping.h"
#include "testkit/pageworld.h"
#include "testkit/scriptedsurveyor.h"
#include "ui/pages/domainpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/hostdiagram.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;

namespace {

struct World : PageWorld
{
    ScriptedSurveyor surveyor;
    DomainViewModel viewModel {api, deployment, surveyor, clock};
};

QString described(const QWidget *widget)
{
    return widget->accessibleDescription();
}

} // namespace

class TestDomainPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void complainsOnlyWhenTheFieldIsLeft()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        domain->setFocus();

        QTest::keyClicks(domain, QStringLiteral("shop.vercel.app"));
        QCOMPARE(described(domain), QString());
        QTest::keyClick(domain, Qt::Key_Tab);
        QVERIFY(described(domain).contains(QStringLiteral("hosting provider")));
        QVERIFY(domain->property("invalid").toBool());

        domain->setFocus();
        QTest::keyClick(domain, Qt::Key_Backspace);
        QCOMPARE(described(domain), QString());
    }

    void keepsTheCursorWhereSomebodyTypes()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        domain->setFocus();
        QTest::keyClicks(domain, QStringLiteral("exmple.com"));
        domain->setCursorPosition(2);
        QTest::keyClicks(domain, QStringLiteral("a"));
        world.clock.advance(600ms);
        QCOMPARE(domain->text(), QStringLiteral("example.com"));
        QCOMPARE(domain->cursorPosition(), 3);
        QCOMPARE(world.deployment.plan().domain, QStringLiteral("example.com"));
    }

    void takesWwwAwayInOneClick()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        auto *without = PageWorld::find<QAbstractButton>(page, "useRoot");
        domain->setFocus();
        QTest::keyClicks(domain, QStringLiteral("www.example.com"));
        QVERIFY(!without->isVisible());
        world.viewModel.goForward();
        QTRY_VERIFY(without->isVisible());
        QVERIFY(without->hasFocus());
        PageWorld::settle();
        QCOMPARE(without->text(), QStringLiteral("Use example.com instead"));

        QTest::mouseClick(without, Qt::LeftButton);
        QCOMPARE(domain->text(), QStringLiteral("example.com"));
        QVERIFY(!without->isVisible());
    }

    void tabStopsAtTheQuestionThatItRaises()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        auto *without = PageWorld::find<QAbstractButton>(page, "useRoot");
        domain->setFocus();
        QTest::keyClicks(domain, QStringLiteral("www.example.com"));
        QTest::keyClick(domain, Qt::Key_Tab);
        QTRY_VERIFY(without->hasFocus());
    }

    void leadsToTheFieldThatIsWrong()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        auto *backend = PageWorld::find<QLineEdit>(page, "backendHost");
        QVERIFY(!backend->isVisible());

        world.viewModel.goForward();
        QVERIFY(domain->hasFocus());
        QTest::keyClicks(domain, QStringLiteral("example.com"));
        QTest::mouseClick(PageWorld::find<QAbstractButton>(page, "separateHost"), Qt::LeftButton);
        QVERIFY(backend->isVisible());
        world.viewModel.goForward();
        QVERIFY(backend->hasFocus());
        QVERIFY(described(backend).contains(QStringLiteral("Type the host")));

        const QSignalSpy finished(&world.viewModel, &DomainViewModel::finished);
        QTest::keyClicks(backend, QStringLiteral("https://api.example.com/v1"));
        world.viewModel.goForward();
        QCOMPARE(finished.count(), 1);
        QVERIFY(described(backend).contains(QStringLiteral("api.example.com")));
        QCOMPARE(world.deployment.plan().hosts.apiHost, QStringLiteral("api.example.com"));
    }

    void saysInWordsWhatTheDrawingShows()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *diagram = PageWorld::find<HostDiagram>(page, "hostDiagram");
        QTest::keyClicks(PageWorld::find<QLineEdit>(page, "domain"), QStringLiteral("example.com"));
        QVERIFY(described(diagram).contains(QStringLiteral("clerk.example.com")));
        const int low = diagram->height();
        QTest::mouseClick(PageWorld::find<QAbstractButton>(page, "separateHost"), Qt::LeftButton);
        QVERIFY(described(diagram).contains(QStringLiteral("Authorization: Bearer")));
        QTRY_VERIFY(diagram->height() > low);
    }

    void cutsNothingOff()
    {
        World world;
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        QTest::keyClicks(PageWorld::find<QLineEdit>(page, "domain"), QStringLiteral("shop.example.co.uk"));
        QTest::mouseClick(PageWorld::find<QAbstractButton>(page, "separateHost"), Qt::LeftButton);
        world.viewModel.goForward();
        PageWorld::settle();
        QCOMPARE(clippedTexts(page).join(QLatin1Char('\n')), QString());
    }

    void theDomainCannotBeTypedOnceItIsFinal()
    {
        World world;
        world.choose();
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));
        DomainPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *domain = PageWorld::find<QLineEdit>(page, "domain");
        QTest::keyClicks(domain, QStringLiteral("x"));
        QCOMPARE(domain->text(), QStringLiteral("example.com"));
        QTest::mouseClick(PageWorld::find<QAbstractButton>(page, "separateHost"), Qt::LeftButton);
        QCOMPARE(world.deployment.plan().hosts.backend, HostChoices::Backend::SeparateHost);
    }
};

QTEST_MAIN(TestDomainPage)
#include "tst_domainpage.moc"
