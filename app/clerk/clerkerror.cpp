#include "clerk/clerkerror.h"

#include "clerk/transporterror.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace golive {
namespace {

using Kind = Error::Kind;

constexpr qsizetype longestWord = 200;
constexpr qsizetype longestSentence = 1000;
constexpr qsizetype longestForeignText = 200;
constexpr qsizetype mostErrors = 5;
constexpr qsizetype mostNames = 50;

/// Clerk's catalogue, as far as a deployment can meet it. Where the command line tool knows another
/// spelling, both are here.
const QHash<QString, Kind> &kindsByCode()
{
    static const QHash<QString, Kind> kinds {
        {QStringLiteral("authorization_header_format_invalid"), Kind::Unauthorized},
        {QStringLiteral("could_not_authenticate_request"), Kind::Unauthorized},
        {QStringLiteral("clerk_key_invalid"), Kind::Unauthorized},
        {QStringLiteral("platform_api_unrecognized_credential"), Kind::Unauthorized},
        {QStringLiteral("platform_oauth_access_token_invalid"), Kind::Unauthorized},
        {QStringLiteral("authorization_invalid"), Kind::Forbidden},
        {QStringLiteral("authorization_missing_scopes"), Kind::Forbidden},
        {QStringLiteral("platform_api_auth_strategy_not_allowed"), Kind::Forbidden},
        {QStringLiteral("resource_not_found"), Kind::NotFound},
        {QStringLiteral("production_instance_exists"), Kind::AlreadyExists},
        {QStringLiteral("home_url_taken"), Kind::DomainTaken},
        {QStringLiteral("known_hosting_domain"), Kind::DomainRefused},
        {QStringLiteral("reserved_domain"), Kind::DomainRefused},
        {QStringLiteral("reserved_subdomain"), Kind::DomainRefused},
        {QStringLiteral("provider_domain_operation_not_allowed"), Kind::DomainRefused},
        {QStringLiteral("provider_domain_operation_not_allowed_for_api"), Kind::DomainRefused},
        {QStringLiteral("proxy_url_required_for_provider_domain"), Kind::DomainRefused},
        {QStringLiteral("invalid_proxy_configuration"), Kind::DomainRefused},
        {QStringLiteral("feature_requires_custom_domain"), Kind::DomainRefused},
        {QStringLiteral("unsupported_subscription_plan_features"), Kind::PlanTooSmall},
        {QStringLiteral("quota_exceeded"), Kind::PlanTooSmall},
        {QStringLiteral("config_version_conflict"), Kind::VersionConflict},
        {QStringLiteral("conflict"), Kind::Busy},
        {QStringLiteral("resource_locked"), Kind::Busy},
        {QStringLiteral("too_many_requests"), Kind::RateLimited},
        {QStringLiteral("internal_clerk_error"), Kind::ServerFault},
        {QStringLiteral("service_unavailable"), Kind::ServerFault},
        {QStringLiteral("gateway_timeout"), Kind::ServerFault},
        // Their status alone would tell of a missing permission or of work under way.
        {QStringLiteral("operation_not_allowed_on_primary_domain"), Kind::Rejected},
        {QStringLiteral("operation_not_allowed_on_satellite_domain"), Kind::Rejected},
        {QStringLiteral("user_settings_invalid"), Kind::Rejected},
    };
    return kinds;
}

/// Clerk finds fault with one input, whichever family of codes says so.
bool isAboutAnInput(const QString &code)
{
    return code.startsWith(QLatin1String("form_")) || code == QLatin1String("config_validation_error")
        || code == QLatin1String("unknown_config_key");
}

Kind kindForStatus(int status)
{
    switch (status) {
    case 401: return Kind::Unauthorized;
    case 402: return Kind::PlanTooSmall;
    case 403: return Kind::Forbidden;
    case 404:
    case 410: return Kind::NotFound;
    case 407: return Kind::ProxyRefused;
    case 408: return Kind::TimedOut;
    case 409:
    case 423: return Kind::Busy;
    case 412: return Kind::VersionConflict;
    case 429: return Kind::RateLimited;
    default: break;
    }
    if (status >= 500)
        return Kind::ServerFault;
    return status >= 400 ? Kind::Rejected : Kind::UnexpectedReply;
}

Kind kindOf(const QString &code, int status)
{
    if (isAboutAnInput(code))
        return Kind::Rejected;
    const auto known = kindsByCode().constFind(code);
    return known == kindsByCode().cend() ? kindForStatus(status) : *known;
}

QString word(const QJsonValue &json)
{
    return harmlessText(json.toString(), longestWord);
}

QString sentenceOf(const QJsonObject &error)
{
    const QString longer = error.value(QLatin1String("long_message")).toString();
    return harmlessText(longer.trimmed().isEmpty() ? error.value(QLatin1String("message")).toString() : longer,
                        longestSentence);
}

/// A name may come as a text or as an object that carries it.
QString nameFrom(const QJsonValue &json)
{
    if (!json.isObject())
        return word(json);
    for (const char *key : {"name", "slug", "key"})
        if (!json[QLatin1String(key)].toString().isEmpty())
            return word(json[QLatin1String(key)]);
    return {};
}

QStringList namesFrom(const QJsonObject &meta)
{
    QStringList names;
    for (const char *key : {"features", "unsupported_features", "scopes", "suggestions", "missing_keys"}) {
        const QJsonValue entry = meta.value(QLatin1String(key));
        const QJsonArray entries = entry.isArray() ? entry.toArray() : QJsonArray {entry};
        for (const auto &each : entries)
            if (const QString name = nameFrom(each); !name.isEmpty() && names.size() < mostNames)
                names.append(name);
    }
    names.removeDuplicates();
    return names;
}

/// `connection_oauth_google.client_id` from `/connection_oauth_google/properties/client_id`.
QString dotted(const QJsonValue &schemaPath)
{
    QStringList steps;
    if (schemaPath.isArray())
        for (const QJsonArray entries = schemaPath.toArray(); const auto &each : entries)
            steps.append(word(each));
    else
        steps = word(schemaPath).split(QRegularExpression(QStringLiteral("[/.]")), Qt::SkipEmptyParts);
    steps.removeAll(QStringLiteral("#"));
    steps.removeAll(QStringLiteral("$"));
    steps.removeAll(QStringLiteral("properties"));
    return steps.join(QLatin1Char('.'));
}

/// The input at fault: `param_name`, below the configuration section it belongs to.
QString fieldFrom(const QJsonObject &meta)
{
    const QString section = word(meta.value(QLatin1String("config_key")));
    QString field = word(meta.value(QLatin1String("param_name")));
    if (field.isEmpty())
        field = dotted(meta.value(QLatin1String("schema_path")));
    if (section.isEmpty() || field == section || field.startsWith(section + QLatin1Char('.')))
        return field;
    return field.isEmpty() ? section : section + QLatin1Char('.') + field;
}

QJsonObject metaOf(const QJsonObject &envelope, const QJsonObject &first)
{
    const QJsonObject meta = first.value(QLatin1String("meta")).toObject();
    return meta.isEmpty() ? envelope.value(QLatin1String("meta")).toObject() : meta;
}

/// What a status says that came without Clerk's envelope. Clerk never refuses, moves or misses
/// anything without one, so then a proxy, a sign-in page or another service has spoken. With 5xx it
/// may be Clerk's own front servers, which have pages of their own.
Kind kindOfForeign(int status, const QByteArray &body)
{
    const bool isRedirect = status >= 300 && status < 400;
    const bool onlyClerkMay = status == 401 || status == 403 || status == 404 || status == 410;
    const bool isRefusal = status >= 400 && status < 500 && status != 407 && status != 408 && status != 429;
    return isRedirect || onlyClerkMay || (isRefusal && isWebPage(body)) ? Kind::NotClerk : kindForStatus(status);
}

Error foreignError(int status, const QByteArray &body)
{
    Error error;
    error.kind = kindOfForeign(status, body);
    if (error.kind == Kind::ProxyRefused)
        error.code = QLatin1String(proxyWantsLogin);
    error.detail = QStringLiteral("HTTP %1").arg(status);
    const QString text = harmlessText(QString::fromUtf8(body.left(4 * longestForeignText)), longestForeignText);
    if (!text.isEmpty())
        error.detail += QStringLiteral(": ") + text;
    return error;
}

} // namespace

