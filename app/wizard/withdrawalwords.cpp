#include "wizard/withdrawalwords.h"

namespace golive {

using Cause = Confirmations::Cause;

QString WithdrawalWords::keys(Cause cause)
{
    switch (cause) {
    case Cause::None:
    case Cause::OtherClient: break;
    case Cause::OtherInstance:
        return tr("You had ticked that your hosting has the production keys. Those were another instance’s: the "
                  "production instance was made anew and has keys of its own. Put these in, and build once more.");
    case Cause::OtherAddress:
        return tr(
            "You had ticked that your hosting has the production keys. Clerk’s address has changed since, and the "
            "publishable key with it. Put the new one in, and build once more.");
    case Cause::OtherSecret:
        return tr(
            "You had ticked that your hosting has the production keys. Clerk has another secret key since. Put it "
            "in wherever the former one is, and start the application again.");
    }
    return {};
}

QString WithdrawalWords::redirect(Cause cause, const QString &provider)
{
    switch (cause) {
    case Cause::None:
    case Cause::OtherSecret: break;
    case Cause::OtherInstance:
        return tr("The production instance was made anew. Look at %1 whether the redirect URI of this one is "
                  "registered there, and tick the box again.")
            .arg(provider);
    case Cause::OtherAddress:
        return tr("The redirect URI has changed along with Clerk’s address. Register the new one at %1, and tick the "
                  "box again.")
            .arg(provider);
    case Cause::OtherClient:
        return tr("Clerk has another client ID of %1 now. Register the redirect URI with that client too, and tick the "
                  "box again.")
            .arg(provider);
    }
    return {};
}

} // namespace golive
