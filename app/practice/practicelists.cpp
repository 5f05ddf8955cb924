#include "practice/practiceapi.h"
#include "practice/practicejson.h"

#include <algorithm>

namespace golive {
namespace {

constexpr auto longestUrl = 2048;

Practised<qsizetype> positionOf(const QList<QJsonObject> &entries, const QString &id, const QString &what)
{
    for (qsizetype i = 0; i < entries.size(); ++i)
        if (entries.at(i).value(QLatin1String("id")).toString() == id)
            return i;
    return notFound(what);
}

Practised<PracticeReply> entryOf(const QList<QJsonObject> &entries, const QString &id, const QString &what)
{
    const auto position = positionOf(entries, id, what);
    if (!position)
        return tl::unexpected(position.error());
    return PracticeReply {200, entries.at(*position), {}};
}

Practised<PracticeReply> deletedFrom(QList<QJsonObject> &entries, const QString &id, const QString &what)
{
    const auto position = positionOf(entries, id, what);
    if (!position)
        return tl::unexpected(position.error());
    const QJsonObject deleted = entries.takeAt(*position);
    return PracticeReply {200,
                          QJsonObject {{QStringLiteral("object"), deleted.value(QLatin1String("object"))},
                                       {QStringLiteral("id"), id},
                                       {QStringLiteral("deleted"), true}},
                          {}};
}

bool holds(const QList<QJsonObject> &entries, const QString &key, const QString &value)
{
    return std::any_of(entries.begin(), entries.end(),
                       [&](const QJsonObject &each) { return each.value(key).toString() == value; });
}

QString refusedUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty())
        return QStringLiteral("invalid_redirect_url");
    if (text.size() > longestUrl)
        return QStringLiteral("redirect_url_too_long");
    if (url.scheme() == QLatin1String("http"))
        return QStringLiteral("insecure_url");
    if (url.scheme() == QLatin1String("javascript") || url.scheme() == QLatin1String("data"))
        return QStringLiteral("prohibited_redirect_url");
    return {};
}

QStringList templateKeys()
{
    return {QStringLiteral("name"),
            QStringLiteral("claims"),
            QStringLiteral("lifetime"),
            QStringLiteral("allowed_clock_skew"),
            QStringLiteral("custom_signing_key"),
            QStringLiteral("signing_algorithm"),
            QStringLiteral("signing_key")};
}

bool isOutside(const QJsonValue &value, int least, int most)
{
    return !value.isUndefined() && !value.isNull()
        && (!value.isDouble() || value.toInt() < least || value.toInt() > most);
}

/// The field that breaks a rule; empty when none does.
QString brokenField(const QJsonObject &wanted)
{
    if (wanted.contains(QLatin1String("name")) && wanted.value(QLatin1String("name")).toString().trimmed().isEmpty())
        return QStringLiteral("name");
    if (wanted.contains(QLatin1String("claims")) && !wanted.value(QLatin1String("claims")).isObject())
        return QStringLiteral("claims");
    if (isOutside(wanted.value(QLatin1String("lifetime")), 30, 315'360'000))
        return QStringLiteral("lifetime");
    if (isOutside(wanted.value(QLatin1String("allowed_clock_skew")), 0, 300))
        return QStringLiteral("allowed_clock_skew");
    return {};
}

/// The signing key itself is never answered.
QJsonObject withChanges(QJsonObject entry, const QJsonObject &wanted, qint64 now)
{
    for (const QString &key : templateKeys())
        if (key != QLatin1String("signing_key") && wanted.contains(key) && !wanted.value(key).isNull())
            entry.insert(key, wanted.value(key));
    entry.insert(QStringLiteral("updated_at"), now);
    return entry;
}

} // namespace

PracticeApi::Answer PracticeApi::listRedirectUrls(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const auto limit = numberIn(request, QStringLiteral("limit"), 10, {1, 500});
    const auto offset = numberIn(request, QStringLiteral("offset"), 0, {0, 1'000'000});
    if (!limit || !offset)
        return tl::unexpected(limit ? offset.error() : limit.error());
    QJsonArray data;
    const QList<QJsonObject> &all = (*instance)->redirectUrls;
    for (const QJsonObject &entry : all.mid(*offset, *limit))
        data.append(entry);
    return PracticeReply {200, practicejson::page(data, all.size()), {}};
}

