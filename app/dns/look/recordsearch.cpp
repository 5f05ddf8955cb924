#include "dns/look/recordsearch.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/data/dnsdata.h"
#include "dns/evidence/sighting.h"
#include "dns/look/gather.h"
#include "dns/look/serveraddresses.h"
#include "dns/wire/dnsname.h"

#include <QJsonArray>

namespace golive {
namespace {

QByteArrayList searchedServers()
{
    QByteArrayList names;
    for (const auto &name : dnsData(QStringLiteral("searchedservers.json"))[QLatin1String("servers")].toArray())
        names.append(dnsName(name.toString()));
    return names;
}

class RecordSearch final : public QObject
{
public:
    RecordSearch(DnsClient &client, DnsQuestion question, ExpectedTarget target)
        : QObject(&client)
        , m_client(client)
        , m_question(std::move(question))
        , m_target(std::move(target))
    {
    }

    QFuture<Result<QByteArrayList>> run(const DnsSettings &settings, const QByteArrayList &names)
    {
        onAnswer(findAddresses(m_client, settings, names), this,
                 [this](const Result<QList<ZoneServer>> &servers) { ask(servers.value_or(QList<ZoneServer>())); });
        return m_promise.future();
    }

private:
    void ask(const QList<ZoneServer> &servers)
    {
        QList<QFuture<Result<DnsAnswer>>> open;
        for (const ZoneServer &server : servers)
            open.append(askInTurn(m_client, server.addresses, m_question, {.recursion = false}));
        onAnswer(gathered(open, this), this,
                 [this](const Result<QList<DnsAnswer>> &answers) { heard(answers.value_or(QList<DnsAnswer>())); });
    }

    /// A resolver in between, on a network that answers for others, has no authority.
    void heard(const QList<DnsAnswer> &answers)
    {
        QByteArrayList found;
        for (const DnsAnswer &answer : answers)
            if (!answer.message.recursionAvailable
                && sightingOf(answer, Sighting::Role::Authoritative, {}).isRight(m_target))
                found.append(answer.server.name.toLatin1());
        m_promise.resolve(found);
        deleteLater();
    }

    DnsClient &m_client;
    DnsQuestion m_question;
    ExpectedTarget m_target;
    Promise<QByteArrayList> m_promise;
};

} // namespace

QFuture<Result<QByteArrayList>> findElsewhere(DnsClient &client, const DnsSettings &settings, const Zone &zone,
                                              const QByteArray &host, const ExpectedTarget &target)
{
    QByteArrayList names = searchedServers();
    names.removeIf([&](const QByteArray &name) { return zone.nameServers.contains(name); });
    auto *search = new RecordSearch(client, {host, DnsType::CNAME}, target);
    return search->run(settings, names);
}

} // namespace golive
