#include "keychain/memorysecretstore.h"
#include "testkit/movedclock.h"
#include "testkit/practiceclerk.h"
#include "testkit/scriptedsurveyor.h"
#include "wizard/steps/createviewmodel.h"
#include "wizard/steps/domainviewmodel.h"
#include "wizard/steps/settingsviewmodel.h"

#include <QJsonArray>
#include <QTest>

using namespace golive;

namespace {

/// The three steps up to the creation, with the real client and the practice server.
struct Steps
{
    Steps()
    {
        deployment.open(clerk.shop());
        settings.choose(DeployPlan::Settings::CloneDevelopment);
        domain.setDomain(QStringLiteral("https://Example.com/"));
        domain.finishDomain();
    }

    void press()
    {
        create.create();
        QVERIFY(QTest::qWaitFor([this] { return create.state().underWay.isEmpty(); }));
    }

    PracticeClerk clerk;
    MemorySecretStore secrets;
    MovedClock clock;
    DeployJournal journal {QString()};
    Deployment deployment {*clerk.api, secrets, journal, clock, QStringLiteral("127.0.0.1")};
    SettingsViewModel settings {*clerk.api, deployment, clock, QUrl()};
    ScriptedSurveyor surveyor;
    DomainViewModel domain {*clerk.api, deployment, surveyor, clock};
    CreateViewModel create {deployment};
};

} // namespace

class TestCreationInPractice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWillBeCopied()
    {
        Steps steps;
        steps.settings.enter();
        QTRY_COMPARE(steps.settings.state().reading, SettingsViewModel::Reading::Done);
        QCOMPARE(steps.settings.state().copied.constFirst().lines.constFirst(),
                 QStringLiteral("Sign in with email code"));
        const auto hasCount = [&] {
            const auto &left = steps.settings.state().leftBehind;
            return std::any_of(left.cbegin(), left.cend(), [](const LeftBehindLine &each) {
                return each.title.startsWith(QStringLiteral("Redirect URLs")) && !each.names.isEmpty();
            });
        };
        QTRY_VERIFY(hasCount());
    }

    void createsOneInstance()
    {
        Steps steps;
        steps.press();
        QCOMPARE(steps.create.state().phase, CreateViewModel::Phase::Exists);
        QCOMPARE(steps.create.state().outcome.tone, Notice::Tone::Success);
        QCOMPARE(steps.deployment.facts().domain->name, QStringLiteral("example.com"));
        QVERIFY(steps.deployment.facts().secretKeyKept);
        QVERIFY(steps.settings.state().readOnly);
        QVERIFY(steps.domain.state().readOnly);
        steps.press();
        QCOMPARE(steps.clerk.creations(), 1);
    }

    void findsTheInstanceAfterALostAnswer()
    {
        Steps steps;
        steps.clerk.server.dropNext(PracticeServer::Drop::AfterEffect, QStringLiteral("/instances"));
        steps.press();
        QCOMPARE(steps.create.state().phase, CreateViewModel::Phase::Exists);
        QVERIFY(steps.create.state().keyTrouble.notice.isEmpty());
        QCOMPARE(steps.clerk.creations(), 1);
    }

    void isUnsureWhenNothingCameBack()
    {
        Steps steps;
        steps.clerk.server.dropNext(PracticeServer::Drop::BeforeEffect, QStringLiteral("/instances"));
        steps.press();
        QVERIFY(steps.create.state().canLookAgain);
        steps.create.lookAgain();
        QTRY_VERIFY(steps.create.state().canCreate);
        QCOMPARE(steps.clerk.creations(), 1);
        steps.press();
        QCOMPARE(steps.create.state().phase, CreateViewModel::Phase::Exists);
        QCOMPARE(steps.clerk.creations(), 2);
    }

    void sendsATakenDomainBackToItsField()
    {
        Steps steps;
        QObject::connect(&steps.create, &CreateViewModel::domainRefused, &steps.domain, &DomainViewModel::showRefusal);
        steps.clerk.server.failNext(422, QStringLiteral("home_url_taken"), {}, QStringLiteral("/instances"));
        steps.press();
        QVERIFY(steps.domain.state().problem.contains(QStringLiteral("already uses example.com")));
        QVERIFY(!steps.deployment.facts().production());
    }

    void namesTheFeaturesInEitherSpelling_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("features") << QStringLiteral("features");
        QTest::newRow("unsupported features") << QStringLiteral("unsupported_features");
    }

    void namesTheFeaturesInEitherSpelling()
    {
        QFETCH(QString, key);
        Steps steps;
        steps.clerk.server.failNext(402, QStringLiteral("unsupported_subscription_plan_features"),
                                    {{key, QJsonArray {QStringLiteral("saml"), QStringLiteral("organizations")}}},
                                    QStringLiteral("/instances"));
        steps.press();
        QCOMPARE(steps.create.state().missingFeatures,
                 (QStringList {QStringLiteral("saml"), QStringLiteral("organizations")}));
        QTRY_COMPARE(steps.create.state().featureUses.size(), 2); // and who uses them
        QVERIFY(steps.create.state().featureUses.at(0).contains(QLatin1String("Dashboard")));
        QVERIFY(steps.create.state().featureUses.at(1).contains(QLatin1String("Organization settings: Enabled")));
        QCOMPARE(steps.create.state().waysOn.size(), 3);
        QVERIFY(steps.create.state().outcome.text.startsWith(QLatin1String("Nothing was created")));
        steps.create.startFromDefaultsInstead();
        steps.press();
        QCOMPARE(steps.create.state().phase, CreateViewModel::Phase::Exists);
    }
};

QTEST_GUILESS_MAIN(TestCreationInPractice)
#include "tst_creationinpractice.moc"
