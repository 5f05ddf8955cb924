#include "deploy/keykeeper.h"

#include "clerk/platformapi.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"

#include <algorithm>

namespace golive {
namespace {

/// Empty when the credential may not see it.
Secret keyOf(const QString &instanceId, const QList<InstanceKeys> &all)
{
    const auto found = std::find_if(all.cbegin(), all.cend(), [&instanceId](const InstanceKeys &each) {
        return each.instanceId == instanceId && !each.secretKey.isEmpty();
    });
    return found == all.cend() ? Secret() : found->secretKey;
}

} // namespace

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
    m_inStore.insert(instanceId);
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

QFuture<Result<Secret>> KeyKeeper::find(const QString &applicationId, const QString &instanceId, bool wasKept)
{
    if (const auto held = m_held.constFind(instanceId); held != m_held.cend())
        return ready<Secret>(*held);

    const Promise<Secret> promise;
    onAnswer(m_secrets.read(secretname::instanceSecretKey(instanceId)), this,
             [this, applicationId, instanceId, wasKept, promise](const Result<Secret> &kept) {
                 if (kept || isThereButLocked(kept.error()))
                     m_inStore.insert(instanceId);
                 else
                     m_inStore.remove(instanceId);
                 onAnswer(kept ? compare(applicationId, instanceId, *kept)
                               : askClerk(applicationId, instanceId, kept.error(), wasKept),
                          this, [promise](const Result<Secret> &answer) { promise.resolve(answer); });
             });
    return promise.future();
}

QFuture<Result<>> KeyKeeper::isKept(const QString &instanceId)
{
    const auto read = m_secrets.read(secretname::instanceSecretKey(instanceId));
    return QFuture(read).then(
        [](const Result<Secret> &kept) -> Result<> { return kept ? Result<>() : failure(kept.error()); });
}

/// Never fails: the kept key is there whatever Clerk says.
QFuture<Result<Secret>> KeyKeeper::compare(const QString &applicationId, const QString &instanceId, const Secret &kept)
{
    const Comparison before = comparison(instanceId);
    if (before != Comparison::NotMade && before != Comparison::NotAnswered)
        return ready<Secret>(kept);
    const Promise<Secret> promise;
    onAnswer(m_api.readKeys(applicationId), this,
             [this, instanceId, kept, promise](const Result<QList<InstanceKeys>> &answer) {
                 const Secret now = answer ? keyOf(instanceId, *answer) : Secret();
                 if (!answer && answer.error().kind != Error::Kind::Forbidden)
                     m_comparisons.insert(instanceId, Comparison::NotAnswered);
                 else if (now.isEmpty())
                     m_comparisons.insert(instanceId, Comparison::Withheld);
                 else
                     m_comparisons.insert(instanceId,
                                          now.reveal() == kept.reveal() ? Comparison::Same : Comparison::Changed);
                 if (comparison(instanceId) != Comparison::Changed) {
                     promise.resolve(kept);
                     return;
                 }
                 Q_EMIT changed(instanceId);
                 onAnswer(keep(instanceId, now), this, [promise, now](const Result<> &) { promise.resolve(now); });
             });
    return promise.future();
}

/// `notRead` is what the keychain said: a reason of its own when Clerk does not give the key. One that has the entry,
/// or had it, is not written to.
QFuture<Result<Secret>> KeyKeeper::askClerk(const QString &applicationId, const QString &instanceId,
                                            const Error &notRead, bool wasKept)
{
    const bool isThere = isThereButLocked(notRead) || (wasKept && notRead.kind != Error::Kind::SecretMissing);
    const Promise<Secret> promise;
    onAnswer(m_api.readKeys(applicationId), this,
             [this, instanceId, promise, notRead, isThere](const Result<QList<InstanceKeys>> &answer) {
                 if (!answer) {
                     promise.resolve(failure(isThere ? notRead : answer.error()));
                     return;
                 }
                 const Secret key = keyOf(instanceId, *answer);
                 if (key.isEmpty()) {
                     promise.resolve(failure(notRead)); // mostly that there is no such entry
                     return;
                 }
                 if (isThere) {
                     promise.resolve(key);
                     return;
                 }
                 onAnswer(keep(instanceId, key), this, [promise, key](const Result<> &) { promise.resolve(key); });
             });
    return promise.future();
}

} // namespace golive
