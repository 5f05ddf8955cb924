#include "testkit/clipping.h"
#include "testkit/comparedshop.h"
#include "testkit/practicepage.h"
#include "ui/pages/comparisonpage.h"
#include "ui/widgets/settinglist.h"

#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace golive;
using Phase = ComparisonViewModel::Phase;

/// The page on a clone that lost eight things, with keyboard and mouse.
class TestComparisonPage : public QObject
{
    Q_OBJECT

    static QString textOf(const QListView &list, int row)
    {
        return list.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

    static int rowOf(const QListView &list, const QString &title)
    {
        for (int row = 0; row < list.model()->rowCount(); ++row)
            if (list.model()->index(row, 0).data().toString() == title)
                return row;
        qFatal("no row %s", qPrintable(title));
    }

private Q_SLOTS:
    void endsWithBothEqualWhereTheyShouldBe()
    {
        ComparedShop shop;
        PageStage<ComparisonPage> stage(shop.comparison);
        shop.wait(Phase::Choosing);

        QTest::mouseClick(&stage.find<QPushButton>("tickAll"), Qt::LeftButton);
        QTest::mouseClick(&stage.find<QPushButton>("previewCarry"), Qt::LeftButton);
        shop.wait(Phase::Previewed);
        QVERIFY(!stage.shows("previewCarry"));
        QCOMPARE(shop.writes(), 0 + shop.patches()); // a preview is a patch that is only looked at
        QVERIFY(shop.production().redirectUrls.isEmpty());
        QTest::mouseClick(&stage.find<QPushButton>("carryOver"), Qt::LeftButton);
        shop.wait(Phase::Carried);
        QTest::mouseClick(&stage.find<QPushButton>("compareAgain"), Qt::LeftButton);
        shop.wait(Phase::Choosing);

        auto &list = stage.find<QListView>("settingList");
        for (int row = 0; row < list.model()->rowCount(); ++row)
            QVERIFY2(!list.model()->index(row, 0).flags().testFlag(Qt::ItemIsUserCheckable),
                     qPrintable(textOf(list, row)));
        QVERIFY(!stage.shows("tickAll"));
        QCOMPARE(shop.production().jwtTemplates.size(), 2);
        QCOMPARE(shop.production().redirectUrls.size(), 3);
        for (const char *section :
             {"paths", "organization_settings", "session", "auth_attack_protection", "branding", "compliance"})
            QCOMPARE(shop.production().config.value(QLatin1String(section)),
                     shop.clerk.world.applications().first().instances.first().config.value(QLatin1String(section)));
    }

    void ticksWithTheSpaceBarAndWithTheMouse()
    {
        ComparedShop shop;
        PageStage<ComparisonPage> stage(shop.comparison);
        shop.wait(Phase::Choosing);
        auto &list = stage.find<QListView>("settingList");
        list.setFocus();
        list.setCurrentIndex(list.model()->index(rowOf(list, QStringLiteral("Home")), 0));

        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(shop.state().ticked, 1);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(shop.state().ticked, 0);

        const QRect place = list.visualRect(list.currentIndex());
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(place.left() + 20, place.center().y()));
        QCOMPARE(shop.state().ticked, 1);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(place.left() + 200, place.center().y()));
        QCOMPARE(shop.state().ticked, 1); // beside the tick it only selects
        QVERIFY(stage.shows("settingDetails"));
    }

    void readsOutBothValuesByName()
    {
        ComparedShop shop;
        PageStage<ComparisonPage> stage(shop.comparison);
        shop.wait(Phase::Choosing);
        const auto &list = stage.find<QListView>("settingList");
        QCOMPARE(textOf(list, rowOf(list, QStringLiteral("Home"))),
                 QStringLiteral("Home, Development: /, Production: empty, differs"));
    }

    void everythingCanBeUsedAndNothingIsCut()
    {
        ComparedShop shop;
        PageStage<ComparisonPage> stage(shop.comparison);
        shop.wait(Phase::Choosing);
        QCOMPARE(namelessControls(*stage.page), QStringList());
        QCOMPARE(clippedTexts(*stage.page), QStringList());
        shop.tick(QStringLiteral("Home"));
        QVERIFY(tabTo(*stage.page, stage.find<QWidget>("previewCarry")));
    }
};

QTEST_MAIN(TestComparisonPage)
#include "tst_comparisonpage.moc"