PracticeApi::Answer PracticeApi::addRedirectUrl(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const QString field = QStringLiteral("url");
    const auto body = bodyOf(request, {field});
    if (!body)
        return tl::unexpected(body.error());
    const QString url = body->value(field).toString();
    if (url.isEmpty())
        return refuseField(QStringLiteral("form_param_missing"), field, QStringLiteral("url must be given."));
    if (const QString code = refusedUrl(url); !code.isEmpty())
        return refuseField(code, field, QStringLiteral("url must start with https:// or a scheme of its own."));
    if (holds((*instance)->redirectUrls, field, url))
        return refuseField(QStringLiteral("form_already_exists"), field, QStringLiteral("url is listed already."));
    const qint64 now = m_world.clock().now().toMSecsSinceEpoch();
    const QJsonObject entry {{QStringLiteral("object"), QStringLiteral("redirect_url")},
                             {QStringLiteral("id"), m_world.newId(QStringLiteral("ru_"))},
                             {field, url},
                             {QStringLiteral("created_at"), now},
                             {QStringLiteral("updated_at"), now}};
    (*instance)->redirectUrls.append(entry);
    return PracticeReply {200, entry, {}};
}

PracticeApi::Answer PracticeApi::readRedirectUrl(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    return entryOf((*instance)->redirectUrls, request.captured.at(2), QStringLiteral("redirect URL"));
}

PracticeApi::Answer PracticeApi::deleteRedirectUrl(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    return deletedFrom((*instance)->redirectUrls, request.captured.at(2), QStringLiteral("redirect URL"));
}

PracticeApi::Answer PracticeApi::listJwtTemplates(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    QJsonArray all;
    for (const QJsonObject &entry : std::as_const((*instance)->jwtTemplates))
        all.append(entry);
    return PracticeReply {200, all, {}};
}

PracticeApi::Answer PracticeApi::addJwtTemplate(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const auto body = bodyOf(request, templateKeys());
    if (!body)
        return tl::unexpected(body.error());
    for (const QString &field : {QStringLiteral("name"), QStringLiteral("claims")})
        if (!body->contains(field))
            return refuseField(QStringLiteral("form_param_missing"), field,
                               QStringLiteral("%1 must be given.").arg(field));
    if (const QString field = brokenField(*body); !field.isEmpty())
        return refuseField(QStringLiteral("form_param_value_invalid"), field,
                           QStringLiteral("%1 is not valid.").arg(field));
    const QString name = body->value(QLatin1String("name")).toString();
    if (holds((*instance)->jwtTemplates, QStringLiteral("name"), name))
        return refuseField(QStringLiteral("form_already_exists"), QStringLiteral("name"),
                           QStringLiteral("A template of that name exists already."));
    const qint64 now = m_world.clock().now().toMSecsSinceEpoch();
    const QJsonObject fresh {{QStringLiteral("object"), QStringLiteral("jwt_template")},
                             {QStringLiteral("id"), m_world.newId(QStringLiteral("jtmp_"))},
                             {QStringLiteral("lifetime"), 60},
                             {QStringLiteral("allowed_clock_skew"), 5},
                             {QStringLiteral("custom_signing_key"), false},
                             {QStringLiteral("signing_algorithm"), QStringLiteral("RS256")},
                             {QStringLiteral("created_at"), now}};
    (*instance)->jwtTemplates.append(withChanges(fresh, *body, now));
    return PracticeReply {200, (*instance)->jwtTemplates.constLast(), {}};
}

PracticeApi::Answer PracticeApi::readJwtTemplate(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    return entryOf((*instance)->jwtTemplates, request.captured.at(2), QStringLiteral("JWT template"));
}

PracticeApi::Answer PracticeApi::patchJwtTemplate(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const auto position = positionOf((*instance)->jwtTemplates, request.captured.at(2), QStringLiteral("JWT template"));
    if (!position)
        return tl::unexpected(position.error());
    const auto body = bodyOf(request, templateKeys());
    if (!body)
        return tl::unexpected(body.error());
    if (const QString field = brokenField(*body); !field.isEmpty())
        return refuseField(QStringLiteral("form_param_value_invalid"), field,
                           QStringLiteral("%1 is not valid.").arg(field));
    QJsonObject &entry = (*instance)->jwtTemplates[*position];
    entry = withChanges(entry, *body, m_world.clock().now().toMSecsSinceEpoch());
    return PracticeReply {200, entry, {}};
}

PracticeApi::Answer PracticeApi::deleteJwtTemplate(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    return deletedFrom((*instance)->jwtTemplates, request.captured.at(2), QStringLiteral("JWT template"));
}

} // namespace golive
