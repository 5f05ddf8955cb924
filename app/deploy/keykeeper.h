#pragma once

#include "foundation/result.h"
#include "foundation/secret.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <optional>

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

    /// Tries again for a held key, at the person's wish: a locked store asks for its password. Succeeds at
    /// once when none is held.
    QFuture<Result<>> keepHeld(const QString &instanceId);

    /// What Clerk said of a key that the keychain has.
    enum class Comparison { NotMade, Same, Changed, Withheld, NotAnswered };

    /// The key: held, from the keychain, or asked of Clerk, in this order. One that Clerk answers
    /// is put into the keychain; if that fails it is held, and still answered. One that lies in a locked
    /// keychain stays there, and so does one that `wasKept` in a keychain which cannot be read now. SecretMissing
    /// when Clerk knows the instance but the credential may not see its key, unless the keychain could not be read:
    /// then its own error.
    ///
    /// One from the keychain is compared with Clerk's until Clerk has answered once: it may have been replaced there.
    /// Clerk's wins; comparison() tells, and the signal changed().
    QFuture<Result<Secret>> find(const QString &applicationId, const QString &instanceId, bool wasKept = false);
    [[nodiscard]] Comparison comparison(const QString &instanceId) const { return m_comparisons.value(instanceId); }
    /// The keychain was seen to have the key.
    [[nodiscard]] bool isInStore(const QString &instanceId) const { return m_inStore.contains(instanceId); }

    /// True while the keychain holds the key, as far as one can tell without asking Clerk.
    QFuture<Result<>> isKept(const QString &instanceId);

    [[nodiscard]] bool isHeld(const QString &instanceId) const { return m_held.contains(instanceId); }
    /// Why the key is held: what the keychain said last. Without a value while it is still being asked.
    [[nodiscard]] std::optional<Error> trouble(const QString &instanceId) const;
    /// The person said that a held key need not be kept. It stays held, and may still be kept.
    void acceptForSession(const QString &instanceId) { m_accepted.insert(instanceId); }
    [[nodiscard]] bool isAcceptedForSession(const QString &instanceId) const { return m_accepted.contains(instanceId); }
    /// Has the keychain ask for its password, so that a key in it can be read.
    QFuture<Result<>> unlock();
    /// Whether what is kept outlasts this program.
    [[nodiscard]] bool keepsForGood() const;
    /// The person has a copy elsewhere. The key stays held, but nothing is lost with it.
    void noteCopied(const QString &instanceId) { m_copied.insert(instanceId); }
    /// A key is held of which nobody has a copy.
    [[nodiscard]] bool wouldLoseAny() const;

Q_SIGNALS:
    /// Clerk has another key than the keychain had.
    void changed(const QString &instanceId);

private:
    QFuture<Result<Secret>> askClerk(const QString &applicationId, const QString &instanceId, const Error &notRead,
                                     bool wasKept);
    QFuture<Result<Secret>> compare(const QString &applicationId, const QString &instanceId, const Secret &kept);
    void release(const QString &instanceId);

    PlatformApi &m_api;
    SecretStore &m_secrets;
    QHash<QString, Secret> m_held; ///< by instance id
    QHash<QString, Error> m_troubles; ///< of held keys
    QHash<QString, Comparison> m_comparisons; ///< of keys in the keychain
    QSet<QString> m_inStore; ///< ids of instances
    QSet<QString> m_copied; ///< ids of instances
    QSet<QString> m_accepted; ///< ids of instances
};

} // namespace golive
