#pragma once

#include <QByteArray>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/x509.h>

#include <memory>

namespace golive {

/// A key pair that lives as long as a test does: no private key lies in the repository.
/// Link with OpenSSL::Crypto.
class GeneratedKey
{
public:
    static GeneratedKey ec(const char *curve) { return GeneratedKey(EVP_EC_gen(curve)); }
    static GeneratedKey rsa() { return GeneratedKey(EVP_RSA_gen(2048)); }
    static GeneratedKey ed25519() { return GeneratedKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")); }

    /// As Apple hands it out.
    [[nodiscard]] QByteArray pkcs8() const
    {
        return written([this](BIO *bio) {
            return PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        });
    }
    [[nodiscard]] QByteArray encryptedPkcs8() const
    {
        return written([this](BIO *bio) {
            return PEM_write_bio_PKCS8PrivateKey(bio, m_key.get(), EVP_aes_256_cbc(), "pass", 4, nullptr, nullptr);
        });
    }
    /// `EC PRIVATE KEY`, `RSA PRIVATE KEY`; with a passphrase in the old way.
    [[nodiscard]] QByteArray traditional(bool encrypted = false) const
    {
        return written([&](BIO *bio) {
            unsigned char pass[] = "pass";
            return PEM_write_bio_PrivateKey_traditional(bio, m_key.get(), encrypted ? EVP_aes_128_cbc() : nullptr,
                                                        encrypted ? pass : nullptr, encrypted ? 4 : 0, nullptr,
                                                        nullptr);
        });
    }
    [[nodiscard]] QByteArray publicPem() const
    {
        return written([this](BIO *bio) { return PEM_write_bio_PUBKEY(bio, m_key.get()); });
    }
    [[nodiscard]] QByteArray publicDer() const
    {
        return written([this](BIO *bio) { return i2d_PUBKEY_bio(bio, m_key.get()); });
    }
    [[nodiscard]] QByteArray pkcs8Der() const
    {
        return written([this](BIO *bio) { return i2d_PKCS8PrivateKeyInfo_bio(bio, m_key.get()); });
    }
    [[nodiscard]] QByteArray traditionalDer() const
    {
        return written([this](BIO *bio) { return i2d_PrivateKey_bio(bio, m_key.get()); });
    }
    [[nodiscard]] QByteArray certificate(bool der = false) const
    {
        const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
        X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
        X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
        X509_set_pubkey(made.get(), m_key.get());
        X509_sign(made.get(), m_key.get(), EVP_sha256());
        return written(
            [&](BIO *bio) { return der ? i2d_X509_bio(bio, made.get()) : PEM_write_bio_X509(bio, made.get()); });
    }
    [[nodiscard]] QByteArray certificateRequest() const
    {
        const std::unique_ptr<X509_REQ, decltype(&X509_REQ_free)> made(X509_REQ_new(), X509_REQ_free);
        X509_REQ_set_pubkey(made.get(), m_key.get());
        X509_REQ_sign(made.get(), m_key.get(), EVP_sha256());
        return written([&](BIO *bio) { return PEM_write_bio_X509_REQ(bio, made.get()); });
    }
    [[nodiscard]] QByteArray pkcs12() const
    {
        const std::unique_ptr<PKCS12, decltype(&PKCS12_free)> made(
            PKCS12_create("pass", "key", m_key.get(), nullptr, nullptr, 0, 0, 0, 0, 0), PKCS12_free);
        return written([&](BIO *bio) { return i2d_PKCS12_bio(bio, made.get()); });
    }

private:
    explicit GeneratedKey(EVP_PKEY *key)
        : m_key(key, EVP_PKEY_free)
    {
        if (!m_key)
            qFatal("OpenSSL made no key");
    }

    template<typename Write>
    static QByteArray written(Write write)
    {
        const std::unique_ptr<BIO, decltype(&BIO_free_all)> bio(BIO_new(BIO_s_mem()), BIO_free_all);
        if (write(bio.get()) != 1)
            qFatal("OpenSSL wrote nothing");
        char *data = nullptr;
        const auto size = BIO_get_mem_data(bio.get(), &data);
        return QByteArray(data, static_cast<qsizetype>(size));
    }

    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};

} // namespace golive
