#include "deploy/credentialkeeper.h"

#include "foundation/clock.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "model/credentials/credentialbundle.h"

#include <algorithm>

namespace golive {

CredentialKeeper::CredentialKeeper(SecretStore &secrets, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_clock(clock)
{
}

void CredentialKeeper::keep(const QString &instanceId, const ProviderCredentials &credentials)
{
    const QString name = secretname::providerCredentials(instanceId, credentials.slug);
    m_refused.remove(name);
    m_waiting[name] = bundleOf(credentials);
    m_pause = std::make_unique<QObject>(); // its predecessor's end cancels what was planned
    m_clock.callAfter(pause, m_pause.get(), [this] { flush(); });
}

void CredentialKeeper::flush()
{
    const QStringList names = m_waiting.keys();
    for (const QString &name : names)
        start(name);
}

void CredentialKeeper::forget(const QString &instanceId, const QString &slug)
{
    const QString name = secretname::providerCredentials(instanceId, slug);
    m_refused.remove(name);
    m_waiting[name] = std::nullopt;
    start(name);
}

std::optional<Error> CredentialKeeper::trouble() const
{
    return m_refused.isEmpty() ? std::nullopt : m_trouble;
}

bool CredentialKeeper::onlyRemovalsFailed() const
{
    return std::none_of(m_refused.cbegin(), m_refused.cend(), [](const Wanted &each) { return each.has_value(); });
}

QFuture<Result<>> CredentialKeeper::unlock()
{
    return m_secrets.unlock();
}

QFuture<Result<>> CredentialKeeper::tryAgain()
{
    const Promise<> promise;
    onAnswer(unlock(), this, [this, promise](const Result<> &unlocked) {
        if (unlocked)
            startRefused();
        else if (!m_refused.isEmpty())
            m_trouble = unlocked.error();
        promise.resolve(unlocked);
        Q_EMIT changed();
    });
    return promise.future();
}

void CredentialKeeper::startRefused()
{
    for (auto each = m_refused.cbegin(); each != m_refused.cend(); ++each)
        if (!m_waiting.contains(each.key()))
            m_waiting.insert(each.key(), each.value());
    m_refused.clear();
    flush();
}

/// One call per entry at a time: removed while it is written, it would not be found when the store reads it back.
void CredentialKeeper::start(const QString &name)
{
    if (m_busy.contains(name))
        return;
    m_busy.insert(name);
    const std::optional<Secret> wanted = m_waiting.take(name);
    onAnswer(wanted ? m_secrets.write(name, *wanted) : m_secrets.remove(name), this,
             [this, name, wanted](const Result<> &answer) { end(name, wanted, answer); });
}

void CredentialKeeper::end(const QString &name, const std::optional<Secret> &wanted, const Result<> &answer)
{
    m_busy.remove(name);
    // Of a store that is not there nobody knows whether it ever had the entry.
    const bool matters = wanted || answer || answer.error().kind != Error::Kind::SecretStoreUnavailable;
    if (!answer && matters && !m_waiting.contains(name)) {
        m_refused.insert(name, wanted);
        m_trouble = answer.error();
    }
    if (m_waiting.contains(name))
        start(name);
    Q_EMIT changed();
}

QFuture<Result<ProviderCredentials>> CredentialKeeper::read(const QString &instanceId, const QString &slug)
{
    return m_secrets.read(secretname::providerCredentials(instanceId, slug))
        .then([slug](const Result<Secret> &bundle) -> Result<ProviderCredentials> {
            if (!bundle)
                return failure(bundle.error());
            return credentialsFrom(slug, *bundle);
        });
}

} // namespace golive
