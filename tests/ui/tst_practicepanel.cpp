#include "testkit/dnssamples.h"
#include "testkit/pretendprovider.h"
#include "ui/practice/practicepanel.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace golive;

class TestPracticePanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsOneRecordInAWayOfChoice()
    {
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        PracticePanel panel(model);
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        auto *choice = panel.findChild<QComboBox *>(QStringLiteral("practiceEntry_clkmail.example.com"));
        QVERIFY(choice);
        QVERIFY(choice->accessibleName().contains(QStringLiteral("clkmail.example.com")));
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(provider.records().at(2).entry, PracticeEntry::Right);
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(provider.records().at(2).entry, PracticeEntry::Typo);
        QVERIFY(choice->hasFocus());
    }

    void addsAllAndRemovesAll()
    {
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        PracticePanel panel(model);
        auto *add = panel.findChild<QPushButton *>(QStringLiteral("practiceAddAll"));
        QTest::mouseClick(add, Qt::LeftButton);
        QVERIFY(model.state().allRight);
        QVERIFY(!add->isEnabled());
        const auto choices = panel.findChildren<QComboBox *>();
        QCOMPARE(choices.size(), 5);
        for (const QComboBox *choice : choices)
            QCOMPARE(choice->currentData().toInt(), static_cast<int>(PracticeEntry::Right));
        QTest::mouseClick(panel.findChild<QPushButton *>(QStringLiteral("practiceRemoveAll")), Qt::LeftButton);
        QCOMPARE(panel.findChild<QLabel *>(QStringLiteral("practiceSummary"))->text(),
                 QStringLiteral("0 of 5 added correctly."));
    }

    void growsWithClerksList()
    {
        PretendProvider provider;
        PracticePanelViewModel model(provider);
        const PracticePanel panel(model);
        QVERIFY(!panel.findChild<QPushButton *>(QStringLiteral("practiceAddAll"))->isEnabled());
        provider.ask(sampleRecords());
        QCOMPARE(panel.findChildren<QComboBox *>().size(), 5);
    }
};

QTEST_MAIN(TestPracticePanel)
#include "tst_practicepanel.moc"
