#include "practice/practiceapi.h"

#include "practice/practiceconfig.h"
#include "practice/practicejson.h"

#include <QJsonDocument>

#include <algorithm>

namespace golive {
namespace {

constexpr auto mayReadSecrets = "application_secret_keys:read";

/// The open segments of `path`, or nothing when it is another route's.
std::optional<QStringList> captured(const QString &pattern, const QString &path)
{
    const QStringList wanted = pattern.split(QLatin1Char('/'));
    const QStringList given = path.split(QLatin1Char('/'));
    if (wanted.size() != given.size())
        return std::nullopt;
    QStringList open;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        if (wanted.at(i) == QLatin1String("*"))
            open.append(given.at(i));
        else if (wanted.at(i) != given.at(i))
            return std::nullopt;
    }
    return open;
}

tl::unexpected<PracticeFault> missingScope(const QString &scope)
{
    return refuse(403, QStringLiteral("authorization_missing_scopes"),
                  QStringLiteral("The credential lacks a scope that this call needs."),
                  {{QStringLiteral("scopes"), QJsonArray {scope}}});
}

struct LiveInstance
{
    const PracticeApplication *application;
    const PracticeInstance *instance;
    const PracticeDomain *domain;
};

/// The production instance of each application that has one; the newest domain first.
QList<LiveInstance> liveInstances(PracticeWorld &world)
{
    QList<LiveInstance> live;
    for (const PracticeApplication &application : std::as_const(world.applications()))
        for (const PracticeInstance &instance : application.instances)
            if (const auto &domain = instance.domain)
                live.append({&application, &instance, &*domain});
    std::stable_sort(live.begin(), live.end(), [](const LiveInstance &left, const LiveInstance &right) {
        return left.domain->created > right.domain->created;
    });
    return live;
}

} // namespace

Practised<QJsonObject> bodyOf(const PracticeRequest &request, const QStringList &known)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return refuse(400, QStringLiteral("request_body_invalid"),
                      QStringLiteral("The request body must be a JSON object."));
    const QJsonObject body = document.object();
    for (const QString &key : body.keys())
        if (!known.isEmpty() && !known.contains(key))
            return refuseField(QStringLiteral("form_param_unknown"), key,
                               QStringLiteral("%1 is not a parameter of this request.").arg(key));
    return body;
}

Practised<int> numberIn(const PracticeRequest &request, const QString &name, int fallback, std::pair<int, int> range)
{
    if (!request.query.hasQueryItem(name))
        return fallback;
    bool isNumber = false;
    const int number = request.query.queryItemValue(name).toInt(&isNumber);
    if (!isNumber || number < range.first || number > range.second)
        return refuseField(QStringLiteral("form_param_value_invalid"), name,
                           QStringLiteral("%1 is out of range.").arg(name));
    return number;
}

const QList<PracticeApi::Route> &PracticeApi::routes()
{
    static constexpr auto read = "applications:read";
    static constexpr auto manage = "applications:manage";
    static constexpr auto readJwt = "jwt_templates:read";
    static constexpr auto manageJwt = "jwt_templates:manage";
    static const QList<Route> all {
        {"GET", "me", "", &PracticeApi::me},
        {"GET", "applications", read, &PracticeApi::listApplications},
        {"POST", "applications", manage, &PracticeApi::createApplication},
        {"GET", "applications/*", read, &PracticeApi::readApplication},
        {"POST", "applications/*/instances", manage, &PracticeApi::createInstance},
        {"GET", "applications/*/domains", read, &PracticeApi::listDomains},
        {"GET", "applications/*/domains/*", read, &PracticeApi::readDomain},
        {"GET", "applications/*/domains/*/status", read, &PracticeApi::readStatus},
        {"POST", "applications/*/domains/*/dns_check", manage, &PracticeApi::checkDns},
        {"PATCH", "applications/*/domain", manage, &PracticeApi::changeDomain},
        {"GET", "domains", read, &PracticeApi::findDomains},
        {"GET", "domains/*", read, &PracticeApi::findDomain},
        {"GET", "applications/*/instances/*/config", manage, &PracticeApi::readConfig},
        {"PATCH", "applications/*/instances/*/config", manage, &PracticeApi::patchConfig},
        {"GET", "applications/*/instances/*/config/schema", manage, &PracticeApi::readSchema},
        {"GET", "applications/*/instances/*/redirect_urls", read, &PracticeApi::listRedirectUrls},
        {"POST", "applications/*/instances/*/redirect_urls", manage, &PracticeApi::addRedirectUrl},
        {"GET", "applications/*/instances/*/redirect_urls/*", read, &PracticeApi::readRedirectUrl},
        {"DELETE", "applications/*/instances/*/redirect_urls/*", manage, &PracticeApi::deleteRedirectUrl},
        {"GET", "applications/*/instances/*/jwt_templates", readJwt, &PracticeApi::listJwtTemplates},
        {"POST", "applications/*/instances/*/jwt_templates", manageJwt, &PracticeApi::addJwtTemplate},
        {"GET", "applications/*/instances/*/jwt_templates/*", readJwt, &PracticeApi::readJwtTemplate},
        {"PATCH", "applications/*/instances/*/jwt_templates/*", manageJwt, &PracticeApi::patchJwtTemplate},
        {"DELETE", "applications/*/instances/*/jwt_templates/*", manageJwt, &PracticeApi::deleteJwtTemplate},
    };
    return all;
}

