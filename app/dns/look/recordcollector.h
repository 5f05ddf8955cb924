#pragma once

#include "dns/judge/evaluate.h"
#include "foundation/promise.h"
#include "model/domain.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace golive {

class Clock;
class DnsClient;

/// Asks about the records of one domain and keeps what was said. It never asks by itself: when and
/// whom is DnsWatch's decision.
class RecordCollector final : public QObject
{
    Q_OBJECT

public:
    RecordCollector(DnsClient &client, Clock &clock, DnsSettings settings, QObject *parent = nullptr);
    ~RecordCollector() override;

    /// Keeps what is known of the records that stay.
    void setRecords(const QByteArray &domain, const QList<DnsRecord> &records);
    void setClerkView(const QByteArray &host, ClerkView view);

    [[nodiscard]] const QList<RecordEvidence> &records() const { return m_records; }
    [[nodiscard]] const Zone &zone() const { return m_zone; }
    [[nodiscard]] DomainEvidence domain() const;
    [[nodiscard]] bool isBusy() const { return m_open > 0; }
    [[nodiscard]] bool isFindingZone() const { return m_findingZone; }
    [[nodiscard]] ResolverSilence silence() const;
    [[nodiscard]] bool isAsking(const QByteArray &host, const QString &serverKey) const;

    /// A zone that has been found outlives a moment without network; see silence().
    void lookForZone();
    /// The zone above hands it on to these servers, whatever resolvers remember (F17, F19): from now on they are
    /// the zone's own. Looking for their addresses counts as finding the zone; without any, nothing changes.
    void goBy(const QByteArrayList &delegated);
    /// One of the zone's own servers. Where it knows no CNAME but the name, addresses are asked for too.
    void askServer(const QByteArray &host, const ZoneServer &server);
    void askResolver(const QByteArray &host, const DnsServer &resolver);
    /// The same where nobody else can be asked: addresses, where it knows no CNAME but the name, too.
    void askFromAfar(const QByteArray &host, const DnsServer &resolver);
    /// This computer's own resolver, and what programs on it reach; nobody where the settings say so.
    void askLocally(const QByteArray &host);
    /// Everything that can explain why the record is not there: near misses, other types, the
    /// record's own or wrong target. Spread over the zone's servers.
    void lookAround(const QByteArray &host);
    /// Whether names beside the records get an answer that nobody can have entered.
    void lookForWildcard();
    /// Whether a record was added to the zone itself, or to the domain.
    void lookAtBareDomain();
    /// Whether there is anything at the target of a record that is right.
    void lookWhereTargetLeads(const QByteArray &host);
    /// What is under way is dropped.
    void drop();

Q_SIGNALS:
    /// There is something new, or a question has gone unanswered.
    void learned();

private:
    using Handler = std::function<void(const DnsAnswer &)>;

    void listen(const QFuture<Result<DnsAnswer>> &answer, Handler handler);
    void askZone(const DnsQuestion &question, Handler handler);
    void keepZone(const Zone &found);
    void goByDelegation();
    void forgetOtherServers();
    void forgetSurroundings();
    [[nodiscard]] bool isServer(const QString &key) const;
    void noteServer(const Sighting &sighting);
    void keep(const QByteArray &host, const Sighting &sighting);
    void keepTarget(const QByteArray &host, const DnsAnswer &answer);
    void noteFailure(const QByteArray &host, const DnsAnswer &answer);
    void agreeOnToken();
    void lookForAddresses(const QByteArray &host, const ZoneServer &server);
    void lookForAddressesFromAfar(const QByteArray &host, const DnsServer &resolver);
    void keepBeside(const QByteArray &host, const DnsAnswer &answer, Sighting::Role role);
    void forgetBeside(RecordEvidence &record);
    void lookAtTarget(const QByteArray &host);
    void lookForWildcard(const QByteArray &parent, DnsType type);
    void keepWildcard(const QByteArray &parent, const DnsAnswer &answer);
    [[nodiscard]] RecordEvidence *find(const QByteArray &host);

    DnsClient &m_client;
    Clock &m_clock;
    DnsSettings m_settings;
    QByteArray m_domain;
    QList<RecordEvidence> m_records;
    QList<BareEvidence> m_bare;
    Zone m_zone;
    Zone m_delegated; ///< see goBy(); without servers while and when these are not found
    QHash<QByteArray, std::chrono::milliseconds> m_lookedBeside; ///< by host
    QSet<QPair<QByteArray, QString>> m_asking; ///< host and Sighting::key
    QSet<QPair<QByteArray, quint16>> m_seekingWildcards; ///< below which name, of which type by its number
    std::unique_ptr<QObject> m_listening; ///< its end drops what is under way
    std::chrono::milliseconds m_searchBegan {0}; ///< the last one for the zone
    std::chrono::milliseconds m_searchHeard {0}; ///< when the last one that resolvers answered ended
    std::chrono::milliseconds m_serverHeard {-1}; ///< when one of the zone's servers answered last
    std::optional<std::chrono::milliseconds> m_silentSince; ///< all of the zone's servers
    QSet<QString> m_silentServers; ///< by Sighting::key, since one of them answered last
    bool m_nobodyHeard = false; ///< neither a resolver in the last search nor one of the zone's servers since
    qsizetype m_turn = 0; ///< which of the zone's servers is next
    int m_open = 0;
    bool m_findingZone = false;
};

} // namespace golive
