#include "dns/judge/domainrules.h"
#include "dns/judge/zonerules.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Kinds = QList<DnsFinding::Kind>;
using Outcome = DnsAnswer::Outcome;
using State = Zone::State;

namespace {

const QDateTime noon(QDate(2026, 1, 5), QTime(12, 0), Qt::UTC);
constexpr auto notAuth = static_cast<DnsRcode>(9);

ZoneServerCheck server(const QByteArray &name, Outcome outcome, DnsRcode rcode, bool authoritative)
{
    ZoneServerCheck check;
    check.name = name + ".dns-host.net";
    check.outcome = outcome;
    check.rcode = rcode;
    check.authoritative = authoritative;
    return check;
}

ZoneServerCheck working(const QByteArray &name)
{
    return server(name, Outcome::Answered, DnsRcode::NoError, true);
}

ZoneServerCheck says(const QByteArray &name, DnsRcode rcode)
{
    return server(name, Outcome::Answered, rcode, false);
}

ZoneServerCheck silent(const QByteArray &name, Outcome outcome = Outcome::TimedOut)
{
    return server(name, outcome, DnsRcode::NoError, false);
}

DomainEvidence domain(State state = State::Found, const QByteArray &name = "example.com")
{
    DomainEvidence made;
    made.domain = name;
    made.zone.state = state;
    made.zone.apex = name;
    made.zone.nameServers = {"ns1.dns-host.net", "ns2.dns-host.net"};
    made.now = noon;
    return made;
}

DomainEvidence served(const QList<ZoneServerCheck> &servers, State state = State::Found)
{
    DomainEvidence made = domain(state);
    made.inspection.servers = servers;
    return made;
}

DomainEvidence intercepted(DomainEvidence made)
{
    made.network.root = NetworkEvidence::RootControl {DnsRcode::NoError, false, true};
    return made;
}

DomainEvidence registered(const QStringList &statuses, State state, const QDateTime &expires = {})
{
    DomainEvidence made = domain(state);
    made.inspection.registration = Registration {true, statuses, expires, QStringLiteral("Registrar")};
    return made;
}

DomainEvidence sealed(DnsRcode validated, DnsRcode unchecked, const QList<quint16> &errors, int failing = 1,
                      State state = State::Found)
{
    DomainEvidence made = domain(state);
    made.inspection.servers = {working("ns1"), working("ns2")};
    made.inspection.dnssec = DnssecCheck {validated, unchecked, errors, failing};
    return made;
}

DomainEvidence listed(const QByteArrayList &parent, const QByteArrayList &child, const QByteArrayList &cached = {})
{
    DomainEvidence made = domain();
    made.inspection.servers = {working("ns1"), working("ns2")};
    made.inspection.parentServers = parent;
    made.inspection.childServers = child;
    if (!cached.isEmpty())
        made.inspection.cached = {{{}, child, 300s, noon}, {{}, cached, 7200s, noon}, {{}, cached, 3600s, noon}};
    return made;
}

DomainEvidence servedBy(const QByteArrayList &nameServers, DomainEvidence made = domain())
{
    made.zone.nameServers = nameServers;
    return made;
}

} // namespace

class TestZoneRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<DomainEvidence>("evidence");
        QTest::addColumn<Kinds>("kinds");
        const auto row = [](const char *title, const DomainEvidence &evidence, const Kinds &kinds) {
            QTest::newRow(title) << evidence << kinds;
        };

        row("nothing known", domain(State::Unknown), {});
        row("found, not inspected", domain(), {});
        row("all work", served({working("ns1"), working("ns2")}), {});

        row("F11 nobody owns it", domain(State::NotRegistered), {Kind::NotRegistered});
        DomainEvidence free = domain(State::NotRegistered);
        free.inspection.registration = Registration();
        row("F11 and the registry agrees", free, {Kind::NotRegistered});
        row("F12 registered, but not in DNS", registered({}, State::NotRegistered), {Kind::Suspended});
        row("F12 on hold", registered({QStringLiteral("client hold")}, State::NoServerAnswers), {Kind::Suspended});
        row("F12 on hold, in EPP's word", registered({QStringLiteral("serverHold")}, State::NoServerAnswers),
            {Kind::Suspended});
        row("F12 expired", registered({}, State::NoServerAnswers, noon.addDays(-1)), {Kind::Suspended});
        row("F12 not while a server works",
            [] {
                DomainEvidence made = registered({QStringLiteral("client hold")}, State::Found);
                made.inspection.servers = {working("ns1")};
                return made;
            }(),
            {});
        row("F12 at servers for the expired", servedBy({"ns1.pendingrenewaldeletion.com", "ns2.renewyourname.net"}),
            {Kind::Suspended});
        row("F12 not for one such server of two", servedBy({"ns1.pendingrenewaldeletion.com", "ns2.dns-host.net"}), {});
        row("F13 registered and in order",
            registered({QStringLiteral("active")}, State::NoServerAnswers, noon.addDays(1)), {Kind::NoServerAnswers});

        row("F13 resolvers get nothing", domain(State::NoServerAnswers), {Kind::NoServerAnswers});
        row("F13 all silent", served({silent("ns1"), silent("ns2", Outcome::PortClosed)}), {Kind::NoServerAnswers});
        row("F13 all fail", served({says("ns1", DnsRcode::ServerFailure), says("ns2", DnsRcode::ServerFailure)}),
            {Kind::NoServerAnswers});
        row("F13 one refuses, one is silent", served({says("ns1", DnsRcode::Refused), silent("ns2")}),
            {Kind::NoServerAnswers});
        row("out of reach says nothing",
            served({silent("ns1", Outcome::Unreachable), silent("ns2", Outcome::Unreachable)}), {});
        row("F14 all refuse", served({says("ns1", DnsRcode::Refused), says("ns2", DnsRcode::Refused)}),
            {Kind::ZoneNotActive});
        row("F14 most refuse", served({says("ns1", DnsRcode::Refused), says("ns2", notAuth), silent("ns3")}),
            {Kind::ZoneNotActive});
        row("F14 where resolvers get nothing",
            served({says("ns1", DnsRcode::Refused), says("ns2", DnsRcode::Refused)}, State::NoServerAnswers),
            {Kind::ZoneNotActive});
        row("F14 not on a network that answers itself",
            intercepted(served({says("ns1", DnsRcode::Refused), says("ns2", DnsRcode::Refused)})), {});

        row("F15 one refuses", served({working("ns1"), says("ns2", DnsRcode::Refused)}), {Kind::LameServer});
        row("F15 one fails", served({working("ns1"), says("ns2", DnsRcode::ServerFailure)}), {Kind::LameServer});
        row("F15 one refers", served({working("ns1"), says("ns2", DnsRcode::NoError)}), {Kind::LameServer});
        row("F15 not on a network that answers itself",
            intercepted(served({working("ns1"), says("ns2", DnsRcode::Refused)})), {});
        row("F16 one silent", served({working("ns1"), silent("ns2")}), {Kind::DeadServer});
        row("F16 one closed", served({working("ns1"), silent("ns2", Outcome::PortClosed)}), {Kind::DeadServer});
        row("F16 not when out of reach from here", served({working("ns1"), silent("ns2", Outcome::Unreachable)}), {});
        DomainEvidence asked = served({working("ns1"), says("ns2", DnsRcode::Refused)});
        asked.inspection.servers[1].server.address = QHostAddress(QStringLiteral("192.0.2.2"));
        asked.network.slowServers = {asked.inspection.servers[1].server};
        row("F15 not when it only asks for patience", asked, {});
        row("F15 and F16", served({working("ns1"), says("ns2", DnsRcode::Refused), silent("ns3")}),
            {Kind::LameServer, Kind::DeadServer});

        row("lists agree", listed({"a.net", "b.net"}, {"a.net", "b.net"}, {"a.net", "b.net"}), {});
        row("F17 lists differ", listed({"a.net", "b.net"}, {"a.net", "c.net"}), {Kind::ServerListsDiffer});
        row("F17 not when one is unknown", listed({}, {"a.net"}), {});
        row("F17 resolvers may have either", listed({"a.net"}, {"b.net"}, {"a.net"}), {Kind::ServerListsDiffer});
        row("F17 not on a network that answers itself", intercepted(listed({"a.net"}, {"b.net"})), {});
        row("F19 a resolver has an older list", listed({"a.net"}, {"a.net"}, {"old.net"}), {Kind::ServersChanged});
        row("F19 without the zone above", listed({}, {"a.net"}, {"old.net"}), {Kind::ServersChanged});

        DomainEvidence elsewhere = served({working("ns1")});
        elsewhere.inspection.recordsFoundAt = {"ns1.vercel-dns.com"};
        row("F18 records at another provider", elsewhere, {Kind::RecordsAtOtherProvider});

        const auto failure = DnsRcode::ServerFailure;
        row("F21 key missing", sealed(failure, DnsRcode::NoError, {9}), {Kind::DnssecBroken});
        row("F21 without a reason, at several", sealed(failure, DnsRcode::NoError, {}, 2), {Kind::DnssecBroken});
        row("F21 not at one without a reason", sealed(failure, DnsRcode::NoError, {}, 1), {});
        row("F21 at one without a reason, when nobody sees the zone",
            sealed(failure, DnsRcode::NoError, {}, 1, State::NoServerAnswers), {Kind::DnssecBroken});
        row("F21 not when it fails without the check too", sealed(failure, failure, {6}, 3), {});
        row("F21 not when only the servers cannot be reached", sealed(failure, DnsRcode::NoError, {22, 23}, 3), {});
        row("F21 not when it passes", sealed(DnsRcode::NoError, DnsRcode::NoError, {}, 0), {});
        DomainEvidence both = sealed(failure, DnsRcode::NoError, {6}, 2, State::NoServerAnswers);
        both.inspection.servers = {silent("ns1")};
        row("F21 before F13", both, {Kind::DnssecBroken});

        row("F23 a provider's domain", domain(State::Found, "shop.vercel.app"), {Kind::HostingDomain});
        row("F23 not a domain of one's own", domain(State::Found, "vercel-shop.com"), {});
        row("F23 before all else", domain(State::NotRegistered, "shop.vercel.app"), {Kind::HostingDomain});
        row("F24 international", domain(State::Found, "xn--bcher-kva.com"), {Kind::InternationalName});
        row("F24 not registered either", domain(State::NotRegistered, "xn--bcher-kva.com"),
            {Kind::NotRegistered, Kind::InternationalName});
        row("F24 label inside", domain(State::Found, "shop.xn--bcher-kva.com"), {Kind::InternationalName});
        row("F24 not in the middle of a label", domain(State::Found, "a-xn--b.com"), {});
    }

    void judges()
    {
        QFETCH(DomainEvidence, evidence);
        QFETCH(Kinds, kinds);
        Kinds found;
        for (const DnsFinding &each : judgeZone(evidence))
            found.append(each.kind);
        QCOMPARE(found, kinds);
    }

    void saysNothingAboutTheZoneWithoutNetwork() { QVERIFY(judgeZone(domain(State::NetworkBlocked)).isEmpty()); }

    void namesTheServersThatFailAndThoseThatDoNot()
    {
        const QList<DnsFinding> found = judgeZone(served({working("ns1"), silent("ns2"), silent("ns3")}));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].server, QStringLiteral("ns2.dns-host.net"));
        QCOMPARE(found[0].names, QStringList({QStringLiteral("ns2.dns-host.net"), QStringLiteral("ns3.dns-host.net")}));
        QCOMPARE(found[0].otherNames, QStringList {QStringLiteral("ns1.dns-host.net")});
    }

    void namesWhoseServersRefuse()
    {
        DomainEvidence evidence = served({says("ns1", DnsRcode::Refused), says("ns2", DnsRcode::Refused)});
        evidence.inspection.parentServers = {"amy.ns.cloudflare.com", "bob.ns.cloudflare.com"};
        QCOMPARE(judgeZone(evidence)[0].seen, QStringLiteral("Cloudflare"));
        QCOMPARE(judgeZone(evidence)[0].names[0], QStringLiteral("amy.ns.cloudflare.com"));
    }

    void saysWhatTheRegistrySays()
    {
        const DnsFinding found
            = judgeZone(registered({QStringLiteral("client transfer prohibited"), QStringLiteral("redemption period")},
                                   State::NotRegistered))[0];
        QCOMPARE(found.seen, QStringLiteral("Registrar"));
        QCOMPARE(found.names, QStringList {QStringLiteral("redemption period")});
    }

    void saysBothLists()
    {
        const DnsFinding found = judgeZone(listed({"a.net", "b.net"}, {"a.net", "c.net"}))[0];
        QCOMPARE(found.names, QStringList({QStringLiteral("a.net"), QStringLiteral("b.net")}));
        QCOMPARE(found.otherNames, QStringList({QStringLiteral("a.net"), QStringLiteral("c.net")}));
    }

    /// However often the zone is looked at meanwhile.
    void theMemoryOfOtherServersRunsOut()
    {
        DomainEvidence made = listed({"a.net"}, {"a.net"}, {"old.net"});
        made.now = noon.addSecs(7199);
        QCOMPARE(judgeZone(made).value(0).until, noon.addSecs(7200));
        made.now = noon.addSecs(7200);
        QVERIFY(judgeZone(made).isEmpty());
    }

    void waitsForTheLongestMemory() { QVERIFY(judgeZone(listed({"a.net"}, {"a.net"}, {"old.net"}))[0].wait == 7200s); }

    void saysWhereTheRecordsAre()
    {
        DomainEvidence evidence = domain();
        evidence.inspection.recordsFoundAt = {"ns1.vercel-dns.com"};
        QCOMPARE(judgeZone(evidence)[0].seen, QStringLiteral("Vercel"));
    }

    void givesTheMostTellingReasonAndItsCode()
    {
        const DnsFinding found = judgeZone(sealed(DnsRcode::ServerFailure, DnsRcode::NoError, {6, 9}))[0];
        QCOMPARE(found.seen, QStringLiteral("DNSKEY missing"));
        QCOMPARE(found.names, QStringList {QStringLiteral("EDE 9")});
    }

    void putsWhatHidesTheZoneBeforeWhatIsOnlyGoodToKnow()
    {
        const QList<DnsFinding> found = judgeDomain(domain(State::NotRegistered, "xn--bcher-kva.com"));
        QVERIFY(found[0].kind == Kind::NotRegistered);
        QVERIFY(silencingFinding(domain(State::NotRegistered))->kind == Kind::NotRegistered);
        QVERIFY(!silencingFinding(served({working("ns1"), silent("ns2")})));
    }
};

QTEST_GUILESS_MAIN(TestZoneRules)
#include "tst_zonerules.moc"
