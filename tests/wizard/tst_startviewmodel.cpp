#include "wizard/steps/startviewmodel.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

const QString clerkHost = QStringLiteral("api.clerk.test");

JournalEntry entry(const QString &applicationId, const QString &host = clerkHost)
{
    JournalEntry made;
    made.clerkHost = host;
    made.plan.applicationId = applicationId;
    made.plan.applicationName = QStringLiteral("Name of ") + applicationId;
    made.startedAt = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    made.changedAt = made.startedAt;
    return made;
}

} // namespace

class TestStartViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWillHappenAndWhatToHaveReady()
    {
        DeployJournal journal {QString()};
        const StartViewModel viewModel(journal, clerkHost, false);

        const StartViewModel::State &state = viewModel.state();
        QVERIFY(!state.started);
        QVERIFY(state.duration.contains(QStringLiteral("20 minutes")));
        QVERIFY(state.stages.size() >= 5);
        QVERIFY(state.usersStay.contains(QStringLiteral("do not move")));
        QVERIFY(state.differences.size() >= 5);
        QCOMPARE(state.preparations.size(), 4);
        QVERIFY(state.earlier.isEmpty());
        QVERIFY(state.notice.isEmpty());
    }

    void movesOnWithoutAsking()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        const QSignalSpy finished(&viewModel, &StepViewModel::finished);

        viewModel.goForward();

        QCOMPARE(finished.count(), 1);
        QVERIFY(viewModel.state().started);
    }

    void ticksAreForThePersonOnly()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        const QSignalSpy changes(&viewModel, &StepViewModel::stateChanged);

        viewModel.tick(QStringLiteral("dns"), true);
        viewModel.tick(QStringLiteral("no such thing"), true);
        viewModel.enter();

        QCOMPARE(changes.count(), 1);
        QVERIFY(!viewModel.state().preparations.at(0).ticked);
        QVERIFY(viewModel.state().preparations.at(1).ticked);
        QVERIFY(!viewModel.state().started);
    }

    void saysHowFarAnEarlierDeploymentHadCome_data()
    {
        QTest::addColumn<JournalEntry>("entry");
        QTest::addColumn<QString>("words");

        JournalEntry each = entry(QStringLiteral("app_1"));
        QTest::newRow("application") << each << QStringLiteral("Application chosen");
        each.plan.settings = DeployPlan::Settings::CloneDevelopment;
        QTest::newRow("settings") << each << QStringLiteral("Settings chosen");
        each.plan.domain = QStringLiteral("example.com");
        QTest::newRow("domain") << each << QStringLiteral("Domain chosen");
        each.creationAttemptedAt = each.changedAt;
        QTest::newRow("attempted") << each << QStringLiteral("has to be asked");
        each.productionInstanceId = QStringLiteral("ins_1");
        QTest::newRow("created") << each << QStringLiteral("not finished");
        each.finished = true;
        QTest::newRow("finished") << each << QStringLiteral("Finished");
    }

    void saysHowFarAnEarlierDeploymentHadCome()
    {
        QFETCH(JournalEntry, entry);
        QFETCH(QString, words);
        DeployJournal journal {QString()};
        QVERIFY(journal.save(entry));

        const StartViewModel viewModel(journal, clerkHost, false);

        QCOMPARE(viewModel.state().earlier.size(), 1);
        const StartViewModel::Earlier &earlier = viewModel.state().earlier.constFirst();
        QVERIFY2(earlier.standing.contains(words), qPrintable(earlier.standing));
        QCOMPARE(earlier.applicationName, QStringLiteral("Name of app_1"));
        QCOMPARE(earlier.domain, entry.plan.domain);
        QCOMPARE(earlier.finished, entry.finished);
        QVERIFY(earlier.changed.contains(QStringLiteral("26")));
    }

    void leavesDeploymentsOfAnotherClerkAlone()
    {
        DeployJournal journal {QString()};
        QVERIFY(journal.save(entry(QStringLiteral("app_1"), QStringLiteral("api.other.test"))));

        const StartViewModel viewModel(journal, clerkHost, false);

        QVERIFY(viewModel.state().earlier.isEmpty());
    }

    void staysReadableWhateverTheJournalSays()
    {
        JournalEntry hostile = entry(QStringLiteral("app_1"));
        hostile.plan.applicationName = QString(100'000, QLatin1Char('x'));
        hostile.plan.domain = QStringLiteral("exa\nmple.com");
        hostile.changedAt = {};
        DeployJournal journal {QString()};
        QVERIFY(journal.save(hostile));
        JournalEntry nameless = entry(QStringLiteral("app_2"));
        nameless.plan.applicationName.clear();
        QVERIFY(journal.save(nameless));

        const StartViewModel viewModel(journal, clerkHost, false);

        QCOMPARE(viewModel.state().earlier.size(), 2);
        for (const StartViewModel::Earlier &each : viewModel.state().earlier) {
            QVERIFY(!each.applicationName.isEmpty());
            QVERIFY(each.applicationName.size() < 200);
            QVERIFY(!each.domain.contains(QLatin1Char('\n')));
        }
    }

    void continuesOnlyWhatIsOffered()
    {
        DeployJournal journal {QString()};
        QVERIFY(journal.save(entry(QStringLiteral("app_1"))));
        StartViewModel viewModel(journal, clerkHost, false);
        const QSignalSpy wanted(&viewModel, &StartViewModel::continueWanted);

        viewModel.continueDeployment(QStringLiteral("app_2"));
        QCOMPARE(wanted.count(), 0);
        QVERIFY(!viewModel.state().started);

        viewModel.continueDeployment(QStringLiteral("app_1"));
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.constFirst().constFirst().toString(), QStringLiteral("app_1"));
        QVERIFY(viewModel.state().started);
    }

    void seesWhatWasBegunMeanwhile()
    {
        DeployJournal journal {QString()};
        StartViewModel viewModel(journal, clerkHost, false);
        QVERIFY(journal.save(entry(QStringLiteral("app_1"))));

        viewModel.enter();

        QCOMPARE(viewModel.state().earlier.size(), 1);
    }

    void offersPracticeUnlessThisIsPractice()
    {
        DeployJournal journal {QString()};
        StartViewModel real(journal, clerkHost, false);
        StartViewModel practice(journal, clerkHost, true);
        const QSignalSpy fromReal(&real, &StartViewModel::practiceWanted);
        const QSignalSpy fromPractice(&practice, &StartViewModel::practiceWanted);

        real.practiceFirst();
        practice.practiceFirst();

        QVERIFY(real.state().canPractice);
        QCOMPARE(fromReal.count(), 1);
        QVERIFY(!practice.state().canPractice);
        QVERIFY(practice.state().practice);
        QCOMPARE(fromPractice.count(), 0);
    }

    void explainsNotesThatWerePutAside()
    {
        const QTemporaryDir folder;
        QFile damaged(folder.filePath(QStringLiteral("damaged.json")));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("{ not json");
        damaged.close();
        DeployJournal journal(folder.path());
        if (journal.setAside().isEmpty()) // the file's naming is the journal's business
            QSKIP("the journal does not look at this file");

        const StartViewModel viewModel(journal, clerkHost, false);

        const Notice &notice = viewModel.state().notice;
        QVERIFY(notice.tone == Notice::Tone::Warning);
        QVERIFY(notice.text.contains(QStringLiteral("Nothing in Clerk has changed")));
        QVERIFY(notice.details.contains(journal.setAside().constFirst()));
    }
};

QTEST_GUILESS_MAIN(TestStartViewModel)
#include "tst_startviewmodel.moc"
