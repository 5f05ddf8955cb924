#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/practiceclerk.h"
#include "wizard/steps/applicationviewmodel.h"
#include "wizard/steps/connectviewmodel.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Standing = ApplicationViewModel::Standing;

/// The first steps with the real client and the practice server: what scripted answers cannot show.
class TestFirstSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectsOnlyWithAKeyThatClerkKnows()
    {
        PracticeClerk clerk;
        MemorySecretStore secrets;
        ConnectViewModel viewModel(*clerk.api, secrets, QStringLiteral("practice"), std::nullopt, QUrl());
        const QSignalSpy finished(&viewModel, &StepViewModel::finished);

        viewModel.setKey(QStringLiteral("ak_nobody_knows_this_one"));
        viewModel.goForward();
        QTRY_VERIFY(viewModel.state().notice.tone == Notice::Tone::Problem);
        QVERIFY2(viewModel.state().notice.text.contains(QStringLiteral("does not accept this key")),
                 qPrintable(viewModel.state().notice.text));
        QVERIFY(!viewModel.state().notice.details.isEmpty());

        viewModel.setKey(QString::fromLatin1(PracticeServer::accessKey));
        viewModel.goForward();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(viewModel.state().applications, 4);
    }

    void showsHowTheApplicationsOfTheWorkspaceStand()
    {
        PracticeClerk clerk;
        MemorySecretStore secrets;
        DeployJournal journal {QString()};
        Deployment deployment(*clerk.api, secrets, journal, clerk.clock, QStringLiteral("practice"));
        ApplicationViewModel viewModel(*clerk.api, deployment, journal, clerk.clock);
        const QSignalSpy finished(&viewModel, &StepViewModel::finished);

        viewModel.enter();

        QTRY_COMPARE(viewModel.state().rows.size(), 4);
        const auto bookings = [&] { return viewModel.state().rows.at(2); };
        QTRY_VERIFY(bookings().standing == Standing::InProgress);
        QCOMPARE(bookings().detail, QStringLiteral("harbour-bookings.example"));
        QVERIFY(viewModel.state().rows.at(0).standing == Standing::NoProduction);

        viewModel.select(bookings().id);
        viewModel.goForward();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(deployment.facts().production().has_value());
        QVERIFY(viewModel.state().readOnly);
    }
};

QTEST_GUILESS_MAIN(TestFirstSteps)
#include "tst_firststeps.moc"
