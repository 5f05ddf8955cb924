#include "testkit/applekey.h"
#include "testkit/generatedkey.h"
#include "testkit/shownproviders.h"
#include "testkit/writtenfile.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace golive;
using Shown = ShownProviders;
using Card = ProvidersViewModel::Card;
using Standing = ProvidersViewModel::Standing;

namespace {

const QString github = QStringLiteral("github");
const QString id = QStringLiteral("client_id");
const QString secret = QStringLiteral("client_secret");

QByteArray googleFile(const QByteArray &uris, const QByteArray &origins, const QByteArray &kind = "web")
{
    const QByteArray credentials
        = R"({"client_id": "12-a.apps.googleusercontent.com", "client_secret": "GOCSPX-file",)";
    return "{\"" + kind + "\":" + credentials + "\"redirect_uris\": [" + uris + "], \"javascript_origins\": [" + origins
        + "]}}";
}

QByteArray utf16(const char *text)
{
    QByteArray bytes("\xff\xfe");
    for (const char each : QByteArray(text))
        bytes.append(each).append('\0');
    return bytes;
}

/// Everything that is said at the provider: at its fields and above them.
QString said(const Card &card)
{
    QStringList words = card.imported;
    words.append(card.notice.text);
    for (const auto &field : card.fields)
        words.append(field.problem);
    words.removeAll(QString());
    return words.join(QLatin1Char('\n'));
}

} // namespace

/// Files, and texts that are pasted or dropped, as a person meets them at the step.
class TestProviderImport : public QObject
{
    Q_OBJECT

    const QByteArray m_uri {"\"https://clerk.corner-shop.example/v1/oauth_callback\""};
    const QByteArray m_origins {"\"https://corner-shop.example\", \"https://www.corner-shop.example\""};

private Q_SLOTS:
    void takesGooglesFile()
    {
        Shown shown;
        const WrittenFile file(googleFile(m_uri, m_origins), QStringLiteral("client_secret_12.json"));

        shown.steps.importFile(shown.google, file.path());

        QCOMPARE(shown.field(shown.google, id).value, QStringLiteral("12-a.apps.googleusercontent.com"));
        QVERIFY(shown.field(shown.google, secret).filled);
        QVERIFY(shown.card(shown.google).notice.isEmpty());
        QVERIFY(said(shown.card(shown.google))
                    .contains(QStringLiteral("“client_secret_12.json”: Client ID, Client secret")));
        QVERIFY(said(shown.card(shown.google)).contains(QStringLiteral("has the redirect URI")));
        shown.saveAndWait(shown.google);
        QCOMPARE(shown.world.connection(shown.google).value(secret).toString(), QStringLiteral("GOCSPX-file"));
    }

    void saysWhatGooglesClientLacks()
    {
        Shown shown;
        const WrittenFile file(
            googleFile("\"https://clerk.corner-shop.example/v1/oauth_callback/\"", "\"https://corner-shop.example\""),
            QStringLiteral("client.json"));

        shown.steps.importFile(shown.google, file.path());

        const QString words = said(shown.card(shown.google));
        QVERIFY(words.contains(
            QStringLiteral("lacks the redirect URI https://clerk.corner-shop.example/v1/oauth_callback. It has")));
        QVERIFY(words.contains(QStringLiteral("lacks the JavaScript origin https://www.corner-shop.example.")));
        QVERIFY(shown.field(shown.google, secret).filled); // it is said, and nothing waits for it
    }

    void warnsOfADesktopClient()
    {
        Shown shown;
        const WrittenFile file(googleFile({}, {}, "installed"), QStringLiteral("client.json"));
        shown.steps.importFile(shown.google, file.path());
        QVERIFY(said(shown.card(shown.google)).contains(QStringLiteral("for desktop apps")));
    }

