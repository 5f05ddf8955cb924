#pragma once

#include "clerk/httpcall.h"
#include "foundation/secret.h"

#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

namespace golive {

/// The way to one API: where it is, how we identify ourselves, what may be sent there. A value:
/// copies share the network, and calls under way refer to none of them.
///
/// Nothing is sent, and the answer says why, when the address is neither https nor on this computer
/// (InsecureConnection), when there is no usable key (Unauthorized), or when a part of the path is
/// empty or would lead elsewhere (NotFound). Redirects are not followed, cookies neither kept nor sent.
class HttpTransport
{
public:
    /// `base` with or without a final slash and `/v1`. `clock` must outlive `network`.
    HttpTransport(QNetworkAccessManager &network, Clock &clock, const QUrl &base, const HttpLimits &limits);

    void setAccessKey(const Secret &key);
    /// `log` must outlive the network.
    void keepLog(CallLog &log) { m_log = &log; }

    /// The parent for objects that live as long as calls may be made.
    [[nodiscard]] QObject *owner() const;

    /// `path` is what follows `/v1/platform/`, part by part, not yet encoded.
    [[nodiscard]] QFuture<Result<QJsonDocument>> get(const QStringList &path, const QUrlQuery &query = {}) const;

    struct Write
    {
        HttpMessage::Method method = HttpMessage::Method::Post;
        QUrlQuery query;
        std::optional<QJsonObject> body; ///< without one nothing is sent, not even `{}`
        Secret sensitiveBody; ///< JSON with credentials in it, sent instead of `body`
        QString ifMatch; ///< empty: the header is not sent
    };
    [[nodiscard]] QFuture<Result<QJsonDocument>> write(const QStringList &path, const Write &wanted) const;

private:
    [[nodiscard]] Result<QNetworkRequest> request(const QStringList &path, const QUrlQuery &query) const;
    [[nodiscard]] Result<QUrl> address(const QStringList &path, const QUrlQuery &query) const;

    QNetworkAccessManager *m_network;
    Clock *m_clock;
    QUrl m_base;
    HttpLimits m_limits;
    Secret m_authorization; ///< the header, which all requests share
    CallLog *m_log = nullptr;
};

/// A query item whose value may hold anything.
void addQueryItem(QUrlQuery &query, const QString &name, const QString &value);

/// What every request has: patience, no redirects, no cookies, nothing from a cache, and no credential.
[[nodiscard]] QNetworkRequest plainRequest(const QUrl &url, const HttpLimits &limits);

/// True for https, and for plain http to this computer.
[[nodiscard]] bool isTrustworthy(const QUrl &url);

} // namespace golive
