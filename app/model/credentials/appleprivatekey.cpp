#include "model/credentials/appleprivatekey.h"

#include "model/credentials/credentialtext.h"
#include "model/credentials/pemblock.h"

#include <QRegularExpression>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

// Qt's QSslKey tells RSA from EC, but not which curve, and not whether the numbers are a key: hence OpenSSL.

namespace golive {
namespace {

using Kind = ImportFault::Kind;

template<auto release>
struct Release
{
    template<typename T>
    void operator()(T *held) const
    {
        release(held);
    }
};
using Bio = std::unique_ptr<BIO, Release<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Release<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Release<EVP_PKEY_CTX_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Release<PKCS8_PRIV_KEY_INFO_free>>;
using Pkcs12 = std::unique_ptr<PKCS12, Release<PKCS12_free>>;
using X509Certificate = std::unique_ptr<X509, Release<X509_free>>;

Bio readerOf(const QByteArray &content)
{
    return Bio(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
}

/// Without this OpenSSL would ask for a passphrase in the terminal.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

/// What a file in a binary format of keys is; nothing for another one.
std::optional<ImportFault> binaryFormOf(const QByteArray &content)
{
    if (!content.startsWith('\x30')) // of an ASN.1 sequence, which all of them are
        return std::nullopt;
    if (Key(d2i_PrivateKey_bio(readerOf(content).get(), nullptr))
        || Pkcs8(d2i_PKCS8_PRIV_KEY_INFO_bio(readerOf(content).get(), nullptr)))
        return ImportFault {Kind::KeyIsDer, {}};
    if (Key(d2i_PUBKEY_bio(readerOf(content).get(), nullptr)))
        return ImportFault {Kind::PublicKey, {}};
    if (X509Certificate(d2i_X509_bio(readerOf(content).get(), nullptr)))
        return ImportFault {Kind::Certificate, {}};
    if (Pkcs12(d2i_PKCS12_bio(readerOf(content).get(), nullptr)))
        return ImportFault {Kind::KeyConverted, QStringLiteral("PKCS#12")};
    return std::nullopt;
}

QString curveOf(EVP_PKEY *key)
{
    std::array<char, 80> name {};
    std::size_t length = 0;
    if (EVP_PKEY_get_group_name(key, name.data(), name.size(), &length) != 1)
        return {};
    const char *nist = EC_curve_nid2nist(OBJ_txt2nid(name.data()));
    return QString::fromLatin1(nist != nullptr ? nist : name.data());
}

/// The way that overwrites what it needed in between.
Pkcs8 envelopeIn(const QByteArray &pem)
{
    unsigned char *bytes = nullptr;
    long size = 0;
    if (PEM_bytes_read_bio_secmem(&bytes, &size, nullptr, PEM_STRING_PKCS8INF, readerOf(pem).get(), noPassphrase,
                                  nullptr)
        != 1)
        return {};
    const unsigned char *read = bytes;
    Pkcs8 envelope(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &read, size));
    OPENSSL_secure_clear_free(bytes, static_cast<std::size_t>(size));
    return envelope;
}

std::optional<ImportFault> faultOfKey(const QByteArray &pem)
{
    const Pkcs8 envelope = envelopeIn(pem);
    const Key key(envelope ? EVP_PKCS82PKEY(envelope.get()) : nullptr);
    if (!key)
        return ImportFault {Kind::KeyDamaged, {}};
    const int algorithm = EVP_PKEY_get_base_id(key.get());
    if (algorithm == EVP_PKEY_RSA || algorithm == EVP_PKEY_RSA_PSS)
        return ImportFault {Kind::RsaKey, {}};
    if (algorithm != EVP_PKEY_EC)
        return ImportFault {Kind::OtherAlgorithm, QString::fromLatin1(EVP_PKEY_get0_type_name(key.get()))};
    if (const QString curve = curveOf(key.get()); curve != QLatin1String("P-256"))
        return ImportFault {Kind::OtherCurve, curve};
    const KeyContext context(EVP_PKEY_CTX_new(key.get(), nullptr));
    if (!context || EVP_PKEY_check(context.get()) != 1)
        return ImportFault {Kind::KeyDamaged, {}};
    return std::nullopt;
}

ImportFault insteadOfAKey(const QString &label)
{
    if (label.endsWith(QLatin1String("PUBLIC KEY")))
        return {Kind::PublicKey, {}};
    if (label.endsWith(QLatin1String("CERTIFICATE REQUEST")))
        return {Kind::CertificateRequest, {}};
    if (label.endsWith(QLatin1String("CERTIFICATE")))
        return {Kind::Certificate, {}};
    return {Kind::NoKeyInside, {}};
}

Imported<PemBlock> privateKeyAmong(const QList<PemBlock> &blocks)
{
    QList<PemBlock> keys;
    std::copy_if(blocks.cbegin(), blocks.cend(), std::back_inserter(keys),
                 [](const PemBlock &block) { return block.label.endsWith(QLatin1String("PRIVATE KEY")); });
    if (keys.isEmpty())
        return tl::unexpected(insteadOfAKey(blocks.constFirst().label));
    const PemBlock &key = keys.constFirst();
    if (keys.size() > 1)
        return importFault(Kind::SeveralKeys);
    if (key.encrypted)
        return importFault(Kind::KeyEncrypted);
    if (key.label == QLatin1String("RSA PRIVATE KEY"))
        return importFault(Kind::RsaKey);
    if (key.label != QLatin1String("PRIVATE KEY"))
        return importFault(Kind::KeyConverted, key.label);
    return key;
}

/// Environment files write the end of a line as two characters, and Windows as two others.
SensitiveText withPlainLineEnds(const SensitiveText &content)
{
    QString text = content.text();
    text.replace(QLatin1String("\\r\\n"), QLatin1String("\n")).replace(QLatin1String("\\n"), QLatin1String("\n"));
    text.remove(QLatin1Char('\r'));
    return SensitiveText(std::move(text));
}

Imported<Secret> keyFrom(const Secret &content)
{
    const Imported<SensitiveText> read = textOf(content);
    if (!read)
        return tl::unexpected(binaryFormOf(content.reveal()).value_or(read.error()));
    const SensitiveText text = withPlainLineEnds(*read);
    const auto blocks = pemBlocksIn(text.text());
    if (!blocks)
        return tl::unexpected(blocks.error());
    const auto block = privateKeyAmong(*blocks);
    if (!block)
        return tl::unexpected(block.error());
    Secret key = tidied(text.text(), *block);
    if (const auto fault = faultOfKey(key.reveal()))
        return tl::unexpected(*fault);
    return key;
}

} // namespace

Imported<Secret> readApplePrivateKey(const Secret &content)
{
    Imported<Secret> key = keyFrom(content);
    ERR_clear_error(); // what failed here is no business of the next user of OpenSSL in this thread, such as TLS
    return key;
}

QString keyIdFromFileName(const QString &fileName)
{
    static const QRegularExpression named(QStringLiteral("^AuthKey_([A-Z0-9]{10})(?![A-Za-z0-9])"));
    return named.match(fileName).captured(1);
}

} // namespace golive
