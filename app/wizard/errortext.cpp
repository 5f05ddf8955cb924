#include "wizard/errortext.h"

#include "clerk/transporterror.h"
#include "keychain/secretstore.h"
#include "wizard/displaytext.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace golive {
namespace {

constexpr qsizetype mostNames = 8;
constexpr qsizetype longestName = 60;
constexpr qsizetype longestDetail = 600;
constexpr qint64 maxWaitShown = 86400; ///< seconds

/// The names the error carries, for people; a hostile server may have sent any number of any length.
QString namesOf(const Error &error)
{
    QStringList names;
    for (const QString &name : error.names.first(qMin(error.names.size(), mostNames)))
        names.append(displayText(name, longestName));
    if (error.names.size() > mostNames)
        names.append(QString(QChar(0x2026)));
    return names.join(QStringLiteral(", "));
}

} // namespace

QString ErrorText::sentence(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline: return tr("Clerk could not be reached. Check your internet connection, then try again.");
    case Error::Kind::ProxyRefused:
        if (error.code == QLatin1String(proxyWantsLogin))
            return tr("A proxy between this computer and Clerk wants a user name and password. Enter them in your "
                      "system’s network settings, or start Golive with the environment variable "
                      "https_proxy=http://name:password@proxy:port. Whoever looks after your network knows them.");
        if (error.code == QLatin1String(proxyIsSilent))
            return tr("The proxy that your system’s network settings name does not answer. Check your internet "
                      "connection and the proxy in those settings, or ask whoever looks after your network.");
        return tr("A proxy between this computer and Clerk did not let the request through. Check the proxy in your "
                  "system’s network settings, or ask whoever looks after your network.");
    case Error::Kind::NotClerk:
        return tr(
            "Something other than Clerk answered: a sign-in page of your network, a filter or proxy on the way, or "
            "another server. This says nothing about your key. Open any website in your web browser, sign in to "
            "the network if it asks you to, then try again; or use another network.");
    case Error::Kind::InsecureConnection:
        return tr("A secure connection to Clerk could not be made. Check this computer’s date and time, and whether "
                  "your network inspects encrypted traffic.");
    case Error::Kind::TimedOut:
        return tr("Clerk took too long to answer. Check your internet connection, then try again.");
    case Error::Kind::Unauthorized:
        return tr("Clerk does not accept this key. It may be incomplete, expired or revoked. Copy it again from "
                  "Clerk’s Dashboard or make a new one there, and enter it in the step “Connect”.");
    case Error::Kind::Forbidden: return missingPermission(error);
    case Error::Kind::NotFound:
        return tr("Clerk does not have this any more, or this key may not see it. Go back and choose again.");
    case Error::Kind::AlreadyExists:
        return tr("This application has a production instance already. Nothing was changed. Continue with the one "
                  "that is there.");
    case Error::Kind::DomainTaken:
        return tr("Another Clerk application already uses this domain. Choose a different domain, or remove it from "
                  "the other application first.");
    case Error::Kind::DomainRefused:
        return tr("Clerk does not allow this domain in production, because it is reserved or belongs to a hosting "
                  "provider. Choose a domain that you own.");
    case Error::Kind::PlanTooSmall: return missingFeatures(error);
    case Error::Kind::VersionConflict:
        return tr("Somebody changed these settings in the meantime. Nothing was saved. Look at the current settings, "
                  "then save again.");
    case Error::Kind::Busy: return tr("Clerk is still working on this.") + QLatin1Char(' ') + whenToTryAgain(error);
    case Error::Kind::Rejected:
        return tr("Clerk did not accept what was entered. Check the values on this page, then try again.");
    case Error::Kind::RateLimited:
        return tr("Clerk received too many requests from this workspace.") + QLatin1Char(' ') + whenToTryAgain(error);
    case Error::Kind::ServerFault:
        return tr("Clerk has a problem on its side.") + QLatin1Char(' ') + whenToTryAgain(error);
    case Error::Kind::UnexpectedReply:
        return tr("Clerk’s answer could not be understood. Try again. If it happens again, give the details to "
                  "support.");
    case Error::Kind::SecretStoreUnavailable: return noStore(error);
    case Error::Kind::SecretStoreLocked:
        return tr("This computer’s password store is locked. Unlock it, then try again.");
    case Error::Kind::SecretStoreDismissed:
        return tr("The password store stays locked, because its question was closed or could not be shown.");
    case Error::Kind::SecretStoreNotAnswering:
        return tr("This computer’s password store does not answer. Look for a window that asks for its password, then "
                  "try again.");
    case Error::Kind::SecretMissing:
        return tr("The key is not in this computer’s password store. It may have been removed there.");
    case Error::Kind::StorageFailed:
        return tr("A file could not be read or written on this computer. Check that the disk is not full and that you "
                  "may write there, then try again.");
    case Error::Kind::Cancelled:
        return tr("This was stopped before the answer came. Look at what is there before you try again.");
    }
    Q_UNREACHABLE();
}

