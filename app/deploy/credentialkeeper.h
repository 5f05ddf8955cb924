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
/// no secret is written to disk. Writes a moment after the last change, and one at a time per provider. What the store
/// does not take stays here, until it does.
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
    [[nodiscard]] bool holdsUnkept() const { return isAtWork() || !m_refused.isEmpty(); }
    /// True while something is not written yet, and is going to be.
    [[nodiscard]] bool isAtWork() const { return !m_waiting.isEmpty() || !m_busy.isEmpty(); }
    /// Why the store did not do all that was wanted, until it has.
    [[nodiscard]] std::optional<Error> trouble() const;
    /// True when the trouble is only that something is still in the store.
    [[nodiscard]] bool onlyRemovalsFailed() const;
    /// Once more what the store refused, at the person's wish: a locked one asks for its password.
    QFuture<Result<>> tryAgain();
    /// Has the store ask for its password, so that read() finds what is in it.
    QFuture<Result<>> unlock();

Q_SIGNALS:
    void changed();

private:
    void start(const QString &name);
    void end(const QString &name, const std::optional<Secret> &wanted, const Result<> &answer);
    void startRefused();

    SecretStore &m_secrets;
    Clock &m_clock;
    using Wanted = std::optional<Secret>; ///< a bundle; without one the entry is to go
    QHash<QString, Wanted> m_waiting; ///< by entry name
    QHash<QString, Wanted> m_refused; ///< by entry name
    QSet<QString> m_busy; ///< entries that the store is working on
    std::unique_ptr<QObject> m_pause;
    std::optional<Error> m_trouble; ///< the last
};

} // namespace golive
