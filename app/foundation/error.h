#pragma once

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace golive {

/// What went wrong, in terms the application can decide on.
///
/// `kind` drives behaviour and the sentence the user reads. `code`, `detail` and `traceId` are
/// for the log and the support report; they are never shown as the main message and never hold
/// a secret.
struct Error
{
    enum class Kind {
        Offline, ///< no connection to the server could be made
        ProxyRefused, ///< a proxy stands in between and does not let us through
        NotClerk, ///< somebody else answered: a network's sign-in page, a filter on the way, another service's address
        InsecureConnection, ///< TLS could not be verified, or the address is plain http
        TimedOut,
        Unauthorized, ///< the credential is wrong, expired or revoked
        Forbidden, ///< the credential is good but lacks a permission; `names` holds the missing scopes
        NotFound,
        AlreadyExists, ///< the application has a production instance already
        DomainTaken, ///< another Clerk application uses this root domain
        DomainRefused, ///< Clerk does not accept this domain in production: hosting provider's, reserved, proxied
        PlanTooSmall, ///< `names` holds the features the plan lacks
        VersionConflict, ///< the configuration changed since it was read
        Busy, ///< the same work is already under way on the server; look again shortly
        Rejected, ///< a value was refused; `field` names it where Clerk did
        RateLimited,
        ServerFault,
        UnexpectedReply,
        SecretStoreUnavailable,
        SecretStoreLocked,
        SecretStoreDismissed, ///< the person closed the window in which the store asked for its password
        SecretStoreNotAnswering,
        SecretMissing,
        StorageFailed, ///< a file of ours could not be read or written; `detail` says which and why
        Cancelled, ///< given up before the answer came
    };

    Kind kind = Kind::UnexpectedReply;
    QString code; ///< Clerk's error code, such as `home_url_taken`, or the password store's (storefault)
    QString field; ///< the input the server objects to, if it named one
    QString detail; ///< Clerk's own sentence, or the operating system's
    QString traceId; ///< `clerk_trace_id`, which Clerk's support asks for
    QStringList names; ///< missing scopes, unsupported features, suggested keys: what the kind says
    std::optional<std::chrono::seconds> retryAfter;

    bool operator==(const Error &) const = default;
};

/// True if the request may or may not have taken effect, so the caller must look before retrying.
[[nodiscard]] bool outcomeIsUnknown(const Error &error);

} // namespace golive
