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

    QFuture<Result<Secret>> read(const QString &name) override
    {
        // A locked one tells that it has the entry, as the real one does.
        const bool showsNothing = refusal && *refusal != Error::Kind::SecretStoreLocked;
        auto found = m_store.read(name);
        return showsNothing || (refusal && found.result()) ? ready<Secret>(failure(*refusal)) : found;
    }
    QFuture<Result<>> write(const QString &name, const Secret &value) override
    {
        return refusal ? ready<void>(failure(*refusal)) : m_store.write(name, value);
    }
    QFuture<Result<>> remove(const QString &name) override { return m_store.remove(name); }
    QFuture<Result<>> unlock() override
    {
        if (refusal == Error::Kind::SecretStoreLocked && unlocks)
            refusal.reset();
        return refusal ? ready<void>(failure(*refusal)) : ready<void>({});
    }
    QFuture<Result<QStringList>> names() override
    {
        return refusal ? ready<QStringList>(failure(*refusal)) : m_store.names();
    }
    [[nodiscard]] bool isPermanent() const override { return true; }

    bool unlocks = false; ///< the person knows the password

private:
    MemorySecretStore m_store;
};

/// A deployment of one application, "Shop", with a scripted Clerk behind it. Nothing is written to disk.
class OpenedDeployment
{
public:
    OpenedDeployment()
    {
        application.id = QStringLiteral("app_shop");
        application.name = QStringLiteral("Shop");
        application.instances
            = {{QStringLiteral("ins_dev"), Environment::Development, QStringLiteral("pk_test_c2hvcA")}};
        api.application = application;
        deployment.open(application);
    }

    /// As if every step up to the creation had been taken.
    void choose(const QString &domain = QStringLiteral("example.com"),
                DeployPlan::Settings settings = DeployPlan::Settings::CloneDevelopment)
    {
        deployment.change([&](DeployPlan &plan) {
            plan.settings = settings;
            plan.domain = domain;
        });
    }

    [[nodiscard]] Application withProduction() const
    {
        Application live = application;
        live.instances.append({QStringLiteral("ins_prod"), Environment::Production, QStringLiteral("pk_live_c2hvcA")});
        return live;
    }

    [[nodiscard]] static Domain domain(const QString &name = QStringLiteral("example.com"))
    {
        Domain filed;
        filed.id = QStringLiteral("dmn_1");
        filed.name = name;
        return filed;
    }

    /// Clerk agrees to create, and from then on lists the instance.
    void letClerkCreate(const QString &filedAs = QStringLiteral("example.com"))
    {
        ProductionInstance created;
        created.id = QStringLiteral("ins_prod");
        created.domain = domain(filedAs);
        created.publishableKey = QStringLiteral("pk_live_c2hvcA");
        created.secretKey = Secret("sk_live_0123456789");
        api.creation = created;
        api.application.once(application); // the look before
        api.application = withProduction();
        api.domains = QList<Domain> {domain(filedAs)};
        api.status = DomainStatus();
    }

    /// The production instance is there already.
    void goLive(const QString &filedAs = QStringLiteral("example.com"))
    {
        api.application = withProduction();
        api.domains = QList<Domain> {domain(filedAs)};
        api.status = DomainStatus();
    }

    Application application;
    ScriptedPlatformApi api;
    FussySecretStore secrets;
    MovedClock clock;
    DeployJournal journal {QString()};
    Deployment deployment {api, secrets, journal, clock, QStringLiteral("api.clerk.com")};
};

} // namespace golive
