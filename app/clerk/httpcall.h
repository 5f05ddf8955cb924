#pragma once

#include "foundation/clock.h"
#include "foundation/promise.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>

class QNetworkAccessManager;

namespace golive {

class CallLog;

/// What a call may cost.
struct HttpLimits
{
    std::chrono::milliseconds silence = std::chrono::seconds(30); ///< without a single byte
    std::chrono::milliseconds total = std::chrono::seconds(120); ///< for one try, however busy
    qint64 largestAnswer = 8LL * 1024 * 1024; ///< bytes
    int tries = 3; ///< of a read
};

/// What a call sends.
struct HttpMessage
{
    enum class Method { Get, Post, Patch };

    Method method = Method::Get;
    QNetworkRequest request;
    QByteArray body;
};

/// One call until it is answered, with JSON or with the reason why not. A read is repeated when the
/// server says it is busy (429, 503, 504) or the connection breaks; a write is sent once, whatever
/// happens. Belongs to the network and deletes itself; when the network goes first, the answer is
/// Cancelled.
class HttpCall final : public QObject
{
    Q_OBJECT

public:
    HttpCall(const HttpCall &) = delete;
    HttpCall &operator=(const HttpCall &) = delete;

    /// `clock` and `log`, if there is one, must outlive `network`.
    [[nodiscard]] static QFuture<Result<QJsonDocument>> start(QNetworkAccessManager &network, Clock &clock,
                                                              HttpMessage message, const HttpLimits &limits,
                                                              CallLog *log = nullptr);

private:
    HttpCall(QNetworkAccessManager &network, Clock &clock, HttpMessage message, const HttpLimits &limits, CallLog *log);
    ~HttpCall() override;

    void send();
    [[nodiscard]] QNetworkReply *sent();
    void watch(QNetworkReply *reply);
    void take(QNetworkReply &reply);
    void keep(QByteArray piece, qint64 announced);
    void stop(QNetworkReply &reply, Error::Kind reason, const QString &detail);
    void finish(QNetworkReply &reply);
    void note(const QNetworkReply &reply, const Result<QJsonDocument> &content);
    [[nodiscard]] Result<QJsonDocument> contentOf(QNetworkReply &reply) const;
    [[nodiscard]] bool mayTryAgain(const QNetworkReply &reply) const;
    void tryAgainAfter(std::optional<std::chrono::seconds> asked);
    void answer(Result<QJsonDocument> result);

    QNetworkAccessManager &m_network;
    Clock &m_clock;
    HttpMessage m_message;
    HttpLimits m_limits;
    CallLog *m_log;
    std::chrono::milliseconds m_sentAt {0};
    Promise<QJsonDocument> m_promise;
    std::unique_ptr<QObject> m_attempt; ///< what is scheduled for one try goes with it
    QByteArray m_received;
    std::optional<Error> m_stopped; ///< why we gave up on a try ourselves
    int m_tries = 0;
};

} // namespace golive
