#include "model/credentials/googleclient.h"

#include "model/credentials/credentialtext.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <optional>

namespace golive {
namespace {

using Kind = ImportFault::Kind;

constexpr qsizetype longestValue = 1024;
constexpr qsizetype mostAddresses = 200;

/// Of a text that the parser refused.
ImportFault faultOf(const QString &text)
{
    const QString start = text.trimmed();
    if (start.startsWith(QLatin1String("<?xml")) || start.startsWith(QLatin1String("<!DOCTYPE plist"))
        || start.startsWith(QLatin1String("<plist")))
        return {Kind::PropertyList, {}};
    if (!start.startsWith(QLatin1Char('{')) && !start.startsWith(QLatin1Char('[')))
        return {Kind::NotJson, {}};
    const bool misses = start.count(QLatin1Char('{')) > start.count(QLatin1Char('}'))
        || start.count(QLatin1Char('[')) > start.count(QLatin1Char(']'));
    return {misses ? Kind::JsonCutOff : Kind::NotJson, {}};
}

/// What the other files are that Google hands out, and that are easily taken for this one.
std::optional<Kind> otherFileOfGoogle(const QJsonObject &file)
{
    const QJsonValue type = file[QLatin1String("type")];
    if (type == QLatin1String("service_account"))
        return Kind::ServiceAccount;
    if (type == QLatin1String("authorized_user"))
        return Kind::AuthorizedUser;
    if (file.contains(QLatin1String("project_info")) && file[QLatin1String("client")].isArray())
        return Kind::FirebaseConfig;
    return std::nullopt;
}

QString valueOf(const QJsonObject &client, QLatin1String key)
{
    const QString value = client[key].toString().trimmed();
    return value.size() <= longestValue ? value : QString();
}

QStringList addressesOf(const QJsonObject &client, QLatin1String key)
{
    QStringList addresses;
    const QJsonArray listed = client[key].toArray();
    for (const auto &address : listed)
        if (addresses.size() < mostAddresses && address.isString())
            addresses.append(address.toString().left(longestValue));
    return addresses;
}

Imported<GoogleClient> clientFrom(const QJsonObject &entry, bool installed)
{
    GoogleClient client;
    client.installed = installed;
    client.id = valueOf(entry, QLatin1String("client_id"));
    client.secret = Secret(valueOf(entry, QLatin1String("client_secret")).toUtf8());
    client.redirectUris = addressesOf(entry, QLatin1String("redirect_uris"));
    client.javascriptOrigins = addressesOf(entry, QLatin1String("javascript_origins"));
    if (client.id.isEmpty())
        return importFault(Kind::NoClientId);
    if (client.secret.isEmpty())
        return importFault(installed ? Kind::NativeClient : Kind::NoClientSecret);
    return client;
}

/// The address without what people get wrong.
QString essenceOf(const QString &address)
{
    QString essence = address.trimmed().toLower();
    const qsizetype scheme = essence.indexOf(QLatin1String("://"));
    if (scheme >= 0)
        essence.remove(0, scheme + 3);
    if (essence.startsWith(QLatin1String("www.")))
        essence.remove(0, 4);
    while (essence.endsWith(QLatin1Char('/')))
        essence.chop(1);
    return essence;
}

QList<MissingAddress> missingFrom(const QStringList &registered, const QStringList &wanted)
{
    QList<MissingAddress> missing;
    for (const QString &each : wanted) {
        if (registered.contains(each))
            continue;
        // One that is wanted itself is not a mistyped other one: example.com beside www.example.com.
        const auto similar = std::find_if(registered.cbegin(), registered.cend(), [&](const QString &other) {
            return essenceOf(other) == essenceOf(each) && !wanted.contains(other);
        });
        missing.append({each, similar == registered.cend() ? QString() : *similar});
    }
    return missing;
}

} // namespace

Imported<GoogleClient> readGoogleClient(const Secret &content)
{
    const Imported<SensitiveText> text = textOf(content);
    if (!text)
        return tl::unexpected(text.error());
    QJsonParseError error {};
    const QJsonDocument document = jsonOf(*text, error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(faultOf(text->text()));
    if (!document.isObject())
        return importFault(Kind::JsonNotObject);
    const QJsonObject file = document.object();
    if (const auto other = otherFileOfGoogle(file))
        return importFault(*other);
    for (const bool installed : {false, true}) {
        const QJsonValue entry = file[installed ? QLatin1String("installed") : QLatin1String("web")];
        if (entry.isObject())
            return clientFrom(entry.toObject(), installed);
    }
    return importFault(Kind::NotAGoogleClient);
}

GoogleClientGaps gapsOf(const GoogleClient &client, const QStringList &redirectUris,
                        const QStringList &javascriptOrigins)
{
    return {missingFrom(client.redirectUris, redirectUris), missingFrom(client.javascriptOrigins, javascriptOrigins)};
}

} // namespace golive
