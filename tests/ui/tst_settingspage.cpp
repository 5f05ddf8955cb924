#include "testkit/clipping.h"
#include "testkit/pageworld.h"
#include "ui/pages/settingspage.h"
#include "ui/theme/theme.h"

#include <QJsonDocument>
#include <QTest>

using namespace golive;

namespace {

using Settings = DeployPlan::Settings;

struct World : PageWorld
{
    World()
    {
        InstanceConfig config;
        config.settings = QJsonDocument::fromJson(
                              R"({"auth_email": {"used_for_sign_in": true, "sign_in_strategies": ["email_code"]},
                                          "auth_password": {"enabled": true, "min_length": 15},
                                          "odd": {"value": "<b>odd</b>"}})")
                              .object();
        api.developmentConfig = config;
    }

    SettingsViewModel viewModel {api, deployment, clock, QUrl(QStringLiteral("https://dashboard.example"))};
};

bool says(QWidget &widget, const QString &words)
{
    const auto labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *each) {
        return each->isVisible() && each->textFormat() == Qt::PlainText && each->text().contains(words);
    });
}

} // namespace

class TestSettingsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeChoice::Light, false); }

    void choosesByClickAndByKeyboard()
    {
        World world;
        SettingsPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *copy = PageWorld::find<QAbstractButton>(page, "copyDevelopment");
        auto *defaults = PageWorld::find<QAbstractButton>(page, "clerkDefaults");
        QVERIFY(copy->isChecked());
        QCOMPARE(page.firstField(), copy);

        QTest::mouseClick(defaults, Qt::LeftButton);
        QCOMPARE(world.deployment.plan().settings, Settings::ClerkDefaults);
        QTest::keyClick(defaults, Qt::Key_Up);
        QCOMPARE(world.deployment.plan().settings, Settings::CloneDevelopment);
        QVERIFY(copy->isChecked());
        QVERIFY(!defaults->isChecked());
    }

    void showsBothListsAsPlainText()
    {
        World world;
        SettingsPage page(world.viewModel, world.context);
        PageWorld::show(page);
        world.viewModel.enter();

        auto *copied = PageWorld::find<QWidget>(page, "copiedSettings");
        auto *left = PageWorld::find<QWidget>(page, "leftBehind");
        QTRY_VERIFY(copied->isVisible());
        QVERIFY(says(*copied, QStringLiteral("Sign in with email code")));
        QVERIFY(says(*copied, QStringLiteral("odd.value: <b>odd</b>")));
        QVERIFY(says(*left, QStringLiteral("Webhooks")));
        PageWorld::settle();
        QCOMPARE(clippedTexts(page).join(QLatin1Char('\n')), QString());

        QTest::mouseClick(PageWorld::find<QAbstractButton>(page, "clerkDefaults"), Qt::LeftButton);
        QVERIFY(!copied->isVisible());
        QVERIFY(!left->isVisible());
    }

    void offersToTryAgain()
    {
        World world;
        world.api.developmentConfig.once(failure(Error::Kind::Offline));
        SettingsPage page(world.viewModel, world.context);
        PageWorld::show(page);
        auto *again = PageWorld::find<QAbstractButton>(page, "readSettingsAgain");
        QVERIFY(!again->isVisible());
        world.viewModel.enter();
        QTRY_VERIFY(again->isVisible());
        QVERIFY(says(page, QStringLiteral("could not be read")));

        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(PageWorld::find<QWidget>(page, "copiedSettings")->isVisible());
        QVERIFY(!again->isVisible());
    }

    void saysWhyTheSettingsAreNotExplainedAndCannotBeSaved()
    {
        World world;
        world.api.schema.once(failure(Error::Kind::ServerFault));
        world.api.schema = QJsonObject {{QStringLiteral("properties"), QJsonObject()}};
        SettingsPage page(world.viewModel, world.context);
        PageWorld::show(page);
        world.viewModel.enter();
        auto *why = PageWorld::find<QWidget>(page, "settingsUnexplained");
        auto *again = PageWorld::find<QAbstractButton>(page, "readDescriptionAgain");
        auto *save = PageWorld::find<QAbstractButton>(page, "saveSettings");
        QTRY_VERIFY(why->isVisible());
        QVERIFY(says(*why, QStringLiteral("cannot be saved as a file")));
        QVERIFY(!save->isEnabled());
        PageWorld::settle();
        QCOMPARE(clippedTexts(page).join(QLatin1Char('\n')), QString());

        QTest::mouseClick(again, Qt::LeftButton);
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(!why->isVisible());
        QVERIFY(!again->isVisible());
    }

    void cannotBeChangedOnceTheInstanceExists()
    {
        World world;
        world.choose();
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));
        SettingsPage page(world.viewModel, world.context);
        PageWorld::show(page);
        QVERIFY(!PageWorld::find<QWidget>(page, "copyDevelopment")->isEnabled());
        QVERIFY(!PageWorld::find<QWidget>(page, "clerkDefaults")->isEnabled());
        QVERIFY(says(page, QStringLiteral("can no longer be changed")));
    }
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
