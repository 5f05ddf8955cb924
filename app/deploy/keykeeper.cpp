#include "deploy/keykeeper.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"

#include <algorithm>

namespace golive {

KeyKeeper::KeyKeeper(PlatformApi &api, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_secrets(secrets)
{
}

QFuture<Result<>> KeyKeeper::unlock()
{
    return m_secrets.unlock();
}

bool KeyKeeper::keepsForGood() const
{
    return m_secrets.isPermanent();
}

QFuture<Result<>> KeyKeeper::keep(const QString &instanceId, const Secret &key)
{
    m_held.insert(instanceId, key); // until the keychain is known to have it
    const Promise<> promise;
    onAnswer(m_secrets.write(secretname::instanceSecretKey(instanceId), key), this,
             [this, instanceId, promise](const Result<> &written) {
                 if (written)
                     release(instanceId);
                 else
                     m_troubles.insert(instanceId, written.error());
                 promise.resolve(written);
             });
    return promise.future();
}

QFuture<Result<>> KeyKeeper::keepHeld(const QString &instanceId)
{
    if (!isHeld(instanceId))
        return ready<void>({});
    const Promise<> promise;
    onAnswer(m_secrets.unlock(), this, [this, instanceId, promise](const Result<> &unlocked) {
        if (!unlocked || !isHeld(instanceId)) {
            if (!unlocked && isHeld(instanceId))
                m_troubles.insert(instanceId, unlocked.error());
            promise.resolve(unlocked);
            return;
        }
        onAnswer(keep(instanceId, m_held.value(instanceId)), this,
                 [promise](const Result<> &kept) { promise.resolve(kept); });
    });
    return promise.future();
}

void KeyKeeper::release(const QString &instanceId)
{
    m_held.remove(instanceId);
    m_troubles.remove(instanceId);
    m_accepted.remove(instanceId);
}

std::optional<Error> KeyKeeper::trouble(const QString &instanceId) const
{
    const auto found = m_troubles.constFind(instanceId);
    return found == m_troubles.cend() ? std::nullopt : std::optional(*found);
}

bool KeyKeeper::wouldLoseAny() const
{
    const QStringList held = m_held.keys();
    return std::any_of(held.cbegin(), held.cend(), [this](const QString &id) { return !m_copied.contains(id); });
}

QFuture<Result<Secret>> KeyKeeper::find(const QString &applicationId, const QString &instanceId)
{
    if (const auto held = m_held.constFind(instanceId); held != m_held.cend())
        return ready<Secret>(*held);

    const Promise<Secret> promise;
    onAnswer(m_secrets.read(secretname::instanceSecretKey(instanceId)), this,
             [this, applicationId, instanceId, promise](const Result<Secret> &kept) {
                 if (kept) {
                     promise.resolve(kept);
                     return;
                 }
                 onAnswer(askClerk(applicationId, instanceId, kept.error()), this,
                          [promise](const Result<Secret> &answer) { promise.resolve(answer); });
             });
    return promise.future();
}

QFuture<Result<>> KeyKeeper::isKept(const QString &instanceId)
{
    const auto read = m_secrets.read(secretname::instanceSecretKey(instanceId));
    return QFuture(read).then(
        [](const Result<Secret> &kept) -> Result<> { return kept ? Result<>() : failure(kept.error()); });
}

/// `notRead` is what the keychain said: a reason of its own when Clerk does not give the key, and a locked one has
/// the entry already.
QFuture<Result<Secret>> KeyKeeper::askClerk(const QString &applicationId, const QString &instanceId,
                                            const Error &notRead)
{
    const bool isThere = isThereButLocked(notRead);
    const Promise<Secret> promise;
    onAnswer(m_api.readKeys(applicationId), this,
             [this, instanceId, promise, notRead, isThere](const Result<QList<InstanceKeys>> &answer) {
                 if (!answer) {
                     promise.resolve(failure(isThere ? notRead : answer.error()));
                     return;
                 }
                 const auto found = std::find_if(answer->cbegin(), answer->cend(), [&](const InstanceKeys &each) {
                     return each.instanceId == instanceId && !each.secretKey.isEmpty();
                 });
                 if (found == answer->cend()) {
                     promise.resolve(failure(notRead)); // mostly that there is no such entry
                     return;
                 }
                 const Secret key = found->secretKey;
                 if (isThere) {
                     promise.resolve(key);
                     return;
                 }
                 onAnswer(keep(instanceId, key), this, [promise, key](const Result<> &) { promise.resolve(key); });
             });
    return promise.future();
}

} // namespace golive
