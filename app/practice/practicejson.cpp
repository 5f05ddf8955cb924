#include "practice/practicejson.h"

namespace golive::practicejson {
namespace {

QString iso(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

QJsonObject summary(const QString &object, const QString &id, const QDateTime &created)
{
    return {{QStringLiteral("object"), object},
            {QStringLiteral("id"), id},
            {QStringLiteral("created_at"), iso(created)},
            {QStringLiteral("updated_at"), iso(created)}};
}

} // namespace

QJsonObject application(const PracticeApplication &application, bool withSecrets)
{
    QJsonArray instances;
    for (const PracticeInstance &instance : application.instances) {
        QJsonObject json {{QStringLiteral("instance_id"), instance.id},
                          {QStringLiteral("environment_type"), instance.environment},
                          {QStringLiteral("publishable_key"), instance.publishableKey}};
        if (withSecrets)
            json.insert(QStringLiteral("secret_key"), instance.secretKey);
        instances.append(json);
    }
    return {{QStringLiteral("application_id"), application.id},
            {QStringLiteral("name"), application.name},
            {QStringLiteral("instances"), instances}};
}

QJsonObject createdInstance(const PracticeInstance &instance)
{
    return {{QStringLiteral("object"), QStringLiteral("instance")},
            {QStringLiteral("id"), instance.id},
            {QStringLiteral("environment_type"), instance.environment},
            {QStringLiteral("active_domain"), domain(instance.domain.value_or(PracticeDomain()))},
            {QStringLiteral("secret_key"), instance.secretKey},
            {QStringLiteral("publishable_key"), instance.publishableKey},
            {QStringLiteral("created_at"), instance.created.toMSecsSinceEpoch()},
            {QStringLiteral("updated_at"), instance.created.toMSecsSinceEpoch()}};
}

QJsonObject domain(const PracticeDomain &domain)
{
    QJsonArray targets;
    for (const DnsRecord &record : domain.records)
        targets.append(QJsonObject {{QStringLiteral("host"), record.host},
                                    {QStringLiteral("value"), record.target},
                                    {QStringLiteral("required"), record.required}});
    QJsonObject json {{QStringLiteral("object"), QStringLiteral("domain")},
                      {QStringLiteral("id"), domain.id},
                      {QStringLiteral("name"), domain.name},
                      {QStringLiteral("is_satellite"), false},
                      {QStringLiteral("is_provider_domain"), domain.isProviderDomain},
                      {QStringLiteral("frontend_api_url"),
                       domain.proxyUrl.isEmpty() ? QStringLiteral("https://clerk.") + domain.name : domain.proxyUrl},
                      {QStringLiteral("accounts_portal_url"),
                       domain.isProviderDomain ? QString() : QStringLiteral("https://accounts.") + domain.name},
                      {QStringLiteral("development_origin"), QString()},
                      {QStringLiteral("cname_targets"), targets},
                      {QStringLiteral("created_at"), iso(domain.created)},
                      {QStringLiteral("updated_at"), iso(domain.created)}};
    if (!domain.proxyUrl.isEmpty())
        json.insert(QStringLiteral("proxy_url"), domain.proxyUrl);
    return json;
}

QJsonObject workspaceDomain(const PracticeApplication &application, const PracticeInstance &instance)
{
    QJsonObject json = domain(instance.domain.value_or(PracticeDomain()));
    QJsonObject owner = summary(QStringLiteral("instance"), instance.id, instance.created);
    owner.insert(QStringLiteral("environment_type"), instance.environment);
    json.insert(QStringLiteral("application"),
                summary(QStringLiteral("application"), application.id, application.created));
    json.insert(QStringLiteral("instance"), owner);
    return json;
}

QJsonObject errors(const PracticeFault &fault, const QString &traceId)
{
    QJsonObject error {{QStringLiteral("code"), fault.code},
                       {QStringLiteral("message"), fault.message},
                       {QStringLiteral("long_message"), fault.message}};
    if (!fault.meta.isEmpty())
        error.insert(QStringLiteral("meta"), fault.meta);
    return {{QStringLiteral("errors"), QJsonArray {error}}, {QStringLiteral("clerk_trace_id"), traceId}};
}

QJsonObject page(const QJsonArray &data, qsizetype total)
{
    return {{QStringLiteral("data"), data}, {QStringLiteral("total_count"), total}};
}

} // namespace golive::practicejson
