#pragma once

#include "model/deployplan.h"
#include "model/instanceconfig.h"

#include "foundation/result.h"

#include <QFuture>
#include <QObject>

namespace golive {

class KeyKeeper;
class PlatformApi;

/// What a reading brought: whatever could be read, and the first thing that went wrong, if any.
/// Readings may overlap, so each holds only what it read itself.
struct FactsReading
{
    struct Providers
    {
        QMap<QString, ProviderState> states;
        QMap<QString, OAuthProvider> forms;
        QList<CustomConnection> custom;
        QJsonObject development; ///< the connections alone
        InstanceConfig production; ///< the same
    };

    std::optional<Application> application;
    std::optional<QList<Domain>> domains;
    std::optional<DomainStatus> status;
    std::optional<Providers> providers;
    std::optional<bool> secretKeyKept; ///< without a value also when the keychain could not be looked at
    std::optional<bool> secretKeyUnseen;
    std::optional<Error> trouble;

    /// Overwrites what was read and leaves the rest alone.
    void applyTo(DeployFacts &facts) const;
};

/// The primary domain among those of an instance: the first that is not a satellite, else the first.
[[nodiscard]] std::optional<Domain> primaryDomain(const QList<Domain> &domains);

/// Reads everything there is to know about one application. What cannot be read is left out: a
/// lost connection must not make a finished step look undone.
class FactsReader : public QObject
{
    Q_OBJECT

public:
    FactsReader(PlatformApi &api, KeyKeeper &keys, QObject *parent = nullptr);

    QFuture<Result<FactsReading>> readAll(const QString &applicationId);
    /// Only domain and status.
    QFuture<Result<FactsReading>> readDomain(const QString &applicationId);

private:
    class Reading;

    PlatformApi &m_api;
    KeyKeeper &m_keys;
};

} // namespace golive
