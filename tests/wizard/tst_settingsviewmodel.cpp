#include "testkit/openeddeployment.h"
#include "testkit/waitfor.h"
#include "wizard/steps/settingsviewmodel.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace golive;

namespace {

using Reading = SettingsViewModel::Reading;
using Settings = DeployPlan::Settings;

InstanceConfig config(const char *json)
{
    return {QStringLiteral("v1_1"), QJsonDocument::fromJson(json).object()};
}

InstanceConfig ordinary()
{
    return config(R"({
        "auth_email": {"used_for_sign_in": true, "used_for_sign_up": true, "required_for_sign_up": true,
                       "sign_in_strategies": ["email_code"]},
        "auth_password": {"enabled": true, "required": true, "min_length": 15, "disable_hibp": false},
        "connection_oauth_google": {"enabled": true, "client_secret": ""},
        "paths": {"home": "/start"},
        "sign_up": {"mode": "public"}
    })");
}

QStringList linesUnder(const SettingsViewModel::State &state, const QString &title)
{
    for (const SettingsParagraph &each : state.copied)
        if (each.title == title)
            return each.lines;
    return {};
}

QStringList leftTitles(const SettingsViewModel::State &state)
{
    QStringList titles;
    for (const LeftBehindLine &each : state.leftBehind)
        titles.append(each.title);
    return titles;
}

} // namespace

class TestSettingsViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheRecommendedChoiceAndTakesItOnGoingForward()
    {
        OpenedDeployment world;
        SettingsViewModel viewModel(world.api, world.deployment);
        const QSignalSpy finished(&viewModel, &SettingsViewModel::finished);
        QCOMPARE(viewModel.state().choice, Settings::CloneDevelopment);
        QCOMPARE(world.deployment.plan().settings, Settings::Undecided);

        viewModel.goForward();

        QCOMPARE(world.deployment.plan().settings, Settings::CloneDevelopment);
        QCOMPARE(finished.count(), 1);
    }

    void copiesNothingWhereThereIsNoDevelopment()
    {
        OpenedDeployment world;
        world.choose(); // earlier, when there still was a development instance
        world.application.instances.clear();
        world.deployment.open(world.application);
        SettingsViewModel viewModel(world.api, world.deployment);
        viewModel.enter();

        QVERIFY(!viewModel.state().canCopy);
        QCOMPARE(viewModel.state().choice, Settings::ClerkDefaults);
        QCOMPARE(viewModel.state().notice.tone, Notice::Tone::Information);
        QCOMPARE(world.api.developmentConfig.calls(), 0);
        viewModel.choose(Settings::CloneDevelopment);
        viewModel.goForward();

        QCOMPARE(world.deployment.plan().settings, Settings::ClerkDefaults);
        QVERIFY(world.deployment.next() == Action::CreateInstance);
    }

    void keepsTheChoice()
    {
        OpenedDeployment world;
        SettingsViewModel viewModel(world.api, world.deployment);

        viewModel.choose(Settings::ClerkDefaults);
        viewModel.leave();
        viewModel.enter();
        viewModel.goForward();

        QCOMPARE(viewModel.state().choice, Settings::ClerkDefaults);
        QCOMPARE(world.deployment.plan().settings, Settings::ClerkDefaults);
    }

    void saysInWordsWhatIsCopied()
    {
        OpenedDeployment world;
        world.api.developmentConfig = ordinary();
        SettingsViewModel viewModel(world.api, world.deployment);

        viewModel.enter();
        QCOMPARE(viewModel.state().reading, Reading::UnderWay);
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);

        const auto &state = viewModel.state();
        QCOMPARE(linesUnder(state, QStringLiteral("Email, phone and user name")),
                 QStringList({QStringLiteral("Sign in with email code"),
                              QStringLiteral("An email address is required to sign up")}));
        QVERIFY(linesUnder(state, QStringLiteral("Passwords and passkeys"))
                    .contains(QStringLiteral("Passwords known from data leaks are refused")));
        QCOMPARE(linesUnder(state, QStringLiteral("Other settings")),
                 QStringList {QStringLiteral("sign_up.mode: public")});
    }

    void saysWhatIsLeftBehindAndHowMany()
    {
        OpenedDeployment world;
        world.api.developmentConfig = ordinary();
        world.api.redirectUrls = QList<RedirectUrl> {{QStringLiteral("ru_1"), QStringLiteral("shop://callback")}};
        world.api.jwtTemplates = failure(Error::Kind::Forbidden);
        SettingsViewModel viewModel(world.api, world.deployment);

        viewModel.enter();
        QTRY_VERIFY(
            leftTitles(viewModel.state()).contains(QStringLiteral("Redirect URLs of mobile and desktop programs (1)")));

        const QStringList titles = leftTitles(viewModel.state());
        QVERIFY(titles.contains(QStringLiteral("Credentials of social connections (1)")));
        QVERIFY(titles.contains(QStringLiteral("Paths (1)")));
        QVERIFY(titles.contains(QStringLiteral("JWT templates")));
        QVERIFY(titles.contains(QStringLiteral("Webhooks")));
        QVERIFY(viewModel.state().notice.isEmpty());
    }

    void leavesOutWhatDevelopmentHasNoneOf()
    {
        OpenedDeployment world;
        world.api.developmentConfig = ordinary();
        SettingsViewModel viewModel(world.api, world.deployment);
        viewModel.enter();
        QTRY_VERIFY(!leftTitles(viewModel.state()).contains(QStringLiteral("JWT templates")));
        QVERIFY(!leftTitles(viewModel.state()).contains(QStringLiteral("Custom connections")));
    }

    void aFailedReadingDoesNotBlockTheChoice()
    {
        OpenedDeployment world;
        world.api.developmentConfig = failure(Error::Kind::ServerFault);
        SettingsViewModel viewModel(world.api, world.deployment);
        const QSignalSpy finished(&viewModel, &SettingsViewModel::finished);

        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Failed);
        QVERIFY(viewModel.state().notice.text.contains(QStringLiteral("could not be read")));
        viewModel.goForward();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(world.deployment.plan().settings, Settings::CloneDevelopment);

        world.api.developmentConfig = ordinary();
        viewModel.readAgain();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);
        QVERIFY(viewModel.state().notice.isEmpty());
    }

    void readsOnceAtATime()
    {
        OpenedDeployment world;
        world.api.developmentConfig.hold();
        SettingsViewModel viewModel(world.api, world.deployment);
        viewModel.enter();
        viewModel.readAgain();
        viewModel.readAgain();
        QCOMPARE(world.api.developmentConfig.calls(), 1);
    }

    void dropsAnAnswerAboutAnotherApplication()
    {
        OpenedDeployment world;
        world.api.developmentConfig.hold();
        SettingsViewModel viewModel(world.api, world.deployment);
        viewModel.enter();

        Application other;
        other.id = QStringLiteral("app_blog");
        world.deployment.open(other);
        world.api.developmentConfig = ordinary();
        world.api.developmentConfig.release();

        QTest::qWait(0);
        QCOMPARE(viewModel.state().reading, Reading::NotYet);
        QVERIFY(viewModel.state().copied.isEmpty());
    }

    void isOnlyForViewingOnceTheInstanceExists()
    {
        OpenedDeployment world;
        world.choose(QStringLiteral("example.com"), Settings::ClerkDefaults);
        SettingsViewModel viewModel(world.api, world.deployment);
        const QSignalSpy finished(&viewModel, &SettingsViewModel::finished);
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));

        viewModel.choose(Settings::CloneDevelopment);
        viewModel.goForward();

        QVERIFY(viewModel.state().readOnly);
        QCOMPARE(viewModel.state().choice, Settings::ClerkDefaults);
        QCOMPARE(finished.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSettingsViewModel)
#include "tst_settingsviewmodel.moc"
