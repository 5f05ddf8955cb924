#include "testkit/dnsbench.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

using namespace golive;
using Bench = DnsBench;

class TestDnsHandout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheRecordsDown()
    {
        Bench bench;
        bench.enter();
        bench.watch.see(sampleView({}));
        const QString text = bench.model.recordsAsText();
        for (const DnsRecord &record : sampleRecords()) {
            QVERIFY(text.contains(record.host));
            QVERIFY(text.contains(record.target));
        }
        QVERIFY(text.contains(QStringLiteral("Name:  clk2._domainkey   (in full: clk2._domainkey.example.com)")));
        QVERIFY(text.contains(QStringLiteral("at Cloudflare")));
    }

    void savesAZoneFile()
    {
        Bench bench;
        bench.enter();
        bench.watch.see(sampleView({}));
        const QTemporaryDir folder;
        const QString path = folder.filePath(bench.model.zoneFileName());
        bench.model.saveZoneFile(path);
        QCOMPARE(bench.model.state().notice.tone, Notice::Tone::Success);
        QVERIFY(bench.model.state().notice.text.contains(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        for (const DnsRecord &record : sampleRecords())
            QVERIFY(content.contains((record.host + QLatin1Char('.')).toUtf8()));

        bench.model.saveZoneFile(folder.filePath(QStringLiteral("no/such/folder.txt")));
        QCOMPARE(bench.model.state().notice.tone, Notice::Tone::Problem);
        QVERIFY(!bench.model.state().notice.details.isEmpty());
    }

    void draftsAMail()
    {
        Bench bench;
        bench.enter();
        const QUrl draft = bench.model.mailDraft();
        QVERIFY(draft.isValid());
        QCOMPARE(draft.scheme(), QStringLiteral("mailto"));
        const QUrlQuery query(draft);
        QCOMPARE(query.queryItemValue(QStringLiteral("subject"), QUrl::FullyDecoded),
                 QStringLiteral("DNS records for example.com"));
        QString body = query.queryItemValue(QStringLiteral("body"), QUrl::FullyDecoded);
        QVERIFY(draft.toEncoded().contains("%0D%0A"));
        QCOMPARE(body.remove(QLatin1Char('\r')), bench.model.recordsAsText());
    }
};

QTEST_GUILESS_MAIN(TestDnsHandout)
#include "tst_dnshandout.moc"
