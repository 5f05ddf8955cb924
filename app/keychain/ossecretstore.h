#pragma once

#include "keychain/secretservice.h"
#include "keychain/secretstore.h"

namespace golive {

/// The system's password store through QtKeychain, with its word checked where it is not enough.
///
/// Measured with GNOME Keyring: behind a locked keyring an entry looks missing and its removal
/// looks successful, a job makes the system ask for a password out of the blue, and one whose prompt
/// nobody answers or whose service is stopped never ends. So the Secret Service is asked first how
/// things stand, every job is given limited time and ends with the service, a write is read back, and
/// a removal is checked by a search. In a KDE session, where QtKeychain prefers KWallet, the jobs
/// come first and KWallet asks for its password by itself.
/// Never falls back to a plain-text file.
class OsSecretStore final : public SecretStore
{
public:
    /// `patience` has to outlast a person typing the keyring's password.
    explicit OsSecretStore(QString service, std::chrono::milliseconds patience = std::chrono::minutes(1));

    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Result<>> write(const QString &name, const Secret &value) override;
    QFuture<Result<>> remove(const QString &name) override;
    QFuture<Result<>> unlock() override;
    QFuture<Result<QStringList>> names() override;
    [[nodiscard]] bool isPermanent() const override { return true; }

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
    SecretService m_secrets;
    bool m_prefersKWallet;
};

} // namespace golive
