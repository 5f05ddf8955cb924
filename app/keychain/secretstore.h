#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"

#include <QFuture>

namespace golive {

/// Where credentials are kept between two runs. Every call answers, in bounded time.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// Error::Kind::SecretMissing when there is no such entry, and only then.
    [[nodiscard]] virtual QFuture<Result<Secret>> read(const QString &name) = 0;

    /// Success means that the value was read back.
    [[nodiscard]] virtual QFuture<Result<>> write(const QString &name, const Secret &value) = 0;

    /// Success means that the entry is gone, also when it was never there.
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString &name) = 0;

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
