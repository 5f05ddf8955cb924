#include "model/credentials/credentialhints.h"

#include "model/credentials/tidyvalue.h"
#include "testkit/syntheticforms.h"

#include <QTest>

using namespace golive;
using Kind = CredentialHint::Kind;
using Remedy = CredentialHint::Remedy;

namespace {

const QString id = QStringLiteral("client_id");
const QString secret = QStringLiteral("client_secret");
const QString guid = QStringLiteral("01234567-89ab-cdef-0123-456789abcdef");
const QString hex32 = QStringLiteral("0123456789abcdef0123456789abcdef");
const QString hex40 = hex32 + QStringLiteral("01234567");
const QString googleId = QStringLiteral("1234567890-abc123.apps.googleusercontent.com");
const QString googleSecret = QStringLiteral("GOCSPX-") + QString(28, QLatin1Char('z'));
const QString gitHubId = QStringLiteral("Ov23liABCDEFGHIJKLMN");

OAuthProvider formOf(const QString &slug)
{
    return slug == QLatin1String("apple") ? syntheticAppleForm() : syntheticForm(slug);
}

ProviderCredentials entered(const QString &slug, const QString &first, const QString &second)
{
    ProviderCredentials credentials;
    credentials.slug = slug;
    credentials.values[id] = first;
    credentials.secrets[secret] = Secret(second.toUtf8());
    return credentials;
}

QList<CredentialHint> hintsFor(const QString &slug, const QString &first, const QString &second)
{
    return credentialHints(formOf(slug), entered(slug, first, second));
}

QString described(const QList<CredentialHint> &hints)
{
    static const QStringList names = QStringLiteral("surrounded prefixed broken masked placeholder address keyBlock "
                                                    "clerkKey accessToken gitHubApp secretId otherKeys development "
                                                    "swapped otherField sameTwice otherProvider wrongForm unusualForm")
                                         .split(QLatin1Char(' '));
    QStringList words;
    for (const CredentialHint &hint : hints) {
        QStringList parts {names.at(static_cast<int>(hint.kind)), hint.field};
        for (const QString &more : {hint.otherField, hint.otherSlug, hint.detail})
            if (!more.isEmpty())
                parts.append(more);
        words.append(parts.join(QLatin1Char(' ')));
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

class TestCredentialHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasNothingToSayAboutUsualValues_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        const auto row = [](const char *slug, const QString &first, const QString &second) {
            QTest::addRow("%s %s", slug, qPrintable(first)) << QString::fromLatin1(slug) << first << second;
        };
        row("google", googleId, googleSecret);
        row("google", QStringLiteral("123456.apps.googleusercontent.com"), QString(24, QLatin1Char('a')));
        row("github", gitHubId, hex40);
        row("github", hex40.left(20), hex40);
        row("microsoft", guid, QStringLiteral("aB18Q~") + QString(34, QLatin1Char('c')));
        row("discord", QStringLiteral("123456789012345678"), QString(32, QLatin1Char('d')));
        row("slack", QStringLiteral("123456789012.345678901234"), hex32);
        row("box", QString(32, QLatin1Char('b')), QString(32, QLatin1Char('c')));
        row("hubspot", guid, QString(guid).replace(QLatin1Char('0'), QLatin1Char('9')));
        row("gitlab", QString(64, QLatin1Char('f')), QStringLiteral("gloas-") + QString(64, QLatin1Char('e')));
        row("coinbase", QStringLiteral("anything at all").remove(QLatin1Char(' ')), QStringLiteral("more"));
        row("wonder_land", QStringLiteral("tea"), QStringLiteral("time"));
        row("google", QString(), QString());
        row("google", googleId, QString());
    }

    void hasNothingToSayAboutUsualValues()
    {
        QFETCH(QString, slug);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QCOMPARE(described(hintsFor(slug, first, second)), QString());
    }

    void tellsWhatIsOdd_data()
    {
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("hints");
        const auto row
            = [](const char *title, const char *slug, const QString &first, const QString &second, const char *hints) {
                  QTest::newRow(title) << QString::fromLatin1(slug) << first << second << QString::fromLatin1(hints);
              };
        const auto text = [](const char *words) { return QString::fromUtf8(words); };
        row("swapped", "google", googleSecret, googleId, "swapped client_id client_secret");
        row("swapped GUID", "microsoft", text("aB18Q~") + QString(34, QLatin1Char('c')), guid,
            "swapped client_id client_secret");
        row("secret in the id", "google", googleSecret, {}, "otherField client_id client_secret");
        row("id in the secret", "google", {}, googleId, "otherField client_secret client_id");
        row("secret twice", "google", googleSecret, googleSecret,
            "otherField client_id client_secret, sameTwice client_secret client_id");
        row("id twice", "google", googleId, googleId,
            "sameTwice client_secret client_id, otherField client_secret client_id");
        row("same of a stranger", "wonder_land", text("tea"), text("tea"), "sameTwice client_secret client_id");
        row("Clerk's secret key", "google", googleId, text("sk_test_abc"), "clerkKey client_secret sk_test_");
        row("Clerk's publishable key", "google", text("pk_live_abc"), {}, "clerkKey client_id pk_live_");
        row("Clerk's key, stranger", "wonder_land", text("pk_test_abc"), {}, "clerkKey client_id pk_test_");
        row("GitHub App, old", "github", text("Iv1.0123456789abcdef"), hex40, "gitHubApp client_id");
        row("GitHub App, new", "github", text("Iv23liABCDEFGHIJKLMN"), hex40, "gitHubApp client_id");
        row("GitHub App's number", "github", text("123456"), hex40, "gitHubApp client_id");
        row("personal token", "github", gitHubId, text("ghp_abcdefghijklmnop"), "accessToken client_secret");
        row("Microsoft's Secret ID", "microsoft", guid, QString(guid).replace(QLatin1Char('0'), QLatin1Char('1')),
            "secretId client_secret");
        row("not Google's id", "google", text("my-shop"), googleSecret,
            "wrongForm client_id 1234567890-abc123.apps.googleusercontent.com");
        row("odd Google secret", "google", googleId, text("short"), "unusualForm client_secret");
        row("another provider's id", "google", gitHubId, googleSecret, "otherProvider client_id github");
        row("another provider's secret", "github", gitHubId, googleSecret, "otherProvider client_secret google");
        row("stranger's field, known value", "wonder_land", googleId, {}, "otherProvider client_id google");
        row("sandbox", "tiktok", text("sbaw0123456789abcd"), {}, "development client_id");
        row("API key", "x", QString(25, QLatin1Char('A')), {}, "otherKeys client_id");
        row("maps key", "google", text("AIzaSy") + QString(33, QLatin1Char('a')), {}, "otherKeys client_id");
        row("masked", "google", googleId, text("••••••••"), "masked client_secret");
        row("cut off", "google", googleId, text("GOCSPX-abc…"), "masked client_secret");
        row("stars", "github", gitHubId, text("*****abcd"), "masked client_secret");
        row("placeholder", "google", text("your-client-id"), text("<client secret>"),
            "placeholder client_id, placeholder client_secret");
        row("reference", "google", googleId, text("${GOOGLE_CLIENT_SECRET}"), "placeholder client_secret");
        row("redirect URI", "google", text("https://clerk.example.com/v1/oauth_callback"), {}, "address client_id");
        row("mail", "google", text("shop@example.com"), {}, "address client_id");
        row("key block", "google", googleId, text("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----"),
            "keyBlock client_secret");
        row("white space", "google", QLatin1Char(' ') + googleId + QLatin1Char('\n'), googleSecret,
            "surrounded client_id");
        row("quotes", "google", googleId, QLatin1Char('"') + googleSecret + text("\","), "surrounded client_secret");
        row("bearer", "google", googleId, text("Bearer ") + googleSecret, "prefixed client_secret");
        row("line of a file", "google", text("GOOGLE_CLIENT_ID=\"") + googleId + QLatin1Char('"'), {},
            "prefixed client_id");
        row("line end inside", "github", gitHubId, hex40.left(20) + text("\n  ") + hex40.mid(20),
            "broken client_secret");
        row("invisible", "github", gitHubId + QChar(0x200B), hex40, "surrounded client_id");
        row("two things at once", "google", QLatin1Char(' ') + gitHubId, {},
            "surrounded client_id, otherProvider client_id github");
        row("binary", "google", googleId, QString(QChar(1)) + QChar(2), "");
    }

    void tellsWhatIsOdd()
    {
        QFETCH(QString, slug);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QTEST(described(hintsFor(slug, first, second)), "hints");
    }

    void knowsDevelopmentsClient()
    {
        const OAuthProvider form = formOf(QStringLiteral("google"));
        const QJsonObject development {{QStringLiteral("connection_oauth_google"),
                                        QJsonObject {{id, googleId}, {secret, QStringLiteral("••••")}}}};
        const auto hints = credentialHints(form, entered(form.slug, googleId, googleSecret), development);
        QCOMPARE(described(hints), QStringLiteral("development client_id"));
        const QJsonObject empty {{QStringLiteral("connection_oauth_google"), QJsonObject {{id, QString()}}}};
        QVERIFY(credentialHints(form, entered(form.slug, googleId, googleSecret), empty).isEmpty());
    }

    void sortsApplesFour()
    {
        const OAuthProvider form = formOf(QStringLiteral("apple"));
        ProviderCredentials values;
        values.values = {{id, QStringLiteral("com.example.web")},
                         {QStringLiteral("team_id"), QStringLiteral("TEAM123456")},
                         {QStringLiteral("key_id"), QStringLiteral("AB12CD34EF")}};
        values.secrets = {{secret, Secret("-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n")}};
        QCOMPARE(described(credentialHints(form, values)), QString());

        values.values[id] = QStringLiteral("TEAM123456");
        values.values[QStringLiteral("team_id")] = QStringLiteral("com.example.web");
        QCOMPARE(described(credentialHints(form, values)), QStringLiteral("swapped client_id team_id"));

        values.values[id] = QStringLiteral("example");
        values.values[QStringLiteral("team_id")] = QStringLiteral("AB12CD34EF");
        QCOMPARE(described(credentialHints(form, values)),
                 QStringLiteral("unusualForm client_id com.example.web, sameTwice key_id team_id"));
    }

    void leavesChoicesAlone()
    {
        OAuthProvider form = formOf(QStringLiteral("linear"));
        form.fields[0].choices = {QStringLiteral("user")};
        QCOMPARE(described(credentialHints(form, entered(form.slug, QStringLiteral("sk_test_a"), hex32))), QString());
    }

    void oneClickPutsItRight_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<QString>("rightFirst");
        QTest::addColumn<QString>("rightSecond");
        QTest::newRow("swapped") << googleSecret << googleId << googleId << googleSecret;
        QTest::newRow("swapped, untidy") << googleSecret + QLatin1Char(' ') << googleId << googleId << googleSecret;
        QTest::newRow("in the other") << googleSecret << QString() << QString() << googleSecret;
        QTest::newRow("id") << QLatin1Char('\'') + googleId + QLatin1Char('\'') << googleSecret << googleId
                            << googleSecret;
        QTest::newRow("secret") << googleId << QStringLiteral("Bearer ") + googleSecret << googleId << googleSecret;
    }

