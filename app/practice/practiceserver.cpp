#include "practice/practiceserver.h"

#include "practice/practicejson.h"

#include <QHostAddress>
#include <QLoggingCategory>

#include <algorithm>

namespace golive {
namespace {

Q_LOGGING_CATEGORY(lcPractice, "golive.practice", QtWarningMsg)

constexpr qsizetype largestBody = 1'048'576;

const QList<std::pair<QString, ZoneEntry>> &entryWords()
{
    static const QList<std::pair<QString, ZoneEntry>> words {
        {QStringLiteral("absent"), ZoneEntry::Absent},   {QStringLiteral("right"), ZoneEntry::Right},
        {QStringLiteral("typo"), ZoneEntry::Typo},       {QStringLiteral("name_doubled"), ZoneEntry::NameDoubled},
        {QStringLiteral("proxied"), ZoneEntry::Proxied},
    };
    return words;
}

/// What a bearer may do, or why it is turned away.
Practised<QStringList> scopesOf(const PracticeRequest &request)
{
    if (!request.origin.isEmpty() && !request.authorization.isEmpty())
        return refuse(400, QStringLiteral("origin_authorization_headers_conflict"),
                      QStringLiteral("Origin and Authorization cannot be sent together."));
    const QByteArray scheme = "Bearer ";
    if (!request.authorization.startsWith(scheme) || request.authorization.size() == scheme.size())
        return refuse(401, QStringLiteral("authorization_header_format_invalid"),
                      QStringLiteral("The Authorization header must be: Bearer <key>."));
    QStringList scopes {QStringLiteral("applications:read"), QStringLiteral("applications:manage"),
                        QStringLiteral("jwt_templates:read"), QStringLiteral("jwt_templates:manage")};
    const QByteArray token = request.authorization.mid(scheme.size());
    if (token == PracticeServer::limitedKey)
        return scopes;
    if (token == PracticeServer::accessKey)
        return scopes << QStringLiteral("application_secret_keys:read");
    if (token == PracticeServer::expiredToken)
        return refuse(401, QStringLiteral("platform_oauth_access_token_invalid"),
                      QStringLiteral("The access token has expired."));
    if (token.startsWith("ak_"))
        return refuse(401, QStringLiteral("clerk_key_invalid"), QStringLiteral("The key is not known here."));
    return refuse(401, QStringLiteral("platform_api_unrecognized_credential"),
                  QStringLiteral("This is not a credential for the Platform API."));
}

} // namespace

PracticeServer::PracticeServer(PracticeWorld &world, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_api(world)
    , m_http([this](const PracticeRequest &request) { return serve(request); })
{
}

bool PracticeServer::listen(quint16 port)
{
    const quint16 taken = m_http.listen(QHostAddress::LocalHost, port);
    if (taken == 0)
        return false;
    m_baseUrl.setScheme(QStringLiteral("http"));
    m_baseUrl.setHost(QStringLiteral("127.0.0.1"));
    m_baseUrl.setPort(taken);
    return true;
}

void PracticeServer::failNext(int status, const QString &code, const QJsonObject &meta, const QString &pathEnding)
{
    m_faults.append({{status, code, QStringLiteral("This failure was asked for."), meta}, pathEnding, {}});
}

void PracticeServer::dropNext(Drop drop, const QString &pathEnding)
{
    m_drops.append({drop, pathEnding});
}

int PracticeServer::requestCount(const QByteArray &method, const QString &pathEnding) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const LoggedRequest &each) {
        return each.method == method && each.path.endsWith(pathEnding);
    }));
}

std::optional<PracticeReply> PracticeServer::serve(const PracticeRequest &request)
{
    const bool aside = request.path.startsWith(QLatin1String("/practice/"));
    if (!aside)
        m_requests.append({request.method, request.path});
    const auto drop = aside ? std::nullopt : takeDrop(request.path);
    if (drop == Drop::BeforeEffect)
        return std::nullopt;
    const auto fault = aside ? std::nullopt : takeFault(request.path);
    PracticeReply reply;
    if (fault)
        reply = refusal(fault->answer, fault->retryAfter);
    else if (const auto answered = answer(request))
        reply = *answered;
    else
        reply = refusal(answered.error());
    qCDebug(lcPractice) << request.method << request.path << reply.status;
    if (drop == Drop::AfterEffect)
        return std::nullopt;
    return reply;
}

Practised<PracticeReply> PracticeServer::answer(const PracticeRequest &request)
{
    if (request.body.size() > largestBody)
        return refuse(413, QStringLiteral("request_body_too_large"), QStringLiteral("The request body is too large."));
    const auto scopes = scopesOf(request);
    if (!scopes)
        return tl::unexpected(scopes.error());
    if (request.path.startsWith(QLatin1String("/practice/")))
        return meddle(request);
    return m_api.serve(request, *scopes);
}

Practised<PracticeReply> PracticeServer::meddle(const PracticeRequest &request)
{
    if (request.method == "GET" && request.path == QLatin1String("/practice/requests")) {
        QJsonArray all;
        for (const LoggedRequest &each : std::as_const(m_requests))
            all.append(QJsonObject {{QStringLiteral("method"), QString::fromLatin1(each.method)},
                                    {QStringLiteral("path"), each.path}});
        return PracticeReply {200, all, {}};
    }
    if (request.path != QLatin1String("/practice/records"))
        return notFound(QStringLiteral("resource of that address"));
    if (request.method == "POST")
        return enterRecord(request);
    QJsonArray all;
    for (const ZoneRecord &each : m_world.zones().records()) {
        const auto word = std::find_if(entryWords().begin(), entryWords().end(),
                                       [&](const auto &candidate) { return candidate.second == each.entry; });
        all.append(QJsonObject {{QStringLiteral("domain"), each.domain},
                                {QStringLiteral("host"), each.host},
                                {QStringLiteral("target"), each.target},
                                {QStringLiteral("entry"), word->first}});
    }
    return PracticeReply {200, all, {}};
}

Practised<PracticeReply> PracticeServer::enterRecord(const PracticeRequest &request)
{
    const auto body = bodyOf(request, {QStringLiteral("host"), QStringLiteral("entry")});
    if (!body)
        return tl::unexpected(body.error());
    const QString wanted = body->value(QLatin1String("entry")).toString();
    for (const auto &[word, entry] : entryWords())
        if (word == wanted && m_world.zones().enter(body->value(QLatin1String("host")).toString(), entry))
            return PracticeReply {200, *body, {}};
    return notFound(QStringLiteral("record or kind of entry"));
}

std::optional<PracticeServer::Fault> PracticeServer::takeFault(const QString &path)
{
    for (qsizetype i = 0; i < m_faults.size(); ++i)
        if (path.endsWith(m_faults.at(i).pathEnding))
            return m_faults.takeAt(i);
    return std::nullopt;
}

std::optional<PracticeServer::Drop> PracticeServer::takeDrop(const QString &path)
{
    for (qsizetype i = 0; i < m_drops.size(); ++i)
        if (path.endsWith(m_drops.at(i).pathEnding))
            return m_drops.takeAt(i).drop;
    return std::nullopt;
}

PracticeReply PracticeServer::refusal(const PracticeFault &fault, const QByteArray &retryAfter)
{
    const QString trace = QStringLiteral("%1").arg(++m_traces, 32, 16, QLatin1Char('0'));
    return {fault.status, practicejson::errors(fault, trace), retryAfter};
}

} // namespace golive
