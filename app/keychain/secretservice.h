#pragma once

#include "keychain/keyring.h"

#include <QDBusConnection>

namespace golive {

/// What keeps passwords on most desktops: GNOME Keyring, KeePassXC.
/// https://specifications.freedesktop.org/secret-service/latest/
class SecretService final : public Keyring
{
public:
    explicit SecretService(QDBusConnection bus = QDBusConnection::sessionBus());

    [[nodiscard]] QFuture<Result<Presence>> find(const QString &service, const QString &name) const override;
    [[nodiscard]] QFuture<Result<>> isUnlocked() const override;
    [[nodiscard]] QFuture<Result<QStringList>> names(const QString &service) const override;
    [[nodiscard]] QFuture<Result<>> unlock(const QString &service, std::chrono::milliseconds longest) const override;
    [[nodiscard]] QFuture<Result<>> enter(const QString &service, std::chrono::milliseconds longest) const override;

private:
    [[nodiscard]] QFuture<Result<QString>> keyring() const;
    /// SecretStoreLocked with storefault::hidden when what a search finds says nothing.
    [[nodiscard]] QFuture<Result<>> showsItsEntries() const;
    [[nodiscard]] QFuture<Result<QStringList>> lockedKeyrings(const QString &service) const;
    [[nodiscard]] QFuture<Result<>> open(const QStringList &keyrings, std::chrono::milliseconds longest) const;

    QDBusConnection m_bus;
};

} // namespace golive
