#pragma once

#include "deploy/deployment.h"
#include "keychain/memorysecretstore.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedplatformapi.h"

namespace golive {

/// A password store that can refuse.
class FussySecretStore final : public SecretStore
{
public:
    std::optional<Error::Kind> refusal;

    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Result<>> write(const QString &name, const Secret &value) override;
    QFuture<Result<>> remove(const QString &name) override;
    QFuture<Result<>> unlock() override;
    QFuture<Result<QStringList>> names() override;
    [[nodiscard]] bool isPermanent() const override { return true; }

    bool unlocks = false; ///< the person knows the password

private:
    MemorySecretStore m_store;
};

/// A deployment of one application, "Shop", with a scripted Clerk behind it. Nothing is written to disk.
class OpenedDeployment
{
public:
    OpenedDeployment();
    ~OpenedDeployment();
    OpenedDeployment(const OpenedDeployment &) = delete;
    OpenedDeployment &operator=(const OpenedDeployment &) = delete;

    /// As if every step up to the creation had been taken.
    void choose(const QString &domain = QStringLiteral("example.com"),
                DeployPlan::Settings settings = DeployPlan::Settings::CloneDevelopment);

    [[nodiscard]] Application withProduction() const;

    [[nodiscard]] static Domain domain(const QString &name = QStringLiteral("example.com"));

    /// Clerk agrees to create, and from then on lists the instance.
    void letClerkCreate(const QString &filedAs = QStringLiteral("example.com"));

    /// The production instance is there already.
    void goLive(const QString &filedAs = QStringLiteral("example.com"));

    Application application;
    ScriptedPlatformApi api;
    FussySecretStore secrets;
    MovedClock clock;
    DeployJournal journal {QString()};
    Deployment deployment {api, secrets, journal, clock, QStringLiteral("api.clerk.com")};
};

} // namespace golive
