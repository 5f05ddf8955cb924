#include "dns/ask/dnsclient.h"
#include "dns/look/zonefinder.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;
using State = Zone::State;

namespace {

const QHostAddress authority(QStringLiteral("127.0.0.1"));
const QHostAddress childAuthority(QStringLiteral("127.0.0.2"));

} // namespace

class TestZoneFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_authority = std::make_unique<DnsTestServer>(authority);
        m_child = std::make_unique<DnsTestServer>(childAuthority, m_authority->port());
        m_resolver = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.3")));
        m_resolver->recursive = true;
        m_resolver->addZone("com");
        for (DnsTestServer *server : {m_authority.get(), m_resolver.get()}) {
            server->addZone("example.com");
            server->add(nsEntry("example.com", "ns1.dns-host.net", 300s));
            server->add(nsEntry("example.com", "ns2.dns-host.net", 300s));
        }
        m_resolver->add(addressEntry("ns1.dns-host.net", authority, 300s));
        m_resolver->add(addressEntry("ns1.dns-host.net", QHostAddress(QStringLiteral("2001:db8::1")), 300s));
        m_resolver->add(addressEntry("ns9.sub-host.net", childAuthority, 300s));
        m_settings = {{m_resolver->server()}, m_authority->port()};
        m_client = std::make_unique<DnsClient>(m_clock);
    }

    void findsTheApex()
    {
        const Zone zone = find("example.com");
        QVERIFY(zone.state == State::Found);
        QCOMPARE(zone.apex, QByteArray("example.com"));
        QCOMPARE(zone.nameServers, QByteArrayList({"ns1.dns-host.net", "ns2.dns-host.net"}));
        QCOMPARE(zone.servers.size(), 1); // the other one has no address
        QCOMPARE(zone.servers[0].addresses.size(), 2);
        QCOMPARE(zone.servers[0].addresses[0].address, authority);
        QCOMPARE(zone.servers[0].addresses[0].port, m_authority->port());
    }

    void doesNotAskResolversForNamesThatMayNotExist()
    {
        const Zone zone = find("shop.example.com");
        QVERIFY(zone.state == State::Found);
        QCOMPARE(zone.apex, QByteArray("example.com"));
        QCOMPARE(m_resolver->timesAsked("shop.example.com"), 0);
    }

    void findsAZoneOnTheSameServers()
    {
        m_authority->addZone("shop.example.com");
        m_authority->add(nsEntry("shop.example.com", "ns1.dns-host.net", 300s));
        QCOMPARE(find("shop.example.com").apex, QByteArray("shop.example.com"));
    }

    void followsADelegation()
    {
        m_authority->add(nsEntry("shop.example.com", "ns9.sub-host.net", 300s));
        m_child->addZone("shop.example.com");
        const Zone zone = find("shop.example.com");
        QVERIFY(zone.state == State::Found);
        QCOMPARE(zone.apex, QByteArray("shop.example.com"));
        QCOMPARE(zone.servers[0].addresses[0].address, childAuthority);
    }

    void followsADelegationThatOneServerDoesNotKnow()
    {
        m_resolver->add(addressEntry("ns0.dns-host.net", QHostAddress(QStringLiteral("127.0.0.4")), 300s));
        m_resolver->add(nsEntry("example.com", "ns0.dns-host.net", 300s));
        DnsTestServer lame(QHostAddress(QStringLiteral("127.0.0.4")), m_authority->port());
        lame.rcode = DnsRcode::Refused;
        m_authority->add(nsEntry("shop.example.com", "ns9.sub-host.net", 300s));
        m_child->addZone("shop.example.com");
        QCOMPARE(find("shop.example.com").apex, QByteArray("shop.example.com"));
        lame.rcode = DnsRcode::NoError;
        lame.add(nsEntry("com", "a.registry.net", 300s)); // refers upwards
        QCOMPARE(find("shop.example.com").apex, QByteArray("shop.example.com"));
    }

    void aCommonAddressCountsOnce()
    {
        m_resolver->add(addressEntry("ns2.dns-host.net", authority, 300s));
        QCOMPARE(find("example.com").servers.size(), 1);
    }

    void saysWhenNobodyOwnsIt() { QVERIFY(find("nobody-has-this.com").state == State::NotRegistered); }

    void saysWhenTheZoneIsBroken()
    {
        m_resolver->rcode = DnsRcode::ServerFailure;
        QVERIFY(find("example.com").state == State::NoServerAnswers);
    }

    void saysWhenServersHaveNoAddress()
    {
        m_resolver->remove("ns1.dns-host.net");
        QVERIFY(find("example.com").state == State::NoServerAnswers);
    }

    void saysWhenResolversRefuse()
    {
        m_resolver->rcode = DnsRcode::Refused;
        QVERIFY(find("example.com").state == State::NetworkBlocked);
    }

    void saysWhenThereAreNoResolvers()
    {
        m_settings.resolvers.clear();
        QVERIFY(find("example.com").state == State::NetworkBlocked);
    }

    void believesNoServersOfOtherZones()
    {
        m_resolver->add(nsEntry("com", "ns.evil.net", 300s));
        QVERIFY(!find("example.com").nameServers.contains("ns.evil.net"));
    }

    void endsWithItsClient()
    {
        m_resolver->manner = DnsTestServer::Manner::Drop;
        const QFuture<Result<Zone>> zone = findZone(*m_client, m_settings, "example.com");
        m_client.reset();
        QVERIFY(waitFor(zone).error().kind == Error::Kind::Cancelled);
    }

private:
    Zone find(const QByteArray &domain) { return waitFor(findZone(*m_client, m_settings, domain)).value_or(Zone {}); }

    MovedClock m_clock;
    DnsSettings m_settings;
    std::unique_ptr<DnsTestServer> m_authority;
    std::unique_ptr<DnsTestServer> m_child;
    std::unique_ptr<DnsTestServer> m_resolver;
    std::unique_ptr<DnsClient> m_client;
};

QTEST_GUILESS_MAIN(TestZoneFinder)
#include "tst_zonefinder.moc"
