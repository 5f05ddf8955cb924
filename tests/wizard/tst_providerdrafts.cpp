#include "testkit/openeddeployment.h"
#include "testkit/settle.h"
#include "testkit/shownproviders.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;
using Shown = ShownProviders;
using Standing = ProvidersViewModel::Standing;

namespace {

const QString github = QStringLiteral("github");
const QString id = QStringLiteral("client_id");
const QString secret = QStringLiteral("client_secret");
const QString gitHubSecret = QStringLiteral("0123456789abcdef0123456789abcdef01234567");
const QString gitHubId = QStringLiteral("Ov23liabcdefghij0123");

/// Another run of the program, with the same password store and the same journal.
struct NextRun
{
    explicit NextRun(Shown &before)
        : steps(before.world.deployment, before.world.secrets, before.world.clock, QUrl())
    {
        steps.enter();
    }

    [[nodiscard]] ProvidersViewModel::Card card(const QString &slug) const
    {
        for (const auto &each : steps.state().cards)
            if (each.slug == slug)
                return each;
        return {};
    }

    ProvidersViewModel steps;
};

void waitForKeychain(Shown &shown)
{
    shown.world.clock.advance(std::chrono::seconds(2));
    QTRY_VERIFY(!shown.steps.wouldLoseInput());
}

} // namespace

