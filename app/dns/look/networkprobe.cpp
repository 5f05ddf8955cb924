#include "dns/look/networkprobe.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/ask/systemresolver.h"

#include <QNetworkProxy>
#include <QRandomGenerator>
#include <QUdpSocket>

#include <algorithm>
#include <utility>

namespace golive {
namespace {

const QByteArray rootName = ".";

/// Whether datagrams can be sent there at all. Sends none.
bool hasWayTo(const DnsServer &server)
{
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(server.address, server.port);
    return socket.state() == QAbstractSocket::ConnectedState;
}

bool isOutOfReach(const ZoneServer &server)
{
    return std::all_of(server.addresses.begin(), server.addresses.end(), [](const DnsServer &each) {
        return each.address.protocol() == QAbstractSocket::IPv6Protocol && !hasWayTo(each);
    });
}

bool hasAddress(const DnsAnswer &answer)
{
    const QList<DnsEntry> &entries = answer.message.answers;
    return answer.answered()
        && std::any_of(entries.begin(), entries.end(), [](const DnsEntry &each) { return each.type == DnsType::A; });
}

class Probe final : public QObject
{
public:
    Probe(DnsClient &client, DnsSettings settings)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
    {
    }

    QFuture<Result<NetworkEvidence>> run(const Zone &zone)
    {
        for (const ZoneServer &server : zone.servers)
            if (isOutOfReach(server))
                m_found.ipv6OnlyServers.append(server.name);
        askRoot();
        askForNothing();
        askEncrypted();
        QFuture<Result<NetworkEvidence>> evidence = m_promise.future();
        endIfDone();
        return evidence;
    }

private:
    template<typename Keep>
    void listen(const QFuture<Result<DnsAnswer>> &answer, Keep keep)
    {
        ++m_open;
        onAnswer(answer, this, [this, keep](const Result<DnsAnswer> &said) {
            if (said && said->answered())
                keep(*said);
            --m_open;
            endIfDone();
        });
    }

    void askRoot()
    {
        if (m_settings.rootServers.isEmpty())
            return;
        listen(askInTurn(m_client, m_settings.rootServers, {rootName, DnsType::SOA}, {.recursion = false}),
               [this](const DnsAnswer &said) {
                   m_found.root = {said.message.rcode, said.message.authoritative, said.message.recursionAvailable};
                   m_client.rootAnswered(m_found.root->isItself());
               });
    }

    /// RFC 2606: nothing exists below `invalid`.
    void askForNothing()
    {
        const QByteArray label = "cw" + QByteArray::number(QRandomGenerator::system()->generate64(), 16);
        const DnsQuestion question {label + ".invalid", DnsType::A};
        const QList<DnsServer> &resolvers = m_settings.resolvers;
        const auto plain = std::find_if(resolvers.begin(), resolvers.end(),
                                        [](const DnsServer &each) { return !each.encryptedOnly; });
        if (plain != resolvers.end())
            listen(m_client.ask(*plain, question, {.way = DnsManner::Way::Direct}),
                   [this](const DnsAnswer &said) { m_found.inventsNames = hasAddress(said); });
        if (const QList<DnsServer> own = systemServers(m_settings); !own.isEmpty())
            listen(askInTurn(m_client, own, question, {.way = DnsManner::Way::Direct}),
                   [this](const DnsAnswer &said) { m_found.systemInventsNames = hasAddress(said); });
    }

    /// One answer is enough: it shows that HTTPS gets through, and that certificates are valid now.
    void askEncrypted()
    {
        constexpr qsizetype most = 3;
        if (!m_settings.checksClock || m_client.reach().encrypted().answered > 0)
            return;
        QList<DnsServer> resolvers;
        for (const DnsServer &each : m_settings.resolvers)
            if (!each.doh.isEmpty() && resolvers.size() < most)
                resolvers.append(each);
        if (!resolvers.isEmpty())
            listen(askInTurn(m_client, resolvers, {rootName, DnsType::NS}, {.way = DnsManner::Way::Encrypted}),
                   [](const DnsAnswer &) {});
    }

    void endIfDone()
    {
        if (m_open > 0 || std::exchange(m_done, true))
            return;
        m_promise.resolve(m_found);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    NetworkEvidence m_found;
    Promise<NetworkEvidence> m_promise;
    int m_open = 0;
    bool m_done = false;
};

} // namespace

QFuture<Result<NetworkEvidence>> probeNetwork(DnsClient &client, const DnsSettings &settings, const Zone &zone)
{
    auto *probe = new Probe(client, settings);
    return probe->run(zone);
}

NetworkEvidence observedBy(const DnsClient &client, NetworkEvidence evidence)
{
    evidence.resolvers = client.reach().resolvers();
    evidence.authorities = client.reach().authorities();
    evidence.encrypted = client.reach().encrypted();
    evidence.certificateTimesFail = client.reach().certificateTimesFail();
    evidence.slowServers = client.slowedServers();
    return evidence;
}

} // namespace golive
