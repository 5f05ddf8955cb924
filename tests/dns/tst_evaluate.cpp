#include "dns/judge/evaluate.h"
#include "dns/judge/recordcauses.h"
#include "dns/wire/dnsname.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Progress = RecordProgress;
using Role = Sighting::Role;

namespace {

const QDateTime noon(QDate(2026, 1, 5), QTime(12, 0), Qt::UTC);
const QByteArray host = "clerk.example.com";
const QByteArray target = "frontend-api.clerk.services";
const QHostAddress clerksAddress(QStringLiteral("104.18.1.1")); // Clerk is behind Cloudflare too
const QHostAddress cloudflareAddress(QStringLiteral("104.18.9.9"));
const QHostAddress otherAddress(QStringLiteral("192.0.2.1"));

Sighting sighting(const QString &key, Role role, const QByteArrayList &cnames, DnsRcode rcode = DnsRcode::NoError)
{
    Sighting made;
    made.key = key;
    made.server.name = key;
    made.server.address = otherAddress;
    made.role = role;
    made.usable = true;
    made.outcome = DnsAnswer::Outcome::Answered;
    made.rcode = rcode;
    made.cnames = cnames;
    made.chain = cnames;
    made.ownsQuestionedType = !cnames.isEmpty();
    made.askedAt = noon;
    return made;
}

Sighting ns1(const QByteArrayList &cnames)
{
    return sighting(QStringLiteral("ns1.dns-host.net"), Role::Authoritative, cnames);
}

Sighting ns2(const QByteArrayList &cnames)
{
    return sighting(QStringLiteral("ns2.dns-host.net"), Role::Authoritative, cnames);
}

Sighting silent(Sighting from)
{
    from.usable = false;
    from.outcome = DnsAnswer::Outcome::TimedOut;
    return from;
}

Sighting resolver(int number, const QByteArrayList &cnames, std::chrono::seconds ttl = 60s)
{
    Sighting made = sighting(QString::number(number), Role::Resolver, cnames);
    made.ttl = ttl;
    return made;
}

RecordEvidence seen(const QList<Sighting> &sightings)
{
    RecordEvidence record;
    record.host = host;
    record.target = target;
    record.sightings = sightings;
    return record;
}

/// What two servers that agree say.
RecordEvidence both(const QByteArrayList &cnames)
{
    return seen({ns1(cnames), ns2(cnames)});
}

RecordEvidence withAddresses(const QList<QHostAddress> &found, const QList<QHostAddress> &ofTarget,
                             std::chrono::seconds ttl = 60s)
{
    RecordEvidence record = both({});
    record.side.addresses = found;
    record.side.addressTtl = ttl;
    record.targetAddresses = ofTarget;
    return record;
}

DomainEvidence domain(Zone::State state = Zone::State::Found)
{
    DomainEvidence made;
    made.domain = "example.com";
    made.zone.state = state;
    made.zone.apex = "example.com";
    made.zone.nameServers = {"ns1.dns-host.net", "ns2.dns-host.net"};
    for (const QByteArray &name : made.zone.nameServers)
        made.zone.servers.append({name, {{otherAddress, 53, QString::fromLatin1(name)}}});
    made.targets = {{host, target}, {"accounts.example.com", "accounts.clerk.services"}};
    made.now = noon.addSecs(10);
    return made;
}

DomainEvidence atCloudflare()
{
    DomainEvidence made = domain();
    made.zone.nameServers = {"amy.ns.cloudflare.com", "bob.ns.cloudflare.com"};
    made.zone.servers.clear();
    return made;
}

} // namespace

