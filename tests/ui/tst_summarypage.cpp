#include "testkit/practicepage.h"
#include "ui/pages/summarypage.h"
#include "ui/widgets/headlinecard.h"
#include "wizard/steps/stagingpath.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace golive;

namespace {

struct World
{
    World() { QTRY_VERIFY(!viewModel.state().loading); }

    PracticeProduction world;
    SummaryViewModel viewModel {world.deployment, world.secrets, QUrl(QStringLiteral("https://dashboard.example"))};
    StagingPath staging {*world.clerk.api, world.deployment};
    PageStage<SummaryPage> stage {viewModel, staging};
};

} // namespace

class TestSummaryPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void showsEveryRowAndLine()
    {
        const World world;
        const QString words = wordsOf(*world.stage.page);
        const auto &state = world.viewModel.state();
        for (const auto &row : state.made + state.secrets)
            QVERIFY2(words.contains(row.value), qPrintable(row.value));
        for (const QString &line : state.next + state.takingBack)
            QVERIFY2(words.contains(line), qPrintable(line));
        QCOMPARE(world.stage.find<HeadlineCard>("summaryHeadline").headline(), state.headline);
    }

    void copiesItselfAsText()
    {
        World world;
        auto &copy = world.stage.find<QPushButton>("copySummary");
        QVERIFY(tabTo(*world.stage.page, copy));
        QTest::keyClick(&copy, Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), world.viewModel.asText());
    }

    void opensTheSite()
    {
        World world;
        QVERIFY(world.viewModel.state().site.isEmpty()); // nobody reaches it yet
        world.world.enterRecords();
        for (int times = 0; times < 5 && world.viewModel.state().site.isEmpty(); ++times)
            QVERIFY(waitFor(world.world.deployment.refreshStatus()));
        for (auto *button : world.stage.page->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Open your site"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(world.stage.opened, QUrl(QStringLiteral("https://corner-shop.example")));
    }

    void asksAgainAfterTrouble()
    {
        World world;
        QVERIFY(!world.stage.shows("summaryReload"));
        world.world.clerk.api->setAccessKey(Secret("ak_revoked"));
        world.viewModel.enter();
        QTRY_VERIFY(world.stage.shows("summaryReload"));
        world.world.clerk.api->setAccessKey(Secret(PracticeServer::accessKey));
        QTest::mouseClick(&world.stage.find<QPushButton>("summaryReload"), Qt::LeftButton);
        QTRY_VERIFY(!world.stage.shows("summaryReload"));
    }

    void hidesWhatDoesNotExist()
    {
        OpenedDeployment scripted;
        SummaryViewModel viewModel(scripted.deployment, scripted.secrets, {});
        StagingPath staging(scripted.api, scripted.deployment);
        const PageStage<SummaryPage> stage(viewModel, staging);
        const QString words = wordsOf(*stage.page);
        QVERIFY(words.contains(QStringLiteral("There is no production instance yet")));
        QVERIFY(!words.contains(QStringLiteral("How to take it back")));
        QVERIFY(!stage.shows("staging"));
        QVERIFY(!words.contains(QStringLiteral("Where the secrets are")));
    }

    void offersStaging()
    {
        World world;
        QVERIFY(world.stage.shows("staging"));
        world.staging.propose(QStringLiteral("example.com"));
        QSignalSpy opened(&world.staging, &StagingPath::opened);
        world.stage.find<QPushButton>("createStaging").click();
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(world.world.deployment.plan().domain, QStringLiteral("staging.example.com"));
    }

    void namesEverything()
    {
        const World world;
        QCOMPARE(namelessControls(*world.stage.page).join(QLatin1Char('\n')), QString());
    }

    void clipsNothing_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }
    void clipsNothing()
    {
        QFETCH(Qt::LayoutDirection, direction);
        QGuiApplication::setLayoutDirection(direction);
        const World world;
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestSummaryPage)
#include "tst_summarypage.moc"
