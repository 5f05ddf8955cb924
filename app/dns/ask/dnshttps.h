#pragma once

#include "dns/ask/dnsanswer.h"

#include <QNetworkReply>
#include <QObject>
#include <QSslConfiguration>

#include <memory>

class QNetworkAccessManager;

namespace golive {

/// Carries DNS questions over HTTPS (RFC 8484), on connections that are kept: to the address of the
/// server, so that no name needs to be looked up first, and trusting only a certificate for the
/// host of its url. Redirects are not followed, cookies neither kept nor sent, and a proxy is used
/// as for the program's other requests.
class DnsHttps final : public QObject
{
    Q_OBJECT

public:
    explicit DnsHttps(QObject *parent = nullptr);
    ~DnsHttps() override;

    /// Whom to trust; the system's authorities unless this has been called before the first question.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }

    struct DeletedLater
    {
        void operator()(QNetworkReply *reply) const;
    };
    using Reply = std::unique_ptr<QNetworkReply, DeletedLater>;

    /// Letting go of the reply ends the question.
    [[nodiscard]] Reply post(const DnsServer &server, const QByteArray &wire);

private:
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    std::unique_ptr<QNetworkAccessManager> m_network; ///< from the first question on: it comes with a thread
};

/// One question over HTTPS, from post() to its end.
class DnsHttpsQuestion final : public QObject
{
    Q_OBJECT

public:
    DnsHttpsQuestion(DnsHttps &https, const DnsServer &server, const QByteArray &wire);

Q_SIGNALS:
    /// Said once. With Answered comes the message, as received; with everything else, nothing.
    void ended(golive::DnsAnswer::Outcome outcome, const QByteArray &message);

private:
    void watchSize();
    void noteCertificate(const QList<QSslError> &errors);
    void finished();
    [[nodiscard]] DnsAnswer::Outcome outcomeOf(QNetworkReply::NetworkError error) const;
    void end(DnsAnswer::Outcome outcome, const QByteArray &message = {});

    DnsHttps::Reply m_reply;
    bool m_outsideCertificateTime = false;
    bool m_ended = false;
};

} // namespace golive
