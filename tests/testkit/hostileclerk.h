#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace golive {

/// Stands between the program and a practice server, hands on every call, and changes what is answered.
class HostileClerk final : public QTcpServer
{
public:
    /// What becomes of an answer: `call` is the method and the path, such as `GET /v1/platform/applications`.
    using Change = std::function<QByteArray(const QString &call, const QByteArray &answer)>;

    explicit HostileClerk(QUrl behind)
        : m_behind(std::move(behind))
    {
        connect(this, &QTcpServer::newConnection, this, [this] { serve(nextPendingConnection()); });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port is free");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    Change change;

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [this, client, heard = QByteArray()]() mutable {
            heard += client->readAll();
            const qsizetype end = heard.indexOf("\r\n\r\n");
            if (end < 0 || heard.size() < end + 4 + header(heard.left(end), "content-length").toLongLong())
                return;
            handOn(client, heard.left(end), heard.mid(end + 4));
            heard.clear();
        });
    }

    void handOn(QTcpSocket *client, const QByteArray &head, const QByteArray &body)
    {
        const QByteArray method = head.left(head.indexOf(' '));
        const QByteArray target = head.split(' ').value(1);
        QNetworkRequest request(QUrl::fromEncoded(m_behind.toEncoded() + target));
        for (const char *name : {"authorization", "content-type", "if-match", "origin", "clerk-secret-key"})
            if (const QByteArray value = header(head, name); !value.isEmpty())
                request.setRawHeader(name, value);
        QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
        const QString call = QString::fromLatin1(method + ' ' + target.split('?').constFirst());
        connect(reply, &QNetworkReply::finished, client, [this, client, reply, call] {
            reply->deleteLater();
            const QByteArray answer = change ? change(call, reply->readAll()) : reply->readAll();
            const QVariant status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
            client->write("HTTP/1.1 " + status.toByteArray()
                          + " so\r\nContent-Type: application/json\r\nContent-Length: "
                          + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
        });
    }

    static QByteArray header(const QByteArray &head, const QByteArray &name)
    {
        const QList<QByteArray> lines = head.split('\n');
        for (const QByteArray &line : lines)
            if (line.left(line.indexOf(':')).toLower() == name)
                return line.mid(line.indexOf(':') + 1).trimmed();
        return {};
    }

    QUrl m_behind;
    QNetworkAccessManager m_network;
};

/// `json` with every text replaced by what `change` makes of it and of the name it has.
inline QJsonValue withTexts(const QJsonValue &json, const QString &name,
                            const std::function<QString(const QString &name, const QString &text)> &change)
{
    if (json.isString())
        return change(name, json.toString());
    if (json.isArray()) {
        QJsonArray changed;
        const QJsonArray entries = json.toArray();
        for (const auto &each : entries)
            changed.append(withTexts(each, name, change));
        return changed;
    }
    if (!json.isObject())
        return json;
    QJsonObject changed;
    const QJsonObject members = json.toObject();
    for (auto each = members.begin(); each != members.end(); ++each)
        changed.insert(each.key(), withTexts(each.value(), each.key(), change));
    return changed;
}

inline QByteArray bytesOf(const QJsonValue &json)
{
    return json.isArray() ? QJsonDocument(json.toArray()).toJson(QJsonDocument::Compact)
                          : QJsonDocument(json.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace golive
