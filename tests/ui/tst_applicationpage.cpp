#include "testkit/applicationworld.h"
#include "testkit/clipping.h"
#include "testkit/pagestage.h"
#include "ui/pages/applicationpage.h"
#include "ui/widgets/noticebar.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace golive;

namespace {

QString nameAt(const QListView &list, int row)
{
    return list.model()->index(row, 0).data().toString();
}

} // namespace

class TestApplicationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void searchesWhileTyping()
    {
        ApplicationWorld world;
        world.list({shop, blog, live});
        const PageStage<ApplicationPage> stage(world.viewModel);
        const auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 3);
        auto &search = stage.find<QLineEdit>("applicationSearch");

        QTest::keyClicks(&search, QStringLiteral("sho"));
        QCOMPARE(list.model()->rowCount(), 1);
        QCOMPARE(nameAt(list, 0), QStringLiteral("Shop"));
        QTest::keyClick(&search, Qt::Key_Left);
        QTest::keyClick(&search, Qt::Key_Backspace);
        QCOMPARE(search.text(), QStringLiteral("so"));
        QCOMPARE(search.cursorPosition(), 1);
        QVERIFY(!stage.shows("applicationList"));
        QVERIFY(stage.find<QLabel>("noApplications").text().contains(QStringLiteral("so")));
    }

    void choosesWithTheKeyboard()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.letOpen(shop);
        const PageStage<ApplicationPage> stage(world.viewModel);
        auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 2);
        auto &search = stage.find<QLineEdit>("applicationSearch");
        search.setFocus();

        QTest::keyClick(&search, Qt::Key_Down);
        QVERIFY(list.hasFocus());
        QCOMPARE(world.state().selectedId, blog.id);
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(world.state().selectedId, shop.id);
        QTest::keyClick(&list, Qt::Key_Return);

        QTRY_COMPARE(world.finished.count(), 1);
        QCOMPARE(world.deployment.plan().applicationId, shop.id);
    }

    void choosesWithTheMouse()
    {
        ApplicationWorld world;
        world.list({shop, live});
        world.letOpen(shop);
        const PageStage<ApplicationPage> stage(world.viewModel);
        auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 2);

        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());

        QCOMPARE(world.state().selectedId, live.id);
        QVERIFY(stage.shows("selectionMeaning"));
        QCOMPARE(world.finished.count(), 0);
    }

    void keepsTheChoiceWhileAnApplicationIsOpened()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        world.letOpen(shop);
        const PageStage<ApplicationPage> stage(world.viewModel);
        auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 2);
        list.setCurrentIndex(list.model()->index(1, 0));
        world.api.application.hold();
        world.viewModel.goForward();

        list.setFocus();
        QTest::keyClick(&list, Qt::Key_Up);

        QCOMPARE(world.state().selectedId, shop.id);
        QCOMPARE(list.currentIndex().row(), 1);
        QVERIFY(stage.find<QLineEdit>("applicationSearch").isReadOnly());
        QVERIFY(!stage.find<QPushButton>("reloadApplications").isEnabled());
    }

    void saysEachRowToScreenReaders()
    {
        ApplicationWorld world;
        world.list({shop});
        const PageStage<ApplicationPage> stage(world.viewModel);
        auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 1);

        const QAccessibleInterface *row = QAccessible::queryAccessibleInterface(&list)->child(0);

        QVERIFY(row != nullptr);
        QCOMPARE(row->text(QAccessible::Name), QStringLiteral("Shop, No production yet"));
    }

    void movesTheFocusToTheListWhenNothingIsChosen()
    {
        ApplicationWorld world;
        world.list({shop, blog});
        const PageStage<ApplicationPage> stage(world.viewModel);
        QTRY_VERIFY(world.state().loaded);

        world.viewModel.goForward();

        QVERIFY(stage.find<QListView>("applicationList").hasFocus());
        QVERIFY(stage.page->findChild<NoticeBar *>()->notice().text.contains(QStringLiteral("Choose")));
    }

    void readsTheListAgain()
    {
        ApplicationWorld world;
        const PageStage<ApplicationPage> stage(world.viewModel);
        QTRY_VERIFY(stage.shows("noApplications"));
        world.list({shop});

        QTest::mouseClick(&stage.find<QPushButton>("reloadApplications"), Qt::LeftButton);

        QTRY_COMPARE(stage.find<QListView>("applicationList").model()->rowCount(), 1);
        QVERIFY(stage.shows("applicationList"));
    }

    void showsTheOpenedApplicationOnceItHasAProductionInstance()
    {
        ApplicationWorld world;
        world.list({shop, live});
        world.letOpen(live);
        const PageStage<ApplicationPage> stage(world.viewModel);
        QTRY_VERIFY(world.state().loaded);
        world.viewModel.select(live.id);
        stage.find<QListView>("applicationList").setFocus();
        world.viewModel.goForward();
        QTRY_COMPARE(world.finished.count(), 1);
        QVERIFY(!stage.shows("applicationList"));
        QCOMPARE(stage.find<QLabel>("openedApplication").text(), live.name);
        auto &another = stage.find<QPushButton>("chooseAnother");
        QVERIFY(another.hasFocus());

        QTest::keyClick(&another, Qt::Key_Space);

        QVERIFY(stage.shows("applicationList"));
        QVERIFY(!world.state().readOnly);
    }

    void staysUsableWithTenThousandApplications()
    {
        ApplicationWorld world;
        QList<Application> many;
        for (int i = 0; i < 10'000; ++i)
            many.append(application(QStringLiteral("app_%1").arg(i), QStringLiteral("Name %1").arg(i)));
        world.list(many);
        const PageStage<ApplicationPage> stage(world.viewModel);
        auto &list = stage.find<QListView>("applicationList");
        QTRY_COMPARE(list.model()->rowCount(), 10'000);

        list.setFocus();
        QTest::keyClick(&list, Qt::Key_End);

        QCOMPARE(world.state().selectedId, QStringLiteral("app_9999"));
        QTest::keyClicks(&stage.find<QLineEdit>("applicationSearch"), QStringLiteral("9998"));
        QCOMPARE(list.model()->rowCount(), 1);
    }

    void cutsNothingOff()
    {
        ApplicationWorld world;
        world.list({application(QStringLiteral("app_wide"), QString(500, QLatin1Char('W')), With::Production), shop});
        const PageStage<ApplicationPage> stage(world.viewModel);
        QTRY_VERIFY(world.state().loaded);
        world.viewModel.select(QStringLiteral("app_wide"));
        QTest::qWait(20);

        QCOMPARE(clippedTexts(*stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestApplicationPage)
#include "tst_applicationpage.moc"
