#include "dns/evidence/sighting.h"
#include "dns/judge/evaluate.h"
#include "dns/judge/recordcauses.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Role = Sighting::Role;

namespace {

const QDateTime noon(QDate(2026, 1, 5), QTime(12, 0), Qt::UTC);
const QByteArray host = "clk._domainkey.example.com";
const QByteArray target = "dkim1.abc.clerk.services";
const QHostAddress ofTarget(QStringLiteral("192.0.2.80"));
const QString quad(QStringLiteral("Quad9 (9.9.9.10)"));

Sighting sighting(Role role, const QByteArrayList &cnames, const QString &address = QStringLiteral("192.0.2.1"))
{
    Sighting made;
    made.key = role == Role::Authoritative ? QStringLiteral("ns1.dns-host.net") : address;
    made.server.address = QHostAddress(address);
    made.role = role;
    made.usable = true;
    made.outcome = DnsAnswer::Outcome::Answered;
    made.cnames = cnames;
    made.chain = cnames;
    made.ownsQuestionedType = !cnames.isEmpty();
    made.askedAt = noon;
    return made;
}

RecordEvidence seen(const QByteArrayList &cnames)
{
    RecordEvidence record;
    record.host = host;
    record.wanted = record.target = target;
    record.sightings = {sighting(Role::Authoritative, cnames)};
    return record;
}

DomainEvidence domain(const QByteArray &nameServer = "ns1.dns-host.net")
{
    DomainEvidence made;
    made.domain = made.zone.apex = "example.com";
    made.zone.state = Zone::State::Found;
    made.zone.nameServers = {nameServer};
    made.zone.servers = {{"ns1.dns-host.net", {{QHostAddress(QStringLiteral("192.0.2.1")), 53, {}}}}};
    made.targets = {{host, target}};
    made.now = noon;
    return made;
}

DnsFinding judged(const RecordEvidence &record, const DomainEvidence &common = domain())
{
    return evaluate(record, common).finding;
}

DnsAnswer answerWith(const DnsMessage &message)
{
    DnsAnswer answer;
    answer.outcome = DnsAnswer::Outcome::Answered;
    answer.question = {host, DnsType::CNAME};
    answer.message = message;
    return answer;
}

} // namespace

