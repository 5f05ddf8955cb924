#include "testkit/keyringprompt.h"
#include "testkit/practiceprocess.h"
#include "testkit/realkeyring.h"
#include "testkit/waitfor.h"
#include "testkit/wholeprogram.h"
#include "ui/widgets/storetroublepart.h"

#include <QDir>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>

using namespace golive;

/// The real window with a real password store that is locked wherever a secret is to be kept or fetched: every page
/// says so in its own words, keeps the secret in memory, and has the store opened from its own button.
class TestLockedStore : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring {QDir::homePath()};
    KeyringPrompt m_prompt;
    PracticeProcess m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<WholeProgram> m_program;
    QString m_applicationId;
    QString m_instanceId;

    [[nodiscard]] Assistant &assistant() { return m_program->assistant(); }
    [[nodiscard]] Deployment &deployment() { return assistant().deployment(); }
    void forward() { m_program->press(QStringLiteral("next")); }

    [[nodiscard]] StoreTroublePart *shownTrouble()
    {
        const auto all = m_program->assembled.window().findChildren<StoreTroublePart *>();
        for (StoreTroublePart *each : all)
            if (each->isVisible())
                return each;
        return nullptr;
    }
    [[nodiscard]] QAbstractButton *button(const char *name)
    {
        auto *trouble = shownTrouble();
        auto *found = trouble == nullptr ? nullptr : trouble->findChild<QAbstractButton *>(QString::fromLatin1(name));
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    void press(const char *name)
    {
        auto *found = button(name);
        QVERIFY2(found != nullptr && found->isEnabled(), name);
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(12, found->height() / 2));
    }
    [[nodiscard]] bool isStored(const QString &name)
    {
        return waitFor(m_program->services->secrets->read(name)).has_value();
    }

    [[nodiscard]] bool holdsDraft(const QString &slug)
    {
        const auto cards = assistant().providers.state().cards;
        return std::any_of(cards.cbegin(), cards.cend(), [&](const ProvidersViewModel::Card &each) {
            return each.slug == slug && each.standing == ProvidersViewModel::Standing::PartlyFilled;
        });
    }

    void pressInDialog(const char *name)
    {
        QPointer<QAbstractButton> found;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                const auto all
                    = m_program->assembled.window().findChildren<QAbstractButton *>(QString::fromLatin1(name));
                for (QAbstractButton *each : all)
                    if (each->isVisible())
                        found = each;
                return !found.isNull();
            }(),
            15'000);
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(12, found->height() / 2));
    }
    [[nodiscard]] QMessageBox *shownResult()
    {
        const auto all = m_program->assembled.window().findChildren<QMessageBox *>(QStringLiteral("removalResult"));
        const auto found = std::find_if(all.cbegin(), all.cend(), [](QMessageBox *each) { return each->isVisible(); });
        return found == all.cend() ? nullptr : *found;
    }
    [[nodiscard]] QString removalResult()
    {
        auto *box = shownResult();
        return box == nullptr ? QString() : box->informativeText();
    }
    void takePictureOfDialog(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("GOLIVE_PICTURES"); !folder.isEmpty())
            shownResult()->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
    /// Nobody may remove anything from `folder`, not even root. False where that cannot be had.
    static bool holdFast(const QString &folder, bool held)
    {
        const bool done
            = QProcess::execute(QStringLiteral("chattr"), {held ? QStringLiteral("+i") : QStringLiteral("-i"), folder})
            == 0;
        if (!done)
            qWarning("chattr does not work here: no folder that cannot be removed");
        return done;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("CLERK_PLATFORM_API_URL", m_clerk.url.toString().toUtf8());
        m_prompt.start();
        m_program = std::make_unique<WholeProgram>();
        QVERIFY(waitFor(m_program->services->secrets->write(QStringLiteral("anything"), Secret("there is a keyring"))));
        m_keyring.lock();
    }

    void connectGoesOnWithAKeyThatIsInMemory()
    {
        forward();
        m_program->type(QStringLiteral("platformKey"), QString::fromUtf8(m_clerk.key));
        forward();
        m_prompt.decline();

        QTRY_VERIFY_WITH_TIMEOUT(assistant().connectStep.state().canKeepForSession, 15'000);
        QVERIFY(m_program->step() == Step::Connect); // so that it is read
        QVERIFY(assistant().connectStep.state().notice.text.contains(QStringLiteral("locked")));
        QCOMPARE(m_program->widget<QAbstractButton>(QStringLiteral("saveKey"))->text(), QStringLiteral("&Unlock…"));
        m_program->takePictures(QStringLiteral("connect-declined"));
        m_program->press(QStringLiteral("keepForSession"));
        QTRY_VERIFY(m_program->step() == Step::Application);
    }

    void createHoldsTheKeyUntilTheStoreIsOpened()
    {
        QTRY_COMPARE(assistant().application.state().rows.size(), 4);
        const auto rows = assistant().application.state().rows;
        for (const auto &row : rows)
            if (row.name == QLatin1String("Corner Shop"))
                m_applicationId = row.id;
        assistant().application.select(m_applicationId);
        forward();
        QTRY_VERIFY(m_program->step() == Step::Settings);
        m_program->press(QStringLiteral("copyDevelopment"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Domain);
        m_program->type(QStringLiteral("domain"), QStringLiteral("corner-shop.example"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Create);
        m_program->press(QStringLiteral("createProductionInstance"));

        QTRY_VERIFY_WITH_TIMEOUT(button("storeRemedy") != nullptr, 15'000);
        m_instanceId = deployment().facts().production()->id;
        QCOMPARE(button("storeRemedy")->text(), QStringLiteral("&Unlock…"));
        QVERIFY(button("storeForSession") != nullptr);
        QVERIFY(deployment().holdsAnyUnkeptKey());
        m_program->takePictures(QStringLiteral("create-locked"));

        press("storeRemedy");
        m_prompt.decline();
        QTRY_VERIFY_WITH_TIMEOUT(
            assistant().create.state().keyTrouble.notice.text.contains(QStringLiteral("stays locked")), 15'000);
        QVERIFY(deployment().holdsAnyUnkeptKey());

        press("storeForSession");
        QTRY_VERIFY(button("storeForSession") == nullptr);
        m_program->takePictures(QStringLiteral("create-session"));
        QVERIFY(button("storeRemedy") != nullptr);

        press("storeRemedy");
        m_prompt.giveThePassword();
        QTRY_VERIFY_WITH_TIMEOUT(shownTrouble() == nullptr, 15'000);
        QVERIFY(!deployment().holdsAnyUnkeptKey());
        QVERIFY(isStored(secretname::instanceSecretKey(m_instanceId)));
    }

    void providersHoldWhatWasTypedUntilTheStoreIsOpened()
    {
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(assistant().providers.state().known, 15'000);
        QTRY_VERIFY(KeyringPrompt::isHidden()); // the last one goes when it likes
        m_keyring.lock();
        if (assistant().providers.state().openSlug != QLatin1String("google"))
            m_program->press(QStringLiteral("google.open"));
        m_program->type(QStringLiteral("google.client_secret"), QStringLiteral("GOCSPX-typed-while-locked"));

        QTRY_VERIFY_WITH_TIMEOUT(button("storeRemedy") != nullptr, 15'000);
        QCOMPARE(button("storeRemedy")->text(), QStringLiteral("&Unlock…"));
        QVERIFY(assistant().providers.wouldLoseInput());
        m_program->takePictures(QStringLiteral("providers-locked"));

        press("storeRemedy");
        m_prompt.giveThePassword();
        QTRY_VERIFY_WITH_TIMEOUT(shownTrouble() == nullptr, 15'000);
        QTRY_VERIFY(!assistant().providers.wouldLoseInput());
    }

    void providersFetchWhatWasTypedOnceTheStoreIsOpened()
    {
        QTRY_VERIFY(KeyringPrompt::isHidden());
        m_keyring.lock();
        m_program = std::make_unique<WholeProgram>();
        m_program->press(QStringLiteral("continue-") + m_applicationId);
        QTRY_VERIFY(m_program->step() == Step::Connect);
        m_program->type(QStringLiteral("platformKey"), QString::fromUtf8(m_clerk.key));
        m_program->press(QStringLiteral("rememberKey"));
        forward();
        QTRY_VERIFY_WITH_TIMEOUT(m_program->step() == Step::Providers, 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(button("storeRemedy") != nullptr, 15'000);
        QVERIFY(assistant().providers.state().storeTrouble.notice.text.contains(QStringLiteral("earlier")));
        QVERIFY(button("storeForSession") == nullptr); // nothing is in memory
        m_program->takePictures(QStringLiteral("providers-unread"));

        press("storeRemedy");
        m_prompt.giveThePassword();
        QTRY_VERIFY_WITH_TIMEOUT(shownTrouble() == nullptr, 15'000);
        QTRY_VERIFY(holdsDraft(QStringLiteral("google")));
    }

    void goLiveFetchesAKeyFromALockedStore()
    {
        QTRY_VERIFY(KeyringPrompt::isHidden());
        m_keyring.lock();
        m_program->services->api->setAccessKey(Secret("ak_limited")); // Clerk gives this one nothing
        assistant().flow().goTo(Step::GoLive);
        QTRY_VERIFY(m_program->step() == Step::GoLive);
        m_program->press(QStringLiteral("showKeys"));

        QTRY_VERIFY_WITH_TIMEOUT(button("storeRemedy") != nullptr, 15'000);
        QCOMPARE(button("storeRemedy")->text(), QStringLiteral("&Unlock…"));
        m_program->takePictures(QStringLiteral("golive-locked"));

        press("storeRemedy");
        m_prompt.giveThePassword();
        QTRY_VERIFY_WITH_TIMEOUT(assistant().goLive.secretKey().reveal().startsWith("sk_live_"), 15'000);
        QVERIFY(shownTrouble() == nullptr);
    }

    void removalSaysWhatIsLeftUntilNothingIs()
    {
        const QString folder = m_program->services->journal->folder();
        QVERIFY(QDir(folder).exists());
        QTRY_VERIFY(KeyringPrompt::isHidden());
        m_keyring.lock();
        Q_EMIT m_program->assembled.window().preferencesWanted();
        pressInDialog("removeEverything");
        pressInDialog("removeNow");
        m_prompt.decline();
        QTRY_VERIFY_WITH_TIMEOUT(removalResult().contains(QStringLiteral("is locked")), 15'000);
        QCOMPARE(shownResult()->findChild<QAbstractButton *>(QStringLiteral("removeAgain"))->text(),
                 QStringLiteral("&Unlock…"));
        takePictureOfDialog(QStringLiteral("removal-locked"));
        QVERIFY(QDir(folder).exists()); // it names the entries

        QTRY_VERIFY(KeyringPrompt::isHidden());
        const bool isHeldFast = holdFast(folder, true);
        if (isHeldFast) {
            pressInDialog("removeFiles"); // whoever has lost the password
            QTRY_VERIFY_WITH_TIMEOUT(removalResult().contains(folder), 15'000);
        }
        pressInDialog("removeAgain");
        m_prompt.giveThePassword();
        if (isHeldFast) {
            QTRY_VERIFY_WITH_TIMEOUT(removalResult().contains(folder), 15'000);
            QVERIFY(removalResult().contains(QStringLiteral("still there")));
            takePictureOfDialog(QStringLiteral("removal-folder"));
            QVERIFY(holdFast(folder, false));
            pressInDialog("removeAgain");
        }
        QTRY_VERIFY_WITH_TIMEOUT(removalResult().contains(QStringLiteral("looked again")), 15'000);
        takePictureOfDialog(QStringLiteral("removal-done"));
        QVERIFY(!QDir(folder).exists());
        QCOMPARE(waitFor(m_program->services->secrets->names()).value(), QStringList());
    }
};

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(place, home.path().toUtf8());
    QApplication application(argc, argv);
    TestLockedStore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_lockedstore.moc"
