#pragma once

#include "practice/practiceserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

namespace golive {

/// Speaks to the practice server as any HTTP client does. What the server answers is written to
/// RECORDED_ANSWERS, one line each, to be held against Clerk's published description afterwards.
class PracticeClient
{
public:
    struct Answer
    {
        int status = 0; ///< 0: no answer
        QByteArray contentType;
        QByteArray retryAfter;
        QJsonValue body;

        [[nodiscard]] QJsonValue operator[](const char *key) const { return body.toObject()[QLatin1String(key)]; }
        [[nodiscard]] QJsonObject firstError() const { return (*this)["errors"].toArray().first().toObject(); }
        [[nodiscard]] QString code() const { return firstError()[QLatin1String("code")].toString(); }
        [[nodiscard]] QJsonObject meta() const { return firstError()[QLatin1String("meta")].toObject(); }
    };

    explicit PracticeClient(const PracticeServer &server)
        : m_base(server.baseUrl())
    {
    }

    void setAuthorization(const QByteArray &value) { m_authorization = value; }
    void setKey(const QByteArray &key) { m_authorization = "Bearer " + key; }
    /// A header for the next request only.
    void setHeader(const QByteArray &name, const QByteArray &value) { m_headers.append({name, value}); }

    Answer get(const QString &path) { return send("GET", path, {}); }
    Answer remove(const QString &path) { return send("DELETE", path, {}); }
    Answer post(const QString &path, const QJsonObject &body = {})
    {
        return send("POST", path, QJsonDocument(body).toJson());
    }
    Answer patch(const QString &path, const QJsonObject &body)
    {
        return send("PATCH", path, QJsonDocument(body).toJson());
    }

    Answer send(const QByteArray &method, const QString &path, const QByteArray &body)
    {
        QNetworkRequest request(QUrl(m_base.toString() + path));
        request.setRawHeader("Content-Type", "application/json");
        if (!m_authorization.isEmpty())
            request.setRawHeader("Authorization", m_authorization);
        for (const auto &[name, value] : std::as_const(m_headers))
            request.setRawHeader(name, value);
        m_headers.clear();
        const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            QTest::qFail("no answer within ten seconds", __FILE__, __LINE__);
        const QJsonDocument document = QJsonDocument::fromJson(reply->readAll());
        const Answer answer {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                             reply->rawHeader("Content-Type"), reply->rawHeader("Retry-After"),
                             document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object())};
        record(method, path, answer);
        return answer;
    }

private:
    /// Clerk describes neither /me, nor what is not there, nor what only practice has.
    void record(const QByteArray &method, const QString &path, const Answer &answer)
    {
        if (answer.status == 0 || !path.startsWith(QLatin1String("/v1/platform/"))
            || path.endsWith(QLatin1String("/me")) || path.endsWith(QLatin1String("/nowhere")))
            return;
        static QFile file(QStringLiteral(RECORDED_ANSWERS));
        if (!file.isOpen() && !file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            QTest::qFail("cannot write the recorded answers", __FILE__, __LINE__);
        const QJsonObject line {{QStringLiteral("method"), QString::fromLatin1(method)},
                                {QStringLiteral("path"), path},
                                {QStringLiteral("status"), answer.status},
                                {QStringLiteral("body"), answer.body}};
        file.write(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
        file.flush();
    }

    QUrl m_base;
    QByteArray m_authorization = QByteArray("Bearer ") + PracticeServer::accessKey;
    QList<std::pair<QByteArray, QByteArray>> m_headers;
    QNetworkAccessManager m_network;
};

} // namespace golive
