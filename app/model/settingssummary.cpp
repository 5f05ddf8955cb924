#include "model/settingssummary.h"

#include "model/provider.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

namespace golive {
namespace {

constexpr int deepest = 6;
constexpr qsizetype mostEntries = 400;
constexpr qsizetype longestText = 300;

SettingsGroup groupOf(const QString &key)
{
    static const QMap<QString, SettingsGroup> groups {
        {QStringLiteral("auth_email"), SettingsGroup::Identifiers},
        {QStringLiteral("auth_phone"), SettingsGroup::Identifiers},
        {QStringLiteral("auth_username"), SettingsGroup::Identifiers},
        {QStringLiteral("auth_web3"), SettingsGroup::Identifiers},
        {QStringLiteral("auth_password"), SettingsGroup::Passwords},
        {QStringLiteral("auth_passkey"), SettingsGroup::Passkeys},
        {QStringLiteral("auth_multi_factor"), SettingsGroup::MultiFactor},
        {QStringLiteral("auth_attack_protection"), SettingsGroup::AttackProtection},
        {QStringLiteral("auth_access_control"), SettingsGroup::AccessControl},
        {QStringLiteral("session"), SettingsGroup::Sessions},
        {QStringLiteral("session_settings"), SettingsGroup::Sessions},
        {QStringLiteral("user_model"), SettingsGroup::UserModel},
        {QStringLiteral("organization_settings"), SettingsGroup::Organizations},
        {QStringLiteral("billing"), SettingsGroup::Billing},
        {QStringLiteral("branding"), SettingsGroup::Branding},
        {QStringLiteral("compliance"), SettingsGroup::Legal},
        {QStringLiteral("paths"), SettingsGroup::Paths},
    };
    return groups.value(key, SettingsGroup::Other);
}

QJsonArray wordsIn(const QJsonArray &array)
{
    QJsonArray words;
    for (const auto &each : array)
        if (each.isString() && words.size() < mostEntries)
            words.append(each.toString().left(longestText));
    return words;
}

/// A value fit to be shown; undefined for one that is not.
QJsonValue leafFrom(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
    case QJsonValue::Double: return value;
    case QJsonValue::String: return value.toString().left(longestText);
    case QJsonValue::Array: return wordsIn(value.toArray());
    case QJsonValue::Null:
    case QJsonValue::Object:
    case QJsonValue::Undefined: break;
    }
    return QJsonValue::Undefined;
}

bool mayHoldACredential(const QString &key)
{
    return key.contains(QLatin1String("secret")) || key.contains(QLatin1String("token"))
        || key.contains(QLatin1String("private_key"));
}

void collect(const QString &path, const QJsonValue &value, int depth, QList<SettingEntry> &entries)
{
    if (entries.size() >= mostEntries || depth > deepest)
        return;
    if (!value.isObject()) {
        const QJsonValue leaf = leafFrom(value);
        if (!leaf.isUndefined())
            entries.append({path, leaf});
        return;
    }
    const QJsonObject object = value.toObject();
    for (auto child = object.constBegin(); child != object.constEnd(); ++child)
        if (!mayHoldACredential(child.key()))
            collect(path + QLatin1Char('.') + child.key().left(longestText), child.value(), depth + 1, entries);
}

/// Connections hold credentials and are listed by name alone.
bool isConnection(const QString &key)
{
    return key.startsWith(QLatin1String("connection"));
}

QStringList customConnections(const QJsonObject &settings)
{
    return settings[QLatin1String("connections_oauth_custom")].toObject().keys();
}

/// Paths that were changed from what an instance starts with: empty, or the root.
QStringList pathsInUse(const QJsonObject &settings)
{
    QStringList paths;
    const QJsonObject all = settings[QLatin1String("paths")].toObject();
    for (auto path = all.constBegin(); path != all.constEnd(); ++path) {
        const QString value = path.value().toString();
        if (!value.isEmpty() && value != QLatin1String("/"))
            paths.append(path.key());
    }
    return paths;
}

LeftBehindEntry named(LeftBehind what, const QStringList &names)
{
    return {what, names.size(), names};
}

template<typename Entry>
LeftBehindEntry listed(LeftBehind what, const std::optional<QList<Entry>> &entries, QString Entry::*name)
{
    if (!entries)
        return {what, std::nullopt, {}};
    QStringList names;
    for (const Entry &entry : *entries)
        names.append(entry.*name);
    return named(what, names);
}

} // namespace

QList<SettingsSection> summaryOf(const InstanceConfig &config)
{
    QMap<SettingsGroup, QList<SettingEntry>> groups;
    const QStringList connections = enabledProviders(config.settings);
    for (const QString &slug : connections)
        groups[SettingsGroup::SocialConnections].append({slug, true});
    for (auto entry = config.settings.constBegin(); entry != config.settings.constEnd(); ++entry)
        if (!isConnection(entry.key()) && !mayHoldACredential(entry.key())
            && entry.key() != QLatin1String("config_version"))
            collect(entry.key(), entry.value(), 0, groups[groupOf(entry.key())]);

    QList<SettingsSection> sections;
    for (auto group = groups.cbegin(); group != groups.cend(); ++group)
        if (!group->isEmpty())
            sections.append({group.key(), *group});
    return sections;
}

QList<LeftBehindEntry> leftBehind(const InstanceConfig &development,
                                  const std::optional<QList<RedirectUrl>> &redirectUrls,
                                  const std::optional<QList<JwtTemplate>> &jwtTemplates)
{
    const auto unread = [](LeftBehind what) { return LeftBehindEntry {what, std::nullopt, {}}; };
    QList<LeftBehindEntry> entries {
        unread(LeftBehind::Users),
        named(LeftBehind::SocialCredentials, enabledProviders(development.settings)),
        named(LeftBehind::CustomConnections, customConnections(development.settings)),
        unread(LeftBehind::EnterpriseConnections),
        unread(LeftBehind::Integrations),
        named(LeftBehind::Paths, pathsInUse(development.settings)),
        unread(LeftBehind::Webhooks),
        listed(LeftBehind::RedirectUrls, redirectUrls, &RedirectUrl::url),
        listed(LeftBehind::JwtTemplates, jwtTemplates, &JwtTemplate::name),
        unread(LeftBehind::AllowedSubdomains),
        unread(LeftBehind::NativeApplications),
        unread(LeftBehind::EmailTemplates),
    };
    entries.removeIf([](const LeftBehindEntry &entry) { return entry.count == 0; });
    return entries;
}

} // namespace golive
