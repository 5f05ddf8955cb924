#include "testkit/watchedzone.h"

#include <QSignalSpy>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Manner = DnsTestServer::Manner;

namespace {

const QList<DnsRecord> &wanted = WatchedZone::wanted;

DnsEntry entryOf(const DnsRecord &record)
{
    return cnameEntry(dnsName(record.host), dnsName(record.target), 300s);
}

} // namespace

class TestDnsWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_zone = std::make_unique<WatchedZone>(); }
    void cleanup() { m_zone.reset(); }

    void findsZoneAndServers()
    {
        m_zone->begin();
        QCOMPARE(m_zone->view().zone, QStringLiteral("example.com"));
        QCOMPARE(m_zone->view().nameServers,
                 QStringList({QStringLiteral("ns1.dns-host.net"), QStringLiteral("ns2.dns-host.net")}));
        QCOMPARE(m_zone->view().records[1].nameToType, QStringLiteral("clk._domainkey"));
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::NotFound);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
        QCOMPARE(m_zone->view().records[0].authoritativeAsked, 2);
        QVERIFY(m_zone->view().nextLook == 2s);
    }

    void asksNoResolverBeforeThereIsSomethingToSee()
    {
        m_zone->begin();
        m_zone->advance(5min);
        QCOMPARE(m_zone->resolver.timesAsked("clerk.example.com"), 0);
        QCOMPARE(m_zone->otherResolver.timesAsked("clerk.example.com"), 0);
    }

    void seesAPublishedRecordAndGoesOnToResolvers()
    {
        m_zone->begin();
        m_zone->publish(wanted[0]);
        m_zone->advance(2s);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtResolvers);
        QCOMPARE(m_zone->view().records[0].authoritativeRight, 2);
        QCOMPARE(m_zone->view().records[0].resolversRight, 2);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
        QVERIFY(m_zone->view().records[1].progress == RecordProgress::NotFound);
        QVERIFY(!m_zone->view().allPublished);
        QCOMPARE(m_zone->resolver.timesAsked({"clerk.example.com", DnsType::CNAME}), 1);
    }

    void tellsThatServersDisagree()
    {
        m_zone->begin();
        m_zone->first.add(entryOf(wanted[0]));
        m_zone->advance(2s);
        m_zone->advance(2s);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtProvider);
        QCOMPARE(m_zone->view().records[0].authoritativeRight, 1);
        QVERIFY(m_zone->finding(0).kind == Kind::ServersDisagree);
        QVERIFY(m_zone->finding(0).server.contains(QStringLiteral("ns2")));
        QCOMPARE(m_zone->resolver.timesAsked("clerk.example.com"), 0);
    }

    void saysOnceThatAllIsPublished()
    {
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        m_zone->begin();
        m_zone->publish(wanted[0]);
        m_zone->advance(2s);
        QCOMPARE(published.size(), 0);
        m_zone->publish(wanted[1]);
        m_zone->advance(2s);
        QVERIFY(m_zone->view().allPublished);
        m_zone->advance(10min);
        QCOMPARE(published.size(), 1);
    }

    void isNotPublishedWhileAServerHasNotBeenHeard()
    {
        m_zone->publish(wanted[0]);
        m_zone->publish(wanted[1]);
        m_zone->second.manner = Manner::Drop;
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        m_zone->begin();
        QCOMPARE(published.size(), 0);
        m_zone->advance(600ms);
        m_zone->advance(1200ms);
        QCOMPARE(published.size(), 1);
        QCOMPARE(m_zone->view().records[0].authoritativeAsked, 1);
    }

    void looksAroundOnlyWhenAsked()
    {
        m_zone->addToZone(cnameEntry("clerk.example.com.example.com", "frontend-api.clerk.services", 300s));
        m_zone->begin();
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
        m_zone->watch->lookNow();
        m_zone->advance(0s);
        QVERIFY(m_zone->finding(0).kind == Kind::NameDoubled);
        QCOMPARE(m_zone->finding(0).seen, QStringLiteral("clerk.example.com.example.com"));
    }

    /// Half of all questions would get no answer otherwise.
    void looksAroundAtTheServersThatKnowTheZone()
    {
        m_zone->first.rcode = DnsRcode::Refused;
        m_zone->second.add(cnameEntry("clerk.example.com.example.com", "frontend-api.clerk.services", 300s));
        m_zone->second.add(cnameEntry("clk._domainkey.example.com.example.com", "dkim1.abc.clerk.services", 300s));
        m_zone->begin();
        for (int look = 0; look < 3; ++look) { // whoever's turn it is
            m_zone->watch->lookNow();
            m_zone->advance(2s);
            QVERIFY(m_zone->finding(0).kind == Kind::NameDoubled);
            QVERIFY(m_zone->finding(1).kind == Kind::NameDoubled);
        }
    }

    void looksAroundEveryMinute()
    {
        m_zone->addToZone(cnameEntry("clk.domainkey.example.com", "dkim1.abc.clerk.services", 300s));
        m_zone->begin();
        m_zone->advance(64s);
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(1).kind == Kind::UnderscoreLost);
    }

    void tellsAnAddressFromAWildcard()
    {
        m_zone->addToZone(addressEntry("*.example.com", QHostAddress(QStringLiteral("192.0.2.7")), 300s));
        m_zone->begin();
        QVERIFY(m_zone->finding(0).kind == Kind::AddressInstead);
        m_zone->advance(2s);
        m_zone->watch->lookNow();
        m_zone->advance(0s);
        QVERIFY(m_zone->finding(0).kind == Kind::Wildcard);
    }

    /// Each record is held against the catch-all that would answer for it.
    void tellsOtherTypesFromAWildcard()
    {
        m_zone->addToZone(textEntry("*.example.com", "v=spf1 -all", 300s));
        m_zone->addToZone(textEntry("*._domainkey.example.com", "v=DKIM1; p=", 300s));
        m_zone->begin();
        m_zone->watch->lookNow();
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(0).kind == Kind::Wildcard);
        QVERIFY(m_zone->finding(1).kind == Kind::Wildcard);
        m_zone->addToZone(textEntry("clerk.example.com", "proof=1", 300s));
        m_zone->watch->lookNow();
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(0).kind == Kind::OtherRecordThere);
        QVERIFY(m_zone->finding(1).kind == Kind::Wildcard);
    }

    void whatClerkHasSeenIsDone()
    {
        m_zone->begin();
        DomainStatus status;
        RecordStatus row;
        row.from = QStringLiteral("Clerk.example.com.");
        row.verified = true;
        status.records.append(row);
        m_zone->watch->setClerkStatus(status);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::SeenByClerk);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
        const qsizetype before = m_zone->first.timesAsked("clerk.example.com");
        m_zone->advance(20s);
        QCOMPARE(m_zone->first.timesAsked("clerk.example.com"), before);
    }

    void saysThatClerkHasNotLooked()
    {
        m_zone->publish(wanted[0]);
        m_zone->begin();
        DomainStatus status;
        RecordStatus row;
        row.key = QStringLiteral("clerk");
        status.records.append(row);
        m_zone->watch->setClerkStatus(status);
        QVERIFY(m_zone->finding(0).kind == Kind::ClerkHasNotLooked);
    }

    void keepsWhatItKnowsWhenRecordsAreAdded()
    {
        m_zone->publish(wanted[0]);
        m_zone->watch->setRecords(QStringLiteral("example.com"), {wanted[0]});
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        m_zone->watch->start();
        m_zone->advance(0s);
        QCOMPARE(published.size(), 1);

        m_zone->watch->setRecords(QStringLiteral("example.com"), wanted);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtResolvers);
        QVERIFY(!m_zone->view().allPublished);
        m_zone->advance(0s);
        QVERIFY(m_zone->finding(1).kind == Kind::Missing);
        m_zone->publish(wanted[1]);
        m_zone->advance(2s);
        QCOMPARE(published.size(), 2);
    }

    /// The zone can be found while the records are still being asked of Clerk. No more than that.
    void withoutRecordsOnlyTheZoneIsLookedFor()
    {
        m_zone->watch->setRecords(QStringLiteral("example.com"), {});
        m_zone->watch->start();
        m_zone->advance(0s);
        QCOMPARE(m_zone->view().zone, QStringLiteral("example.com"));
        const qsizetype asked = m_zone->resolver.asked.size();
        m_zone->advance(1h);
        QCOMPARE(m_zone->resolver.asked.size(), asked);
        QCOMPARE(m_zone->askedAtZone(), 0);
        QVERIFY(!m_zone->view().allPublished);
    }

    void saysNothingOfTheFormerDomainAboutAnother()
    {
        m_zone->first.rcode = DnsRcode::Refused;
        m_zone->begin();
        m_zone->advance(2s);
        QCOMPARE(m_zone->view().findings.size(), 1);
        m_zone->watch->setRecords(QStringLiteral("nobody-has-this.com"),
                                  {{QStringLiteral("clerk.nobody-has-this.com"), wanted[0].target, true}});
        QVERIFY(m_zone->view().findings.isEmpty());
        QVERIFY(m_zone->view().nameServers.isEmpty());
        m_zone->advance(2s);
        QCOMPARE(m_zone->view().findings.size(), 1);
        QVERIFY(m_zone->view().findings[0].kind == Kind::NotRegistered);
    }

    /// Not in the same moment again and again.
    void withoutRecordsItRestsWhereThereIsNoSuchDomain()
    {
        m_zone->watch->setRecords(QStringLiteral("nobody-has-this.com"), {});
        m_zone->begin();
        QVERIFY(m_zone->view().findings.value(0).kind == Kind::NotRegistered);
        QVERIFY(m_zone->clock.untilNext() > 1s);
    }

    void withoutADomainNothingIsAsked()
    {
        m_zone->watch->setRecords({}, {});
        m_zone->watch->start();
        m_zone->advance(1h);
        QVERIFY(m_zone->resolver.asked.isEmpty());
    }

    void saysThatNobodyOwnsTheDomain()
    {
        for (DnsTestServer *server : {&m_zone->resolver, &m_zone->otherResolver})
            server->remove(WatchedZone::apex);
        m_zone->begin();
        QVERIFY(m_zone->finding(0).kind == Kind::NotRegistered);
        QVERIFY(m_zone->view().zone.isEmpty());
    }

    void saysThatTheNetworkIsBlocked()
    {
        m_zone->resolver.manner = m_zone->otherResolver.manner = Manner::Drop;
        m_zone->begin();
        m_zone->advance(600ms);
        m_zone->advance(1200ms);
        QVERIFY(m_zone->finding(0).kind == Kind::None); // it may be the zone that is silent, not the resolvers
        m_zone->advance(600ms);
        m_zone->advance(1200ms);
        QVERIFY(m_zone->finding(0).kind == Kind::DnsBlocked);
        m_zone->resolver.manner = m_zone->otherResolver.manner = Manner::Answer;
        m_zone->advance(15s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    /// The zone's servers are as silent then as resolvers are, and are not to blame.
    void saysThatTheNetworkIsGoneAndNotTheZonesServers()
    {
        m_zone->begin();
        m_zone->advance(30s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
        setMannerOfAll(Manner::Drop);
        for (int second = 0; second < 20; ++second) {
            m_zone->advance(1s);
            QVERIFY(m_zone->finding(0).kind != Kind::NoServerAnswers);
        }
        QVERIFY(m_zone->finding(0).kind == Kind::DnsBlocked);
        QCOMPARE(m_zone->view().zone, QStringLiteral("example.com"));
        m_zone->watch->lookNow();
        m_zone->advance(20s);
        QVERIFY(m_zone->finding(0).kind == Kind::DnsBlocked);

        setMannerOfAll(Manner::Answer);
        m_zone->advance(5s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    void saysThatTheZonesServersAreGoneWhereResolversAnswer()
    {
        m_zone->begin();
        m_zone->advance(30s);
        m_zone->first.manner = m_zone->second.manner = Manner::Drop;
        m_zone->advance(10s);
        QVERIFY(m_zone->finding(0).kind == Kind::NoServerAnswers);
    }

    void withoutResolversTheNetworkCountsAsBlocked()
    {
        m_zone->watchWith({{}, m_zone->first.port()});
        m_zone->begin();
        QVERIFY(m_zone->finding(0).kind == Kind::DnsBlocked);
    }

    void saysThatTheServersInChargeDoNotHaveTheZone()
    {
        m_zone->first.rcode = m_zone->second.rcode = DnsRcode::Refused;
        m_zone->begin();
        QVERIFY(m_zone->finding(0).kind == Kind::ZoneNotActive);
        m_zone->first.rcode = m_zone->second.rcode = DnsRcode::NoError;
        m_zone->advance(62s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    void saysThatNoServerAnswers()
    {
        m_zone->first.manner = m_zone->second.manner = Manner::Drop;
        m_zone->begin();
        m_zone->advance(10s);
        QVERIFY(m_zone->finding(0).kind == Kind::NoServerAnswers);
        QCOMPARE(m_zone->view().findings.size(), 1);
    }

    void explainsAMistakeMadeBeforeItBeganWithinSeconds()
    {
        m_zone->addToZone(cnameEntry("clerk.example.com.example.com", "frontend-api.clerk.services", 300s));
        m_zone->begin();
        m_zone->advance(12s);
        QVERIFY(m_zone->finding(0).kind == Kind::NameDoubled);
    }

    void mayBeDeletedWhileLooking()
    {
        m_zone->watch->start();
        m_zone.reset();
        QTest::qWait(20);
    }

private:
    void setMannerOfAll(Manner manner)
    {
        for (DnsTestServer *server : {&m_zone->first, &m_zone->second, &m_zone->resolver, &m_zone->otherResolver})
            server->manner = manner;
    }

    std::unique_ptr<WatchedZone> m_zone;
};

QTEST_GUILESS_MAIN(TestDnsWatch)
#include "tst_dnswatch.moc"
