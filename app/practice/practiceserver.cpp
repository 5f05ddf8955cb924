#include "practice/practiceserver.h"

#include "practice/practicedelivery.h"
#include "practice/practiceenvironment.h"
#include "practice/practicefrontend.h"
#include "practice/practicejson.h"

#include <QHostAddress>
#include <QLoggingCategory>

#include <algorithm>

namespace golive {
namespace {

Q_LOGGING_CATEGORY(lcPractice, "golive.practice", QtWarningMsg)

constexpr qsizetype largestBody = 1'048'576;
const QLatin1String frontend("/frontend/");

const QList<std::pair<QString, ZoneEntry>> &entryWords()
{
    static const QList<std::pair<QString, ZoneEntry>> words {
        {QStringLiteral("absent"), ZoneEntry::Absent},   {QStringLiteral("right"), ZoneEntry::Right},
        {QStringLiteral("typo"), ZoneEntry::Typo},       {QStringLiteral("name_doubled"), ZoneEntry::NameDoubled},
        {QStringLiteral("proxied"), ZoneEntry::Proxied},
    };
    return words;
}

QStringList everyScope()
{
    return {QStringLiteral("applications:read"), QStringLiteral("applications:manage"),
            QStringLiteral("jwt_templates:read"), QStringLiteral("jwt_templates:manage"),
            QStringLiteral("application_secret_keys:read")};
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
    const QByteArray token = request.authorization.mid(scheme.size());
    if (token == PracticeServer::limitedKey)
        return everyScope().mid(0, 4);
    if (token == PracticeServer::accessKey)
        return everyScope();
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
    connect(&m_http, &PracticeHttp::answered, this, &PracticeServer::countAnswer);
}

bool PracticeServer::listen(quint16 port, const Certificates &certificates)
{
    m_certificates = certificates;
    const quint16 taken = m_http.open(port, certificates.right);
    if (taken == 0)
        return false;
    m_baseUrl.setScheme(certificates.right.localCertificate().isNull() ? QStringLiteral("http")
                                                                       : QStringLiteral("https"));
    m_baseUrl.setHost(QStringLiteral("127.0.0.1"));
    m_baseUrl.setPort(taken);
    return true;
}

void PracticeServer::failNext(int status, const QString &code, const QJsonObject &meta, const QString &pathEnding)
{
    failNext({{status, code, QStringLiteral("This failure was asked for."), meta}, pathEnding, {}});
}

void PracticeServer::failNext(const Fault &fault)
{
    PracticeAccident accident;
    accident.answer = fault.answer;
    accident.retryAfter = fault.retryAfter;
    accident.path = fault.pathEnding;
    plan(accident);
}

void PracticeServer::dropNext(Drop drop, const QString &pathEnding)
{
    PracticeAccident accident;
    accident.mishap = drop == Drop::BeforeEffect ? Mishap::DroppedBefore : Mishap::DroppedAfter;
    accident.path = pathEnding;
    plan(accident);
}

void PracticeServer::plan(PracticeAccident accident)
{
    m_accidents.plan(std::move(accident));
    happen();
}

void PracticeServer::liftAccidents()
{
    m_accidents.lift();
    m_http.openDoor();
    if (!m_certificates.right.localCertificate().isNull())
        m_http.showCertificate(m_certificates.right);
}

void PracticeServer::startAnew()
{
    liftAccidents();
    m_requests.clear();
    m_effects.clear();
    m_traces = 0;
    m_answers = 0;
    m_mishaps = 0;
}

void PracticeServer::countAnswer()
{
    ++m_answers;
    happen();
}

/// What goes by the number of answers.
void PracticeServer::happen()
{
    const auto accident = m_accidents.happeningAfter(m_answers);
    if (!accident)
        return;
    ++m_mishaps;
    if (accident->mishap == Mishap::ClosedDoor)
        m_http.closeDoor();
    else
        m_http.showCertificate(m_certificates.other);
}

int PracticeServer::requestCount(const QByteArray &method, const QString &pathEnding) const
{
    return static_cast<int>(std::count_if(m_requests.begin(), m_requests.end(), [&](const LoggedRequest &each) {
        return each.method == method && each.path.endsWith(pathEnding);
    }));
}

PracticeAnswer PracticeServer::serve(const PracticeRequest &request)
{
    if (request.path.startsWith(QLatin1String("/practice/")))
        return {perform(request), Delivery::Whole, 0};
    m_requests.append({request.method, request.path, request.query.toString()});
    const auto accident = m_accidents.happeningTo(request);
    if (!accident && request.path.startsWith(frontend))
        return serveDomain(request);
    if (!accident)
        return {perform(request), Delivery::Whole, 0};
    ++m_mishaps;
    return suffer(*accident, request);
}

PracticeAnswer PracticeServer::suffer(const PracticeAccident &accident, const PracticeRequest &request)
{
    switch (accident.mishap) {
    case Mishap::Refusal: return {refusal(accident.answer, accident.retryAfter), Delivery::Whole, 0};
    case Mishap::DroppedBefore: return {{}, Delivery::HangUp, 0};
    case Mishap::DroppedAfter: return {perform(request), Delivery::HangUp, 0};
    case Mishap::SilentBefore: return {{}, Delivery::Never, 0};
    case Mishap::SilentAfter: return {perform(request), Delivery::Never, 0};
    case Mishap::Page: return {{accident.answer.status, {}, {}}, Delivery::Page, 0};
    case Mishap::ProxyRefusal: return {{}, Delivery::ProxyRefusal, 0};
    case Mishap::HalfSent: return {perform(request), Delivery::HalfSent, 0};
    case Mishap::Truncated: return {perform(request), Delivery::Truncated, 0};
    case Mishap::WrongTypes: break;
    case Mishap::Huge: return {perform(request), Delivery::Huge, 0};
    case Mishap::Slow: return {perform(request), Delivery::Slow, accident.everyMilliseconds};
    case Mishap::InvalidText: return {perform(request), Delivery::InvalidText, 0};
    case Mishap::ClosedDoor:
    case Mishap::OtherCertificate: break; // happen to no call
    }
    PracticeReply reply = perform(request);
    if (reply.status < 300)
        reply.body = withWrongTypes(reply.body);
    return {reply, Delivery::Whole, 0};
}

PracticeReply PracticeServer::perform(const PracticeRequest &request)
{
    const auto answered = answer(request);
    PracticeReply reply = answered ? *answered : refusal(answered.error());
    qCDebug(lcPractice) << request.method << request.path << reply.status;
    const bool changes = request.method != "GET" && !request.flag(QStringLiteral("dry_run"));
    if (answered && changes && !request.path.startsWith(QLatin1String("/practice/")))
        m_effects.append({request.method, request.path, request.query.toString()});
    return reply;
}

PracticeReply PracticeServer::peek(const PracticeRequest &request)
{
    const auto answered = m_api.serve(request, everyScope());
    return answered ? *answered : refusal(answered.error());
}

/// The hosts of production domains, by name below one path: their names lead nowhere. A host that does not answer yet
/// hangs up.
PracticeAnswer PracticeServer::serveDomain(const PracticeRequest &request)
{
    const QString host = request.path.section(QLatin1Char('/'), 2, 2);
    const QString call = request.path.section(QLatin1Char('/'), 3);
    const auto environment = practiceenvironment::of(m_world, host);
    if (!environment)
        return {{}, Delivery::HangUp, 0};
    if (!request.authorization.isEmpty() || request.method != "GET" || call != QLatin1String("v1/environment"))
        return {refusal({404, QStringLiteral("resource_not_found"), QStringLiteral("There is nothing here."), {}}),
                Delivery::Whole, 0};
    return {{200, *environment, {}}, Delivery::Whole, 0};
}

Practised<PracticeReply> PracticeServer::answer(const PracticeRequest &request)
{
    if (request.body.size() > largestBody)
        return refuse(413, QStringLiteral("request_body_too_large"), QStringLiteral("The request body is too large."));
    if (isFrontendApi(request))
        return frontendApi(m_world, request);
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

PracticeReply PracticeServer::refusal(const PracticeFault &fault, const QByteArray &retryAfter)
{
    const QString trace = QStringLiteral("%1").arg(++m_traces, 32, 16, QLatin1Char('0'));
    return {fault.status, practicejson::errors(fault, trace), retryAfter};
}

} // namespace golive
