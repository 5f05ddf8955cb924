#pragma once

#include "foundation/promise.h"
#include "keychain/secretstore.h"

#include <QHash>

namespace golive {

/// Forgets everything on exit: practice mode, tests, and "do not remember this key".
class MemorySecretStore final : public SecretStore
{
public:
    QFuture<Result<Secret>> read(const QString &name) override
    {
        const auto found = m_secrets.constFind(name);
        if (found == m_secrets.cend())
            return ready<Secret>(failure(Error::Kind::SecretMissing));
        return ready<Secret>(*found);
    }

    QFuture<Result<>> write(const QString &name, const Secret &value) override
    {
        m_secrets.insert(name, value);
        return ready<void>({});
    }

    QFuture<Result<>> remove(const QString &name) override
    {
        m_secrets.remove(name);
        return ready<void>({});
    }

    QFuture<Result<>> unlock() override { return ready<void>({}); }
    QFuture<Result<QStringList>> names() override { return ready<QStringList>(QStringList(m_secrets.keys())); }
    [[nodiscard]] bool isPermanent() const override { return false; }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace golive