QString ErrorText::details(const Error &error)
{
    QStringList lines;
    if (!error.detail.isEmpty())
        lines.append(tr("Message: %1").arg(displayText(error.detail, longestDetail)));
    if (!error.code.isEmpty())
        lines.append(tr("Code: %1").arg(displayText(error.code, longestName)));
    if (!error.field.isEmpty())
        lines.append(tr("Field: %1").arg(displayText(error.field, longestName)));
    if (!error.names.isEmpty())
        lines.append(tr("Names: %1").arg(namesOf(error)));
    if (!error.traceId.isEmpty())
        lines.append(tr("Clerk’s trace id: %1").arg(displayText(error.traceId, longestName)));
    return lines.join(QLatin1Char('\n'));
}

/// Each reason has a remedy of its own.
QString ErrorText::noStore(const Error &error)
{
    if (error.code == storefault::noBus)
        return tr("This computer’s password store cannot be reached, because this session has no message bus (D-Bus). "
                  "Sign in to your desktop anew, or start Golive from there.");
    if (error.code == storefault::noService)
        return tr("No password store is running on this computer. Install or start GNOME Keyring, KWallet or "
                  "KeePassXC, then try again.");
    if (error.code == storefault::noLibrary)
        return tr("The library libsecret is missing, through which Golive talks to the password store. Install the "
                  "package libsecret-1-0, then start Golive again.");
    if (error.code == storefault::ended)
        return tr("The password store ended before it answered. Whether it kept anything is not known. Try again.");
    if (error.code == storefault::notKept)
        return tr("The password store took the key, but does not have it. Look at it with its own program.");
    return tr("This computer has no password store that can be used, so nothing can be kept in it.");
}

QString ErrorText::missingPermission(const Error &error)
{
    const QString names = namesOf(error);
    if (names.isEmpty())
        return tr("This key is not allowed to do that. Use a key with more permissions, or ask an administrator of "
                  "your Clerk workspace for one.");
    return tr("This key is not allowed to do that. It lacks the permission %1. Use a key that has it, or ask an "
              "administrator of your Clerk workspace for one.")
        .arg(names);
}

QString ErrorText::missingFeatures(const Error &error)
{
    const QString names = namesOf(error);
    if (names.isEmpty())
        return tr("Your Clerk plan does not include every feature that development uses. Upgrade the plan, or switch "
                  "those features off in development. Nothing was changed.");
    return tr("Your Clerk plan does not include what development uses: %1. Upgrade the plan, or switch it off in "
              "development. Nothing was changed.")
        .arg(names);
}

QString ErrorText::whenToTryAgain(const Error &error)
{
    if (!error.retryAfter || error.retryAfter->count() < 2)
        return tr("Wait a moment, then try again.");
    // Two is the least either branch says, so that the English is right without a plural form.
    const int seconds = static_cast<int>(qMin<qint64>(error.retryAfter->count(), maxWaitShown));
    if (seconds <= 90)
        return tr("Wait %n seconds, then try again.", nullptr, seconds);
    return tr("Wait about %n minutes, then try again.", nullptr, (seconds + 59) / 60);
}

bool needsThePerson(const Error &error)
{
    using Kind = Error::Kind;
    constexpr std::array passing {Kind::Offline, Kind::TimedOut,    Kind::ServerFault, Kind::UnexpectedReply,
                                  Kind::Busy,    Kind::RateLimited, Kind::Cancelled};
    return std::find(passing.begin(), passing.end(), error.kind) == passing.end();
}

Notice noticeFor(const Error &error, Notice::Tone tone)
{
    return {tone, ErrorText::sentence(error), ErrorText::details(error)};
}

} // namespace golive
