#pragma once

#include "testkit/dnstestserver.h"

#include <QHttpServer>
#include <QHttpServerResponse>
#include <QSslConfiguration>

namespace golive {

/// Answers over HTTPS what `answers` would say, or whatever else it was told to.
class DohServer
{
public:
    DohServer(const DnsTestServer &answers, const QSslConfiguration &tls)
        : m_answers(answers)
    {
        m_http.sslSetup(tls);
        m_http.route(QStringLiteral("/dns-query"), QHttpServerRequest::Method::Post,
                     [this](const QHttpServerRequest &request) { return reply(request); });
        m_port = m_http.listen(QHostAddress::LocalHost);
        if (m_port == 0)
            QTest::qFail("no port for the DoH server", __FILE__, __LINE__);
    }

    /// `answers`, reachable over HTTPS too, with a certificate for `host`.
    [[nodiscard]] DnsServer server(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        DnsServer server = m_answers.server();
        server.doh = QUrl(QStringLiteral("https://%1:%2/dns-query").arg(host).arg(m_port));
        return server;
    }

    struct Asked
    {
        DnsQuestion question;
        quint16 id = 0;
        QByteArray type;
        QByteArray cookie;
    };

    QList<Asked> asked;
    QByteArray mediaType = "application/dns-message";
    std::optional<QByteArray> body; ///< in place of an answer
    QHttpServerResponder::StatusCode status = QHttpServerResponder::StatusCode::Ok;
    QByteArray location; ///< of a redirect

private:
    QHttpServerResponse reply(const QHttpServerRequest &request)
    {
        const std::optional<DnsMessage> query = decodeDns(request.body());
        if (!query || !query->question)
            return QHttpServerResponse(QHttpServerResponder::StatusCode::BadRequest);
        asked.append({*query->question, query->id, request.value("Content-Type"), request.value("Cookie")});
        QHttpServerResponse response(mediaType, body.value_or(*encodeDns(m_answers.answerTo(*query))), status);
        if (!location.isEmpty())
            response.addHeader("Location", location);
        response.addHeader("Set-Cookie", "who=you");
        return response;
    }

    const DnsTestServer &m_answers;
    QHttpServer m_http;
    quint16 m_port = 0;
};

} // namespace golive
