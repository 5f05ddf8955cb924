#include "testkit/waitfor.h"
#include "testkit/worldlook.h"

using namespace golive;
using Kind = DnsFinding::Kind;

/// What can be wrong with a registration, a delegation or a zone, at real servers.
class TestWorldZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!DnsWorld::isAround())
            QSKIP("this program wants to be run by tests/dnsworld/world.py");
    }

    void saysWhatIsWrongWithADomain_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *id, const char *domain, Kind kind) {
            QTest::newRow(id) << QString::fromLatin1(domain) << kind;
        };
        row("F11 not registered", "nobody.example", Kind::NotRegistered);
        row("F13 no server answers", "silent.example", Kind::NoServerAnswers);
        row("F44 wildcard", "wild.example", Kind::Wildcard);
        row("F49 servers disagree", "disagree.example", Kind::ServersDisagree);
    }

    void saysWhatIsWrongWithADomain()
    {
        QFETCH(QString, domain);
        QFETCH(Kind, kind);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 15'000);
    }

    void hasNothingAgainstARightDomain_data()
    {
        QTest::addColumn<QString>("domain");
        for (const char *domain : {"right.example", "signed.example"})
            QTest::newRow(domain) << QString::fromLatin1(domain);
    }

    void hasNothingAgainstARightDomain()
    {
        QFETCH(QString, domain);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 10'000);
        for (const RecordView &each : look.watch.view().records)
            QVERIFY2(each.finding.kind == Kind::None, look.whatItSays().constData());
        QVERIFY2(look.watch.view().findings.isEmpty(), look.whatItSays().constData());
    }
};

QTEST_GUILESS_MAIN(TestWorldZones)
#include "tst_worldzones.moc"
