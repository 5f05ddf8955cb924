#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"

#include <QFuture>
#include <QHash>
#include <QObject>

namespace golive {

class PlatformApi;
class SecretStore;

/// Looks after the secret keys of production instances. A key that the keychain did not take
/// stays here, in memory, until it does: it is never thrown away.
class KeyKeeper : public QObject
{
    Q_OBJECT

public:
    KeyKeeper(PlatformApi &api, SecretStore &secrets, QObject *parent = nullptr);

    /// Puts `key` into the keychain. On failure it is held; isHeld() then says so.
    QFuture<Result<>> keep(const QString &instanceId, const Secret &key);

    /// Tries again for a held key; succeeds at once when none is held.
    QFuture<Result<>> keepHeld(const QString &instanceId);

    /// The key: held, from the keychain, or asked of Clerk, in this order. One that Clerk answers
    /// is put into the keychain; if that fails it is held, and still answered. SecretMissing when
    /// Clerk knows the instance but the credential may not see its key.
    QFuture<Result<Secret>> find(const QString &applicationId, const QString &instanceId);

    /// True while the keychain holds the key, as far as one can tell without asking Clerk.
    QFuture<Result<>> isKept(const QString &instanceId);

    [[nodiscard]] bool isHeld(const QString &instanceId) const { return m_held.contains(instanceId); }
    /// Whether what is kept outlasts this program.
    [[nodiscard]] bool keepsForGood() const;
    [[nodiscard]] bool holdsAny() const { return !m_held.isEmpty(); }

private:
    QFuture<Result<Secret>> askClerk(const QString &applicationId, const QString &instanceId);

    PlatformApi &m_api;
    SecretStore &m_secrets;
    QHash<QString, Secret> m_held; ///< by instance id
};

} // namespace golive
