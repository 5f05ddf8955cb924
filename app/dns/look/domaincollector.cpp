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

void DomainCollector::inspect(const Zone &zone, const QByteArrayList &hosts)
{
    Q_UNUSED(zone)
    Q_UNUSED(hosts)
}

void DomainCollector::drop()
{
    m_listening = std::make_unique<QObject>();
    m_open = 0;
}

} // namespace golive
