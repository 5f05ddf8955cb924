#pragma once

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

namespace golive {

/// The practice server as a process of its own, spoken to over HTTP as anybody would.
class PracticeProcess
{
public:
    explicit PracticeProcess(const QString &program, const QStringList &options = {})
    {
        m_process.start(program,
                        QStringList {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--pace"),
                                     QStringLiteral("fast")}
                            + options);
        url = QUrl(line());
        key = line().toUtf8();
        static const QRegularExpression ports(QStringLiteral("^dns (\\S+) authoritative (\\d+)$"));
        const auto match = ports.match(line());
        resolvers = match.captured(1).split(QLatin1Char(','));
        authoritativePort = match.captured(2).toInt();
        if (!url.isValid() || !key.startsWith("ak_") || authoritativePort == 0)
            qFatal("the practice server did not say where it is");
    }
    PracticeProcess(const PracticeProcess &) = delete;
    PracticeProcess &operator=(const PracticeProcess &) = delete;

    ~PracticeProcess()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }

    /// What Clerk asks for: objects with `domain`, `host`, `target`, `entry`.
    QJsonArray records() { return call("GET", QStringLiteral("/practice/records")).array(); }

    /// As if somebody edited the record at the DNS provider. `entry` is one of the server's words.
    void enter(const QString &host, const QString &entry)
    {
        call("POST", QStringLiteral("/practice/records"),
             QJsonObject {{QStringLiteral("host"), host}, {QStringLiteral("entry"), entry}});
    }

    /// How many requests there were whose path ends like this.
    int requestCount(const QString &method, const QString &pathEnding)
    {
        int count = 0;
        const QJsonArray all = call("GET", QStringLiteral("/practice/requests")).array();
        for (const auto &each : all)
            if (each[QLatin1String("method")].toString() == method
                && each[QLatin1String("path")].toString().endsWith(pathEnding))
                ++count;
        return count;
    }

    QUrl url;
    QByteArray key;
    QStringList resolvers; ///< `127.0.0.1:port`
    int authoritativePort = 0;

protected:
    /// The next line it prints.
    QString line()
    {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(10'000))
                qFatal("the practice server is silent");
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }

private:
    QJsonDocument call(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        QUrl address = url;
        address.setPath(path);
        QNetworkRequest request(address);
        request.setRawHeader("Authorization", "Bearer " + key);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, method, body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000))
            qFatal("the practice server does not answer");
        return QJsonDocument::fromJson(reply->readAll());
    }

    QProcess m_process;
    QNetworkAccessManager m_network;
};

} // namespace golive
