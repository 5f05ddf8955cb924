#pragma once

#include "practice/practiceaccident.h"
#include "practice/practiceapi.h"

#include <QUrl>

namespace golive {

/// Clerk's Platform API in miniature, on the loopback interface. Practice mode runs against it,
/// and so do the tests: whatever it gets wrong, people practising get wrong too. A few addresses
/// below /practice, which Clerk does not have, let another process look and meddle.
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    /// A credential that may do everything.
    static constexpr char accessKey[] = "ak_practice_7Qm2vXc9Lr4TnZ8pWb";
    /// One that lacks `application_secret_keys:read`.
    static constexpr char limitedKey[] = "ak_practice_limited_5Hs1kDy6Jf3";
    /// An OAuth access token whose time is over.
    static constexpr char expiredToken[] = "oat_practice_expired";

    struct LoggedRequest
    {
        QByteArray method;
        QString path;
        QString query = {};

        bool operator==(const LoggedRequest &) const = default;
    };

    /// The certificate to show, and one that nobody trusts; without them the server speaks plain HTTP.
    struct Certificates
    {
        QSslConfiguration right;
        QSslConfiguration other;
    };

    /// What goes wrong with the next request, or with the next one whose path ends as `pathEnding` says.
    struct Fault
    {
        PracticeFault answer;
        QString pathEnding;
        QByteArray retryAfter; ///< seconds; empty for no such header
    };
    /// The connection is closed without an answer.
    enum class Drop { BeforeEffect, AfterEffect };

    /// `world` outlives the server.
    explicit PracticeServer(PracticeWorld &world, QObject *parent = nullptr);

    /// Port 0: any. False when the port is taken.
    [[nodiscard]] bool listen(quint16 port = 0, const Certificates &certificates = {});
    /// Without a path, as the client and Clerk's command line take it. Invalid before listen().
    [[nodiscard]] const QUrl &baseUrl() const { return m_baseUrl; }

    void failNext(int status, const QString &code, const QJsonObject &meta = {}, const QString &pathEnding = {});
    void failNext(const Fault &fault);
    void dropNext(Drop drop, const QString &pathEnding = {});
    void plan(PracticeAccident accident);
    /// Nothing goes wrong any more: the door is open, the certificate the right one.
    void liftAccidents();
    /// How often something went wrong so far.
    [[nodiscard]] int mishaps() const { return m_mishaps; }

    /// What the API would answer to somebody who may do everything; neither logged nor subject to accidents.
    [[nodiscard]] PracticeReply peek(const PracticeRequest &request);
    /// Forgets requests, effects and accidents.
    void startAnew();

    /// Every request so far but those below /practice; neither headers nor bodies.
    [[nodiscard]] const QList<LoggedRequest> &requests() const { return m_requests; }
    /// Those that changed something, in the order in which they did.
    [[nodiscard]] const QList<LoggedRequest> &effects() const { return m_effects; }
    /// How many there were whose path ends like this.
    [[nodiscard]] int requestCount(const QByteArray &method, const QString &pathEnding) const;

private:
    [[nodiscard]] PracticeAnswer serve(const PracticeRequest &request);
    [[nodiscard]] PracticeAnswer suffer(const PracticeAccident &accident, const PracticeRequest &request);
    [[nodiscard]] PracticeReply perform(const PracticeRequest &request);
    [[nodiscard]] PracticeAnswer serveDomain(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> answer(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> meddle(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> enterRecord(const PracticeRequest &request);
    [[nodiscard]] PracticeReply refusal(const PracticeFault &fault, const QByteArray &retryAfter = {});
    void countAnswer();
    void happen();

    PracticeWorld &m_world;
    PracticeApi m_api;
    PracticeHttp m_http;
    Certificates m_certificates;
    QUrl m_baseUrl;
    QList<LoggedRequest> m_requests;
    QList<LoggedRequest> m_effects;
    PracticeAccidents m_accidents;
    int m_traces = 0;
    int m_answers = 0;
    int m_mishaps = 0;
};

} // namespace golive
