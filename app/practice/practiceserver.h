#pragma once

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

        bool operator==(const LoggedRequest &) const = default;
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
    [[nodiscard]] bool listen(quint16 port = 0);
    /// Without a path, as the client and Clerk's command line take it. Invalid before listen().
    [[nodiscard]] const QUrl &baseUrl() const { return m_baseUrl; }

    void failNext(int status, const QString &code, const QJsonObject &meta = {}, const QString &pathEnding = {});
    void failNext(Fault fault) { m_faults.append(std::move(fault)); }
    void dropNext(Drop drop, const QString &pathEnding = {});

    /// Every request so far but those below /practice; neither headers nor bodies.
    [[nodiscard]] const QList<LoggedRequest> &requests() const { return m_requests; }
    /// How many there were whose path ends like this.
    [[nodiscard]] int requestCount(const QByteArray &method, const QString &pathEnding) const;

private:
    struct PlannedDrop
    {
        Drop drop;
        QString pathEnding;
    };

    [[nodiscard]] std::optional<PracticeReply> serve(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> answer(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> meddle(const PracticeRequest &request);
    [[nodiscard]] Practised<PracticeReply> enterRecord(const PracticeRequest &request);
    [[nodiscard]] std::optional<Fault> takeFault(const QString &path);
    [[nodiscard]] std::optional<Drop> takeDrop(const QString &path);
    [[nodiscard]] PracticeReply refusal(const PracticeFault &fault, const QByteArray &retryAfter = {});

    PracticeWorld &m_world;
    PracticeApi m_api;
    PracticeHttp m_http;
    QUrl m_baseUrl;
    QList<LoggedRequest> m_requests;
    QList<Fault> m_faults;
    QList<PlannedDrop> m_drops;
    int m_traces = 0;
};

} // namespace golive
