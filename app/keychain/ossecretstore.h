#pragma once

#include "keychain/secretserviceprobe.h"
#include "keychain/secretstore.h"

namespace golive {

/// The system's password store through QtKeychain, with its word checked where it is not enough.
///
/// Measured with GNOME Keyring: behind a locked keyring an entry looks missing and its removal
/// looks successful, and a job whose prompt nobody answers never ends. So every job is given
/// limited time, a write is read back, and "missing" and "removed" are checked by a search.
/// Where no Secret Service runs (KWallet), the job's own word stands.
/// Never falls back to a plain-text file.
class OsSecretStore final : public SecretStore
{
public:
    /// `patience` has to outlast a person typing the keyring's password.
    explicit OsSecretStore(QString service, std::chrono::milliseconds patience = std::chrono::minutes(1));

    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Result<>> write(const QString &name, const Secret &value) override;
    QFuture<Result<>> remove(const QString &name) override;
    [[nodiscard]] bool isPermanent() const override { return true; }

private:
    QString m_service;
    std::chrono::milliseconds m_patience;
    SecretServiceProbe m_probe;
};

} // namespace golive
