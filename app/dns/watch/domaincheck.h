#pragma once

#include "dns/ask/dnsclient.h"
#include "dns/look/domaincollector.h"
#include "dns/look/recordcollector.h"
#include "dns/watch/recordwatch.h"

namespace golive {

/// What one look at a domain has shown.
struct CheckedDomain
{
    QString domain;
    RecordWatch::View view;
    qint64 questions = 0; ///< sent for it
    std::chrono::milliseconds took {0};
};

/// Looks at one domain once, and thoroughly: the zone, every record at every server of the zone,
/// whatever explains a record that is not right, and resolvers, which are asked only about records
/// that are right at all of the zone's servers (asked earlier they would remember that there is nothing).
/// Where the network keeps these servers away, one resolver is asked first, and the others once it has the record.
/// Checks of many domains may share a client, and with it the budgets of servers.
class DomainCheck final : public QObject
{
public:
    enum class Thoroughness {
        Full,
        /// One of a list: registries and the root, which all of them have in common and whose servers
        /// are asked but so often, are left alone while everybody has all records right. Resolvers are
        /// asked one at a time, and not for what lies at Clerk's targets.
        OneOfMany,
    };

    DomainCheck(DnsClient &client, Clock &clock, const DnsSettings &settings, QObject *parent = nullptr,
                Thoroughness thoroughness = Thoroughness::Full);

    /// To be called once. `domain` in ASCII form. The only Error is Cancelled, when the check is deleted.
    [[nodiscard]] QFuture<Result<CheckedDomain>> run(const QString &domain, const QList<DnsRecord> &records);

private:
    enum class Stage { Zone, Servers, Rest, Over };

    void goOn();
    void zoneIsKnown();
    void serversHaveSpoken();
    void followPublished(const QByteArray &host);
    void lookForReasons();
    void lookAtCertificates();
    void inspect();
    [[nodiscard]] bool askForMore();
    [[nodiscard]] bool askFromAfar();
    [[nodiscard]] bool askAgain();
    [[nodiscard]] bool askLocally();
    [[nodiscard]] bool askFromAfar(const RecordEvidence &record);
    [[nodiscard]] bool isEveryoneContent() const;
    [[nodiscard]] bool isBusy() const;
    void finish();
    [[nodiscard]] DomainEvidence evidence() const;

    DnsClient m_client; ///< through the one of all checks
    Clock &m_clock;
    DnsSettings m_settings;
    RecordCollector m_records;
    DomainCollector m_surroundings;
    QString m_domain;
    QList<DnsRecord> m_wanted;
    Promise<CheckedDomain> m_promise;
    Thoroughness m_thoroughness;
    Stage m_stage = Stage::Zone;
    QList<CertificateEvidence> m_certificates;
    bool m_lookingAtCertificates = false;
    bool m_inspected = false;
    bool m_askedAgain = false;
    bool m_askedLocally = false;
    std::chrono::milliseconds m_startedAt {0};
};

} // namespace golive
