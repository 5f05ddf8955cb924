#pragma once

#include "clerk/platformapi.h"
#include "testkit/scripted.h"

namespace golive {

/// A Clerk that says what it is told to say and remembers what it was asked. For tests of one unit;
/// whether the answers are Clerk's is for tests with the practice server to say.
///
/// Lists and configurations are empty, and applications, domains and their status are not found,
/// until scripted: `api.application = Result<Application>(…)`, `api.creation.once(failure(…))`.
class ScriptedPlatformApi final : public PlatformApi
{
public:
    ScriptedPlatformApi();
    ~ScriptedPlatformApi() override;

    Scripted<QList<Application>> applications;
    Scripted<Application> application;
    Scripted<Application> createdApplication;
    Scripted<QList<InstanceKeys>> keys;
    Scripted<ProductionInstance> creation;
    Scripted<QList<Domain>> domains;
    Scripted<Domain> domain;
    Scripted<DomainStatus> status;
    Scripted<DomainStatus> dnsCheck;
    Scripted<Domain> changedDomain;
    Scripted<QList<Domain>> foundDomains;
    Scripted<InstanceConfig> developmentConfig;
    Scripted<InstanceConfig> productionConfig;
    Scripted<QJsonObject> schema;
    Scripted<ConfigChange> patch;
    Scripted<QList<RedirectUrl>> redirectUrls;
    Scripted<RedirectUrl> addedRedirectUrl;
    Scripted<QList<JwtTemplate>> jwtTemplates;
    Scripted<JwtTemplate> addedJwtTemplate;

    QList<NewProductionInstance> created; ///< what creation was asked for, in order
    QList<ConfigPatch> patches;
    QStringList applicationsCreated; ///< their names, in order
    QStringList domainsSent; ///< the names changeDomain() was given
    QStringList searchedFor; ///< the names findDomains() was asked for
    QStringList instancesAsked; ///< the `instance` of every call that has one
    Secret accessKey;

    void setAccessKey(Secret key) override;

    QFuture<Result<QList<Application>>> listApplications() override;
    QFuture<Result<Application>> readApplication(const QString &) override;
    QFuture<Result<Application>> createApplication(const QString &name) override;
    QFuture<Result<QList<InstanceKeys>>> readKeys(const QString &) override;
    QFuture<Result<ProductionInstance>> createProductionInstance(const QString &,
                                                                 const NewProductionInstance &wanted) override;

    QFuture<Result<QList<Domain>>> listDomains(const QString &) override;
    QFuture<Result<Domain>> readDomain(const QString &, const QString &) override;
    QFuture<Result<DomainStatus>> readDomainStatus(const QString &, const QString &) override;
    QFuture<Result<DomainStatus>> startDnsCheck(const QString &, const QString &) override;
    QFuture<Result<Domain>> changeDomain(const QString &, const QString &name) override;
    QFuture<Result<QList<Domain>>> findDomains(const QString &name) override;

    /// `production` and every id but the development instance's own count as production.
    QFuture<Result<InstanceConfig>> readConfig(const QString &, const QString &instance, const QStringList &) override;
    QFuture<Result<QJsonObject>> readConfigSchema(const QString &, const QString &instance,
                                                  const QStringList &) override;
    QFuture<Result<ConfigChange>> patchConfig(const QString &, const QString &instance,
                                              const ConfigPatch &wanted) override;

    QFuture<Result<QList<RedirectUrl>>> listRedirectUrls(const QString &, const QString &instance) override;
    QFuture<Result<RedirectUrl>> addRedirectUrl(const QString &, const QString &instance, const QString &) override;
    QFuture<Result<QList<JwtTemplate>>> listJwtTemplates(const QString &, const QString &instance) override;
    QFuture<Result<JwtTemplate>> addJwtTemplate(const QString &, const QString &instance, const JwtTemplate &) override;

    /// The id that means development besides the word itself.
    QString developmentId = QStringLiteral("ins_dev");

private:
    bool note(const QString &instance);
};

extern template class Scripted<QList<Application>>;
extern template class Scripted<Application>;
extern template class Scripted<QList<InstanceKeys>>;
extern template class Scripted<ProductionInstance>;
extern template class Scripted<QList<Domain>>;
extern template class Scripted<Domain>;
extern template class Scripted<DomainStatus>;
extern template class Scripted<InstanceConfig>;
extern template class Scripted<QJsonObject>;
extern template class Scripted<ConfigChange>;
extern template class Scripted<QList<RedirectUrl>>;
extern template class Scripted<RedirectUrl>;
extern template class Scripted<QList<JwtTemplate>>;
extern template class Scripted<JwtTemplate>;

} // namespace golive
