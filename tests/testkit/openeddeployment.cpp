#include "testkit/openeddeployment.h"

namespace golive {

QFuture<Result<Secret>> FussySecretStore::read(const QString &name)
{
    // A locked one tells that it has the entry, as the real one does.
    const bool showsNothing = refusal && *refusal != Error::Kind::SecretStoreLocked;
    auto found = m_store.read(name);
    return showsNothing || (refusal && found.result()) ? ready<Secret>(failure(*refusal)) : found;
}

QFuture<Result<>> FussySecretStore::write(const QString &name, const Secret &value)
{
    return refusal ? ready<void>(failure(*refusal)) : m_store.write(name, value);
}

QFuture<Result<>> FussySecretStore::remove(const QString &name)
{
    return m_store.remove(name);
}

QFuture<Result<>> FussySecretStore::unlock()
{
    if (refusal == Error::Kind::SecretStoreLocked && unlocks)
        refusal.reset();
    return refusal ? ready<void>(failure(*refusal)) : ready<void>({});
}

QFuture<Result<QStringList>> FussySecretStore::names()
{
    return refusal ? ready<QStringList>(failure(*refusal)) : m_store.names();
}

OpenedDeployment::OpenedDeployment()
{
    application.id = QStringLiteral("app_shop");
    application.name = QStringLiteral("Shop");
    application.instances = {{QStringLiteral("ins_dev"), Environment::Development, QStringLiteral("pk_test_c2hvcA")}};
    api.application = application;
    deployment.open(application);
}

OpenedDeployment::~OpenedDeployment() = default;

void OpenedDeployment::choose(const QString &domain, DeployPlan::Settings settings)
{
    deployment.change([&](DeployPlan &plan) {
        plan.settings = settings;
        plan.domain = domain;
    });
}

Application OpenedDeployment::withProduction() const
{
    Application live = application;
    live.instances.append({QStringLiteral("ins_prod"), Environment::Production, QStringLiteral("pk_live_c2hvcA")});
    return live;
}

Domain OpenedDeployment::domain(const QString &name)
{
    Domain filed;
    filed.id = QStringLiteral("dmn_1");
    filed.name = name;
    return filed;
}

void OpenedDeployment::letClerkCreate(const QString &filedAs)
{
    ProductionInstance created;
    created.id = QStringLiteral("ins_prod");
    created.domain = domain(filedAs);
    created.publishableKey = QStringLiteral("pk_live_c2hvcA");
    created.secretKey = Secret("sk_live_0123456789");
    api.creation = created;
    api.application.once(application); // the look before
    goLive(filedAs);
}

void OpenedDeployment::goLive(const QString &filedAs)
{
    api.application = withProduction();
    api.domains = QList<Domain> {domain(filedAs)};
    api.status = DomainStatus();
}

} // namespace golive
