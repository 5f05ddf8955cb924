#pragma once

#include "keychain/secretstore.h"

#include <chrono>
#include <memory>

namespace golive {

/// The system's password store through QtKeychain, with its word checked where it is not enough.
///
/// Measured with GNOME Keyring: behind a locked keyring an entry looks missing and its removal
/// looks successful, a job makes the system ask for a password out of the blue, and one whose prompt
/// nobody answers or whose service is stopped never ends. So the keyring is asked first how things
/// stand, every job is given limited time and ends with the service, a write is read back, and a removal is
/// checked by a search. In a session of KDE Plasma 5 the keyring is KWallet, where there is one.
/// Never falls back to a plain-text file.
class OsSecretStore final : public SecretStore
{
public:
    /// `patience` has to outlast a person typing the keyring's password.
    explicit OsSecretStore(const QString &service, std::chrono::milliseconds patience = std::chrono::minutes(1));

    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Result<>> write(const QString &name, const Secret &value) override;
    QFuture<Result<>> remove(const QString &name) override;
    QFuture<Result<>> unlock() override;
    QFuture<Result<QStringList>> names() override;
    [[nodiscard]] bool isPermanent() const override { return true; }

private:
    class Jobs;

    std::shared_ptr<Jobs> m_jobs; ///< shared with those that are under way
};

} // namespace golive
