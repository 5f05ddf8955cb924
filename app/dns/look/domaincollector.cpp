#include "dns/look/domaincollector.h"

namespace golive {

DomainCollector::DomainCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_listening(std::make_unique<QObject>())
{
}

DomainCollector::~DomainCollector() = default;

void DomainCollector::inspect(const QByteArray &domain, const Zone &zone, const CertificateHosts &hosts)
{
    drop();
    forgetOther(domain, zone);
    lookAtCertificates(hosts);
}

void DomainCollector::lookAtCertificates(const CertificateHosts &hosts)
{
    if (m_lookingAtCertificates) {
        m_certificatesNext = hosts;
        return;
    }
    m_lookingAtCertificates = true;
    ++m_open;
    onAnswer(inspectCertificates(m_client, m_settings, m_zone, hosts), m_listening.get(),
             [this](const Result<QList<CertificateEvidence>> &found) {
                 --m_open;
                 m_lookingAtCertificates = false;
                 m_certificates = found.value_or(m_certificates);
                 if (const auto next = std::exchange(m_certificatesNext, std::nullopt))
                     lookAtCertificates(*next);
                 Q_EMIT learned();
             });
}

/// The network is the same for all.
void DomainCollector::forgetOther(const QByteArray &domain, const Zone &zone)
{
    if (domain != m_domain || zone.apex != m_zone.apex) {
        m_inspection = {};
        m_certificates.clear();
    }
    m_domain = domain;
    m_zone = zone;
}

void DomainCollector::drop()
{
    m_listening = std::make_unique<QObject>();
    m_open = 0;
    m_lookingAtCertificates = false;
    m_certificatesNext.reset();
}

} // namespace golive
