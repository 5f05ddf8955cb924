#include "testkit/practicepage.h"
#include "ui/widgets/signinproofcard.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace golive;
using Finding = SignInProof::Finding;

namespace {

/// The card as a page of its own.
class ProofPage : public QWidget
{
public:
    ProofPage(SignInProofViewModel &proof, const PageContext &context)
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(new SignInProofCard(proof, context));
        column->addStretch();
    }
};

/// A live shop with GitHub's credentials saved, and what its sign-in page offers.
struct World
{
    World()
    {
        ProviderCredentials entered;
        entered.slug = QStringLiteral("github");
        entered.values.insert(QStringLiteral("client_id"), QStringLiteral("0123456789abcdef"));
        entered.secrets.insert(QStringLiteral("client_secret"), Secret("secret"));
        if (!waitFor(production.deployment.saveProvider(entered)))
            qFatal("cannot save");
        production.enterRecords();
        QTRY_VERIFY(waitFor(production.deployment.refreshStatus())->complete);
        proof.checkNow();
        QTRY_VERIFY(!proof.state().rows.isEmpty());
        QTRY_VERIFY(tried().isVisible());
    }

    [[nodiscard]] QCheckBox &tried() const { return stage.find<QCheckBox>("tried.github"); }

    [[nodiscard]] Finding finding() const
    {
        for (const auto &row : proof.state().rows)
            if (row.slug == QLatin1String("github"))
                return row.finding;
        return Finding::Unexpected;
    }

    void switchInDashboard(bool on)
    {
        auto instance = *production.clerk.world.instance(production.deployment.plan().applicationId,
                                                         QStringLiteral("production"));
        const QString section = QStringLiteral("connection_oauth_github");
        QJsonObject github = instance->config.value(section).toObject();
        github.insert(QStringLiteral("enabled"), on);
        instance->config.insert(section, github);
    }

    PracticeProduction production;
    SignInProofViewModel proof {production.deployment, production.clerk.frontend};
    PageStage<ProofPage> stage {proof};
};

} // namespace

class TestSignInProofCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFocusInTheListWhenItIsLookedAtAgain()
    {
        World world;
        QVERIFY(tabTo(*world.stage.page, world.tried()));
        world.switchInDashboard(false);
        world.proof.checkNow();
        QTRY_VERIFY(world.finding() == Finding::Missing);
        QVERIFY(world.tried().hasFocus());
    }

    void keepsTheFocusOnTheButtonThatLooksAgain()
    {
        World world;
        auto &button = world.stage.find<QPushButton>("checkSignIn");
        QVERIFY(tabTo(*world.stage.page, button));
        QTest::keyClick(&button, Qt::Key_Space);
        QVERIFY(world.proof.state().asking);
        QVERIFY(button.hasFocus());
        QTRY_VERIFY(!world.proof.state().asking);
        QVERIFY(button.hasFocus());
    }

    void offersATickForWhatCanBeTriedOnly()
    {
        World world;
        QVERIFY(world.finding() == Finding::Offered);
        QTest::mouseClick(&world.tried(), Qt::LeftButton);
        QCOMPARE(world.production.deployment.plan().triedProviders, QStringList {QStringLiteral("github")});
        QVERIFY(world.tried().isChecked());
        QVERIFY(!world.stage.shows("tried.google")); // still waits for its credentials
    }

    void namesEverythingAndClipsNothing()
    {
        World world;
        QCOMPARE(namelessControls(*world.stage.page).join(QLatin1Char('\n')), QString());
        QCOMPARE(clippedTexts(*world.stage.page).join(QLatin1Char('\n')), QString());
    }
};

QTEST_MAIN(TestSignInProofCard)
#include "tst_signinproofcard.moc"
