#include "testkit/scriptedplatformapi.h"

#include <utility>

namespace golive {

ScriptedPlatformApi::ScriptedPlatformApi()
    : applications(QList<Application>())
    , application(failure(Error::Kind::NotFound))
    , createdApplication(failure(Error::Kind::NotFound))
    , keys(QList<InstanceKeys>())
    , creation(failure(Error::Kind::NotFound))
    , domains(QList<Domain>())
    , domain(failure(Error::Kind::NotFound))
    , status(failure(Error::Kind::NotFound))
    , dnsCheck(failure(Error::Kind::NotFound))
    , changedDomain(failure(Error::Kind::NotFound))
    , foundDomains(QList<Domain>())
    , developmentConfig(InstanceConfig())
    , productionConfig(InstanceConfig())
    , schema(QJsonObject())
    , patch(ConfigChange())
    , redirectUrls(QList<RedirectUrl>())
    , addedRedirectUrl(RedirectUrl())
    , jwtTemplates(QList<JwtTemplate>())
    , addedJwtTemplate(JwtTemplate())
{
}

ScriptedPlatformApi::~ScriptedPlatformApi() = default;

void ScriptedPlatformApi::setAccessKey(Secret key)
{
    accessKey = std::move(key);
}

QFuture<Result<QList<Application>>> ScriptedPlatformApi::listApplications()
{
    return applications.ask();
}

QFuture<Result<Application>> ScriptedPlatformApi::readApplication(const QString &)
{
    return application.ask();
}

QFuture<Result<Application>> ScriptedPlatformApi::createApplication(const QString &name)
{
    applicationsCreated.append(name);
    return createdApplication.ask();
}

QFuture<Result<QList<InstanceKeys>>> ScriptedPlatformApi::readKeys(const QString &)
{
    return keys.ask();
}

QFuture<Result<ProductionInstance>> ScriptedPlatformApi::createProductionInstance(const QString &,
                                                                                  const NewProductionInstance &wanted)
{
    created.append(wanted);
    return creation.ask();
}

QFuture<Result<QList<Domain>>> ScriptedPlatformApi::listDomains(const QString &)
{
    return domains.ask();
}

QFuture<Result<Domain>> ScriptedPlatformApi::readDomain(const QString &, const QString &)
{
    return domain.ask();
}

QFuture<Result<DomainStatus>> ScriptedPlatformApi::readDomainStatus(const QString &, const QString &)
{
    return status.ask();
}

QFuture<Result<DomainStatus>> ScriptedPlatformApi::startDnsCheck(const QString &, const QString &)
{
    return dnsCheck.ask();
}

QFuture<Result<Domain>> ScriptedPlatformApi::changeDomain(const QString &, const QString &name)
{
    domainsSent.append(name);
    return changedDomain.ask();
}

QFuture<Result<QList<Domain>>> ScriptedPlatformApi::findDomains(const QString &name)
{
    searchedFor.append(name);
    return foundDomains.ask();
}

QFuture<Result<InstanceConfig>> ScriptedPlatformApi::readConfig(const QString &, const QString &instance,
                                                                const QStringList &)
{
    return note(instance) ? developmentConfig.ask() : productionConfig.ask();
}

QFuture<Result<QJsonObject>> ScriptedPlatformApi::readConfigSchema(const QString &, const QString &instance,
                                                                   const QStringList &)
{
    note(instance);
    return schema.ask();
}

QFuture<Result<ConfigChange>> ScriptedPlatformApi::patchConfig(const QString &, const QString &instance,
                                                               const ConfigPatch &wanted)
{
    note(instance);
    patches.append(wanted);
    return patch.ask();
}

QFuture<Result<QList<RedirectUrl>>> ScriptedPlatformApi::listRedirectUrls(const QString &, const QString &instance)
{
    note(instance);
    return redirectUrls.ask();
}

QFuture<Result<RedirectUrl>> ScriptedPlatformApi::addRedirectUrl(const QString &, const QString &instance,
                                                                 const QString &)
{
    note(instance);
    return addedRedirectUrl.ask();
}

QFuture<Result<QList<JwtTemplate>>> ScriptedPlatformApi::listJwtTemplates(const QString &, const QString &instance)
{
    note(instance);
    return jwtTemplates.ask();
}

QFuture<Result<JwtTemplate>> ScriptedPlatformApi::addJwtTemplate(const QString &, const QString &instance,
                                                                 const JwtTemplate &)
{
    note(instance);
    return addedJwtTemplate.ask();
}

bool ScriptedPlatformApi::note(const QString &instance)
{
    instancesAsked.append(instance);
    return instance == QLatin1String("development") || instance == developmentId;
}

} // namespace golive
