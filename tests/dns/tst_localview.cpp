#include "dns/judge/evaluate.h"
#include "dns/judge/localrules.h"
#include "testkit/watchedzone.h"

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

const QList<DnsRecord> &wanted = WatchedZone::wanted;

QList<QHostAddress> addresses(const QStringList &texts)
{
    QList<QHostAddress> read;
    for (const QString &text : texts)
        read.append(QHostAddress(text));
    return read;
}

} // namespace

/// What this computer sees of records that the rest of the internet sees right.
class TestLocalView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_zone = std::make_unique<WatchedZone>();
        m_own = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.5")));
        m_own->recursive = true;
        m_own->addZone("example.com", 20s);
        DnsSettings settings {{m_zone->resolver.server(), m_zone->otherResolver.server()}, m_zone->first.port()};
        settings.systemServers = {m_own->server(QStringLiteral("router"))};
        m_zone->watchWith(settings);
    }

    void cleanup() { m_zone.reset(); }

    void isNotAskedBeforeThereIsSomethingToSee()
    {
        m_zone->begin();
        m_zone->watch->lookNow();
        m_zone->advance(2min);
        QCOMPARE(m_own->timesAsked("clerk.example.com"), 0);
    }

    void isNotAskedBeforeEveryoneElseSeesIt()
    {
        m_zone->begin();
        m_zone->addToZone(entryOf(wanted[0]));
        m_zone->resolver.add(entryOf(wanted[0]));
        m_zone->advance(2s);
        QCOMPARE(m_zone->view().records[0].resolversRight, 1);
        QCOMPARE(m_own->timesAsked("clerk.example.com"), 0);
    }

    void isAskedOnceWhenItIsRight()
    {
        publish(true);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
        const qsizetype asked = m_own->timesAsked("clerk.example.com");
        QVERIFY(asked > 0);
        m_zone->advance(2min);
        QCOMPARE(m_own->timesAsked("clerk.example.com"), asked);
        const QList<RecordAnswer> &answers = m_zone->view().records[0].answers;
        QVERIFY(answers.last().role == RecordAnswer::Role::System && answers.last().right);
        QVERIFY(answers.last().server.startsWith(QStringLiteral("router")));
    }

    void saysThatThisComputerSeesSomethingElse()
    {
        publish(false);
        QVERIFY(m_zone->finding(0).kind == Kind::LocalAnswerDiffers);
        QCOMPARE(m_zone->finding(0).seen, QStringLiteral("NXDOMAIN"));
        QVERIFY(m_zone->view().records[0].progress == RecordProgress::AtResolvers);
        QCOMPARE(m_zone->view().records[0].resolversAsked, 2);
    }

    void asksAgainWhenTheNetworkForgets()
    {
        publish(false);
        m_own->add(entryOf(wanted[0]));
        m_zone->advance(25s);
        QVERIFY(m_zone->finding(0).kind == Kind::None);
    }

    void doesNotKeepRecordsFromBeingPublished()
    {
        publish(false);
        m_zone->publish(wanted[1]);
        m_zone->advance(2s);
        QVERIFY(m_zone->view().allPublished);
    }

    void aPrivateAddressIsShown()
    {
        m_own->add(addressEntry("clerk.example.com", QHostAddress(QStringLiteral("10.0.0.7")), 60s));
        publish(false);
        QVERIFY(m_zone->finding(0).kind == Kind::LocalAnswerDiffers);
        QCOMPARE(m_zone->finding(0).seen, QStringLiteral("10.0.0.7"));
    }

    void judges_data()
    {
        QTest::addColumn<int>("rcode");
        QTest::addColumn<bool>("right");
        QTest::addColumn<QStringList>("system");
        QTest::addColumn<QStringList>("computer");
        QTest::addColumn<Kind>("kind");

        const int fine = static_cast<int>(DnsRcode::NoError);
        const QStringList right {QStringLiteral("192.0.2.1"), QStringLiteral("2001:db8::1")};
        const QStringList other {QStringLiteral("127.0.0.1")};
        QTest::newRow("all the same") << fine << true << right << right << Kind::None;
        QTest::newRow("one in common") << fine << true << right << right.mid(1) << Kind::None;
        QTest::newRow("hosts file") << fine << true << right << other << Kind::HostsFileOverride;
        QTest::newRow("the target's") << fine << true << right << QStringList {QStringLiteral("192.0.2.9")}
                                      << Kind::None;
        QTest::newRow("no lookup") << fine << true << right << QStringList() << Kind::None;
        QTest::newRow("no addresses") << fine << true << QStringList() << other << Kind::None;
        QTest::newRow("other answer") << fine << false << right << right << Kind::LocalAnswerDiffers;
        QTest::newRow("refused") << static_cast<int>(DnsRcode::Refused) << false << QStringList() << QStringList()
                                 << Kind::LocalAnswerDiffers;
        QTest::newRow("failed") << static_cast<int>(DnsRcode::ServerFailure) << false << QStringList() << other
                                << Kind::None;
    }

    void judges()
    {
        QFETCH(int, rcode);
        QFETCH(bool, right);
        QFETCH(QStringList, system);
        QFETCH(QStringList, computer);
        QFETCH(Kind, kind);
        DnsAnswer answer;
        answer.outcome = DnsAnswer::Outcome::Answered;
        answer.question = {"clerk.example.com", DnsType::CNAME};
        answer.message.rcode = static_cast<DnsRcode>(rcode);
        if (right)
            answer.message.answers = {entryOf(wanted[0])};
        RecordEvidence record;
        record.host = "clerk.example.com";
        record.wanted = record.target = ExpectedTarget(dnsName(wanted[0].target));
        record.targetAddresses = addresses({QStringLiteral("192.0.2.9")});
        record.sightings = {sightingOf(answer, Sighting::Role::System, {})};
        record.systemAddresses = addresses(system);
        record.computerAddresses = addresses(computer);
        QVERIFY(judgeLocally(record).kind == kind);
    }

private:
    static DnsEntry entryOf(const DnsRecord &record)
    {
        return cnameEntry(dnsName(record.host), dnsName(record.target), 300s);
    }

    /// The first record, everywhere; on this computer's own resolver if `here`.
    void publish(bool here)
    {
        if (here)
            m_own->add(entryOf(wanted[0]));
        m_zone->publish(wanted[0]);
        m_zone->begin();
        m_zone->settle();
        for (int each = 0; each < 3; ++each) { // settle() does not see this computer's resolver
            QTest::qWait(10);
            m_zone->settle();
        }
    }

    std::unique_ptr<DnsTestServer> m_own;
    std::unique_ptr<WatchedZone> m_zone;
};

QTEST_GUILESS_MAIN(TestLocalView)
#include "tst_localview.moc"
