#include "model/credentials/appleprivatekey.h"

#include "testkit/generatedkey.h"

#include <QTest>

#include <openssl/err.h>

using namespace golive;
using Kind = ImportFault::Kind;

namespace {

const GeneratedKey &appleKey()
{
    static const GeneratedKey key = GeneratedKey::ec("P-256");
    return key;
}

QByteArray replaced(QByteArray text, const char *before, const char *after)
{
    return text.replace(before, after);
}

/// The key with one letter in the middle exchanged: still base64, no longer the same numbers.
QByteArray withOneLetterChanged(QByteArray pem)
{
    const qsizetype middle = pem.indexOf('\n') + 65 + 30;
    pem[middle] = pem[middle] == 'A' ? 'B' : 'A';
    return pem;
}

/// The private half of one key with the public half of another.
QByteArray ofTwoHalves()
{
    constexpr qsizetype pointSize = 65;
    const QByteArray other = GeneratedKey::ec("P-256").pkcs8Der();
    const QByteArray both = appleKey().pkcs8Der().chopped(pointSize) + other.right(pointSize);
    return "-----BEGIN PRIVATE KEY-----\n" + both.toBase64() + "\n-----END PRIVATE KEY-----\n";
}

} // namespace

class TestApplePrivateKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAppleFilesByteByByte()
    {
        const QByteArray pem = appleKey().pkcs8();
        QCOMPARE(readApplePrivateKey(Secret(pem))->reveal(), pem);
        const QByteArray withoutLastLineEnd = pem.trimmed(); // which is how Apple writes them
        QCOMPARE(readApplePrivateKey(Secret(withoutLastLineEnd))->reveal(), withoutLastLineEnd);
    }

    void putsRightWhatEditorsAndPastingDo_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray pem = appleKey().pkcs8();
        QTest::newRow("CRLF") << replaced(pem, "\n", "\r\n");
        QTest::newRow("mark") << "\xef\xbb\xbf" + pem;
        QTest::newRow("around") << "\n\n  " + pem + "\t\n";
        QTest::newRow("indented") << replaced(pem, "\n", "\n    ");
        QTest::newRow("empty lines") << replaced(pem, "\n", "\n\n");
        QTest::newRow("trailing blanks") << replaced(pem, "\n", "  \n");
        QTest::newRow("one line") << replaced(pem, "\n", " ");
        QTest::newRow("no line ends") << replaced(pem, "\n", "");
        QTest::newRow("written line ends") << replaced(pem, "\n", "\\n");
        QTest::newRow("written CRLF") << replaced(pem, "\n", "\\r\\n");
        QTest::newRow("quoted") << "APPLE_PRIVATE_KEY=\"" + replaced(pem, "\n", "\\n") + "\"";
        QTest::newRow("words around") << "Key for sign-in:\n" + pem + "Keep it safe.\n";
        QTest::newRow("with its certificate") << pem + appleKey().certificate();
    }

    void putsRightWhatEditorsAndPastingDo()
    {
        QFETCH(QByteArray, content);
        const auto key = readApplePrivateKey(Secret(content));
        QVERIFY2(key, key ? "" : qPrintable(QString::number(static_cast<int>(key.error().kind))));
        QCOMPARE(key->reveal().trimmed(), appleKey().pkcs8().trimmed());
    }

    void saysWhatItIsInstead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *title, const QByteArray &content, Kind kind, const char *detail = "") {
            QTest::newRow(title) << content << kind << QString::fromLatin1(detail);
        };
        const QByteArray pem = appleKey().pkcs8();
        row("empty", "", Kind::Empty);
        row("white space", " \n", Kind::Empty);
        row("large", pem + QByteArray(70000, '\n'), Kind::TooLarge);
        row("UTF-16", QByteArray("\xff\xfe-\0-\0-\0", 8), Kind::Utf16);
        row("picture", "\x89PNG\r\n\x1a\n", Kind::Binary);
        row("prose", "my private key", Kind::NoKeyInside);
        row("JSON", R"({"web": {}})", Kind::NoKeyInside);
        row("without its frame", pem.split('\n').at(1), Kind::NoKeyInside);
        row("PGP", "-----BEGIN PGP MESSAGE-----\nx\n-----END PGP MESSAGE-----", Kind::NoKeyInside);
        row("no end", pem.left(pem.indexOf("-----END")), Kind::KeyCutOff);
        row("half", pem.left(60), Kind::KeyCutOff);
        row("cut in the first line", pem.left(15), Kind::KeyCutOff);
        row("cut in the last line", pem.trimmed().chopped(3), Kind::KeyCutOff);
        row("no beginning", pem.mid(pem.indexOf('\n')), Kind::KeyCutOff);
        row("the wrong way round", "-----END PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----", Kind::KeyCutOff);
        row("ends as another", replaced(pem, "END PRIVATE", "END PUBLIC"), Kind::KeyCutOff);
        row("a line lost", pem.left(pem.indexOf('\n') + 1) + pem.mid(pem.indexOf('\n') + 66), Kind::KeyDamaged);
        row("a letter changed", withOneLetterChanged(pem), Kind::KeyDamaged);
        row("two halves", ofTwoHalves(), Kind::KeyDamaged);
        row("nothing inside", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----", Kind::KeyDamaged);
        row("no base64", "-----BEGIN PRIVATE KEY-----\n<key>\n-----END PRIVATE KEY-----", Kind::KeyDamaged);
        row("other bytes", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", Kind::KeyDamaged);
        row("binary form", appleKey().pkcs8Der(), Kind::KeyIsDer);
        row("binary form of SEC 1", appleKey().traditionalDer(), Kind::KeyIsDer);
        row("passphrase", appleKey().encryptedPkcs8(), Kind::KeyEncrypted);
        row("passphrase, old way", appleKey().traditional(true), Kind::KeyEncrypted);
        row("SEC 1", appleKey().traditional(), Kind::KeyConverted, "EC PRIVATE KEY");
        row("OpenSSH", "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----",
            Kind::KeyConverted, "OPENSSH PRIVATE KEY");
        row("PKCS#12", appleKey().pkcs12(), Kind::KeyConverted, "PKCS#12");
        row("public", appleKey().publicPem(), Kind::PublicKey);
        row("public, binary", appleKey().publicDer(), Kind::PublicKey);
        row("certificate", appleKey().certificate(), Kind::Certificate);
        row("certificate, binary", appleKey().certificate(true), Kind::Certificate);
        row("request", appleKey().certificateRequest(), Kind::CertificateRequest);
        row("two", pem + GeneratedKey::ec("P-256").pkcs8(), Kind::SeveralKeys);
        row("the same twice", pem + pem, Kind::SeveralKeys);
        const GeneratedKey rsa = GeneratedKey::rsa();
        row("RSA", rsa.pkcs8(), Kind::RsaKey);
        row("RSA, PKCS#1", rsa.traditional(), Kind::RsaKey);
        row("P-384", GeneratedKey::ec("P-384").pkcs8(), Kind::OtherCurve, "P-384");
        row("P-521", GeneratedKey::ec("P-521").pkcs8(), Kind::OtherCurve, "P-521");
        row("Bitcoin's", GeneratedKey::ec("secp256k1").pkcs8(), Kind::OtherCurve, "secp256k1");
        row("Ed25519", GeneratedKey::ed25519().pkcs8(), Kind::OtherAlgorithm, "ED25519");
    }

    void saysWhatItIsInstead()
    {
        QFETCH(QByteArray, content);
        QFETCH(Kind, kind);
        QFETCH(QString, detail);
        const auto key = readApplePrivateKey(Secret(content));
        QVERIFY(!key);
        QCOMPARE(static_cast<int>(key.error().kind), static_cast<int>(kind));
        QCOMPARE(key.error().detail, detail);
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void survivesEveryWayOfCuttingIt()
    {
        const QByteArray pem = appleKey().pkcs8().trimmed();
        const QByteArray der = appleKey().pkcs8Der();
        for (qsizetype size = 0; size < pem.size(); ++size)
            QVERIFY(!readApplePrivateKey(Secret(pem.left(size))));
        for (qsizetype size = 0; size < der.size(); ++size) {
            QVERIFY(!readApplePrivateKey(Secret(der.left(size))));
            const QByteArray framed
                = "-----BEGIN PRIVATE KEY-----\n" + der.left(size).toBase64() + "\n-----END PRIVATE KEY-----";
            QVERIFY(!readApplePrivateKey(Secret(framed)));
        }
    }

    void readsTheKeyIdFromTheFileName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        const auto row = [](const char *name, const char *id) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromLatin1(id);
        };
        row("AuthKey_AB12CD34EF.p8", "AB12CD34EF");
        row("AuthKey_AB12CD34EF (1).p8", "AB12CD34EF");
        row("AuthKey_AB12CD34EF(12).p8", "AB12CD34EF");
        row("AuthKey_AB12CD34EF copy 2.p8", "AB12CD34EF");
        row("AuthKey_AB12CD34EF - Kopie.p8", "AB12CD34EF");
        row("AuthKey_AB12CD34EF.p8.txt", "AB12CD34EF");
        row("AuthKey_AB12CD34EF", "AB12CD34EF");
        row("AuthKey_AB12CD34E.p8", "");
        row("AuthKey_AB12CD34EFG.p8", "");
        row("AuthKey_ab12cd34ef.p8", "");
        row("SubscriptionKey_AB12CD34EF.p8", "");
        row("MyAuthKey_AB12CD34EF.p8", "");
        row("key.p8", "");
        row("", "");
    }

    void readsTheKeyIdFromTheFileName()
    {
        QFETCH(QString, name);
        QTEST(keyIdFromFileName(name), "id");
    }
};

QTEST_APPLESS_MAIN(TestApplePrivateKey)
#include "tst_appleprivatekey.moc"
