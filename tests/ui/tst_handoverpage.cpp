#include "model/keykind.h"
#include "testkit/practicepage.h"
#include "ui/pages/handoverpage.h"
#include "ui/widgets/disclosure.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace golive;

namespace {

/// The page in front of the practice shop.
struct World
{
    void click(const char *name) const { stage.find<QPushButton>(name).click(); }

    void choose(const char *box, const QString &id) const
    {
        auto &combo = stage.find<QComboBox>(box);
        combo.setCurrentIndex(combo.findData(id));
        Q_EMIT combo.activated(combo.currentIndex());
    }

    /// A Next.js project in `folder`, dropped on the page as a file manager does.
    bool drop(const QString &folder)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(folder)});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&*stage.page, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&*stage.page, &drop);
        return drop.isAccepted();
    }

    PracticeProduction world;
    HandoverViewModel viewModel {world.deployment, world.clock, nullptr};
    PageStage<HandoverPage> stage {viewModel};
};

void makeProject(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(QStringLiteral("package.json")));
    if (!file.open(QIODevice::WriteOnly) || file.write(R"({"dependencies": {"nuxt": "4"}})") < 0)
        qFatal("cannot write package.json");
}

} // namespace

class TestHandoverPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void replacesAnEarlierDomainsKeyWhenToldSo()
    {
        const QTemporaryDir folder;
        makeProject(folder);
        QFile file(folder.filePath(QStringLiteral(".env")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("NUXT_PUBLIC_CLERK_PUBLISHABLE_KEY="
                   + publishableKeyFor(QStringLiteral("clerk.before.example")).toLatin1() + "\n");
        file.close();
        World world;
        QVERIFY(world.drop(folder.path()));
        QVERIFY(world.stage.shows("earlierDomain"));
        QVERIFY(!world.stage.find<QPushButton>("writeEnvironment").isEnabled());

        world.stage.find<QPushButton>("earlierDomain").setFocus();
        world.click("earlierDomain");

        QVERIFY(!world.stage.shows("earlierDomain"));
        QVERIFY(world.stage.find<QPushButton>("writeEnvironment").hasFocus());
        QVERIFY(world.stage.find<QPushButton>("writeEnvironment").isEnabled());
    }

    void takesADroppedFolder()
    {
        const QTemporaryDir folder;
        makeProject(folder);
        World world;
        QVERIFY(!world.stage.shows("writeEnvironment"));

        QVERIFY(world.drop(folder.path()));

        QCOMPARE(world.stage.find<QComboBox>("framework").currentData().toString(), QStringLiteral("nuxt"));
        QVERIFY(world.stage.shows("writeEnvironment"));
        world.click("writeEnvironment");
        QFile written(folder.filePath(QStringLiteral(".env")));
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().contains("NUXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_"));
        QTRY_VERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("is right already")));
    }

    void takesNothingElseThatIsDropped()
    {
        World world;
        QMimeData data;
        data.setUrls({QUrl(QStringLiteral("https://example.com"))});
        QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&*world.stage.page, &enter);
        QVERIFY(!enter.isAccepted());
        QVERIFY(world.drop(QStringLiteral("/no/such/folder")));
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("is not a folder")));
    }

    void copiesTheSecretOnlyWhenAsked()
    {
        World world;
        world.click("copyEnvironment");
        QVERIFY(!QGuiApplication::clipboard()->text().contains(QStringLiteral("sk_live")));
        world.stage.find<QCheckBox>("withSecret").click();
        QTRY_VERIFY(world.stage.find<QPushButton>("copyEnvironment").isEnabled());
        world.click("copyEnvironment");
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(QStringLiteral("CLERK_SECRET_KEY=sk_live_")));
        const QString shown = world.stage.find<QPlainTextEdit>("environmentPreview").toPlainText();
        QVERIFY(shown.contains(QStringLiteral("••••")));
        world.choose("framework", QStringLiteral("react"));
        QVERIFY(!world.stage.shows("withSecret"));
    }

    void tellsWhereToEnterThem()
    {
        World world;
        QVERIFY(!world.stage.shows("hostingSteps"));
        world.choose("hostingPlace", QStringLiteral("netlify"));
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("Environment variables")));
        QVERIFY(wordsOf(*world.stage.page).contains(QStringLiteral("netlify.app")));
        QCOMPARE(world.world.deployment.plan().hostingPlace, QStringLiteral("netlify"));
    }

    void showsAndCopiesCode()
    {
        World world;
        auto &piece = world.stage.find<Disclosure>("code.nextjs");
        QVERIFY(!piece.isOpen());
        piece.setOpen(true);
        world.click("copy.nextjs");
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\"https://corner-shop.example\"")));
        world.click("save.nextjs");
        auto *dialog = world.stage.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        dialog->close();
    }

    void savesTheDocument()
    {
        const QTemporaryDir folder;
        World world;
        world.click("saveDocument");
        auto *dialog = world.stage.page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = folder.filePath(QStringLiteral("handover.html"));
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("<!DOCTYPE html>"));
    }

    void ticksWhatIsDone()
    {
        World world;
        auto &webhooks = world.stage.find<QCheckBox>("todo.webhooks");
        webhooks.setFocus();
        QTest::keyClick(&webhooks, Qt::Key_Space);
        QVERIFY(webhooks.isChecked());
        QCOMPARE(world.world.deployment.plan().tickedHandover, QStringList {QStringLiteral("webhooks")});
        auto &taken = world.stage.find<QCheckBox>("keysTaken");
        taken.setFocus();
        QTest::keyClick(&taken, Qt::Key_Space);
        QVERIFY(world.world.deployment.plan().keysTaken);
        QVERIFY(!webhooks.accessibleDescription().isEmpty());
    }

    void offersNothingWhereThereIsNoInstance()
    {
        OpenedDeployment scripted;
        HandoverViewModel viewModel(scripted.deployment, scripted.clock, nullptr);
        const PageStage<HandoverPage> stage(viewModel);
        for (const char *button : {"saveDocument", "copyDocument", "copyEnvironment", "saveEnvironment"})
            QVERIFY2(!stage.find<QPushButton>(button).isEnabled(), button);
        QVERIFY(!stage.find<QCheckBox>("keysTaken").isEnabled());
    }

    void namesEverything()
    {
        World world;
        const QTemporaryDir folder;
        makeProject(folder);
        QVERIFY(world.drop(folder.path()));
        world.choose("hostingPlace", QStringLiteral("vercel"));
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
        const QTemporaryDir folder;
        makeProject(folder);
        World world;
        QTRY_COMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
        QVERIFY(world.drop(folder.path()));
        world.choose("hostingPlace", QStringLiteral("aws"));
        world.stage.find<Disclosure>("code.nuxt").setOpen(true);
        QTRY_COMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
        QCOMPARE(world.stage.find<QPlainTextEdit>("environmentPreview").layoutDirection(), Qt::LeftToRight);
    }
};

QTEST_MAIN(TestHandoverPage)
#include "tst_handoverpage.moc"
