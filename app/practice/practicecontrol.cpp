#include "practice/practicecontrol.h"

#include "practice/practicejson.h"

#include <QJsonArray>

namespace golive {
namespace {

QJsonArray listOf(const QList<PracticeServer::LoggedRequest> &requests)
{
    QJsonArray all;
    for (const auto &each : requests)
        all.append(QJsonObject {{QStringLiteral("method"), QString::fromLatin1(each.method)},
                                {QStringLiteral("path"), each.path},
                                {QStringLiteral("query"), each.query}});
    return all;
}

PracticeReply done()
{
    return {200, QJsonObject(), {}};
}

PracticeReply refused(const PracticeFault &fault)
{
    return {fault.status, practicejson::errors(fault, QString()), {}};
}

} // namespace

PracticeControl::PracticeControl(PracticeServer &server, PracticeWorld &world)
    : m_server(server)
    , m_world(world)
    , m_http([this](const PracticeRequest &request) {
        return PracticeAnswer {serve(request), Delivery::Whole, 0};
    })
{
}

bool PracticeControl::listen(quint16 port)
{
    const quint16 taken = m_http.open(port);
    m_baseUrl = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(taken));
    return taken != 0;
}

PracticeReply PracticeControl::serve(const PracticeRequest &request)
{
    if (request.path.startsWith(QLatin1String("/v1/")))
        return m_server.peek(request);
    const QByteArray call = request.method + ' ' + request.path.toLatin1();
    if (call == "POST /accidents")
        return plan(request);
    if (call == "GET /state")
        return {200,
                QJsonObject {{QStringLiteral("mishaps"), m_server.mishaps()},
                             {QStringLiteral("requests"), m_server.requests().size()}},
                {}};
    if (call == "GET /requests")
        return {200, listOf(m_server.requests()), {}};
    if (call == "GET /effects")
        return {200, listOf(m_server.effects()), {}};
    const QString domains = QStringLiteral("/domains/");
    if (request.method == "DELETE" && request.path.startsWith(domains)
        && m_world.deleteDomain(request.path.mid(domains.size())))
        return done();
    if (call == "DELETE /accidents")
        m_server.liftAccidents();
    else if (call == "POST /records")
        m_world.zones().enterAllRight();
    else if (call == "POST /anew") {
        m_world.startAnew();
        m_server.startAnew();
    } else {
        return refused(notFound(QStringLiteral("resource of that address")).value());
    }
    return done();
}

PracticeReply PracticeControl::plan(const PracticeRequest &request)
{
    const auto body = bodyOf(request);
    const auto accident = body ? accidentFrom(*body) : std::nullopt;
    if (!accident)
        return refused(
            refuseField(QStringLiteral("form_param_invalid"), QStringLiteral("mishap"), QStringLiteral("Unknown."))
                .value());
    m_server.plan(*accident);
    return done();
}

} // namespace golive
