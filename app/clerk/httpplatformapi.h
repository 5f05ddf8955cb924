#pragma once

#include "clerk/httptransport.h"
#include "clerk/platformapi.h"

namespace golive {

/// Clerk's Platform API over HTTP. Calls under way do not refer to this object and answer even when
/// it is gone; when `network` is gone first, they answer Cancelled. HttpTransport says what is not
/// sent at all, HttpCall what is repeated and when it ends.
class HttpPlatformApi final : public PlatformApi
{
public:
    /// `baseUrl` as in CLERK_PLATFORM_API_URL, with or without `/v1`. `patience` is how long a
    /// connection may stay silent. `clock` must outlive `network`.
    HttpPlatformApi(QNetworkAccessManager &network, Clock &clock, const QUrl &baseUrl,
                    std::chrono::milliseconds patience = HttpLimits().silence);

    /// Notes every try of a call. `log` must outlive `network`.
    void keepLog(CallLog &log) { m_transport.keepLog(log); }

    void setAccessKey(Secret key) override;

    QFuture<Result<QList<Application>>> listApplications() override;
    QFuture<Result<Application>> readApplication(const QString &applicationId) override;
    QFuture<Result<Application>> createApplication(const QString &name) override;
    QFuture<Result<QList<InstanceKeys>>> readKeys(const QString &applicationId) override;
    QFuture<Result<ProductionInstance>> createProductionInstance(const QString &applicationId,
                                                                 const NewProductionInstance &wanted) override;

    QFuture<Result<QList<Domain>>> listDomains(const QString &applicationId) override;
    QFuture<Result<Domain>> readDomain(const QString &applicationId, const QString &idOrName) override;
    QFuture<Result<DomainStatus>> readDomainStatus(const QString &applicationId, const QString &idOrName) override;
    QFuture<Result<DomainStatus>> startDnsCheck(const QString &applicationId, const QString &idOrName) override;
    QFuture<Result<Domain>> changeDomain(const QString &applicationId, const QString &name) override;
    QFuture<Result<QList<Domain>>> findDomains(const QString &name) override;

    QFuture<Result<InstanceConfig>> readConfig(const QString &applicationId, const QString &instance,
                                               const QStringList &keys) override;
    QFuture<Result<QJsonObject>> readConfigSchema(const QString &applicationId, const QString &instance,
                                                  const QStringList &keys) override;
    QFuture<Result<ConfigChange>> patchConfig(const QString &applicationId, const QString &instance,
                                              const ConfigPatch &patch) override;

    QFuture<Result<QList<RedirectUrl>>> listRedirectUrls(const QString &applicationId,
                                                         const QString &instance) override;
    QFuture<Result<RedirectUrl>> addRedirectUrl(const QString &applicationId, const QString &instance,
                                                const QString &url) override;
    QFuture<Result<QList<JwtTemplate>>> listJwtTemplates(const QString &applicationId,
                                                         const QString &instance) override;
    QFuture<Result<JwtTemplate>> addJwtTemplate(const QString &applicationId, const QString &instance,
                                                const JwtTemplate &wanted) override;

private:
    HttpTransport m_transport;
};

} // namespace golive
