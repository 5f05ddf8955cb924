#include "model/keykind.h"

#include <QTest>

using namespace golive;

class TestKeyKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognises_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("key");

        const auto row = [](const char *title, const char *pasted, KeyKind kind, const char *key) {
            QTest::newRow(title) << QString::fromUtf8(pasted) << int(kind) << QByteArray(key);
        };
        row("nothing", "", KeyKind::Empty, "");
        row("spaces", " \t\n", KeyKind::Empty, "");
        row("invisible", "\xe2\x80\x8b\xef\xbb\xbf", KeyKind::Empty, "");
        row("platform", "ak_0aB-9_z", KeyKind::Platform, "ak_0aB-9_z");
        row("spaces around", "  ak_abc\n", KeyKind::Platform, "ak_abc");
        row("zero-width inside",
            "ak_a\xe2\x80\x8b"
            "bc\xef\xbb\xbf",
            KeyKind::Platform, "ak_abc");
        row("bearer", "Bearer ak_abc", KeyKind::Platform, "ak_abc");
        row("header", "Authorization: Bearer ak_abc", KeyKind::Platform, "ak_abc");
        row("quotes", "\"ak_abc\"", KeyKind::Platform, "ak_abc");
        row("environment", "CLERK_PLATFORM_API_KEY=ak_abc", KeyKind::Platform, "ak_abc");
        row("quoted environment", "export CLERK_PLATFORM_API_KEY='ak_abc' # mine", KeyKind::Platform, "ak_abc");
        row("JSON", R"({"key": "ak_abc", "n": 1})", KeyKind::Platform, "ak_abc");
        row("sentence", "My key is ak_abc.", KeyKind::Platform, "ak_abc");
        row("among others", "A=sk_test_x1\nB=pk_live_y1\nC=ak_abc\n", KeyKind::Platform, "ak_abc");
        row("inside a word", "break_abc", KeyKind::Unknown, "break_abc");
        row("prefix alone", "ak_", KeyKind::Unknown, "ak_");
        row("hidden by dots", "ak_abc\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2", KeyKind::Masked,
            "ak_abc\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2");
        row("cut", "ak_abc\xe2\x80\xa6xyz", KeyKind::Masked, "ak_abc\xe2\x80\xa6xyz");
        row("hidden by stars", "sk_live_****1234", KeyKind::Masked, "sk_live_****1234");
        row("test secret", "sk_test_abc", KeyKind::SecretTest, "sk_test_abc");
        row("live secret", "sk_live_abc", KeyKind::SecretLive, "sk_live_abc");
        row("test publishable", "pk_test_YWJj$", KeyKind::PublishableTest, "pk_test_YWJj");
        row("live publishable", "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", KeyKind::PublishableLive,
            "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k");
        row("padded", "pk_live_YWI=", KeyKind::PublishableLive, "pk_live_YWI=");
        row("webhook", "whsec_Ab+/9==", KeyKind::Webhook, "whsec_Ab+/9==");
        row("old test", "test_0123456789", KeyKind::LegacyTest, "test_0123456789");
        row("old live", "live_0123456789", KeyKind::LegacyLive, "live_0123456789");
        row("PEM", "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n", KeyKind::Pem,
            "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----");
        row("cut PEM", "-----BEGIN PRIVATE KEY-----\nMIGT", KeyKind::Pem, "-----BEGIN PRIVATE KEY-----\nMIGT");
        row("first of two", "pk_test_a1\nsk_test_b2", KeyKind::PublishableTest, "pk_test_a1");
        row("something else", "hunter2", KeyKind::Unknown, "hunter2");
        row("wrong case", "AK_ABC", KeyKind::Unknown, "AK_ABC");
    }

    void recognises()
    {
        QFETCH(QString, pasted);
        const RecognisedKey found = recogniseKey(pasted);
        const int kind = int(found.kind);
        QTEST(kind, "kind");
        QTEST(found.key.reveal(), "key");
    }

    void isQuickWithAPastedBook()
    {
        QCOMPARE(recogniseKey(QString(2'000'000, QLatin1Char('k'))).kind, KeyKind::Unknown);
    }

    void findsTheHostInAPublishableKey_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("host");
        const auto row = [](const char *title, const char *key, const char *host) {
            QTest::newRow(title) << QString::fromLatin1(key) << QString::fromLatin1(host);
        };
        const auto encoded = [](const char *text, QByteArray::Base64Options options) {
            return QString::fromLatin1("pk_test_" + QByteArray(text).toBase64(options));
        };
        row("live", "pk_live_Y2xlcmsuZXhhbXBsZS5jb20k", "clerk.example.com");
        row("spaces", " pk_live_Y2xlcmsuZXhhbXBsZS5jb20k\n", "clerk.example.com");
        QTest::newRow("padded") << encoded("flying-wildcat-12.clerk.accounts.dev$", QByteArray::Base64Encoding)
                                << QStringLiteral("flying-wildcat-12.clerk.accounts.dev");
        QTest::newRow("not padded") << encoded("flying-wildcat-12.clerk.accounts.dev$",
                                               QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
                                    << QStringLiteral("flying-wildcat-12.clerk.accounts.dev");
        QTest::newRow("no end mark") << encoded("clerk.example.com", QByteArray::Base64Encoding) << QString();
        QTest::newRow("no host") << encoded("clerk example.com/a$", QByteArray::Base64Encoding) << QString();
        QTest::newRow("empty host") << encoded("$", QByteArray::Base64Encoding) << QString();
        row("secret", "sk_live_Y2xlcmsuZXhhbXBsZS5jb20k", "");
        row("no base64", "pk_live_!!!", "");
        row("cut", "pk_live_Y", "");
        row("nothing", "", "");
    }

    void findsTheHostInAPublishableKey()
    {
        QFETCH(QString, key);
        QTEST(publishableKeyHost(key), "host");
    }

    void foretellsThePublishableKey()
    {
        QCOMPARE(publishableKeyFor(QStringLiteral("clerk.example.com")),
                 QStringLiteral("pk_live_Y2xlcmsuZXhhbXBsZS5jb20k"));
        for (const char *host : {"clerk.a.de", "clerk.ab.de", "clerk.abc.de"})
            QCOMPARE(publishableKeyHost(publishableKeyFor(QString::fromLatin1(host))), QString::fromLatin1(host));
    }
};

QTEST_APPLESS_MAIN(TestKeyKind)
#include "tst_keykind.moc"
