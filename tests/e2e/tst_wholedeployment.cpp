#include "exportedreport.h"
#include "testkit/leaksearch.h"
#include "testkit/practiceprocess.h"
#include "testkit/realkeyring.h"
#include "testkit/wholeprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLoggingCategory>

using namespace golive;

namespace {

QByteArray logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged += message.toUtf8() + '\n';
}

/// What a person types that nobody else may read.
const QHash<QString, QByteArray> &providerSecrets()
{
    static const QHash<QString, QByteArray> secrets {
        {QStringLiteral("google"), QByteArrayLiteral("GOCSPX-whole-deployment-google")},
        {QStringLiteral("github"), QByteArrayLiteral("99887766554433221100ffeeddccbbaa99887766")},
        {QStringLiteral("linear"), QByteArrayLiteral("aabbccddeeff00112233445566778899")},
        {QStringLiteral("apple"), QByteArrayLiteral("ZW50LCBmb3IgYXBwbGUgb25seQ==")},
    };
    return secrets;
}

} // namespace

/// The real window on a real display, a real password store on a real bus, and Clerk as a separate
/// process: one deployment from the first page to the last, closed and opened again on the way.
class TestWholeDeployment : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring {QDir::homePath()};
    PracticeProcess m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<WholeProgram> m_program;
    QString m_applicationId;
    QString m_instanceId;

    void forward() { m_program->press(QStringLiteral("next")); }

    void saveProvider(const QString &slug)
    {
        if (m_program->assistant().providers.state().openSlug != slug)
            m_program->press(slug + QStringLiteral(".open"));
        m_program->type(slug + QStringLiteral(".client_id"), QStringLiteral("id-of-") + slug);
        if (slug == QLatin1String("apple")) {
            m_program->type(QStringLiteral("apple.team_id"), QStringLiteral("A1B2C3D4E5"));
            m_program->type(QStringLiteral("apple.key_id"), QStringLiteral("F6G7H8I9J0"));
            QGuiApplication::clipboard()->setText(
                QStringLiteral("-----BEGIN PRIVATE KEY-----\n"
                               "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCB3aG9sZSBkZXBsb3lt\n"
                               "%1\n"
                               "-----END PRIVATE KEY-----\n")
                    .arg(QString::fromUtf8(providerSecrets().value(slug))));
            m_program->press(QStringLiteral("apple.client_secret.paste"));
        } else {
            m_program->type(slug + QStringLiteral(".client_secret"), QString::fromUtf8(providerSecrets().value(slug)));
        }
        m_program->press(slug + QStringLiteral(".save"));
        QTRY_COMPARE_WITH_TIMEOUT(m_program->assistant().deployment().facts().providers.value(slug),
                                  ProviderState::Configured, 10'000);
    }

    static QByteArray fromKeychain(const QString &entry)
    {
        QProcess tool;
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("lookup"), QStringLiteral("server"), QStringLiteral("Golive"),
                    QStringLiteral("user"), entry});
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput();
    }

