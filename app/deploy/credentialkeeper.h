#pragma once

#include "foundation/result.h"
#include "model/provider.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace golive {

class Clock;
class SecretStore;

/// Keeps what was entered for providers in the password store, so that a half-filled form outlives the program and
/// no secret is written to disk. Writes a moment after the last change, and one at a time per provider.
class CredentialKeeper : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds pause {800}; ///< after the last change

    CredentialKeeper(SecretStore &secrets, Clock &clock, QObject *parent = nullptr);

    /// Soon; what is kept later replaces it. changed() tells when that was done, or that it could not be.
    void keep(const QString &instanceId, const ProviderCredentials &credentials);
    /// Writes at once what keep() put off.
    void flush();
    /// Nothing is kept any more, and nothing that waits will be.
    void forget(const QString &instanceId, const QString &slug);
    /// SecretMissing when nothing is kept.
    [[nodiscard]] QFuture<Result<ProviderCredentials>> read(const QString &instanceId, const QString &slug);

    /// True while something is not written yet, or could not be.
    [[nodiscard]] bool holdsUnkept() const { return !m_waiting.isEmpty() || !m_busy.isEmpty() || m_trouble; }
    /// Why the last write failed, until one succeeds.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }

Q_SIGNALS:
    void changed();

private:
    void start(const QString &name);
    void end(const QString &name, const Result<> &answer);

    SecretStore &m_secrets;
    Clock &m_clock;
    QHash<QString, std::optional<Secret>> m_waiting; ///< bundles by entry name; without one the entry is to go
    QSet<QString> m_busy; ///< entries that the store is working on
    std::unique_ptr<QObject> m_pause;
    std::optional<Error> m_trouble;
};

} // namespace golive
