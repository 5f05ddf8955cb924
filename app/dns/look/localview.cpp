#include "dns/look/localview.h"

#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "dns/ask/systemresolver.h"
#include "foundation/clock.h"

#include <QHostInfo>

namespace golive {
namespace {

constexpr DnsManner plainly {.way = DnsManner::Way::Direct};

class LocalQuestion final : public QObject
{
public:
    LocalQuestion(DnsClient &client, Clock &clock, const DnsSettings &settings, QByteArray host)
        : QObject(&client)
        , m_client(client)
        , m_clock(clock)
        , m_servers(systemServers(settings))
        , m_mayLookUp(settings.asksSystem)
        , m_host(std::move(host))
    {
    }

    ~LocalQuestion() override
    {
        if (m_lookup >= 0)
            QHostInfo::abortHostLookup(m_lookup);
    }

    QFuture<Result<LocalView>> run()
    {
        ask(DnsType::CNAME, [this](const DnsAnswer &answer) {
            m_view.sighting = sightingOf(answer, Sighting::Role::System, m_clock.now());
            if (answer.conclusive() && m_mayLookUp)
                lookUp();
        });
        for (const DnsType type : {DnsType::A, DnsType::AAAA})
            ask(type, [this, type](const DnsAnswer &answer) {
                for (const DnsEntry &entry : answer.message.answers) // at the end of CNAMEs as well
                    if (const auto *data = std::get_if<DnsAddressData>(&entry.data); data && entry.type == type)
                        m_view.systemAddresses.append(data->address);
            });
        return m_promise.future();
    }

private:
    template<typename Keep>
    void ask(DnsType type, Keep keep)
    {
        ++m_open;
        onAnswer(askInTurn(m_client, m_servers, {m_host, type}, plainly), this,
                 [this, keep](const Result<DnsAnswer> &answer) {
                     if (answer)
                         keep(*answer);
                     endOne();
                 });
    }

    /// What the C library says, hosts file included. It cannot be hurried, and the end of the program
    /// waits for it: hence only when the resolver it goes to has just answered.
    void lookUp()
    {
        ++m_open;
        m_lookup = QHostInfo::lookupHost(QString::fromLatin1(m_host), this, [this](const QHostInfo &info) {
            m_lookup = -1;
            m_view.computerAddresses = info.addresses();
            endOne();
        });
    }

    void endOne()
    {
        if (--m_open > 0)
            return;
        m_promise.resolve(m_view);
        deleteLater();
    }

    DnsClient &m_client;
    Clock &m_clock;
    QList<DnsServer> m_servers;
    bool m_mayLookUp;
    QByteArray m_host;
    LocalView m_view;
    Promise<LocalView> m_promise;
    int m_open = 0;
    int m_lookup = -1;
};

} // namespace

QFuture<Result<LocalView>> askThisComputer(DnsClient &client, Clock &clock, const DnsSettings &settings,
                                           const QByteArray &host)
{
    auto *question = new LocalQuestion(client, clock, settings, host);
    return question->run();
}

} // namespace golive
