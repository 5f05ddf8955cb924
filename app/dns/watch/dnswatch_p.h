#pragma once

#include "dns/judge/evaluate.h"
#include "dns/look/domaincollector.h"
#include "dns/look/recordcollector.h"
#include "dns/watch/dnsschedule.h"
#include "dns/watch/dnswatch.h"
#include "foundation/clock.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace golive {

/// Decides from what is known what to ask next, after every answer and whenever something falls due.
class DnsWatch::Private
{
public:
    using Cell = QPair<QByteArray, QString>; ///< a record, by its host, at a resolver, by its Sighting::key

    static constexpr std::chrono::milliseconds followAgainAfter = std::chrono::minutes(1);
    static constexpr std::chrono::milliseconds lookAroundEvery = std::chrono::minutes(1);
    /// A mistake made before the watch began is explained soon, and in the beginning the zone's
    /// servers have enough to answer.
    static constexpr std::chrono::milliseconds firstLookAroundAfter = std::chrono::seconds(10);

    Private(DnsWatch *watch, DnsClient &client, Clock &clock, DnsSettings settings)
        : m_watch(watch)
        , m_clock(clock)
        , m_resolvers(settings.resolvers)
        , m_domainCollector(client, clock, settings)
        , m_collector(client, clock, std::move(settings))
    {
        connect(&m_collector, &RecordCollector::learned, watch, [this] { workSoon(); });
        connect(&m_domainCollector, &DomainCollector::learned, watch, [this] { workSoon(); });
    }

    void setRecords(const QByteArray &domain, const QList<DnsRecord> &records);
    void setClerkStatus(const DomainStatus &status);
    void start();
    void stop();
    void lookNow();
    void cameBack();
    void setVisible(bool visible);
    void setSavingPower(bool saving);

    [[nodiscard]] const View &view() const { return m_view; }

private:
    void workSoon();
    void work();
    void lookForZone();
    /// The zone has been found, and now none of its servers is heard, and perhaps nobody else.
    [[nodiscard]] bool isCutOff() const { return m_collector.silence() != ResolverSilence::None; }
    void askAboutRecords();
    /// Somebody is heard, and the search for the zone of known records has ended.
    [[nodiscard]] bool mayInspect() const
    {
        return !m_wanted.isEmpty() && !m_wasAlone && !m_collector.isFindingZone()
            && m_collector.zone().state != Zone::State::Unknown;
    }
    [[nodiscard]] bool isInspectionDue() const;
    void inspectDomain();
    void inspectCertificates();
    void askZone();
    [[nodiscard]] bool isKeptAway() const;
    void askFromAfar();
    void askItsServers();
    void dropIdleCells();
    void catchUp(const RecordEvidence &record);
    void poll();
    void lookAround();
    void lookElsewhere();
    void askResolvers();
    void askResolver(const RecordEvidence &record, const DnsServer &resolver, bool green);
    void askLocally(const RecordEvidence &record, bool green);
    void lookWhereTargetLeads(const RecordEvidence &record);
    [[nodiscard]] bool deservesAnotherTry(const Cell &cell) const;
    void checkOnceMore();
    void asked() { m_lastAsked = m_clock.elapsed(); }
    void wakeUpForTheNext();
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextWake() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextResolver() const;
    void publish();
    [[nodiscard]] bool isReadyForClerk() const;
    [[nodiscard]] bool witnessesSee(const RecordEvidence &record) const;

