#pragma once

#include "foundation/result.h"

#include <QDBusConnection>
#include <QFuture>
#include <QStringList>

#include <chrono>

namespace golive {

/// Asks the Secret Service on the session bus how things stand, without touching a value. Every
/// question but unlock() is answered within three seconds, and none makes a window appear.
///
/// Complements QtKeychain, which reports an entry behind a locked keyring as missing and waits for
/// ever for a service that is silent.
/// https://specifications.freedesktop.org/secret-service/latest/
class SecretService
{
public:
    enum class Presence { Absent, Readable, Locked };

    explicit SecretService(QDBusConnection bus = QDBusConnection::sessionBus());

    // All may answer SecretStoreUnavailable, with the reason as its code (storefault), and
    // SecretStoreNotAnswering when the service is silent.

    [[nodiscard]] QFuture<Result<Presence>> find(const QString &service, const QString &name) const;
    /// Success when a new entry could be filed now; SecretStoreLocked when the keyring is locked.
    [[nodiscard]] QFuture<Result<>> isUnlocked() const;
    /// The names of all entries that QtKeychain filed under `service`. SecretStoreLocked when some
    /// are behind a lock: their names cannot be read then.
    [[nodiscard]] QFuture<Result<QStringList>> names(const QString &service) const;
    /// Has the system ask the person for the keyring's password, for at most `patience`.
    /// SecretStoreDismissed when they decline, or the system cannot ask.
    [[nodiscard]] QFuture<Result<>> unlock(std::chrono::milliseconds patience) const;

private:
    [[nodiscard]] QFuture<Result<QString>> keyring() const;
    /// SecretStoreLocked with storefault::hidden when what a search finds says nothing.
    [[nodiscard]] QFuture<Result<>> showsItsEntries() const;

    QDBusConnection m_bus;
};

} // namespace golive
