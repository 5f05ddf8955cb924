#include "model/provider.h"

#include "model/credentials/tidyvalue.h"
#include "model/domainname.h"
#include "model/providercatalogue.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

const QLatin1String connectionPrefix("connection_oauth_");

// Schemas come from a server: these bounds are far above what Clerk sends and keep a page usable.
constexpr qsizetype mostFields = 40;
constexpr qsizetype mostChoices = 100;
constexpr qsizetype longestText = 500;

bool isString(const QJsonObject &property)
{
    const QJsonValue type = property[QLatin1String("type")];
    return type == QLatin1String("string") || type.toArray().contains(QLatin1String("string"));
}

/// Settings of a connection that nobody has to fill in to make it work.
bool isAsked(const QString &slug, const QString &key, const QJsonObject &property)
{
    static const QStringList system {QStringLiteral("enabled"), QStringLiteral("authenticatable"),
                                     QStringLiteral("block_email_subaddresses")};
    static const QRegularExpression plainKey(QStringLiteral("^[A-Za-z0-9_]{1,64}$"));
    const bool forNativeOnly = slug == QLatin1String("apple") && key == QLatin1String("bundle_id");
    return plainKey.match(key).hasMatch() && isString(property) && !system.contains(key)
        && !property[QLatin1String("readOnly")].toBool() && !forNativeOnly;
}

/// The keys without which the connection cannot work, in the order to ask for them.
QStringList requiredKeys(const QString &slug, const QJsonObject &properties)
{
    if (slug == QLatin1String("apple"))
        return {QStringLiteral("client_id"), QStringLiteral("team_id"), QStringLiteral("key_id"),
                QStringLiteral("client_secret")};
    QStringList keys;
    for (const QString &key : {QStringLiteral("client_id"), QStringLiteral("client_secret")})
        if (properties.contains(key))
            keys.append(key);
    return keys;
}

QString labelFor(const QString &slug, const QString &key)
{
    static const QMap<QString, QString> apple {
        {QStringLiteral("client_id"), QStringLiteral("Services ID")},
        {QStringLiteral("team_id"), QStringLiteral("Team ID")},
        {QStringLiteral("key_id"), QStringLiteral("Key ID")},
        {QStringLiteral("client_secret"), QStringLiteral("Private key (.p8)")},
    };
    if (slug == QLatin1String("apple") && apple.contains(key))
        return apple.value(key);
    return key == QLatin1String("client_id") ? QStringLiteral("Client ID") : titleCased(key);
}

QStringList choicesOf(const QJsonObject &property)
{
    QStringList choices;
    const QJsonArray words = property[QLatin1String("enum")].toArray();
    for (const auto &word : words)
        if (word.isString() && choices.size() < mostChoices)
            choices.append(word.toString().left(longestText));
    return choices.size() == words.size() ? choices : QStringList();
}

ProviderField fieldFrom(const QString &slug, const QString &key, const QJsonObject &property)
{
    ProviderField field;
    field.key = key;
    field.label = labelFor(slug, key);
    field.description = property[QLatin1String("description")].toString().left(longestText);
    // A secret stays one even if a schema should forget to say so.
    field.sensitive = property[QLatin1String("x-clerk-sensitive")].toBool() || key == QLatin1String("client_secret");
    field.choices = choicesOf(property);
    field.defaultValue = property[QLatin1String("default")].toString().left(longestText);
    return field;
}

} // namespace

QStringList enabledProviders(const QJsonObject &settings)
{
    QStringList slugs;
    for (auto entry = settings.constBegin(); entry != settings.constEnd(); ++entry)
        if (entry.key().startsWith(connectionPrefix) && entry.key().size() > connectionPrefix.size()
            && entry.value()[QLatin1String("enabled")].toBool())
            slugs.append(entry.key().mid(connectionPrefix.size()));
    slugs.sort();
    return slugs;
}

QString providerName(const QString &slug)
{
    return guideFor(slug).name;
}

OAuthProvider providerFrom(const QString &slug, const QJsonObject &schema)
{
    OAuthProvider provider;
    provider.slug = slug;
    provider.name = providerName(slug);
    const QJsonObject properties
        = schema[QLatin1String("properties")][provider.configKey()][QLatin1String("properties")].toObject();
    const QStringList required = requiredKeys(slug, properties);
    const auto canBeAsked = [&](const QString &key) { return isAsked(slug, key, properties[key].toObject()); };
    if (required.isEmpty() || !std::all_of(required.cbegin(), required.cend(), canBeAsked))
        return provider;

    QStringList keys = required;
    const QStringList all = properties.keys();
    for (const QString &key : all)
        if (!required.contains(key) && canBeAsked(key) && keys.size() < mostFields)
            keys.append(key);
    for (const QString &key : std::as_const(keys)) {
        provider.fields.append(fieldFrom(slug, key, properties[key].toObject()));
        provider.fields.last().required = required.contains(key);
    }
    provider.supported = true;
    return provider;
}

OAuthProvider withStored(OAuthProvider provider, const QJsonObject &settings)
{
    const QJsonObject connection = settings[provider.configKey()].toObject();
    provider.switchedOn = connection[QLatin1String("enabled")].toBool();
    for (ProviderField &field : provider.fields) {
        const QString value = connection[field.key].toString();
        field.held = !value.isEmpty() && (field.sensitive || isMasked(value));
        field.stored = field.held ? QString() : value.left(longestText);
    }
    return provider;
}

QList<CustomConnection> customConnections(const QJsonObject &development, const QJsonObject &production)
{
    const QLatin1String section("connections_oauth_custom");
    const QJsonObject wanted = development[section].toObject();
    QList<CustomConnection> connections;
    for (auto each = wanted.constBegin(); each != wanted.constEnd() && connections.size() < mostChoices; ++each) {
        if (!each.value()[QLatin1String("enabled")].toBool())
            continue;
        const QString name = each.value()[QLatin1String("name")].toString().left(longestText);
        connections.append({each.key().left(longestText), name.isEmpty() ? titleCased(each.key()) : name,
                            production[section][each.key()][QLatin1String("enabled")].toBool()});
    }
    return connections;
}

bool isConfigured(const OAuthProvider &provider, const QJsonObject &settings)
{
    const QJsonObject connection = settings[provider.configKey()].toObject();
    const auto isFilled = [&connection](const ProviderField &field) {
        return !field.required || !connection[field.key].toString().isEmpty();
    };
    return connection[QLatin1String("enabled")].toBool()
        && std::all_of(provider.fields.cbegin(), provider.fields.cend(), isFilled);
}

QUrl redirectUri(const Domain &domain)
{
    QUrl url = domain.frontendApiUrl;
    if (url.isEmpty() && !domain.name.isEmpty()) {
        url.setScheme(QStringLiteral("https"));
        url.setHost(QStringLiteral("clerk.") + domain.name);
    }
    if (url.isEmpty())
        return {};
    QString path = url.path();
    if (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QStringLiteral("/v1/oauth_callback"));
    return url;
}

QStringList javascriptOrigins(const Domain &domain)
{
    if (domain.name.isEmpty())
        return {};
    const QString scheme = QStringLiteral("https://");
    QStringList origins {scheme + domain.name};
    const auto name = DomainName::parse(domain.name);
    if (name && !name->isSubdomain())
        origins.append(scheme + QStringLiteral("www.") + domain.name);
    return origins;
}

} // namespace golive
