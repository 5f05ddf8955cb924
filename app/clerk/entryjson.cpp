#include "clerk/entryjson.h"

namespace golive {

Result<RedirectUrl> redirectUrlFrom(const QJsonObject &json)
{
    RedirectUrl entry;
    entry.id = textIn(json, "id");
    entry.url = textIn(json, "url");
    if (entry.id.isEmpty() || entry.url.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a redirect URL without id or URL"));
    return entry;
}

Result<Page<RedirectUrl>> redirectUrlPageFrom(const QJsonDocument &json)
{
    return pageFrom<RedirectUrl>(json, redirectUrlFrom);
}

QJsonObject redirectUrlJson(const QString &url)
{
    return {{QStringLiteral("url"), url}};
}

Result<JwtTemplate> jwtTemplateFrom(const QJsonObject &json)
{
    JwtTemplate entry;
    entry.id = textIn(json, "id");
    entry.name = textIn(json, "name");
    if (entry.id.isEmpty() || entry.name.isEmpty())
        return failure(Error::Kind::UnexpectedReply, QStringLiteral("a token template without id or name"));

    entry.claims = json.value(QLatin1String("claims")).toObject();
    entry.lifetime = json.value(QLatin1String("lifetime")).toInt(entry.lifetime);
    entry.allowedClockSkew = json.value(QLatin1String("allowed_clock_skew")).toInt(entry.allowedClockSkew);
    entry.hasCustomSigningKey = json.value(QLatin1String("custom_signing_key")).toBool();
    return entry;
}

Result<QList<JwtTemplate>> jwtTemplatesFrom(const QJsonDocument &json)
{
    return listFrom<JwtTemplate>(json, jwtTemplateFrom);
}

QJsonObject jsonOf(const JwtTemplate &wanted)
{
    return {
        {QStringLiteral("name"), wanted.name},
        {QStringLiteral("claims"), wanted.claims},
        {QStringLiteral("lifetime"), wanted.lifetime},
        {QStringLiteral("allowed_clock_skew"), wanted.allowedClockSkew},
    };
}

} // namespace golive
