#pragma once

#include "dns/ask/dnssettings.h"
#include "dns/evidence/domainevidence.h"
#include "dns/evidence/expectedtarget.h"
#include "dns/look/certificateinspection.h"
#include "dns/look/networkprobe.h"
#include "foundation/promise.h"

#include <QObject>

#include <memory>
#include <utility>

class QNetworkAccessManager;

namespace golive {

class Clock;
class DnsClient;

/// Asks about what all records of a domain have in common: the network, the zone, its delegation,
/// the certificates. Like RecordCollector it never asks by itself. Each inspection is a function of
/// its own; what it finds out replaces what the one before it found out, so that nothing flickers
/// while it is under way.
class DomainCollector final : public QObject
{
    Q_OBJECT

public:
    DomainCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent = nullptr);
    ~DomainCollector() override;

    [[nodiscard]] NetworkEvidence network() const { return observedBy(m_client, m_network); }
    [[nodiscard]] const ZoneEvidence &inspection() const { return m_inspection; }
    [[nodiscard]] const QList<CertificateEvidence> &certificates() const { return m_certificates; }
    [[nodiscard]] const DomainConnect &domainConnect() const { return m_domainConnect; }
    /// Asking the provider about itself does not count: nothing waits for that.
    [[nodiscard]] bool isBusy() const { return m_open > 0; }

    /// A full inspection of the zone that holds `domain`, whether it was found or not, and of the
    /// certificates `hosts` will need. What is known of another domain or zone is forgotten; an
    /// inspection under way is given up for the new one.
    void inspect(const QByteArray &domain, const Zone &zone, const CertificateHosts &hosts);
    /// The certificates alone, in the zone of the last inspection.
    void lookAtCertificates(const CertificateHosts &hosts);
    /// Searches servers that are not in charge of the zone for a record that none in charge has.
    void lookElsewhere(const QByteArray &host, const ExpectedTarget &target);
    /// What is under way is dropped.
    void drop();
    /// So is what is known of the domain and its zone; the network is the same for all.
    void forgetDomain();

Q_SIGNALS:
    /// There is something new.
    void learned();

private:
    /// What `keep` is given when the inspection has ended, if it has.
    template<typename Evidence, typename Keep>
    void listen(const QFuture<Result<Evidence>> &inspection, Keep keep)
    {
        ++m_open;
        onAnswer(inspection, m_listening.get(), [this, keep = std::move(keep)](const Result<Evidence> &found) {
            --m_open;
            if (found)
                keep(*found);
            Q_EMIT learned();
        });
    }

    void inspectZone();
    void inspectRegistration();
    void askProvider();

    DnsClient &m_client;
    Clock &m_clock;
    DnsSettings m_settings;
    QByteArray m_domain;
    Zone m_zone;
    NetworkEvidence m_network;
    ZoneEvidence m_inspection;
    QList<CertificateEvidence> m_certificates;
    DomainConnect m_domainConnect;
    QByteArray m_providerOf; ///< the zone whose provider was asked about itself
    std::unique_ptr<QNetworkAccessManager> m_web; ///< only made when there is somebody to ask over HTTPS
    QByteArray m_registrationOf; ///< whom the registry was asked about last
    std::chrono::milliseconds m_askRegistryAfter {0};
    std::optional<CertificateHosts> m_certificatesNext; ///< to be looked at after those that are under way
    std::unique_ptr<QObject> m_listening; ///< its end drops what is under way
    int m_open = 0;
    bool m_askingRegistry = false;
    bool m_askingProvider = false;
    bool m_lookingAtCertificates = false;
};

} // namespace golive
