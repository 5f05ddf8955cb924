#include "dns/look/zoneinspection.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/delegation.h"
#include "dns/look/sections.h"
#include "dns/look/serveraddresses.h"

#include <algorithm>

namespace golive {
namespace {

constexpr DnsManner toZone {.recursion = false};

ZoneServerCheck checkFrom(const QByteArray &name, const DnsAnswer &answer)
{
    ZoneServerCheck check;
    check.name = name;
    check.server = answer.server;
    check.outcome = answer.outcome;
    check.rcode = answer.message.rcode;
    for (const DnsEntry &entry : answer.message.answers)
        if (const auto *soa = std::get_if<DnsSoaData>(&entry.data); soa && entry.owner == answer.question.name)
            check.serial = soa->serial;
    check.authoritative = answer.message.authoritative && (check.serial || check.rcode != DnsRcode::NoError);
    return check;
}

class ServerQuestions final : public QObject
{
public:
    ServerQuestions(DnsClient &client, DnsSettings settings, Zone zone)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
        , m_zone(std::move(zone))
    {
    }

    QFuture<Result<ServerInspection>> run()
    {
        check(m_zone.servers);
        ++m_open;
        onAnswer(findDelegation(m_client, m_settings, m_zone.apex), this,
                 [this](const Result<QByteArrayList> &names) { delegationKnown(names.value_or(QByteArrayList())); });
        return m_promise.future();
    }

private:
    void check(const QList<ZoneServer> &servers)
    {
        for (const ZoneServer &server : servers) {
            ++m_open;
            onAnswer(askInTurn(m_client, server.addresses, {m_zone.apex, DnsType::SOA}, toZone), this,
                     [this, name = server.name](const Result<DnsAnswer> &answer) {
                         m_found.servers.append(checkFrom(name, answer.value_or(DnsAnswer {})));
                         oneLess();
                     });
        }
    }

    void delegationKnown(const QByteArrayList &names)
    {
        m_found.parentServers = names;
        QByteArrayList unknown;
        for (const QByteArray &name : names)
            if (!m_zone.nameServers.contains(name))
                unknown.append(name);
        if (unknown.isEmpty()) {
            oneLess();
            return;
        }
        onAnswer(findAddresses(m_client, m_settings, unknown), this, [this](const Result<QList<ZoneServer>> &servers) {
            check(servers.value_or(QList<ZoneServer>()));
            oneLess();
        });
    }

    void oneLess()
    {
        if (--m_open == 0)
            askForList();
    }

    [[nodiscard]] bool isDelegated(const QByteArray &name) const
    {
        return m_found.parentServers.isEmpty() || m_found.parentServers.contains(name);
    }

    /// The zone's own list, from a server that the zone above stands by: one that was replaced still
    /// lists itself.
    void askForList()
    {
        QList<DnsServer> working;
        for (const ZoneServerCheck &check : std::as_const(m_found.servers))
            if (check.works() && isDelegated(check.name))
                working.append(check.server);
        onAnswer(askInTurn(m_client, working, {m_zone.apex, DnsType::NS}, toZone), this,
                 [this](const Result<DnsAnswer> &answer) {
                     if (answer && answer->message.authoritative)
                         m_found.childServers = serversOf(m_zone.apex, answer->message.answers);
                     finish();
                 });
    }

    void finish()
    {
        m_found.servers.removeIf([this](const ZoneServerCheck &check) {
            return !isDelegated(check.name) && !m_found.childServers.contains(check.name);
        });
        std::sort(m_found.servers.begin(), m_found.servers.end(),
                  [](const ZoneServerCheck &a, const ZoneServerCheck &b) { return a.name < b.name; });
        m_promise.resolve(m_found);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    Zone m_zone;
    Promise<ServerInspection> m_promise;
    ServerInspection m_found;
    int m_open = 0;
};

} // namespace

QFuture<Result<ServerInspection>> inspectServers(DnsClient &client, const DnsSettings &settings, const Zone &zone)
{
    auto *questions = new ServerQuestions(client, settings, zone);
    return questions->run();
}

} // namespace golive
