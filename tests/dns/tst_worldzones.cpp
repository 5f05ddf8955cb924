#include "testkit/scriptedserver.h"
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
        row("F14 zone not active", "inactive.example", Kind::ZoneNotActive);
        row("F15 lame server", "lame.example", Kind::LameServer);
        row("F16 dead server", "dead.example", Kind::DeadServer);
        row("F17 lists differ", "split.example", Kind::ServerListsDiffer);
        row("F18 records left behind", "moved.example", Kind::RecordsAtOtherProvider);
        row("F21 seal left behind", "bogus.example", Kind::DnssecBroken);
        row("F23 hosting company's", "shop.vercel.app", Kind::HostingDomain);
        row("F24 international", "xn--bcher-kva.example", Kind::InternationalName);
        row("F44 wildcard", "wild.example", Kind::Wildcard);
        row("F44 wildcard, one server lame", "lame-wild.example", Kind::Wildcard);
        row("F44 wildcard of texts", "wild-text.example", Kind::Wildcard);
        row("F44 wildcard of mail", "wild-mail.example", Kind::Wildcard);
        row("F49 servers disagree", "disagree.example", Kind::ServersDisagree);
    }

    void saysWhatIsWrongWithADomain()
    {
        QFETCH(QString, domain);
        QFETCH(Kind, kind);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(kind), look.whatItSays().constData(), 15'000);
    }

    void saysWhichServerIsAmiss_data()
    {
        QTest::addColumn<QString>("domain");
        QTest::addColumn<QString>("server");
        QTest::newRow("lame") << QStringLiteral("lame.example") << QStringLiteral("lame.dns-host.net");
        QTest::newRow("dead") << QStringLiteral("dead.example") << QStringLiteral("dead.dns-host.net");
    }

    /// And has nothing against records that the other server holds.
    void saysWhichServerIsAmiss()
    {
        QFETCH(QString, domain);
        QFETCH(QString, server);
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.isGreen(), look.whatItSays().constData(), 8000);
        QTRY_COMPARE_WITH_TIMEOUT(look.watch.view().findings.value(0).server, server, 8000);
        for (const RecordView &each : look.watch.view().records)
            QVERIFY2(each.finding.kind == Kind::None, look.whatItSays().constData());
    }

    /// Resolvers go by the old list for as long as they remember it.
    void knowsThatServersWereChanged()
    {
        const QString domain = QStringLiteral("changed.test");
        SystemClock clock;
        DnsClient client(clock);
        for (const DnsServer &resolver : DnsWorld::resolvers())
            QVERIFY(waitFor(client.ask(resolver, {domain.toLatin1(), DnsType::NS}))->answered());
        DnsWorld::update(DnsWorld::registry, QStringLiteral("test"),
                         {QStringLiteral("delete changed.test NS"),
                          QStringLiteral("add changed.test 300 NS ns1.dns-host.net"),
                          QStringLiteral("add changed.test 300 NS ns2.dns-host.net")});
        const WorldLook look(domain, fiveOf(domain));
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::ServersChanged), look.whatItSays().constData(), 8000);
        // What counts is whom the registry names, where the records are.
        QTRY_VERIFY2_WITH_TIMEOUT(look.watch.view().allPublished, look.whatItSays().constData(), 8000);
        QCOMPARE(look.watch.view().nameServers,
                 QStringList({QStringLiteral("ns1.dns-host.net"), QStringLiteral("ns2.dns-host.net")}));
        QVERIFY2(look.says(Kind::ServersChanged), look.whatItSays().constData());
    }

    /// F12: the registry knows a domain that its zone does not have.
    void asksTheRegistryWhyADomainIsGone()
    {
        ScriptedServer registry({ScriptedServer::json(R"({"objectClassName": "domain", "status": ["client hold"],
            "entities": [{"roles": ["registrar"], "vcardArray": ["vcard", [["fn", {}, "text", "Registrar Ltd"]]]}]})")});
        DnsSettings settings {DnsWorld::resolvers()};
        settings.registrationService = registry.url().resolved(QUrl(QStringLiteral("/domain/")));
        const QString domain = QStringLiteral("nobody.example");
        const WorldLook look(domain, fiveOf(domain), settings);
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::Suspended), look.whatItSays().constData(), 8000);
        QCOMPARE(look.watch.view().findings[0].names, QStringList(QStringLiteral("client hold")));
        QCOMPARE(look.watch.view().registrar, QStringLiteral("Registrar Ltd"));
    }

    /// F49, when it lasts.
    void saysThatServersStayApart()
    {
        const QString domain = QStringLiteral("disagree.example");
        const WorldLook look(domain, fiveOf(domain), {DnsWorld::resolvers()}, 120);
        QTRY_VERIFY2_WITH_TIMEOUT(look.says(Kind::ServersStayApart), look.whatItSays().constData(), 30'000);
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
