#include "testkit/dnssamples.h"
#include "testkit/pretendprovider.h"
#include "wizard/practicepanelviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;

class TestPracticePanelViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatClerkAsksFor()
    {
        PretendProvider provider;
        PracticePanelViewModel model(provider);
        QVERIFY(model.state().rows.isEmpty());
        QVERIFY(model.state().summary.contains(QStringLiteral("Nothing to add yet")));

        provider.ask(sampleRecords());
        QCOMPARE(model.state().rows.size(), 5);
        QCOMPARE(model.state().rows.at(1).host, QStringLiteral("accounts.example.com"));
        QCOMPARE(model.state().rows.at(1).purpose, QStringLiteral("Account Portal pages"));
        QCOMPARE(model.state().summary, QStringLiteral("0 of 5 added correctly."));
        QVERIFY(!model.state().allRight);
    }

    void entersARecordInEveryWay_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<bool>("right");
        QTest::newRow("right") << static_cast<int>(PracticeEntry::Right) << true;
        QTest::newRow("typo") << static_cast<int>(PracticeEntry::Typo) << false;
        QTest::newRow("doubled") << static_cast<int>(PracticeEntry::NameDoubled) << false;
        QTest::newRow("proxied") << static_cast<int>(PracticeEntry::Proxied) << false;
    }
    void entersARecordInEveryWay()
    {
        QFETCH(const int, entry);
        QFETCH(const bool, right);
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        const QString host = QStringLiteral("clkmail.example.com");

        model.enter(host, static_cast<PracticeEntry>(entry));
        QCOMPARE(model.state().rows.at(2).entry, static_cast<PracticeEntry>(entry));
        QCOMPARE(model.state().summary, QStringLiteral("%1 of 5 added correctly.").arg(right ? 1 : 0));
        model.enter(host, PracticeEntry::Absent);
        QCOMPARE(model.state().rows.at(2).entry, PracticeEntry::Absent);
    }

    void addsAllCorrectlyWhateverWasThere()
    {
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        model.enter(QStringLiteral("clerk.example.com"), PracticeEntry::Typo);
        model.enter(QStringLiteral("accounts.example.com"), PracticeEntry::Right);
        provider.entered.clear();

        model.addAllCorrectly();
        QVERIFY(model.state().allRight);
        QCOMPARE(model.state().summary, QStringLiteral("5 of 5 added correctly."));
        QCOMPARE(provider.entered.size(), 4); // the one that was right already was left alone

        model.removeAll();
        QVERIFY(!model.state().allRight);
        QCOMPARE(model.state().summary, QStringLiteral("0 of 5 added correctly."));
    }

    void refusesWhatClerkDidNotAskFor()
    {
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        model.enter(QStringLiteral("www.example.com"), PracticeEntry::Right);
        QVERIFY(provider.entered.isEmpty());
    }

    void speaksOnlyWhenSomethingChanged()
    {
        PretendProvider provider;
        provider.ask(sampleRecords());
        PracticePanelViewModel model(provider);
        const QSignalSpy spoken(&model, &PracticePanelViewModel::stateChanged);
        Q_EMIT provider.recordsChanged();
        QCOMPARE(spoken.size(), 0);
        provider.ask(sampleRecords() + QList<DnsRecord> {{QStringLiteral("clkmail2.example.com"), {}, true}});
        QCOMPARE(spoken.size(), 1);
        QCOMPARE(model.state().rows.size(), 6);
    }
};

QTEST_GUILESS_MAIN(TestPracticePanelViewModel)
#include "tst_practicepanelviewmodel.moc"
