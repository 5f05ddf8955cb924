#include "wizard/importwords.h"

#include "wizard/displaytext.h"

namespace golive {
namespace {

using Kind = ImportFault::Kind;

constexpr qsizetype longestFileName = 60;
constexpr qsizetype longestDetail = 80;
constexpr qsizetype longestAddress = 200;

} // namespace

QString ImportWords::fault(const ImportFault &fault, const QString &fileName)
{
    // Each part knows its own kinds and answers nothing for the others'.
    const QString name
        = fileName.isEmpty() ? tr("The pasted text") : tr("“%1”").arg(displayText(fileName, longestFileName));
    for (const QString &words : {ofTheFile(fault, name), ofTheClient(fault.kind, name)})
        if (!words.isEmpty())
            return words;
    return ofTheKey(fault, name);
}

QString ImportWords::ofTheFile(const ImportFault &fault, const QString &name)
{
    const QString detail = displayText(fault.detail, longestDetail);
    if (fault.kind == Kind::Missing)
        return tr("%1 is not there any more. Choose the file again.").arg(name);
    if (fault.kind == Kind::BrokenLink)
        return tr("%1 is a link to a file that is not there. Choose the file itself.").arg(name);
    if (fault.kind == Kind::Unreadable)
        return tr("You may not read %1. Change its permissions, or choose a copy of your own.").arg(name);
    if (fault.kind == Kind::Directory)
        return tr("%1 is a folder. Choose the file in it.").arg(name);
    if (fault.kind == Kind::Pipe || fault.kind == Kind::Device || fault.kind == Kind::Socket)
        return tr("%1 is no ordinary file. Choose the file that you downloaded.").arg(name);
    if (fault.kind == Kind::ReadFailed)
        return tr("%1 could not be read: %2").arg(name, detail);
    if (fault.kind == Kind::Empty)
        return tr("%1 is empty: there is no text in it. Download the file again.").arg(name);
    if (fault.kind == Kind::TooLarge)
        return tr("%1 is much too large to be a credential. Choose the file that you downloaded.").arg(name);
    if (fault.kind == Kind::Utf16)
        return tr("%1 was saved as UTF-16 by an editor. Save it as UTF-8, or download it again.").arg(name);
    if (fault.kind == Kind::OtherEncoding)
        return tr("%1 has letters in an old encoding. Save it as UTF-8, or download it again.").arg(name);
    if (fault.kind == Kind::Binary)
        return tr("%1 is no text, but a picture, an archive or something else. Choose the file that you downloaded.")
            .arg(name);
    return {};
}

QString ImportWords::ofTheClient(Kind kind, const QString &name)
{
    if (kind == Kind::NotJson)
        return tr("%1 is not JSON. Choose the file that Google Cloud lets you download beside the client ID.")
            .arg(name);
    if (kind == Kind::JsonCutOff)
        return tr("%1 ends in the middle. Download it again.").arg(name);
    if (kind == Kind::JsonNotObject || kind == Kind::NotAGoogleClient)
        return tr("%1 is JSON, but no OAuth client of Google’s. Choose the file of the client for web applications.")
            .arg(name);
    if (kind == Kind::ServiceAccount)
        return tr("%1 is the key of a service account, with which nobody can sign in. Make an OAuth client ID for a "
                  "web "
                  "application.")
            .arg(name);
    if (kind == Kind::AuthorizedUser)
        return tr("%1 is your own login of the gcloud command. Make an OAuth client ID for a web application.")
            .arg(name);
    if (kind == Kind::FirebaseConfig || kind == Kind::PropertyList || kind == Kind::NativeClient)
        return tr("%1 belongs to an app for phones or desktops, which has no secret. Make an OAuth client ID for a web "
                  "application.")
            .arg(name);
    if (kind == Kind::NoClientId)
        return tr("%1 has no client ID in it, so it is not as Google made it. Download it again.").arg(name);
    if (kind == Kind::NoClientSecret)
        return tr("%1 has no client secret in it. Google shows a secret once: add a new one to the client, then "
                  "download "
                  "the file again.")
            .arg(name);
    return {};
}

QString ImportWords::ofTheKey(const ImportFault &fault, const QString &name)
{
    const QString detail = displayText(fault.detail, longestDetail);
    if (fault.kind == Kind::KeyCutOff)
        return tr("That is not a whole private key. It goes from -----BEGIN PRIVATE KEY----- to -----END PRIVATE "
                  "KEY-----, with everything between.");
    if (fault.kind == Kind::KeyDamaged)
        return tr("The private key in it is damaged: something was changed or left out. Use the .p8 file as Apple gave "
                  "it to you.");
    if (fault.kind == Kind::KeyIsDer || fault.kind == Kind::KeyConverted)
        return tr("This private key was converted into another format. Use the .p8 file as Apple gave it to you.");
    if (fault.kind == Kind::KeyEncrypted)
        return tr("This private key is protected by a passphrase. Use the .p8 file as Apple gave it to you, which has "
                  "none.");
    if (fault.kind == Kind::RsaKey)
        return tr("This is an RSA key, which Apple does not hand out. Choose the file AuthKey_….p8.");
    if (fault.kind == Kind::OtherCurve && !detail.isEmpty())
        return tr("This key is on the curve %1. Apple’s are on P-256: choose the file AuthKey_….p8.").arg(detail);
    if (fault.kind == Kind::OtherCurve || fault.kind == Kind::OtherAlgorithm)
        return tr("This key is of another kind than Apple’s. Choose the file AuthKey_….p8.");
    if (fault.kind == Kind::PublicKey)
        return tr("This is a public key. The private one is needed: choose the file AuthKey_….p8.");
    if (fault.kind == Kind::Certificate || fault.kind == Kind::CertificateRequest)
        return tr("This is a certificate. The private key for Sign in with Apple is needed: choose the file "
                  "AuthKey_….p8.");
    if (fault.kind == Kind::SeveralKeys)
        return tr("There are several private keys in it. Choose the file of the one that you made for Sign in with "
                  "Apple.");
    return tr("%1 holds no private key. Choose the .p8 file that Apple let you download: it begins with -----BEGIN "
              "PRIVATE KEY-----.")
        .arg(name);
}

QStringList ImportWords::about(const GoogleClient &client, const GoogleClientGaps &gaps)
{
    QStringList sentences;
    if (client.installed)
        sentences.append(tr("This client is for desktop apps, which have no redirect URI. Make one for a web "
                            "application."));
    const auto add = [&sentences](const QString &missing, const MissingAddress &address) {
        QString sentence = missing.arg(displayText(address.wanted, longestAddress));
        if (!address.similar.isEmpty())
            //: %1 is an address that is registered and nearly the right one
            sentence += QLatin1Char(' ')
                + tr("It has %1, which is not the same.").arg(displayText(address.similar, longestAddress));
        sentences.append(sentence);
    };
    for (const MissingAddress &address : client.installed ? QList<MissingAddress>() : gaps.redirectUris)
        add(tr("The client lacks the redirect URI %1."), address);
    for (const MissingAddress &address : client.installed ? QList<MissingAddress>() : gaps.javascriptOrigins)
        add(tr("The client lacks the JavaScript origin %1."), address);
    return sentences;
}

} // namespace golive
