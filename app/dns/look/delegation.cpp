#include "dns/look/delegation.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/look/sections.h"
#include "dns/look/serveraddresses.h"
#include "dns/wire/dnsname.h"

#include <QRandomGenerator>

namespace golive {
namespace {

constexpr qsizetype mostAsked = 2; // of the servers above; the second in case the first is silent

class DelegationSearch final : public QObject
{
public:
    DelegationSearch(DnsClient &client, DnsSettings settings, QByteArray apex)
        : QObject(&client)
        , m_client(client)
        , m_settings(std::move(settings))
        , m_apex(std::move(apex))
    {
    }

    QFuture<Result<QByteArrayList>> run()
    {
        QFuture<Result<QByteArrayList>> found = m_promise.future();
        if (labelsOf(m_apex).isEmpty())
            finish({});
        else
            findServersOf(parentOf(m_apex));
        return found;
    }

private:
    void findServersOf(const QByteArray &above)
    {
        onAnswer(
            askAny(m_client, m_settings.resolvers, {above, DnsType::NS}), this,
            [this, above](const Result<DnsAnswer> &answer) { serversKnown(above, answer.value_or(DnsAnswer {})); });
    }

    /// The name above may be no zone of its own; then its SOA record tells which zone it lies in.
    void serversKnown(const QByteArray &above, const DnsAnswer &answer)
    {
        const QByteArrayList names = serversOf(above, answer.message.answers);
        const QByteArray owner = soaOwner(answer.message);
        if (!names.isEmpty())
            findAddressesOf(names);
        else if (!owner.isEmpty() && owner != above && isAtOrBelow(above, owner))
            findServersOf(owner);
        else
            finish({});
    }

    /// Any of them, so that the first in the alphabet does not get all the questions.
    void findAddressesOf(QByteArrayList names)
    {
        while (names.size() > mostAsked)
            names.removeAt(QRandomGenerator::global()->bounded(static_cast<int>(names.size())));
        onAnswer(findAddresses(m_client, m_settings, names), this, [this](const Result<QList<ZoneServer>> &servers) {
            QList<DnsServer> addresses;
            for (const ZoneServer &server : servers.value_or(QList<ZoneServer>()))
                addresses += server.addresses;
            askForReferral(addresses);
        });
    }

    void askForReferral(const QList<DnsServer> &addresses)
    {
        onAnswer(askInTurn(m_client, addresses, {m_apex, DnsType::NS}, {.recursion = false}), this,
                 [this](const Result<DnsAnswer> &answer) {
                     if (answer && answer->conclusive() && !answer->message.authoritative)
                         finish(serversOf(m_apex, answer->message.authority));
                     else
                         finish({});
                 });
    }

    void finish(const QByteArrayList &names)
    {
        m_promise.resolve(names);
        deleteLater();
    }

    DnsClient &m_client;
    DnsSettings m_settings;
    QByteArray m_apex;
    Promise<QByteArrayList> m_promise;
};

} // namespace

QFuture<Result<QByteArrayList>> findDelegation(DnsClient &client, const DnsSettings &settings, const QByteArray &apex)
{
    auto *search = new DelegationSearch(client, settings, apex);
    return search->run();
}

} // namespace golive