private Q_SLOTS:
    void initTestCase()
    {
        qInstallMessageHandler(keepLog); // QtTest has installed its own by now
        qputenv("CLERK_PLATFORM_API_URL", m_clerk.url.toString().toUtf8());
        QSettings settings(Preferences::defaultFile(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("dns/resolvers"), m_clerk.resolvers);
        settings.setValue(QStringLiteral("dns/authoritativePort"), m_clerk.authoritativePort);
        settings.sync();
        m_program = std::make_unique<WholeProgram>();
    }

    void connectsAndRemembersTheKey()
    {
        QVERIFY(m_program->step() == Step::Start);
        QCOMPARE(m_clerk.requestCount(QStringLiteral("GET"), QString()), 0); // nobody was asked before it was wanted
        forward();
        QVERIFY(m_program->step() == Step::Connect);
        m_program->type(QStringLiteral("platformKey"), QString::fromUtf8(m_clerk.key));
        forward();

        QTRY_VERIFY_WITH_TIMEOUT(m_program->step() == Step::Application, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(fromKeychain(QStringLiteral("platform-key 127.0.0.1")), m_clerk.key, 10'000);
    }

    void choosesApplicationSettingsAndDomain()
    {
        QTRY_COMPARE(m_program->assistant().application.state().rows.size(), 4);
        const auto rows = m_program->assistant().application.state().rows;
        for (const auto &row : rows)
            if (row.name == QLatin1String("Corner Shop"))
                m_applicationId = row.id;
        QVERIFY(!m_applicationId.isEmpty());
        m_program->assistant().application.select(m_applicationId);
        forward();
        QTRY_VERIFY(m_program->step() == Step::Settings);
        m_program->press(QStringLiteral("copyDevelopment"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Domain);
        m_program->type(QStringLiteral("domain"), QStringLiteral("https://Corner-Shop.example/start"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Create);
        QCOMPARE(m_program->assistant().deployment().plan().domain, QStringLiteral("corner-shop.example"));
    }

    void createsTheInstanceOnceAndKeepsItsKey()
    {
        auto *create = m_program->widget<QAbstractButton>(QStringLiteral("createProductionInstance"));
        create->setFocus();
        QTest::keyClick(create, Qt::Key_Return);
        QCOMPARE(m_clerk.requestCount(QStringLiteral("POST"), QStringLiteral("/instances")), 0);

        QTest::mouseClick(create, Qt::LeftButton);
        QTest::mouseClick(create, Qt::LeftButton);

        QTRY_VERIFY_WITH_TIMEOUT(m_program->assistant().create.state().phase == CreateViewModel::Phase::Exists, 15'000);
        QCOMPARE(m_clerk.requestCount(QStringLiteral("POST"), QStringLiteral("/instances")), 1);
        m_instanceId = m_program->assistant().deployment().facts().production()->id;
        QVERIFY(fromKeychain(QStringLiteral("secret-key ") + m_instanceId).startsWith("sk_live_"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Providers);
    }

    void continuesAfterBeingClosed()
    {
        QTRY_VERIFY(m_program->assistant().providers.state().known);
        saveProvider(QStringLiteral("google"));
        saveProvider(QStringLiteral("github"));

        m_program.reset();
        m_program = std::make_unique<WholeProgram>();

        QVERIFY(m_program->step() == Step::Start);
        m_program->press(QStringLiteral("continue-") + m_applicationId);
        QTRY_VERIFY_WITH_TIMEOUT(m_program->step() == Step::Providers, 15'000);
        const auto providers = m_program->assistant().deployment().facts().providers;
        QVERIFY(providers.value(QStringLiteral("google")) == ProviderState::Configured);
        QVERIFY(providers.value(QStringLiteral("apple")) == ProviderState::NeedsCredentials);
    }

    void savesTheRemainingProviders()
    {
        saveProvider(QStringLiteral("linear"));
        saveProvider(QStringLiteral("apple"));
        QCOMPARE(m_clerk.requestCount(QStringLiteral("PATCH"), QStringLiteral("/config")), 8); // a trial before each
        forward();
        QTRY_VERIFY(m_program->step() == Step::Dns);
    }

    void watchesTheRecordsGoLive()
    {
        const auto views = [this] { return m_program->services->records->view().records; };
        QTRY_VERIFY_WITH_TIMEOUT(!views().isEmpty() && views().constFirst().progress == RecordProgress::NotFound,
                                 20'000);

        const QJsonArray records = m_clerk.records();
        for (const auto &record : records)
            if (record[QLatin1String("domain")].toString() == QLatin1String("corner-shop.example"))
                m_clerk.enter(record[QLatin1String("host")].toString(), QStringLiteral("right"));
        m_program->press(QStringLiteral("checkNow"));

        const auto allSeen = [&] {
            const auto all = views();
            return std::all_of(all.cbegin(), all.cend(),
                               [](const RecordView &each) { return each.progress == RecordProgress::SeenByClerk; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(allSeen(), 30'000);
        forward();
        QTRY_VERIFY(m_program->step() == Step::Compare);
    }

    void carriesOverWhatTheCloneLost()
    {
        const auto state = [this] { return m_program->assistant().comparison.state(); };
        QTRY_VERIFY_WITH_TIMEOUT(state().phase == ComparisonViewModel::Phase::Choosing, 15'000);
        QVERIFY(state().canTick);
        const int patches = m_clerk.requestCount(QStringLiteral("PATCH"), QStringLiteral("/config"));
        m_program->press(QStringLiteral("tickAll"));
        m_program->press(QStringLiteral("previewCarry"));
        QTRY_VERIFY_WITH_TIMEOUT(state().phase == ComparisonViewModel::Phase::Previewed, 15'000);
        m_program->press(QStringLiteral("carryOver"));
        QTRY_VERIFY_WITH_TIMEOUT(state().phase == ComparisonViewModel::Phase::Carried, 15'000);
        QCOMPARE(state().notice.tone, Notice::Tone::Success);
        QVERIFY(m_clerk.requestCount(QStringLiteral("PATCH"), QStringLiteral("/config")) > patches);

        m_program->press(QStringLiteral("compareAgain"));
        QTRY_VERIFY_WITH_TIMEOUT(state().phase == ComparisonViewModel::Phase::Choosing, 15'000);
        QVERIFY(!state().canTick); // nothing is left to carry over
        forward();
        QTRY_VERIFY(m_program->step() == Step::GoLive);
        QVERIFY(m_program->assistant().deployment().plan().settingsCompared);
    }

    void takesTheKeysAndFinishes()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_program->assistant().goLive.state().complete, 30'000);
        m_program->press(QStringLiteral("showKeys"));
        QTRY_VERIFY(m_program->assistant().goLive.state().keyPhase == GoLiveViewModel::KeyPhase::Here);
        forward();
        QTRY_VERIFY(m_program->step() == Step::HandOver);
        m_program->press(QStringLiteral("keysTaken"));
        forward();
        QTRY_VERIFY(m_program->step() == Step::Summary);
        QVERIFY(m_program->assistant().summary.state().finished);
    }

    void leavesNoSecretBehind()
    {
        QList<QByteArray> secrets = providerSecrets().values();
        secrets.append(m_clerk.key);
        secrets.append(fromKeychain(QStringLiteral("secret-key ") + m_instanceId));
        const QByteArray report = reportOf(*m_program->services).toUtf8();
        m_program.reset();

        QFile arguments(QStringLiteral("/proc/self/cmdline"));
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        const QByteArray commandLine = arguments.readAll();
        for (const QByteArray &secret : std::as_const(secrets)) {
            QVERIFY(secret.size() > 10);
            QCOMPARE(filesLeaking(QDir::homePath(), secret), QStringList());
            QVERIFY(!leaks(logged, secret));
            QVERIFY(!leaks(commandLine, secret));
            QVERIFY(!leaks(report, secret));
        }
        QVERIFY(logged.contains("/v1/platform/applications")); // there is a log to look at
        QVERIFY2(report.contains(m_instanceId.toUtf8()) && report.contains("clerk.corner-shop.example CNAME")
                     && report.contains("PATCH"),
                 report.constData());
        QVERIFY(!filesLeaking(QDir::homePath(), QByteArrayLiteral("corner-shop.example")).isEmpty()); // it does look
    }
};

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(place, home.path().toUtf8());
    QLoggingCategory::setFilterRules(QStringLiteral("golive.*=true"));
    QApplication application(argc, argv);
    TestWholeDeployment test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_wholedeployment.moc"
