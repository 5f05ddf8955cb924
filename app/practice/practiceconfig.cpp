#include "practice/practiceconfig.h"

#include "practice/practiceseed.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <optional>

namespace golive::practiceconfig {
namespace {

using Refusal = std::optional<PracticeFault>;

bool isConnection(const QString &key)
{
    return key.startsWith(QLatin1String("connection_oauth_"));
}

QJsonObject propertiesOf(const QJsonObject &schema)
{
    return schema.value(QLatin1String("properties")).toObject();
}

/// A copy fit for an answer.
QJsonObject masked(const QJsonObject &section, const QJsonObject &schema)
{
    QJsonObject shown = section;
    const QJsonObject properties = propertiesOf(schema);
    for (auto each = properties.begin(); each != properties.end(); ++each)
        if (each.value().toObject().value(QLatin1String("x-clerk-sensitive")).toBool()
            && !shown.value(each.key()).toString().isEmpty())
            shown.insert(each.key(), mask());
    return shown;
}

QJsonObject shown(const PracticeInstance &instance, const QJsonObject &config, const QStringList &keys)
{
    QJsonObject answer;
    for (const QString &key : keys)
        answer.insert(key, masked(config.value(key).toObject(), instance.schema.value(key).toObject()));
    return answer;
}

/// The known keys most like a mistyped one.
QJsonArray suggestionsFor(const QString &unknown, const QStringList &known)
{
    QJsonArray suggestions;
    const QString lowered = unknown.toLower();
    for (const QString &key : known) {
        const auto shared
            = std::mismatch(lowered.begin(), lowered.end(), key.begin(), key.end()).first - lowered.begin();
        const bool alike = shared * 10 >= std::max(lowered.size(), key.size()) * 8;
        if (suggestions.size() < 3 && (alike || key.endsWith(QLatin1Char('_') + lowered)))
            suggestions.append(key);
    }
    return suggestions;
}

Refusal unknownKey(const PracticeInstance &instance, const QStringList &keys)
{
    for (const QString &key : keys)
        if (!instance.config.contains(key))
            return PracticeFault {400,
                                  QStringLiteral("unknown_config_key"),
                                  QStringLiteral("%1 is not a configuration key.").arg(key),
                                  {{QStringLiteral("config_key"), key},
                                   {QStringLiteral("suggestions"), suggestionsFor(key, instance.config.keys())}}};
    return std::nullopt;
}

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("integer") || type == QLatin1String("number"))
        return value.isDouble();
    if (type == QLatin1String("array"))
        return value.isArray();
    if (type == QLatin1String("object"))
        return value.isObject();
    return value.isString();
}

/// What a value breaks, in words; empty when it is fine.
QString broken(const QJsonValue &value, const QJsonObject &schema)
{
    const QString type = schema.value(QLatin1String("type")).toString();
    if (!hasType(value, type))
        return QStringLiteral("must be of type %1").arg(type);
    const QJsonArray choices = schema.value(QLatin1String("enum")).toArray();
    if (!choices.isEmpty() && !choices.contains(value))
        return QStringLiteral("is not one of the permitted values");
    if (schema.value(QLatin1String("x-clerk-sensitive")).toBool() && value.toString() == mask())
        return QStringLiteral("is the mask of a value, not a value");
    return {};
}

PracticeFault invalid(const QString &key, const QStringList &path, const QString &what)
{
    const QString name = path.join(QLatin1Char('.'));
    return {422,
            QStringLiteral("config_validation_error"),
            QStringLiteral("%1.%2 %3.").arg(key, name, what),
            {{QStringLiteral("config_key"), key},
             {QStringLiteral("param_name"), name},
             {QStringLiteral("schema_path"),
              QStringLiteral("/properties/") + key + QStringLiteral("/properties/")
                  + path.join(QStringLiteral("/properties/"))}}};
}

