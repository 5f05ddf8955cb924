#pragma once

#include "keychain/keyring.h"

#include <QDBusConnection>

namespace golive {

/// KWallet, in which QtKeychain keeps entries in a session of KDE Plasma 5. Measured with 5.103: which entries there
/// are it says of a closed wallet too, from their hashes; and an open one whose owner wishes to be asked about every
/// program asks that before find() and names() as well.
class KWallet final : public Keyring
{
public:
    explicit KWallet(QDBusConnection bus = QDBusConnection::sessionBus());

    /// The name on the bus.
    [[nodiscard]] static QString serviceName();

    /// Success when there is one to be had; SecretStoreUnavailable when not, or when the person has switched it off.
    [[nodiscard]] QFuture<Result<>> isThere() const;

    [[nodiscard]] QFuture<Result<Presence>> find(const QString &service, const QString &name) const override;
    [[nodiscard]] QFuture<Result<>> isUnlocked() const override;
    [[nodiscard]] QFuture<Result<QStringList>> names(const QString &service) const override;
    [[nodiscard]] QFuture<Result<>> unlock(const QString &service, std::chrono::milliseconds longest) const override;
    [[nodiscard]] QFuture<Result<>> enter(const QString &service, std::chrono::milliseconds longest) const override;

private:
    /// The wallet that passwords go to.
    [[nodiscard]] QFuture<Result<QString>> wallet() const;
    [[nodiscard]] QFuture<Result<bool>> isOpen(const QString &wallet) const;
    [[nodiscard]] QFuture<Result<QVariant>> ask(const char *method, const QVariantList &arguments = {}) const;

    QDBusConnection m_bus;
};

} // namespace golive