/// What is entered and not saved yet, what is odd about it, and what becomes of it.
class TestProviderDrafts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outlivesTheProgram()
    {
        Shown shown;
        shown.fillGoogle();
        QVERIFY(shown.steps.wouldLoseInput());
        waitForKeychain(shown);
        QCOMPARE(shown.world.deployment.plan().draftedProviders, QStringList {shown.google});

        NextRun next(shown);
        QTRY_VERIFY(next.card(shown.google).standing == Standing::PartlyFilled);
        next.steps.save(shown.google);
        QTRY_VERIFY(next.card(shown.google).standing == Standing::Saved);
        QCOMPARE(shown.world.connection(shown.google).value(secret).toString(), QStringLiteral("GOCSPX-typed"));
    }

    void isForgottenOnceClerkHasIt()
    {
        Shown shown;
        shown.fillGoogle();
        waitForKeychain(shown);
        shown.saveAndWait(shown.google);
        settle();

        const auto kept = waitFor(
            shown.world.secrets.read(secretname::providerCredentials(shown.world.productionId(), shown.google)));
        QVERIFY(!kept && kept.error().kind == Error::Kind::SecretMissing);
        QVERIFY(shown.world.deployment.plan().draftedProviders.isEmpty());
    }

    void keepsACopyWhereItIsWishedUntilItIsNot()
    {
        Shown shown;
        const QString name = secretname::providerCredentials(shown.world.productionId(), shown.google);
        shown.steps.setKeepCopy(shown.google, true);
        shown.fillGoogle();
        shown.saveAndWait(shown.google);
        settle();
        QVERIFY(shown.card(shown.google).keepCopy);
        QVERIFY(waitFor(shown.world.secrets.read(name))->reveal().contains("GOCSPX-typed"));
        QVERIFY(shown.card(shown.google).standing == Standing::Saved); // a copy is no draft
        QVERIFY(shown.world.deployment.plan().draftedProviders.isEmpty());

        shown.steps.setKeepCopy(shown.google, false);
        settle();
        QVERIFY(!waitFor(shown.world.secrets.read(name)));
    }

    void saysWhenItCannotBeKept()
    {
        Shown shown;
        shown.world.secrets.refusal = Error::Kind::SecretStoreLocked;
        shown.fillGoogle();
        shown.world.clock.advance(std::chrono::seconds(2));
        QTRY_VERIFY(
            shown.steps.state().storeTrouble.notice.text.contains(QStringLiteral("only until you close Golive")));
        QVERIFY(shown.steps.wouldLoseInput());
    }

    void writesNothingOfItIntoTheJournal()
    {
        const QTemporaryDir folder;
        PracticeProduction world(folder.path());
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, QUrl());
        steps.enter();
        steps.setValue(github, id, gitHubSecret); // in the wrong field, where it is a secret all the same
        steps.leave();
        settle();
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile journal(folder.filePath(files.constFirst()));
        QVERIFY(journal.open(QIODevice::ReadOnly));
        const QByteArray content = journal.readAll();
        QVERIFY(content.contains("draftedProviders"));
        QVERIFY(!content.contains(gitHubSecret.toLatin1()));
    }

    void exchangesWhatWasSwapped()
    {
        Shown shown;
        shown.steps.setValue(github, id, gitHubSecret);
        shown.steps.setValue(github, secret, gitHubId);
        QCOMPARE(shown.field(github, id).remark, QStringLiteral("Client ID and Client Secret look exchanged."));
        QVERIFY(!shown.field(github, id).remedy.isEmpty());

        shown.steps.remedy(github, id);

        QCOMPARE(shown.field(github, id).value, gitHubId);
        QVERIFY(shown.field(github, id).remark.isEmpty());
        QVERIFY(shown.field(github, secret).remark.isEmpty());
        shown.saveAndWait(github);
        QCOMPARE(shown.world.connection(github).value(secret).toString(), gitHubSecret);
    }

    void saysWhatItIsInstead_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("a GitHub App") << github << id << QStringLiteral("Iv1.0123456789abcdef")
                                      << QStringLiteral("GitHub App");
        QTest::newRow("a token") << github << secret << QStringLiteral("ghp_0123456789abcdefghijklmnopqrstuvwxyz")
                                 << QStringLiteral("access token");
        QTest::newRow("a key of Clerk's")
            << github << secret << QStringLiteral("sk_test_0123456789") << QStringLiteral("key of Clerk’s");
        QTest::newRow("quotes") << github << id << QStringLiteral("\"Ov23liabcdefghij0123\"")
                                << QStringLiteral("quotes");
        QTest::newRow("the URI") << github << id
                                 << QStringLiteral("https://clerk.corner-shop.example/v1/oauth_callback")
                                 << QStringLiteral("an address");
    }
    void saysWhatItIsInstead()
    {
        QFETCH(QString, slug);
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, words);
        Shown shown;
        shown.steps.setValue(slug, key, value);
        QVERIFY2(shown.field(slug, key).remark.contains(words), qPrintable(shown.field(slug, key).remark));
        QVERIFY(shown.field(slug, key).problem.isEmpty()); // said, and nothing more
    }

    void saysNothingWhileItIsBeingTyped()
    {
        Shown shown;
        QString typed;
        for (const QChar each : QStringLiteral("sk_te")) {
            typed += each;
            shown.steps.setValue(github, id, typed);
            QVERIFY(shown.field(github, id).remark.isEmpty());
        }
        shown.steps.settle(github);
        QVERIFY(!shown.field(github, id).remark.isEmpty());
    }

    void knowsTheClientOfDevelopment()
    {
        Shown shown;
        auto development = *shown.world.clerk.world.instance(shown.world.deployment.plan().applicationId,
                                                             QStringLiteral("development"));
        QJsonObject connection = development->config.value(QStringLiteral("connection_oauth_github")).toObject();
        connection.insert(id, gitHubId);
        development->config.insert(QStringLiteral("connection_oauth_github"), connection);
        QVERIFY(waitFor(shown.world.deployment.refresh()));

        shown.steps.setValue(github, id, gitHubId);

        QVERIFY(shown.field(github, id).remark.contains(QStringLiteral("development")));
    }

    void showsWhatSomebodyElseChanged()
    {
        Shown shown;
        shown.fillGoogle();
        auto production = *shown.world.clerk.world.instance(shown.world.deployment.plan().applicationId,
                                                            QStringLiteral("production"));
        QJsonObject connection = production->config.value(QStringLiteral("connection_oauth_google")).toObject();
        connection.insert(id, QStringLiteral("99.apps.googleusercontent.com"));
        production->config.insert(QStringLiteral("connection_oauth_google"), connection);
        ++production->configEdition;
        const int before = shown.world.patches();

        shown.saveAndWait(shown.google);

        QVERIFY(shown.card(shown.google)
                    .notice.text.contains(QStringLiteral("Client ID is now 99.apps.googleusercontent.com")));
        QCOMPARE(shown.world.patches(), before);
        QVERIFY(shown.field(shown.google, secret).filled);

        shown.saveAndWait(shown.google);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
        QCOMPARE(shown.world.connection(shown.google).value(id).toString(),
                 QStringLiteral("12.apps.googleusercontent.com"));
    }

    void takesNoOffenceAtChangesElsewhere()
    {
        Shown shown;
        shown.fillGoogle();
        ++(*shown.world.clerk.world.instance(shown.world.deployment.plan().applicationId, QStringLiteral("production")))
              ->configEdition;
        shown.saveAndWait(shown.google);
        QVERIFY(shown.card(shown.google).standing == Standing::Saved);
    }

    void leavingOutSwitchesOffAndSaysWhatPeopleNotice()
    {
        Shown shown;
        QVERIFY(shown.world.connection(github).value(QStringLiteral("enabled")).toBool());

        shown.steps.leaveOut(github);
        QTRY_VERIFY(shown.card(github).standing == Standing::LeftOut);

        QVERIFY(!shown.world.connection(github).value(QStringLiteral("enabled")).toBool());
        QVERIFY(shown.card(github).elsewhere.contains(QStringLiteral("People see no button for it")));
        QCOMPARE(shown.world.deployment.plan().skippedProviders, QStringList {github});
    }

    void staysWhereItIsWhenItCannotBeSwitchedOff()
    {
        Shown shown;
        shown.world.clerk.server.failNext(422, {}, {}, QStringLiteral("/config"));
        shown.steps.leaveOut(github);
        QTRY_VERIFY(!shown.card(github).notice.isEmpty());
        QVERIFY(shown.card(github).standing == Standing::NotStarted);
        QVERIFY(shown.world.deployment.plan().skippedProviders.isEmpty());
    }

    void asksForTheDayThatMicrosoftsSecretExpires_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("kept");
        QTest::addColumn<QString>("problem");
        QTest::newRow("ISO") << QStringLiteral(" 2027-05-31 ") << QDate(2027, 5, 31) << QString();
        QTest::newRow("nothing") << QString() << QDate() << QString();
        QTest::newRow("no date") << QStringLiteral("soon") << QDate()
                                 << QStringLiteral("Enter a date like 2028-01-05.");
        QTest::newRow("too late") << QStringLiteral("2031-01-01") << QDate(2031, 1, 1)
                                  << QStringLiteral("longer than until 2028-01-05");
        QTest::newRow("past") << QStringLiteral("2025-12-31") << QDate(2025, 12, 31) << QString();
    }
    void asksForTheDayThatMicrosoftsSecretExpires()
    {
        QFETCH(QString, typed);
        QFETCH(QString, problem);
        const QString microsoft = QStringLiteral("microsoft");
        OpenedDeployment world; // whose clock says January 5th, 2026
        world.goLive();
        const QString section = QStringLiteral("connection_oauth_microsoft");
        world.api.developmentConfig = InstanceConfig {{}, {{section, QJsonObject {{QStringLiteral("enabled"), true}}}}};
        QVERIFY(waitFor(world.deployment.refresh()));
        ProvidersViewModel steps(world.deployment, world.secrets, world.clock, QUrl());
        steps.enter();
        QCOMPARE(steps.state().cards.size(), 1);
        QVERIFY(steps.state().cards.constFirst().asksForExpiry);

        steps.setExpiry(microsoft, typed);

        const ProvidersViewModel::Card card = steps.state().cards.constFirst();
        QTEST(world.deployment.plan().secretExpiries.value(microsoft), "kept");
        QVERIFY2(problem.isEmpty() ? card.expiryProblem.isEmpty() : card.expiryProblem.contains(problem),
                 qPrintable(card.expiryProblem));
        const QTemporaryDir folder;
        steps.saveReminder(microsoft, folder.filePath(QStringLiteral("a.ics")));
        QCOMPARE(QFile::exists(folder.filePath(QStringLiteral("a.ics"))), card.expiryKnown);
    }
};

QTEST_GUILESS_MAIN(TestProviderDrafts)
#include "tst_providerdrafts.moc"
