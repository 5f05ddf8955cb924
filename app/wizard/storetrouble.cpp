#include "wizard/storetrouble.h"

#include "keychain/secretstore.h"
#include "wizard/errortext.h"

namespace golive {
namespace {

using Remedy = StoreTrouble::Remedy;

StoreTrouble trouble(const Error &error, Notice::Tone tone, const QString &text)
{
    StoreTrouble told;
    told.notice = {tone, text, ErrorText::details(error)};
    told.remedy = StoreWords::remedyFor(error);
    return told;
}

QString joined(const QString &first, const Error &error)
{
    return first + QLatin1Char(' ') + ErrorText::sentence(error);
}

} // namespace

Remedy StoreWords::remedyFor(const Error &error)
{
    if (error.kind == Error::Kind::SecretStoreLocked || error.kind == Error::Kind::SecretStoreDismissed)
        return Remedy::Unlock;
    // Both are looked for once, when the program starts.
    if (error.code == storefault::noBus || error.code == storefault::noLibrary)
        return Remedy::None;
    return Remedy::TryAgain;
}

StoreTrouble StoreWords::heldKey(const Error &error, bool isAccepted)
{
    StoreTrouble told = trouble(error, isAccepted ? Notice::Tone::Information : Notice::Tone::Warning, {});
    if (isAccepted)
        told.notice.text = tr("The secret key of production is in memory until you close Golive, as you chose. Clerk’s "
                              "Dashboard still has it afterwards. You may put it into the password store after all.");
    else
        told.notice.text = joined(tr("The secret key of production is not in this computer’s password store."), error)
            + QLatin1Char('\n')
            + tr("Golive holds the key in memory until it is stored or you copy it in the step “Go live”. When Golive "
                 "closes, the key is gone from this computer; Clerk’s Dashboard still has it.");
    told.mayKeepForSession = !isAccepted;
    return told;
}

StoreTrouble StoreWords::noKey(const Error &error)
{
    return trouble(error, Notice::Tone::Warning,
                   joined(tr("Golive does not have the secret key of production."), error) + QLatin1Char('\n')
                       + tr("You can copy the key from Clerk’s Dashboard at any time, under API keys."));
}

StoreTrouble StoreWords::unkeptInput(const Error &error, bool isAccepted)
{
    StoreTrouble told = isAccepted
        ? trouble(error, Notice::Tone::Information,
                  tr("What you entered is kept only until you close Golive, as you chose."))
        : trouble(error, Notice::Tone::Warning,
                  joined(tr("What you entered is kept only until you close Golive."), error));
    told.mayKeepForSession = !isAccepted;
    return told;
}

StoreTrouble StoreWords::unreadInput(const Error &error)
{
    return trouble(
        error, Notice::Tone::Warning,
        joined(tr("What you entered earlier could not be fetched from this computer’s password store."), error)
            + QLatin1Char('\n') + tr("Nothing of it is lost. You may also enter it anew."));
}

StoreTrouble StoreWords::unremovedInput(const Error &error)
{
    return trouble(
        error, Notice::Tone::Warning,
        joined(tr("What you entered for a provider is no longer needed here, but is still in the password store."),
               error));
}

} // namespace golive
