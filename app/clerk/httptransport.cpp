#include "clerk/httptransport.h"

#include <QHostAddress>
#include <QNetworkAccessManager>

#include <algorithm>

namespace golive {
namespace {

/// Without what every call adds itself.
QUrl root(QUrl base)
{
    QString path = base.path(QUrl::FullyEncoded);
    const auto dropSlashes = [&path] {
        while (path.endsWith(QLatin1Char('/')))
            path.chop(1);
    };
    dropSlashes();
    if (path.endsWith(QLatin1String("/v1"))) {
        path.chop(3);
        dropSlashes();
    }
    base.setPath(path, QUrl::TolerantMode);
    base.setQuery(QString());
    base.setFragment(QString());
    return base;
}

/// One line of printable ASCII, so that no header can end early and another begin.
bool fitsIntoAHeader(const QByteArray &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](char each) { return each > ' ' && each < '\x7f'; });
}

QFuture<Result<QJsonDocument>> refused(const Error &why)
{
    return ready<QJsonDocument>(failure(why));
}

} // namespace

HttpTransport::HttpTransport(QNetworkAccessManager &network, Clock &clock, const QUrl &base, const HttpLimits &limits)
    : m_network(&network)
    , m_clock(&clock)
    , m_base(root(base))
    , m_limits(limits)
{
}

/// Made once, so that there is one copy of it: Qt overwrites none.
void HttpTransport::setAccessKey(const Secret &key)
{
    m_authorization = {};
    if (key.isEmpty() || !fitsIntoAHeader(key.reveal()))
        return;
    const QByteArray scheme = QByteArrayLiteral("Bearer ");
    QByteArray header;
    header.reserve(scheme.size() + key.size());
    header.append(scheme).append(key.reveal());
    m_authorization = Secret(std::move(header));
}

QObject *HttpTransport::owner() const
{
    return m_network;
}

QFuture<Result<QJsonDocument>> HttpTransport::get(const QStringList &path, const QUrlQuery &query) const
{
    const Result<QNetworkRequest> prepared = request(path, query);
    if (!prepared)
        return refused(prepared.error());
    return HttpCall::start(*m_network, *m_clock, {HttpMessage::Method::Get, *prepared, {}}, m_limits, m_log);
}

QFuture<Result<QJsonDocument>> HttpTransport::write(const QStringList &path, const Write &wanted) const
{
    Result<QNetworkRequest> prepared = request(path, wanted.query);
    if (!prepared)
        return refused(prepared.error());
    const QByteArray ifMatch = wanted.ifMatch.toUtf8();
    if (!fitsIntoAHeader(ifMatch))
        return refused(failure(Error::Kind::Rejected, QStringLiteral("not a configuration version")).value());
    if (!ifMatch.isEmpty())
        prepared->setRawHeader("If-Match", ifMatch);
    QByteArray body = wanted.sensitiveBody.reveal();
    if (body.isEmpty() && wanted.body)
        body = QJsonDocument(*wanted.body).toJson(QJsonDocument::Compact);
    if (!body.isEmpty())
        prepared->setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    return HttpCall::start(*m_network, *m_clock, {wanted.method, *prepared, body}, m_limits, m_log);
}

Result<QNetworkRequest> HttpTransport::request(const QStringList &path, const QUrlQuery &query) const
{
    const Result<QUrl> url = address(path, query);
    if (!url)
        return failure(url.error());
    if (m_authorization.isEmpty())
        return failure(Error::Kind::Unauthorized, QStringLiteral("no usable access key"));

    QNetworkRequest request = plainRequest(*url, m_limits);
    request.setRawHeader("Authorization", m_authorization.reveal());
    return request;
}

Result<QUrl> HttpTransport::address(const QStringList &path, const QUrlQuery &query) const
{
    if (!isTrustworthy(m_base))
        return failure(Error::Kind::InsecureConnection, QStringLiteral("the address is not https"));

    QUrl url = m_base;
    QString whole = m_base.path(QUrl::FullyEncoded) + QStringLiteral("/v1/platform");
    for (const QString &part : path) {
        // An id is somebody else's word: left empty or as dots it would name another resource.
        if (part.isEmpty() || part == QLatin1String(".") || part == QLatin1String(".."))
            return failure(Error::Kind::NotFound, QStringLiteral("an id is missing"));
        whole += QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(part));
    }
    url.setPath(whole, QUrl::TolerantMode); // the default would encode it once more
    url.setQuery(query);
    return url;
}

void addQueryItem(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

QNetworkRequest plainRequest(const QUrl &url, const HttpLimits &limits)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(limits.silence.count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Golive"));
    request.setRawHeader("Accept", "application/json");
    return request;
}

bool isTrustworthy(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    return url.scheme() == QLatin1String("http")
        && (url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback());
}

} // namespace golive
