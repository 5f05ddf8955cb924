#pragma once

#include "model/provider.h"

#include <QJsonArray>
#include <QJsonObject>

namespace golive {

/// The form that Clerk's schema would make of `keys`, all of them texts; `client_secret` is a secret.
inline OAuthProvider syntheticForm(const QString &slug,
                                   const QStringList &keys
                                   = {QStringLiteral("client_id"), QStringLiteral("client_secret")})
{
    QJsonObject properties;
    for (const QString &key : keys)
        properties.insert(key, QJsonObject {{QStringLiteral("type"), QStringLiteral("string")}});
    const QJsonObject connection {{QStringLiteral("properties"), properties}};
    return providerFrom(
        slug, {{QStringLiteral("properties"), QJsonObject {{QStringLiteral("connection_oauth_") + slug, connection}}}});
}

inline OAuthProvider syntheticAppleForm()
{
    return syntheticForm(QStringLiteral("apple"),
                         {QStringLiteral("client_id"), QStringLiteral("client_secret"), QStringLiteral("key_id"),
                          QStringLiteral("team_id")});
}

} // namespace golive
