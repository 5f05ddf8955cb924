#include "testkit/shownproviders.h"

#include <QSignalSpy>
#include <QTest>

using namespace golive;
using Shown = ShownProviders;
using Card = ProvidersViewModel::Card;
using Standing = ProvidersViewModel::Standing;

class TestProviderCards : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesAProviderOutAndTakesItUpAgain()
    {
        Shown shown;

        shown.steps.leaveOut(shown.apple);
        QVERIFY(shown.card(shown.apple).standing == Standing::LeftOut);
        QVERIFY(!shown.card(shown.apple).editing);
        QCOMPARE(shown.steps.state().openSlug, QStringLiteral("github"));
        QCOMPARE(shown.world.deployment.plan().skippedProviders, QStringList {shown.apple});
        shown.steps.save(shown.apple);
        QCOMPARE(shown.world.patches(), 0);

        shown.steps.takeUp(shown.apple);
        QVERIFY(shown.card(shown.apple).standing == Standing::NotStarted);
        QVERIFY(shown.card(shown.apple).editing);
        QCOMPARE(shown.steps.state().openSlug, shown.apple);
        QVERIFY(shown.world.deployment.plan().skippedProviders.isEmpty());
    }

    void switchesASavedProviderOffAndOnAgainWithoutTyping()
    {
        Shown shown;
        shown.fillGoogle();
        shown.saveAndWait(shown.google);
        const auto isOn
            = [&shown] { return shown.world.connection(shown.google).value(QStringLiteral("enabled")).toBool(); };
        QVERIFY(isOn());

        shown.steps.leaveOut(shown.google);
        QTRY_VERIFY(shown.card(shown.google).standing == Standing::LeftOut);
        QVERIFY(!isOn());

        shown.steps.takeUp(shown.google);
        shown.saveAndWait(shown.google);
        QVERIFY(isOn());
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
    }

    void opensTheNextProviderOnceOneIsSaved()
    {
        Shown shown;
        const QSignalSpy attention(&shown.steps, &ProvidersViewModel::attentionWanted);
        shown.steps.openCard(shown.google);
        shown.fillGoogle();

        shown.saveAndWait(shown.google);

        QCOMPARE(shown.steps.state().openSlug, shown.apple);
        QCOMPARE(attention.constLast().constFirst().toString(), QStringLiteral("apple.open"));
    }

    void foldsTheOpenCardAndLeavesItFolded()
    {
        Shown shown;
        shown.steps.openCard(shown.apple);
        QVERIFY(shown.steps.state().openSlug.isEmpty());

        QVERIFY(waitFor(shown.world.deployment.refresh()));
        shown.steps.setValue(shown.google, QStringLiteral("client_id"), QStringLiteral("x"));
        QVERIFY(shown.steps.state().openSlug.isEmpty());
    }

    void pointsOutUnsavedInputOnce()
    {
        Shown shown;
        const QSignalSpy finished(&shown.steps, &ProvidersViewModel::finished);
        const QSignalSpy attention(&shown.steps, &ProvidersViewModel::attentionWanted);
        shown.fillGoogle();

        shown.steps.goForward();
        QCOMPARE(finished.count(), 0);
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("Google")));
        QCOMPARE(shown.steps.state().openSlug, shown.google);
        QCOMPARE(attention.constLast().constFirst().toString(), QStringLiteral("google.save"));

        shown.steps.goForward();
        QCOMPARE(finished.count(), 1);

        shown.steps.leave();
        shown.steps.enter();
        shown.steps.goForward(); // a new visit is reminded anew
        QCOMPARE(finished.count(), 1);
        QCOMPARE(shown.world.patches(), 0);
    }

    void goesForwardWithNothingTyped()
    {
        Shown shown;
        const QSignalSpy finished(&shown.steps, &ProvidersViewModel::finished);
        shown.steps.goForward();
        QCOMPARE(finished.count(), 1);
    }

    void isNotHeldUpByWhatWasLeftOut()
    {
        Shown shown;
        const QSignalSpy finished(&shown.steps, &ProvidersViewModel::finished);
        shown.fillGoogle();
        shown.steps.leaveOut(shown.google);
        QTRY_VERIFY(shown.card(shown.google).standing == Standing::LeftOut);
        shown.steps.goForward();
        QCOMPARE(finished.count(), 1);
    }

    void givesReplacingUpAgain()
    {
        Shown shown;
        shown.fillGoogle();
        shown.saveAndWait(shown.google);

        shown.steps.replace(shown.google);
        QVERIFY(shown.card(shown.google).editing);
        QVERIFY(shown.card(shown.google).replacing);
        shown.fillGoogle(QStringLiteral("GOCSPX-second"));
        shown.steps.keep(shown.google);

        QVERIFY(!shown.card(shown.google).editing);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
        QCOMPARE(shown.world.patches(), 1);
    }

    void remembersThatTheRedirectUriIsRegistered()
    {
        Shown shown;
        shown.fillGoogle();
        shown.saveAndWait(shown.google);
        QVERIFY(shown.card(shown.google).standingText.contains(QStringLiteral("not confirmed")));

        shown.steps.confirmRedirect(shown.google, true);

        QVERIFY(shown.card(shown.google).redirectConfirmed);
        QCOMPARE(shown.card(shown.google).standingText, QStringLiteral("Saved in Clerk"));
        QCOMPARE(shown.world.deployment.plan().confirmedRedirects, QStringList {shown.google});
    }

    void sendsToTheDashboardWhatHasNoFields()
    {
        Shown shown;
        shown.world.deployment.open(waitFor(shown.world.clerk.api->listApplications()).value().at(2));
        QVERIFY(waitFor(shown.world.deployment.refresh()));

        const Card discord = shown.card(QStringLiteral("discord"));
        QVERIFY(discord.standing == Standing::NeedsDashboard);
        QVERIFY(!discord.editing);
        QVERIFY(discord.fields.isEmpty());
        QCOMPARE(shown.steps.state().connectionsPage,
                 QUrl(QStringLiteral("https://dashboard.example/~/user-authentication/sso-connections")));
        shown.steps.save(QStringLiteral("discord"));
        QCOMPARE(shown.world.patches(), 0);
        QCOMPARE(shown.steps.state().headline, QStringLiteral("Credentials saved: 1 of 2."));
    }

    void saysThatThereIsNoInstanceYet()
    {
        OpenedDeployment world;
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, {});

        steps.enter();

        QVERIFY(!steps.state().loading);
        QVERIFY(!steps.state().stale);
        QVERIFY(steps.state().headline.contains(QStringLiteral("no production instance")));
        QCOMPARE(world.api.application.calls(), 0);
    }

    void readsWhatIsNotKnownAndSaysWhyItCannot()
    {
        OpenedDeployment world;
        world.goLive();
        world.api.developmentConfig = failure(Error::Kind::Offline);
        QVERIFY(!waitFor(world.deployment.refresh()));
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, {});

        steps.enter();

        QVERIFY(steps.state().stale);
        QTRY_VERIFY(steps.state().notice.tone == Notice::Tone::Problem);
        world.api.developmentConfig = InstanceConfig();
        steps.reload();
        QTRY_VERIFY(steps.state().known && !steps.state().loading);
        QVERIFY(!steps.state().stale);
        QVERIFY(steps.state().notice.isEmpty());
        QVERIFY(steps.state().headline.contains(QStringLiteral("no social sign-in")));
    }

    void unfoldsTheFirstProviderAsSoonAsTheyAreKnown()
    {
        PracticeProduction world;
        world.deployment.open(world.clerk.shop()); // as after a start: nothing is known
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, {});
        steps.enter();
        QVERIFY(steps.state().loading);
        steps.reload(); // refused: one is under way
        QTRY_COMPARE(steps.state().openSlug, QStringLiteral("apple"));
    }

    void saysWhenClerkDoesNotListYetWhatItAccepted()
    {
        const QString section = QStringLiteral("connection_oauth_google");
        const QJsonObject text {{QStringLiteral("type"), QStringLiteral("string")}};
        const QJsonObject fields {{QStringLiteral("properties"), QJsonObject {{QStringLiteral("client_id"), text}}}};
        OpenedDeployment world;
        world.goLive();
        InstanceConfig development;
        development.settings.insert(section, QJsonObject {{QStringLiteral("enabled"), true}});
        world.api.developmentConfig = development;
        world.api.schema = QJsonObject {{QStringLiteral("properties"), QJsonObject {{section, fields}}}};
        QVERIFY(waitFor(world.deployment.refresh()));
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, {});
        steps.enter();
        steps.setValue(QStringLiteral("google"), QStringLiteral("client_id"), QStringLiteral("x"));

        steps.save(QStringLiteral("google"));

        QTRY_VERIFY(steps.state().stale);
        QCOMPARE(world.api.patches.size(), 2); // a trial and the real one
        QVERIFY(steps.state().notice.tone == Notice::Tone::Information);

        InstanceConfig production;
        production.settings.insert(
            section,
            QJsonObject {{QStringLiteral("enabled"), true}, {QStringLiteral("client_id"), QStringLiteral("x")}});
        world.api.productionConfig = production;
        steps.reload();
        QTRY_VERIFY(!steps.state().loading);
        QVERIFY(steps.state().cards.constFirst().standing == Standing::Saved);
        QVERIFY(!steps.state().stale);
        QVERIFY(steps.state().notice.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestProviderCards)
#include "tst_providercards.moc"
