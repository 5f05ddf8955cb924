#include "testkit/fakebrowser.h"
#include "testkit/leaksearch.h"
#include "testkit/memoryscan.h"
#include "testkit/practiceprocess.h"
#include "testkit/realkeyring.h"
#include "testkit/steeredprogram.h"
#include "testkit/watchedbuffers.h"
#include "wizard/preferences.h"

#include <QSettings>

using namespace golive;

namespace {

const QByteArray &googleSecret()
{
    static const QByteArray secret = QByteArrayLiteral("GOCSPX-seen-from-outside-0123456789");
    return secret;
}

// What Qt may leave behind of a text: its JSON parser of one it has read; its network code of one it has sent (the
// buffer it reads a body into, the copy for its thread, and the socket's).
constexpr int ofParser = 1;
constexpr int ofUpload = 3;
constexpr int ofOurs = 2; ///< of the access key: for the person to keep, and the client's header

#ifdef __SANITIZE_ADDRESS__
constexpr bool isBuiltWithSanitizer = true;
#else
constexpr bool isBuiltWithSanitizer = false;
#endif

/// The second line of the private key.
const QByteArray &appleSecret()
{
    static const QByteArray secret = QByteArrayLiteral("ZW50LCBmb3IgYXBwbGUgb25seQ==");
    return secret;
}

QByteArray appleKeyInOneLine()
{
    return QByteArrayLiteral("-----BEGIN PRIVATE KEY-----\r"
                             "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCB3aG9sZSBkZXBsb3lt\r")
        + appleSecret() + QByteArrayLiteral("\r-----END PRIVATE KEY-----\r");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// A whole deployment in the program itself, and what somebody sees of its secrets who only looks from outside: at
/// files, at what it prints, at its arguments and environment, at every text of every widget, and into its memory.
class TestSecretsFromOutside : public QObject
{
    Q_OBJECT

    RealKeyring m_keyring {QDir::homePath()};
    FakeBrowser m_browser {QDir::home().filePath(QStringLiteral("programs"))};
    PracticeProcess m_clerk {QStringLiteral(PRACTICE_SERVER)};
    std::unique_ptr<SteeredProgram> m_program;
    QByteArray m_instanceKey;
    qsizetype m_followed = 0; ///< links, so far
    WatchedBuffers m_buffers;

    [[nodiscard]] QList<QByteArray> secrets() const
    {
        QList<QByteArray> all {m_clerk.key, googleSecret(), appleSecret()};
        if (!m_instanceKey.isEmpty())
            all.append(m_instanceKey);
        return all;
    }

    [[nodiscard]] QProcessEnvironment environment() const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("CLERK_PLATFORM_API_URL"), m_clerk.url.toString());
        variables.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        variables.insert(QStringLiteral("TMPDIR"), QDir::homePath());
        m_browser.comeFirst(variables);
        if (looksAtEveryBuffer())
            m_buffers.watch(variables);
        return variables;
    }

    /// This program runs twice: once to count what lies around in memory, and once, when that would be of no use, to
    /// see what every single buffer is given back with.
    [[nodiscard]] static bool looksAtEveryBuffer()
    {
        return qEnvironmentVariableIsSet("GOLIVE_TEST_BUFFERS") && !isBuiltWithSanitizer;
    }

    static QByteArray fromKeychain(const QString &entryBeginning)
    {
        QProcess tool;
        tool.setProcessChannelMode(QProcess::MergedChannels);
        tool.start(QStringLiteral("secret-tool"),
                   {QStringLiteral("search"), QStringLiteral("--all"), QStringLiteral("--unlock"),
                    QStringLiteral("server"), QStringLiteral("Golive")});
        tool.waitForFinished(10'000);
        const QList<QByteArray> items = tool.readAll().split('[');
        for (const QByteArray &item : items)
            if (item.contains(entryBeginning.toUtf8()))
                for (const QByteArray &line : item.split('\n'))
                    if (line.startsWith("secret = "))
                        return line.mid(9);
        return {};
    }

    void lookAround(const char *step)
    {
        const QStringList texts = m_program->texts();
        QVERIFY(texts.size() > 20);
        const QByteArray everything = texts.join(QLatin1Char('\n')).toUtf8();
        for (const QByteArray &secret : secrets())
            QVERIFY2(!leaks(everything, secret), step);
        const QByteArray draggable = m_program->texts("drags").join(QLatin1Char('\n')).toUtf8();
        QVERIFY(!draggable.isEmpty());
        for (const QByteArray &secret : secrets())
            QVERIFY2(!leaks(draggable, secret), step);
        QCOMPARE(m_program->texts("undoable"), QStringList());
        QCOMPARE(m_program->texts("undone"), QStringList());
    }

    /// The browser's own script, what the program prints into, and what we have been given ourselves.
    static bool mayBeInherited(const QByteArray &file)
    {
        static const QStringList ours = [] {
            QStringList all;
            const QFileInfoList open = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::Files | QDir::System);
            for (const QFileInfo &each : open)
                all.append(each.symLinkTarget());
            return all;
        }();
        return file.startsWith(QDir::homePath().toUtf8() + "/programs/") || file.endsWith("/printed")
            || file.startsWith("/dev/") || file.startsWith("pipe:") || ours.contains(QString::fromUtf8(file));
    }

