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

void DomainCollector::inspect(const QByteArray &domain, const Zone &zone, const QByteArrayList &hosts)
{
    drop();
    forgetOther(domain, zone);
    Q_UNUSED(hosts)
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
}

} // namespace golive
