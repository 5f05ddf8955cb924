#include "clerk/httpplatformapi.h"

#include "clerk/applicationjson.h"
#include "clerk/configjson.h"
#include "clerk/domainjson.h"
#include "clerk/entryjson.h"
#include "clerk/pagedlist.h"

namespace golive {
namespace {

using Answer = QFuture<Result<QJsonDocument>>;
using Method = HttpMessage::Method;

QStringList application(const QString &id)
{
    return {QStringLiteral("applications"), id};
}

QStringList domain(const QString &applicationId, const QString &idOrName)
{
    return application(applicationId) + QStringList {QStringLiteral("domains"), idOrName};
}

QStringList instancePart(const QString &applicationId, const QString &idOrWord, const QString &part)
{
    return application(applicationId) + QStringList {QStringLiteral("instances"), idOrWord, part};
}

QUrlQuery onlyKeys(const QStringList &keys)
{
    QUrlQuery query;
    for (const QString &key : keys)
        addQueryItem(query, QStringLiteral("keys"), key);
    return query;
}

/// Reads an answer that must be an object.
template<typename T>
QFuture<Result<T>> read(Answer answer, Result<T> (*from)(const QJsonObject &))
{
    return answer.then([from](const Result<QJsonDocument> &reply) -> Result<T> {
        if (!reply)
            return failure(reply.error());
        if (!reply->isObject())
            return failure(Error::Kind::UnexpectedReply, QStringLiteral("not an object"));
        return from(reply->object());
    });
}

/// Reads an answer that may be an object or a bare list.
template<typename T>
QFuture<Result<T>> read(Answer answer, Result<T> (*from)(const QJsonDocument &))
{
    return answer.then([from](const Result<QJsonDocument> &reply) { return reply.and_then(from); });
}

void byOffset(QUrlQuery &query, const QString & /*last*/, qsizetype count)
{
    query.addQueryItem(QStringLiteral("offset"), QString::number(count));
}

void byCursor(QUrlQuery &query, const QString &last, qsizetype /*count*/)
{
    if (!last.isEmpty())
        addQueryItem(query, QStringLiteral("starting_after"), last);
}

HttpLimits limitsWith(std::chrono::milliseconds patience)
{
    HttpLimits limits;
    limits.silence = patience;
    return limits;
}

} // namespace

HttpPlatformApi::HttpPlatformApi(QNetworkAccessManager &network, Clock &clock, const QUrl &baseUrl,
                                 std::chrono::milliseconds patience)
    : m_transport(network, clock, baseUrl, limitsWith(patience))
{
}

void HttpPlatformApi::setAccessKey(Secret key) // NOLINT(performance-unnecessary-value-param): others keep it
{
    m_transport.setAccessKey(key);
}

QFuture<Result<QList<Application>>> HttpPlatformApi::listApplications()
{
    return read(m_transport.get({QStringLiteral("applications")}), applicationsFrom);
}

QFuture<Result<Application>> HttpPlatformApi::readApplication(const QString &applicationId)
{
    return read(m_transport.get(application(applicationId)), applicationFrom);
}

QFuture<Result<Application>> HttpPlatformApi::createApplication(const QString &name)
{
    HttpTransport::Write creation;
    creation.body = {{QStringLiteral("name"), name}};
    return read(m_transport.write({QStringLiteral("applications")}, creation), applicationFrom);
}

QFuture<Result<QList<InstanceKeys>>> HttpPlatformApi::readKeys(const QString &applicationId)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("include_secret_keys"), QStringLiteral("true"));
    return read(m_transport.get(application(applicationId), query), keysFrom);
}

QFuture<Result<ProductionInstance>> HttpPlatformApi::createProductionInstance(const QString &applicationId,
                                                                              const NewProductionInstance &wanted)
{
    HttpTransport::Write creation;
    creation.body = jsonOf(wanted);
    const QStringList path = application(applicationId) + QStringList {QStringLiteral("instances")};
    return read(m_transport.write(path, creation), createdInstanceFrom);
}

QFuture<Result<QList<Domain>>> HttpPlatformApi::listDomains(const QString &applicationId)
{
    const QStringList path = application(applicationId) + QStringList {QStringLiteral("domains")};
    return read(m_transport.get(path), domainsFrom);
}

