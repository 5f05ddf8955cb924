#include "dns/data/dnsdata.h"
#include "dns/data/dnsprovider.h"
#include "dns/wire/dnsname.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace golive;
using HostField = DnsProvider::HostField;
using ZoneFileImport = DnsProvider::ZoneFileImport;

namespace {

const QString exampleZone = QStringLiteral("example.com");

QSet<QString> wordsOf(const char *text)
{
    const QStringList words = QString::fromLatin1(text).split(QLatin1Char(' '));
    return {words.begin(), words.end()};
}

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty() && url.userInfo().isEmpty();
}

QJsonArray providerRows()
{
    return dnsData(QStringLiteral("dnsproviders.json"))[QLatin1String("providers")].toArray();
}

QStringList textsOf(const QJsonValue &row, const char *key)
{
    QStringList texts;
    for (const QJsonValue &each : row[QLatin1String(key)].toArray())
        texts.append(each.toString());
    return texts;
}

DnsProvider providerAt(const char *nameServer)
{
    return providerOf({QString::fromLatin1(nameServer)}, exampleZone);
}

} // namespace

class TestDnsProviders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRowHasOnlyKnownWords()
    {
        const QSet<QString> keys
            = wordsOf("name suffixes patterns console docs hostField zoneFileImport targetDot refusesUnderscore "
                      "subdomainFirst proxies flattens candidates");
        for (const QJsonValue &row : providerRows()) {
            const QByteArray name = row[QLatin1String("name")].toString().toUtf8();
            for (const QString &key : row.toObject().keys())
                QVERIFY2(keys.contains(key), (name + ": " + key.toUtf8()).constData());
            for (const char *flag : {"targetDot", "refusesUnderscore", "subdomainFirst", "proxies", "flattens"}) {
                const QJsonValue value = row[QLatin1String(flag)];
                QVERIFY2(value.isUndefined() || value.isBool(), name.constData());
            }
            QVERIFY2(wordsOf("relative either full").contains(row[QLatin1String("hostField")].toString()),
                     name.constData());
            QVERIFY2(wordsOf("none yes replaces unknown").contains(row[QLatin1String("zoneFileImport")].toString()),
                     name.constData());
        }
    }

    void everyNameIsThereOnce()
    {
        QSet<QString> names;
        for (const QJsonValue &row : providerRows()) {
            const QString name = row[QLatin1String("name")].toString();
            QVERIFY(!name.isEmpty() && name == name.trimmed());
            QVERIFY2(!names.contains(name), qPrintable(name));
            names.insert(name);
        }
        QVERIFY(names.size() >= 58);
    }

    void everySuffixIsThereOnce()
    {
        QSet<QString> known;
        for (const QJsonValue &row : providerRows()) {
            for (const QString &suffix : textsOf(row, "suffixes")) {
                QCOMPARE(QString::fromLatin1(dnsName(suffix)), suffix);
                QVERIFY2(suffix.contains(QLatin1Char('.')) && !known.contains(suffix), qPrintable(suffix));
                known.insert(suffix);
            }
            for (const QString &pattern : textsOf(row, "patterns")) {
                QVERIFY2(QRegularExpression(pattern).isValid(), qPrintable(pattern));
                QVERIFY2(pattern.startsWith(QLatin1Char('^')) && pattern.endsWith(QLatin1Char('$')),
                         qPrintable(pattern));
            }
        }
    }

    void everyAddressIsEncrypted()
    {
        for (const QJsonValue &row : providerRows())
            for (const char *key : {"console", "docs"}) {
                const QString address = row[QLatin1String(key)].toString();
                QVERIFY2(address.isEmpty() || isWebAddress(QString(address).remove(QStringLiteral("{zone}"))),
                         qPrintable(address));
            }
    }

    void everyCandidateIsAProvider()
    {
        for (const QJsonValue &row : providerRows()) {
            const QStringList candidates = textsOf(row, "candidates");
            QVERIFY(candidates.size() != 1);
            for (const QString &candidate : candidates)
                QVERIFY2(providerNamed(candidate, exampleZone).isKnown(), qPrintable(candidate));
            const bool hasServers = !textsOf(row, "suffixes").isEmpty() || !textsOf(row, "patterns").isEmpty();
            QVERIFY2(hasServers || isCandidate(row[QLatin1String("name")].toString()),
                     qPrintable(row[QLatin1String("name")].toString()));
        }
    }

    void findsEveryProviderByItsOwnServers()
    {
        for (const QJsonValue &row : providerRows())
            for (const QString &suffix : textsOf(row, "suffixes"))
                QCOMPARE(providerOf({QStringLiteral("ns1.") + suffix}, exampleZone).name,
                         row[QLatin1String("name")].toString());
    }

    void findsEveryProviderOfTheReference_data()
    {
        QTest::addColumn<QString>("name");

        const auto row
            = [](const char *server, const char *name) { QTest::newRow(server) << QString::fromLatin1(name); };
        row("amy.ns.cloudflare.com", "Cloudflare");
        row("blue.foundationdns.org", "Cloudflare");
        row("ns01.domaincontrol.com", "GoDaddy");
        row("dns1.registrar-servers.com", "Namecheap");
        row("dns1.namecheaphosting.com", "Namecheap hosting");
        row("ns01.squarespacedns.com", "Squarespace Domains");
        row("ns-cloud-a1.googledomains.com", "Squarespace Domains or Google Cloud DNS");
        row("ns-2048.awsdns-64.com", "Amazon Route 53");
        row("ns-17.awsdns-02.co.uk", "Amazon Route 53");
        row("ns1-01.azure-dns.com", "Azure DNS");
        row("ns1.vercel-dns.com", "Vercel");
        row("a.zeit.world", "Vercel");
        row("dns3.p07.nsone.net", "Netlify or IBM NS1");
        row("ns5.nsone.net", "IBM NS1");
        row("ns1.digitalocean.com", "DigitalOcean");
        row("hydrogen.ns.hetzner.com", "Hetzner");
        row("robotns2.second-ns.de", "Hetzner");
        row("ns.second-ns.com", "Hetzner");
        row("ns1.your-server.de", "Hetzner konsoleH");
        row("curitiba.ns.porkbun.com", "Porkbun");
        row("ns1abc.name.com", "Name.com");
        row("ns-12-a.gandi.net", "Gandi");
        row("dns10.ovh.net", "OVHcloud");
        row("dns200.anycast.me", "OVHcloud");
        row("ns1042.ui-dns.biz", "IONOS");
        row("ns1.dns-parking.com", "Hostinger");
        row("ns8.wixdns.net", "Wix");
        row("ns1.wordpress.com", "WordPress.com");
        row("ns2.dnsimple-edge.net", "DNSimple");
        row("ns1.hover.com", "Hover");
        row("dns1.name-services.com", "Tucows or Enom reseller");
        row("ns1.dnsowl.com", "NameSilo");
        row("ns1.dyna-ns.net", "Dynadot");
        row("launch1.spaceship.net", "Spaceship");
        row("ns1.namebrightdns.com", "NameBright");
        row("ns1.bluehost.com", "Bluehost");
        row("ns6001.hostgator.com", "HostGator");
        row("ns1.siteground.net", "SiteGround");
        row("ns1.dreamhost.com", "DreamHost");
        row("ns.inmotionhosting.com", "InMotion Hosting");
        row("ns1.a2hosting.com", "A2 Hosting");
        row("ns.liquidweb.com", "Liquid Web");
        row("ns17.worldnic.com", "Network Solutions");
        row("dns001.a.register.com", "Register.com");
        row("ns1.linode.com", "Linode");
        row("a1-64.akam.net", "Akamai Edge DNS");
        row("ns1.vultr.com", "Vultr");
        row("ns0.dom.scw.cloud", "Scaleway");
        row("ns11.infomaniak.ch", "Infomaniak");
        row("docks02.rzone.de", "STRATO");
        row("root-dns.netcup.net", "netcup");
        row("ns2.inwx.de", "INWX");
        row("ns5.kasserver.com", "All-Inkl");
        row("ns1.loopia.se", "Loopia");
        row("ns01.one.com", "one.com");
        row("ns1.unoeuro.com", "Simply.com");
        row("ns0.transip.net", "TransIP");
        row("dns.technorail.com", "Aruba");
        row("dns9.hichina.com", "Alibaba Cloud DNS");
        row("f1g1ns1.dnspod.net", "DNSPod");
        row("ns3.dnsv4.com", "DNSPod");
        row("ns2.desec.org", "deSEC");
        row("ns5.he.net", "Hurricane Electric");
        row("pns31.cloudns.net", "ClouDNS");
        row("kiki.bunny.net", "bunny.net");
        row("ns1.gcorelabs.net", "Gcore");
        row("dns1.easydns.com", "easyDNS");
        row("ns10.dnsmadeeasy.com", "DNS Made Easy");
        row("ns11.constellix.com", "Constellix");
        row("pdns1.ultradns.net", "UltraDNS");
        row("dns1.stabletransit.com", "Rackspace");
        row("ns1.p201.dns.oraclecloud.net", "Oracle Cloud DNS");
        row("ns1.afraid.org", "FreeDNS");
        row("1-you.njal.la", "Njalla");
        row("a.ns.joker.com", "Joker");
        row("dns1.yandex.net", "Yandex");
        row("ns1.bdm.microsoftonline.com", "Microsoft 365");
    }

    void findsEveryProviderOfTheReference()
    {
        QFETCH(QString, name);
        const DnsProvider provider = providerAt(QTest::currentDataTag());
        QCOMPARE(provider.name, name);
        QCOMPARE(provider.isAmbiguous(),
                 name.contains(QStringLiteral(" or ")) && !name.contains(QStringLiteral("Enom")));
    }

    void findsTheProvider_data()
    {
        QTest::addColumn<QStringList>("servers");
        QTest::addColumn<QString>("name");

        const auto row = [](const char *title, const QStringList &servers, const char *name) {
            QTest::newRow(title) << servers << QString::fromLatin1(name);
        };
        row("upper case", {QStringLiteral("NS1.DigitalOcean.com.")}, "DigitalOcean");
        row("whole family",
            {QStringLiteral("ns-1.awsdns-00.com"), QStringLiteral("ns-2.awsdns-33.co.uk"),
             QStringLiteral("ns-3.awsdns-1.org"), QStringLiteral("ns-4.awsdns-1.net")},
            "Amazon Route 53");
        row("whole labels", {QStringLiteral("ns1.notdigitalocean.com")}, "");
        row("majority", {QStringLiteral("ns1.he.net"), QStringLiteral("ns2.he.net"), QStringLiteral("ns1.own.net")},
            "Hurricane Electric");
        row("half", {QStringLiteral("ns1.he.net"), QStringLiteral("ns1.digitalocean.com")}, "");
        row("none", {}, "");
    }

    void findsTheProvider()
    {
        QFETCH(QStringList, servers);
        QFETCH(QString, name);
        QCOMPARE(providerOf(servers, exampleZone).name, name);
        QCOMPARE(providerOf(servers, exampleZone).isKnown(), !name.isEmpty());
    }

    void knowsWhatEachPageWants()
    {
        QCOMPARE(providerAt("ns01.domaincontrol.com").console,
                 QStringLiteral("https://dcc.godaddy.com/control/example.com/dns"));
        QVERIFY(providerAt("ns1.desec.io").targetDot);
        QVERIFY(providerAt("ns1.bluehost.com").hostField == HostField::Full);
        QVERIFY(providerAt("ns5.he.net").hostField == HostField::Either);
        QVERIFY(providerAt("dns10.ovh.net").zoneFileImport == ZoneFileImport::Replaces);
        QVERIFY(providerAt("ns0.dom.scw.cloud").zoneFileImport == ZoneFileImport::Replaces);
        QVERIFY(providerAt("ns8.wixdns.net").zoneFileImport == ZoneFileImport::None);
        const DnsProvider cloudflare = providerAt("amy.ns.cloudflare.com");
        QVERIFY(cloudflare.proxies && cloudflare.flattens && cloudflare.zoneFileImport == ZoneFileImport::Yes);
        QVERIFY(cloudflare.docs.startsWith(QLatin1String("https://developers.cloudflare.com/")));
        QVERIFY(providerAt("ns17.worldnic.com").refusesUnderscore);
        QVERIFY(providerAt("docks02.rzone.de").subdomainFirst);
    }

    void namesBothWhereServersAreShared()
    {
        const DnsProvider shared = providerAt("ns-cloud-e1.googledomains.com");
        QCOMPARE(shared.candidates,
                 QStringList({QStringLiteral("Squarespace Domains"), QStringLiteral("Google Cloud DNS")}));
        QVERIFY(shared.console.isEmpty());
        QVERIFY(!providerNamed(shared.candidates[1], exampleZone).console.isEmpty());
        QVERIFY(!providerNames().contains(shared.name));
        QVERIFY(providerNames().contains(QStringLiteral("Netlify")));
        QVERIFY(!providerNamed(QStringLiteral("nobody"), exampleZone).isKnown());
    }

    void saysWhatToType_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("relative");
        QTest::addColumn<QString>("full");
        QTest::addColumn<bool>("fullFirst");

        const auto row = [](const char *title, const char *host, const char *zone, const char *server,
                            const char *relative, const char *full, bool fullFirst) {
            QTest::newRow(title) << QByteArray(host) << QByteArray(zone) << QString::fromLatin1(server)
                                 << QString::fromLatin1(relative) << QString::fromLatin1(full) << fullFirst;
        };
        row("unknown provider", "clerk.example.com", "example.com", "ns1.own.net", "clerk", "clerk.example.com", false);
        row("relative", "clk._domainkey.example.com", "example.com", "ns1.hover.com", "clk._domainkey",
            "clk._domainkey.example.com", false);
        row("zone above the domain", "clerk.app.example.com", "example.com", "ns1.hover.com", "clerk.app",
            "clerk.app.example.com", false);
        row("zone of its own", "clerk.app.example.com", "app.example.com", "ns1.hover.com", "clerk",
            "clerk.app.example.com", false);
        row("either", "clerk.example.com", "example.com", "ns5.he.net", "clerk", "clerk.example.com", false);
        row("full", "clerk.example.com", "example.com", "ns1.bluehost.com", "clerk", "clerk.example.com.", true);
        row("apex", "example.com", "example.com", "ns1.hover.com", "@", "example.com", false);
        row("elsewhere", "clerk.example.net", "example.com", "ns1.hover.com", "clerk.example.net", "clerk.example.net",
            false);
    }

    void saysWhatToType()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, zone);
        QFETCH(QString, server);
        QFETCH(QString, relative);
        QFETCH(QString, full);
        QFETCH(bool, fullFirst);
        const TypedName typed = nameToType(host, zone, providerOf({server}, QString::fromLatin1(zone)));
        QCOMPARE(typed.relative, relative);
        QCOMPARE(typed.full, full);
        QCOMPARE(typed.fullFirst, fullFirst);
        QCOMPARE(typed.best(), fullFirst ? full : relative);
    }

    void endsTargetsWithADotWhereTheZoneWouldBeAdded()
    {
        QCOMPARE(targetToType("accounts.clerk.services", providerAt("ns-12-a.gandi.net")),
                 QStringLiteral("accounts.clerk.services."));
        QCOMPARE(targetToType("accounts.clerk.services", providerAt("ns1.hover.com")),
                 QStringLiteral("accounts.clerk.services"));
        QCOMPARE(targetToType("accounts.clerk.services", {}), QStringLiteral("accounts.clerk.services"));
    }

private:
    static bool isCandidate(const QString &name)
    {
        for (const QJsonValue &row : providerRows())
            if (textsOf(row, "candidates").contains(name))
                return true;
        return false;
    }
};

QTEST_APPLESS_MAIN(TestDnsProviders)
#include "tst_dnsproviders.moc"
