#include "dns/look/certificateinspection.h"

#include "dns/ask/dnsclient.h"
#include "dns/look/caasearch.h"
#include "dns/wire/dnsname.h"

#include <QHash>

namespace golive {
namespace {

constexpr qsizetype mostHosts = 16; // Clerk lists them, and has two
constexpr qsizetype mostNames = 40; // asked about

class CertificateInspection final : public QObject
{
public:
    CertificateInspection(DnsClient &client, DnsSettings settings, Zone zone, CertificateHosts hosts)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
        , m_zone(std::move(zone))
        , m_hosts(std::move(hosts))
    {
        m_hosts.names.removeIf([this](const QByteArray &name) { return !isAtOrBelow(name, m_zone.apex); });
        m_hosts.names.resize(std::min(m_hosts.names.size(), mostHosts));
    }

    /// All names at once, each a single time, whether a lower one will have rules or not: that is one
    /// round trip instead of one a name.
    QFuture<Result<QList<CertificateEvidence>>> run()
    {
        QByteArrayList names;
        for (const QByteArray &host : std::as_const(m_hosts.names))
            for (QByteArray name = lowestOf(host); name != "." && names.size() < mostNames; name = parentOf(name))
                if (!names.contains(name))
                    names.append(name);
        QFuture<Result<QList<CertificateEvidence>>> answer = m_promise.future();
        m_open = names.size();
        for (const QByteArray &name : std::as_const(names))
            onAnswer(findCaa(m_client, m_settings, m_zone, name, routeTo(name)), this,
                     [this, name](const Result<CaaFound> &found) {
                         m_found.insert(name, found.value_or(CaaFound {}));
                         if (--m_open == 0)
                             finish();
                     });
        if (m_open == 0)
            finish();
        return answer;
    }

private:
    /// The name at which the way up begins.
    [[nodiscard]] QByteArray lowestOf(const QByteArray &host) const
    {
        return m_hosts.published.contains(host) ? host : parentOf(host);
    }

    [[nodiscard]] CaaRoute routeTo(const QByteArray &name) const
    {
        const bool isHost = m_hosts.names.contains(name) && m_hosts.published.contains(name);
        const bool isInZone = isAtOrBelow(name, m_zone.apex);
        return m_hosts.allPublished || isHost || !isInZone ? CaaRoute::Resolvers : CaaRoute::Zone;
    }

    [[nodiscard]] CertificateEvidence evidenceOf(const QByteArray &host) const
    {
        CertificateEvidence evidence;
        evidence.host = host;
        for (QByteArray name = lowestOf(host); name != "."; name = parentOf(name)) {
            const CaaFound found = m_found.value(name);
            if (found.failed) {
                evidence.lookupFailed = true;
                evidence.failedName = found.failedName;
                evidence.failedAt = found.failedAt;
                break;
            }
            if (found.rules.isEmpty())
                continue;
            evidence.foundFor = name;
            evidence.owner = found.owner;
            evidence.rules = found.rules;
            break;
        }
        return evidence;
    }

    void finish()
    {
        QList<CertificateEvidence> evidence;
        for (const QByteArray &host : std::as_const(m_hosts.names))
            evidence.append(evidenceOf(host));
        m_promise.resolve(evidence);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    Zone m_zone;
    CertificateHosts m_hosts;
    Promise<QList<CertificateEvidence>> m_promise;
    QHash<QByteArray, CaaFound> m_found; ///< by the name that was asked about
    qsizetype m_open = 0;
};

} // namespace

QFuture<Result<QList<CertificateEvidence>>> inspectCertificates(DnsClient &client, const DnsSettings &settings,
                                                                const Zone &zone, const CertificateHosts &hosts)
{
    if (zone.state != Zone::State::Found)
        return ready<QList<CertificateEvidence>>(QList<CertificateEvidence>());
    auto *inspection = new CertificateInspection(client, settings, zone, hosts);
    return inspection->run();
}

} // namespace golive
