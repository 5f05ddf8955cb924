#include "testkit/applekey.h"
#include "testkit/shownproviders.h"
#include "testkit/writtenfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;
using Shown = ShownProviders;
using Card = ProvidersViewModel::Card;
using Standing = ProvidersViewModel::Standing;

namespace {

const QByteArray privateKey = samplePrivateKey();
const QString keyFileName = QStringLiteral("AuthKey_AB12CD34EF.p8");

} // namespace

class TestProvidersViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsOneCardForEachProviderOfDevelopment()
    {
        const Shown shown;

        QStringList names;
        for (const Card &card : shown.steps.state().cards)
            names.append(card.name);
        QCOMPARE(names,
                 QStringList({QStringLiteral("Apple"), QStringLiteral("GitHub"), QStringLiteral("Google"),
                              QStringLiteral("Linear")}));
        QCOMPARE(shown.steps.state().openSlug, shown.apple);
        QVERIFY(shown.card(shown.google).standing == Standing::NotStarted);
        QCOMPARE(shown.steps.state().headline, QStringLiteral("Credentials saved: 0 of 4."));
    }

    void tellsWhatToRegisterWhere_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QStringList>("values");
        const QString callback = QStringLiteral("https://clerk.corner-shop.example/v1/oauth_callback");

        QTest::newRow("google asks for origins")
            << QStringLiteral("google")
            << QStringList {callback, QStringLiteral("https://corner-shop.example"),
                            QStringLiteral("https://www.corner-shop.example")};
        QTest::newRow("apple asks for the host")
            << QStringLiteral("apple") << QStringList {callback, QStringLiteral("clerk.corner-shop.example")};
        QTest::newRow("github asks for nothing else") << QStringLiteral("github") << QStringList {callback};
    }
    void tellsWhatToRegisterWhere()
    {
        QFETCH(QString, slug);
        QFETCH(QStringList, values);
        const Shown shown;

        QStringList found;
        for (const auto &registration : shown.card(slug).registrations)
            found.append(registration.value);
        QCOMPARE(found, values);
    }

    void savesOneProviderWithOnePatch()
    {
        Shown shown;
        shown.fillGoogle();

        shown.steps.save(shown.google);
        QVERIFY(shown.card(shown.google).standing == Standing::Saving);
        QTRY_VERIFY(shown.card(shown.google).standing == Standing::Saved);

        QCOMPARE(shown.world.patches(), 1);
        const QJsonObject saved = shown.world.connection(shown.google);
        QVERIFY(saved.value(QStringLiteral("enabled")).toBool());
        QCOMPARE(saved.value(QStringLiteral("client_id")).toString(), QStringLiteral("12.apps.googleusercontent.com"));
        QCOMPARE(saved.value(QStringLiteral("client_secret")).toString(), QStringLiteral("GOCSPX-typed"));
        QVERIFY(
            shown.world.connection(QStringLiteral("github")).value(QStringLiteral("client_id")).toString().isEmpty());
        QCOMPARE(shown.steps.state().headline, QStringLiteral("Credentials saved: 1 of 4."));
    }

    void ignoresASecondClickWhileSaving()
    {
        Shown shown;
        shown.fillGoogle();

        shown.steps.save(shown.google);
        shown.steps.save(shown.google);
        QTRY_VERIFY(shown.card(shown.google).standing == Standing::Saved);
        shown.steps.save(shown.google);

        QCOMPARE(shown.world.patches(), 1);
    }

    void ignoresTypingWhileSaving()
    {
        Shown shown;
        shown.fillGoogle();
        shown.steps.save(shown.google);

        shown.steps.setValue(shown.google, QStringLiteral("client_id"), QStringLiteral("too late"));
        QTRY_VERIFY(shown.card(shown.google).standing == Standing::Saved);

        QCOMPARE(shown.world.connection(shown.google).value(QStringLiteral("client_id")).toString(),
                 QStringLiteral("12.apps.googleusercontent.com"));
    }

    void keepsTypedSecretsOutOfTheState()
    {
        Shown shown;
        shown.fillGoogle();

        const auto field = shown.field(shown.google, QStringLiteral("client_secret"));
        QVERIFY(field.sensitive);
        QVERIFY(field.filled);
        QVERIFY(field.value.isEmpty());
    }

    void asksForEveryRequiredFieldAndSendsNothing()
    {
        Shown shown;
        const QSignalSpy attention(&shown.steps, &ProvidersViewModel::attentionWanted);
        shown.steps.setValue(shown.google, QStringLiteral("client_id"), QStringLiteral("   "));

        shown.steps.save(shown.google);

        QCOMPARE(shown.field(shown.google, QStringLiteral("client_id")).problem,
                 QStringLiteral("Enter the Client ID."));
        QCOMPARE(shown.field(shown.google, QStringLiteral("client_secret")).problem,
                 QStringLiteral("Enter the Client secret."));
        QCOMPARE(attention.constLast().constFirst().toString(), QStringLiteral("google.client_id"));
        QCOMPARE(shown.world.patches(), 0);

        shown.steps.setValue(shown.google, QStringLiteral("client_id"), QStringLiteral("x"));
        QVERIFY(shown.field(shown.google, QStringLiteral("client_id")).problem.isEmpty());
    }

    void putsClerksComplaintAtItsField()
    {
        Shown shown;
        const QSignalSpy attention(&shown.steps, &ProvidersViewModel::attentionWanted);
        shown.fillGoogle();
        shown.world.clerk.server.failNext(422, QStringLiteral("config_validation_error"),
                                          {{QStringLiteral("config_key"), QStringLiteral("connection_oauth_google")},
                                           {QStringLiteral("param_name"), QStringLiteral("client_secret")}},
                                          QStringLiteral("/config"));

        shown.saveAndWait(shown.google);

        QVERIFY(!shown.field(shown.google, QStringLiteral("client_secret")).problem.isEmpty());
        QVERIFY(shown.field(shown.google, QStringLiteral("client_id")).problem.isEmpty());
        QVERIFY(shown.card(shown.google).notice.tone == Notice::Tone::Problem);
        QVERIFY(!shown.card(shown.google).notice.details.isEmpty());
        QCOMPARE(attention.constLast().constFirst().toString(), QStringLiteral("google.client_secret"));
        QVERIFY(shown.field(shown.google, QStringLiteral("client_secret")).filled); // to be mended, not typed anew

        shown.saveAndWait(shown.google);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
    }

    void keepsWhatWasTypedWhenClerkCannotBeReached()
    {
        Shown shown;
        shown.fillGoogle();
        for (int trials = 0; trials < 2; ++trials) // a trial is repeated
            shown.world.clerk.server.dropNext(PracticeServer::Drop::BeforeEffect, QStringLiteral("/config"));

        shown.saveAndWait(shown.google);

        QVERIFY(shown.card(shown.google).standing == Standing::PartlyFilled);
        QVERIFY(shown.card(shown.google).notice.text.contains(QStringLiteral("not certain")));
        shown.saveAndWait(shown.google);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
    }

    void keepsWhatWasTypedWhenTheStepIsLeft()
    {
        Shown shown;
        shown.fillGoogle();

        shown.steps.leave();
        shown.steps.enter();

        QVERIFY(shown.field(shown.google, QStringLiteral("client_secret")).filled);
        QVERIFY(shown.card(shown.google).standing == Standing::PartlyFilled);
        shown.saveAndWait(shown.google);
        QCOMPARE(shown.world.connection(shown.google).value(QStringLiteral("client_secret")).toString(),
                 QStringLiteral("GOCSPX-typed"));
    }

    void dropsASecretOnceItIsSaved()
    {
        Shown shown;
        shown.fillGoogle();
        shown.saveAndWait(shown.google);

        QVERIFY(!shown.field(shown.google, QStringLiteral("client_secret")).filled);
        QVERIFY(shown.field(shown.google, QStringLiteral("client_secret")).held);
        QCOMPARE(shown.field(shown.google, QStringLiteral("client_id")).value,
                 QStringLiteral("12.apps.googleusercontent.com"));
    }

    void leavesTheSecretAloneThatClerkHas()
    {
        Shown shown;
        shown.fillGoogle();
        shown.saveAndWait(shown.google);

        shown.steps.replace(shown.google);
        shown.steps.setValue(shown.google, QStringLiteral("client_id"),
                             QStringLiteral("13.apps.googleusercontent.com"));
        shown.saveAndWait(shown.google);

        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
        const QJsonObject saved = shown.world.connection(shown.google);
        QCOMPARE(saved.value(QStringLiteral("client_id")).toString(), QStringLiteral("13.apps.googleusercontent.com"));
        QCOMPARE(saved.value(QStringLiteral("client_secret")).toString(), QStringLiteral("GOCSPX-typed"));
    }

    void neverSendsTheDotsThatHideASecret()
    {
        Shown shown;
        shown.fillGoogle(QStringLiteral("••••••••"));

        shown.steps.save(shown.google);

        QVERIFY(shown.field(shown.google, QStringLiteral("client_secret")).problem.contains(QStringLiteral("dots")));
        QCOMPARE(shown.world.attempts(), 0);
    }

    void keepsWhatIsTypedApartBetweenApplications()
    {
        Shown shown;
        shown.fillGoogle();

        const Application other = waitFor(shown.world.clerk.api->listApplications()).value().at(2);
        shown.world.deployment.open(other);
        QVERIFY(waitFor(shown.world.deployment.refresh()));

        QVERIFY(!shown.card(shown.google).fields.isEmpty());
        QVERIFY(!shown.field(shown.google, QStringLiteral("client_secret")).filled);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved); // the other's own
    }

    void takesNoAnswerForAnotherApplication()
    {
        Shown shown;
        shown.fillGoogle();
        shown.world.clerk.server.failNext(422, {}, {}, QStringLiteral("/config"));
        shown.steps.save(shown.google);

        const Application other = waitFor(shown.world.clerk.api->listApplications()).value().at(2);
        shown.world.deployment.open(other);
        QVERIFY(waitFor(shown.world.deployment.refresh()));
        QTRY_COMPARE(shown.world.attempts(), 1);
        QTest::qWait(0);

        QVERIFY(shown.card(shown.google).standing == Standing::Saved); // the other's own
        QVERIFY(shown.card(shown.google).notice.isEmpty());
    }

    void takesApplesKeyFromItsFile()
    {
        Shown shown;

        shown.steps.importFile(shown.apple, WrittenFile(privateKey, keyFileName).path());

        QVERIFY(shown.field(shown.apple, QStringLiteral("client_secret")).filled);
        QVERIFY(shown.field(shown.apple, QStringLiteral("client_secret")).multiline);
        QCOMPARE(shown.field(shown.apple, QStringLiteral("key_id")).value, QStringLiteral("AB12CD34EF"));

        shown.steps.setValue(shown.apple, QStringLiteral("client_id"), QStringLiteral("com.example.web"));
        shown.steps.setValue(shown.apple, QStringLiteral("team_id"), QStringLiteral("TEAM123456"));
        shown.saveAndWait(shown.apple);
        QCOMPARE(shown.world.connection(shown.apple).value(QStringLiteral("client_secret")).toString().toUtf8(),
                 privateKey); // line by line as it was
    }

    void saysWhyAFileCannotBeRead()
    {
        Shown shown;
        const QString key = QStringLiteral("client_secret");
        const QTemporaryDir folder;
        shown.steps.setValue(shown.apple, key, QString::fromUtf8(privateKey));

        shown.steps.importFile(shown.apple, folder.filePath(QStringLiteral("gone.p8")));
        QVERIFY(shown.field(shown.apple, key).problem.contains(QStringLiteral("“gone.p8” is not there any more")));
        QVERIFY(!shown.field(shown.apple, key).filled);

        shown.steps.importFile(shown.apple, folder.path());
        QVERIFY(shown.field(shown.apple, key).problem.contains(QStringLiteral("is a folder")));
    }

    void keepsAKeyIdThatWasTyped()
    {
        Shown shown;
        shown.steps.setValue(shown.apple, QStringLiteral("key_id"), QStringLiteral("TYPED12345"));

        shown.steps.importFile(shown.apple, WrittenFile(privateKey, keyFileName).path());

        QCOMPARE(shown.field(shown.apple, QStringLiteral("key_id")).value, QStringLiteral("TYPED12345"));
    }

    void takesApplesKeyFromTheClipboard()
    {
        Shown shown;

        shown.steps.setValue(shown.apple, QStringLiteral("client_secret"), QString::fromUtf8(privateKey));

        QVERIFY(shown.field(shown.apple, QStringLiteral("client_secret")).filled);
        QVERIFY(shown.field(shown.apple, QStringLiteral("client_secret")).problem.isEmpty());
        QVERIFY(shown.field(shown.apple, QStringLiteral("client_secret")).value.isEmpty());
    }

    void refusesWhatIsNoPrivateKey_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");

        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n") << QStringLiteral("no text");
        QTest::newRow("half a key") << privateKey.left(40) << QStringLiteral("BEGIN PRIVATE KEY");
        QTest::newRow("the wrong way round") << QByteArray("-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----")
                                             << QStringLiteral("BEGIN PRIVATE KEY");
        QTest::newRow("a public key") << QByteArray("-----BEGIN PUBLIC KEY-----\nx\n-----END PUBLIC KEY-----")
                                      << QStringLiteral("public key");
        QTest::newRow("no key") << QByteArray("not a key") << QStringLiteral("holds no private key");
        QTest::newRow("another format") << QByteArray("-----BEGIN EC PRIVATE KEY-----\nx\n-----END EC PRIVATE KEY-----")
                                        << QStringLiteral("another format");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("no text");
    }
    void refusesWhatIsNoPrivateKey()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        for (const bool asFile : {true, false}) {
            Shown shown;
            const QString key = QStringLiteral("client_secret");
            shown.steps.setValue(shown.apple, key, QString::fromUtf8(privateKey));
            if (asFile)
                shown.steps.importFile(shown.apple, WrittenFile(content, keyFileName).path());
            else
                shown.steps.setValue(shown.apple, key, QString::fromLatin1(content));

            QVERIFY2(shown.field(shown.apple, key).problem.contains(word),
                     qPrintable(shown.field(shown.apple, key).problem));
            QVERIFY(!shown.field(shown.apple, key).filled);
            QVERIFY(shown.field(shown.apple, QStringLiteral("key_id")).value.isEmpty());
            shown.steps.save(shown.apple);
            QVERIFY(shown.field(shown.apple, key).problem.contains(word)); // still said, not "enter the key"
            QCOMPARE(shown.world.patches(), 0);
        }
    }

    void takesThePersonsWordWhereClerkDoesNotLetItLook()
    {
        OpenedDeployment world;
        world.goLive();
        world.api.developmentConfig = failure(Error::Kind::Forbidden);
        QVERIFY(!waitFor(world.deployment.refresh()));
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, QUrl());
        steps.enter();
        QTRY_VERIFY(!steps.state().loading);
        QVERIFY(steps.state().maySaySetUp);
        QVERIFY(!steps.state().saidSetUp);
        QVERIFY(steps.state().notice.text.contains(QStringLiteral("not allowed")));

        steps.saySetUp(true);

        QVERIFY(steps.state().saidSetUp);
        QVERIFY(world.deployment.plan().providersSetUpElsewhere);
        world.api.developmentConfig = InstanceConfig();
        QVERIFY(waitFor(world.deployment.refresh()));
        QVERIFY(!steps.state().maySaySetUp);
    }

    void sendsTheChoiceThatIsShown()
    {
        Shown shown;
        const QString linear = QStringLiteral("linear");
        QCOMPARE(shown.field(linear, QStringLiteral("actor")).value, QStringLiteral("user"));
        shown.steps.setValue(linear, QStringLiteral("client_id"), QStringLiteral("id"));
        shown.steps.setValue(linear, QStringLiteral("client_secret"), QStringLiteral("secret"));
        shown.steps.setValue(linear, QStringLiteral("actor"), QStringLiteral("application"));

        shown.saveAndWait(linear);

        QCOMPARE(shown.world.connection(linear).value(QStringLiteral("actor")).toString(),
                 QStringLiteral("application"));
    }
};

QTEST_GUILESS_MAIN(TestProvidersViewModel)
#include "tst_providersviewmodel.moc"
