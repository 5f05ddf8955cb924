#include "practice/practicehttp.h"

#include "practice/practicedelivery.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QMetaEnum>
#include <QSslServer>
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
    read.proxySecretKey = request.value("clerk-secret-key");
    read.body = request.body();
    return read;
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

quint16 PracticeHttp::open(quint16 port, const QSslConfiguration &tls)
{
    if (!tls.localCertificate().isNull())
        sslSetup(tls);
    m_port = listen(QHostAddress::LocalHost, port);
    return m_port;
}

void PracticeHttp::closeDoor()
{
    for (QTcpServer *server : servers())
        server->close();
    endConnections();
}

void PracticeHttp::openDoor()
{
    for (QTcpServer *server : servers())
        if (!server->isListening())
            server->listen(QHostAddress::LocalHost, m_port);
}

void PracticeHttp::showCertificate(const QSslConfiguration &tls)
{
    for (QTcpServer *server : servers())
        if (auto *secure = qobject_cast<QSslServer *>(server))
            secure->setSslConfiguration(tls);
    endConnections();
}

void PracticeHttp::endConnections()
{
    for (QTcpServer *server : servers())
        for (QTcpSocket *socket : server->findChildren<QTcpSocket *>())
            socket->disconnectFromHost();
}

bool PracticeHttp::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    const PracticeAnswer answer = m_handler(read(request));
    // Not at once: the server is still busy with this socket.
    QMetaObject::invokeMethod(this, &PracticeHttp::answered, Qt::QueuedConnection);
    if (answer.delivery != Delivery::Whole) {
        QMetaObject::invokeMethod(
            socket, [socket, answer] { deliverBadly(*socket, answer); }, Qt::QueuedConnection);
        return true;
    }
    const PracticeReply &reply = answer.reply;
    const QByteArray body = practiceJson(reply.body);
    // The answer goes out in pieces: held back until the first is acknowledged, it would take 40 ms longer.
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    QHttpServerResponder responder = makeResponder(request, socket);
    responder.writeStatusLine(static_cast<QHttpServerResponder::StatusCode>(reply.status));
    responder.writeHeader("Content-Type", "application/json");
    responder.writeHeader("Content-Length", QByteArray::number(body.size()));
    if (!reply.retryAfter.isEmpty())
        responder.writeHeader("Retry-After", reply.retryAfter);
    responder.writeBody(body);
    return true;
}

void PracticeHttp::missingHandler(const QHttpServerRequest & /*request*/, QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

} // namespace golive
