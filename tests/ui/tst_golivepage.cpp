#include "testkit/practicepage.h"
#include "ui/pages/golivepage.h"
#include "ui/widgets/headlinecard.h"

#include <QLineEdit>
#include <QPushButton>

using namespace golive;
using KeyPhase = GoLiveViewModel::KeyPhase;

namespace {

/// The page in front of the practice shop; the first answer of Clerk has come.
struct World
{
    World() { settle(); }

    void settle() const { QTRY_VERIFY(!viewModel.state().asking); }

    void click(const char *name) const { QTest::mouseClick(&stage.find<QPushButton>(name), Qt::LeftButton); }

    void getKeys() const
    {
        click("showKeys");
        QTRY_VERIFY(viewModel.state().keyPhase == KeyPhase::Here);
    }

    void complete()
    {
        world.enterRecords();
        for (int times = 0; times < 5 && !viewModel.state().complete; ++times)
            QVERIFY(waitFor(world.deployment.refreshStatus()));
    }

    [[nodiscard]] HeadlineCard &headline() const { return stage.find<HeadlineCard>("goLiveHeadline"); }

    PracticeProduction world;
    GoLiveViewModel viewModel {world.deployment, world.secrets, world.clock,
                               QUrl(QStringLiteral("https://dashboard.example"))};
    PageStage<GoLivePage> stage {viewModel};
};

} // namespace

class TestGoLivePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void saysAtAGlanceHowItStands()
    {
        World world;
        QCOMPARE(world.headline().headline(), QStringLiteral("Waiting for your DNS records"));
        QVERIFY(world.headline().tone() == StatusTone::Warning);
        QVERIFY(world.stage.shows("askClerkNow"));

        world.complete();

        QCOMPARE(world.headline().headline(), QStringLiteral("Your domain is live"));
        QVERIFY(world.headline().tone() == StatusTone::Success);
        QCOMPARE(world.headline().accessibleName(), QStringLiteral("Your domain is live"));
        QVERIFY(!world.stage.shows("askClerkNow"));
    }

    void asksOnceForTwoClicks()
    {
        World world;
        const int looks = world.world.looks();
        auto &check = world.stage.find<QPushButton>("askClerkNow");
        const QRect place = check.geometry();
        check.setFocus();
        QTest::mouseClick(&check, Qt::LeftButton);
        QTest::keyClick(&check, Qt::Key_Space);
        QCOMPARE(check.geometry(), place);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("askClerkNow")); // it stays where it is
        world.settle();
        QCOMPARE(world.world.looks(), looks + 1);
    }

    void hidesTheSecretKeyUntilItIsWanted()
    {
        World world;
        QVERIFY(!world.stage.shows("secretKey"));
        world.getKeys();

        const QString key = QString::fromUtf8(world.viewModel.secretKey().reveal());
        auto *line = world.stage.find<QWidget>("secretKey").findChild<QLineEdit *>();
        QVERIFY(line->echoMode() != QLineEdit::Normal);
        QVERIFY(line->isReadOnly());
        QVERIFY(!wordsOf(*world.stage.page).contains(key));

        world.viewModel.leave();
        QVERIFY(line->text().isEmpty());
        QVERIFY(!world.stage.shows("secretKey"));
    }

    void copiesTheKeys()
    {
        World world;
        world.getKeys();
        QTest::mouseClick(world.stage.find<QWidget>("publishableKey").findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), world.viewModel.state().publishableKey);
    }

    void followsWhetherItIsSeen()
    {
        World world;
        QCOMPARE(world.world.clock.untilNext(), std::chrono::seconds(6));
        world.stage.page->hide();
        QCOMPARE(world.world.clock.untilNext(), std::chrono::seconds(24));
        world.stage.page->show();
        QCOMPARE(world.world.clock.untilNext(), std::chrono::seconds(6));
    }

    void offersNothingWhereThereIsNoInstance()
    {
        OpenedDeployment scripted;
        GoLiveViewModel viewModel(scripted.deployment, scripted.secrets, scripted.clock, {});
        const PageStage<GoLivePage> stage(viewModel);
        QVERIFY(!stage.shows("askClerkNow"));
        QVERIFY(!stage.find<QPushButton>("showKeys").isEnabled());
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*stage.page).join(QLatin1Char('\n')), QString());
    }

    void namesEverything()
    {
        World world;
        world.getKeys();
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
        World world;
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
        world.getKeys();
        world.complete();
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestGoLivePage)
#include "tst_golivepage.moc"
