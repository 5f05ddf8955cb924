#include "testkit/clipping.h"
#include "testkit/connectworld.h"
#include "testkit/pagestage.h"
#include "ui/pages/connectpage.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/valuerow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

using namespace golive;

namespace {

QString noticeOn(const Page &page)
{
    return page.findChild<NoticeBar *>()->notice().text;
}

} // namespace

class TestConnectPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsWithATypedKey()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        auto &key = stage.find<QLineEdit>("platformKey");
        QCOMPARE(stage.page->firstField(), static_cast<QWidget *>(&key));
        QVERIFY(stage.page->enterGoesForward());
        QVERIFY(key.echoMode() != QLineEdit::Normal);

        key.setFocus();
        QTest::keyClicks(&key, goodKey);
        QVERIFY(!stage.shows("stopChecking"));
        world.api.applications.hold();
        world.viewModel->goForward();
        QVERIFY(stage.shows("stopChecking"));
        QVERIFY(key.isReadOnly());
        world.api.applications.release();

        QTRY_COMPARE(world.finished->count(), 1);
        QVERIFY(stage.shows("connectionState"));
        QVERIFY(!stage.shows("platformKey"));
        QVERIFY(key.text().isEmpty()); // the field holds the key no longer than needed
        QVERIFY(stage.shows("forgetKey"));
        QVERIFY(stage.page->isAncestorOf(QApplication::focusWidget()));
    }

    void marksTheFieldWhenTheKeyIsOfTheWrongKind()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        auto &key = stage.find<QLineEdit>("platformKey");

        QTest::keyClicks(&key, QStringLiteral("sk_live_abc"));
        QVERIFY(key.property("invalid").toBool());
        QVERIFY(key.accessibleDescription().contains(QStringLiteral("sk_")));
        QCOMPARE(key.cursorPosition(), 11);

        stage.find<QCheckBox>("rememberKey").setFocus();
        world.viewModel->goForward();
        QVERIFY(key.hasFocus());

        key.clear();
        QTest::keyClicks(&key, goodKey);
        QVERIFY(!key.property("invalid").toBool());
    }

    void stopsChecking()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTest::keyClicks(&stage.find<QLineEdit>("platformKey"), goodKey);
        world.api.applications.hold();
        world.viewModel->goForward();

        QTest::mouseClick(&stage.find<QPushButton>("stopChecking"), Qt::LeftButton);

        QVERIFY(!stage.shows("stopChecking"));
        QCOMPARE(stage.find<QLineEdit>("platformKey").text(), goodKey);
    }

    void nothingMovesWhileAKeyIsChecked()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTest::keyClicks(&stage.find<QLineEdit>("platformKey"), goodKey);
        QTest::qWait(20);
        const auto &dashboard = stage.find<QWidget>("openDashboard");
        const QPoint before = dashboard.mapTo(&*stage.page, QPoint());
        world.api.applications.hold();

        world.viewModel->goForward();
        QTest::qWait(20);

        QCOMPARE(dashboard.mapTo(&*stage.page, QPoint()), before);
    }

    void unticksRemembering()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        auto &remember = stage.find<QCheckBox>("rememberKey");
        QVERIFY(remember.isChecked());

        QTest::mouseClick(&remember, Qt::LeftButton, {}, QPoint(8, remember.height() / 2));

        QVERIFY(!world.state().remember);
    }

    void offersTheRememberedKey()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTRY_VERIFY(stage.shows("useRememberedKey"));

        QTest::mouseClick(&stage.find<QPushButton>("useRememberedKey"), Qt::LeftButton);

        QTRY_VERIFY(world.viewModel->isConnected());
        QVERIFY(stage.shows("forgetKey"));
    }

    void forgetsTheRememberedKey()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTRY_VERIFY(stage.shows("forgetUnusedKey"));

        QTest::mouseClick(&stage.find<QPushButton>("forgetUnusedKey"), Qt::LeftButton);

        QTRY_VERIFY(!world.secrets.kept.has_value());
        QTRY_VERIFY(noticeOn(*stage.page).contains(QStringLiteral("no longer kept")));
        QVERIFY(!stage.shows("useRememberedKey"));
    }

    void looksAgainOnceThePasswordStoreIsUnlocked()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        world.secrets.readTrouble = errorOf(Error::Kind::SecretStoreLocked);
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTRY_VERIFY(stage.shows("lookAgain"));
        QVERIFY(noticeOn(*stage.page).contains(QStringLiteral("locked")));

        world.secrets.readTrouble.reset();
        QTest::mouseClick(&stage.find<QPushButton>("lookAgain"), Qt::LeftButton);

        QTRY_VERIFY(stage.shows("useRememberedKey"));
        QVERIFY(noticeOn(*stage.page).isEmpty());
        QVERIFY(stage.find<QPushButton>("useRememberedKey").hasFocus());
    }

    void opensTheDashboard()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);

        QTest::mouseClick(stage.find<QWidget>("openDashboard").findChild<QPushButton *>(), Qt::LeftButton);

        QCOMPARE(stage.opened, QUrl(QStringLiteral("https://dashboard.clerk.test")));
        QVERIFY(stage.shows("dashboardAddress"));
    }

    void asksForAnotherKey()
    {
        ConnectWorld world;
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTest::keyClicks(&stage.find<QLineEdit>("platformKey"), goodKey);
        world.viewModel->goForward();
        QTRY_COMPARE(world.finished->count(), 1);

        QTest::mouseClick(&stage.find<QPushButton>("useAnotherKey"), Qt::LeftButton);

        QVERIFY(stage.find<QLineEdit>("platformKey").hasFocus());
        QVERIFY(!world.viewModel->isConnected());
    }

    void practiceShowsTheKeyToCopy()
    {
        ConnectWorld world;
        world.viewModel->offerPracticeKey(QStringLiteral("ak_practice_1"));
        const PageStage<ConnectPage> stage(*world.viewModel);

        QCOMPARE(stage.find<ValueRow>("practiceKey").value(), QStringLiteral("ak_practice_1"));
        QVERIFY(stage.page->findChild<QWidget *>(QStringLiteral("openDashboard")) == nullptr);
    }

    void cutsNothingOff()
    {
        ConnectWorld world;
        world.secrets.kept = secretOf(goodKey);
        const PageStage<ConnectPage> stage(*world.viewModel);
        QTRY_VERIFY(stage.shows("useRememberedKey"));
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*stage.page).join(QLatin1Char('\n')), QString());

        world.viewModel->goForward();
        QTRY_VERIFY(world.viewModel->isConnected());
        QTest::qWait(20);
        QCOMPARE(clippedTexts(*stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestConnectPage)
#include "tst_connectpage.moc"
