#include "model/credentials/googleclient.h"

#include <QTest>

using namespace golive;
using Kind = ImportFault::Kind;

namespace {

const QByteArray webClient
    = R"({"web": {"client_id": " 123-abc.apps.googleusercontent.com", "project_id": "shop", )"
      R"("client_secret": "made-up-secret", "auth_uri": "https://accounts.google.com/o/oauth2/auth", )"
      R"("later": {"deep": [1, {}]}, )"
      R"("redirect_uris": ["https://clerk.example.com/v1/oauth_callback", 7, null, "http://localhost:3000"], )"
      R"("javascript_origins": ["https://example.com"]}})";

GoogleClient clientWith(const QStringList &redirectUris, const QStringList &origins)
{
    GoogleClient client;
    client.redirectUris = redirectUris;
    client.javascriptOrigins = origins;
    return client;
}

} // namespace

class TestGoogleClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWebClient()
    {
        for (const QByteArray &mark : {QByteArray(), QByteArray("\xef\xbb\xbf"), QByteArray("\r\n ")}) {
            const auto client = readGoogleClient(Secret(mark + webClient + "\r\n"));
            QVERIFY(client);
            QVERIFY(!client->installed);
            QCOMPARE(client->id, QStringLiteral("123-abc.apps.googleusercontent.com"));
            QCOMPARE(client->secret.reveal(), QByteArray("made-up-secret"));
            QCOMPARE(client->redirectUris,
                     (QStringList {QStringLiteral("https://clerk.example.com/v1/oauth_callback"),
                                   QStringLiteral("http://localhost:3000")}));
            QCOMPARE(client->javascriptOrigins, QStringList {QStringLiteral("https://example.com")});
        }
    }

    void readsADesktopClientAndSaysSo()
    {
        const auto client = readGoogleClient(Secret(R"({"installed": {"client_id": "a", "client_secret": "b"}})"));
        QVERIFY(client);
        QVERIFY(client->installed);
        QVERIFY(client->redirectUris.isEmpty());
    }

    void prefersTheWebClient()
    {
        const auto client = readGoogleClient(Secret(R"({"installed": {"client_id": "a", "client_secret": "b"},
                                                        "web": {"client_id": "c", "client_secret": "d"}})"));
        QVERIFY(client);
        QCOMPARE(client->id, QStringLiteral("c"));
    }

    void saysWhatItIsInstead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Kind>("kind");
        const auto row
            = [](const char *title, const QByteArray &content, Kind kind) { QTest::newRow(title) << content << kind; };
        row("empty", "", Kind::Empty);
        row("white space", "\n\n", Kind::Empty);
        row("large", webClient + QByteArray(70000, ' '), Kind::TooLarge);
        row("UTF-16", QByteArray("\xff\xfe{\0}\0", 6), Kind::Utf16);
        row("UTF-16 unmarked", QByteArray("\0{\0\"\0a\0\"", 8), Kind::Utf16);
        row("binary", QByteArray("PK\3\4\0\0", 6), Kind::Binary);
        row("Latin-1", "{\"web\": {\"client_id\": \"\xe4\"}}", Kind::OtherEncoding);
        row("prose", "Client ID: 123", Kind::NotJson);
        row("web page", "<!DOCTYPE html><html></html>", Kind::NotJson);
        row("script", "{ web: { client_id: 'a' } }", Kind::NotJson);
        row("comma", R"({"web": {"client_id": "a",}})", Kind::NotJson);
        row("two files", webClient + webClient, Kind::NotJson);
        row("one bracket", "{", Kind::JsonCutOff);
        row("half", webClient.left(webClient.size() / 2), Kind::JsonCutOff);
        row("cut after a comma", R"({"web": {"client_id": "a",)", Kind::JsonCutOff);
        row("cut after a colon", R"({"web": )", Kind::JsonCutOff);
        row("last bracket missing", webClient.left(webClient.lastIndexOf('}')), Kind::JsonCutOff);
        row("deep", QByteArray(5000, '[') + QByteArray(5000, ']'), Kind::NotJson);
        row("array", "[" + webClient + "]", Kind::JsonNotObject);
        row("nothing in it", "{}", Kind::NotAGoogleClient);
        row("package", R"({"name": "shop", "version": "1.0.0"})", Kind::NotAGoogleClient);
        row("web is a text", R"({"web": "client"})", Kind::NotAGoogleClient);
        row("service account", R"({"type": "service_account", "client_id": "1", "private_key": "x"})",
            Kind::ServiceAccount);
        row("gcloud", R"({"type": "authorized_user", "client_id": "a", "client_secret": "b"})", Kind::AuthorizedUser);
        row("Firebase", R"({"project_info": {}, "client": [{"client_id": "a"}]})", Kind::FirebaseConfig);
        row("iOS", "<?xml version=\"1.0\"?>\n<plist><dict/></plist>", Kind::PropertyList);
        row("Android", R"({"installed": {"client_id": "a.apps.googleusercontent.com", "project_id": "p"}})",
            Kind::NativeClient);
        row("no id", R"({"web": {"client_secret": "b"}})", Kind::NoClientId);
        row("empty id", R"({"web": {"client_id": " ", "client_secret": "b"}})", Kind::NoClientId);
        row("id is a number", R"({"web": {"client_id": 123, "client_secret": "b"}})", Kind::NoClientId);
        row("endless id", R"({"web": {"client_id": ")" + QByteArray(2000, 'a') + R"(", "client_secret": "b"}})",
            Kind::NoClientId);
        row("no secret", R"({"web": {"client_id": "a"}})", Kind::NoClientSecret);
        row("secret is nothing", R"({"web": {"client_id": "a", "client_secret": null}})", Kind::NoClientSecret);
    }

    void saysWhatItIsInstead()
    {
        QFETCH(QByteArray, content);
        QFETCH(Kind, kind);
        const auto client = readGoogleClient(Secret(content));
        QVERIFY(!client);
        QCOMPARE(static_cast<int>(client.error().kind), static_cast<int>(kind));
    }

    void namesWhatIsMissingInOrder()
    {
        const QStringList uris {QStringLiteral("https://b.example/cb"), QStringLiteral("https://a.example/cb")};
        const QStringList origins {QStringLiteral("https://example.com"), QStringLiteral("https://www.example.com")};

        QVERIFY(gapsOf(clientWith(uris, origins), {uris.at(1), uris.at(0)}, origins).isEmpty());
        QVERIFY(gapsOf(clientWith({}, {}), {}, {}).isEmpty());

        const GoogleClientGaps all = gapsOf(clientWith({}, {}), uris, origins);
        QCOMPARE(all.redirectUris, (QList<MissingAddress> {{uris.at(0), {}}, {uris.at(1), {}}}));
        QCOMPARE(all.javascriptOrigins, (QList<MissingAddress> {{origins.at(0), {}}, {origins.at(1), {}}}));

        const GoogleClientGaps some = gapsOf(clientWith({uris.at(0)}, {origins.at(1)}), uris, origins);
        QCOMPARE(some.redirectUris, (QList<MissingAddress> {{uris.at(1), {}}}));
        QCOMPARE(some.javascriptOrigins, (QList<MissingAddress> {{origins.at(0), {}}}));
    }

    void pointsAtAnAddressThatIsNearlyRight_data()
    {
        QTest::addColumn<QString>("registered");
        QTest::addColumn<bool>("similar");
        const auto row = [](const char *registered, bool similar) {
            QTest::newRow(registered) << QString::fromLatin1(registered) << similar;
        };
        row("https://clerk.example.com/v1/oauth_callback/", true);
        row("http://clerk.example.com/v1/oauth_callback", true);
        row("https://Clerk.Example.com/v1/oauth_callback", true);
        row("https://clerk.example.com/v1/OAuth_callback", true);
        row(" https://clerk.example.com/v1/oauth_callback ", true);
        row("https://clerk.example.com/v1/oauth_callback2", false);
        row("https://clerk.example.org/v1/oauth_callback", false);
        row("https://clerk.example.com/", false);
    }

    void pointsAtAnAddressThatIsNearlyRight()
    {
        QFETCH(QString, registered);
        QFETCH(bool, similar);
        const QString wanted = QStringLiteral("https://clerk.example.com/v1/oauth_callback");
        const GoogleClientGaps gaps = gapsOf(clientWith({registered}, {}), {wanted}, {});
        QCOMPARE(gaps.redirectUris, (QList<MissingAddress> {{wanted, similar ? registered : QString()}}));
    }
};

QTEST_APPLESS_MAIN(TestGoogleClient)
#include "tst_googleclient.moc"
