#include "testkit/watchedzone.h"

#include <QSignalSpy>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

const QList<DnsRecord> &wanted = WatchedZone::wanted;

DnsEntry entryOf(const DnsRecord &record)
{
    return cnameEntry(dnsName(record.host), dnsName(record.target), 300s);
}

} // namespace

/// When whom is asked, and when nobody is.
class TestDnsWatchPace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_zone = std::make_unique<WatchedZone>(); }
    void cleanup() { m_zone.reset(); }

    /// Clerk may get its answer from one of these, and looks only so often.
    void isReadyForClerkWhenTheGreatResolversSeeIt()
    {
        DnsServer great = m_zone->resolver.server();
        great.manyCaches = true;
        m_zone->watchWith({{great, m_zone->otherResolver.server()}, m_zone->first.port()});
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        m_zone->begin();
        for (const DnsRecord &record : wanted)
            m_zone->addToZone(entryOf(record));
        m_zone->advance(2s);
        QVERIFY(m_zone->view().allPublished);
        m_zone->resolver.add(entryOf(wanted[0]));
        m_zone->resolver.add(entryOf(wanted[1]));
        m_zone->advance(28s);
        QCOMPARE(published.size(), 0);
        m_zone->advance(5s); // it has said that there would be nothing for 30 s
        QCOMPARE(published.size(), 1);
    }

    void doesNotLetClerkWaitForAResolverForLongerThanAMinute()
    {
        DnsServer great = m_zone->resolver.server();
        great.manyCaches = true;
        m_zone->watchWith({{great, m_zone->otherResolver.server()}, m_zone->first.port()});
        QSignalSpy published(m_zone->watch.get(), &RecordWatch::published);
        m_zone->begin();
        for (const DnsRecord &record : wanted)
            m_zone->addToZone(entryOf(record));
        m_zone->advance(2s);
        m_zone->advance(59s);
        QCOMPARE(published.size(), 0);
        m_zone->advance(2s);
        QCOMPARE(published.size(), 1);
    }

    void looksLessOftenWhenHidden()
    {
        m_zone->begin();
        m_zone->watch->setVisible(false);
        const qsizetype before = m_zone->askedAtZone();
        m_zone->advance(6s);
        QCOMPARE(m_zone->askedAtZone(), before);
        m_zone->advance(2s);
        const qsizetype then = m_zone->askedAtZone();
        QVERIFY(then > before);
        m_zone->watch->setVisible(true);
        m_zone->advance(0s);
        QVERIFY(m_zone->askedAtZone() > then);
    }

    void looksLessOftenOnAComputerThatSavesPower()
    {
        m_zone->begin();
        m_zone->watch->setSavingPower(true);
        const qsizetype before = m_zone->askedAtZone();
        m_zone->advance(6s);
        QCOMPARE(m_zone->askedAtZone(), before);
        m_zone->watch->setVisible(false); // which is no reason to look less often still
        m_zone->advance(2s);
        const qsizetype then = m_zone->askedAtZone();
        QVERIFY(then > before);
        m_zone->watch->setVisible(true);
        m_zone->advance(0s);
        const qsizetype seen = m_zone->askedAtZone();
        m_zone->watch->setSavingPower(false);
        m_zone->advance(2s);
        QVERIFY(m_zone->askedAtZone() > seen);
    }

    void looksAtOnceWhenThePersonComesBack()
    {
        m_zone->begin();
        m_zone->advance(11min); // by now it looks every 15 s
        m_zone->advance(14s);
        const qsizetype before
            = m_zone->first.timesAsked("clerk.example.com") + m_zone->second.timesAsked("clerk.example.com");
        const auto asked = [&] {
            return m_zone->first.timesAsked("clerk.example.com") + m_zone->second.timesAsked("clerk.example.com")
                - before;
        };
        m_zone->advance(5s);
        const qsizetype then = asked();
        m_zone->watch->cameBack();
        m_zone->advance(0s);
        QCOMPARE(asked(), then + 1);
        for (int window = 0; window < 5; ++window) { // back and forth
            m_zone->watch->cameBack();
            m_zone->advance(0s);
        }
        QCOMPARE(asked(), then + 1);
    }

    void looksAgainWhenThePersonComesBackTheNextDay()
    {
        m_zone->begin();
        m_zone->watch->setVisible(false);
        for (int minute = 0; minute < 130; ++minute)
            m_zone->advance(1min);
        m_zone->watch->setVisible(true);
        QVERIFY(!m_zone->view().nextLook);
        m_zone->addToZone(entryOf(wanted[0]));
        m_zone->watch->cameBack();
        m_zone->advance(0s);
        QVERIFY(m_zone->view().records[0].authoritativeRight > 0);
        QVERIFY(m_zone->view().nextLook <= 5s);
    }

    void stopsAndStarts()
    {
        m_zone->begin();
        m_zone->watch->stop();
        const qsizetype before = m_zone->askedAtZone();
        m_zone->advance(1h);
        QCOMPARE(m_zone->askedAtZone(), before);
        QVERIFY(!m_zone->view().looking);
        m_zone->watch->start();
        m_zone->advance(0s);
        QVERIFY(m_zone->askedAtZone() > before);
    }

    void givesUpAskingByItselfAfterTwoHours()
    {
        m_zone->begin();
        m_zone->watch->setVisible(false); // fewer questions, the same two hours
        for (int minute = 0; minute < 130; ++minute)
            m_zone->advance(1min);
        QVERIFY(!m_zone->view().nextLook);
        const qsizetype before = m_zone->askedAtZone();
        m_zone->advance(1h);
        QCOMPARE(m_zone->askedAtZone(), before);
        m_zone->publish(wanted[0]);
        m_zone->watch->lookNow();
        m_zone->advance(0s);
        QCOMPARE(m_zone->view().records[0].authoritativeRight, 2);
    }

    /// Whoever stays awake for it would do nothing else.
    void sleepsWhenClerkHasSeenWhatAResolverHasNot()
    {
        m_zone->begin();
        m_zone->addToZone(entryOf(wanted[0]));
        m_zone->otherResolver.add(entryOf(wanted[0]));
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(0).kind == Kind::AbsenceCached);
        DomainStatus status;
        RecordStatus row;
        row.from = wanted[0].host;
        row.verified = true;
        status.records.append(row);
        m_zone->watch->setClerkStatus(status);
        m_zone->clock.advance(m_zone->clock.untilNext()); // the poll for the other record
        m_zone->settle();
        m_zone->clock.advance(40s); // the resolver has forgotten
        m_zone->settle();
        QVERIFY(m_zone->clock.untilNext() > 0s);
        QVERIFY(m_zone->view().nextLook > 0s);
    }

    void restsWhenEverythingIsGreen()
    {
        m_zone->publish(wanted[0]);
        m_zone->publish(wanted[1]);
        m_zone->begin();
        const qsizetype before = m_zone->askedAtZone();
        QVERIFY(m_zone->view().allPublished);
        m_zone->advance(61s);
        const qsizetype once = m_zone->askedAtZone();
        QCOMPARE(once, before + 4);
        m_zone->advance(1h);
        QCOMPARE(m_zone->askedAtZone(), once);
        QVERIFY(!m_zone->view().nextLook);
    }

    void pollsOneServerInTurn()
    {
        m_zone->begin();
        const qsizetype first = m_zone->first.timesAsked("clerk.example.com");
        const qsizetype second = m_zone->second.timesAsked("clerk.example.com");
        m_zone->advance(2s);
        m_zone->advance(2s);
        QCOMPARE(m_zone->first.timesAsked("clerk.example.com"), first + 1);
        QCOMPARE(m_zone->second.timesAsked("clerk.example.com"), second + 1);
    }

    void waitsUntilAResolverForgets()
    {
        m_zone->begin();
        m_zone->addToZone(entryOf(wanted[0]));
        m_zone->otherResolver.add(entryOf(wanted[0]));
        m_zone->advance(2s);
        QVERIFY(m_zone->finding(0).kind == Kind::AbsenceCached);
        QVERIFY(m_zone->finding(0).wait == 30s);
        QCOMPARE(m_zone->view().records[0].resolversRight, 1);
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtResolvers);
        m_zone->resolver.add(entryOf(wanted[0]));
        m_zone->advance(29s);
        QCOMPARE(m_zone->resolver.timesAsked({"clerk.example.com", DnsType::CNAME}), 1);
        m_zone->advance(2s);
        QCOMPARE(m_zone->resolver.timesAsked({"clerk.example.com", DnsType::CNAME}), 2);
        QCOMPARE(m_zone->view().records[0].resolversRight, 2);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
    }

private:
    std::unique_ptr<WatchedZone> m_zone;
};

QTEST_GUILESS_MAIN(TestDnsWatchPace)
#include "tst_dnswatchpace.moc"
