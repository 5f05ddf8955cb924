#include "dns/ask/dnshttps.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <algorithm>

namespace golive {
namespace {

using Outcome = DnsAnswer::Outcome;

constexpr qint64 largestAnswer = 0xffff; // of any DNS message
constexpr auto mediaType = "application/dns-message";

bool isAboutTime(const QSslError &error)
{
    return error.error() == QSslError::CertificateNotYetValid || error.error() == QSslError::CertificateExpired;
}

QNetworkRequest requestTo(const DnsServer &server, const QSslConfiguration &tls)
{
    QUrl address = server.doh;
    address.setHost(server.address.toString());
    QNetworkRequest request(address);
    request.setPeerVerifyName(server.doh.host());
    request.setSslConfiguration(tls);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray(mediaType));
    request.setRawHeader("Accept", mediaType);
    request.setRawHeader("Accept-Encoding", "identity"); // an answer must not grow while it is unpacked
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return request;
}

} // namespace

DnsHttps::DnsHttps(QObject *parent)
    : QObject(parent)
{
}

DnsHttps::~DnsHttps() = default;

void DnsHttps::DeletedLater::operator()(QNetworkReply *reply) const
{
    reply->disconnect();
    reply->abort();
    reply->deleteLater();
}

DnsHttps::Reply DnsHttps::post(const DnsServer &server, const QByteArray &wire)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setAutoDeleteReplies(false);
    }
    return Reply(m_network->post(requestTo(server, m_tls), wire));
}

DnsHttpsQuestion::DnsHttpsQuestion(DnsHttps &https, const DnsServer &server, const QByteArray &wire)
    : m_reply(https.post(server, wire))
{
    connect(m_reply.get(), &QNetworkReply::sslErrors, this, &DnsHttpsQuestion::noteCertificate);
    connect(m_reply.get(), &QIODevice::readyRead, this, &DnsHttpsQuestion::watchSize);
    connect(m_reply.get(), &QNetworkReply::finished, this, &DnsHttpsQuestion::finished);
}

void DnsHttpsQuestion::watchSize()
{
    if (m_reply->bytesAvailable() > largestAnswer)
        end(Outcome::Malformed);
}

/// Nothing but the time may be wrong: a stranger's certificate says nothing about our clock.
void DnsHttpsQuestion::noteCertificate(const QList<QSslError> &errors)
{
    m_outsideCertificateTime = !errors.isEmpty() && std::all_of(errors.begin(), errors.end(), isAboutTime);
}

void DnsHttpsQuestion::finished()
{
    if (m_reply->error() != QNetworkReply::NoError) {
        end(outcomeOf(m_reply->error()));
        return;
    }
    const bool isAnswer = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200
        && m_reply->header(QNetworkRequest::ContentTypeHeader).toByteArray().startsWith(mediaType);
    if (isAnswer && m_reply->bytesAvailable() <= largestAnswer)
        end(Outcome::Answered, m_reply->readAll());
    else
        end(Outcome::Malformed);
}

Outcome DnsHttpsQuestion::outcomeOf(QNetworkReply::NetworkError error) const
{
    if (error == QNetworkReply::SslHandshakeFailedError)
        return m_outsideCertificateTime ? Outcome::OutsideCertificateTime : Outcome::NotTrusted;
    if (error == QNetworkReply::ConnectionRefusedError)
        return Outcome::PortClosed;
    // Qt's numbers below 200 are about the way there and proxies, those above about what was said.
    return error < QNetworkReply::ContentAccessDenied ? Outcome::Unreachable : Outcome::Malformed;
}

void DnsHttpsQuestion::end(Outcome outcome, const QByteArray &message)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT ended(outcome, message);
}

} // namespace golive
