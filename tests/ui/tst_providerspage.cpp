#include "testkit/applekey.h"
#include "testkit/practicepage.h"
#include "ui/pages/providerspage.h"
#include "ui/widgets/providerheader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>

using namespace golive;

namespace {

/// The page in front of the practice shop.
struct World
{
    World() { QTest::qWait(20); } // everything gets its place

    [[nodiscard]] QLineEdit &line(const char *name) const { return stage.find<QLineEdit>(name); }

    PracticeProduction world;
    ProvidersViewModel viewModel {world.deployment, world.secrets, world.clock,
                                  QUrl(QStringLiteral("https://dashboard.example"))};
    PageStage<ProvidersPage> stage {viewModel};
};

void typeOnTheKeyboard(const char *text)
{
    QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
}

} // namespace

class TestProvidersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void savesAProviderWithTheKeyboardAlone()
    {
        World world;
        QWidget &page = *world.stage.page;
        auto &header = world.stage.find<ProviderHeader>("google.open");
        QVERIFY(!world.stage.shows("google.client_id"));

        QVERIFY(tabTo(page, header));
        QTest::keyClick(&header, Qt::Key_Space);
        QVERIFY(world.stage.shows("google.client_id"));
        QVERIFY(tabTo(page, world.stage.find<QCheckBox>("google.confirmed")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(tabTo(page, world.line("google.client_id")));
        typeOnTheKeyboard("12.apps.googleusercontent.com");
        QVERIFY(tabTo(page, world.line("google.client_secret")));
        typeOnTheKeyboard("GOCSPX-typed");
        QVERIFY(world.line("google.client_secret").echoMode() != QLineEdit::Normal);
        QVERIFY(tabTo(page, world.stage.find<QPushButton>("google.save")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);

        QTRY_VERIFY(header.accessibleName().contains(QStringLiteral("Saved in Clerk")));
        QCOMPARE(world.world.patches(), 1);
        QVERIFY(!world.stage.shows("google.client_id"));
        QVERIFY(world.line("google.client_secret").text().isEmpty()); // nothing of it stays on the page
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("apple.open")); // not lost
    }

    void takesWhatIsDroppedOnACard()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        QMimeData data;
        data.setText(
            QStringLiteral("GOOGLE_CLIENT_ID=12-ab.apps.googleusercontent.com\nGOOGLE_CLIENT_SECRET=GOCSPX-x1\n"));
        // Not the field, which would take the text as it is: whoever drops beside it means the whole form.
        QWidget *card = world.line("google.client_id").parentWidget();
        while (card && !card->acceptDrops())
            card = card->parentWidget();
        QVERIFY(card);
        QDragEnterEvent over(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(card, &over);
        QVERIFY(over.isAccepted());
        QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(card, &drop);

        QTRY_COMPARE(world.line("google.client_id").text(), QStringLiteral("12-ab.apps.googleusercontent.com"));
        QVERIFY(world.line("google.client_secret").placeholderText().contains(QStringLiteral("Entered"))); // not shown
        QCOMPARE(world.world.attempts(), 0); // nothing is saved by it
    }

    void enterInAFieldSavesNothing()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        auto &line = world.line("google.client_id");
        line.setFocus();
        typeOnTheKeyboard("x");
        QTest::keyClick(&line, Qt::Key_Return);
        QVERIFY(!world.stage.page->enterGoesForward());
        QVERIFY(world.viewModel.state().cards.at(2).standing == ProvidersViewModel::Standing::PartlyFilled);
        QCOMPARE(world.world.patches(), 0);
    }

    void movesToWhatIsMissing()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        world.line("google.client_id").setFocus();
        typeOnTheKeyboard("x");
        QTest::mouseClick(&world.stage.find<QPushButton>("google.save"), Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("google.client_secret"));
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("Enter the Client secret.")));
        QVERIFY(world.line("google.client_secret").accessibleDescription().contains(QStringLiteral("Enter")));
    }

    void foldsAndUnfoldsByAClickAnywhereOnTheLine()
    {
        World world;
        auto &apple = world.stage.find<ProviderHeader>("apple.open");
        QVERIFY(world.stage.shows("apple.team_id"));
        QCOMPARE(apple.accessibleDescription(), QStringLiteral("unfolded"));
        QTest::mouseClick(&apple, Qt::LeftButton, {}, {apple.width() / 2, apple.height() / 2});
        QVERIFY(!world.stage.shows("apple.team_id"));
        QCOMPARE(apple.accessibleDescription(), QStringLiteral("folded"));
        auto &github = world.stage.find<ProviderHeader>("github.open");
        QTest::mouseClick(&github, Qt::LeftButton, {}, {github.width() - 5, 5});
        QVERIFY(world.stage.shows("github.client_id"));
    }

    void keepsTheCursorWhileTyping()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        auto &line = world.line("google.client_id");
        line.setFocus();
        typeOnTheKeyboard("abcd");
        QTest::keyClick(&line, Qt::Key_Left);
        QTest::keyClick(&line, Qt::Key_Left);
        typeOnTheKeyboard("x");
        QCOMPARE(line.text(), QStringLiteral("abxcd"));
        QCOMPARE(line.cursorPosition(), 3);
    }

    void keepsWhatWasTypedWhenTheStepIsLeft()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        world.line("google.client_secret").setFocus();
        typeOnTheKeyboard("GOCSPX-typed");
        world.viewModel.leave();
        world.stage.page->hide();
        world.stage.page->show();
        world.viewModel.enter();
        QCOMPARE(world.line("google.client_secret").text(), QStringLiteral("GOCSPX-typed"));
    }

    void copiesWhatHasToBeRegistered()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("google"));
        auto &copy = world.stage.find<QPushButton>("google.copy.0");
        QVERIFY(copy.accessibleName().contains(QStringLiteral("oauth_callback")));
        QTest::mouseClick(&copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("https://clerk.corner-shop.example/v1/oauth_callback"));
        QTest::mouseClick(&world.stage.find<QPushButton>("google.copy.2"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://www.corner-shop.example"));
        QVERIFY(world.stage.page->findChild<QWidget *>(QStringLiteral("github.copy.1")) == nullptr);
    }

    void takesApplesKeyFromTheClipboard()
    {
        World world;
        const QString key = QString::fromUtf8(samplePrivateKey());
        auto &paste = world.stage.find<QPushButton>("apple.client_secret.paste");
        QGuiApplication::clipboard()->setText(QStringLiteral("not a key"));
        QTest::mouseClick(&paste, Qt::LeftButton);
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("holds no private key")));
        QGuiApplication::clipboard()->setText(key);
        QTest::mouseClick(&paste, Qt::LeftButton);
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("A private key is entered.")));
        QVERIFY(!wordsOf(*world.stage.page).contains(key.section(QLatin1Char('\n'), 1, 1)));
    }

    void leavesAProviderOutAndTakesItUp()
    {
        World world;
        QTest::mouseClick(&world.stage.find<QPushButton>("apple.leaveOut"), Qt::LeftButton);
        QVERIFY(!world.stage.shows("apple.team_id"));
        world.viewModel.openCard(QStringLiteral("apple"));
        QVERIFY(!world.stage.shows("apple.team_id"));
        QVERIFY(!world.stage.shows("apple.save"));
        QTest::mouseClick(&world.stage.find<QPushButton>("apple.takeUp"), Qt::LeftButton);
        QVERIFY(world.stage.shows("apple.team_id"));
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("apple.client_id"));
    }

    void choosesFromAList()
    {
        World world;
        world.viewModel.openCard(QStringLiteral("linear"));
        auto &actor = world.stage.find<QComboBox>("linear.actor");
        QCOMPARE(actor.currentText(), QStringLiteral("user"));
        actor.setFocus();
        QTest::keyClick(&actor, Qt::Key_Down);
        QCOMPARE(world.viewModel.state().cards.constLast().fields.constLast().value, QStringLiteral("application"));
    }

    void offersToAskAgainWhenSomethingIsMissing()
    {
        OpenedDeployment scripted;
        scripted.goLive();
        scripted.api.developmentConfig = failure(Error::Kind::Offline);
        QVERIFY(!waitFor(scripted.deployment.refresh()));
        ProvidersViewModel viewModel(scripted.deployment, scripted.secrets, scripted.clock, {});
        const PageStage<ProvidersPage> stage(viewModel);
        QTRY_VERIFY(stage.shows("providersReload"));
        scripted.api.developmentConfig = InstanceConfig();
        QTest::mouseClick(&stage.find<QPushButton>("providersReload"), Qt::LeftButton);
        QTRY_VERIFY(wordsOf(*stage.page).contains(QStringLiteral("no social sign-in")));
    }

    void namesEverything()
    {
        World world;
        const auto cards = world.viewModel.state().cards;
        for (const auto &card : cards) {
            if (world.viewModel.state().openSlug != card.slug)
                world.viewModel.openCard(card.slug);
            QCOMPARE(namelessControls(*world.stage.page).join(QLatin1Char('\n')), QString());
        }
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
        const auto cards = world.viewModel.state().cards;
        for (const auto &card : cards) {
            if (world.viewModel.state().openSlug != card.slug)
                world.viewModel.openCard(card.slug);
            world.viewModel.save(card.slug); // with every complaint
            QTest::qWait(20);
            QCOMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
        }
        QCOMPARE(world.line("google.client_id").layoutDirection(), Qt::LeftToRight);
    }

    void shortensANameToItsInitials_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("one word") << QStringLiteral("Google") << QStringLiteral("G");
        QTest::newRow("two humps") << QStringLiteral("GitHub") << QStringLiteral("GH");
        QTest::newRow("two words") << QStringLiteral("Hugging Face") << QStringLiteral("HF");
        QTest::newRow("capitals") << QStringLiteral("LINE") << QStringLiteral("LI");
        QTest::newRow("a sign") << QStringLiteral("X / Twitter") << QStringLiteral("XT");
        QTest::newRow("nothing") << QString() << QString();
    }
    void shortensANameToItsInitials()
    {
        QFETCH(QString, name);
        QFETCH(QString, initials);
        QCOMPARE(initialsOf(name), initials);
    }
};

QTEST_MAIN(TestProvidersPage)
#include "tst_providerspage.moc"
