#include "clerk/configjson.h"

#include "clerk/jsonreading.h"
#include "foundation/secretjson.h"
#include "foundation/wiping.h"

#include <algorithm>

namespace golive {
namespace {

constexpr qsizetype shortestSecret = 4; // fewer characters are in any sentence

const QString &versionKey()
{
    static const QString key = QStringLiteral("config_version");
    return key;
}

QJsonObject settingsIn(QJsonObject json)
{
    json.remove(versionKey());
    return json;
}

/// Wrapped, `config` is the only member with members of its own; as it is, every section has them.
bool isWrapped(const QJsonObject &json)
{
    const auto objects = std::count_if(json.begin(), json.end(), [](const auto &each) { return each.isObject(); });
    return objects == 1 && json.value(QLatin1String("config")).isObject();
}

/// A connection whose switch cannot be read would pass for one that is off, and nobody would be
/// asked for its credentials.
bool canBeRead(const QJsonObject &settings)
{
    for (auto each = settings.begin(); each != settings.end(); ++each) {
        if (!each.key().startsWith(QLatin1String("connection_oauth_")) || each.value().isNull())
            continue;
        const QJsonValue enabled = each.value()[QLatin1String("enabled")];
        const bool isSwitch = enabled.isBool() || enabled.isNull() || enabled.isUndefined();
        if (!each.value().isObject() || !isSwitch)
            return false;
    }
    return true;
}

bool isSchema(const QJsonObject &json)
{
    const QJsonValue type = json.value(QLatin1String("type"));
    if (!type.isUndefined() && !type.isString() && !type.isArray())
        return false;
    const QJsonValue properties = json.value(QLatin1String("properties"));
    if (!properties.isUndefined() && !properties.isObject())
        return false;
    const QJsonObject all = properties.toObject();
    return std::all_of(all.begin(), all.end(),
                       [](const auto &each) { return !each.isObject() || isSchema(each.toObject()); });
}

} // namespace

Result<InstanceConfig> configFrom(const QJsonObject &json)
{
    InstanceConfig config;
    const QJsonObject inner = isWrapped(json) ? json.value(QLatin1String("config")).toObject() : json;
    if (!canBeRead(inner))
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a connection that is neither on nor off"));
    config.version = textIn(json, "config_version");
    if (config.version.isEmpty())
        config.version = textIn(inner, "config_version");
    config.settings = settingsIn(inner);
    return config;
}

Result<QJsonObject> configSchemaFrom(const QJsonObject &json)
{
    if (!isSchema(json))
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("no schema"));
    return json;
}

Result<ConfigChange> configChangeFrom(const QJsonObject &json)
{
    ConfigChange change;
    change.version = textIn(json, "config_version");
    change.dryRun = json.value(QLatin1String("dry_run")).toBool();
    change.before = settingsIn(json.value(QLatin1String("before")).toObject());
    change.after = settingsIn(json.value(QLatin1String("after")).toObject());
    return change;
}

Secret jsonOf(const ConfigPatch &patch)
{
    const QJsonObject changes = settingsIn(patch.changes);
    QStringList sections = changes.keys();
    for (const SecretSetting &each : patch.secrets)
        sections.append(each.section);
    sections.removeDuplicates();
    SecretJson body;
    for (const QString &section : sections) {
        QJsonObject others = changes.value(section).toObject();
        SecretJson whole;
        for (const SecretSetting &each : patch.secrets)
            if (each.section == section) {
                others.remove(each.key);
                whole.insert(each.key, each.value);
            }
        if (whole.isEmpty()) {
            body.insert(section, changes.value(section));
            continue;
        }
        for (auto each = others.constBegin(); each != others.constEnd(); ++each)
            whole.insert(each.key(), each.value());
        body.insert(section, whole);
    }
    return body.text();
}

Error without(const QList<SecretSetting> &secrets, Error error)
{
    for (const SecretSetting &each : secrets) {
        QString text = QString::fromUtf8(each.value.reveal()).simplified();
        if (text.size() >= shortestSecret) {
            for (QString *told : {&error.code, &error.field, &error.detail})
                told->replace(text, QStringLiteral("…"));
            error.names.replaceInStrings(text, QStringLiteral("…"));
        }
        wipe(text);
    }
    return error;
}

} // namespace golive
