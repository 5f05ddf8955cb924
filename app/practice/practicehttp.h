#pragma once

#include <QAbstractHttpServer>
#include <QByteArray>
#include <QJsonValue>
#include <QStringList>
#include <QUrlQuery>

#include <functional>
#include <optional>

namespace golive {

/// What the practice server looks at of a request.
struct PracticeRequest
{
    QByteArray method; ///< in capitals
    QString path;
    QUrlQuery query;
    QByteArray authorization;
    QByteArray origin;
    QByteArray ifMatch;
    QByteArray body;
    QStringList captured; ///< the segments of the path that a route leaves open

    [[nodiscard]] bool flag(const QString &name) const;
    /// All values of a repeated parameter.
    [[nodiscard]] QStringList values(const QString &name) const;
};

struct PracticeReply
{
    int status = 200;
    QJsonValue body;
    QByteArray retryAfter; ///< seconds; empty for no such header
};

/// HTTP on the loopback interface, every answer JSON. QHttpServer itself could not hang up on a
/// client without a word, which a lost answer looks like.
class PracticeHttp final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    /// No reply: the connection is closed.
    using Handler = std::function<std::optional<PracticeReply>(const PracticeRequest &)>;

    explicit PracticeHttp(Handler handler, QObject *parent = nullptr);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Handler m_handler;
};

} // namespace golive
