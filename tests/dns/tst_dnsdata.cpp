#include "dns/ask/dnssettings.h"
#include "dns/data/dnsdata.h"
#include "dns/data/publicresolver.h"
#include "dns/watch/dnsschedule.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QUrl>

using namespace golive;
using namespace std::chrono_literals;

namespace {

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == QLatin1String("https") && !url.host().isEmpty();
}

} // namespace

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

    void everyResolverIsReadable()
    {
        const QSet<QString> known {QStringLiteral("name"),   QStringLiteral("address"),
                                   QStringLiteral("others"), QStringLiteral("doh"),
                                   QStringLiteral("seat"),   QStringLiteral("encryptedOnly"),
                                   QStringLiteral("purge"),  QStringLiteral("multiCache")};
        const QJsonObject file = dnsData(QStringLiteral("resolvers.json"));
        QCOMPARE(file.keys(),
                 QStringList({QStringLiteral("more"), QStringLiteral("resolvers"), QStringLiteral("rootServers")}));
        for (const QString &part : file.keys())
            for (const QJsonValue &row : file[part].toArray())
                for (const QString &key : row.toObject().keys())
                    QVERIFY2(known.contains(key), qPrintable(row[QLatin1String("name")].toString() + key));
    }

    void everyResolverIsWhole()
    {
        const QRegularExpression seat(QStringLiteral("^[A-Z]{2}$"));
        QSet<QString> names;
        QSet<QString> addresses;
        QSet<QString> encrypted;
        for (const PublicResolver &each : knownResolvers()) {
            QVERIFY(!each.name.isEmpty() && !names.contains(each.name));
            names.insert(each.name);
            for (const QHostAddress &address : QList {each.address} + each.others) {
                QVERIFY2(address.isGlobal() && !addresses.contains(address.toString()), qPrintable(each.name));
                addresses.insert(address.toString());
            }
            QVERIFY2(seat.match(each.seat).hasMatch(), qPrintable(each.name));
            QVERIFY2(each.purgePage.isEmpty() || isWebAddress(each.purgePage), qPrintable(each.name));
            QVERIFY2(!encrypted.contains(each.doh) || each.doh.isEmpty(), qPrintable(each.name));
            QVERIFY2(each.doh.isEmpty() || isWebAddress(each.doh), qPrintable(each.name));
            QVERIFY2(!each.encryptedOnly || !each.doh.isEmpty(), qPrintable(each.name));
            // Those asked by default are asked over HTTPS too where this network blocks DNS.
            QVERIFY2(!each.byDefault || (!each.doh.isEmpty() && !each.encryptedOnly), qPrintable(each.name));
            encrypted.insert(each.doh);
        }
        QCOMPARE(names.size(), 20);
    }

    void rootServersHaveAddresses()
    {
        const QList<DnsServer> servers = defaultDnsSettings().rootServers;
        QCOMPARE(servers.size(), 2);
        for (const DnsServer &each : servers)
            QVERIFY(each.address.isGlobal() && each.name.endsWith(QLatin1String(".root-servers.net")));
    }

    void testNetworksAreNotLeft()
    {
        const DnsSettings within = withinTestNetwork(defaultDnsSettings());
        QVERIFY(within.resolvers == defaultDnsSettings().resolvers);
        QVERIFY(within.rootServers.isEmpty() && within.systemServers.isEmpty() && !within.asksSystem);
    }

    void knowsWhereAResolverIsMadeToForget()
    {
        QCOMPARE(knownResolver(QStringLiteral("Google (8.8.8.8)"))->purgePage,
                 QStringLiteral("https://dns.google/cache"));
        QVERIFY(knownResolver(QStringLiteral("Google (8.8.8.8)"))->multiCache);
        QCOMPARE(knownResolver(QHostAddress(QStringLiteral("1.0.0.1")))->purgePage,
                 QStringLiteral("https://one.one.one.one/purge-cache/"));
        QCOMPARE(knownResolver(QStringLiteral("208.67.222.222"))->purgePage,
                 QStringLiteral("https://cachecheck.opendns.com/"));
        QVERIFY(knownResolver(QStringLiteral("Quad9 (9.9.9.10)"))->purgePage.isEmpty());
        QVERIFY(!knownResolver(QStringLiteral("somebody (192.0.2.1)")));
        QVERIFY(!knownResolver(QString()));
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

    void knowsWhatIsSpecialAboutAResolverThatIsTyped()
    {
        const QList<DnsServer> typed
            = parseResolvers({QStringLiteral("8.8.4.4"), QStringLiteral("194.242.2.2"), QStringLiteral("8.8.8.8:5353")})
                  ->resolvers;
        QVERIFY(typed[0].manyCaches && !typed[0].encryptedOnly);
        QVERIFY(typed[1].encryptedOnly && !typed[1].doh.isEmpty());
        QVERIFY(!typed[2].manyCaches);
    }

    void noResolversMeansTheDefaults()
    {
        QVERIFY(parseResolvers({QStringLiteral(" ")}).value() == defaultDnsSettings());
    }

    void polls_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<bool>("sparing");
        QTest::addColumn<int>("delay");

        const auto row = [](int waiting, bool sparing, int delay) {
            QTest::addRow("%d %s", waiting, sparing ? "sparing" : "often") << waiting << sparing << delay;
        };
        row(0, false, 2);
        row(119, false, 2);
        row(120, false, 5);
        row(120, true, 20);
        row(600, false, 15);
        row(1800, false, 60);
        row(7199, true, 240);
        row(7200, false, -1);
    }

    void polls()
    {
        QFETCH(int, waiting);
        QFETCH(bool, sparing);
        QFETCH(int, delay);
        const std::optional<std::chrono::milliseconds> expected
            = delay < 0 ? std::nullopt : std::optional<std::chrono::milliseconds>(std::chrono::seconds(delay));
        QVERIFY(pollDelay(std::chrono::seconds(waiting), sparing) == expected);
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
