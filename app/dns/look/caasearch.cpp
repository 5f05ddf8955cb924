#include "dns/look/caasearch.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/evidence/sighting.h"
#include "dns/wire/dnsname.h"

namespace golive {
namespace {

constexpr int mostLinks = 8; // CNAMEs that are followed

class CaaSearch final : public QObject
{
public:
    CaaSearch(DnsClient &client, DnsSettings settings, Zone zone, QByteArray name)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
        , m_zone(std::move(zone))
        , m_at(std::move(name))
    {
        m_found.owner = m_at;
    }

    QFuture<Result<CaaFound>> run(CaaRoute route)
    {
        QFuture<Result<CaaFound>> found = m_promise.future();
        askAlong(route);
        return found;
    }

private:
    void askAlong(CaaRoute route)
    {
        if (route == CaaRoute::Zone && isAtOrBelow(m_at, m_zone.apex))
            askZone();
        else
            askResolvers();
    }

    /// Others ask the first server first, and the patience of each is budgeted: so this begins with
    /// the last.
    void askZone()
    {
        m_servers = m_zone.servers;
        m_unhelpful.clear();
        askNextServer();
    }

    void askNextServer()
    {
        if (m_servers.isEmpty()) {
            blameAServer();
            return;
        }
        const ZoneServer server = m_servers.takeLast();
        onAnswer(askInTurn(m_client, server.addresses, {m_at, DnsType::CAA}, {.recursion = false}), this,
                 [this, server](const Result<DnsAnswer> &answer) {
                     if (answer && answer->conclusive() && answer->message.authoritative) {
                         serverAnswered(*answer);
                     } else if (answer && isReferral(*answer)) {
                         finish(); // not this zone's business: its own inspection finds that
                     } else {
                         m_unhelpful.append(server);
                         askNextServer();
                     }
                 });
    }

    [[nodiscard]] static bool isReferral(const DnsAnswer &answer)
    {
        return answer.conclusive() && !sightingOf(answer, Sighting::Role::Authoritative, {}).referredAt.isEmpty();
    }

    void serverAnswered(const DnsAnswer &answer)
    {
        const Sighting seen = sightingOf(answer, Sighting::Role::Authoritative, {});
        if (m_resolversFail) {
            // The record of a host leads to Clerk, whose trouble is not the provider's. Anything else
            // that the zone's servers can answer and no resolver accepts is wrongly signed.
            m_found.failed = seen.chain.isEmpty();
            finish();
        } else if (take(answer, seen.chain) || seen.chain.isEmpty() || ++m_links > mostLinks) {
            finish();
        } else {
            m_at = seen.chain.constLast();
            askAlong(CaaRoute::Zone);
        }
    }

    void askResolvers()
    {
        onAnswer(askAny(m_client, m_settings.resolvers, {m_at, DnsType::CAA}), this,
                 [this](const Result<DnsAnswer> &answer) {
                     if (answer && answer->conclusive()) {
                         take(*answer, sightingOf(*answer, Sighting::Role::Resolver, {}).chain);
                         finish();
                     } else {
                         resolversFailed();
                     }
                 });
    }

    /// True when there are rules where the chain ends.
    bool take(const DnsAnswer &answer, const QByteArrayList &chain)
    {
        const QByteArray owner = chain.isEmpty() ? m_at : chain.constLast();
        for (const DnsEntry &entry : answer.message.answers)
            if (const auto *rule = std::get_if<DnsCaaData>(&entry.data); rule && entry.owner == owner)
                m_found.rules.append(*rule);
        if (!m_found.rules.isEmpty())
            m_found.owner = owner;
        return !m_found.rules.isEmpty();
    }

    void resolversFailed()
    {
        onAnswer(askAny(m_client, m_settings.resolvers, {m_at, DnsType::A}), this,
                 [this](const Result<DnsAnswer> &control) {
                     if (!control || !control->conclusive()) {
                         finish();
                         return;
                     }
                     m_resolversFail = true;
                     m_found.failedName = m_at;
                     if (isAtOrBelow(m_at, m_zone.apex)) {
                         askZone();
                     } else {
                         m_found.failed = true;
                         finish();
                     }
                 });
    }

    /// No server has answered: one that answers another question is to blame.
    void blameAServer()
    {
        if (m_unhelpful.isEmpty()) {
            finish();
            return;
        }
        const ZoneServer server = m_unhelpful.takeFirst();
        onAnswer(askInTurn(m_client, server.addresses, {m_at, DnsType::A}, {.recursion = false}), this,
                 [this](const Result<DnsAnswer> &control) {
                     if (!control || !control->conclusive() || !control->message.authoritative) {
                         blameAServer();
                         return;
                     }
                     m_found.failed = true;
                     m_found.failedName = m_at;
                     m_found.failedAt = control->server;
                     finish();
                 });
    }

    void finish()
    {
        m_promise.resolve(m_found);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    Zone m_zone;
    QByteArray m_at; ///< the name, or as far as its CNAME has been followed
    Promise<CaaFound> m_promise;
    CaaFound m_found;
    QList<ZoneServer> m_servers; ///< still to be asked
    QList<ZoneServer> m_unhelpful; ///< asked in vain
    int m_links = 0;
    bool m_resolversFail = false; ///< although they answer another question
};

} // namespace

QFuture<Result<CaaFound>> findCaa(DnsClient &client, const DnsSettings &settings, const Zone &zone,
                                  const QByteArray &name, CaaRoute route)
{
    auto *search = new CaaSearch(client, settings, zone, name);
    return search->run(route);
}

} // namespace golive