class TestEvaluate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void serversThatDisagreeForLongNeedAPerson()
    {
        RecordEvidence record = seen({ns1({target}), ns2({})});
        record.rightSince.insert(QStringLiteral("ns1.dns-host.net"), noon);
        DomainEvidence common = domain();
        for (const auto &[name, serial] : {std::pair("ns1.dns-host.net", 7U), std::pair("ns2.dns-host.net", 6U)}) {
            ZoneServerCheck check {name};
            check.outcome = DnsAnswer::Outcome::Answered;
            check.authoritative = true;
            check.serial = serial;
            common.inspection.servers.append(check);
        }
        common.now = noon.addSecs(14 * 60);
        QVERIFY(evaluate(record, common).finding.kind == Kind::ServersDisagree);
        common.now = noon.addSecs(15 * 60);
        const DnsFinding finding = evaluate(record, common).finding;
        QVERIFY(finding.kind == Kind::ServersStayApart);
        QCOMPARE(finding.names,
                 QStringList({QStringLiteral("ns1.dns-host.net 7"), QStringLiteral("ns2.dns-host.net 6")}));
        common.inspection.servers[1].serial = 7; // some providers never count
        QVERIFY(evaluate(record, common).finding.names.isEmpty());
    }

    void judges_data()
    {
        QTest::addColumn<RecordEvidence>("record");
        QTest::addColumn<DomainEvidence>("common");
        QTest::addColumn<Progress>("progress");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("seenText");

        const auto row = [](const char *title, const RecordEvidence &record, Progress progress, Kind kind,
                            const char *seenText = "", const DomainEvidence &common = domain()) {
            QTest::newRow(title) << record << common << progress << kind << QString::fromLatin1(seenText);
        };
        const Progress notFound = Progress::NotFound;

        row("not looked", seen({}), Progress::Unknown, Kind::None);
        row("half heard", seen({ns1({target})}), Progress::AtProvider, Kind::None);
        row("right", both({target}), Progress::AtProvider, Kind::None);
        row("missing", both({}), notFound, Kind::Missing);
        row("wrong", both({"shop.example.net"}), notFound, Kind::WrongTarget, "shop.example.net");
        row("one letter off", both({"frontend-api.clerk.service"}), notFound, Kind::Typo, "frontend-api.clerk.service");
        row("two letters swapped", both({"frontend-api.clerk.servcies"}), notFound, Kind::Typo,
            "frontend-api.clerk.servcies");
        row("three letters off", both({"frontend-api.clerk.serv"}), notFound, Kind::WrongTarget,
            "frontend-api.clerk.serv");
        row("zone appended", both({target + ".example.com"}), notFound, Kind::TargetGotZone,
            "frontend-api.clerk.services.example.com");
        row("swapped", both({"accounts.clerk.services"}), notFound, Kind::Swapped, "accounts.example.com");
        row("two CNAMEs", both({target, "x.example.net"}), notFound, Kind::TwoCnames,
            "frontend-api.clerk.services, x.example.net");

        RecordEvidence detour = both({"x.example.net"});
        detour.onward = {target};
        row("detour by a resolver", detour, notFound, Kind::Detour, "x.example.net");
        Sighting chained = ns1({"x.example.com"});
        chained.chain = {"x.example.com", target};
        row("detour in one answer", seen({chained, ns2({"x.example.com"})}), notFound, Kind::Detour, "x.example.com");

        RecordEvidence doubled = both({});
        doubled.missesFound = {{Kind::NameDoubled, "clerk.example.com.example.com"}};
        row("name doubled", doubled, notFound, Kind::NameDoubled, "clerk.example.com.example.com");
        RecordEvidence wildcard = both({"parking.example.net"});
        wildcard.wildcard.cnames = {"parking.example.net"};
        row("wildcard CNAME", wildcard, notFound, Kind::Wildcard, "parking.example.net");
        wildcard.missesFound = doubled.missesFound;
        row("wildcard and doubled", wildcard, notFound, Kind::NameDoubled, "clerk.example.com.example.com");
        RecordEvidence wildcardAddress = withAddresses({otherAddress}, {clerksAddress});
        wildcardAddress.wildcard.addresses = {otherAddress};
        row("wildcard address", wildcardAddress, notFound, Kind::Wildcard);

        row("address", withAddresses({otherAddress}, {clerksAddress}), notFound, Kind::AddressInstead, "192.0.2.1");
        row("flattened", withAddresses({clerksAddress}, {clerksAddress}), notFound, Kind::Flattened, "104.18.1.1",
            atCloudflare());
        row("proxied", withAddresses({cloudflareAddress}, {clerksAddress}, 300s), notFound, Kind::CloudflareProxy,
            "104.18.9.9", atCloudflare());
        row("proxied, servers renamed", withAddresses({cloudflareAddress}, {clerksAddress}, 300s), notFound,
            Kind::CloudflareProxy, "104.18.9.9");
        row("proxied, other lifetime", withAddresses({cloudflareAddress}, {clerksAddress}, 60s), notFound,
            Kind::CloudflareProxy, "104.18.9.9", atCloudflare());
        row("somebody's Cloudflare address", withAddresses({cloudflareAddress}, {clerksAddress}, 60s), notFound,
            Kind::AddressInstead, "104.18.9.9");
        row("partly Cloudflare", withAddresses({cloudflareAddress, otherAddress}, {clerksAddress}, 300s), notFound,
            Kind::AddressInstead, "104.18.9.9, 192.0.2.1", atCloudflare());
        row("target unknown, proxy's lifetime", withAddresses({cloudflareAddress}, {}, 300s), notFound,
            Kind::CloudflareProxy, "104.18.9.9", atCloudflare());
        row("target unknown", withAddresses({cloudflareAddress}, {}, 60s), notFound, Kind::Flattened, "104.18.9.9",
            atCloudflare());

        RecordEvidence text = both({});
        text.side.otherTypes = {DnsType::TXT};
        text.side.texts = {"\"Frontend-API.clerk.services.\""};
        row("text instead", text, notFound, Kind::TextInstead);
        text.side.texts = {"v=spf1 -all"};
        row("other text", text, notFound, Kind::OtherRecordThere, "TXT");
        RecordEvidence mail = both({});
        mail.side.otherTypes = {DnsType::MX};
        row("mail exchange", mail, notFound, Kind::OtherRecordThere, "MX");
        Sighting handedOn = silent(ns1({}));
        handedOn.outcome = DnsAnswer::Outcome::Answered;
        handedOn.referredAt = host;
        row("F20 name delegated", seen({handedOn, silent(ns2({}))}), Progress::Unknown, Kind::SubZoneDelegated,
            "clerk.example.com");

        row("one server without", seen({ns1({target}), ns2({})}), Progress::AtProvider, Kind::ServersDisagree);
        row("one server silent", seen({ns1({target}), silent(ns2({}))}), Progress::AtProvider, Kind::None);
        row("no server answers", seen({silent(ns1({})), silent(ns2({}))}), Progress::Unknown, Kind::NoServerAnswers);

        row("old answer cached", seen({ns1({target}), ns2({target}), resolver(1, {"old.example.net"})}),
            Progress::AtProvider, Kind::OldAnswerCached, "old.example.net");
        row("absence cached", seen({ns1({target}), ns2({target}), resolver(1, {}), resolver(2, {target})}),
            Progress::AtResolvers, Kind::AbsenceCached);
        row("silent resolver", seen({ns1({target}), ns2({target}), silent(resolver(1, {})), resolver(2, {target})}),
            Progress::AtResolvers, Kind::None);

        RecordEvidence unseen = seen({ns1({target}), ns2({target}), resolver(1, {target})});
        unseen.clerk = ClerkView::NotVerified;
        row("Clerk has not looked", unseen, Progress::AtResolvers, Kind::ClerkHasNotLooked);
        unseen.sightings.removeLast();
        row("Clerk cannot have seen it", unseen, Progress::AtProvider, Kind::None);
        RecordEvidence done = both({"wrong.example.net"});
        done.clerk = ClerkView::Verified;
        row("Clerk has seen it", done, Progress::SeenByClerk, Kind::None);
        row("Clerk has seen it, network blocked", done, Progress::SeenByClerk, Kind::None, "",
            domain(Zone::State::NetworkBlocked));

        row("blocked network silences", both({"x.example.net"}), Progress::Unknown, Kind::DnsBlocked, "",
            domain(Zone::State::NetworkBlocked));
        row("unregistered silences", doubled, Progress::Unknown, Kind::NotRegistered, "",
            domain(Zone::State::NotRegistered));
        row("dead zone silences", both({}), Progress::Unknown, Kind::NoServerAnswers, "",
            domain(Zone::State::NoServerAnswers));
    }

    void judges()
    {
        QFETCH(RecordEvidence, record);
        QFETCH(DomainEvidence, common);
        QFETCH(Progress, progress);
        QFETCH(Kind, kind);
        QFETCH(QString, seenText);

        const RecordVerdict verdict = evaluate(record, common);
        QCOMPARE(static_cast<int>(verdict.finding.kind), static_cast<int>(kind));
        QCOMPARE(static_cast<int>(verdict.progress), static_cast<int>(progress));
        if (!seenText.isEmpty())
            QCOMPARE(verdict.finding.seen, seenText);
    }

    void anOlderAnswerIsNoDisagreement()
    {
        RecordEvidence record = seen({ns1({target}), ns2({})});
        record.rightSince = {{QStringLiteral("ns1.dns-host.net"), noon.addSecs(1)}};
        QVERIFY(evaluate(record, domain()).finding.kind == Kind::None);
        record.sightings[1].askedAt = noon.addSecs(2);
        const DnsFinding found = evaluate(record, domain()).finding;
        QVERIFY(found.kind == Kind::ServersDisagree);
        QVERIFY(found.server.startsWith(QStringLiteral("ns2.dns-host.net")));
    }

    /// It would get the same from them again, however soon it forgets the record (F19).
    void aResolverThatAsksFormerServersDoesNotRememberTheRecord()
    {
        RecordEvidence record = seen({ns1({target}), ns2({target}), resolver(1, {}, 40s)});
        DomainEvidence common = domain();
        common.inspection.parentServers = common.inspection.childServers = common.zone.nameServers;
        common.inspection.cached = {{record.sightings[2].server, {"ns1.old-host.net"}, 7200s, noon}};
        QVERIFY(evaluate(record, common).finding.kind == Kind::None);
        common.now = noon.addSecs(7200);
        QVERIFY(evaluate(record, common).finding.kind == Kind::AbsenceCached);
        common.now = noon.addSecs(10);
        common.inspection.cached[0].names = common.zone.nameServers;
        QVERIFY(evaluate(record, common).finding.kind == Kind::AbsenceCached);
    }

    void theLongestWaitCounts()
    {
        const RecordVerdict verdict = evaluate(
            seen({ns1({target}), ns2({target}), resolver(1, {}, 40s), resolver(2, {"old.example.net"}, 90s)}),
            domain());
        QVERIFY(verdict.finding.kind == Kind::OldAnswerCached);
        QVERIFY(verdict.finding.wait == 80s); // asked ten seconds ago
        QCOMPARE(verdict.finding.server, QStringLiteral("2 (192.0.2.1)"));
    }

    void countsServers()
    {
        const RecordVerdict verdict = evaluate(
            seen({ns1({target}), silent(ns2({})), resolver(1, {target}), resolver(2, {}), silent(resolver(3, {}))}),
            domain());
        QVERIFY(verdict.isPublished());
        QCOMPARE(verdict.authoritativeRight, 1);
        QCOMPARE(verdict.authoritativeAsked, 1);
        QCOMPARE(verdict.resolversRight, 1);
        QCOMPARE(verdict.resolversAsked, 2);
    }

    void isPublishedOnlyWhenEveryServerWasHeard()
    {
        QVERIFY(!evaluate(seen({ns1({target})}), domain()).isPublished());
        QVERIFY(evaluate(both({target}), domain()).isPublished());
        QVERIFY(!evaluate(seen({silent(ns1({})), silent(ns2({}))}), domain()).isPublished());
    }

    void knowsWhereToLookForMistakes_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("ofDomain");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("probe");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *name, const char *ofDomain, const char *zone, const char *probe, Kind kind) {
            QTest::newRow(probe) << QByteArray(name) << QByteArray(ofDomain) << QByteArray(zone) << QByteArray(probe)
                                 << kind;
        };
        row("clerk.sub.com", "sub.com", "sub.com", "clerk.sub.com.sub.com", Kind::NameDoubled);
        row("clerk.app.sub.com", "app.sub.com", "sub.com", "clerk.app.sub.com.sub.com", Kind::NameDoubled);
        row("clerk.app.sub.com", "app.sub.com", "sub.com", "clerk.sub.com", Kind::OneLevelOff);
        row("clerk.app.sub.com", "app.sub.com", "sub.com", "clerk.app.app.sub.com", Kind::OneLevelOff);
        row("clk._domainkey.sub.com", "sub.com", "sub.com", "clk.domainkey.sub.com", Kind::UnderscoreLost);
        row("clk._domainkey.sub.com", "sub.com", "sub.com", "clk_domainkey.sub.com", Kind::UnderscoreLost);
        row("clk._domainkey.sub.com", "sub.com", "sub.com", "clk.sub.com", Kind::UnderscoreLost);
        row("pdk1._domainkey.clkmail2.sub.com", "sub.com", "sub.com", "pdk1.domainkey.clkmail2.sub.com",
            Kind::UnderscoreLost);
        row("clerk.sub.com", "sub.com", "sub.com", "www.clerk.sub.com", Kind::OneLevelOff);
        // Clerk's names lie beside the domain.
        row("clerk.sub.com", "app.sub.com", "sub.com", "clerk.app.sub.com", Kind::OneLevelOff);
        row("clk._domainkey.sub.com", "app.sub.com", "sub.com", "clk._domainkey.app.sub.com", Kind::OneLevelOff);
        row("clk._domainkey.sub.com", "app.sub.com", "sub.com", "clk.domainkey.sub.com", Kind::UnderscoreLost);
        row("clerk.sub.com", "app.sub.com", "sub.com", "clerk.sub.com.sub.com", Kind::NameDoubled);
    }

    void knowsWhereToLookForMistakes()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, ofDomain);
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, probe);
        QFETCH(Kind, kind);
        const QList<NearMiss> misses = nearMissesOf(name, ofDomain, zone, {});
        QVERIFY(misses.contains({kind, probe}));
        QVERIFY(!nearMissesOf(name, ofDomain, zone, {probe}).contains({kind, probe}));
        for (const NearMiss &miss : misses)
            QVERIFY(miss.name != name && isAtOrBelow(miss.name, zone));
    }

    void fiveRecordsNeedFewQuestionsMore()
    {
        qsizetype count = 2; // the wildcards of the domain and of `_domainkey`
        for (const char *relative : {"clerk", "accounts", "clkmail", "clk._domainkey", "clk2._domainkey"})
            count += nearMissesOf(joinNames(relative, "example.com"), "example.com", "example.com", {}).size();
        QVERIFY2(count <= 19, qPrintable(QString::number(count)));
    }

    void countsLetters()
    {
        QCOMPARE(editDistance("abc", "abc", 2), 0);
        QCOMPARE(editDistance("abc", "abd", 2), 1);
        QCOMPARE(editDistance("abc", "ab", 2), 1);
        QCOMPARE(editDistance("", "ab", 2), 2);
        QCOMPARE(editDistance("kitten", "sitting", 5), 3);
        QCOMPARE(editDistance("kitten", "sitting", 2), 3);
        QCOMPARE(editDistance("a", "abcdefgh", 2), 3);
    }
};

QTEST_APPLESS_MAIN(TestEvaluate)
#include "tst_evaluate.moc"