QFuture<Result<Domain>> HttpPlatformApi::readDomain(const QString &applicationId, const QString &idOrName)
{
    return read(m_transport.get(domain(applicationId, idOrName)), domainFrom);
}

QFuture<Result<DomainStatus>> HttpPlatformApi::readDomainStatus(const QString &applicationId, const QString &idOrName)
{
    const QStringList path = domain(applicationId, idOrName) + QStringList {QStringLiteral("status")};
    return read(m_transport.get(path), domainStatusFrom);
}

QFuture<Result<DomainStatus>> HttpPlatformApi::startDnsCheck(const QString &applicationId, const QString &idOrName)
{
    const QStringList path = domain(applicationId, idOrName) + QStringList {QStringLiteral("dns_check")};
    return read(m_transport.write(path, {}), domainStatusFrom);
}

QFuture<Result<Domain>> HttpPlatformApi::changeDomain(const QString &applicationId, const QString &name)
{
    HttpTransport::Write change;
    change.method = Method::Patch;
    change.body = {{QStringLiteral("name"), name}};
    const QStringList path = application(applicationId) + QStringList {QStringLiteral("domain")};
    return read(m_transport.write(path, change), domainFrom);
}

QFuture<Result<QList<Domain>>> HttpPlatformApi::findDomains(const QString &name)
{
    QUrlQuery query;
    addQueryItem(query, QStringLiteral("name"), name);
    return PagedList<Domain>::collect({m_transport, {QStringLiteral("domains")}, query, domainPageFrom, byCursor});
}

QFuture<Result<InstanceConfig>> HttpPlatformApi::readConfig(const QString &applicationId, const QString &instance,
                                                            const QStringList &keys)
{
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("config"));
    return read(m_transport.get(path, onlyKeys(keys)), configFrom);
}

QFuture<Result<QJsonObject>> HttpPlatformApi::readConfigSchema(const QString &applicationId, const QString &instance,
                                                               const QStringList &keys)
{
    const QStringList path
        = instancePart(applicationId, instance, QStringLiteral("config")) + QStringList {QStringLiteral("schema")};
    return read(m_transport.get(path, onlyKeys(keys)), configSchemaFrom);
}

QFuture<Result<ConfigChange>> HttpPlatformApi::patchConfig(const QString &applicationId, const QString &instance,
                                                           const ConfigPatch &patch)
{
    HttpTransport::Write change;
    change.method = Method::Patch;
    change.sensitiveBody = jsonOf(patch);
    change.ifMatch = patch.ifMatch;
    if (patch.dryRun)
        change.query.addQueryItem(QStringLiteral("dry_run"), QStringLiteral("true"));
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("config"));
    return read(m_transport.write(path, change), configChangeFrom)
        .then([secrets = patch.secrets](const Result<ConfigChange> &answer) {
            return answer.map_error([&secrets](const Error &error) { return without(secrets, error); });
        });
}

QFuture<Result<QList<RedirectUrl>>> HttpPlatformApi::listRedirectUrls(const QString &applicationId,
                                                                      const QString &instance)
{
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("redirect_urls"));
    return PagedList<RedirectUrl>::collect({m_transport, path, {}, redirectUrlPageFrom, byOffset});
}

QFuture<Result<RedirectUrl>> HttpPlatformApi::addRedirectUrl(const QString &applicationId, const QString &instance,
                                                             const QString &url)
{
    HttpTransport::Write addition;
    addition.body = redirectUrlJson(url);
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("redirect_urls"));
    return read(m_transport.write(path, addition), redirectUrlFrom);
}

QFuture<Result<QList<JwtTemplate>>> HttpPlatformApi::listJwtTemplates(const QString &applicationId,
                                                                      const QString &instance)
{
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("jwt_templates"));
    return read(m_transport.get(path), jwtTemplatesFrom);
}

QFuture<Result<JwtTemplate>> HttpPlatformApi::addJwtTemplate(const QString &applicationId, const QString &instance,
                                                             const JwtTemplate &wanted)
{
    HttpTransport::Write addition;
    addition.body = jsonOf(wanted);
    const QStringList path = instancePart(applicationId, instance, QStringLiteral("jwt_templates"));
    return read(m_transport.write(path, addition), jwtTemplateFrom);
}

} // namespace golive
