#include "model/credentials/snippet.h"
#include "model/credentials/snippetentries.h"

#include "testkit/syntheticforms.h"

#include <QTest>

using namespace golive;

namespace {

const QString id = QStringLiteral("client_id");
const QString secret = QStringLiteral("client_secret");
const QString keyBlock = QStringLiteral("-----BEGIN PRIVATE KEY-----\nMIGTAgEA\nabc+/=\n-----END PRIVATE KEY-----");

OAuthProvider formOf(const QString &slug)
{
    return slug == QLatin1String("apple") ? syntheticAppleForm() : syntheticForm(slug);
}

/// "id=…, secret=…" of what was found.
QString described(const SnippetReading &reading)
{
    QStringList parts;
    for (auto value = reading.found.values.cbegin(); value != reading.found.values.cend(); ++value)
        parts.append(value.key() + QLatin1Char('=') + value.value());
    for (auto value = reading.found.secrets.cbegin(); value != reading.found.secrets.cend(); ++value)
        parts.append(value.key() + QLatin1Char('=') + QString::fromUtf8(value.value().reveal()));
    return parts.join(QStringLiteral(", "));
}

} // namespace

class TestSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsBothFields_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, const char *slug, const char *text) {
            QTest::newRow(title) << QString::fromLatin1(slug) << QString::fromUtf8(text);
        };
        row("environment", "google", "GOOGLE_CLIENT_ID=id4711\nGOOGLE_CLIENT_SECRET=secret4711\n");
        row("quotes", "google", "GOOGLE_CLIENT_ID=\"id4711\"\nGOOGLE_CLIENT_SECRET='secret4711'");
        row("CRLF and mark", "google", "\xef\xbb\xbfGOOGLE_CLIENT_ID=id4711\r\nGOOGLE_CLIENT_SECRET=secret4711\r\n");
        row("export and comments", "google",
            "# Google\nexport GOOGLE_CLIENT_ID=id4711 # web\n\n  export GOOGLE_CLIENT_SECRET = \"secret4711\" # "
            "keep\n");
        row("short names", "google", "GOOGLE_ID=id4711\nGOOGLE_SECRET=secret4711");
        row("Auth.js", "github", "AUTH_GITHUB_ID=id4711\nAUTH_GITHUB_SECRET=secret4711\nAUTH_SECRET=not-this-one");
        row("Auth.js Microsoft", "microsoft",
            "AUTH_MICROSOFT_ENTRA_ID_ID=id4711\nAUTH_MICROSOFT_ENTRA_ID_SECRET=secret4711\n"
            "AUTH_MICROSOFT_ENTRA_ID_ISSUER=https://login.microsoftonline.com/x");
        row("Azure", "microsoft",
            "AZURE_AD_CLIENT_ID=id4711\nAZURE_AD_CLIENT_SECRET=secret4711\nAZURE_AD_TENANT_ID=another\n"
            "AZURE_AD_CLIENT_SECRET_ID=wrong");
        row("the provider's own words", "facebook", "FACEBOOK_APP_ID=id4711\nFACEBOOK_APP_SECRET=secret4711");
        row("channel", "line", "LINE_CHANNEL_ID=id4711\nLINE_CHANNEL_SECRET=secret4711");
        row("Twitter for X", "x", "TWITTER_CLIENT_ID=id4711\nTWITTER_CLIENT_SECRET=secret4711\nTWITTER_API_KEY=no");
        row("one letter", "x", "AUTH_X_ID=id4711\nAUTH_X_SECRET=secret4711");
        row("camel case", "google", "googleClientId: id4711\ngoogleClientSecret: secret4711");
        row("with a prefix", "google",
            "SUPABASE_AUTH_EXTERNAL_GOOGLE_CLIENT_ID=id4711\nSUPABASE_AUTH_EXTERNAL_GOOGLE_SECRET=secret4711");
        row("among others", "google",
            "GITHUB_CLIENT_ID=g\nGITHUB_CLIENT_SECRET=h\nGOOGLE_CLIENT_ID=id4711\nGOOGLE_CLIENT_SECRET=secret4711\n"
            "DATABASE_URL=postgres://u:p@localhost/db\nCLERK_SECRET_KEY=sk_test_x");
        row("production beside development", "google",
            "GOOGLE_CLIENT_ID_DEV=d\nGOOGLE_CLIENT_SECRET_DEV=e\n"
            "GOOGLE_CLIENT_ID_PROD=id4711\nGOOGLE_CLIENT_SECRET_PROD=secret4711");
        row("twice the same", "google",
            "GOOGLE_CLIENT_ID=id4711\nAUTH_GOOGLE_ID=id4711\nGOOGLE_CLIENT_SECRET=secret4711");
        row("one line", "google", "GOOGLE_CLIENT_ID=id4711 GOOGLE_CLIENT_SECRET=secret4711");
        row("shell with backslash", "google", "-e GOOGLE_CLIENT_ID=id4711\n-e GOOGLE_CLIENT_SECRET=secret4711");
        row("PowerShell", "google", "$env:GOOGLE_CLIENT_ID=\"id4711\"\n$env:GOOGLE_CLIENT_SECRET=\"secret4711\"");
        row("plain names", "google", "CLIENT_ID=id4711\nCLIENT_SECRET=secret4711");
        row("a stranger's prefix", "google", "SHOP_CLIENT_ID=id4711\nSHOP_CLIENT_SECRET=secret4711");
        row("a stranger's pair", "google", "SHOP_ID=id4711\nSHOP_SECRET=secret4711\nUSER_ID=7");
        row("a provider nobody knows", "wonder_land", "WONDER_LAND_ID=id4711\nWONDER_LAND_SECRET=secret4711");
        row("JSON", "google", R"({"client_id": "id4711", "client_secret": "secret4711"})");
        row("Google's file", "google",
            R"({"web": {"client_id": "id4711", "project_id": "p", "client_secret": "secret4711"}})");
        row("nested JSON", "github",
            R"({"auth": {"github": {"clientId": "id4711", "clientSecret": "secret4711"},)"
            R"("google": {"clientId": "a", "clientSecret": "b"}}})");
        row("list of variables", "github",
            R"([{"key": "GITHUB_ID", "value": "id4711"},)"
            R"({"key": "GITHUB_SECRET", "value": "secret4711"}])");
        row("short JSON", "google", R"({"id": "id4711", "secret": "secret4711"})");
        row("piece of JSON", "google", "\"client_id\": \"id4711\",\n\"client_secret\": \"secret4711\",");
        row("piece of a program", "github",
            "providers: [\n  GoogleProvider({\n    clientId: 'a',\n    clientSecret: 'b',\n  }),\n"
            "  GitHub({\n    clientId: 'id4711',\n    clientSecret: 'secret4711',\n  }),\n]");
        row("object literal", "github", "github: {\n  clientId: \"id4711\",\n  clientSecret: \"secret4711\"\n}");
        row("YAML", "gitlab",
            "auth:\n  google:\n    id: a\n    secret: b\n  gitlab:\n    id: id4711\n    secret: secret4711");
        row("TOML", "google",
            "[auth.external.github]\nclient_id = \"a\"\nsecret = \"b\"\n"
            "[auth.external.google]\nclient_id = \"id4711\"\nsecret = \"secret4711\"");
        row("note", "google", "Client ID: id4711\nClient Secret: secret4711");
        row("note in one line", "google", "Client ID: id4711 Client Secret: secret4711");
        row("note with commas", "google", "Client ID: id4711, Client Secret: secret4711");
        row("note with names", "google", "Google Client ID: id4711\nGoogle client secret: secret4711");
        row("half named note", "google", "Google Client ID: id4711\nClient secret: secret4711");
        row("list", "google", "- **Client ID:** `id4711`\n- **Client Secret:** `secret4711`");
        row("headings", "github",
            "Google\nClient ID: a\nClient Secret: b\n\nGitHub\nClient ID: id4711\n"
            "Client Secret: secret4711");
        row("headings with colons", "github",
            "Google:\nClient ID: a\nClient Secret: b\n\nGitHub:\nClient ID: id4711\n"
            "Client Secret: secret4711");
        row("from a console", "google", "Client ID\nid4711\nClient secret\nsecret4711");
        row("labels with colons", "google", "Client ID:\nid4711\nClient secret:\nsecret4711");
        row("Microsoft's words", "microsoft",
            "Application (client) ID: id4711\nDirectory (tenant) ID: t\n"
            "Client secret Value: secret4711\nSecret ID: wrong");
        row("Dropbox's words", "dropbox", "App key: id4711\nApp secret: secret4711");
        row("GitLab's words", "gitlab", "Application ID: id4711\nSecret: secret4711");
    }

    void fillsBothFields()
    {
        QFETCH(QString, slug);
        QFETCH(QString, text);
        const SnippetReading reading = readSnippet(text, formOf(slug));
        QCOMPARE(described(reading), QStringLiteral("client_id=id4711, client_secret=secret4711"));
        QCOMPARE(reading.found.slug, slug);
        QVERIFY(reading.ambiguous.isEmpty());
        QCOMPARE(reading.names.size(), 2);
        QVERIFY(looksLikeSnippet(text));
    }

    void fillsNothingWrongly_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("ambiguous");
        const auto row
            = [](const char *title, const char *slug, const char *text, const char *found, const char *ambiguous) {
                  QTest::newRow(title) << QString::fromLatin1(slug) << QString::fromUtf8(text)
                                       << QString::fromUtf8(found) << QString::fromLatin1(ambiguous);
              };
        row("nothing", "google", "", "", "");
        row("only others", "google", "GITHUB_ID=a\nGITHUB_SECRET=b", "", "");
        row("nobody's beside another's", "google", "GITHUB_ID=a\nCLIENT_ID=b\nCLIENT_SECRET=c", "",
            "client_id client_secret");
        row("two ids", "google", "GOOGLE_ID=a\nGOOGLE_CLIENT_ID=b\nGOOGLE_SECRET=c", "client_secret=c", "client_id");
        row("two notes", "google", "Client ID: a\nClient Secret: b\nClient ID: c\nClient Secret: d", "",
            "client_id client_secret");
        row("two strangers", "google", "SHOP_CLIENT_ID=a\nBLOG_CLIENT_SECRET=b", "", "client_id client_secret");
        row("two strangers' pairs", "google", "SHOP_ID=a\nSHOP_SECRET=b\nBLOG_ID=c\nBLOG_SECRET=d", "",
            "client_id client_secret");
        row("the program's own secrets", "google",
            "AUTH_SECRET=a\nNEXTAUTH_SECRET=b\nSESSION_SECRET=c\nAPP_KEY=d\nSECRET_KEY=e\nSECRET=f\nJWT_SECRET=g", "",
            "");
        row("other services", "google",
            "AUTH0_CLIENT_ID=a\nAUTH0_CLIENT_SECRET=b\nPAYPAL_CLIENT_ID=c\nPAYPAL_CLIENT_SECRET=d\nSTRIPE_SECRET=e\n"
            "CLERK_SECRET_KEY=sk_test_x\nNEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_test_x",
            "", "");
        row("only for development", "google", "GOOGLE_CLIENT_ID_DEV=a\nDEV_GOOGLE_CLIENT_SECRET=b", "", "");
        row("for phones", "google", "GOOGLE_IOS_CLIENT_ID=a\nGOOGLE_ANDROID_CLIENT_ID=b\nGOOGLE_MAPS_API_KEY=c", "",
            "");
        row("an Apple ID is a mail address", "apple", "APPLE_ID=me@example.com\nAPPLE_CLIENT_SECRET=eyJhbGciOi.a.b", "",
            "");
        row("placeholders", "google", "GOOGLE_CLIENT_ID=your-client-id\nGOOGLE_CLIENT_SECRET=${SECRET}", "", "");
        row("masked", "google", "GOOGLE_CLIENT_ID=a1\nGOOGLE_CLIENT_SECRET=••••••••", "client_id=a1", "");
        row("references", "google", "clientId: process.env.GOOGLE_CLIENT_ID,", "", "");
        row("empty", "google", "GOOGLE_CLIENT_ID=\nGOOGLE_CLIENT_SECRET=\"\"\nNEXT=abc", "", "");
        row("two words", "google", "GOOGLE_CLIENT_SECRET=not one value", "", "");
        row("prose", "google", "The client secret expires in May: renew it. The client ID is on the next page.", "",
            "");
        row("half", "google", "GOOGLE_CLIENT_ID=abc", "client_id=abc", "");
        row("unclosed quote", "google", "GOOGLE_CLIENT_ID=\"abc\nGOOGLE_CLIENT_SECRET=def", "client_secret=def", "");
        row("a key where a line is wanted", "google",
            R"(GOOGLE_CLIENT_SECRET="-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----")", "", "");
    }

    void fillsNothingWrongly()
    {
        QFETCH(QString, slug);
        QFETCH(QString, text);
        const SnippetReading reading = readSnippet(text, formOf(slug));
        QTEST(described(reading), "found");
        QTEST(reading.ambiguous.join(QLatin1Char(' ')), "ambiguous");
        QCOMPARE(reading.isEmpty(), described(reading).isEmpty());
    }

    void saysWhatItPassedOver()
    {
        const SnippetReading reading
            = readSnippet(QStringLiteral("GITHUB_ID=a\nSLACK_CLIENT_SECRET=b\nGITHUB_SECRET=c\nGOOGLE_CLIENT_ID_DEV=d\n"
                                         "GOOGLE_CLIENT_ID=your-client-id\nGOOGLE_CLIENT_SECRET=e"),
                          formOf(QStringLiteral("google")));
        QCOMPARE(reading.otherProviders, (QStringList {QStringLiteral("github"), QStringLiteral("slack")}));
        QCOMPARE(reading.forDevelopment, QStringList {QStringLiteral("GOOGLE_CLIENT_ID_DEV")});
        QCOMPARE(reading.notFilledIn, QStringList {QStringLiteral("GOOGLE_CLIENT_ID")});
        QCOMPARE(reading.names, (QMap<QString, QString> {{secret, QStringLiteral("GOOGLE_CLIENT_SECRET")}}));
    }

    void fillsApplesFour_data()
    {
        QTest::addColumn<QString>("key");
        QTest::newRow("quoted") << QStringLiteral("APPLE_PRIVATE_KEY=\"%1\"").arg(keyBlock);
        QTest::newRow("escaped") << QStringLiteral("APPLE_PRIVATE_KEY=\"%1\"")
                                        .arg(QString(keyBlock).replace(QLatin1Char('\n'), QLatin1String("\\n")));
        QTest::newRow("bare") << QStringLiteral("APPLE_PRIVATE_KEY=") + keyBlock;
        QTest::newRow("note") << QStringLiteral("Private key:\n") + keyBlock;
        QTest::newRow("as the secret") << QStringLiteral("APPLE_CLIENT_SECRET='%1'").arg(keyBlock);
    }

    void fillsApplesFour()
    {
        QFETCH(QString, key);
        const QString others = QStringLiteral("APPLE_SERVICES_ID=com.example.web\nAPPLE_TEAM_ID=TEAM123456\n%1\n"
                                              "APPLE_KEY_ID=AB12CD34EF\n");
        const SnippetReading reading = readSnippet(others.arg(key), formOf(QStringLiteral("apple")));
        QCOMPARE(described(reading),
                 QStringLiteral("client_id=com.example.web, key_id=AB12CD34EF, team_id=TEAM123456, ")
                     + QStringLiteral("client_secret=") + keyBlock);
    }

    void fillsAChoiceOnlyWithOne()
    {
        OAuthProvider form = syntheticForm(QStringLiteral("linear"), {id, secret, QStringLiteral("actor")});
        form.fields.last().choices = {QStringLiteral("user"), QStringLiteral("application")};
        QCOMPARE(described(readSnippet(QStringLiteral("LINEAR_ACTOR=user"), form)), QStringLiteral("actor=user"));
        QCOMPARE(described(readSnippet(QStringLiteral("LINEAR_ACTOR=root"), form)), QString());
    }

    void aCredentialAloneIsNoSnippet_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"", "abc", "GOCSPX-abcdef", "1234567890-abc123.apps.googleusercontent.com", "https://example.com/a?b=c",
              "aB18Q~cccc==", "Hello, here it is", "eyJhbGciOiJFUzI1NiJ9.e30.abc"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("key") << keyBlock;
    }

    void aCredentialAloneIsNoSnippet()
    {
        QFETCH(QString, text);
        QVERIFY(!looksLikeSnippet(text));
    }

    void survivesAnything()
    {
        const OAuthProvider form = formOf(QStringLiteral("google"));
        const QString sample = QStringLiteral("A_ID=\"a\\\"\nb: {\n [x]\n'`\n- c d: e, f=g\n-----BEGIN KEY-----\n");
        for (qsizetype from = 0; from < sample.size(); ++from)
            for (qsizetype size = 0; size <= sample.size() - from; ++size)
                QVERIFY(readSnippet(sample.mid(from, size), form).found.secrets.isEmpty());
    }

    void comesToAnEndWithLongTexts_data()
    {
        QTest::addColumn<QString>("part");
        for (const char *part : {"a", "a ", "a: ", "\"", "a=\"", "[", "{", "\n", "-", "a:\n ", "Client ID\n", "(",
                                 "a b=c ", "a=b\n", " \n", "A_B_ID=c\n"})
            QTest::newRow(part) << QString::fromLatin1(part);
    }

    void comesToAnEndWithLongTexts()
    {
        QFETCH(QString, part);
        const QString text = part.repeated(100'000);
        QVERIFY(readSnippet(text, formOf(QStringLiteral("google"))).names.size() <= 2);
        QVERIFY(snippetEntries(text).size() <= 2000);
    }
};

QTEST_APPLESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
