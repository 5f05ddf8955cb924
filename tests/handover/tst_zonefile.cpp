#include "handover/zonefile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

const QString zone = QStringLiteral("example.com");
const QDateTime noon(QDate(2026, 9, 1), QTime(12, 0), Qt::UTC);

QList<DnsRecord> records()
{
    return {
        {QStringLiteral("clerk.example.com"), QStringLiteral("frontend-api.clerk.services"), true},
        {QStringLiteral("accounts.example.com."), QStringLiteral("accounts.clerk.services."), true},
        {QStringLiteral("clkmail.example.com.."), QStringLiteral("mail.u3kwrfeaf9l7.clerk.services"), true},
        {QStringLiteral("clk._domainkey.example.com"), QStringLiteral("dkim1.u3kwrfeaf9l7.clerk.services"), false},
    };
}

} // namespace

class TestZoneFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEveryRecordUnproxied()
    {
        QCOMPARE(
            zoneFile(zone, records(), noon),
            QString::fromLatin1(
                "; Written by Golive on 2026-09-01T12:00:00Z.\n"
                "; To be imported into the existing zone; it does not replace the zone.\n"
                "$ORIGIN example.com.\n"
                "$TTL 300\n"
                "\n"
                "clerk.example.com.\t300\tIN\tCNAME\tfrontend-api.clerk.services. ; cf_tags=cf-proxied:false\n"
                "accounts.example.com.\t300\tIN\tCNAME\taccounts.clerk.services. ; cf_tags=cf-proxied:false\n"
                "clkmail.example.com.\t300\tIN\tCNAME\tmail.u3kwrfeaf9l7.clerk.services. ; cf_tags=cf-proxied:false\n"
                "clk._domainkey.example.com.\t300\tIN\tCNAME\tdkim1.u3kwrfeaf9l7.clerk.services. ; "
                "cf_tags=cf-proxied:false\n"));
    }

    void bindUnderstandsIt()
    {
        const QString checker = QStandardPaths::findExecutable(
            QStringLiteral("named-checkzone"),
            qEnvironmentVariable("PATH").split(QLatin1Char(':'))
                + QStringList {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
        if (checker.isEmpty())
            QSKIP("named-checkzone is missing (package bind9-utils): the zone file goes unread by a name server");
        QTemporaryDir place;
        QFile file(place.filePath(QStringLiteral("zone")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("example.com. 300 IN SOA ns.example.com. mail.example.com. 1 2 3 4 5\n"
                   "example.com. 300 IN NS ns.example.com.\nns.example.com. 300 IN A 192.0.2.1\n");
        file.write(zoneFile(zone, records(), noon).toUtf8());
        file.close();

        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(checker, {QStringLiteral("-D"), zone, file.fileName()});
        QVERIFY(check.waitForFinished(10'000));
        const QByteArray output = check.readAll();
        QVERIFY2(check.exitCode() == 0, output.constData());
        QCOMPARE(output.count("IN CNAME"), 4);
        QVERIFY2(!output.contains("ignoring out-of-zone"), output.constData());
    }

    void aServersTextCannotAddARecord()
    {
        const QList<DnsRecord> odd {
            {QStringLiteral("clerk.example.com"), QStringLiteral("a.b\nwww 300 IN A 192.0.2.6"), true},
            {QStringLiteral("$INCLUDE /etc/passwd"), QStringLiteral("a.b"), true},
            {QStringLiteral("a.example.com"), QString(), true},
            {QStringLiteral("*.example.com"), QStringLiteral("a.b"), true},
        };
        const QString text = zoneFile(QStringLiteral("example.com\n$INCLUDE x"), odd, noon);
        for (const char *word : {"CNAME", "192.0.2.6", "INCLUDE", "ORIGIN"})
            QVERIFY2(!text.contains(QLatin1String(word)), word);
        QCOMPARE(text.count(QStringLiteral("left out")), 4);
    }

    void writesInternationalNamesAsDnsHasThem()
    {
        const QString text
            = zoneFile(QStringLiteral("bücher.example"),
                       {{QStringLiteral("clk._domainkey.bücher.example"), QStringLiteral("a.b"), true}}, noon);
        QVERIFY(text.contains(QStringLiteral("$ORIGIN xn--bcher-kva.example.\n")));
        QVERIFY(text.contains(QStringLiteral("\nclk._domainkey.xn--bcher-kva.example.\t")));
    }

    void hasANameForEveryZone()
    {
        QCOMPARE(zoneFileName(zone), QStringLiteral("clerk-example.com.txt"));
        QCOMPARE(zoneFileName(QStringLiteral("../a/b")), QStringLiteral("clerk-records.txt"));
    }

    void listsTheRecordsForReading()
    {
        QCOMPARE(
            recordsAsText(records().mid(2)),
            QString::fromLatin1("CNAME  clkmail.example.com         mail.u3kwrfeaf9l7.clerk.services\n"
                                "CNAME  clk._domainkey.example.com  dkim1.u3kwrfeaf9l7.clerk.services  (optional)\n"));
        QCOMPARE(recordsAsText({}), QString());
    }
};

QTEST_APPLESS_MAIN(TestZoneFile)
#include "tst_zonefile.moc"
