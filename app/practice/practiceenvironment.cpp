#include "practice/practiceenvironment.h"

namespace golive::practiceenvironment {
namespace {

const QLatin1String prefix("connection_oauth_");

QJsonObject offer(const QString &strategy, const QString &name, const QJsonObject &connection)
{
    return {{QStringLiteral("enabled"), connection.value(QLatin1String("enabled")).toBool()},
            {QStringLiteral("required"), false},
            {QStringLiteral("authenticatable"), connection.value(QLatin1String("authenticatable")).toBool(true)},
            {QStringLiteral("strategy"), strategy},
            {QStringLiteral("not_selectable"), false},
            {QStringLiteral("deprecated"), false},
            {QStringLiteral("name"), name},
            {QStringLiteral("logo_url"), QString()}};
}

QJsonObject social(const QJsonObject &config)
{
    QJsonObject offers;
    for (auto each = config.begin(); each != config.end(); ++each)
        if (each.key().startsWith(prefix)) {
            const QString slug = each.key().mid(prefix.size());
            const QString strategy = QStringLiteral("oauth_") + slug;
            offers.insert(strategy, offer(strategy, slug, each.value().toObject()));
        }
    const QJsonObject custom = config.value(QLatin1String("connections_oauth_custom")).toObject();
    for (auto each = custom.begin(); each != custom.end(); ++each) {
        const QString strategy = QStringLiteral("oauth_custom_") + each.key();
        offers.insert(strategy,
                      offer(strategy, each.value()[QLatin1String("name")].toString(), each.value().toObject()));
    }
    return offers;
}

} // namespace

std::optional<QJsonObject> of(PracticeWorld &world, const QString &host)
{
    for (PracticeApplication &application : world.applications())
        for (PracticeInstance &instance : application.instances) {
            if (!instance.domain || QStringLiteral("clerk.") + instance.domain->name != host)
                continue;
            const QJsonObject status = world.status().read(*instance.domain);
            if (status.value(QLatin1String("status")).toString() != QLatin1String("complete"))
                return std::nullopt;
            return QJsonObject {
                {QStringLiteral("object"), QStringLiteral("environment")},
                {QStringLiteral("auth_config"), QJsonObject()},
                {QStringLiteral("display_config"),
                 QJsonObject {{QStringLiteral("application_name"), application.name},
                              {QStringLiteral("instance_environment_type"), instance.environment}}},
                {QStringLiteral("user_settings"), QJsonObject {{QStringLiteral("social"), social(instance.config)}}}};
        }
    return std::nullopt;
}

} // namespace golive::practiceenvironment
