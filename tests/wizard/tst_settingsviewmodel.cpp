#include "testkit/openeddeployment.h"
#include "testkit/settingsseed.h"
#include "testkit/waitfor.h"
#include "wizard/steps/settingsviewmodel.h"

#include <QDir>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

using Reading = SettingsViewModel::Reading;
using Settings = DeployPlan::Settings;

QUrl dashboard()
{
    return QUrl(QStringLiteral("https://dashboard.example"));
}

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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());

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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());

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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());

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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_VERIFY(!leftTitles(viewModel.state()).contains(QStringLiteral("JWT templates")));
        QVERIFY(!leftTitles(viewModel.state()).contains(QStringLiteral("Custom connections")));
    }

    void showsEverySettingExplainedAndWhatACopyDoesToIt()
    {
        OpenedDeployment world;
        world.api.developmentConfig = seedConfig();
        world.api.schema = seedSchema();
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);

        QTRY_VERIFY(!viewModel.state().fileName.isEmpty()); // by then there is a schema
        viewModel.setSearch(QStringLiteral("may sign in"));
        QCOMPARE(viewModel.state().rows.size(), 2); // below its heading
        const SettingRow email = viewModel.state().rows.constLast();
        QCOMPARE(email.title, QStringLiteral("Email: Used for sign in"));
        QCOMPARE(email.explanation, QStringLiteral("People may sign in with their email address"));
        QCOMPARE(email.first, QStringLiteral("on"));
        QCOMPARE(email.state, QStringLiteral("comes along"));
        viewModel.setSearch(QStringLiteral("paths.sign_up"));
        QCOMPARE(viewModel.state().rows.constLast().state, QStringLiteral("stays behind"));
        viewModel.setSearch(QStringLiteral("primary color"));
        QCOMPARE(viewModel.state().rows.constLast().state, QStringLiteral("not certain"));
        viewModel.setSearch(QStringLiteral("duration seconds"));
        QCOMPARE(viewModel.state().rows.constLast().first, QStringLiteral("7 days"));
        viewModel.setSearch(QStringLiteral("nothing of the kind"));
        QVERIFY(viewModel.state().emptyText.contains(QLatin1String("nothing of the kind")));
        for (const char *secret : {"REDACTED", "client_secret"}) {
            viewModel.setSearch(QLatin1String(secret));
            QVERIFY2(viewModel.state().rows.isEmpty(), secret);
        }
    }

    void advisesOnWhatHurtsInProduction()
    {
        OpenedDeployment world;
        world.api.developmentConfig = config(R"({
            "auth_attack_protection": {"bot_protection": {"captcha_enabled": false}},
            "session_settings": {"maximum_lifetime": {"enabled": true, "duration_seconds": 31536000}}})");
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);

        const QList<AdviceLine> advice = viewModel.state().advice;
        QCOMPARE(advice.size(), 2);
        QVERIFY(advice.at(0).setting.endsWith(QLatin1String("Captcha enabled: off")));
        QVERIFY(advice.at(1).setting.endsWith(QLatin1String("365 days")));
        QVERIFY(advice.at(1).text.contains(QLatin1String("7 days")));
        viewModel.goForward(); // it is advice
        QCOMPARE(world.deployment.plan().settings, Settings::CloneDevelopment);
    }

    void linksToTheDashboardWhereItHasToBeDoneThere()
    {
        OpenedDeployment world;
        world.api.developmentConfig = ordinary();
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);
        QVERIFY(!viewModel.state().leftBehind.isEmpty());
        for (const LeftBehindLine &line : viewModel.state().leftBehind) {
            if (line.title.startsWith(QLatin1String("Webhooks")))
                QCOMPARE(line.page, QUrl(QStringLiteral("https://dashboard.example/~/webhooks")));
            if (line.title.startsWith(QLatin1String("Paths")) || line.title.startsWith(QLatin1String("Users")))
                QVERIFY(line.page.isEmpty()); // Golive does the one, nobody the other
        }
    }

    void savesTheSettingsWithoutSecrets()
    {
        OpenedDeployment world;
        world.api.developmentConfig = seedConfig();
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.json"));
        QVERIFY(viewModel.state().fileName.isEmpty()); // no schema yet
        world.api.schema = seedSchema();
        viewModel.readAgain();
        QTRY_VERIFY(viewModel.state().fileName.endsWith(QLatin1String(".json")));

        viewModel.saveTo(path);

        QCOMPARE(viewModel.state().notice.tone, Notice::Tone::Success);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("/sign-in"));
        QVERIFY(!text.contains("REDACTED"));
        viewModel.saveTo(folder.filePath(QStringLiteral("nowhere/settings.json")));
        QCOMPARE(viewModel.state().notice.tone, Notice::Tone::Problem);
    }

    void savesNothingBeforeItKnowsWhatIsASecret()
    {
        OpenedDeployment world;
        world.api.developmentConfig = seedConfig();
        world.api.schema = failure(Error::Kind::Forbidden);
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_COMPARE(viewModel.state().reading, Reading::Done);
        QVERIFY(viewModel.state().fileName.isEmpty());
        QTemporaryDir folder;
        viewModel.saveTo(folder.filePath(QStringLiteral("settings.json")));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void saysWhyItExplainsAndSavesNothing()
    {
        OpenedDeployment world;
        world.api.developmentConfig = seedConfig();
        world.api.schema = failure(Error::Kind::Forbidden);
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        QTRY_VERIFY(viewModel.state().unexplained.contains(QStringLiteral("cannot be saved as a file")));
        QVERIFY(!viewModel.state().rows.isEmpty());

        world.api.schema = seedSchema();
        viewModel.readAgain();
        QTRY_VERIFY(viewModel.state().unexplained.isEmpty());
        QVERIFY(!viewModel.state().fileName.isEmpty());
    }

    void aFailedReadingDoesNotBlockTheChoice()
    {
        OpenedDeployment world;
        world.api.developmentConfig = failure(Error::Kind::ServerFault);
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
        viewModel.enter();
        viewModel.readAgain();
        viewModel.readAgain();
        QCOMPARE(world.api.developmentConfig.calls(), 1);
    }

    void dropsAnAnswerAboutAnotherApplication()
    {
        OpenedDeployment world;
        world.api.developmentConfig.hold();
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
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
        SettingsViewModel viewModel(world.api, world.deployment, world.clock, dashboard());
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
