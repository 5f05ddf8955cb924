#include "handover/sitecheck.h"
#include "model/keykind.h"
#include "testkit/practiceproduction.h"
#include "testkit/scriptedserver.h"
#include "testkit/unwillingstore.h"
#include "wizard/steps/handoverviewmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace golive;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The step in front of the practice shop, and a project folder.
struct Shown
{
    explicit Shown(const QString &journal = {})
        : world(journal)
    {
        steps.enter();
    }

    [[nodiscard]] QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    void put(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", name);
    }

    void openProject(const char *package = R"({"dependencies": {"next": "16"}})")
    {
        put("package.json", package);
        steps.environment().openFolder(folder.path());
    }

    void askForSecret()
    {
        steps.environment().setWithSecret(true);
        QTRY_VERIFY(!environment().askingForSecret);
    }

    [[nodiscard]] const EnvironmentState &environment() const { return steps.state().environment; }

    QTemporaryDir folder;
    PracticeProduction world;
    HandoverViewModel steps {world.deployment, world.clock, nullptr};
};

} // namespace

class TestHandoverViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNoSecretUnlessAsked()
    {
        Shown shown;
        shown.openProject();
        QVERIFY(!shown.environment().withSecret);
        QVERIFY(!shown.environment().preview.contains(QStringLiteral("SECRET")));
        shown.steps.environment().write();
        const QByteArray written = contentOf(shown.path(".env.production.local"));
        QVERIFY(written.contains("NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_"));
        QVERIFY(!written.contains("sk_live"));
    }

    void writesTheSecretForItsOwnerAloneWhenAsked()
    {
        Shown shown;
        shown.openProject();
        shown.put(".env.local", "# mine\nPORT=1\nCLERK_SECRET_KEY=\"sk_test_x\"\n");
        shown.steps.environment().chooseFile(QStringLiteral(".env.local"));
        shown.askForSecret();
        QVERIFY(shown.environment().preview.contains(QStringLiteral("CLERK_SECRET_KEY=sk_live_••••••••")));
        QVERIFY(shown.environment().warnings.join(QLatin1Char(' ')).contains(QStringLiteral(".env.production.local")));
        QCOMPARE(shown.environment().changes.size(), 2);

        shown.steps.environment().write();

        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Success);
        const QString path = shown.path(".env.local");
        QVERIFY(contentOf(path).startsWith("# mine\nPORT=1\nCLERK_SECRET_KEY=\"sk_live_"));
        QVERIFY((QFileInfo(path).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
        const QStringList copies
            = QDir(shown.folder.path()).entryList({QStringLiteral(".env.before-golive*")}, QDir::Files | QDir::Hidden);
        QCOMPARE(copies.size(), 1);
        QVERIFY(!shown.environment().canWrite); // all is right already
        QVERIFY(shown.steps.environment().text().reveal().contains("sk_live_"));
        shown.steps.environment().setWithSecret(false);
        QVERIFY(!shown.steps.environment().text().reveal().contains("sk_live_"));
        shown.steps.leave();
        QVERIFY(!shown.environment().withSecret);
        QVERIFY(!shown.steps.environment().text().reveal().contains("sk_live"));
    }

    void countsAFileWithTheKeyAsACopyOfIt()
    {
        PracticeClerk clerk;
        UnwillingStore store;
        DeployJournal journal {QString()};
        MovedClock clock;
        Deployment deployment(*clerk.api, store, journal, clock, QStringLiteral("practice"));
        deployment.open(clerk.shop());
        deployment.change([](DeployPlan &plan) { plan.domain = QStringLiteral("corner-shop.example"); });
        QVERIFY(waitFor(deployment.createProductionInstance()));
        QVERIFY(deployment.holdsAnyUnkeptKey());
        HandoverViewModel steps(deployment, clock, nullptr);
        steps.enter();
        const QTemporaryDir folder;

        steps.environment().saveAs(folder.filePath(QStringLiteral("public.env")));
        QVERIFY(deployment.holdsAnyUnkeptKey()); // the secret key is not in it

        steps.environment().setWithSecret(true);
        QTRY_VERIFY(!steps.state().environment.askingForSecret);
        steps.environment().saveAs(folder.filePath(QStringLiteral("whole.env")));
        QVERIFY(!deployment.holdsAnyUnkeptKey());
    }

    void givesNoSecretToWhatRunsInABrowser_data()
    {
        QTest::addColumn<QString>("id");
        for (const Framework &framework : frameworks())
            if (framework.isBrowserOnly())
                QTest::newRow(qPrintable(framework.id)) << framework.id;
    }
    void givesNoSecretToWhatRunsInABrowser()
    {
        QFETCH(QString, id);
        Shown shown;
        shown.askForSecret();
        shown.steps.environment().chooseFramework(id);
        QVERIFY(!shown.environment().mayHoldSecret && !shown.environment().withSecret);
        shown.askForSecret();
        QVERIFY(!shown.environment().withSecret);
        QVERIFY(shown.environment().ready);
        shown.steps.environment().saveAs(shown.path("x.env"));
        QVERIFY(contentOf(shown.path("x.env")).contains("pk_live_"));
        QVERIFY(!contentOf(shown.path("x.env")).contains("sk_live"));
    }

    void mixesNoTwoApplications()
    {
        Shown shown;
        const QByteArray other = "CLERK_PUBLISHABLE_KEY="
            + publishableKeyFor(QStringLiteral("clerk.somebody-else.example")).toLatin1() + "\n";
        shown.put(".env.production.local", other);
        shown.openProject();
        QVERIFY(shown.environment().refusal.contains(QStringLiteral("clerk.somebody-else.example")));
        QVERIFY(!shown.environment().canWrite);
        shown.steps.environment().saveAs(shown.path(".env.production.local"));
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Warning);
        QCOMPARE(contentOf(shown.path(".env.production.local")), other);
    }

    void takesThePersonsWordForAnEarlierDomain()
    {
        Shown shown;
        const QByteArray old = "NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY="
            + publishableKeyFor(QStringLiteral("clerk.before.example")).toLatin1() + "\n";
        shown.put(".env.production.local", old);
        shown.openProject();
        QVERIFY(shown.environment().refusal.contains(QStringLiteral("or of an earlier domain of this one")));
        QVERIFY(shown.environment().maybeEarlierDomain && !shown.environment().canWrite);

        shown.steps.environment().acceptEarlierDomain();

        QVERIFY(shown.environment().refusal.isEmpty() && !shown.environment().maybeEarlierDomain);
        QVERIFY(shown.environment().changes.join(QLatin1Char(' ')).contains(QStringLiteral("is replaced")));
        shown.steps.environment().write();
        QVERIFY(contentOf(shown.path(".env.production.local"))
                    .contains(publishableKeyFor(QStringLiteral("clerk.corner-shop.example")).toLatin1()));

        // It goes for that domain alone.
        shown.put(".env.production.local",
                  QByteArray(old).replace(publishableKeyFor(QStringLiteral("clerk.before.example")).toLatin1(),
                                          publishableKeyFor(QStringLiteral("clerk.somebody-else.example")).toLatin1()));
        shown.steps.environment().chooseFile(QStringLiteral(".env.production.local"));
        QVERIFY(shown.environment().maybeEarlierDomain);
    }

    void offersNoEarlierDomainForADevelopmentKey()
    {
        Shown shown;
        shown.put(".env.production.local",
                  "CLERK_PUBLISHABLE_KEY=pk_test_" + QByteArray("wild-cat-1.clerk.accounts.dev$").toBase64() + "\n");
        shown.openProject();
        QVERIFY(!shown.environment().refusal.isEmpty() && !shown.environment().maybeEarlierDomain);
    }

    void saysWhyItCannotSave()
    {
        Shown shown;
        shown.steps.environment().saveAs(shown.path("no/such/folder/.env"));
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(shown.steps.state().notice.details.contains(QStringLiteral("no/such/folder")));
        shown.put("package.json", "{");
        shown.steps.environment().openFolder(shown.folder.path());
        QVERIFY(shown.environment().folderProblem.contains(QStringLiteral("package.json")));
    }

    void warnsOfAFileThatGitKeeps()
    {
        Shown shown;
        QProcess git;
        git.setWorkingDirectory(shown.folder.path());
        git.start(QStringLiteral("git"), {QStringLiteral("init"), QStringLiteral("-q")});
        if (!git.waitForFinished() || git.exitCode() != 0)
            QSKIP("SKIPPED: git is not installed");
        shown.openProject();
        QTRY_VERIFY(shown.environment().warnings.join(QLatin1Char(' ')).contains(QStringLiteral(".gitignore")));
    }

    void remembersChoicesAndTicksInTheJournal()
    {
        const QTemporaryDir journal;
        QString application;
        {
            Shown shown(journal.path());
            application = shown.world.deployment.plan().applicationId;
            shown.steps.tick(QStringLiteral("webhooks"), true);
            shown.steps.tick(QStringLiteral("rebuild"), true);
            shown.steps.tick(QStringLiteral("rebuild"), false);
            shown.steps.setKeysTaken(true);
            shown.steps.choosePlace(QStringLiteral("render"));
            shown.steps.environment().chooseFramework(QStringLiteral("astro"));
            QVERIFY(shown.steps.state().keysTaken);
            QCOMPARE(shown.steps.state().placeSteps.size(), 3);
        }
        const auto entry = DeployJournal(journal.path()).find(QStringLiteral("practice"), application);
        QVERIFY(entry);
        QCOMPARE(entry->plan.tickedHandover, QStringList {QStringLiteral("webhooks")});
        QVERIFY(entry->plan.keysTaken);
        QCOMPARE(entry->plan.framework, QStringLiteral("astro"));
        QCOMPARE(entry->plan.hostingPlace, QStringLiteral("render"));
    }

    void listsWhatRemainsByHowMuchItMatters()
    {
        const Shown shown;
        const auto &rows = shown.steps.state().checklist;
        QVERIFY(!rows.isEmpty());
        QVERIFY(std::is_sorted(rows.cbegin(), rows.cend(),
                               [](const auto &one, const auto &other) { return one.need < other.need; }));
        for (const auto &row : rows) {
            QVERIFY(!row.text.isEmpty() && !row.explanation.isEmpty() && !row.heading.isEmpty());
            QVERIFY(row.id != QStringLiteral("keys-on-host")); // has a tick of its own
        }
        QVERIFY(shown.steps.state().keysTakenHint.contains(QStringLiteral("corner-shop.example")));
    }

    void theDocumentHoldsNoSecret()
    {
        Shown shown;
        shown.askForSecret();
        const QByteArray secret = shown.steps.environment().text().reveal();
        QVERIFY(secret.contains("sk_live_"));
        const QString key = QString::fromLatin1(secret.mid(secret.indexOf("sk_live_")).trimmed());
        shown.steps.choosePlace(QStringLiteral("vercel"));
        for (const QString &text : {shown.steps.documentAsHtml(), shown.steps.documentAsMarkdown()}) {
            QVERIFY(!text.contains(key));
            QVERIFY(text.contains(QStringLiteral("Vercel")) && text.contains(QStringLiteral("pk\\_live")) == false);
            QVERIFY(text.contains(QStringLiteral("corner-shop.example")));
        }
        const QString path = shown.path("handover.md");
        shown.steps.saveDocument(path);
        QCOMPARE(QString::fromUtf8(contentOf(path)), shown.steps.documentAsMarkdown());
        QVERIFY(contentOf(path).contains("- [ ] "));
        QCOMPARE(shown.steps.documentName(), QStringLiteral("handover-corner-shop.example.html"));
    }

    void replacesNoFileWithCode()
    {
        Shown shown;
        QVERIFY(!shown.steps.state().code.isEmpty());
        shown.put("proxy.ts", "mine");
        shown.steps.saveCode(QStringLiteral("nextjs"), shown.path("proxy.ts"));
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Warning);
        QCOMPARE(contentOf(shown.path("proxy.ts")), QByteArray("mine"));
        shown.steps.saveCode(QStringLiteral("nextjs"), shown.path("other.ts"));
        QVERIFY(contentOf(shown.path("other.ts")).contains("https://corner-shop.example"));
    }

    void looksAtTheSiteWhenAsked()
    {
        PracticeProduction world;
        const ScriptedServer site(
            {ScriptedServer::json("<p>" + productionPublishableKey(world.deployment.facts()).toLatin1()),
             ScriptedServer::json("pk_test_" + QByteArray("a.accounts.dev$").toBase64())});
        SiteCheck::Limits limits;
        limits.loopbackIsFine = true;
        QNetworkAccessManager network;
        const SiteCheck check(network, world.clock, limits);
        HandoverViewModel steps(world.deployment, world.clock, &check);
        steps.enter();
        QVERIFY(steps.state().site.possible);
        QCOMPARE(steps.state().site.address, QStringLiteral("https://corner-shop.example"));
        QVERIFY(site.requests().isEmpty());

        steps.site().setAddress(site.url().toString());
        steps.site().look();
        QTRY_VERIFY(!steps.state().site.looking);
        QVERIFY(steps.state().site.finding.tone == Notice::Tone::Success);
        steps.site().look();
        QTRY_VERIFY(!steps.state().site.looking);
        QVERIFY(steps.state().site.finding.tone == Notice::Tone::Problem);
        steps.site().setAddress(QStringLiteral(" "));
        steps.site().look();
        QVERIFY(!steps.state().site.problem.isEmpty());
        QCOMPARE(site.requests().size(), 2);
    }

    void hasNoSiteToLookAtInPractice()
    {
        const Shown shown;
        QVERIFY(!shown.steps.state().site.possible);
    }
};

QTEST_GUILESS_MAIN(TestHandoverViewModel)
#include "tst_handoverviewmodel.moc"
