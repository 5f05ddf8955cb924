#include "testkit/worldlook.h"

using namespace golive;
using Kind = DnsFinding::Kind;

/// What keeps certification authorities from issuing, at real servers.
class TestWorldCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!DnsWorld::isAround())
            QSKIP("this program wants to be run by tests/dnsworld/world.py");
    }

    void saysWhatKeepsCertificatesAway_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *id, const char *domain, Kind kind) {
            QTest::newRow(id) << QString::fromLatin1(domain) << kind;
        };
        row("F60 another issuer", "caa-forbids.example", Kind::CaaForbids);
        row("F60 nobody", "caa-nobody.example", Kind::CaaForbids);
        row("F61 one of two", "caa-one.example", Kind::CaaAllowsOne);
        row("F62 one method", "caa-method.example", Kind::CaaParameters);
        row("F63 critical", "caa-critical.example", Kind::CaaCritical);
        row("F64 no answer about CAA", "caa-fails.example", Kind::CaaLookupFails);
    }

    void saysWhatKeepsCertificatesAway()
    {
        QFETCH(QString, domain);
        QFETCH(Kind, kind);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 15'000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 15'000);
        QCOMPARE(look.watch.view().findings.size(), 1);
    }

    /// F66: who follows the CNAME finds the rules of Clerk's own name first.
    void tellsClerksRulesFromThePersons()
    {
        const WorldLook look(
            QStringLiteral("caa-target.example"),
            {record(QStringLiteral("clerk.caa-target.example"), QStringLiteral("ruled.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::CaaThroughCname), look.whatItSays().constData(), 8000);
        QVERIFY2(!look.says(Kind::CaaForbids), look.whatItSays().constData());
    }

    void hasNothingAgainstRulesThatDoNotMatter_data()
    {
        QTest::addColumn<QString>("domain");
        for (const char *domain : {"caa-both.example", "caa-wild.example"}) // the second is F65
            QTest::newRow(domain) << QString::fromLatin1(domain);
    }

    void hasNothingAgainstRulesThatDoNotMatter()
    {
        QFETCH(QString, domain);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 8000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 15'000);
        QVERIFY2(look.watch.view().findings.isEmpty(), look.whatItSays().constData());
    }
};

QTEST_GUILESS_MAIN(TestWorldCertificates)
#include "tst_worldcertificates.moc"
