#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/domainevidence.h"

#include <QObject>

#include <memory>

namespace golive {

class Clock;
class DnsClient;

/// Asks about what all records of a domain have in common: the network, the zone, its delegation,
/// the certificates. Like RecordCollector it never asks by itself.
class DomainCollector final : public QObject
{
    Q_OBJECT

public:
    DomainCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent = nullptr);
    ~DomainCollector() override;

    [[nodiscard]] const NetworkEvidence &network() const { return m_network; }
    [[nodiscard]] const ZoneEvidence &inspection() const { return m_inspection; }
    [[nodiscard]] const QList<CertificateEvidence> &certificates() const { return m_certificates; }
    [[nodiscard]] bool isBusy() const { return m_open > 0; }

    /// A full inspection of the zone that was found, and of the certificates `hosts` will need. What
    /// is known of another zone is forgotten.
    void inspect(const Zone &zone, const QByteArrayList &hosts);
    /// What is under way is dropped.
    void drop();

Q_SIGNALS:
    /// There is something new.
    void learned();

private:
    DnsClient &m_client;
    Clock &m_clock;
    DnsSettings m_settings;
    NetworkEvidence m_network;
    ZoneEvidence m_inspection;
    QList<CertificateEvidence> m_certificates;
    std::unique_ptr<QObject> m_listening; ///< its end drops what is under way
    int m_open = 0;
};

} // namespace golive
