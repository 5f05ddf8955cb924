#include "dns/ask/dnssettings.h"
#include "dns/data/dnsdata.h"
#include "dns/watch/dnsschedule.h"
#include "dns/wire/dnsname.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace golive;
using namespace std::chrono_literals;

class TestDnsData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEightResolvers()
    {
        const QList<DnsServer> resolvers = defaultDnsSettings().resolvers;
        QCOMPARE(resolvers.size(), 8);
        QSet<QString> described;
        for (const DnsServer &each : resolvers) {
            QVERIFY(!each.address.isNull() && !each.name.isEmpty());
            QCOMPARE(each.port, quint16(53));
            described.insert(describe(each));
        }
        QCOMPARE(described.size(), 8);
    }

    void knowsCloudflare_data()
    {
        QTest::addColumn<bool>("inside");
        QTest::newRow("104.16.0.1") << true;
        QTest::newRow("104.27.255.255") << true;
        QTest::newRow("104.28.0.0") << false;
        QTest::newRow("172.64.0.1") << true;
        QTest::newRow("192.0.2.1") << false;
        QTest::newRow("2606:4700::6812:1") << true;
        QTest::newRow("2001:db8::1") << false;
    }

    void knowsCloudflare()
    {
        QFETCH(bool, inside);
        QCOMPARE(isCloudflareAddress(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), inside);
    }

    void everyRangeIsReadable()
    {
        const QJsonArray ranges = dnsData(QStringLiteral("cloudflare.json"))[QLatin1String("ranges")].toArray();
        QCOMPARE(ranges.size(), 22);
        for (const QJsonValue &range : ranges)
            QVERIFY2(QHostAddress::parseSubnet(range.toString()).second > 0, qPrintable(range.toString()));
    }

    void everyProviderIsReadable()
    {
        const QJsonArray rows = dnsData(QStringLiteral("dnsproviders.json"))[QLatin1String("providers")].toArray();
        QVERIFY(rows.size() >= 58);
        static const QSet<QString> known {QStringLiteral("name"),     QStringLiteral("suffixes"),
                                          QStringLiteral("patterns"), QStringLiteral("console"),
                                          QStringLiteral("host"),     QStringLiteral("targetDot")};
        QSet<QString> suffixes;
        for (const QJsonValue &value : rows) {
            const QJsonObject row = value.toObject();
            const QString name = row[QLatin1String("name")].toString();
            for (const QString &key : row.keys())
                QVERIFY2(known.contains(key), qPrintable(name + key));
            QVERIFY(!name.isEmpty());
            const QString host = row[QLatin1String("host")].toString();
            QVERIFY2(QStringList({QStringLiteral("relative"), QStringLiteral("either"), QStringLiteral("full")})
                         .contains(host),
                     qPrintable(name));
            const QString console = row[QLatin1String("console")].toString();
            QVERIFY2(console.isEmpty() || (QUrl(console).isValid() && QUrl(console).scheme() == QLatin1String("https")),
                     qPrintable(name));
            const QJsonArray ends = row[QLatin1String("suffixes")].toArray();
            const QJsonArray patterns = row[QLatin1String("patterns")].toArray();
            QVERIFY2(!ends.isEmpty() || !patterns.isEmpty(), qPrintable(name));
            for (const QJsonValue &end : ends) {
                QCOMPARE(QString::fromLatin1(dnsName(end.toString())), end.toString());
                QVERIFY2(!suffixes.contains(end.toString()), qPrintable(end.toString()));
                suffixes.insert(end.toString());
            }
            for (const QJsonValue &pattern : patterns)
                QVERIFY2(QRegularExpression(pattern.toString()).isValid(), qPrintable(name));
        }
    }

    void findsTheProvider_data()
    {
        QTest::addColumn<QStringList>("servers");
        QTest::addColumn<QString>("name");

        const auto row = [](const char *title, const QStringList &servers, const char *name) {
            QTest::newRow(title) << servers << QString::fromLatin1(name);
        };
        row("cloudflare", {QStringLiteral("amy.ns.cloudflare.com"), QStringLiteral("bob.ns.cloudflare.com")},
            "Cloudflare");
        row("upper case", {QStringLiteral("NS1.DigitalOcean.com.")}, "DigitalOcean");
        row("longest", {QStringLiteral("ns1.namecheaphosting.com")}, "Namecheap hosting");
        row("route 53",
            {QStringLiteral("ns-1.awsdns-00.com"), QStringLiteral("ns-2.awsdns-33.co.uk"),
             QStringLiteral("ns-3.awsdns-1.org"), QStringLiteral("ns-4.awsdns-1.net")},
            "Amazon Route 53");
        row("pattern before suffix", {QStringLiteral("dns1.p01.nsone.net")}, "Netlify or NS1");
        row("suffix beside pattern", {QStringLiteral("ns1.nsone.net")}, "IBM NS1");
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
        QCOMPARE(providerOf(servers, QStringLiteral("example.com")).name, name);
    }

    void fillsTheZoneIntoTheConsole()
    {
        const DnsProvider provider
            = providerOf({QStringLiteral("ns01.domaincontrol.com")}, QStringLiteral("example.com"));
        QCOMPARE(provider.console, QStringLiteral("https://dcc.godaddy.com/control/example.com/dns"));
        QVERIFY(providerOf({QStringLiteral("ns1.desec.io")}, QStringLiteral("example.com")).targetDot);
        QVERIFY(providerOf({QStringLiteral("ns1.bluehost.com")}, QStringLiteral("example.com")).hostField
                == DnsProvider::HostField::Full);
    }

    void readsResolvers_data()
    {
        QTest::addColumn<QString>("described");
        QTest::newRow("192.0.2.1") << QStringLiteral("192.0.2.1");
        QTest::newRow(" 192.0.2.1:5353 ") << QStringLiteral("192.0.2.1:5353");
        QTest::newRow("1.1.1.1") << QStringLiteral("Cloudflare (1.1.1.1)");
        QTest::newRow("2001:DB8::1") << QStringLiteral("2001:db8::1");
        QTest::newRow("[2001:db8::1]") << QStringLiteral("2001:db8::1");
        QTest::newRow("[2001:db8::1]:5353") << QStringLiteral("[2001:db8::1]:5353");
        for (const char *wrong :
             {"192.0.2", "1", "192.0.2.256", "192.0.2.1:0", "192.0.2.1:65536", "192.0.2.1:", "example.com",
              "[192.0.2.1", "[2001:db8::1]5353", "0.0.0.0", "::", "192.0.2.1 1.1.1.1"})
            QTest::newRow(wrong) << QString();
    }

    void readsResolvers()
    {
        QFETCH(QString, described);
        const QString entry = QString::fromLatin1(QTest::currentDataTag());
        const Result<DnsSettings> settings = parseResolvers({QString(), entry, QStringLiteral("192.0.2.9")});
        if (described.isEmpty()) {
            QVERIFY(settings.error().kind == Error::Kind::Rejected);
            QCOMPARE(settings.error().names, QStringList(entry));
        } else {
            QCOMPARE(settings->resolvers.size(), 2);
            QCOMPARE(describe(settings->resolvers[0]), described);
        }
    }

    void noResolversMeansTheDefaults()
    {
        QVERIFY(parseResolvers({QStringLiteral(" ")}).value() == defaultDnsSettings());
    }

    void polls_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<bool>("visible");
        QTest::addColumn<int>("delay");

        const auto row = [](int waiting, bool visible, int delay) {
            QTest::addRow("%d %s", waiting, visible ? "visible" : "hidden") << waiting << visible << delay;
        };
        row(0, true, 2);
        row(119, true, 2);
        row(120, true, 5);
        row(120, false, 20);
        row(600, true, 15);
        row(1800, true, 60);
        row(7199, false, 240);
        row(7200, true, -1);
    }

    void polls()
    {
        QFETCH(int, waiting);
        QFETCH(bool, visible);
        QFETCH(int, delay);
        const std::optional<std::chrono::milliseconds> expected
            = delay < 0 ? std::nullopt : std::optional<std::chrono::milliseconds>(std::chrono::seconds(delay));
        QVERIFY(pollDelay(std::chrono::seconds(waiting), visible) == expected);
    }

    void resolversSleepUntilTheyForget()
    {
        QVERIFY(resolverDelay(20s, 300ms) == 20'300ms);
        QVERIFY(resolverDelay(0s, 300ms) == 5s);
        QVERIFY(resolverDelay(3600s, 300ms) == 60s);
        QVERIFY(resolverDelay(std::nullopt, 300ms) == 30'300ms);
        QVERIFY(zoneDelay(2s, false) == 15s);
        QVERIFY(zoneDelay(2s, true) == 60s);
        QVERIFY(zoneDelay(240s, true) == 240s);
    }
};

QTEST_APPLESS_MAIN(TestDnsData)
#include "tst_dnsdata.moc"
