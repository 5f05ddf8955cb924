#pragma once

#include "keychain/memorysecretstore.h"

namespace golive {

/// A password store that takes nothing until it is told to: locked, full, or gone.
class UnwillingStore final : public SecretStore
{
public:
    bool willing = false;
    bool unlocks = false; ///< the person knows the password
    Error::Kind excuse = Error::Kind::SecretStoreLocked;

    QFuture<Result<Secret>> read(const QString &name) override { return m_store.read(name); }
    QFuture<Result<>> write(const QString &name, const Secret &value) override
    {
        return willing ? m_store.write(name, value) : ready<void>(failure(excuse));
    }
    QFuture<Result<>> remove(const QString &name) override { return m_store.remove(name); }
    QFuture<Result<>> unlock() override
    {
        willing = willing || unlocks;
        return willing ? ready<void>({}) : ready<void>(failure(excuse));
    }
    QFuture<Result<QStringList>> names() override { return m_store.names(); }
    [[nodiscard]] bool isPermanent() const override { return true; }

private:
    MemorySecretStore m_store;
};

} // namespace golive