    /// Opens a link, and has a look at what the browser came with.
    void follow(const QString &link, const QByteArray &address)
    {
        const qsizetype before = m_browser.visits().size();
        QCOMPARE(before, m_followed++); // nobody opens anything by itself
        QVERIFY(m_program->press(link));
        QTRY_COMPARE_WITH_TIMEOUT(m_browser.visits().size(), before + 1, 20'000);
        bool isOpen = false;
        const QList<FakeBrowser::Visit> visits = m_browser.visits();
        for (const FakeBrowser::Visit &visit : visits) {
            isOpen = isOpen || visit.arguments.join().startsWith(address);
            QVERIFY(visit.environment.contains("HOME=" + QDir::homePath().toUtf8()));
            for (const QByteArray &secret : secrets())
                QVERIFY(!leaks(visit.arguments.join('\n') + visit.environment.join('\n'), secret));
            for (const QByteArray &file : visit.files)
                QVERIFY2(mayBeInherited(file), file.constData());
        }
        QVERIFY2(isOpen, address.constData());
    }

    [[nodiscard]] static QString exported(const char *name)
    {
        QDir::home().mkpath(QStringLiteral("exported"));
        return QDir::home().filePath(QStringLiteral("exported/") + QLatin1String(name));
    }

    /// Saves by the button's dialog, and hands over what the file says.
    QByteArray save(const char *button, const char *name)
    {
        if (!m_program->waitUntil(QStringLiteral("can ") + QLatin1String(button)))
            return {};
        m_program->ask(QByteArray("save ") + button + ' ' + exported(name).toUtf8());
        (void)QTest::qWaitFor([&] { return !contentOf(exported(name)).isEmpty(); }, 10'000);
        return contentOf(exported(name));
    }

    /// Fails when there are more copies than `known` ones, apart from those that Qt keeps of the head of a request;
    /// docs/secrets.md explains them all.
    void countCopies(const char *moment, const QByteArray &secret, int known)
    {
        if (looksAtEveryBuffer())
            return;
        if (isBuiltWithSanitizer)
            QSKIP("the sanitizer keeps all that was ever given back");
        const auto copies = copiesInMemory(m_program->process().processId(), secret);
        if (!copies)
            QSKIP("this system lets nobody look into the program's memory, which is as it should be; as root it would");
        qInfo("%s: %d copies as UTF-8, %d as UTF-16; %d in Qt's requests", moment, copies->plain, copies->wide,
              copies->inRequests);
        QVERIFY2(copies->all() - copies->inRequests <= known, moment);
    }

    void saveProvider(const QString &slug)
    {
        const int patches = m_clerk.requestCount(QStringLiteral("PATCH"), QStringLiteral("/config"));
        const QString id = slug + QStringLiteral(".client_id");
        // The button closes it as well, and the first one opens by itself, sooner or later.
        for (int tries = 0; tries < 3 && !m_program->waitUntil(QStringLiteral("shows ") + id, 1000); ++tries)
            QVERIFY(m_program->press(slug + QStringLiteral(".open")));
        QVERIFY(m_program->type(id, "id-of-" + slug.toUtf8()));
        if (slug == QLatin1String("apple")) {
            QVERIFY(m_program->type(QStringLiteral("apple.team_id"), "A1B2C3D4E5"));
            QVERIFY(m_program->type(QStringLiteral("apple.key_id"), "F6G7H8I9J0"));
            QCOMPARE(m_program->ask("put\n" + appleKeyInOneLine()), QByteArrayLiteral("yes"));
            QVERIFY(m_program->press(QStringLiteral("apple.client_secret.paste")));
            QCOMPARE(m_program->ask("put\nsomething else"), QByteArrayLiteral("yes"));
        } else {
            QVERIFY(m_program->type(slug + QStringLiteral(".client_secret"), googleSecret()));
        }
        QVERIFY(m_program->press(slug + QStringLiteral(".save")));
        QTRY_COMPARE_WITH_TIMEOUT(m_clerk.requestCount(QStringLiteral("PATCH"), QStringLiteral("/config")), patches + 2,
                                  15'000); // a trial before
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings settings(Preferences::defaultFile(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("dns/resolvers"), m_clerk.resolvers);
        settings.setValue(QStringLiteral("dns/authoritativePort"), m_clerk.authoritativePort);
        settings.sync();
        m_buffers.lookFor(secrets());
    }

    /// The one secret that comes in by itself goes no further.
    void aKeyFromTheEnvironment()
    {
        QProcessEnvironment variables = environment();
        variables.insert(QStringLiteral("CLERK_PLATFORM_API_KEY"), QString::fromUtf8(m_clerk.key));
        m_program = std::make_unique<SteeredProgram>(variables);
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("openDashboard"));
        lookAround("Connect");
        follow(QStringLiteral("openDashboard"), "https://");
        QVERIFY(!leaks(contentOf(m_program->proc("environ")), m_clerk.key));
        QVERIFY(!leaks(m_program->printed(), m_clerk.key));
        m_program->end();
        m_program = std::make_unique<SteeredProgram>(environment());
    }

    void theAccessKey()
    {
        QVERIFY(m_program != nullptr);
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("platformKey"));
        QCOMPARE(m_program->ask("put\n" + m_clerk.key), QByteArrayLiteral("yes"));
        QCOMPARE(m_program->ask("paste platformKey"), QByteArrayLiteral("yes"));
        QCOMPARE(m_program->ask("put\nsomething else"), QByteArrayLiteral("yes"));
        lookAround("Connect");
        follow(QStringLiteral("openDashboard"), "https://");
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("applicationList"));
        QTRY_COMPARE_WITH_TIMEOUT(fromKeychain(QStringLiteral("platform-key")), m_clerk.key, 10'000);
        lookAround("Application");
        countCopies("the access key, after Connect was left", m_clerk.key, ofOurs);
    }

    void theInstancesKeys()
    {
        QTRY_COMPARE(m_program->ask("row applicationList Corner Shop"), QByteArrayLiteral("yes"));
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->press(QStringLiteral("copyDevelopment")));
        QVERIFY(save("saveSettings", "settings.json").contains("{"));
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->type(QStringLiteral("domain"), "corner-shop.example"));
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->press(QStringLiteral("createProductionInstance")));
        QVERIFY(m_program->shows("created"));
        QTRY_VERIFY_WITH_TIMEOUT(fromKeychain(QStringLiteral("secret-key")).startsWith("sk_live_"), 10'000);
        m_instanceKey = fromKeychain(QStringLiteral("secret-key"));
        m_buffers.lookFor(secrets());
        lookAround("Create");
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->waitUntil(QStringLiteral("shows google.card")));
        countCopies("the instance's secret key, after it was stored", m_instanceKey, ofParser);
    }

    void theProvidersSecrets()
    {
        saveProvider(QStringLiteral("google"));
        lookAround("Providers");
        saveProvider(QStringLiteral("apple"));
        lookAround("Providers");
        countCopies("a provider's secret, after it was saved", googleSecret(), ofUpload);
        countCopies("a private key, after it was saved", appleSecret(), ofUpload);
    }

    void whatGoesInto()
    {
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("checkNow"));
        const QJsonArray records = m_clerk.records();
        for (const auto &record : records)
            if (record[QLatin1String("domain")].toString() == QLatin1String("corner-shop.example"))
                m_clerk.enter(record[QLatin1String("host")].toString(), QStringLiteral("right"));
        QVERIFY(m_program->press(QStringLiteral("checkNow")));
        lookAround("Dns");
        QVERIFY(save("saveZoneFile", "zone.txt").contains("CNAME"));
        follow(QStringLiteral("writeMail"), "mailto:");
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("comparisonHeadline"));
        lookAround("Compare");
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->waitUntil(QStringLiteral("can showKeys"), 40'000));
        QVERIFY(m_program->press(QStringLiteral("showKeys")));
        QVERIFY(m_program->shows("secretKey"));
        lookAround("GoLive");
        const bool looksIntoMemory = !looksAtEveryBuffer() && !isBuiltWithSanitizer; // whose memory is 16 TB
        if (const auto shown
            = looksIntoMemory ? copiesInMemory(m_program->process().processId(), m_instanceKey) : std::nullopt)
            QVERIFY(shown->all() > 0); // it does look
        QCOMPARE(m_program->ask("reveal secretKey"), QByteArrayLiteral("yes"));
        const QByteArray seen = m_program->texts().join(QLatin1Char('\n')).toUtf8();
        QVERIFY(leaks(seen, m_instanceKey)); // it does look
        for (const QByteArray &secret : secrets()) // even so it is not to be dragged anywhere
            QVERIFY(!leaks(m_program->texts("drags").join(QLatin1Char('\n')).toUtf8(), secret));
        QCOMPARE(m_program->ask("reveal secretKey"), QByteArrayLiteral("yes"));
        lookAround("GoLive, after the secret was shown and hidden");
        follow(QStringLiteral("openSite"), "https://corner-shop.example");
        QVERIFY(m_program->press(QStringLiteral("next")));
        QVERIFY(m_program->shows("handoverHeadline"));
        QVERIFY(save("saveDocument", "document.txt").contains("corner-shop.example"));
        QVERIFY(m_program->press(QStringLiteral("copyDocument")));
        const QByteArray document = m_program->texts("clipboard").join(QString()).toUtf8();
        QVERIFY(document.contains("corner-shop.example"));
        for (const QByteArray &secret : secrets())
            QVERIFY(!leaks(document, secret));
        QVERIFY(m_program->press(QStringLiteral("withSecret")));
        QVERIFY(m_program->waitUntil(QStringLiteral("can saveEnvironment")));
        QVERIFY(save("saveEnvironment", "production.env").contains(m_instanceKey)); // the one file that is to have it
        QVERIFY(QFile::remove(exported("production.env")));
        QVERIFY(m_program->press(QStringLiteral("withSecret")));
        lookAround("HandOver");
        countCopies("the instance's secret key, after the page that shows it was left", m_instanceKey,
                    ofParser + 2); // QtKeychain has read it again, and we every text while it was shown
    }

    void aReportOfItsOwn()
    {
        QProcess check;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(QStringLiteral("CLERK_PLATFORM_API_KEY"), QString::fromUtf8(m_clerk.key));
        variables.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*=true"));
        check.setProcessEnvironment(variables);
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.setStandardOutputFile(exported("check.json"));
        check.start(QStringLiteral(GOLIVE),
                    {QStringLiteral("check"), QStringLiteral("corner-shop.example"), QStringLiteral("--json"),
                     QStringLiteral("--resolver"), m_clerk.resolvers.constFirst(),
                     QStringLiteral("--authoritative-port"), QString::number(m_clerk.authoritativePort)});
        QVERIFY(check.waitForFinished(30'000));
        QVERIFY(contentOf(exported("check.json")).contains("corner-shop.example"));
    }

    void everyBufferOfOursIsOverwritten()
    {
        if (!looksAtEveryBuffer())
            QSKIP("looked at by the second run");
        QVERIFY(!m_buffers.others().isEmpty()); // it does look
        QVERIFY2(m_buffers.ours().isEmpty(), m_buffers.ours().constData());
    }

    void whatIsLeftBehind()
    {
        const QByteArray arguments = contentOf(m_program->proc("cmdline"));
        const QByteArray environment = contentOf(m_program->proc("environ"));
        QVERIFY(!arguments.isEmpty());
        m_program->ask("crash");
        QTRY_COMPARE_WITH_TIMEOUT(m_program->process().state(), QProcess::NotRunning, 20'000);
        QVERIFY(m_program->process().exitStatus() == QProcess::CrashExit);
        const QByteArray printed = m_program->printed();
        m_program->end();

        QVERIFY(printed.contains("/v1/platform/applications")); // there is a log to look at
        for (const QByteArray &secret : secrets()) {
            QVERIFY(secret.size() > 10);
            QVERIFY(!leaks(arguments, secret));
            QVERIFY(!leaks(environment, secret));
            QVERIFY(!leaks(printed, secret));
            QCOMPARE(filesLeaking(QDir::homePath(), secret), QStringList()); // the journal and a core dump among them
        }
        QVERIFY(!filesLeaking(QDir::homePath(), QByteArrayLiteral("corner-shop.example")).isEmpty()); // it does look
        m_program.reset();
    }
};

int main(int argc, char *argv[])
{
    const QTemporaryDir home;
    for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        qputenv(place, home.path().toUtf8());
    QDir::setCurrent(home.path()); // where a core dump would go
    QCoreApplication application(argc, argv);
    TestSecretsFromOutside test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_secretsfromoutside.moc"
