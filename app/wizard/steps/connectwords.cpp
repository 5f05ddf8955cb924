#include "wizard/steps/connectwords.h"

#include "wizard/errortext.h"

namespace golive {
namespace {

QString joined(const QString &first, const QString &second)
{
    return first + QLatin1Char(' ') + second;
}

} // namespace

QString ConnectWords::wrongKey(KeyKind kind)
{
    switch (kind) {
    case KeyKind::Platform: return {};
    case KeyKind::Empty: return tr("Enter the Platform API key of your workspace. It begins with ak_.");
    case KeyKind::Unknown:
        return tr("This is not a complete Platform API key. One begins with ak_ and has no spaces. Copy it again.");
    case KeyKind::SecretTest:
    case KeyKind::SecretLive:
        return joined(tr("This is the secret key (sk_) of a single instance. It cannot create a production instance."),
                      wantedKey());
    case KeyKind::PublishableTest:
    case KeyKind::PublishableLive:
        return joined(tr("This is a publishable key (pk_). It is part of your website and gives no access."),
                      wantedKey());
    case KeyKind::Webhook:
        return joined(tr("This is the signing secret of a webhook (whsec_). It only proves where a message came from."),
                      wantedKey());
    case KeyKind::LegacyTest:
    case KeyKind::LegacyLive:
        return joined(tr("This is a key in Clerk’s old form (test_ or live_), which is no longer in use."),
                      wantedKey());
    case KeyKind::Pem: return joined(tr("This is a PEM block, such as a JWT key or Apple’s private key."), wantedKey());
    case KeyKind::Masked:
        return tr("Part of this key is hidden behind dots. Use the copy button beside it in the Dashboard, so that the "
                  "whole key is copied.");
    }
    Q_UNREACHABLE();
}

bool ConnectWords::isWrongForSure(KeyKind kind)
{
    return kind != KeyKind::Platform && kind != KeyKind::Empty && kind != KeyKind::Unknown;
}

QString ConnectWords::typed(bool isKept)
{
    return isKept ? tr("The key you entered. It is kept on this computer.")
                  : tr("The key you entered. It is used until you close Golive.");
}

QString ConnectWords::fromEnvironment()
{
    return tr("The key from the environment variable CLERK_PLATFORM_API_KEY on this computer. It is not stored.");
}

QString ConnectWords::offered()
{
    return tr("A Platform API key is kept on this computer.");
}

QString ConnectWords::remembered(bool isKept)
{
    return isKept ? tr("The key that is kept on this computer.")
                  : tr("The key that was kept on this computer. It is used until you close Golive.");
}

QString ConnectWords::remembering(bool storeIsPermanent)
{
    return storeIsPermanent ? tr("Keeps the key in this computer’s password store, so that you need not enter it "
                                 "again. Golive never writes it to a file.")
                            : tr("The key is kept only until you close Golive.");
}

QString ConnectWords::howToUseThePracticeKey()
{
    return tr("In practice mode this key stands in for a real one. Copy it and paste it into the field above, as you "
              "will do with the key from Clerk’s Dashboard.");
}

QString ConnectWords::howToGetAKey()
{
    return tr("You make it in Clerk’s Dashboard, in the settings of your workspace. Clerk’s Platform API is in private "
              "beta: if you find no Platform API keys there, ask Clerk’s support for access.");
}

Notice ConnectWords::environmentKeyRefused(const Error &error)
{
    return {Notice::Tone::Problem,
            tr("Clerk does not accept the key from the environment variable CLERK_PLATFORM_API_KEY. Enter another key "
               "here, or correct the variable and start Golive again."),
            ErrorText::details(error)};
}

Notice ConnectWords::rememberedKeyRefused(const Error &error)
{
    return {Notice::Tone::Problem,
            tr("Clerk no longer accepts the key that is kept on this computer. It may have expired or been revoked. "
               "Enter a new one; it will take the old one’s place."),
            ErrorText::details(error)};
}

Notice ConnectWords::notConnected(const Error &error, const QString &clerkHost)
{
    // The list of applications is there for every key: whoever does not have it is not the Platform API.
    const bool isWrongAddress = error.kind == Error::Kind::NotFound
        || (error.kind == Error::Kind::NotClerk && clerkHost != QLatin1String("api.clerk.com"));
    if (!isWrongAddress)
        return noticeFor(error);
    return {Notice::Tone::Problem,
            tr("%1 answered, but not as Clerk’s Platform API does. Golive was given this address by the environment "
               "variable CLERK_PLATFORM_API_URL or by clerk/platformApiUrl in its preferences: correct or remove it, "
               "then start Golive again. If the address is right, a sign-in page of your network may have answered: "
               "open any website in your web browser, sign in, then try again.")
                .arg(clerkHost),
            ErrorText::details(error)};
}

Notice ConnectWords::notKept(const Error &error)
{
    return {Notice::Tone::Warning,
            joined(tr("You are connected, but the key could not be kept on this computer. It is used until you close "
                      "Golive."),
                   ErrorText::sentence(error)),
            ErrorText::details(error)};
}

Notice ConnectWords::notLookedUp(const Error &error)
{
    if (error.kind == Error::Kind::SecretStoreUnavailable)
        return {Notice::Tone::Information,
                joined(ErrorText::sentence(error), tr("Until then your key is kept only until you close Golive.")),
                ErrorText::details(error)};
    return {Notice::Tone::Warning, joined(ErrorText::sentence(error), tr("Or enter the key below.")),
            ErrorText::details(error)};
}

Notice ConnectWords::forgotten(bool isInUse)
{
    const QString gone = tr("The key is no longer kept on this computer.");
    return {Notice::Tone::Success,
            isInUse ? joined(gone, tr("Golive goes on using it until you close the program.")) : gone,
            {}};
}

Notice ConnectWords::notForgotten(const Error &error)
{
    const QString remedy = error.kind == Error::Kind::StorageFailed
        ? tr("Remove the entry named Golive with your password store’s own program.")
        : ErrorText::sentence(error);
    return {Notice::Tone::Problem, joined(tr("The key may still be kept on this computer."), remedy),
            ErrorText::details(error)};
}

QString ConnectWords::wantedKey()
{
    return tr("Golive needs the Platform API key of your workspace, which begins with ak_.");
}

} // namespace golive