bool isWebPage(const QByteArray &body)
{
    const QByteArray start = body.left(1024).trimmed().toLower();
    return start.startsWith('<') && (start.contains("<html") || start.contains("<!doctype html"));
}

QString harmlessText(const QString &text, qsizetype longest)
{
    static const QRegularExpression keyLike(QStringLiteral("\\b((?:sk_(?:live|test)|ak|whsec)_)[A-Za-z0-9+/=_-]+"));
    QString plain = text.left(4 * longest);
    plain.replace(keyLike, QStringLiteral("\\1…"));
    for (QChar &each : plain)
        if (each.category() == QChar::Other_Control || each.category() == QChar::Other_Format)
            each = QLatin1Char(' ');
    return plain.simplified().left(longest);
}

Error clerkError(int status, const QByteArray &body)
{
    const QJsonObject envelope = QJsonDocument::fromJson(body).object();
    const QJsonArray errors = envelope.value(QLatin1String("errors")).toArray();
    const QJsonObject first = errors.first().toObject();
    Error error = foreignError(status, first.isEmpty() ? body : QByteArray());
    error.traceId = word(envelope.value(QLatin1String("clerk_trace_id")));
    if (first.isEmpty())
        return error;

    const QJsonObject meta = metaOf(envelope, first);
    error.code = word(first.value(QLatin1String("code")));
    error.kind = kindOf(error.code, status);
    error.field = fieldFrom(meta);
    error.names = namesFrom(meta);
    QStringList sentences;
    for (qsizetype index = 0; index < std::min(errors.size(), mostErrors); ++index)
        sentences.append(sentenceOf(errors.at(index).toObject()));
    sentences.removeAll(QString());
    if (!sentences.isEmpty())
        error.detail = sentences.join(QLatin1Char('\n'));
    return error;
}

} // namespace golive
