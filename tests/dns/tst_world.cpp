#include "dns/ask/dnsclient.h"
#include "dns/watch/dnswatch.h"
#include "foundation/clock.h"
#include "testkit/dnsworld.h"
#include "testkit/waitfor.h"

#include <algorithm>

using namespace golive;
using Kind = DnsFinding::Kind;

namespace {

/// One person looking at one domain of the world.
struct Look
{
    Look(const QString &domain, const QList<DnsRecord> &records, const DnsSettings &settings = {DnsWorld::resolvers()})
        : watch(client, clock, settings)
    {
        watch.setRecords(domain, records);
        watch.lookNow();
    }

    [[nodiscard]] bool says(Kind kind) const
    {
        const RecordWatch::View &view = watch.view();
        const auto isIt = [kind](const DnsFinding &each) { return each.kind == kind; };
        return std::any_of(view.findings.begin(), view.findings.end(), isIt)
            || std::any_of(view.records.begin(), view.records.end(),
                           [&](const RecordView &each) { return isIt(each.finding); });
    }
    [[nodiscard]] bool isGreen() const
    {
        const QList<RecordView> &records = watch.view().records;
        return !records.isEmpty() && std::all_of(records.begin(), records.end(), [](const RecordView &each) {
            return each.resolversAsked == 4 && each.resolversRight == 4;
        });
    }
    [[nodiscard]] QByteArray whatItSays() const
    {
        QStringList all;
        for (const DnsFinding &each : watch.view().findings)
            all.append(catalogueId(each.kind));
        for (const RecordView &each : watch.view().records)
            all.append(each.record.host + QLatin1Char(' ') + catalogueId(each.finding.kind));
        return all.join(QStringLiteral(", ")).toUtf8();
    }

    SystemClock clock;
    DnsClient client {clock};
    DnsWatch watch;
};

DnsRecord record(const QString &host, const QString &target)
{
    return {host, target, true};
}

QList<DnsRecord> fiveOf(const QString &domain)
{
    return {record(QStringLiteral("clerk.") + domain, QStringLiteral("frontend-api.clerk.services")),
            record(QStringLiteral("accounts.") + domain, QStringLiteral("accounts.clerk.services")),
            record(QStringLiteral("clkmail.") + domain, QStringLiteral("mail.token.clerk.services")),
            record(QStringLiteral("clk._domainkey.") + domain, QStringLiteral("dkim1.token.clerk.services")),
            record(QStringLiteral("clk2._domainkey.") + domain, QStringLiteral("dkim2.token.clerk.services"))};
}

} // namespace

/// The failure catalogue, as far as it can be had from BIND, Unbound and NSD on purpose.
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
        row("F39 address instead", "address.records.example", "accounts.clerk.services", Kind::AddressInstead);
        row("F09 flattened", "flat.records.example", "flat.clerk.services", Kind::Flattened);
        row("F10 proxied", "proxied.records.example", "proxied.clerk.services", Kind::CloudflareProxy);
        row("F41 text instead", "text.records.example", "text.clerk.services", Kind::TextInstead);
        row("F42 mail there", "mail.records.example", "frontend-api.clerk.services", Kind::OtherRecordThere);
        row("F45 detour", "detour.records.example", "far.clerk.services", Kind::Detour);
    }

    void saysWhatIsWrongWithARecord()
    {
        QFETCH(QString, host);
        QFETCH(QString, target);
        QFETCH(Kind, kind);
        const Look look(QStringLiteral("records.example"), {record(host, target)});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 10'000);
        QVERIFY2(look.says(kind), look.whatItSays().constData());
    }

    void seesThatTwoValuesAreMixedUp()
    {
        const Look look(QStringLiteral("records.example"),
                        {record(QStringLiteral("swapped.records.example"), QStringLiteral("right.clerk.services")),
                         record(QStringLiteral("absent.records.example"), QStringLiteral("accounts.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Swapped), look.whatItSays().constData(), 5000);
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
        const Look look(domain, fiveOf(domain));
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
        const Look look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!look.watch.view().looking, 10'000);
        for (const RecordView &each : look.watch.view().records)
            QVERIFY2(each.finding.kind == Kind::None, look.whatItSays().constData());
        QVERIFY2(look.watch.view().findings.isEmpty(), look.whatItSays().constData());
    }

    /// Found within a turn of the poll, and at every resolver at once since none was asked too early.
    void seesARecordArrive()
    {
        const QString domain = QStringLiteral("live.example");
        const QString host = QStringLiteral("clerk.live.example");
        const Look look(domain, {record(host, QStringLiteral("frontend-api.clerk.services"))});
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
        const Look look(QStringLiteral("early.example"), {record(host, QStringLiteral("frontend-api.clerk.services"))});
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
        const Look look(QStringLiteral("edited.example"),
                        {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::OldAnswerCached), look.whatItSays().constData(), 5000);
        const std::chrono::seconds wait = look.watch.view().records[0].finding.wait.value_or(std::chrono::seconds(0));
        QVERIFY(wait.count() > 300 && wait.count() <= 600);
        QCOMPARE(look.watch.view().records[0].finding.seen, QStringLiteral("old.clerk.services"));

        DnsWorld::flush(QStringLiteral("edited.example"));
        const Look later(QStringLiteral("edited.example"),
                         {record(host, QStringLiteral("frontend-api.clerk.services"))});
        QTRY_VERIFY2_WITH_TIMEOUT(later.isGreen(), later.whatItSays().constData(), 5000);
    }

    void seesThatDnsIsBlocked()
    {
        const NetworkRules blocked(QStringLiteral("type filter hook output priority 0"),
                                   QStringLiteral("meta l4proto { udp, tcp } th dport 53 drop"));
        const Look look(QStringLiteral("right.example"), fiveOf(QStringLiteral("right.example")));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::DnsBlocked), look.whatItSays().constData(), 8000);
    }

private:
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