Refusal invalidIn(const QString &key, const QJsonObject &section, const QJsonObject &schema, const QStringList &above)
{
    const QJsonObject properties = propertiesOf(schema);
    if (properties.isEmpty())
        return std::nullopt;
    for (auto each = section.begin(); each != section.end(); ++each) {
        const QStringList path = above + QStringList {each.key()};
        const QJsonObject wanted = properties.value(each.key()).toObject();
        if (wanted.isEmpty())
            return invalid(key, path, QStringLiteral("is not a known setting"));
        if (const QString what = broken(each.value(), wanted); !what.isEmpty())
            return invalid(key, path, what);
        if (auto deeper = invalidIn(key, each.value().toObject(), wanted, path))
            return deeper;
    }
    return std::nullopt;
}

Refusal invalidChange(const PracticeInstance &instance, const QString &key, const QJsonValue &change, bool destructive)
{
    if (change.isNull() && destructive)
        return std::nullopt;
    if (change.isNull())
        return PracticeFault {400,
                              QStringLiteral("destructive_operation_not_allowed"),
                              QStringLiteral("Clearing %1 takes destructive=true.").arg(key),
                              {{QStringLiteral("config_key"), key}}};
    if (!change.isObject())
        return PracticeFault {400,
                              QStringLiteral("config_key_body_invalid"),
                              QStringLiteral("The value of %1 must be an object.").arg(key),
                              {{QStringLiteral("config_key"), key}}};
    return invalidIn(key, change.toObject(), instance.schema.value(key).toObject(), {});
}

QJsonObject merged(QJsonObject old, const QJsonObject &change)
{
    for (auto each = change.begin(); each != change.end(); ++each) {
        const QJsonValue now = old.value(each.key());
        const bool bothObjects = now.isObject() && each.value().isObject();
        old.insert(each.key(),
                   bothObjects ? QJsonValue(merged(now.toObject(), each.value().toObject())) : each.value());
    }
    return old;
}

/// Production has no credentials to lend, so a connection is refused until it brings its own.
/// Clerk's catalogue has an empty code for this.
Refusal withoutCredentials(const PracticeInstance &instance, const QString &key, const QJsonObject &section)
{
    if (instance.environment != QLatin1String("production") || !isConnection(key)
        || !section.value(QLatin1String("enabled")).toBool())
        return std::nullopt;
    const QJsonObject properties = propertiesOf(instance.schema.value(key).toObject());
    for (const QString &field : {QStringLiteral("client_id"), QStringLiteral("client_secret")})
        if (properties.contains(field) && section.value(field).toVariant().toString().trimmed().isEmpty())
            return PracticeFault {400,
                                  QString(),
                                  QStringLiteral("A production connection needs its own client ID and secret."),
                                  {{QStringLiteral("config_key"), key}, {QStringLiteral("param_name"), field}}};
    return std::nullopt;
}

/// Switching organizations on fills in settings of their own, whatever the same request says about
/// them. They stay only when they are sent once more.
QJsonObject withSeededDefaults(const QString &key, const QJsonObject &before, QJsonObject after)
{
    const QLatin1String enabled("enabled");
    if (key == QLatin1String("organization_settings") && !before.value(enabled).toBool()
        && after.value(enabled).toBool())
        after.insert(QStringLiteral("force_organization_selection"), true);
    return after;
}

Refusal staleVersion(const PracticeInstance &instance, const QString &ifMatch)
{
    if (ifMatch.isEmpty() || ifMatch == version(instance))
        return std::nullopt;
    return PracticeFault {
        409,
        QStringLiteral("config_version_conflict"),
        QStringLiteral("The configuration has changed since that version."),
        {{QStringLiteral("current_version"), version(instance)}, {QStringLiteral("provided_version"), ifMatch}}};
}

