#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace golive {

/// A web server on loopback that keeps what it is asked and says what it is told: one step of the
/// script per request, the last one again and again.
class ScriptedServer : public QTcpServer
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray target;
        QHash<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    struct Step
    {
        QByteArray bytes;
        bool hangsUp = false;
    };

    explicit ScriptedServer(QList<Step> script = {})
        : m_script(std::move(script))
    {
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
        listen(QHostAddress::LocalHost);
    }

    static Step json(const QByteArray &body, const QByteArray &status = "200 OK", const QByteArray &headers = {})
    {
        return {"HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body,
                false};
    }
    static Step hangUp(const QByteArray &lastWords = {}) { return {lastWords, true}; }
    static Step silence() { return {}; }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }

    /// Says something more to everybody connected.
    void say(const QByteArray &bytes)
    {
        for (QTcpSocket *client : findChildren<QTcpSocket *>())
            client->write(bytes);
    }

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client, heard = QByteArray()]() mutable {
            heard += client->readAll();
            while (const qsizetype length = lengthOfFirst(heard)) {
                m_requests.append(parsed(heard.left(length)));
                heard.remove(0, length);
                perform(client);
            }
        });
    }

    void perform(QTcpSocket *client)
    {
        const auto index = std::min(m_requests.size(), m_script.size()) - 1;
        if (index < 0)
            return;
        client->write(m_script.at(index).bytes);
        if (m_script.at(index).hangsUp)
            client->disconnectFromHost();
    }

    /// Of a whole request with its body; zero while there is none.
    static qsizetype lengthOfFirst(const QByteArray &heard)
    {
        const qsizetype end = heard.indexOf("\r\n\r\n");
        if (end < 0)
            return 0;
        const qsizetype whole = end + 4 + parsed(heard.left(end + 4)).headers.value("content-length").toLongLong();
        return heard.size() >= whole ? whole : 0;
    }

    static Request parsed(const QByteArray &text)
    {
        const qsizetype end = text.indexOf("\r\n\r\n");
        QList<QByteArray> lines = text.left(end).split('\n');
        const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
        Request request {first.value(0), first.value(1), {}, text.mid(end + 4)};
        for (const QByteArray &line : lines)
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        return request;
    }

    QList<Step> m_script;
    QList<Request> m_requests;
};

} // namespace golive
