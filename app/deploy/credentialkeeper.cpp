#include "deploy/credentialkeeper.h"

#include "foundation/clock.h"
#include "foundation/promise.h"
#include "keychain/secretstore.h"
#include "model/credentials/credentialbundle.h"

namespace golive {

CredentialKeeper::CredentialKeeper(SecretStore &secrets, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_clock(clock)
{
}

void CredentialKeeper::keep(const QString &instanceId, const ProviderCredentials &credentials)
{
    m_waiting[secretname::providerCredentials(instanceId, credentials.slug)] = bundleOf(credentials);
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
    m_waiting[name] = std::nullopt;
    start(name);
}

/// One call per entry at a time: removed while it is written, it would not be found when the store reads it back.
void CredentialKeeper::start(const QString &name)
{
    if (m_busy.contains(name))
        return;
    m_busy.insert(name);
    const std::optional<Secret> wanted = m_waiting.take(name);
    onAnswer(wanted ? m_secrets.write(name, *wanted) : m_secrets.remove(name), this,
             [this, name](const Result<> &answer) { end(name, answer); });
}

void CredentialKeeper::end(const QString &name, const Result<> &answer)
{
    m_busy.remove(name);
    m_trouble = answer ? std::nullopt : std::optional(answer.error());
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