class TestRecordCauses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsToWhomANameIsHandedOn()
    {
        DnsMessage referral;
        referral.authority = {nsEntry("_domainkey.example.com", "ns1.other.net", 300s),
                              nsEntry("_domainkey.example.com", "ns2.other.net", 300s)};
        RecordEvidence record = seen({});
        record.sightings = {sightingOf(answerWith(referral), Role::Authoritative, noon)};
        record.sightings[0].key = QStringLiteral("ns1.dns-host.net");
        const DnsFinding found = judged(record);
        QVERIFY(found.kind == Kind::SubZoneDelegated);
        QCOMPARE(found.seen, QStringLiteral("_domainkey.example.com"));
        QCOMPARE(found.names, QStringList({QStringLiteral("ns1.other.net"), QStringLiteral("ns2.other.net")}));
    }

    void aReferralUpwardsIsNone()
    {
        DnsMessage referral;
        referral.authority = {nsEntry("com", "a.registry.net", 300s)};
        RecordEvidence record = seen({});
        record.sightings = {sightingOf(answerWith(referral), Role::Authoritative, noon)};
        record.sightings[0].key = QStringLiteral("ns1.dns-host.net");
        QVERIFY(judged(record).kind == Kind::NoServerAnswers);
    }

    void seesThatTheNameAboveIsRedirected()
    {
        DnsMessage redirected;
        redirected.authoritative = true;
        DnsEntry dname = cnameEntry("_domainkey.example.com", "mail.other.net", 300s);
        dname.type = DnsType::DNAME;
        redirected.answers = {dname, cnameEntry(host, "clk.mail.other.net", 0s)};
        RecordEvidence record = seen({});
        record.sightings = {sightingOf(answerWith(redirected), Role::Authoritative, noon)};
        const DnsFinding found = causeOf(record, domain(), record.sightings[0]);
        QVERIFY(found.kind == Kind::DnameAbove);
        QCOMPARE(found.seen, QStringLiteral("_domainkey.example.com"));
        QCOMPARE(found.names, QStringList {QStringLiteral("mail.other.net")});
    }

    void aDnameElsewhereRedirectsNothing()
    {
        DnsMessage answer;
        answer.authoritative = true;
        DnsEntry dname = cnameEntry("other.example.com", "mail.other.net", 300s);
        dname.type = DnsType::DNAME;
        answer.answers = {dname};
        QVERIFY(sightingOf(answerWith(answer), Role::Authoritative, noon).dnameOwner.isEmpty());
    }

    void blamesTheProviderThatIsKnownToRefuseUnderscores()
    {
        RecordEvidence record = seen({});
        record.missesFound = {{Kind::UnderscoreLost, "clk.domainkey.example.com"}};
        QVERIFY(judged(record, domain("ns1.worldnic.com")).kind == Kind::UnderscoreRefused);
        QVERIFY(judged(record).kind == Kind::UnderscoreLost);
        record.missesFound = {{Kind::NameDoubled, host + ".example.com"}};
        QVERIFY(judged(record, domain("ns1.worldnic.com")).kind == Kind::NameDoubled);
    }

    void aCatchAllOfAnotherTypeIsNoRecordOfTheName()
    {
        RecordEvidence record = seen({});
        record.side.otherTypes = {DnsType::MX, DnsType::TXT};
        record.side.data = {{quint16(DnsType::MX), {DnsMxData {10, "mx.dns-host.net"}}},
                            {quint16(DnsType::TXT), {DnsTextData {{"v=spf1 -all"}}}}};
        record.wildcard.data = record.side.data;
        QVERIFY(judged(record).kind == Kind::Wildcard);
        record.missesFound = {{Kind::NameDoubled, host + ".example.com"}};
        QVERIFY(judged(record).kind == Kind::NameDoubled);
        record.missesFound.clear();
        record.wildcard.data[quint16(DnsType::TXT)] = {DnsTextData {{"v=spf1 ~all"}}};
        QVERIFY(judged(record).kind == Kind::OtherRecordThere);
        record.wildcard.data.remove(quint16(DnsType::TXT));
        QVERIFY(judged(record).kind == Kind::OtherRecordThere);
    }

    /// Cloudflare answers with its own addresses for every proxied name, the catch-all included.
    void aProxiedCatchAllSaysNothingAgainstAProxiedRecord()
    {
        const QHostAddress cloudflares(QStringLiteral("104.18.9.9"));
        RecordEvidence record = seen({});
        record.side.addresses = record.wildcard.addresses = {cloudflares};
        record.side.addressTtl = 300s;
        record.targetAddresses = {ofTarget};
        const DnsFinding found = judged(record, domain("ada.ns.cloudflare.com"));
        QVERIFY(found.kind == Kind::CloudflareProxy);
        QCOMPARE(found.names, QStringList {QStringLiteral("*")});
        record.wildcard = {};
        QVERIFY(judged(record, domain("ada.ns.cloudflare.com")).names.isEmpty());
        record.side.addresses = record.wildcard.addresses = {QHostAddress(QStringLiteral("192.0.2.9"))};
        QVERIFY(judged(record, domain("ada.ns.cloudflare.com")).kind == Kind::Wildcard);
    }

    void seesARecordAtTheBareDomain_data()
    {
        QTest::addColumn<QByteArrayList>("cnames");
        QTest::addColumn<QList<QHostAddress>>("addresses");
        QTest::addColumn<Kind>("kind");
        const QHostAddress other(QStringLiteral("192.0.2.9"));
        QTest::newRow("as CNAME") << QByteArrayList {target} << QList<QHostAddress>() << Kind::ApexTouched;
        QTest::newRow("as addresses") << QByteArrayList() << QList<QHostAddress> {other, ofTarget} << Kind::ApexTouched;
        QTest::newRow("another CNAME") << QByteArrayList {"shop.example.net"} << QList<QHostAddress>() << Kind::Missing;
        QTest::newRow("other addresses") << QByteArrayList() << QList<QHostAddress> {other} << Kind::Missing;
    }

    void seesARecordAtTheBareDomain()
    {
        QFETCH(QByteArrayList, cnames);
        QFETCH(QList<QHostAddress>, addresses);
        QFETCH(Kind, kind);
        RecordEvidence record = seen({});
        record.targetAddresses = {ofTarget};
        DomainEvidence common = domain();
        common.bare = {{"example.com", cnames, addresses}};
        QVERIFY(judged(record, common).kind == kind);
        if (kind == Kind::ApexTouched)
            QCOMPARE(judged(record, common).names, QStringList {QStringLiteral("example.com")});
        record = seen({"shop.example.net"});
        QVERIFY(judged(record, common).kind == Kind::WrongTarget);
    }

    void saysThatClerksTargetIsDownOnlyWhenSeveralResolversFindNothing()
    {
        RecordEvidence record = seen({target});
        record.targetLeadsOn = {{QStringLiteral("1"), false}};
        QVERIFY(judged(record).kind == Kind::None);
        record.targetLeadsOn.insert(QStringLiteral("2"), false);
        QVERIFY(judged(record).kind == Kind::ClerkTargetDown);
        record.targetLeadsOn.insert(QStringLiteral("3"), true);
        QVERIFY(judged(record).kind == Kind::None);
        record = seen({});
        record.targetLeadsOn = {{QStringLiteral("1"), false}, {QStringLiteral("2"), false}};
        QVERIFY(judged(record).kind == Kind::Missing);
    }

    void mentionsAResolverOnlyAfterThreeTriesInAMinute_data()
    {
        QTest::addColumn<int>("times");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<bool>("withoutCheckToo");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("three in a minute") << 3 << 60 << true << Kind::ResolverTrouble;
        QTest::newRow("two") << 2 << 60 << true << Kind::None;
        QTest::newRow("three at once") << 3 << 59 << true << Kind::None;
        QTest::newRow("only with its check") << 3 << 60 << false << Kind::None;
    }

    void mentionsAResolverOnlyAfterThreeTriesInAMinute()
    {
        QFETCH(int, times);
        QFETCH(int, seconds);
        QFETCH(bool, withoutCheckToo);
        QFETCH(Kind, kind);
        RecordEvidence record = seen({target});
        record.failures = {{quad, {times, noon, noon.addSecs(seconds), withoutCheckToo}}};
        QVERIFY(judged(record).kind == kind);
        if (kind == Kind::ResolverTrouble)
            QCOMPARE(judged(record).server, quad);
        QCOMPARE(deservesAnotherTry(record, quad), times < 3);
        QVERIFY(!deservesAnotherTry(record, QStringLiteral("another")));
    }

    void aResolverWithManyCachesHasToSayItTwice()
    {
        Sighting google = sighting(Role::Resolver, {target}, QStringLiteral("8.8.8.8"));
        google.server.manyCaches = true;
        const Sighting quad9 = sighting(Role::Resolver, {target}, QStringLiteral("9.9.9.10"));
        QVERIFY(!countsAsRight(google, target));
        QVERIFY(countsAsRight(quad9, target));
        QVERIFY(!countsAsRight(quad9, "elsewhere.clerk.services"));
        RecordEvidence record = seen({target});
        record.sightings += {google, quad9};
        QCOMPARE(evaluate(record, domain()).resolversRight, 1);
        QVERIFY(judged(record).kind == Kind::None);
        record.sightings[1].alike = 2;
        QCOMPARE(evaluate(record, domain()).resolversRight, 2);
    }
};

QTEST_GUILESS_MAIN(TestRecordCauses)
#include "tst_recordcauses.moc"
