#include "dns/ask/systemresolver.h"

#include <QTest>

using namespace golive;

class TestSystemResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsResolvConf_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("addresses");

        const auto row = [](const char *name, const char *text, const QStringList &addresses) {
            QTest::newRow(name) << QByteArray(text) << addresses;
        };
        const QString one = QStringLiteral("192.0.2.1");
        const QString six = QStringLiteral("2001:db8::1");
        row("one", "nameserver 192.0.2.1\n", {one});
        row("no end of line", "nameserver 192.0.2.1", {one});
        row("both kinds", "nameserver 192.0.2.1\nnameserver 2001:db8::1\n", {one, six});
        row("with a zone", "nameserver fe80::1%eth0\n", {QStringLiteral("fe80::1%eth0")});
        row("blanks", "nameserver \t 192.0.2.1 \t\r\n\n", {one});
        row("a remark behind", "nameserver 192.0.2.1 # the router\n", {one});
        row("remarks", "# nameserver 192.0.2.9\n;nameserver 192.0.2.8\nnameserver 192.0.2.1\n", {one});
        row("options", "search example.com\noptions edns0 trust-ad\nnameserver 192.0.2.1\nsortlist 192.0.2.0\n", {one});
        row("not at the beginning", "  nameserver 192.0.2.1\n", {});
        row("another word", "nameservers 192.0.2.1\nname server 192.0.2.1\nNAMESERVER 192.0.2.1\n", {});
        row("no address", "nameserver\nnameserver router.example.com\n", {});
        row("twice the same", "nameserver 192.0.2.1\nnameserver 192.0.2.1\n", {one});
        row("at most three", "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\nnameserver 192.0.2.4\n",
            {one, QStringLiteral("192.0.2.2"), QStringLiteral("192.0.2.3")});
        row("nothing", "", {});
    }

    void readsResolvConf()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, addresses);
        QStringList read;
        for (const QHostAddress &each : nameServersIn(text))
            read.append(each.toString());
        QCOMPARE(read, addresses);
    }

    void asksNobodyUnlessAllowed() { QVERIFY(systemServers({}).isEmpty()); }

    void asksWhoItIsToldToAsk()
    {
        DnsSettings settings;
        settings.systemServers = {{QHostAddress(QHostAddress::LocalHost), 5353, QStringLiteral("router")}};
        QVERIFY(systemServers(settings) == settings.systemServers);
        settings.asksSystem = true;
        QVERIFY(systemServers(settings) == settings.systemServers);
    }
};

QTEST_APPLESS_MAIN(TestSystemResolver)
#include "tst_systemresolver.moc"
