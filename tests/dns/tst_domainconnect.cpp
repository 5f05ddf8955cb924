#include "dns/ask/dnsclient.h"
#include "dns/look/domainconnectsearch.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedserver.h"
#include "testkit/settle.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

using namespace golive;
using namespace std::chrono_literals;

namespace {

const QByteArray recordName = "_domainconnect.example.com";
/// Single quotes stand for double ones.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const QByteArray settingsText
    = json("{'providerId':'host.example','providerName':'Host','providerDisplayName':'Good Host','width':7,"
           "'urlAPI':'https://api.host.example/dc',"
           "'urlControlPanel':'https://panel.host.example/dns?zone=%domain%'}");

} // namespace

class TestDomainConnect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_authority = std::make_unique<DnsTestServer>();
        m_resolver = std::make_unique<DnsTestServer>();
        m_resolver->recursive = true;
        m_authority->addZone("example.com");
        m_zone = {};
        m_zone.state = Zone::State::Found;
        m_zone.apex = "example.com";
        m_zone.servers = {{"ns1.dns-host.net", {m_authority->server()}}};
        m_client = std::make_unique<DnsClient>(m_clock);
        m_network = std::make_unique<QNetworkAccessManager>();
    }

    void readsSettings_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("panel");
        QTest::addColumn<QString>("api");

        const auto row
            = [](const char *title, const char *text, const char *name, const char *panel, const char *api = "") {
                  QTest::newRow(title) << json(text) << QString::fromLatin1(name) << QString::fromLatin1(panel)
                                       << QString::fromLatin1(api);
              };
        row("whole", settingsText.constData(), "Good Host", "https://panel.host.example/dns?zone=example.com",
            "https://api.host.example/dc");
        row("name only", "{'providerName':'Host'}", "Host", "");
        row("plain http", "{'providerName':'Host','urlControlPanel':'http://a.example','urlAPI':'http://a.example'}",
            "Host", "");
        row("script", "{'providerName':'Host','urlControlPanel':'javascript:alert'}", "Host", "");
        row("file", "{'providerName':'Host','urlControlPanel':'file:///etc/passwd'}", "Host", "");
        row("login", "{'providerName':'Host','urlControlPanel':'https://bank.example@evil.example/'}", "Host", "");
        row("other types", "{'providerName':7,'providerDisplayName':['x']}", "", "");
        row("nobody", "{'urlControlPanel':'https://a.example'}", "", "");
        row("no object", "[]", "", "");
        row("no JSON", "<html>", "", "");
        row("lines", "{'providerName':' Good\n\tHost '}", "Good Host", "");
    }

    void readsSettings()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        QFETCH(QString, panel);
        QFETCH(QString, api);
        const DomainConnectSettings read = domainConnectFrom(text, "example.com").value_or(DomainConnectSettings());
        QCOMPARE(read.connect.providerDisplayName, name);
        QCOMPARE(read.connect.urlControlPanel, panel);
        QCOMPARE(read.api.toString(), api);
    }

    void readsWhereTheSettingsAre_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("domainconnect.host.example")
            << QStringLiteral("https://domainconnect.host.example/v2/example.com/settings");
        QTest::newRow("api.host.example/client/v4/dns/domainconnect/")
            << QStringLiteral("https://api.host.example/client/v4/dns/domainconnect/v2/example.com/settings");
        for (const char *wrong : {"", "localhost", "127.0.0.1", "http://host.example", "host.example:8080",
                                  "user@host.example", "host.example/?x=", "host.example/..//#", "a b.example"})
            QTest::newRow(wrong) << QString();
    }

    void readsWhereTheSettingsAre()
    {
        QFETCH(QString, address);
        QCOMPARE(domainConnectAddress(QTest::currentDataTag(), "example.com").toString(), address);
    }

    void findsTheProvider()
    {
        m_authority->add(textEntry(recordName, "domainconnect.host.example/v9", 300s));
        ScriptedServer provider({ScriptedServer::json(settingsText), ScriptedServer::json("{}")});
        const DomainConnect found = find(provider);
        QCOMPARE(found.providerDisplayName, QStringLiteral("Good Host"));
        QCOMPARE(found.urlControlPanel, QStringLiteral("https://panel.host.example/dns?zone=example.com"));
        QVERIFY(found.supportsClerk);
        QCOMPARE(provider.requests()[0].target, QByteArray("/v9/v2/example.com/settings"));
        QCOMPARE(provider.requests()[1].target, QByteArray("/dc/v2/domainTemplates/providers/clerk.com/services/app"));
        QCOMPARE(m_resolver->asked.size(), 0);
    }

    void followsACnameToTheProvidersRecord()
    {
        m_authority->add(cnameEntry(recordName, "_domainconnect.host.example", 300s));
        m_resolver->add(textEntry("_domainconnect.host.example", "domainconnect.host.example", 300s));
        ScriptedServer provider({ScriptedServer::json(settingsText), ScriptedServer::json("{}", "404 Not Found")});
        const DomainConnect found = find(provider);
        QVERIFY(found.exists());
        QVERIFY(!found.supportsClerk);
    }

    void isContentWithAProviderThatTakesNoPart()
    {
        ScriptedServer provider;
        QVERIFY(!find(provider).exists());
        QCOMPARE(provider.requests().size(), 0);
    }

    void toleratesARecordThatHasOutlivedItsService_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("gone") << ScriptedServer::json("{}", "404 Not Found").bytes;
        QTest::newRow("page") << ScriptedServer::json("<html>hello").bytes;
        QTest::newRow("nonsense") << QByteArray("hello\r\n\r\n");
        QTest::newRow("too much") << ScriptedServer::json(QByteArray(70'000, ' ') + settingsText).bytes;
    }

    void toleratesARecordThatHasOutlivedItsService()
    {
        QFETCH(QByteArray, bytes);
        m_authority->add(textEntry(recordName, "domainconnect.host.example", 300s));
        ScriptedServer provider({{bytes, true}});
        QVERIFY(!find(provider).exists());
        QVERIFY(!provider.requests().isEmpty());
    }

    void givesUpOnASilentProvider()
    {
        m_authority->add(textEntry(recordName, "domainconnect.host.example", 300s));
        ScriptedServer provider({ScriptedServer::silence()});
        const auto answer = start(provider);
        QTRY_COMPARE(provider.requests().size(), 1);
        m_clock.advance(4s);
        settle();
        QVERIFY(!answer.isFinished());
        m_clock.advance(1s);
        QVERIFY(!waitFor(answer)->exists());
    }

private:
    QFuture<Result<DomainConnect>> start(const ScriptedServer &provider)
    {
        DnsSettings settings {{m_resolver->server()}, m_authority->port()};
        settings.providerStandIn = provider.url();
        return findDomainConnect(*m_client, *m_network, m_clock, settings, m_zone);
    }

    DomainConnect find(const ScriptedServer &provider) { return waitFor(start(provider)).value(); }

    MovedClock m_clock;
    std::unique_ptr<DnsTestServer> m_authority;
    std::unique_ptr<DnsTestServer> m_resolver;
    Zone m_zone;
    std::unique_ptr<DnsClient> m_client;
    std::unique_ptr<QNetworkAccessManager> m_network;
};

QTEST_GUILESS_MAIN(TestDomainConnect)
#include "tst_domainconnect.moc"
