#pragma once

#include "foundation/secret.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace golive {

/// An instance's settings. They are open-ended by design, so they stay the JSON they are.
struct InstanceConfig
{
    QString version; ///< for `If-Match`
    QJsonObject settings; ///< without `config_version`; sensitive values come back masked

    bool operator==(const InstanceConfig &) const = default;
};

/// A credential inside a patch, kept out of the JSON until the request is written.
struct SecretSetting
{
    QString section; ///< such as `connection_oauth_google`
    QString key; ///< such as `client_secret`
    Secret value;
};

/// A deep merge into an instance's settings.
struct ConfigPatch
{
    QJsonObject changes;
    QList<SecretSetting> secrets; ///< merged into `changes` as the request is written
    QString ifMatch; ///< empty: whatever is there
    bool dryRun = false; ///< validate and project only
};

/// What a patch did, or would do.
struct ConfigChange
{
    QString version;
    bool dryRun = false;
    QJsonObject before;
    QJsonObject after;
};

/// Entries that a clone leaves behind and that have calls of their own.
struct RedirectUrl
{
    QString id;
    QString url;

    bool operator==(const RedirectUrl &) const = default;
};

struct JwtTemplate
{
    QString id;
    QString name;
    QJsonObject claims;
    int lifetime = 60; ///< seconds
    int allowedClockSkew = 5; ///< seconds
    bool hasCustomSigningKey = false; ///< the key cannot be read, so a copy would be signed by another

    bool operator==(const JwtTemplate &) const = default;
};

} // namespace golive
