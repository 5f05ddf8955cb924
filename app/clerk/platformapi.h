#pragma once

#include "foundation/result.h"
#include "model/application.h"
#include "model/domainstatus.h"
#include "model/instanceconfig.h"

#include <QFuture>

namespace golive {

/// The parts of Clerk's Platform API a deployment needs. One method, one endpoint, always one
/// answer. `instance` is an `ins_…` id or the word `development` or `production`. Reads are
/// repeated on their own when the server asks for it; writes never are.
class PlatformApi
{
public:
    virtual ~PlatformApi() = default;

    virtual void setAccessKey(Secret key) = 0;

    // Applications and instances
    [[nodiscard]] virtual QFuture<Result<QList<Application>>> listApplications() = 0;
    [[nodiscard]] virtual QFuture<Result<Application>> readApplication(const QString &applicationId) = 0;
    /// With a development instance and Clerk's defaults. Not idempotent, as createProductionInstance().
    [[nodiscard]] virtual QFuture<Result<Application>> createApplication(const QString &name) = 0;
    /// The only call that asks for secret keys. Forbidden when the credential may not read them.
    [[nodiscard]] virtual QFuture<Result<QList<InstanceKeys>>> readKeys(const QString &applicationId) = 0;
    /// Not idempotent: after an error for which outcomeIsUnknown(), read the application again
    /// before trying once more.
    [[nodiscard]] virtual QFuture<Result<ProductionInstance>>
    createProductionInstance(const QString &applicationId, const NewProductionInstance &wanted) = 0;

    // Domains
    [[nodiscard]] virtual QFuture<Result<QList<Domain>>> listDomains(const QString &applicationId) = 0;
    [[nodiscard]] virtual QFuture<Result<Domain>> readDomain(const QString &applicationId, const QString &idOrName) = 0;
    [[nodiscard]] virtual QFuture<Result<DomainStatus>> readDomainStatus(const QString &applicationId,
                                                                         const QString &idOrName)
        = 0;
    /// Makes Clerk look at the DNS records. Busy when it is looking, or has just looked.
    [[nodiscard]] virtual QFuture<Result<DomainStatus>> startDnsCheck(const QString &applicationId,
                                                                      const QString &idOrName)
        = 0;
    /// Sends the production domain's name once more, or another one. For a hosting provider's name this makes
    /// Clerk work out the path on the website through which it is reached. Not repeated on its own.
    [[nodiscard]] virtual QFuture<Result<Domain>> changeDomain(const QString &applicationId, const QString &name) = 0;
    /// Every production domain of the workspace whose name contains `name`.
    [[nodiscard]] virtual QFuture<Result<QList<Domain>>> findDomains(const QString &name) = 0;

    // Configuration. An empty list of keys means all of them.
    [[nodiscard]] virtual QFuture<Result<InstanceConfig>> readConfig(const QString &applicationId,
                                                                     const QString &instance, const QStringList &keys)
        = 0;
    /// A JSON Schema (2020-12) with one property per key.
    [[nodiscard]] virtual QFuture<Result<QJsonObject>>
    readConfigSchema(const QString &applicationId, const QString &instance, const QStringList &keys) = 0;
    [[nodiscard]] virtual QFuture<Result<ConfigChange>> patchConfig(const QString &applicationId,
                                                                    const QString &instance, const ConfigPatch &patch)
        = 0;

    // What a clone leaves behind
    [[nodiscard]] virtual QFuture<Result<QList<RedirectUrl>>> listRedirectUrls(const QString &applicationId,
                                                                               const QString &instance)
        = 0;
    [[nodiscard]] virtual QFuture<Result<RedirectUrl>> addRedirectUrl(const QString &applicationId,
                                                                      const QString &instance, const QString &url)
        = 0;
    [[nodiscard]] virtual QFuture<Result<QList<JwtTemplate>>> listJwtTemplates(const QString &applicationId,
                                                                               const QString &instance)
        = 0;
    [[nodiscard]] virtual QFuture<Result<JwtTemplate>>
    addJwtTemplate(const QString &applicationId, const QString &instance, const JwtTemplate &wanted) = 0;
};

} // namespace golive
