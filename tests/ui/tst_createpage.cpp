#include "testkit/clipping.h"
#include "testkit/pageworld.h"
#include "ui/pages/createpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statuslabel.h"

#include <QPushButton>
#include <QTest>

using namespace golive;

namespace {

struct World : PageWorld
{
    World() { choose(); }

    CreateViewModel viewModel {deployment};
};

QString shownTexts(QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisible())
            texts.append(label->text());
    return texts.join(QLatin1Char('\n'));
}

} // namespace

class TestCreatePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void enterDoesNotCreate()
    {
        World world;
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *create = PageWorld::find<QPushButton>(page, "createProductionInstance");
        QVERIFY(!create->isDefault());
        QVERIFY(!create->autoDefault());
        create->setFocus();
        QTest::keyClick(create, Qt::Key_Return);
        QTest::keyClick(create, Qt::Key_Enter);
        QTest::qWait(10);
        QCOMPARE(world.viewModel.state().phase, CreateViewModel::Phase::Ready);

        world.letClerkCreate();
        QTest::keyClick(create, Qt::Key_Space);
        QTRY_COMPARE(world.viewModel.state().phase, CreateViewModel::Phase::Exists);
    }

    void theButtonIsNotWhereTheFocusStarts()
    {
        World world;
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        QVERIFY(page.firstField() != PageWorld::find<QWidget>(page, "createProductionInstance"));
    }

    void fitsWithoutScrolling()
    {
        World world;
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *create = PageWorld::find<QPushButton>(page, "createProductionInstance");
        QVERIFY(page.rect().contains(QRect(create->mapTo(&page, QPoint()), create->size())));
        PageWorld::settle();
        QCOMPARE(clippedTexts(page).join(QLatin1Char('\n')), QString());
    }

    void createsOnceAndSaysWhatHappens()
    {
        World world;
        world.letClerkCreate();
        world.api.creation.hold();
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *create = PageWorld::find<QPushButton>(page, "createProductionInstance");
        const QRect place = create->geometry();

        QTest::mouseDClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(world.api.creation.waiting(), 1);
        QVERIFY(!create->isEnabled());
        QCOMPARE(create->geometry(), place);
        QVERIFY(shownTexts(page).contains(QStringLiteral("Asking Clerk")));
        QVERIFY(!page.reasonToStay().isEmpty());
        world.api.creation.release();

        QTRY_VERIFY(PageWorld::find<StatusLabel>(page, "created")->isVisible());
        QCOMPARE(world.api.creation.calls(), 1);
        QVERIFY(!create->isEnabled());
        QVERIFY(page.reasonToStay().isEmpty());
        QVERIFY(!shownTexts(page).contains(QStringLiteral("sk_live_")));
    }

    void showsWhatWasMadeAndWhatIsLeft()
    {
        World world;
        world.letClerkCreate();
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *create = PageWorld::find<QPushButton>(page, "createProductionInstance");
        QVERIFY(!page.forwardIsMain()); // the page's own button is
        QVERIFY(!PageWorld::find<QWidget>(page, "whatRemains")->isVisible());
        const QString before = page.subtitle();

        create->setFocus();
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_VERIFY(PageWorld::find<QWidget>(page, "whatRemains")->isVisible());

        QTRY_VERIFY(page.forwardIsMain()); // once the key is kept, too
        QVERIFY(page.subtitle() != before);
        QVERIFY(!create->isVisible());
        QVERIFY(page.hasFocus()); // and nothing that a key would press
        const QString shown = shownTexts(page);
        QVERIFY2(shown.contains(world.deployment.facts().production()->id), qPrintable(shown));
        QVERIFY2(shown.contains(QStringLiteral("password store")), qPrintable(shown));
        QVERIFY(!shown.contains(QStringLiteral("Nothing happens until")));
    }

    void keepsTheKeyWarningUntilTheKeyIsKept()
    {
        World world;
        world.letClerkCreate();
        world.secrets.refusal = Error::Kind::SecretStoreLocked;
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *warning = PageWorld::find<QWidget>(page, "keyWarning");
        auto *again = PageWorld::find<QPushButton>(page, "storeRemedy");
        QVERIFY(!warning->isVisible());

        QTest::mouseClick(PageWorld::find<QPushButton>(page, "createProductionInstance"), Qt::LeftButton);
        QTRY_VERIFY(warning->isVisible() && again->isEnabled());
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(again->isEnabled());
        QVERIFY(warning->isVisible());
        world.secrets.refusal.reset();
        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(!warning->isVisible());
    }

    void offersTheWaysOutOfASmallPlan()
    {
        World world;
        Error error;
        error.kind = Error::Kind::PlanTooSmall;
        error.names = QStringList {QStringLiteral("<b>saml</b>")};
        world.api.creation = failure(error);
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *instead = PageWorld::find<QPushButton>(page, "startFromDefaults");
        QVERIFY(!instead->isVisible());

        QTest::mouseClick(PageWorld::find<QPushButton>(page, "createProductionInstance"), Qt::LeftButton);
        QTRY_VERIFY(instead->isVisible());
        QVERIFY(instead->hasFocus());
        QTRY_VERIFY(!instead->visibleRegion().isEmpty());
        PageWorld::settle();
        auto *features = PageWorld::find<QLabel>(page, "missingFeatures");
        QCOMPARE(features->text(), QStringLiteral("<b>saml</b>"));
        QCOMPARE(features->textFormat(), Qt::PlainText);
        QTest::mouseClick(instead, Qt::LeftButton);
        QCOMPARE(world.deployment.plan().settings, DeployPlan::Settings::ClerkDefaults);
        QVERIFY(!instead->isVisible());
    }

    void looksAgainInsteadOfRepeating()
    {
        World world;
        world.api.creation = failure(Error::Kind::TimedOut);
        CreatePage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *look = PageWorld::find<QPushButton>(page, "lookAgain");
        QTest::mouseClick(PageWorld::find<QPushButton>(page, "createProductionInstance"), Qt::LeftButton);
        QTRY_VERIFY(look->isVisible());
        QVERIFY(look->hasFocus());
        PageWorld::settle();
        QVERIFY(!PageWorld::find<QPushButton>(page, "createProductionInstance")->isEnabled());
        world.goLive();
        QTest::mouseClick(look, Qt::LeftButton);
        QTRY_VERIFY(PageWorld::find<StatusLabel>(page, "created")->isVisible());
        QCOMPARE(world.api.creation.calls(), 1);
    }
};

QTEST_MAIN(TestCreatePage)
#include "tst_createpage.moc"
