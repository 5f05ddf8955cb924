#include "clerk/applicationjson.h"

#include "clerk/domainjson.h"
#include "clerk/jsonreading.h"
#include "foundation/wiping.h"

namespace golive {
namespace {

Environment environmentIn(const QJsonObject &json)
{
    const QString word = textIn(json, "environment_type");
    if (word == QLatin1String("production"))
        return Environment::Production;
    return word == QLatin1String("development") ? Environment::Development : Environment::Other;
}

Secret secretIn(const QJsonObject &json)
{
    QString text = textIn(json, "secret_key");
    Secret secret(text.toUtf8());
    wipe(text);
    return secret;
}

/// Every instance in an application that has an id.
QList<QJsonObject> instancesIn(const QJsonObject &application)
{
    QList<QJsonObject> found;
    const QJsonArray entries = application.value(QLatin1String("instances")).toArray();
    for (const auto &each : entries)
        if (!textIn(each.toObject(), "instance_id").isEmpty())
            found.append(each.toObject());
    return found;
}

} // namespace

Result<Application> applicationFrom(const QJsonObject &json)
{
    Application application;
    application.id = textIn(json, "application_id");
    if (application.id.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("an application without id"));

    // Taken for an application without instances, it would be offered to be taken live once more.
    const QJsonValue instances = json.value(QLatin1String("instances"));
    if (!instances.isUndefined() && !instances.isNull() && !instances.isArray())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("instances that are no list"));

    application.name = nameIn(json, "name");
    for (const QJsonObject &entry : instancesIn(json)) {
        Instance instance;
        instance.id = textIn(entry, "instance_id");
        instance.environment = environmentIn(entry);
        instance.publishableKey = textIn(entry, "publishable_key");
        application.instances.append(instance);
    }
    return application;
}

Result<QList<Application>> applicationsFrom(const QJsonDocument &json)
{
    return listFrom<Application>(json, applicationFrom);
}

Result<QList<InstanceKeys>> keysFrom(const QJsonObject &application)
{
    if (textIn(application, "application_id").isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("an application without id"));

    QList<InstanceKeys> all;
    for (const QJsonObject &entry : instancesIn(application)) {
        InstanceKeys keys;
        keys.instanceId = textIn(entry, "instance_id");
        keys.environment = environmentIn(entry);
        keys.publishableKey = textIn(entry, "publishable_key");
        keys.secretKey = secretIn(entry);
        all.append(keys);
    }
    return all;
}

/// Mind the names: a new instance is called `id`, an instance in a list `instance_id`.
Result<ProductionInstance> createdInstanceFrom(const QJsonObject &json)
{
    ProductionInstance created;
    created.id = textIn(json, "id");
    created.publishableKey = textIn(json, "publishable_key");
    created.secretKey = secretIn(json);
    if (created.id.isEmpty() || created.secretKey.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a new instance without id or secret key"));
    if (const Result<Domain> domain = domainFrom(json.value(QLatin1String("active_domain")).toObject()))
        created.domain = *domain;
    return created;
}

QJsonObject jsonOf(const NewProductionInstance &wanted)
{
    QJsonObject json {
        {QStringLiteral("domain"), wanted.domain},
        {QStringLiteral("environment_type"), QStringLiteral("production")},
    };
    if (!wanted.cloneFrom.isEmpty())
        json.insert(QStringLiteral("clone_instance_id"), wanted.cloneFrom);
    return json;
}

} // namespace golive
