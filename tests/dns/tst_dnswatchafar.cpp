#include "testkit/watchedzone.h"

#include <QSignalSpy>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

const QList<DnsRecord> &wanted = WatchedZone::wanted;

} // namespace

/// What is asked where somebody in between answers in place of the zone's servers.
class TestDnsWatchAfar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_zone = std::make_unique<WatchedZone>();
        DnsSettings settings {{m_zone->resolver.server(), m_zone->otherResolver.server()}, m_zone->first.port()};
        settings.rootServers = {m_interceptor.server()};
        m_interceptor.recursive = true; // which the root is not
        m_zone->watchWith(settings);
        m_zone->begin();
        m_zone->advance(3s);
    }
    void cleanup() { m_zone.reset(); }

    void saysSoAndJudgesByAResolver()
    {
        QCOMPARE(m_zone->view().findings.size(), 1);
        QVERIFY(m_zone->view().findings[0].kind == Kind::DnsIntercepted);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::NotFound);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
        QCOMPARE(m_zone->view().records[0].authoritativeAsked, 0);
    }

    void asksOneResolverAndNotTheZonesServers()
    {
        const qsizetype atZone = timesAskedAtZone();
        QCOMPARE(timesAsked(m_zone->resolver), 1);
        m_zone->advance(25s); // it says that there will be nothing for 30 s
        QCOMPARE(timesAsked(m_zone->resolver), 1);
        m_zone->advance(10s);
        QCOMPARE(timesAsked(m_zone->resolver), 2);
        QCOMPARE(timesAsked(m_zone->otherResolver), 0);
        QCOMPARE(timesAskedAtZone(), atZone);
    }

    void asksAnotherWhenThePersonHasAddedSomething()
    {
        m_zone->watch->lookNow();
        m_zone->advance(0s);
        QCOMPARE(timesAsked(m_zone->resolver), 1);
        QCOMPARE(timesAsked(m_zone->otherResolver), 1);
    }

    void asksAllOnceOneHasTheRecord()
    {
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        for (const DnsRecord &record : wanted)
            m_zone->publish(record);
        m_zone->advance(32s);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtResolvers);
        QCOMPARE(m_zone->view().records[0].resolversRight, 2);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
        QVERIFY(m_zone->view().allPublished);
        QCOMPARE(published.size(), 1);
    }

    void tellsAnAddressFromNothing()
    {
        const QHostAddress somewhere(QStringLiteral("192.0.2.7"));
        for (DnsTestServer *server : {&m_zone->resolver, &m_zone->otherResolver})
            server->add(addressEntry("clerk.example.com", somewhere, 300s));
        m_zone->advance(32s);
        QVERIFY(m_zone->finding(0).kind == Kind::AddressInstead);
        for (DnsTestServer *server : {&m_zone->resolver, &m_zone->otherResolver})
            server->remove("clerk.example.com");
        m_zone->advance(62s);
        QVERIFY(m_zone->finding(0).kind == Kind::Missing);
    }

    void goesBackToTheServersWhenNothingIsInBetweenAnyMore()
    {
        m_interceptor.recursive = false;
        m_zone->publish(wanted[0]);
        m_zone->advance(62s);
        QVERIFY(m_zone->view().findings.isEmpty());
        QCOMPARE(m_zone->view().records[0].authoritativeRight, 2);
        QVERIFY(m_zone->clock.untilNext() > 0s);
    }

    void givesUpAskingByItselfAfterTwoHours()
    {
        for (int minute = 0; minute < 125; ++minute)
            m_zone->advance(1min);
        const qsizetype before = timesAsked(m_zone->resolver);
        m_zone->advance(1h);
        QCOMPARE(timesAsked(m_zone->resolver), before);
        QVERIFY(!m_zone->view().nextLook);
    }

private:
    [[nodiscard]] static qsizetype timesAsked(const DnsTestServer &server)
    {
        return server.timesAsked({"clerk.example.com", DnsType::CNAME});
    }
    [[nodiscard]] qsizetype timesAskedAtZone() const { return timesAsked(m_zone->first) + timesAsked(m_zone->second); }

    DnsTestServer m_interceptor {QHostAddress(QStringLiteral("127.0.0.5"))};
    std::unique_ptr<WatchedZone> m_zone;
};

QTEST_GUILESS_MAIN(TestDnsWatchAfar)
#include "tst_dnswatchafar.moc"
