#pragma once

#include "foundation/result.h"

#include <QFuture>
#include <QStringList>

#include <chrono>

namespace golive {

/// The program of a desktop's that keeps passwords, asked how things stand without touching a value. Complements
/// QtKeychain, which reports an entry behind a lock as missing and waits for ever for a service that is silent.
///
/// Every question but those that wait for the person is answered within three seconds, and none of the others makes a
/// window appear. All may answer SecretStoreUnavailable, with the reason as its code (storefault), and
/// SecretStoreNotAnswering when the program is silent. `service` is what our entries are filed under.
class Keyring
{
public:
    enum class Presence { Absent, Readable, Locked };

    Keyring() = default;
    virtual ~Keyring() = default;

    [[nodiscard]] virtual QFuture<Result<Presence>> find(const QString &service, const QString &name) const = 0;
    /// Success when a new entry could be filed now; SecretStoreLocked when the keyring is locked.
    [[nodiscard]] virtual QFuture<Result<>> isUnlocked() const = 0;
    /// The names of all entries that QtKeychain filed under `service`. SecretStoreLocked when some
    /// are behind a lock: their names cannot be read then.
    [[nodiscard]] virtual QFuture<Result<QStringList>> names(const QString &service) const = 0;
    /// Has the system ask the person for the keyring's password, for at most `patience`.
    /// SecretStoreDismissed when they decline, or the system cannot ask.
    [[nodiscard]] virtual QFuture<Result<>> unlock(const QString &service,
                                                   std::chrono::milliseconds patience) const = 0;
    /// Has the person let us in where the keyring asks that of every program, for at most `patience`. To be called
    /// before an entry of an unlocked keyring is touched. SecretStoreDismissed when they decline.
    [[nodiscard]] virtual QFuture<Result<>> enter(const QString &service, std::chrono::milliseconds patience) const = 0;

protected:
    Keyring(const Keyring &) = default;
    Keyring &operator=(const Keyring &) = default;
};

} // namespace golive
