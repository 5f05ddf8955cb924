#pragma once

#include "model/application.h"
#include "model/domain.h"
#include "model/domainstatus.h"
#include "model/hostlayout.h"
#include "model/instanceconfig.h"
#include "model/provider.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>

namespace golive {

/// What the person chose. Holds no secret and no fact: the server knows better.
struct DeployPlan
{
    enum class Settings { Undecided, CloneDevelopment, ClerkDefaults };

    QString applicationId;
    QString applicationName;
    Settings settings = Settings::Undecided;
    QString domain; ///< ASCII form; empty until chosen
    QString domainTyped; ///< what stands in its field while that is not a choice yet
    HostChoices hosts; ///< can be changed at any time, even when the domain is final
    QStringList skippedProviders; ///< slugs left out on purpose
    QStringList confirmedRedirects; ///< slugs whose redirect URI the person says is registered
    QStringList draftedProviders; ///< slugs of which the keychain holds what was typed and not saved yet
    QStringList keptCredentials; ///< slugs of which the keychain holds a copy, because the person wished it
    QMap<QString, QDate> secretExpiries; ///< by slug: when the person says that the secret expires
    QStringList triedProviders; ///< slugs with which the person says to have signed in on the live domain
    bool providersSetUpElsewhere = false; ///< the person says so, where Clerk does not let them be looked at
    bool settingsCompared = false; ///< the person has looked through what differs from development
    bool keysTaken = false; ///< the person says the keys are where the application needs them
    QStringList tickedHandover; ///< ids of the hand-over checklist's ticked rows
    QString framework; ///< id of what the application is built with; empty until chosen
    QString hostingPlace; ///< id of where it runs; empty until chosen

    bool operator==(const DeployPlan &) const = default;
};

/// How one provider stands.
enum class ProviderState { NeedsCredentials, Configured, NeedsDashboard };

/// What Clerk and the keychain say now.
struct DeployFacts
{
    std::optional<Application> application;
    std::optional<Domain> domain; ///< primary domain of the production instance, once there is one
    QString vanishedDomain; ///< what Clerk listed a while ago and does not any more; empty while it lists one
    std::optional<DomainStatus> status;
    QMap<QString, ProviderState> providers; ///< those enabled in development, by slug
    QMap<QString, OAuthProvider> providerForms; ///< what each of them asks for, by slug
    QList<CustomConnection> customConnections; ///< those of development
    QJsonObject developmentConnections; ///< by configuration key; sensitive values masked
    InstanceConfig productionConnections; ///< the same of production, and the version that was read
    bool providersKnown = false; ///< false until both configurations were read
    bool secretKeyKept = false; ///< the keychain holds the production secret key
    bool secretKeyUnseen = false; ///< the keychain could not be looked at: what it holds is as of before

    [[nodiscard]] std::optional<Instance> development() const;
    [[nodiscard]] std::optional<Instance> production() const;

    bool operator==(const DeployFacts &) const = default;
};

/// The one thing to do next.
enum class Action {
    ChooseApplication,
    ChooseSettings,
    ChooseDomain,
    CreateInstance,
    RepairDomain, ///< Clerk has filed a hosting provider's name without a proxy (Domain::lacksProxy())
    WaitForDomain, ///< the instance exists, Clerk has not listed its domain yet
    ConfigureProviders,
    AddDnsRecords, ///< Clerk does not see every required record
    WaitForClerk, ///< nothing left for the person: certificate, mail, finishing
    TakeKeys,
    Finished,
};

/// Whether nothing is left to enter at the DNS provider. Goes by the records where Clerk lists them,
/// since its word for all of DNS lags behind and leaves out the mail records.
[[nodiscard]] bool recordsAreSeenByClerk(const DomainStatus &status);
[[nodiscard]] bool recordsAreSeenByClerk(const DeployFacts &facts); ///< false while the status is not known

/// The heart of the program: from what was chosen and what is true to what comes next.
[[nodiscard]] Action nextAction(const DeployPlan &plan, const DeployFacts &facts);

/// What the chosen hosts mean for the domain that Clerk stored, or for the chosen one before that.
[[nodiscard]] HostLayout hostLayout(const DeployPlan &plan, const DeployFacts &facts);

/// The production instance's: as Clerk gave it, else as it follows from the domain; empty before there is one,
/// and where it does not follow because of a proxy.
[[nodiscard]] QString productionPublishableKey(const DeployFacts &facts);

/// The slugs that still need credentials and were not put off.
[[nodiscard]] QStringList providersToConfigure(const DeployPlan &plan, const DeployFacts &facts);

} // namespace golive
