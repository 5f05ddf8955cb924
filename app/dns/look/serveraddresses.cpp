#include "dns/look/serveraddresses.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/gather.h"

namespace golive {
namespace {

/// IPv4 is asked first and comes first: more computers have a way there.
constexpr DnsType addressTypes[] = {DnsType::A, DnsType::AAAA};

/// The name of a server may be an alias, though it should not (RFC 2181 section 10.3).
QList<DnsServer> addressesIn(const DnsAnswer &answer, const QByteArray &name, quint16 port)
{
    QList<DnsServer> addresses;
    for (const DnsEntry &entry : answer.message.answers) {
        const auto *data = std::get_if<DnsAddressData>(&entry.data);
        if (data && entry.type == answer.question.type)
            addresses.append({data->address, port, QString::fromLatin1(name)});
    }
    return addresses;
}

QList<ZoneServer> serversFrom(const QByteArrayList &names, const QList<DnsAnswer> &answers, quint16 port)
{
    constexpr qsizetype types = std::size(addressTypes);
    QList<ZoneServer> servers;
    for (qsizetype at = 0; at < names.size(); ++at) {
        ZoneServer server {names[at], {}};
        for (qsizetype type = 0; type < types; ++type)
            server.addresses += addressesIn(answers[at * types + type], names[at], port);
        if (!server.addresses.isEmpty())
            servers.append(server);
    }
    return servers;
}

} // namespace

QFuture<Result<QList<ZoneServer>>> findAddresses(DnsClient &client, const DnsSettings &settings,
                                                 const QByteArrayList &names)
{
    QList<QFuture<Result<DnsAnswer>>> open;
    for (const QByteArray &name : names)
        for (const DnsType type : addressTypes)
            open.append(askAny(client, settings.resolvers, {name, type}));
    const Promise<QList<ZoneServer>> promise;
    onAnswer(gathered(open, &client), &client,
             [promise, names, port = settings.authoritativePort](const Result<QList<DnsAnswer>> &answers) {
                 if (answers)
                     promise.resolve(serversFrom(names, *answers, port));
             });
    return promise.future();
}

QList<ZoneServer> atDifferentAddresses(const QList<ZoneServer> &servers)
{
    QList<QHostAddress> known;
    QList<ZoneServer> different;
    for (const ZoneServer &server : servers) {
        if (known.contains(server.addresses.constFirst().address))
            continue;
        known.append(server.addresses.constFirst().address);
        different.append(server);
    }
    return different;
}

} // namespace golive