    /// Whatever is chosen, and for whichever provider: one clear sentence, and nothing entered is lost.
    void malformedFilesEndInASentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("aboutGoogle");
        QTest::addColumn<QString>("aboutApple");
        QTest::addColumn<QString>("aboutGitHub");
        const auto row = [](const char *title, const QByteArray &content, const char *name, const char *google,
                            const char *apple, const char *others) {
            QTest::newRow(title) << content << QString::fromLatin1(name) << QString::fromUtf8(google)
                                 << QString::fromUtf8(apple) << QString::fromUtf8(others);
        };
        const auto p8 = "AuthKey_AB12CD34EF.p8";
        row("empty", {}, "empty.json", "is empty", "is empty", "is empty");
        row("blanks", " \n\n ", "blank.txt", "is empty", "is empty", "is empty");
        row("50 MB", QByteArray(50 * 1024 * 1024, 'a'), "film.json", "much too large", "much too large",
            "much too large");
        row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11), "key.p8", "is no text", "is no text", "is no text");
        row("UTF-16", utf16("{\"web\": {}}"), "client.json", "UTF-16", "UTF-16", "UTF-16");
        row("another encoding", "na\xefve \xe9", "note.txt", "old encoding", "old encoding", "old encoding");
        row("wrong JSON", R"({"web": {"client_id": )", "client.json", "ends in the middle", "holds no private key",
            "Nothing for GitHub was found");
        row("somebody's JSON", R"({"name": "x"})", "package.json", "no OAuth client", "holds no private key",
            "Nothing for GitHub was found");
        row("a list", "[1, 2]", "list.json", "no OAuth client", "holds no private key", "Nothing for GitHub was found");
        row("a service account", R"({"type": "service_account", "private_key": "x"})", "account.json",
            "service account", "holds no private key", "Nothing for GitHub was found");
        row("an encrypted key", GeneratedKey::ec("P-256").encryptedPkcs8(), p8, "is not JSON", "passphrase",
            "Nothing for GitHub was found");
        row("an RSA key", GeneratedKey::rsa().pkcs8(), p8, "is not JSON", "RSA key", "Nothing for GitHub was found");
        row("EC P-384", GeneratedKey::ec("P-384").pkcs8(), p8, "is not JSON", "P-384", "Nothing for GitHub was found");
        row("a converted key", GeneratedKey::ec("P-256").traditional(), p8, "is not JSON", "another format",
            "Nothing for GitHub was found");
        row("a certificate", GeneratedKey::ec("P-256").certificate(), p8, "is not JSON", "certificate",
            "Nothing for GitHub was found");
        row("half a key", samplePrivateKey().left(60), p8, "is not JSON", "not a whole private key",
            "Nothing for GitHub was found");
    }
    void malformedFilesEndInASentence()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        const WrittenFile file(content, name);
        Shown shown;
        const QHash<QString, QString> entered {
            {shown.google, id}, {shown.apple, QStringLiteral("team_id")}, {github, id}};
        for (auto each = entered.cbegin(); each != entered.cend(); ++each) {
            shown.steps.setValue(each.key(), each.value(), QStringLiteral("typed before"));
            shown.steps.importFile(each.key(), file.path());
            QCOMPARE(shown.field(each.key(), each.value()).value, QStringLiteral("typed before"));
            QVERIFY(!shown.field(each.key(), secret).filled);
        }
        const auto isSaid = [&](const QString &slug, const QString &expected) {
            const QString words = said(shown.card(slug));
            return words.contains(expected) && words.endsWith(QLatin1Char('.')) && !words.contains(QLatin1Char('\n'));
        };
        QFETCH(QString, aboutGoogle);
        QVERIFY2(isSaid(shown.google, aboutGoogle), qPrintable(said(shown.card(shown.google))));
        QFETCH(QString, aboutApple);
        QVERIFY2(isSaid(shown.apple, aboutApple), qPrintable(said(shown.card(shown.apple))));
        QFETCH(QString, aboutGitHub);
        QVERIFY2(isSaid(github, aboutGitHub), qPrintable(said(shown.card(github))));
    }

    void readsBehindALinkAndPastAByteOrderMark()
    {
        Shown shown;
        const WrittenFile file("\xef\xbb\xbf" + googleFile(m_uri, m_origins), QStringLiteral("client.json"));
        QVERIFY(QFile::link(file.path(), file.beside(QStringLiteral("link.json"))));
        shown.steps.importFile(shown.google, file.beside(QStringLiteral("link.json")));
        QVERIFY(shown.field(shown.google, secret).filled);
    }

    void saysWhatCannotBeOpened()
    {
        Shown shown;
        const WrittenFile file(googleFile(m_uri, m_origins), QStringLiteral("client.json"));
        QVERIFY(QFile::link(file.beside(QStringLiteral("gone.json")), file.beside(QStringLiteral("broken.json"))));
        QCOMPARE(::mkfifo(QFile::encodeName(file.beside(QStringLiteral("pipe.json"))).constData(), 0600), 0);
        const QList<std::pair<QString, QString>> cases {
            {QStringLiteral("gone.json"), QStringLiteral("not there any more")},
            {QStringLiteral("broken.json"), QStringLiteral("a link to a file that is not there")},
            {QStringLiteral("pipe.json"), QStringLiteral("no ordinary file")},
            {QStringLiteral("."), QStringLiteral("is a folder")}};
        for (const auto &[name, expected] : cases) {
            shown.steps.importFile(shown.google, file.beside(name));
            QVERIFY2(said(shown.card(shown.google)).contains(expected), qPrintable(said(shown.card(shown.google))));
        }
        if (::geteuid() == 0)
            QSKIP("root may read everything");
        QVERIFY(QFile::setPermissions(file.path(), {}));
        shown.steps.importFile(shown.google, file.path());
        QVERIFY(said(shown.card(shown.google)).contains(QStringLiteral("You may not read")));
    }

    void aWholeFileInOneFieldFillsTheRightOnes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("in the id") << id;
        QTest::newRow("in the secret") << secret;
    }
    void aWholeFileInOneFieldFillsTheRightOnes()
    {
        QFETCH(QString, key);
        Shown shown;
        shown.steps.setValue(github, key,
                             QStringLiteral("# sign-in\nGITHUB_CLIENT_ID=Ov23liabcdefghij0123\n"
                                            "GITHUB_CLIENT_SECRET=0123456789abcdef0123456789abcdef01234567\n"
                                            "GOOGLE_CLIENT_ID=1.apps.googleusercontent.com\n"));

        QCOMPARE(shown.field(github, id).value, QStringLiteral("Ov23liabcdefghij0123"));
        QVERIFY(shown.field(github, secret).filled);
        QVERIFY(said(shown.card(github)).contains(QStringLiteral("the pasted text: Client ID, Client Secret")));
        QVERIFY(said(shown.card(github)).contains(QStringLiteral("credentials of Google")));
        shown.saveAndWait(github);
        QCOMPARE(shown.world.connection(github).value(secret).toString(),
                 QStringLiteral("0123456789abcdef0123456789abcdef01234567"));
    }

    void oneFileFillsEveryProvider()
    {
        Shown shown;
        const WrittenFile file("AUTH_GOOGLE_ID=12-a.apps.googleusercontent.com\nAUTH_GOOGLE_SECRET=GOCSPX-abc\n"
                               "GITHUB_CLIENT_ID=Ov23liabcdefghij0123\n"
                               "GITHUB_CLIENT_SECRET=0123456789abcdef0123456789abcdef01234567\nCLIENT_ID=whose\n",
                               QStringLiteral(".env"));

        shown.steps.importFileForAll(file.path());

        QVERIFY(shown.card(shown.google).standing == Standing::PartlyFilled);
        QVERIFY(shown.field(shown.google, secret).filled);
        QCOMPARE(shown.field(github, id).value, QStringLiteral("Ov23liabcdefghij0123"));
        QVERIFY(shown.card(QStringLiteral("linear")).standing == Standing::NotStarted); // CLIENT_ID is nobody's
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("“.env”: GitHub, Google")));
        QCOMPARE(shown.world.attempts(), 0); // looked at first, then saved
    }

    void oneFileFillsNoKeyThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("block");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *title, const QByteArray &block, const char *word) {
            QTest::newRow(title) << block << QString::fromLatin1(word);
        };
        const GeneratedKey key = GeneratedKey::ec("P-256");
        row("RSA", GeneratedKey::rsa().pkcs8(), "RSA key");
        row("RSA, PKCS#1", GeneratedKey::rsa().traditional(), "RSA key");
        row("P-384", GeneratedKey::ec("P-384").pkcs8(), "P-384");
        row("Ed25519", GeneratedKey::ed25519().pkcs8(), "another kind");
        row("encrypted", key.encryptedPkcs8(), "passphrase");
        row("another format", key.traditional(), "another format");
        row("a public key", key.publicPem(), "public key");
        row("a certificate", key.certificate(), "certificate");
        row("a request", key.certificateRequest(), "certificate");
        row("damaged", "-----BEGIN PRIVATE KEY-----\nMIGTAgEA\n-----END PRIVATE KEY-----", "damaged");
        row("cut off", samplePrivateKey().left(60), "not a whole private key");
    }
    void oneFileFillsNoKeyThatIsNone()
    {
        QFETCH(QByteArray, block);
        QFETCH(QString, word);
        Shown shown;
        const QByteArray text = "APPLE_SERVICES_ID=com.example.web\nAPPLE_TEAM_ID=TEAM123456\nAPPLE_KEY_ID=AB12CD34EF\n"
                                "GITHUB_CLIENT_ID=Ov23liabcdefghij0123\nAPPLE_PRIVATE_KEY=\""
            + block.trimmed().replace("\n", "\\n") + "\"\n";

        shown.steps.importFileForAll(WrittenFile(text, QStringLiteral(".env")).path());

        QVERIFY2(shown.field(shown.apple, secret).problem.contains(word),
                 qPrintable(shown.field(shown.apple, secret).problem));
        QVERIFY(!shown.field(shown.apple, secret).filled);
        QCOMPARE(shown.field(shown.apple, id).value, QStringLiteral("com.example.web"));
        QCOMPARE(shown.steps.state().openSlug, shown.apple); // where it is said
        const Notice notice = shown.steps.state().notice;
        QVERIFY(notice.tone == Notice::Tone::Warning);
        QVERIFY(notice.text.contains(QStringLiteral("“.env”: GitHub. Look")));
        QVERIFY(notice.text.contains(QStringLiteral("cannot be right for Apple")));
        shown.steps.save(shown.apple);
        QCOMPARE(shown.world.attempts(), 0);
    }

    void oneFileFillsApplesKey()
    {
        Shown shown;
        shown.steps.importTextForAll(
            QStringLiteral("APPLE_PRIVATE_KEY=\"%1\"\n").arg(QString::fromLatin1(samplePrivateKey().trimmed())));
        QVERIFY(shown.field(shown.apple, secret).filled);
        QVERIFY(shown.steps.state().notice.tone == Notice::Tone::Success);
    }

    void saysWhenOneFileFillsNothing()
    {
        Shown shown;
        shown.steps.importTextForAll(QStringLiteral("hello"));
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("No credentials")));
        shown.steps.importFileForAll(QStringLiteral("/nowhere/.env"));
        QVERIFY(shown.steps.state().notice.text.contains(QStringLiteral("“.env” is not there any more")));
    }

    void aCopyOfAFileIsNeverMade()
    {
        const WrittenFile file(googleFile(m_uri, m_origins), QStringLiteral("client.json"));
        const QTemporaryDir folder;
        Shown shown;
        PracticeProduction kept(folder.path());
        ProvidersViewModel steps(kept.deployment, kept.secrets, kept.clock, QUrl());
        steps.enter();
        steps.importFile(shown.google, file.path());
        kept.clock.advance(std::chrono::seconds(5));
        QTRY_VERIFY(kept.deployment.plan().draftedProviders.contains(shown.google));
        const QStringList files = QDir(folder.path()).entryList(QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QString &name : files) {
            QFile written(folder.filePath(name));
            QVERIFY(written.open(QIODevice::ReadOnly));
            const QByteArray content = written.readAll();
            QVERIFY(!content.contains("GOCSPX"));
            QVERIFY(!content.contains("12-a.apps"));
        }
    }
};

QTEST_GUILESS_MAIN(TestProviderImport)
#include "tst_providerimport.moc"
