#include "practice/practicehttp.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTcpSocket>

namespace golive {
namespace {

PracticeRequest read(const QHttpServerRequest &request)
{
    const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    PracticeRequest read;
    read.method = QByteArray(methods.valueToKey(static_cast<int>(request.method()))).toUpper();
    read.path = request.url().path();
    read.query = request.query();
    read.authorization = request.value("authorization");
    read.origin = request.value("origin");
    read.ifMatch = request.value("if-match");
    read.body = request.body();
    return read;
}

QByteArray written(const QJsonValue &body)
{
    return body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                          : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

bool PracticeRequest::flag(const QString &name) const
{
    return query.queryItemValue(name) == QLatin1String("true");
}

QStringList PracticeRequest::values(const QString &name) const
{
    return query.allQueryItemValues(name, QUrl::FullyDecoded);
}

PracticeHttp::PracticeHttp(Handler handler, QObject *parent)
    : QAbstractHttpServer(parent)
    , m_handler(std::move(handler))
{
}

bool PracticeHttp::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const auto reply = m_handler(read(request));
    if (!reply) {
        // Not at once: the server is still busy with this socket.
        QMetaObject::invokeMethod(
            socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
        return true;
    }
    const QByteArray body = written(reply->body);
    // The answer goes out in pieces: held back until the first is acknowledged, it would take 40 ms longer.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QHttpServerResponder responder = makeResponder(request, socket);
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply->status));
    responder.writeHeader("Content-Type", "application/json");
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    if (!reply->retryAfter.isEmpty())
        responder.writeHeader("Retry-After", reply->retryAfter);
    responder.writeBody(body);
    return true;
}

void PracticeHttp::missingHandler(const QHttpServerRequest & /*request*/, QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

} // namespace golive
