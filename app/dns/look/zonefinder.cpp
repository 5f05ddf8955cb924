#include "dns/look/zonefinder.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/sections.h"
#include "dns/look/serveraddresses.h"
#include "dns/wire/dnsname.h"
#include "model/publicsuffix.h"

#include <algorithm>

namespace golive {
namespace {

constexpr int deepest = 8; // zones below each other that are followed

bool isBetween(const QByteArray &owner, const QByteArray &above, const QByteArray &below)
{
    return owner != above && isAtOrBelow(owner, above) && isAtOrBelow(below, owner);
}

class ZoneSearch final : public QObject
{
public:
    ZoneSearch(DnsClient &client, DnsSettings settings, QByteArray domain)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
        , m_domain(std::move(domain))
    {
    }

    QFuture<Result<Zone>> run()
    {
        const QByteArray registrable = registrablePart(QString::fromLatin1(m_domain)).toLatin1();
        const QByteArray start
            = isAtOrBelow(m_domain, dnsName(QString::fromLatin1(registrable))) && !registrable.isEmpty() ? registrable
                                                                                                         : m_domain;
        // Both at once: nearly always the registrable part is the apex.
        const QFuture<Result<DnsAnswer>> servers = askAny(m_client, m_settings.resolvers, {start, DnsType::NS});
        onAnswer(askAny(m_client, m_settings.resolvers, {start, DnsType::SOA}), this,
                 [this, start, servers](const Result<DnsAnswer> &answer) {
                     if (answer)
                         apexAnswered(start, *answer, servers);
                     else
                         finish(Zone::State::NetworkBlocked);
                 });
        return m_promise.future();
    }

private:
    void apexAnswered(const QByteArray &start, const DnsAnswer &answer, const QFuture<Result<DnsAnswer>> &servers)
    {
        const QByteArray owner = soaOwner(answer.message);
        const bool refused = answer.answered() && answer.message.rcode == DnsRcode::Refused;
        m_zone.apex = isAtOrBelow(start, owner) && !owner.isEmpty() ? owner : start;
        if (!answer.answered() || refused) {
            seeWhetherResolversAnswer();
        } else if (answer.message.rcode == DnsRcode::NameError) {
            m_zone.apex.clear();
            finish(Zone::State::NotRegistered);
        } else if (!answer.conclusive()) {
            finish(Zone::State::NoServerAnswers);
        } else if (m_zone.apex == start) {
            listenForServers(servers);
        } else {
            listenForServers(askAny(m_client, m_settings.resolvers, {m_zone.apex, DnsType::NS}));
        }
    }

    /// A resolver may be silent for as long as it waits for the zone's dead servers itself. The root
    /// is known to everyone.
    void seeWhetherResolversAnswer()
    {
        onAnswer(askAny(m_client, m_settings.resolvers, {".", DnsType::NS}), this,
                 [this](const Result<DnsAnswer> &answer) {
                     const bool theyDo = answer && answer->conclusive();
                     if (!theyDo)
                         m_zone.apex.clear();
                     finish(theyDo ? Zone::State::NoServerAnswers : Zone::State::NetworkBlocked);
                 });
    }

    void listenForServers(const QFuture<Result<DnsAnswer>> &servers)
    {
        onAnswer(servers, this, [this](const Result<DnsAnswer> &answer) {
            m_zone.nameServers = answer ? serversOf(m_zone.apex, answer->message.answers) : QByteArrayList();
            findServers();
        });
    }

    void findServers()
    {
        m_zone.servers.clear();
        onAnswer(findAddresses(m_client, m_settings, m_zone.nameServers), this,
                 [this](const Result<QList<ZoneServer>> &servers) {
                     addressesFound(servers.value_or(QList<ZoneServer>()));
                 });
    }

    void addressesFound(const QList<ZoneServer> &servers)
    {
        m_zone.servers = atDifferentAddresses(servers);
        if (m_zone.servers.isEmpty())
            finish(Zone::State::NoServerAnswers);
        else if (m_domain == m_zone.apex || ++m_depth > deepest)
            finish(Zone::State::Found);
        else
            lookFurtherDown();
    }

    [[nodiscard]] QList<DnsServer> allAddresses() const
    {
        QList<DnsServer> all;
        for (const ZoneServer &server : m_zone.servers)
            all += server.addresses;
        return all;
    }

    /// Is the domain, or a name between it and the apex, a zone of its own?
    void lookFurtherDown()
    {
        onAnswer(askServersOf(m_zone.apex, m_client, allAddresses(), {m_domain, DnsType::SOA}), this,
                 [this](const Result<DnsAnswer> &answer) {
                     if (answer && answer->conclusive())
                         lowerAnswered(answer->message);
                     else
                         finish(Zone::State::Found);
                 });
    }

    void lowerAnswered(const DnsMessage &message)
    {
        if (message.authoritative) {
            const QByteArray owner = soaOwner(message);
            if (!isBetween(owner, m_zone.apex, m_domain)) {
                finish(Zone::State::Found);
                return;
            }
            m_zone.apex = owner; // the same servers hold both
            listenForServers(askServersOf(owner, m_client, allAddresses(), {owner, DnsType::NS}));
            return;
        }
        const auto referral
            = std::find_if(message.authority.begin(), message.authority.end(), [&](const DnsEntry &each) {
                  return each.type == DnsType::NS && isBetween(each.owner, m_zone.apex, m_domain);
              });
        if (referral == message.authority.end()) {
            finish(Zone::State::Found);
            return;
        }
        m_zone.apex = referral->owner;
        m_zone.nameServers = serversOf(m_zone.apex, message.authority);
        findServers();
    }

    void finish(Zone::State state)
    {
        m_zone.state = state;
        m_promise.resolve(m_zone);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    QByteArray m_domain;
    Promise<Zone> m_promise;
    Zone m_zone;
    int m_depth = 0;
};

} // namespace

QFuture<Result<Zone>> findZone(DnsClient &client, const DnsSettings &settings, const QByteArray &domain)
{
    auto *search = new ZoneSearch(client, settings, domain);
    return search->run();
}

} // namespace golive
