#include "practice/practicedelivery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>

namespace golive {
namespace {

constexpr qint64 hugeSize = 200LL * 1024 * 1024;
constexpr qint64 blockSize = 256LL * 1024;

QByteArray head(int status, const QByteArray &type, qint64 length)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Practice\r\nContent-Type: " + type
        + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n";
}

void sayAndClose(QTcpSocket &socket, const QByteArray &bytes)
{
    socket.write(bytes);
    socket.disconnectFromHost();
}

void sendHuge(QTcpSocket &socket, int status)
{
    // Nothing is announced: a length would give it away.
    socket.write("HTTP/1.1 " + QByteArray::number(status)
                 + " Practice\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[");
    const auto feed = [socket = &socket, left = hugeSize](qint64 /*written*/) mutable {
        if (socket->bytesToWrite() > blockSize || left <= 0)
            return;
        left -= socket->write(QByteArray(static_cast<qsizetype>(std::min(left, blockSize)), ' '));
        if (left <= 0)
            socket->disconnectFromHost();
    };
    QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket, feed);
}

void sendSlowly(QTcpSocket &socket, const QByteArray &bytes, int everyMilliseconds)
{
    auto *timer = new QTimer(&socket);
    QObject::connect(timer, &QTimer::timeout, &socket, [socket = &socket, timer, bytes, at = qsizetype(0)]() mutable {
        socket->write(bytes.mid(at++, 1));
        if (at < bytes.size())
            return;
        timer->stop();
        socket->disconnectFromHost();
    });
    timer->start(everyMilliseconds);
}

QByteArray withoutUtf8(QByteArray json)
{
    json.replace(":\"", ":\"\xff\xfe");
    return json.contains('\xff') ? json : QByteArray("[\"\xff\"]");
}

QJsonValue changed(const QJsonValue &value)
{
    if (value.isString())
        return 7;
    if (value.isBool() || value.isDouble())
        return QStringLiteral("seven");
    if (value.isArray())
        return QStringLiteral("none");
    QJsonObject object = value.toObject();
    for (auto each = object.begin(); each != object.end(); ++each)
        each.value() = changed(each.value());
    return object;
}

} // namespace

QByteArray practiceJson(const QJsonValue &body)
{
    return body.isArray() ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                          : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact);
}

void deliverBadly(QTcpSocket &socket, const PracticeAnswer &answer)
{
    const int status = answer.reply.status;
    const QByteArray json = practiceJson(answer.reply.body);
    const QByteArray type = "application/json";
    const QByteArray page = "<!doctype html><title>Oops</title><h1>Something went wrong</h1>";
    switch (answer.delivery) {
    case Delivery::Whole: break;
    case Delivery::HangUp: socket.abort(); break;
    case Delivery::Never: break;
    case Delivery::Page: sayAndClose(socket, head(status, "text/html", page.size()) + page); break;
    case Delivery::ProxyRefusal:
        sayAndClose(socket,
                    "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
                    "Connection: close\r\nContent-Length: 0\r\n\r\n");
        break;
    case Delivery::HalfSent: socket.write(head(status, type, json.size()) + json.left(json.size() / 2)); break;
    case Delivery::Truncated:
        sayAndClose(socket, head(status, type, json.size() / 2) + json.left(json.size() / 2));
        break;
    case Delivery::Huge: sendHuge(socket, status); break;
    case Delivery::Slow: sendSlowly(socket, head(status, type, json.size()) + json, answer.everyMilliseconds); break;
    case Delivery::InvalidText:
        sayAndClose(socket, head(status, type, withoutUtf8(json).size()) + withoutUtf8(json));
        break;
    }
}

QJsonValue withWrongTypes(const QJsonValue &value)
{
    if (!value.isArray())
        return changed(value);
    QJsonArray entries = value.toArray();
    for (QJsonValueRef each : entries)
        each = changed(each);
    return entries;
}

} // namespace golive