Practised<PracticeReply> PracticeApi::serve(const PracticeRequest &request, const QStringList &scopes)
{
    const QString below = QStringLiteral("/v1/platform/");
    m_scopes = scopes;
    for (const Route &route : routes()) {
        if (request.method != route.method || !request.path.startsWith(below))
            continue;
        const auto open = captured(QString::fromLatin1(route.path), request.path.mid(below.size()));
        if (!open)
            continue;
        const QString scope = QString::fromLatin1(route.scope);
        if (!scope.isEmpty() && !scopes.contains(scope))
            return missingScope(scope);
        PracticeRequest matched = request;
        matched.captured = *open;
        return (this->*route.call)(matched);
    }
    return notFound(QStringLiteral("resource of that address"));
}

PracticeApi::Answer PracticeApi::me(const PracticeRequest & /*request*/)
{
    return PracticeReply {200,
                          QJsonObject {{QStringLiteral("object"), QStringLiteral("platform_principal")},
                                       {QStringLiteral("subject"), m_world.workspaceId()},
                                       {QStringLiteral("actor"), QStringLiteral("platform_api_key")},
                                       {QStringLiteral("scopes"), QJsonArray::fromStringList(m_scopes)}},
                          {}};
}

PracticeApi::Answer PracticeApi::listApplications(const PracticeRequest &request)
{
    const bool secrets = request.flag(QStringLiteral("include_secret_keys"));
    if (secrets && !m_scopes.contains(QLatin1String(mayReadSecrets)))
        return missingScope(QString::fromLatin1(mayReadSecrets));
    QJsonArray all;
    for (const PracticeApplication &application : std::as_const(m_world.applications()))
        all.append(practicejson::application(application, secrets));
    return PracticeReply {200, all, {}};
}

PracticeApi::Answer PracticeApi::createApplication(const PracticeRequest &request)
{
    const auto body = bodyOf(request, {QStringLiteral("name"), QStringLiteral("environment_types")});
    if (!body)
        return tl::unexpected(body.error());
    const auto created = m_world.createApplication(body->value(QLatin1String("name")).toString());
    if (!created)
        return tl::unexpected(created.error());
    return PracticeReply {200, practicejson::application(**created, false), {}};
}

PracticeApi::Answer PracticeApi::readApplication(const PracticeRequest &request)
{
    const auto application = m_world.application(request.captured.at(0));
    if (!application)
        return tl::unexpected(application.error());
    const bool secrets = request.flag(QStringLiteral("include_secret_keys"));
    if (secrets && !m_scopes.contains(QLatin1String(mayReadSecrets)))
        return missingScope(QString::fromLatin1(mayReadSecrets));
    return PracticeReply {200, practicejson::application(**application, secrets), {}};
}

PracticeApi::Answer PracticeApi::createInstance(const PracticeRequest &request)
{
    const auto body = bodyOf(
        request, {QStringLiteral("domain"), QStringLiteral("environment_type"), QStringLiteral("clone_instance_id")});
    if (!body)
        return tl::unexpected(body.error());
    if (!body->contains(QLatin1String("domain")))
        return refuseField(QStringLiteral("form_param_missing"), QStringLiteral("domain"),
                           QStringLiteral("domain must be given."));
    const QString environment = body->value(QLatin1String("environment_type")).toString(QStringLiteral("production"));
    if (environment != QLatin1String("production"))
        return refuseField(QStringLiteral("form_param_value_invalid"), QStringLiteral("environment_type"),
                           QStringLiteral("Only production instances can be created."));
    const auto created
        = m_world.createProduction(request.captured.at(0), body->value(QLatin1String("domain")).toString(),
                                   body->value(QLatin1String("clone_instance_id")).toString());
    if (!created)
        return tl::unexpected(created.error());
    return PracticeReply {201, practicejson::createdInstance(**created), {}};
}

