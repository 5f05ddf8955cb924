#include "testkit/practiceproduction.h"
#include "wizard/steps/goliveviewmodel.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;
using KeyPhase = GoLiveViewModel::KeyPhase;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The step in front of the practice shop, whose environment file is wanted.
struct Shown
{
    explicit Shown(bool withKey = true)
    {
        steps.enter();
        if (withKey)
            steps.loadKeys();
        QTRY_VERIFY(!steps.state().asking && steps.state().keyPhase != KeyPhase::Asking);
    }

    [[nodiscard]] QString file(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir folder;
    PracticeProduction world;
    GoLiveViewModel steps {world.deployment, world.secrets, world.clock, {}};
};

} // namespace

class TestGoLiveEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hidesTheSecretKeyInThePreview()
    {
        const Shown shown;
        const QString preview = shown.steps.state().environmentPreview;
        QVERIFY(preview.contains(shown.steps.state().publishableKey));
        QVERIFY(preview.contains(QStringLiteral("CLERK_SECRET_KEY=sk_live_••••••••")));
        QVERIFY(!preview.contains(QString::fromUtf8(shown.steps.secretKey().reveal())));
    }

    void savesAFileThatOnlyItsOwnerMayRead()
    {
        Shown shown;
        const QString path = shown.file(".env.production");

        shown.steps.saveEnvironment(path);

        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Success);
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("secret key")));
        QVERIFY(contentOf(path).contains(shown.steps.secretKey().reveal()));
        QCOMPARE(QFileInfo(path).permissions()
                     & (QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther
                        | QFileDevice::WriteOther | QFileDevice::ExeOwner),
                 QFileDevice::Permissions());
    }

    void neverOverwritesAFile()
    {
        Shown shown;
        const QString path = shown.file(".env");
        QFile existing(path);
        QVERIFY(existing.open(QIODevice::WriteOnly));
        existing.write("PRECIOUS=1\n");
        existing.close();

        shown.steps.saveEnvironment(path);

        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Warning);
        QVERIFY(shown.steps.state().notice.text.contains(path));
        QCOMPARE(contentOf(path), QByteArray("PRECIOUS=1\n"));
    }

    void saysWhyItCannotSave()
    {
        Shown shown;
        shown.steps.saveEnvironment(shown.file("no/such/folder/.env"));
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Problem);
        QVERIFY(shown.steps.state().notice.details.contains(QStringLiteral("no/such/folder")));
    }

    void savesNothingBeforeTheKeyIsHere()
    {
        Shown shown(false);
        QVERIFY(!shown.steps.state().environmentReady);
        QVERIFY(shown.steps.environment().isEmpty());
        shown.steps.saveEnvironment(shown.file(".env"));
        QVERIFY(!QFileInfo::exists(shown.file(".env")));
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
        shown.steps.chooseFramework(id);

        QVERIFY(!shown.steps.state().environmentHoldsSecret);
        QVERIFY(!shown.steps.state().environmentPreview.contains(QStringLiteral("sk_live")));
        QVERIFY(!shown.steps.environment().isEmpty());
        QVERIFY(!shown.steps.environment().reveal().contains("sk_live"));
        shown.steps.saveEnvironment(shown.file(".env"));
        QVERIFY(!shown.steps.state().notice.text.contains(QStringLiteral("secret key")));
        QVERIFY(!contentOf(shown.file(".env")).contains("sk_live"));
    }

    void needsNoSecretKeyForWhatRunsInABrowser()
    {
        Shown shown(false);
        for (const Framework &framework : frameworks()) {
            shown.steps.chooseFramework(framework.id);
            QCOMPARE(shown.steps.state().environmentReady, framework.isBrowserOnly());
            QCOMPARE(shown.steps.state().environmentFile, framework.file);
        }
    }
};

QTEST_GUILESS_MAIN(TestGoLiveEnvironment)
#include "tst_goliveenvironment.moc"
