#pragma once

#include "foundation/secret.h"
#include "model/domain.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace golive {

/// One value a provider needs, as Clerk's config schema describes it.
struct ProviderField
{
    QString key; ///< such as `client_id`
    QString label;
    QString description; ///< from the schema, which is server text
    bool sensitive = false; ///< `x-clerk-sensitive`
    bool required = false;
    QStringList choices; ///< of an enum; empty for free text
    QString defaultValue;
    QString stored; ///< what production has; never of a sensitive field, and never a mask
    bool held = false; ///< production has a value that is not shown: a mask stands in its place

    bool operator==(const ProviderField &) const = default;
};

/// A social connection that development has switched on.
struct OAuthProvider
{
    QString slug; ///< such as `google`
    QString name; ///< for people
    QList<ProviderField> fields; ///< in the order to ask for them
    bool supported = false; ///< false: the schema offers nothing to fill in; it has to be done in the Dashboard
    bool switchedOn = false; ///< in production, with or without credentials

    [[nodiscard]] QString configKey() const { return QStringLiteral("connection_oauth_") + slug; }

    bool operator==(const OAuthProvider &) const = default;
};

/// What a person entered for one provider.
struct ProviderCredentials
{
    QString slug;
    QMap<QString, QString> values; ///< fields that are not sensitive
    QMap<QString, Secret> secrets; ///< fields that are
};

/// The slugs of the connections that are enabled in `settings`, in alphabetical order.
[[nodiscard]] QStringList enabledProviders(const QJsonObject &settings);

/// "LinkedIn" for `linkedin_oidc`; an unknown slug is title-cased.
[[nodiscard]] QString providerName(const QString &slug);

/// Derives the fields to ask for from `schema`, a JSON Schema of the whole configuration. The
/// rules are those of Clerk's own command line; where they find nothing to ask, `supported` is false.
[[nodiscard]] OAuthProvider providerFrom(const QString &slug, const QJsonObject &schema);

/// The form with what production's settings have of it: values in the clear, and which are kept from view.
[[nodiscard]] OAuthProvider withStored(OAuthProvider provider, const QJsonObject &settings);

/// A custom OIDC provider of development. No clone takes it along, and it is made in the Dashboard alone.
struct CustomConnection
{
    QString key;
    QString name; ///< server text
    bool inProduction = false; ///< one of the same key is switched on there

    bool operator==(const CustomConnection &) const = default;
};

/// Those that development has switched on, by key, and whether production has them too.
[[nodiscard]] QList<CustomConnection> customConnections(const QJsonObject &development, const QJsonObject &production);

/// True when the production settings have the provider enabled and every required field filled.
/// A masked value counts as filled. It does not mean that the provider accepts them.
[[nodiscard]] bool isConfigured(const OAuthProvider &provider, const QJsonObject &settings);

/// What has to be registered at every provider: `{frontendApiUrl}/v1/oauth_callback`.
[[nodiscard]] QUrl redirectUri(const Domain &domain);

/// The origins to register where a provider asks for them: the domain, and its `www.` for one that is registrable.
[[nodiscard]] QStringList javascriptOrigins(const Domain &domain);

} // namespace golive
