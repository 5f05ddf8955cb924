#include "dns/look/recordsearch.h"
#include "dns/look/resolverviews.h"
#include "dns/look/zoneinspection.h"
#include "dns/watch/domaincheck.h"
#include "testkit/waitfor.h"
#include "testkit/watchedzone.h"

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

const QByteArray apex = WatchedZone::apex;

/// The zone of WatchedZone with the one above it, and a server that is not in charge.
class DelegatedZone : public WatchedZone
{
public:
    DelegatedZone()
    {
        above.addZone("com");
        for (DnsTestServer *each : {&resolver, &otherResolver}) {
            each->add(nsEntry("com", "a.registry.net", 300s));
            each->add(addressEntry("a.registry.net", above.server().address, 300s));
            each->add(addressEntry("ns3.dns-host.net", third.server().address, 300s));
            each->add(addressEntry("ns1.vercel-dns.com", third.server().address, 300s));
        }
    }

    void delegateTo(const QByteArrayList &names)
    {
        for (const QByteArray &name : names)
            above.add(nsEntry(apex, name, 300s));
    }

    [[nodiscard]] DnsSettings settings() const { return {{resolver.server(), otherResolver.server()}, first.port()}; }

    [[nodiscard]] Zone zone() const
    {
        Zone zone;
        zone.state = Zone::State::Found;
        zone.apex = apex;
        zone.nameServers = {"ns1.dns-host.net", "ns2.dns-host.net"};
        zone.servers = {{"ns1.dns-host.net", {first.server(QStringLiteral("ns1.dns-host.net"))}},
                        {"ns2.dns-host.net", {second.server(QStringLiteral("ns2.dns-host.net"))}}};
        return zone;
    }

    [[nodiscard]] ServerInspection inspect(const Zone &inspected)
    {
        return waitFor(inspectServers(client, settings(), inspected)).value_or(ServerInspection());
    }

    [[nodiscard]] ResolverViews askResolvers()
    {
        return waitFor(askResolversAbout(client, settings().resolvers, apex)).value_or(ResolverViews());
    }

    DnsTestServer above {QHostAddress(QStringLiteral("127.0.0.5")), first.port()};
    DnsTestServer third {QHostAddress(QStringLiteral("127.0.0.6")), first.port()};
};

} // namespace

