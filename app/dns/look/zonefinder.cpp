#include "dns/look/zonefinder.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/wire/dnsname.h"
#include "model/publicsuffix.h"

#include <algorithm>

namespace golive {
namespace {

constexpr int deepest = 8; // zones below each other that are followed
constexpr qsizetype mostServers = 16; // of one zone; more are not asked

bool isBetween(const QByteArray &owner, const QByteArray &above, const QByteArray &below)
{
    return owner != above && isAtOrBelow(owner, above) && isAtOrBelow(below, owner);
}

QByteArray soaOwner(const DnsMessage &message)
{
    for (const QList<DnsEntry> *section : {&message.answers, &message.authority})
        for (const DnsEntry &entry : *section)
            if (entry.type == DnsType::SOA)
                return entry.owner;
    return {};
}

QByteArrayList serversOf(const QByteArray &owner, const QList<DnsEntry> &entries)
{
    QByteArrayList names;
    for (const DnsEntry &entry : entries)
        if (entry.type == DnsType::NS && entry.owner == owner && !names.contains(nameIn(entry))
            && names.size() < mostServers)
            names.append(nameIn(entry));
    std::sort(names.begin(), names.end());
    return names;
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
            findAddresses();
        });
    }

    void findAddresses()
    {
        m_addresses.clear();
        m_zone.servers.clear();
        m_openAddresses = 0;
        for (const QByteArray &name : m_zone.nameServers)
            for (const DnsType type : {DnsType::A, DnsType::AAAA}) {
                ++m_openAddresses;
                onAnswer(askAny(m_client, m_settings.resolvers, {name, type}), this,
                         [this, name, type](const Result<DnsAnswer> &answer) {
                             if (answer)
                                 keepAddresses(name, type, answer->message.answers);
                             if (--m_openAddresses == 0)
                                 addressesFound();
                         });
            }
        if (m_openAddresses == 0)
            finish(Zone::State::NoServerAnswers);
    }

    /// The name of a server may be an alias, though it should not (RFC 2181 section 10.3).
    void keepAddresses(const QByteArray &name, DnsType type, const QList<DnsEntry> &entries)
    {
        for (const DnsEntry &entry : entries) {
            const auto *address = std::get_if<DnsAddressData>(&entry.data);
            if (!address || entry.type != type)
                continue;
            const DnsServer server {address->address, m_settings.authoritativePort, QString::fromLatin1(name)};
            if (type == DnsType::A) // first: more computers have a way there
                m_addresses[name].prepend(server);
            else
                m_addresses[name].append(server);
        }
    }

    void addressesFound()
    {
        QList<QHostAddress> known;
        for (const QByteArray &name : std::as_const(m_zone.nameServers)) {
            const QList<DnsServer> addresses = m_addresses.value(name);
            if (addresses.isEmpty() || known.contains(addresses.constFirst().address))
                continue;
            known.append(addresses.constFirst().address);
            m_zone.servers.append({name, addresses});
        }
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
        onAnswer(askInTurn(m_client, allAddresses(), {m_domain, DnsType::SOA}, {.recursion = false}), this,
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
            listenForServers(askInTurn(m_client, allAddresses(), {owner, DnsType::NS}, {.recursion = false}));
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
        findAddresses();
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
    QHash<QByteArray, QList<DnsServer>> m_addresses;
    int m_openAddresses = 0;
    int m_depth = 0;
};

} // namespace

QFuture<Result<Zone>> findZone(DnsClient &client, const DnsSettings &settings, const QByteArray &domain)
{
    auto *search = new ZoneSearch(client, settings, domain);
    return search->run();
}

} // namespace golive
