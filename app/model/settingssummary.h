#pragma once

#include "model/instanceconfig.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace golive {

/// The part of an instance's settings that an entry belongs to. `Other` holds what we do not know.
enum class SettingsGroup {
    Identifiers, ///< email, phone, user name, web3: how people are known
    Passwords,
    Passkeys,
    MultiFactor,
    SocialConnections, ///< which are enabled; their credentials are never part of a summary
    AttackProtection,
    AccessControl,
    Sessions,
    UserModel,
    Organizations,
    Billing,
    Branding,
    Legal,
    Paths,
    Other,
};

struct SettingEntry
{
    QString path; ///< keys joined by dots: `auth_password.min_length`; a slug among the social connections
    QJsonValue value; ///< a boolean, a number, a string, or an array of strings

    bool operator==(const SettingEntry &) const = default;
};

struct SettingsSection
{
    SettingsGroup group = SettingsGroup::Other;
    QList<SettingEntry> entries; ///< in the order of their paths

    bool operator==(const SettingsSection &) const = default;
};

/// The settings as leaves, by group, in the order of SettingsGroup; groups without an entry are
/// left out. Bounded: what a server sends beyond reason is cut.
[[nodiscard]] QList<SettingsSection> summaryOf(const InstanceConfig &config);

/// What a clone of a development instance does not bring along.
enum class LeftBehind {
    Users,
    SocialCredentials,
    CustomConnections, ///< OpenID Connect providers of one's own
    EnterpriseConnections,
    Integrations,
    Paths,
    Webhooks,
    RedirectUrls,
    JwtTemplates,
    AllowedSubdomains,
    NativeApplications,
    EmailTemplates,
};

struct LeftBehindEntry
{
    LeftBehind what = LeftBehind::Users;
    std::optional<qsizetype> count; ///< how many development has, where that can be read
    QStringList names; ///< slugs, keys or paths, where there are some

    bool operator==(const LeftBehindEntry &) const = default;
};

/// Everything to say about a clone, in the order of the enum, without the entries that are known to be empty.
/// `redirectUrls` and `jwtTemplates` come from calls of their own; nothing when they were not read.
[[nodiscard]] QList<LeftBehindEntry> leftBehind(const InstanceConfig &development,
                                                const std::optional<QList<RedirectUrl>> &redirectUrls = {},
                                                const std::optional<QList<JwtTemplate>> &jwtTemplates = {});

} // namespace golive
