#include "handover/checklist.h"
#include "testkit/practiceproduction.h"
#include "wizard/steps/summaryviewmodel.h"

#include <QTest>

using namespace golive;

namespace {

/// The page in front of the practice shop.
struct Shown
{
    void enter()
    {
        page.enter();
        QTRY_VERIFY(!page.state().loading);
    }

    [[nodiscard]] QString made(const QString &label) const { return valueOf(page.state().made, label); }
    [[nodiscard]] QString secret(const QString &label) const { return valueOf(page.state().secrets, label); }
    [[nodiscard]] QString next() const { return page.state().next.join(QLatin1Char('\n')); }

    static QString valueOf(const QList<SummaryViewModel::Row> &rows, const QString &label)
    {
        for (const auto &row : rows)
            if (row.label == label)
                return row.value;
        return {};
    }

    [[nodiscard]] QByteArray key() { return waitFor(world.deployment.secretKey()).value_or(Secret()).reveal(); }

    void saveAllProviders()
    {
        const auto forms = world.deployment.facts().providerForms; // a copy: each saving reads the facts anew
        for (const auto &form : forms) {
            ProviderCredentials credentials;
            credentials.slug = form.slug;
            for (const ProviderField &field : form.fields)
                if (field.sensitive)
                    credentials.secrets.insert(field.key, Secret("provider-secret"));
                else if (field.choices.isEmpty())
                    credentials.values.insert(field.key, QStringLiteral("value"));
            QVERIFY(waitFor(world.deployment.saveProvider(credentials)));
        }
    }

    void completeDomain()
    {
        world.enterRecords();
        for (int times = 0; times < 5 && !world.deployment.facts().status->complete; ++times)
            QVERIFY(waitFor(world.deployment.refreshStatus()));
    }

    PracticeProduction world;
    SummaryViewModel page {world.deployment, world.secrets, QUrl(QStringLiteral("https://dashboard.example"))};
};

} // namespace

class TestSummaryViewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatNothingWasMadeYet()
    {
        OpenedDeployment world;
        SummaryViewModel page(world.deployment, world.secrets, QUrl(QStringLiteral("https://dashboard.example")));

        page.enter();

        QVERIFY(!page.state().loading);
        QVERIFY(!page.state().finished);
        QVERIFY(page.state().headline.contains(QStringLiteral("no production instance")));
        QCOMPARE(page.state().made.size(), 1);
        QVERIFY(page.state().secrets.isEmpty());
        QVERIFY(page.state().takingBack.isEmpty());
        QCOMPARE(page.state().next, QStringList {QStringLiteral("Create the production instance.")});
        QCOMPARE(world.api.application.calls(), 0);
    }

    void listsWhatWasMade()
    {
        Shown shown;
        shown.enter();

        QCOMPARE(shown.made(QStringLiteral("Application")), QStringLiteral("Corner Shop"));
        QCOMPARE(shown.made(QStringLiteral("Production instance")), shown.world.productionId());
        QCOMPARE(shown.made(QStringLiteral("Domain")), QStringLiteral("corner-shop.example"));
        QCOMPARE(shown.made(QStringLiteral("State of the domain")), QStringLiteral("waiting for DNS records"));
        QCOMPARE(shown.made(QStringLiteral("Frontend API")), QStringLiteral("https://clerk.corner-shop.example"));
        QCOMPARE(shown.made(QStringLiteral("Settings")), QStringLiteral("copied from development"));
        QCOMPARE(shown.made(QStringLiteral("Sign-in providers")), QStringLiteral("none yet"));
        QVERIFY(shown.page.state().dashboard.path().contains(shown.world.productionId()));
        QVERIFY(!shown.page.state().takingBack.isEmpty());
    }

    void tellsWhatIsNextUntilNothingIs()
    {
        Shown shown;
        shown.enter();
        QVERIFY(shown.page.state().headline.contains(QStringLiteral("providers")));
        QVERIFY(shown.next().contains(QStringLiteral("Apple, GitHub, Google")));
        QVERIFY(shown.next().contains(QStringLiteral("DNS records")));
        QVERIFY(shown.next().contains(QStringLiteral("production keys")));

        shown.world.deployment.change([](DeployPlan &plan) { plan.skippedProviders = {QStringLiteral("apple")}; });
        QVERIFY(shown.next().contains(QStringLiteral("You left Apple for later")));

        shown.saveAllProviders();
        QVERIFY(!shown.next().contains(QStringLiteral("for later"))); // saved after all
        QVERIFY(shown.page.state().headline.contains(QStringLiteral("DNS")));

        QVERIFY(shown.page.state().site.isEmpty());
        shown.completeDomain();
        QCOMPARE(shown.page.state().site, QUrl(QStringLiteral("https://corner-shop.example")));
        QVERIFY(!shown.next().contains(QStringLiteral("DNS records")));
        QVERIFY(!shown.page.state().finished);

        shown.world.deployment.change([](DeployPlan &plan) { plan.keysTaken = true; });
        QVERIFY(shown.page.state().finished);
        QVERIFY(!shown.next().contains(QStringLiteral("production keys")));
        QVERIFY(shown.next().contains(QStringLiteral("private window"))); // still to be tried
        QVERIFY(shown.next().contains(QStringLiteral("left behind")));
        shown.world.deployment.change([](DeployPlan &plan) { plan.settingsCompared = true; });
        QVERIFY(!shown.next().contains(QStringLiteral("left behind")));

        shown.world.deployment.change([&](DeployPlan &plan) {
            for (const HandoverRow &row : handoverChecklist(plan, shown.world.deployment.facts()))
                plan.tickedHandover.append(handoverId(row.task));
        });
        QVERIFY2(shown.page.state().next.isEmpty(), qPrintable(shown.next()));
    }

    void saysWhereTheSecretsAre()
    {
        Shown shown;
        shown.enter();
        QVERIFY(shown.secret(QStringLiteral("Secret key")).contains(shown.world.productionId()));
        QVERIFY(shown.secret(QStringLiteral("Platform API key")).startsWith(QStringLiteral("not kept")));
        QVERIFY(shown.secret(QStringLiteral("Provider secrets")).isEmpty());

        QVERIFY(
            waitFor(shown.world.secrets.write(secretname::platformKey(QStringLiteral("practice")), Secret("ak_x"))));
        shown.saveAllProviders();
        shown.enter();
        QTRY_VERIFY(shown.secret(QStringLiteral("Platform API key")).contains(QStringLiteral("platform-key practice")));
        QVERIFY(shown.secret(QStringLiteral("Provider secrets")).contains(QStringLiteral("no copy")));
        shown.world.deployment.change([](DeployPlan &plan) {
            plan.keptCredentials = {QStringLiteral("google")};
            plan.draftedProviders = {QStringLiteral("apple")};
        });
        QVERIFY(!shown.secret(QStringLiteral("Provider secrets")).contains(QStringLiteral("no copy")));
        QVERIFY(shown.secret(QStringLiteral("Provider secrets")).contains(QStringLiteral("Google")));
        QVERIFY(shown.secret(QStringLiteral("Typed and not saved yet")).contains(QStringLiteral("Apple")));

        QVERIFY(waitFor(shown.world.secrets.remove(secretname::instanceSecretKey(shown.world.productionId()))));
        shown.enter();
        QVERIFY(shown.secret(QStringLiteral("Secret key")).contains(QStringLiteral("not on this computer")));
        shown.world.secrets.refusal = Error::Kind::SecretStoreLocked;
        QVERIFY(waitFor(shown.world.deployment.secretKey()));
        shown.enter();
        QVERIFY(shown.secret(QStringLiteral("Secret key")).contains(QStringLiteral("memory")));
    }

    void promisesNothingOfPracticeMode()
    {
        OpenedDeployment world;
        world.goLive();
        QVERIFY(waitFor(world.deployment.refresh()));
        MemorySecretStore forgetful;
        SummaryViewModel page(world.deployment, forgetful, {});
        QVERIFY(!page.asText().contains(QStringLiteral("password store")));
    }

    void saysWhenClerkCannotBeAsked()
    {
        Shown shown;
        shown.enter();
        const auto made = shown.page.state().made;
        shown.world.clerk.api->setAccessKey(Secret("ak_revoked"));
        shown.enter();
        QVERIFY(shown.page.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(shown.page.state().made == made);

        shown.world.clerk.api->setAccessKey(Secret(PracticeServer::accessKey));
        shown.page.reload();
        shown.page.reload(); // refused: one is under way
        QTRY_VERIFY(!shown.page.state().loading);
        QVERIFY(shown.page.state().notice.isEmpty());
    }

    void doesNotCallUnreadProvidersMissing()
    {
        OpenedDeployment world;
        world.goLive();
        DomainStatus complete;
        complete.complete = true;
        world.api.status = complete;
        world.api.developmentConfig = failure(Error::Kind::Offline);
        QVERIFY(!waitFor(world.deployment.refresh()));
        const SummaryViewModel page(world.deployment, world.secrets, {});
        QVERIFY(page.state().headline.contains(QStringLiteral("not known")));
        QVERIFY(page.state().next.constFirst().contains(QStringLiteral("not been read")));
    }

    void holdsNoSecretInItsText()
    {
        Shown shown;
        const auto check = [&shown] {
            const QByteArray text = shown.page.asText().toUtf8();
            QVERIFY(!text.isEmpty());
            QVERIFY(!shown.key().isEmpty());
            QVERIFY(!text.contains(shown.key()));
            QVERIFY(!text.contains("provider-secret"));
            QVERIFY(!text.contains(PracticeServer::accessKey));
        };
        check();
        shown.enter();
        check();
        shown.saveAllProviders();
        check();
        shown.completeDomain();
        check();
        QVERIFY(waitFor(shown.world.secrets.remove(secretname::instanceSecretKey(shown.world.productionId()))));
        shown.world.secrets.refusal = Error::Kind::SecretStoreUnavailable;
        check(); // held in memory only
        shown.world.deployment.change([](DeployPlan &plan) { plan.keysTaken = true; });
        check();
    }

    void writesEverySectionIntoItsText()
    {
        Shown shown;
        shown.enter();
        const QString text = shown.page.asText();
        for (const auto &row : shown.page.state().made + shown.page.state().secrets)
            QVERIFY(text.contains(row.value));
        for (const QString &line : shown.page.state().next + shown.page.state().takingBack)
            QVERIFY(text.contains(line));
    }
};

QTEST_GUILESS_MAIN(TestSummaryViewModel)
#include "tst_summaryviewmodel.moc"
