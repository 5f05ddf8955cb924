#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"

#include <QFuture>
#include <QStringList>

namespace golive {

/// Why there is no password store to be had: the code of a SecretStoreUnavailable error.
namespace storefault {
constexpr QLatin1String noBus("no_session_bus"); ///< no session bus, or it has ended
constexpr QLatin1String noService("no_secret_service"); ///< nobody on the bus keeps secrets
constexpr QLatin1String noLibrary("no_libsecret"); ///< libsecret, through which it is spoken to, is not installed
constexpr QLatin1String ended("store_ended"); ///< it ended in the middle
constexpr QLatin1String notKept("not_kept"); ///< it said that it kept the value, and had not
/// It is locked, and does not show while it is whether it has the entry: the code of a SecretStoreLocked error.
constexpr QLatin1String hidden("locked_and_hidden");
} // namespace storefault

[[nodiscard]] inline Error storeUnavailable(QLatin1String code, const QString &detail = {})
{
    Error error;
    error.kind = Error::Kind::SecretStoreUnavailable;
    error.code = code;
    error.detail = detail;
    return error;
}

/// What read() said of an entry that is there, in a store that is locked.
[[nodiscard]] inline bool isThereButLocked(const Error &error)
{
    return error.kind == Error::Kind::SecretStoreLocked && error.code != storefault::hidden;
}

/// Where credentials are kept between two runs. Every call answers, in bounded time.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Error::Kind::SecretMissing when there is no such entry, and only then. Makes no window appear where
    /// the store is a Secret Service: a locked one that has the entry is told as SecretStoreLocked.
    /// So is one that shows nothing while it is locked, with storefault::hidden.
    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString &name) = 0;

    /// Success means that the value was read back.
    [[nodiscard]] virtual QFuture<Result<>> write(const QString &name, const Secret &value) = 0;

    /// Success means that the entry is gone, also when it was never there.
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString &name) = 0;

    /// Has the system ask the person for the store's password, and waits for them. Success means that
    /// entries can be read and written now; SecretStoreDismissed that they declined.
    [[nodiscard]] virtual QFuture<Result<>> unlock() = 0;

    /// The names of all our entries, whichever version of the program made them.
    [[nodiscard]] virtual QFuture<Result<QStringList>> names() = 0;

    /// False for a store that forgets everything on exit; the person is told which it is.
    [[nodiscard]] virtual bool isPermanent() const = 0;
};

/// The names of our entries. The service they are filed under is "Golive".
namespace secretname {

/// The Platform API key. `clerkHost` is the host name of the Platform API it belongs to.
[[nodiscard]] inline QString platformKey(const QString &clerkHost)
{
    return QStringLiteral("platform-key ") + clerkHost;
}

/// The secret key (`sk_live_…`) of a production instance.
[[nodiscard]] inline QString instanceSecretKey(const QString &instanceId)
{
    return QStringLiteral("secret-key ") + instanceId;
}

/// What was entered for a sign-in provider of a production instance.
[[nodiscard]] inline QString providerCredentials(const QString &instanceId, const QString &slug)
{
    return QStringLiteral("provider-credentials %1 %2").arg(instanceId, slug);
}

} // namespace secretname
} // namespace golive
