#include "dns/watch/domaincheck.h"
#include "testkit/waitfor.h"
#include "testkit/worldlook.h"

using namespace golive;
using Kind = DnsFinding::Kind;

/// What can be wrong with single records, at real servers.
class TestWorld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!DnsWorld::isAround())
            QSKIP("this program wants to be run by tests/dnsworld/world.py");
    }

    void saysWhatIsWrongWithARecord_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *id, const char *host, const char *target, Kind kind) {
            QTest::newRow(id) << QString::fromLatin1(host) << QString::fromLatin1(target) << kind;
        };
        row("F31 nothing there", "absent.records.example", "frontend-api.clerk.services", Kind::Missing);
        row("F33 wrong target", "wrong.records.example", "frontend-api.clerk.services", Kind::WrongTarget);
        row("F33 typo", "typo.records.example", "typo.clerk.services", Kind::Typo);
        row("F35 name doubled", "doubled.records.example", "doubled.clerk.services", Kind::NameDoubled);
        row("F36 zone appended", "nodot.records.example", "nodot.clerk.services", Kind::TargetGotZone);
        row("F37 one level off", "level.records.example", "level.clerk.services", Kind::OneLevelOff);
        row("F38 underscore lost", "clk._domainkey.records.example", "dkim1.token.clerk.services",
            Kind::UnderscoreLost);
        row("F39 address instead", "address.records.example", "accounts.clerk.services", Kind::AddressInstead);
        row("F09 flattened", "flat.records.example", "flat.clerk.services", Kind::Flattened);
        row("F10 proxied", "proxied.records.example", "proxied.clerk.services", Kind::CloudflareProxy);
        row("F20 name handed on", "sub.records.example", "frontend-api.clerk.services", Kind::SubZoneDelegated);
        row("F40 Clerk's side", "lost.records.example", "gone.clerk.services", Kind::ClerkTargetDown);
        row("F41 text instead", "text.records.example", "text.clerk.services", Kind::TextInstead);
        row("F42 mail there", "mail.records.example", "frontend-api.clerk.services", Kind::OtherRecordThere);
        row("F45 detour", "detour.records.example", "far.clerk.services", Kind::Detour);
    }

    void saysWhatIsWrongWithARecord()
    {
        QFETCH(QString, host);
        QFETCH(QString, target);
        QFETCH(Kind, kind);
        const WorldLook look(QStringLiteral("records.example"), {record(host, target)});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 10'000);
        QVERIFY2(look.says(kind), look.whatItSays().constData());
        QCOMPARE(checkedOnce(QStringLiteral("records.example"), record(host, target)), kind);
    }

    void saysWhatIsWrongAboveARecord_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *id, const char *domain, const char *host, const char *target, Kind kind) {
            QTest::newRow(id) << QString::fromLatin1(domain) << QString::fromLatin1(host) << QString::fromLatin1(target)
                              << kind;
        };
        row("F47 underscore refused", "refused.example", "clk._domainkey.refused.example", "dkim1.token.clerk.services",
            Kind::UnderscoreRefused);
        row("F43 two values", "twins.example", "clerk.twins.example", "frontend-api.clerk.services", Kind::TwoCnames);
        row("F46 DNAME", "dname.example", "clerk.app.dname.example", "frontend-api.clerk.services", Kind::DnameAbove);
        row("F37 below the domain", "app.low.example", "clerk.low.example", "frontend-api.clerk.services",
            Kind::OneLevelOff);
        row("F44 beside the domain", "app.low-wild.example", "clerk.low-wild.example", "frontend-api.clerk.services",
            Kind::Wildcard);
        row("F10 or the catch-all", "proxied-wild.example", "clerk.proxied-wild.example", "frontend-api.clerk.services",
            Kind::CloudflareProxy);
        row("F48 at the bare domain", "apex.example", "clerk.apex.example", "flat.clerk.services", Kind::ApexTouched);
    }

    void saysWhatIsWrongAboveARecord()
    {
        QFETCH(QString, domain);
        QFETCH(QString, host);
        QFETCH(QString, target);
        QFETCH(Kind, kind);
        const WorldLook look(domain, {record(host, target)});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 8000);
        QCOMPARE(checkedOnce(domain, record(host, target)), kind);
    }

    void seesThatTwoValuesAreMixedUp()
    {
        const WorldLook look(
            QStringLiteral("records.example"),
            {record(QStringLiteral("swapped.records.example"), QStringLiteral("right.clerk.services")),
             record(QStringLiteral("absent.records.example"), QStringLiteral("accounts.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Swapped), look.whatItSays().constData(), 5000);
    }

    /// Found within a turn of the poll, and at every resolver at once since none was asked too early.
    void seesARecordArrive()
    {
        const QString domain = QStringLiteral("live.example");
        const QString host = QStringLiteral("clerk.live.example");
        const WorldLook look(domain, {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY_WITH_TIMEOUT(look.says(Kind::Missing) && !look.watch.view().looking, 5000);

        DnsWorld::update(DnsWorld::ns1, domain,
                         {QStringLiteral("add clerk.live.example 300 CNAME frontend-api.clerk.services")});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::ServersDisagree), look.whatItSays().constData(), 8000);
        DnsWorld::update(DnsWorld::ns2, domain,
                         {QStringLiteral("add clerk.live.example 300 CNAME frontend-api.clerk.services")});
        QTRY_VERIFY2_WITH_TIMEOUT(look.watch.view().allPublished, look.whatItSays().constData(), 8000);
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 1000);
    }

    void knowsThatAResolverLookedTooEarly()
    {
        const QString host = QStringLiteral("clerk.early.example");
        askResolvers(host);
        DnsWorld::publish(QStringLiteral("early.example"),
                          {QStringLiteral("add clerk.early.example 300 CNAME frontend-api.clerk.services")});
        const WorldLook look(QStringLiteral("early.example"),
                             {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::AbsenceCached), look.whatItSays().constData(), 5000);
        const std::chrono::seconds wait = look.watch.view().records[0].finding.wait.value_or(std::chrono::seconds(0));
        QVERIFY(wait.count() > 0 && wait.count() <= 30); // the zone's SOA says 30 s
    }

    void knowsThatAResolverRemembersTheOldValue()
    {
        const QString host = QStringLiteral("clerk.edited.example");
        askResolvers(host);
        DnsWorld::publish(QStringLiteral("edited.example"),
                          {QStringLiteral("delete clerk.edited.example CNAME"),
                           QStringLiteral("add clerk.edited.example 300 CNAME frontend-api.clerk.services")});
        const WorldLook look(QStringLiteral("edited.example"),
                             {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::OldAnswerCached), look.whatItSays().constData(), 5000);
        const std::chrono::seconds wait = look.watch.view().records[0].finding.wait.value_or(std::chrono::seconds(0));
        QVERIFY(wait.count() > 300 && wait.count() <= 600);
        QCOMPARE(look.watch.view().records[0].finding.seen, QStringLiteral("old.clerk.services"));

        DnsWorld::flush(QStringLiteral("edited.example"));
        const WorldLook later(QStringLiteral("edited.example"),
                              {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(later.isGreen(), later.whatItSays().constData(), 5000);
    }

private:
    /// What `golive check` says.
    static Kind checkedOnce(const QString &domain, const DnsRecord &record)
    {
        SystemClock clock;
        DnsClient client(clock);
        DomainCheck check(client, clock, {DnsWorld::resolvers()});
        return waitFor(check.run(domain, {record}))->view.records.value(0).finding.kind;
    }

    static void askResolvers(const QString &host)
    {
        SystemClock clock;
        DnsClient client(clock);
        for (const DnsServer &resolver : DnsWorld::resolvers())
            QVERIFY(waitFor(client.ask(resolver, {host.toLatin1(), DnsType::CNAME}))->answered());
    }
};

QTEST_GUILESS_MAIN(TestWorld)
#include "tst_world.moc"
