#include "testkit/clipping.h"
#include "testkit/pagestage.h"
#include "ui/pages/startpage.h"

#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace golive;

namespace {

const QString clerkHost = QStringLiteral("api.clerk.test");

JournalEntry entry(const QString &applicationId, const QString &name, int minute = 0)
{
    JournalEntry made;
    made.clerkHost = clerkHost;
    made.plan.applicationId = applicationId;
    made.plan.applicationName = name;
    made.plan.domain = QStringLiteral("corner-shop.example");
    made.changedAt = QDateTime(QDate(2026, 1, 5), QTime(9, minute), Qt::UTC);
    return made;
}

} // namespace

class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksWithTheKeyboard()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        const PageStage<StartPage> stage(viewModel);
        auto &box = stage.find<QCheckBox>("preparation-dns");

        box.setFocus();
        QTest::keyClick(&box, Qt::Key_Space);

        QVERIFY(viewModel.state().preparations.at(1).ticked);
        QVERIFY(box.isChecked());
        QVERIFY(!box.accessibleDescription().isEmpty());
    }

    void hidesEarlierDeploymentsWhenThereAreNone()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        const PageStage<StartPage> stage(viewModel);

        QVERIFY(!stage.shows("olderDeployments"));
        QVERIFY(stage.page->firstField() == nullptr);
    }

    void continuesAnEarlierDeployment()
    {
        DeployJournal journal {QString()};
        QVERIFY(journal.save(entry(QStringLiteral("app_1"), QStringLiteral("<b>Shop</b>"))));
        StartViewModel viewModel(journal, clerkHost, false);
        const PageStage<StartPage> stage(viewModel);
        const QSignalSpy wanted(&viewModel, &StartViewModel::continueWanted);
        auto &button = stage.find<QPushButton>("continue-app_1");
        QVERIFY(button.accessibleName().contains(QStringLiteral("<b>Shop</b>")));
        QCOMPARE(stage.page->firstField(), static_cast<QWidget *>(&button));

        QTest::mouseClick(&button, Qt::LeftButton);

        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), QStringLiteral("app_1"));
    }

    void followsTheJournal()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        const PageStage<StartPage> stage(viewModel);
        for (int i = 0; i < 5; ++i)
            QVERIFY(journal.save(entry(QStringLiteral("app_%1").arg(i), QStringLiteral("Shop"), i)));
        viewModel.enter();
        QVERIFY(stage.shows("olderDeployments"));
        QTRY_VERIFY(stage.shows("continue-app_4"));
        QVERIFY(!stage.shows("continue-app_0")); // below "Older deployments"

        for (int i = 1; i < 5; ++i)
            QVERIFY(journal.remove(clerkHost, QStringLiteral("app_%1").arg(i)));
        viewModel.enter();

        QTRY_VERIFY(stage.shows("continue-app_0"));
        QVERIFY(!stage.shows("olderDeployments"));
    }

    void offersPracticeOnlyOutsidePractice()
    {
        DeployJournal journal {QString()};
        StartViewModel real(journal, clerkHost, false);
        StartViewModel practice(journal, clerkHost, true);
        const PageStage<StartPage> stage(real);
        const PageStage<StartPage> practiceStage(practice);
        const QSignalSpy wanted(&real, &StartViewModel::practiceWanted);

        QTest::mouseClick(&stage.find<QPushButton>("practiceFirst"), Qt::LeftButton);

        QCOMPARE(wanted.count(), 1);
        QVERIFY(!practiceStage.shows("practiceFirst"));
    }

    void cutsNothingOff()
    {
        DeployJournal journal {QString()};
        for (int i = 0; i < 5; ++i)
            QVERIFY(journal.save(entry(QStringLiteral("app_%1").arg(i), QString(300, QLatin1Char('W')))));
        StartViewModel viewModel(journal, clerkHost, false);
        const PageStage<StartPage> stage(viewModel);
        for (QAbstractButton *each : stage.find<QWidget>("differences").findChildren<QAbstractButton *>())
            each->click();
        QTest::qWait(20);

        QCOMPARE(clippedTexts(*stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
