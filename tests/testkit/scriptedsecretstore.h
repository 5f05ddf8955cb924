#pragma once

#include "foundation/promise.h"
#include "keychain/secretstore.h"

#include <QList>

#include <functional>
#include <optional>
#include <utility>

namespace golive {

/// A password store with one place in it that behaves as it is told: it can be locked, silent, gone,
/// or keep what it says it removed. For tests of what is said about it; the real ones have their own.
class ScriptedSecretStore final : public SecretStore
{
public:
    std::optional<Secret> kept;
    QString lastName; ///< of the entry that was last asked for
    bool permanent = true;
    bool forgetsToRemove = false;
    bool locksAfterRemoval = false;
    std::optional<Error> readTrouble;
    std::optional<Error> writeTrouble;
    std::optional<Error> removeTrouble;
    bool unlocks = false; ///< the person knows the password
    int unlockings = 0;
    int reads = 0;
    int writes = 0;
    int removals = 0;

    /// Lets everybody wait until answer().
    void hold() { m_held = true; }
    void answer()
    {
        m_held = false;
        for (const auto &each : std::exchange(m_waiting, {}))
            each();
    }

    QFuture<Result<Secret>> read(const QString &name) override
    {
        ++reads;
        lastName = name;
        return later<Secret>([this]() -> Result<Secret> {
            if (readTrouble)
                return failure(*readTrouble);
            return kept ? Result<Secret>(*kept) : failure(Error::Kind::SecretMissing);
        });
    }
    QFuture<Result<>> write(const QString &name, const Secret &value) override
    {
        ++writes;
        lastName = name;
        return later<void>([this, value]() -> Result<> {
            if (writeTrouble)
                return failure(*writeTrouble);
            kept = value;
            return {};
        });
    }
    QFuture<Result<>> remove(const QString &name) override
    {
        ++removals;
        lastName = name;
        return later<void>([this]() -> Result<> {
            if (removeTrouble)
                return failure(*removeTrouble);
            if (!forgetsToRemove)
                kept.reset();
            if (locksAfterRemoval)
                readTrouble = Error {Error::Kind::SecretStoreLocked, {}, {}, {}, {}, {}, {}};
            return {};
        });
    }
    QFuture<Result<>> unlock() override
    {
        ++unlockings;
        return later<void>([this]() -> Result<> {
            const auto trouble = readTrouble ? readTrouble : writeTrouble;
            if (trouble && (trouble->kind != Error::Kind::SecretStoreLocked || !unlocks))
                return failure(*trouble);
            readTrouble.reset();
            writeTrouble.reset();
            return {};
        });
    }
    QFuture<Result<QStringList>> names() override
    {
        return later<QStringList>([this]() -> Result<QStringList> {
            if (readTrouble)
                return failure(*readTrouble);
            return kept ? QStringList(lastName) : QStringList();
        });
    }
    [[nodiscard]] bool isPermanent() const override { return permanent; }

private:
    template<typename T, typename Work>
    QFuture<Result<T>> later(Work work)
    {
        const Promise<T> promise;
        const auto resolve = [promise, work] { promise.resolve(work()); };
        if (m_held)
            m_waiting.append(resolve);
        else
            resolve();
        return promise.future();
    }

    bool m_held = false;
    QList<std::function<void()>> m_waiting;
};

} // namespace golive