PracticeApi::Answer PracticeApi::listDomains(const PracticeRequest &request)
{
    const auto application = m_world.application(request.captured.at(0));
    if (!application)
        return tl::unexpected(application.error());
    QJsonArray domains;
    for (const PracticeInstance &instance : std::as_const((*application)->instances))
        if (instance.domain)
            domains.append(practicejson::domain(*instance.domain));
    return PracticeReply {200, practicejson::page(domains, domains.size()), {}};
}

PracticeApi::Answer PracticeApi::readDomain(const PracticeRequest &request)
{
    const auto domain = m_world.domain(request.captured.at(0), request.captured.at(1));
    if (!domain)
        return tl::unexpected(domain.error());
    return PracticeReply {200, practicejson::domain(**domain), {}};
}

PracticeApi::Answer PracticeApi::readStatus(const PracticeRequest &request)
{
    const auto domain = m_world.domain(request.captured.at(0), request.captured.at(1));
    if (!domain)
        return tl::unexpected(domain.error());
    return PracticeReply {200, m_world.status().read(**domain), {}};
}

PracticeApi::Answer PracticeApi::checkDns(const PracticeRequest &request)
{
    const auto domain = m_world.domain(request.captured.at(0), request.captured.at(1));
    if (!domain)
        return tl::unexpected(domain.error());
    const auto status = m_world.status().startCheck(**domain);
    if (!status)
        return tl::unexpected(status.error());
    return PracticeReply {200, *status, {}};
}

PracticeApi::Answer PracticeApi::changeDomain(const PracticeRequest &request)
{
    const auto body = bodyOf(request, {QStringLiteral("name"), QStringLiteral("proxy_path")});
    if (!body)
        return tl::unexpected(body.error());
    const QString name = body->value(QLatin1String("name")).toString();
    if (name.isEmpty())
        return refuseField(QStringLiteral("form_param_missing"), QStringLiteral("name"),
                           QStringLiteral("name must be given."));
    const auto changed = m_world.changeDomain(
        request.captured.at(0), name, body->value(QLatin1String("proxy_path")).toString(QStringLiteral("/__clerk")));
    if (!changed)
        return tl::unexpected(changed.error());
    return PracticeReply {200, practicejson::domain(**changed), {}};
}

PracticeApi::Answer PracticeApi::findDomains(const PracticeRequest &request)
{
    const auto limit = numberIn(request, QStringLiteral("limit"), 10, {1, 500});
    if (!limit)
        return tl::unexpected(limit.error());
    const QString part = request.query.queryItemValue(QStringLiteral("name"), QUrl::FullyDecoded);
    const QString after = request.query.queryItemValue(QStringLiteral("starting_after"));
    QJsonArray found;
    qsizetype total = 0;
    bool reached = after.isEmpty();
    for (const LiveInstance &live : liveInstances(m_world)) {
        if (!live.domain->name.contains(part, Qt::CaseInsensitive))
            continue;
        ++total;
        if (reached && found.size() < *limit)
            found.append(practicejson::workspaceDomain(*live.application, *live.instance));
        reached = reached || live.domain->id == after;
    }
    return PracticeReply {200, practicejson::page(found, total), {}};
}

PracticeApi::Answer PracticeApi::findDomain(const PracticeRequest &request)
{
    const QString wanted = request.captured.at(0);
    for (const LiveInstance &live : liveInstances(m_world))
        if (live.domain->id == wanted || live.domain->name == wanted)
            return PracticeReply {200, practicejson::workspaceDomain(*live.application, *live.instance), {}};
    return notFound(QStringLiteral("domain"));
}

PracticeApi::Answer PracticeApi::readConfig(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    return practiceconfig::read(**instance, request.values(QStringLiteral("keys"))).map([](const QJsonValue &body) {
        return PracticeReply {200, body, {}};
    });
}

PracticeApi::Answer PracticeApi::patchConfig(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const auto body = bodyOf(request);
    if (!body)
        return tl::unexpected(body.error());
    practiceconfig::Patch patch;
    patch.changes = *body;
    patch.changes.remove(QStringLiteral("config_version"));
    patch.keys = request.values(QStringLiteral("keys"));
    patch.ifMatch = QString::fromLatin1(request.ifMatch);
    patch.dryRun = request.flag(QStringLiteral("dry_run"));
    patch.destructive = request.flag(QStringLiteral("destructive"));
    return practiceconfig::patch(**instance, patch).map([](const QJsonValue &answer) {
        return PracticeReply {200, answer, {}};
    });
}

PracticeApi::Answer PracticeApi::readSchema(const PracticeRequest &request)
{
    const auto instance = m_world.instance(request.captured.at(0), request.captured.at(1));
    if (!instance)
        return tl::unexpected(instance.error());
    const auto schema = practiceconfig::readSchema(**instance, request.values(QStringLiteral("keys")));
    return schema.map([](const QJsonValue &body) { return PracticeReply {200, body, {}}; });
}

} // namespace golive