class TestZoneInspection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_zone = std::make_unique<DelegatedZone>(); }
    void cleanup() { m_zone.reset(); }

    void asksEachServerForTheZone()
    {
        const ServerInspection found = m_zone->inspect(m_zone->zone());
        QCOMPARE(found.servers.size(), 2);
        QVERIFY(found.servers[0].works() && found.servers[1].works());
        QVERIFY(found.servers[0].serial);
        for (const DnsTestServer *server : {&m_zone->first, &m_zone->second})
            for (const DnsTestServer::Asked &each : server->asked)
                QVERIFY(!each.recursion);
    }

    void learnsBothLists()
    {
        m_zone->delegateTo({"ns2.dns-host.net", "ns3.dns-host.net"});
        const ServerInspection found = m_zone->inspect(m_zone->zone());
        QCOMPARE(found.parentServers, QByteArrayList({"ns2.dns-host.net", "ns3.dns-host.net"}));
        QCOMPARE(found.childServers, QByteArrayList({"ns1.dns-host.net", "ns2.dns-host.net"}));
        QVERIFY(!m_zone->above.asked.constFirst().recursion);
    }

    void asksServersThatOnlyTheZoneAboveNames()
    {
        m_zone->delegateTo({"ns1.dns-host.net", "ns3.dns-host.net"});
        m_zone->third.rcode = DnsRcode::Refused;
        const ServerInspection found = m_zone->inspect(m_zone->zone());
        QCOMPARE(found.servers.constLast().name, QByteArray("ns3.dns-host.net"));
        QVERIFY(found.servers.constLast().rcode == DnsRcode::Refused);
        QVERIFY(!found.servers.constLast().works());
    }

    void asksThoseInChargeWhereResolversKnowNone()
    {
        m_zone->delegateTo({"ns1.dns-host.net", "ns2.dns-host.net"});
        m_zone->first.rcode = m_zone->second.rcode = DnsRcode::Refused;
        Zone unknown;
        unknown.state = Zone::State::NoServerAnswers;
        unknown.apex = apex;
        const ServerInspection found = m_zone->inspect(unknown);
        QCOMPARE(found.servers.size(), 2);
        QVERIFY(found.servers[1].rcode == DnsRcode::Refused);
    }

    void leavesOutServersThatWereReplaced()
    {
        m_zone->delegateTo({"ns3.dns-host.net"});
        m_zone->third.addZone(apex);
        m_zone->third.add(nsEntry(apex, "ns3.dns-host.net", 300s));
        m_zone->first.rcode = m_zone->second.rcode = DnsRcode::Refused;
        const ServerInspection found = m_zone->inspect(m_zone->zone());
        QCOMPARE(found.servers.size(), 1);
        QVERIFY(found.servers[0].works());
        QCOMPARE(found.childServers, QByteArrayList {"ns3.dns-host.net"});
    }

    /// Without IPv6 on this computer, that a server has such an address too does not excuse its silence.
    void isDeadWhereverItCanBeAsked()
    {
        Zone zone = m_zone->zone();
        const quint16 port = m_zone->first.port();
        zone.servers[1].addresses = {{QHostAddress(QStringLiteral("127.0.0.9")), port, {}},
                                     {QHostAddress(QStringLiteral("2001:db8::9")), port, {}}};
        SystemClock clock;
        DnsClient client(clock);
        const auto found = waitFor(inspectServers(client, m_zone->settings(), zone)).value_or(ServerInspection());
        QVERIFY(found.servers[1].outcome != DnsAnswer::Outcome::Unreachable);
        QVERIFY(!found.servers[1].works());
    }

    void aServerThatOnlyRefersDoesNotWork()
    {
        m_zone->second.entries.clear();
        m_zone->second.add(nsEntry("com", "a.registry.net", 300s));
        QVERIFY(!m_zone->inspect(m_zone->zone()).servers[1].works());
    }

    void learnsNoListWhereTheServersAboveHoldBothZones()
    {
        m_zone->above.addZone(apex);
        m_zone->delegateTo({"ns3.dns-host.net"});
        QVERIFY(m_zone->inspect(m_zone->zone()).parentServers.isEmpty());
    }

    void learnsWhatResolversRemember()
    {
        m_zone->otherResolver.remove(apex);
        m_zone->otherResolver.add(nsEntry(apex, "ns9.old-host.net", 7200s));
        const ResolverViews views = m_zone->askResolvers();
        QCOMPARE(views.cached.size(), 2);
        QCOMPARE(views.cached[1].names, QByteArrayList {"ns9.old-host.net"});
        QVERIFY(views.cached[1].ttl == 7200s);
        QVERIFY(views.dnssec == DnssecCheck());
    }

    void asksAResolverThatFailsWithoutItsCheck()
    {
        m_zone->resolver.bogus = 9;
        const ResolverViews views = m_zone->askResolvers();
        QVERIFY(views.dnssec);
        QVERIFY(views.dnssec->validated == DnsRcode::ServerFailure);
        QVERIFY(views.dnssec->unchecked == DnsRcode::NoError);
        QCOMPARE(views.dnssec->extendedErrors, QList<quint16> {9});
        QCOMPARE(views.dnssec->resolversFailing, 1);
    }

    void findsRecordsAtServersNotInCharge()
    {
        m_zone->third.addZone(apex);
        m_zone->third.add(cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s));
        const auto search = [this](const char *target) {
            return waitFor(
                       findElsewhere(m_zone->client, m_zone->settings(), m_zone->zone(), "clerk.example.com", target))
                .value_or(QByteArrayList());
        };
        QCOMPARE(search("frontend-api.clerk.services"), QByteArrayList {"ns1.vercel-dns.com"});
        QVERIFY(search("accounts.clerk.services").isEmpty());
        QCOMPARE(m_zone->resolver.timesAsked("clerk.example.com"), 0);
        m_zone->third.recursive = true;
        QVERIFY(search("frontend-api.clerk.services").isEmpty());
    }

    void saysSoUntilARecordIsThere()
    {
        m_zone->third.addZone(apex);
        m_zone->third.add(cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s));
        m_zone->begin();
        m_zone->watch->lookNow();
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(0).kind == Kind::RecordsAtOtherProvider);
        QCOMPARE(m_zone->finding(0).seen, QStringLiteral("Vercel"));
        m_zone->publish(WatchedZone::wanted[1]);
        m_zone->advance(4s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    /// Resolvers remember the former servers for up to two days; the records are needed at the new ones.
    void asksTheServersThatTheZoneAboveNames()
    {
        moveToThird();
        m_zone->begin();
        m_zone->advance(2s);
        QCOMPARE(m_zone->view().nameServers, QStringList {QStringLiteral("ns3.dns-host.net")});
        QCOMPARE(m_zone->view().records[0].authoritativeAsked, 1);
        QCOMPARE(m_zone->view().records[0].authoritativeRight, 1);
        QVERIFY(m_zone->finding(1).kind == Kind::Missing);
        m_zone->third.add(cnameEntry("clk._domainkey.example.com", "dkim1.abc.clerk.services", 300s));
        m_zone->advance(2s);
        QVERIFY(m_zone->view().allPublished);
        QVERIFY(std::any_of(m_zone->view().findings.begin(), m_zone->view().findings.end(),
                            [](const DnsFinding &each) { return each.kind == Kind::ServersChanged; }));
        m_zone->advance(70s);
        QVERIFY(m_zone->view().readyForClerk);
        QVERIFY(m_zone->finding(0).kind == Kind::None); // resolvers wait for the former servers to be forgotten
        QVERIFY(m_zone->view().findings[0].until.isValid());
    }

    /// However often the zone is looked for: resolvers go on naming the former servers.
    void staysWithTheServersThatTheZoneAboveNames()
    {
        moveToThird();
        m_zone->begin();
        m_zone->advance(2s);
        m_zone->first.asked.clear();
        for (int minute = 0; minute < 12; ++minute) {
            m_zone->advance(1min);
            QCOMPARE(m_zone->view().nameServers, QStringList {QStringLiteral("ns3.dns-host.net")});
        }
        QCOMPARE(m_zone->first.timesAsked("clk._domainkey.example.com"), 0);
    }

    void staysWithTheFormerServersWhereTheNewOnesHaveNoAddress()
    {
        m_zone->delegateTo({"ns4.dns-host.net"});
        m_zone->begin();
        m_zone->advance(2s);
        QCOMPARE(m_zone->view().records[0].authoritativeAsked, 2);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    void checksAtTheServersThatTheZoneAboveNames()
    {
        moveToThird();
        DomainCheck check(m_zone->client, m_zone->clock, m_zone->settings());
        const auto answer = check.run(QStringLiteral("example.com"), {WatchedZone::wanted[0]});
        m_zone->settle();
        const auto checked = waitFor(answer);
        QCOMPARE(checked->view.nameServers, QStringList {QStringLiteral("ns3.dns-host.net")});
        QVERIFY(checked->view.allPublished);
        QCOMPARE(checked->view.records[0].authoritativeAsked, 1);
    }

    void saysThatTheSealIsBroken()
    {
        m_zone->resolver.bogus = m_zone->otherResolver.bogus = 7;
        m_zone->begin();
        QCOMPARE(m_zone->view().findings.size(), 1);
        QVERIFY(m_zone->view().findings[0].kind == Kind::DnssecBroken);
        QCOMPARE(m_zone->view().findings[0].seen, QStringLiteral("signature expired"));
    }

    void keepsWithinTheBudgetOfOneServer()
    {
        m_zone->begin();
        QVERIFY2(m_zone->first.asked.size() <= 8, qPrintable(QString::number(m_zone->first.asked.size())));
        QVERIFY2(m_zone->second.asked.size() <= 8, qPrintable(QString::number(m_zone->second.asked.size())));
    }

private:
    /// The first record lies at the new server, nothing at the former ones.
    void moveToThird()
    {
        m_zone->delegateTo({"ns3.dns-host.net"});
        m_zone->third.addZone(apex);
        m_zone->third.add(nsEntry(apex, "ns3.dns-host.net", 300s));
        m_zone->third.add(cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s));
    }

    std::unique_ptr<DelegatedZone> m_zone;
};

QTEST_GUILESS_MAIN(TestZoneInspection)
#include "tst_zoneinspection.moc"