    void oneClickPutsItRight()
    {
        QFETCH(QString, first);
        QFETCH(QString, second);
        const OAuthProvider form = formOf(QStringLiteral("google"));
        ProviderCredentials credentials = entered(form.slug, first, second);
        for (int clicks = 0; clicks < 3; ++clicks) {
            const auto hints = credentialHints(form, credentials);
            if (!hints.isEmpty())
                credentials = remedied(form, credentials, hints.constLast());
        }
        QTEST(credentials.values.value(id), "rightFirst");
        QFETCH(QString, rightSecond);
        QCOMPARE(credentials.secrets.value(secret).reveal(), rightSecond.toUtf8());
        QVERIFY(credentialHints(form, credentials).isEmpty());
    }

    void withoutARemedyNothingChanges()
    {
        const OAuthProvider form = formOf(QStringLiteral("github"));
        const auto before = entered(form.slug, QStringLiteral("Iv1.0123456789abcdef"), hex40);
        const auto hints = credentialHints(form, before);
        QCOMPARE(hints.size(), 1);
        QVERIFY(hints.constFirst().remedy == Remedy::None);
        const auto after = remedied(form, before, hints.constFirst());
        QCOMPARE(after.values, before.values);
        QCOMPARE(after.secrets.value(secret).reveal(), hex40.toUtf8());
        CredentialHint strange = hints.constFirst();
        strange.remedy = Remedy::Swap;
        strange.otherField = QStringLiteral("nowhere");
        QCOMPARE(remedied(form, before, strange).values, before.values);
    }

