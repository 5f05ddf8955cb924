#include "testkit/worldlook.h"

using namespace golive;
using Kind = DnsFinding::Kind;

namespace {

RecordStatus statusOf(const DnsRecord &record, bool verified)
{
    RecordStatus row;
    row.from = record.host;
    row.to = record.target;
    row.verified = verified;
    return row;
}

} // namespace

/// What Clerk says, told beside what real servers say.
class TestWorldClerk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!DnsWorld::isAround())
            QSKIP("this program wants to be run by tests/dnsworld/world.py");
    }

    /// F67.
    void saysThatClerkHasNotLookedSince()
    {
        WorldLook look(right, fiveOf(right));
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 8000);
        DomainStatus status;
        for (const DnsRecord &each : fiveOf(right))
            status.records.append(statusOf(each, false));
        look.watch.setClerkStatus(status);
        QVERIFY2(look.says(Kind::ClerkHasNotLooked), look.whatItSays().constData());
        for (RecordStatus &each : status.records)
            each.verified = true;
        look.watch.setClerkStatus(status);
        QVERIFY2(!look.says(Kind::ClerkHasNotLooked), look.whatItSays().constData());
    }

    /// F68, with what explains it.
    void saysWhyACertificateIsStuck()
    {
        const QString domain = QStringLiteral("caa-forbids.example");
        WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::CaaForbids), look.whatItSays().constData(), 15'000);
        DomainStatus status;
        status.dns.state = ComponentState::Complete;
        status.ssl.state = ComponentState::Failed;
        status.ssl.required = true;
        for (const DnsRecord &each : fiveOf(domain))
            status.records.append(statusOf(each, true));
        look.watch.setClerkStatus(status);
        QVERIFY2(look.says(Kind::CertificateStuck), look.whatItSays().constData());
        QCOMPARE(look.watch.view().findings.constLast().seen, QStringLiteral("F60"));
    }

    /// F69.
    void saysThatAnotherApplicationHasTheDomain()
    {
        WorldLook look(right, fiveOf(right));
        DomainStatus status;
        status.dns.hints = {{QStringLiteral("home_url_taken"), QStringLiteral("This home URL is taken.")}};
        look.watch.setClerkStatus(status);
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::DomainInUse), look.whatItSays().constData(), 8000);
    }

private:
    inline static const QString right = QStringLiteral("right.example");
};

QTEST_GUILESS_MAIN(TestWorldClerk)
#include "tst_worldclerk.moc"