    [[nodiscard]] QByteArrayList namesWithCertificates() const;
    [[nodiscard]] CertificateHosts hostsWithCertificates() const;
    [[nodiscard]] DomainEvidence evidence() const;
    /// Of what is known now; see m_judgement.
    [[nodiscard]] Judgement &judgement() const;
    [[nodiscard]] RecordVerdict verdictOf(const RecordEvidence &record) const { return judgement().of(record); }
    [[nodiscard]] bool isPending(const RecordEvidence &record) const
    {
        return record.clerk != ClerkView::Verified && !verdictOf(record).isPublished();
    }
    [[nodiscard]] bool anyPending() const
    {
        const QList<RecordEvidence> &records = m_collector.records();
        return std::any_of(records.begin(), records.end(),
                           [this](const RecordEvidence &each) { return isPending(each); });
    }
    /// At the zone's servers, and resolvers are to be watched until Clerk has seen it.
    [[nodiscard]] bool isSpreading(const RecordEvidence &record) const
    {
        return m_collector.zone().state == Zone::State::Found && record.clerk != ClerkView::Verified
            && verdictOf(record).isPublished();
    }
    [[nodiscard]] bool isGreen() const;
    [[nodiscard]] bool isTroubled() const { return judgement().silencing().has_value(); }
    /// Something is in the way that may be put right.
    [[nodiscard]] bool isHindered() const { return isTroubled() || isKeptAway(); }
    /// Every record is asked for, and lies at none of the zone's servers in any form.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] std::optional<std::chrono::milliseconds> delay() const
    {
        return pollDelay(m_clock.elapsed() - m_waitingSince, m_savingPower || !m_visible);
    }
    [[nodiscard]] bool isDue(std::chrono::milliseconds moment) const { return m_clock.elapsed() >= moment; }
    [[nodiscard]] static const Sighting *resolverSighting(const RecordEvidence &record, const DnsServer &resolver);

    DnsWatch *m_watch;
    Clock &m_clock;
    QList<DnsServer> m_resolvers;
    DomainCollector m_domainCollector;
    RecordCollector m_collector;
    /// Forgotten wherever the evidence may have changed: a turn asks for it a hundred times.
    mutable std::optional<Judgement> m_judgement;
    QList<DnsRecord> m_wanted;
    QByteArray m_domain;
    View m_view;
    std::optional<DomainStatus> m_clerk;
    QDateTime m_clerkWorkingSince;
    CertificateHosts m_certificateHosts; ///< as last inspected
    QHash<Cell, std::chrono::milliseconds> m_sleepUntil; ///< of a resolver that has a record otherwise
    QHash<QByteArray, std::chrono::milliseconds> m_followed; ///< when a record's target was last looked at, by host
    QSet<QByteArray> m_announced; ///< hosts that published() has been emitted for
    std::unique_ptr<QObject> m_alarm; ///< its end is the end of the wait for the next wake-up
    std::chrono::milliseconds m_waitingSince {0};
    std::chrono::milliseconds m_nextPoll {0};
    std::chrono::milliseconds m_nextZone {0};
    std::chrono::milliseconds m_zoneAsked {0};
    std::chrono::milliseconds m_nextLookAround {0};
    std::chrono::milliseconds m_nextInspection {0};
    std::chrono::milliseconds m_nextElsewhere {0}; ///< when servers that are not in charge may be asked again
    Zone m_inspected; ///< as it was when the last inspection began
    std::chrono::milliseconds m_nextCertificates {0};
    std::optional<std::chrono::milliseconds> m_lastCheck; ///< when to look once more after everything became green
    std::optional<std::chrono::milliseconds> m_lastAsked;
    std::optional<std::chrono::milliseconds> m_publishedSince; ///< all required records
    qsizetype m_turn = 0; ///< which of the zone's servers is polled next
    qsizetype m_scoutTurn = 0; ///< see scoutFor()
    bool m_hasScouted = false;
    bool m_running = false;
    bool m_willWork = false;
    bool m_working = false;
    bool m_again = false;
    bool m_visible = true;
    bool m_savingPower = false;
    bool m_fullPass = false; ///< every record at every server, as soon as the zone is known
    bool m_lookAroundWanted = false;
    bool m_inspectionWanted = false;
    bool m_wasAlone = false; ///< nobody was heard, see inspectDomain()
    bool m_checkedOnceMore = false;
};

} // namespace golive