    void tidiesWithoutLosingAnything_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("tidy");
        const auto row = [](const char *value, const char *tidy) {
            QTest::newRow(value) << QString::fromUtf8(value) << QString::fromUtf8(tidy);
        };
        row("abc", "abc");
        row(" 'abc'; ", "abc");
        row("“abc”", "abc");
        row("`\"abc\",`", "abc");
        row("a=b==", "a=b==");
        row("mykey==", "mykey==");
        row("client id: abcdef", "abcdef");
        row("export A_SECRET='abcdef'", "abcdef");
        row("bearer abc", "abc");
        row("Bearer", "Bearer");
        row("\"\"", "\"\"");
        row(",", ",");
        row("a b", "ab");
    }

    void tidiesWithoutLosingAnything()
    {
        QFETCH(QString, value);
        QTEST(tidyValue(value).value, "tidy");
    }

    void judgesNothingEndless()
    {
        for (const char letter : {'a', '-', '.', '1', ' ', '='}) {
            const QString value(60000, QLatin1Char(letter));
            QVERIFY(hintsFor(QStringLiteral("apple"), value, value).size() <= 4);
            QVERIFY(hintsFor(QStringLiteral("google"), value, value).size() <= 4);
        }
    }
};

QTEST_APPLESS_MAIN(TestCredentialHints)
#include "tst_credentialhints.moc"
