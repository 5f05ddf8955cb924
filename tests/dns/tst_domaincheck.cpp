#include "dns/watch/domaincheck.h"
#include "model/clerknames.h"
#include "testkit/waitfor.h"
#include "testkit/watchedzone.h"

using namespace golive;
using Kind = DnsFinding::Kind;

namespace {

/// Five records, those of mail without their token.
const QList<DnsRecord> &usual()
{
    static const QList<DnsRecord> records = usualRecords(QStringLiteral("example.com"));
    return records;
}

QList<DnsRecord> withToken(QList<DnsRecord> records, const QString &token)
{
    for (DnsRecord &record : records)
        record.target.replace(QLatin1Char('*'), token);
    return records;
}

/// WatchedZone's world, looked at once.
struct CheckedZone : WatchedZone
{
    bool timePasses = true;
    bool manyCaches = false; ///< of the first resolver
    QList<DnsServer> systemServers;

    CheckedZone()
    {
        for (DnsTestServer *server : {&resolver, &otherResolver})
            for (const char *target : {"accounts", "mail.abc", "dkim2.abc"})
                server->add(textEntry(QByteArray(target) + ".clerk.services", "there", std::chrono::seconds(300)));
    }

    CheckedDomain checked(const QList<DnsRecord> &records = usual())
    {
        DnsSettings settings {{resolver.server(), otherResolver.server()}, first.port()};
        settings.resolvers[0].manyCaches = manyCaches;
        settings.systemServers = systemServers;
        DomainCheck check(client, clock, settings);
        const auto answer = check.run(QStringLiteral("example.com"), records);
        settle();
        for (int steps = 0; steps < 100 && timePasses && !answer.isFinished(); ++steps)
            advance(std::chrono::milliseconds(100));
        return waitFor(answer).value_or(CheckedDomain());
    }
};

const RecordView &recordOf(const CheckedDomain &checked, const char *host)
{
    for (const RecordView &record : checked.view.records)
        if (record.record.host == QLatin1String(host))
            return record;
    qFatal("no such record");
}

} // namespace

class TestDomainCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsEverythingRight()
    {
        CheckedZone zone;
        for (const DnsRecord &record : withToken(usual(), QStringLiteral("abc")))
            zone.publish(record);
        const CheckedDomain checked = zone.checked();
        QVERIFY(checked.view.allPublished);
        QCOMPARE(checked.view.zone, QStringLiteral("example.com"));
        QCOMPARE(checked.domain, QStringLiteral("example.com"));
        QCOMPARE(checked.questions, zone.client.sent());
        for (const RecordView &record : checked.view.records) {
            QCOMPARE(record.progress, RecordProgress::AtResolvers);
            QCOMPARE(record.finding, DnsFinding());
            QVERIFY(!record.record.target.contains(QLatin1Char('*')));
        }
    }

    void asksAResolverWithManyCachesTwice()
    {
        CheckedZone zone;
        zone.manyCaches = true;
        for (const DnsRecord &record : withToken(usual(), QStringLiteral("abc")))
            zone.publish(record);
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "clerk.example.com").resolversRight, 2);
        QCOMPARE(zone.otherResolver.timesAsked({"clerk.example.com", DnsType::CNAME}), 1);
    }

    /// For support: it explains why sign-in fails on one computer only.
    void tellsThatThisComputerSeesARecordOtherwise()
    {
        CheckedZone zone;
        DnsTestServer own {QHostAddress(QStringLiteral("127.0.0.6"))};
        own.recursive = true;
        own.add(addressEntry("clerk.example.com", QHostAddress(QStringLiteral("10.1.2.3")), std::chrono::seconds(60)));
        zone.systemServers = {own.server()};
        for (const DnsRecord &record : withToken(usual(), QStringLiteral("abc")))
            zone.publish(record);
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "clerk.example.com").finding.kind, Kind::LocalAnswerDiffers);
        QVERIFY(checked.view.allPublished);
    }

    void asksResolversOnlyAboutWhatIsPublished()
    {
        CheckedZone zone;
        zone.publish(usual().constFirst());
        const CheckedDomain checked = zone.checked();
        QVERIFY(!checked.view.allPublished);
        QCOMPARE(recordOf(checked, "clerk.example.com").resolversRight, 2);
        QCOMPARE(recordOf(checked, "accounts.example.com").finding.kind, Kind::Missing);
        for (const DnsTestServer *server : {&zone.resolver, &zone.otherResolver}) {
            QVERIFY(server->timesAsked("clerk.example.com") > 0);
            for (const DnsRecord &record : usual().mid(1))
                QCOMPARE(server->timesAsked(dnsName(record.host)), 0);
        }
    }

    void saysWhereAMissingRecordWentTo()
    {
        CheckedZone zone;
        zone.addToZone(
            cnameEntry("clerk.example.com.example.com", "frontend-api.clerk.services", std::chrono::seconds(300)));
        zone.addToZone(cnameEntry("clk.domainkey.example.com", "dkim1.abc.clerk.services", std::chrono::seconds(300)));
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "clerk.example.com").finding.kind, Kind::NameDoubled);
        QCOMPARE(recordOf(checked, "clk._domainkey.example.com").finding.kind, Kind::UnderscoreLost);
    }

    void saysThatClerksOwnAddressDoesNotAnswer()
    {
        CheckedZone zone;
        for (const DnsRecord &record : withToken(usual(), QStringLiteral("abc")))
            zone.publish(record);
        for (DnsTestServer *server : {&zone.resolver, &zone.otherResolver})
            server->remove("accounts.clerk.services");
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "accounts.example.com").finding.kind, Kind::ClerkTargetDown);
        QCOMPARE(recordOf(checked, "clerk.example.com").finding.kind, Kind::None);
    }

    void saysThatTheRecordWasAddedToTheBareDomain()
    {
        CheckedZone zone;
        zone.addToZone(cnameEntry("example.com", "frontend-api.clerk.services", std::chrono::seconds(300)));
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "clerk.example.com").finding.kind, Kind::ApexTouched);
        QCOMPARE(recordOf(checked, "accounts.example.com").finding.kind, Kind::Missing);
    }

    void holdsTheTokenOfOneRecordAgainstTheOthers()
    {
        CheckedZone zone;
        for (const DnsRecord &record : withToken(usual().first(4), QStringLiteral("abc")))
            zone.publish(record);
        zone.publish(withToken(usual(), QStringLiteral("otherapp")).constLast());
        const CheckedDomain checked = zone.checked();
        QCOMPARE(recordOf(checked, "clk._domainkey.example.com").progress, RecordProgress::AtResolvers);
        const RecordView &odd = recordOf(checked, "clk2._domainkey.example.com");
        QCOMPARE(odd.finding.kind, Kind::WrongTarget);
        QCOMPARE(odd.finding.seen, QStringLiteral("dkim2.otherapp.clerk.services"));
        QCOMPARE(odd.record.target, QStringLiteral("dkim2.abc.clerk.services"));
        QVERIFY(!checked.view.allPublished);
    }

    void fitsTheBudgetOfTheServersWithOneRecordWrong()
    {
        CheckedZone zone;
        for (const DnsRecord &record : withToken(usual().mid(1), QStringLiteral("abc")))
            zone.publish(record);
        zone.addToZone(cnameEntry("clerk.example.com", "frontend-api.clerk.service", std::chrono::seconds(300)));
        zone.timePasses = false; // so that a question over the budget waits for ever
        QCOMPARE(recordOf(zone.checked(), "clerk.example.com").finding.kind, Kind::Typo);
    }

    void saysThatThereIsNoSuchDomain()
    {
        CheckedZone zone;
        DomainCheck check(zone.client, zone.clock, {{zone.resolver.server()}, zone.first.port()});
        const QString name = QStringLiteral("nobody-owns-this.com");
        const auto checked = waitFor(check.run(name, usualRecords(name)));
        QCOMPARE(checked->view.findings.value(0).kind, Kind::NotRegistered);
        QCOMPARE(checked->view.records.size(), 5);
        QVERIFY(!checked->view.allPublished);
    }

    void mayBeDeletedWhileItLooks()
    {
        CheckedZone zone;
        auto check = std::make_unique<DomainCheck>(zone.client, zone.clock,
                                                   DnsSettings {{zone.resolver.server()}, zone.first.port()});
        const auto answer = check->run(QStringLiteral("example.com"), usual());
        QCoreApplication::processEvents();
        check.reset();
        const auto cancelled = waitFor(answer);
        QVERIFY(!cancelled);
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDomainCheck)
#include "tst_domaincheck.moc"