/// The configuration as it would be.
Practised<QJsonObject> projected(const PracticeInstance &instance, const Patch &wanted)
{
    if (auto refused = staleVersion(instance, wanted.ifMatch))
        return tl::unexpected(*refused);
    if (auto refused = unknownKey(instance, wanted.changes.keys() + wanted.keys))
        return tl::unexpected(*refused);
    QJsonObject after = instance.config;
    for (auto each = wanted.changes.begin(); each != wanted.changes.end(); ++each) {
        if (auto refused = invalidChange(instance, each.key(), each.value(), wanted.destructive))
            return tl::unexpected(*refused);
        const QJsonObject section = each.value().isNull()
            ? practiceseed::defaultConfig().value(each.key()).toObject()
            : merged(after.value(each.key()).toObject(), each.value().toObject());
        if (auto refused = withoutCredentials(instance, each.key(), section))
            return tl::unexpected(*refused);
        after.insert(each.key(), withSeededDefaults(each.key(), after.value(each.key()).toObject(), section));
    }
    return after;
}

} // namespace

QString mask()
{
    return QString(8, QChar(0x2022));
}

QString version(const PracticeInstance &instance)
{
    const QByteArray seed = instance.id.toUtf8() + QByteArray::number(instance.configEdition);
    return QStringLiteral("v1_")
        + QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha256).toHex().first(8));
}

Practised<> read(const PracticeInstance &instance, const QStringList &keys)
{
    if (auto refused = unknownKey(instance, keys))
        return tl::unexpected(*refused);
    QJsonObject answer = shown(instance, instance.config, keys.isEmpty() ? instance.config.keys() : keys);
    answer.insert(QStringLiteral("config_version"), version(instance));
    return answer;
}

Practised<> readSchema(const PracticeInstance &instance, const QStringList &keys)
{
    if (auto refused = unknownKey(instance, keys))
        return tl::unexpected(*refused);
    QJsonObject properties;
    for (const QString &key : keys.isEmpty() ? instance.schema.keys() : keys)
        properties.insert(key, instance.schema.value(key));
    return QJsonObject {{QStringLiteral("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema")},
                        {QStringLiteral("$id"), QStringLiteral("https://clerk.com/schemas/platform-config/2025-01-01")},
                        {QStringLiteral("type"), QStringLiteral("object")},
                        {QStringLiteral("properties"), properties}};
}

Practised<> patch(PracticeInstance &instance, const Patch &wanted)
{
    const Practised<QJsonObject> after = projected(instance, wanted);
    if (!after)
        return tl::unexpected(after.error());
    const QStringList keys = wanted.keys.isEmpty() ? wanted.changes.keys() : wanted.keys;
    const QJsonObject before = shown(instance, instance.config, keys);
    if (!wanted.dryRun && *after != instance.config) {
        instance.config = *after;
        ++instance.configEdition;
    }
    return QJsonObject {{QStringLiteral("config_version"), version(instance)},
                        {QStringLiteral("dry_run"), wanted.dryRun},
                        {QStringLiteral("before"), before},
                        {QStringLiteral("after"), shown(instance, *after, keys)}};
}

QJsonObject cloned(const QJsonObject &development, const QStringList &forgotten)
{
    const QJsonObject defaults = practiceseed::defaultConfig();
    QJsonObject config = development;
    config.insert(QStringLiteral("paths"), defaults.value(QLatin1String("paths")));
    for (const QString &key : forgotten)
        config.insert(key, defaults.value(key).toObject());
    config.insert(QStringLiteral("connections_oauth_custom"), QJsonObject());
    for (const QString &key : development.keys()) {
        if (!isConnection(key))
            continue;
        QJsonObject bare = defaults.value(key).toObject();
        const QJsonObject old = development.value(key).toObject();
        const bool arrivesOn = !old.contains(QLatin1String("team_id")) && !old.contains(QLatin1String("actor"));
        bare.insert(QStringLiteral("enabled"), arrivesOn && old.value(QLatin1String("enabled")).toBool());
        config.insert(key, bare);
    }
    return config;
}

} // namespace golive::practiceconfig
