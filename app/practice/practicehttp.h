#pragma once

#include <QAbstractHttpServer>
#include <QByteArray>
#include <QJsonValue>
#include <QSslConfiguration>
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
    QByteArray proxySecretKey; ///< of whoever hands on a browser's request
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

/// How an answer gets to whoever asked.
enum class Delivery {
    Whole,
    HangUp, ///< the connection is closed without a word
    Never, ///< the connection stays open without a word
    Page, ///< a web page in place of the body
    ProxyRefusal, ///< a proxy's words in place of the answer
    HalfSent, ///< half of the body, and then silence
    Truncated, ///< a body whose JSON ends in the middle
    Huge, ///< 200 MB of it
    Slow, ///< byte by byte
    InvalidText, ///< no UTF-8
};

struct PracticeAnswer
{
    PracticeReply reply;
    Delivery delivery = Delivery::Whole;
    int everyMilliseconds = 0; ///< of Slow
};

/// HTTP on the loopback interface, every answer JSON. QHttpServer itself could not hang up on a
/// client without a word, which a lost answer looks like, nor do worse than that.
class PracticeHttp final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using Handler = std::function<PracticeAnswer(const PracticeRequest &)>;

    explicit PracticeHttp(Handler handler, QObject *parent = nullptr);

    /// On 127.0.0.1, with TLS where `tls` has a certificate. Port 0: any. The port; 0 when it is taken.
    [[nodiscard]] quint16 open(quint16 port, const QSslConfiguration &tls = {});
    /// Ends every connection once what was answered is out, and accepts no more.
    void closeDoor();
    /// On the port it had.
    void openDoor();
    /// For connections made from now on; those that are open end as with closeDoor().
    void showCertificate(const QSslConfiguration &tls);

Q_SIGNALS:
    /// The answer is on its way, whole or not.
    void answered();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    void endConnections();

    Handler m_handler;
    quint16 m_port = 0;
};

} // namespace golive
