#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace golive {

/// Why nothing could be taken from a file or a text that should have held a credential.
///
/// One list for all imports, because whoever chose the wrong file may have chosen any of them, and
/// the sentences are made in one place. Never holds anything of the content.
struct ImportFault
{
    enum class Kind {
        // The file
        Missing, ///< not there, or not there any more
        BrokenLink, ///< a link to nothing, or in a circle
        Unreadable, ///< the system does not let this person read it
        Directory,
        Pipe,
        Device,
        Socket,
        ReadFailed, ///< `detail` is the system's reason

        // Its content, whatever it was to be
        Empty, ///< nothing but white space
        TooLarge, ///< more than a credential can be
        Utf16, ///< text, as some editors of Windows save it
        OtherEncoding, ///< text that is neither UTF-8 nor UTF-16
        Binary,

        // Google's client
        NotJson,
        JsonCutOff, ///< begins as JSON and ends too soon
        JsonNotObject, ///< an array or a single value
        ServiceAccount, ///< the key of a service account
        AuthorizedUser, ///< what `gcloud` keeps for the person who uses it
        FirebaseConfig, ///< `google-services.json`
        PropertyList, ///< the file that belongs to an iOS client
        NativeClient, ///< a client without a secret: Android, iOS, Chrome or similar
        NotAGoogleClient, ///< JSON, but neither `web` nor `installed`
        NoClientId,
        NoClientSecret, ///< a web client, but Google left the secret out

        // Apple's private key
        NoKeyInside, ///< text without a PEM block
        KeyCutOff, ///< begins and does not end, or the other way round
        KeyDamaged, ///< complete to look at, but no key inside
        KeyIsDer, ///< the binary form of a key
        KeyEncrypted, ///< protected by a passphrase
        KeyConverted, ///< a private key in another than the PKCS#8 form: SEC 1, PKCS#1, OpenSSH
        RsaKey,
        OtherCurve, ///< `detail` names the curve, such as `P-384`, where it has a name
        OtherAlgorithm, ///< neither EC nor RSA; `detail` names it
        PublicKey,
        Certificate,
        CertificateRequest,
        SeveralKeys,
    };

    Kind kind = Kind::Empty;
    QString detail;

    bool operator==(const ImportFault &) const = default;
};

template<typename T>
using Imported = tl::expected<T, ImportFault>;

[[nodiscard]] inline tl::unexpected<ImportFault> importFault(ImportFault::Kind kind, QString detail = {})
{
    return tl::unexpected<ImportFault>(ImportFault {kind, std::move(detail)});
}

} // namespace golive
