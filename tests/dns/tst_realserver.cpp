#include "dns/ask/dnsclient.h"
#include "dns/watch/dnswatch.h"
#include "foundation/clock.h"
#include "testkit/namedserver.h"
#include "testkit/waitfor.h"

using namespace golive;
using Kind = DnsFinding::Kind;
using Outcome = DnsAnswer::Outcome;

/// What was learned from servers of our own making, held against BIND.
class TestRealServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (NamedServer::program().isEmpty())
            QSKIP("BIND is not installed (package bind9): nothing here has been tested against a real DNS server");
        if (!QUdpSocket().bind(QHostAddress::LocalHostIPv6))
            QSKIP("this computer has no IPv6 loopback, where the second BIND lives");
        const QString servers = QStringLiteral("@ IN NS ns1.dns-host.net.\n@ IN NS ns2.dns-host.net.\n");
        m_first = std::make_unique<NamedServer>(QHostAddress(QStringLiteral("127.0.0.1")));
        m_second = std::make_unique<NamedServer>(QHostAddress(QHostAddress::LocalHostIPv6));
        m_second->usePort(m_first->port());
        for (NamedServer *server : {m_first.get(), m_second.get()}) {
            server->addZone(QStringLiteral("dns-host.net"),
                            QStringLiteral("@ IN NS ns1\nns1 IN A 127.0.0.1\nns2 IN AAAA ::1\n"));
            server->addZone(
                QStringLiteral("clerk.services"),
                QStringLiteral("@ IN NS ns1.dns-host.net.\naccounts IN A 104.18.1.1\nflat IN A 104.18.1.1\n"));
            const bool isFirst = server == m_first.get();
            server->addZone(QStringLiteral("broken.com"),
                            servers + QString::fromLatin1(brokenRecords)
                                + (isFirst ? QStringLiteral("half IN CNAME half.clerk.services.\n") : QString()));
            server->addZone(QStringLiteral("wild.com"), servers + QStringLiteral("* IN CNAME parking.example.net.\n"));
            QVERIFY2(server->start(), server->log().constData());
        }
    }

    void readsLongAnswersOverTcp()
    {
        SystemClock clock;
        DnsClient client(clock);
        const auto answer = waitFor(client.ask(at(m_first), {"long.broken.com", DnsType::TXT}, {.recursion = false}));
        QVERIFY(answer->outcome == Outcome::Answered && answer->overTcp);
        QCOMPARE(answer->message.answers.size(), 40);
        QVERIFY(answer->message.authoritative);
    }

    void readsEveryType()
    {
        SystemClock clock;
        DnsClient client(clock);
        const auto ask = [&](const QByteArray &name, DnsType type) {
            const auto answer = waitFor(client.ask(at(m_first), {name, type}, {.recursion = false}));
            return answer->message.answers.value(0).data;
        };
        QCOMPARE(std::get<DnsCaaData>(ask("broken.com", DnsType::CAA)).value, QByteArray("letsencrypt.org"));
        QCOMPARE(std::get<DnsMxData>(ask("mail.broken.com", DnsType::MX)).exchange, QByteArray("mx.example.net"));
        QCOMPARE(std::get<DnsSoaData>(ask("broken.com", DnsType::SOA)).minimum, 30U);
        QCOMPARE(std::get<DnsTextData>(ask("text.broken.com", DnsType::TXT)).text(), QByteArray("text.clerk.services"));
        QCOMPARE(std::get<DnsAddressData>(ask("six.broken.com", DnsType::AAAA)).address,
                 QHostAddress(QStringLiteral("2001:db8::6")));
    }

    void diagnoses_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Kind>("kind");

        const auto row = [](const char *host, const char *target, Kind kind) {
            QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(target) << kind;
        };
        row("right.broken.com", "right.clerk.services", Kind::None);
        row("missing.broken.com", "missing.clerk.services", Kind::Missing);
        row("typo.broken.com", "typo.clerk.services", Kind::Typo);
        row("wrong.broken.com", "wrong.clerk.services", Kind::WrongTarget);
        row("nodot.broken.com", "nodot.clerk.services", Kind::TargetGotZone);
        row("doubled.broken.com", "doubled.clerk.services", Kind::NameDoubled);
        row("clk._domainkey.broken.com", "dkim1.clerk.services", Kind::UnderscoreLost);
        row("address.broken.com", "accounts.clerk.services", Kind::AddressInstead);
        row("flat.broken.com", "flat.clerk.services", Kind::Flattened);
        row("proxied.broken.com", "accounts.clerk.services", Kind::CloudflareProxy);
        row("text.broken.com", "text.clerk.services", Kind::TextInstead);
        row("mail.broken.com", "mail.clerk.services", Kind::OtherRecordThere);
        row("sub.broken.com", "sub.clerk.services", Kind::SubZoneDelegated);
        row("detour.broken.com", "far.clerk.services", Kind::Detour);
        row("half.broken.com", "half.clerk.services", Kind::ServersDisagree);
        row("clerk.wild.com", "clerk.clerk.services", Kind::Wildcard);
        row("clerk.nobody.com", "clerk.clerk.services", Kind::DnsBlocked); // this "resolver" refuses it
    }

    void diagnoses()
    {
        QFETCH(QString, host);
        QFETCH(QString, target);
        QFETCH(Kind, kind);
        SystemClock clock;
        DnsClient client(clock);
        DnsWatch watch(client, clock, {{at(m_first)}, m_first->port()});
        watch.setRecords(host.section(QLatin1Char('.'), -2), {{host, target, true}});
        watch.lookNow();
        QTRY_VERIFY_WITH_TIMEOUT(!watch.view().records.isEmpty() && watch.view().records[0].finding.kind == kind
                                     && (watch.view().records[0].authoritativeAsked == 2 || kind == Kind::DnsBlocked
                                         || host.startsWith(QLatin1String("sub."))),
                                 8000);
        QTRY_VERIFY_WITH_TIMEOUT(!watch.view().looking, 5000);
        QVERIFY(watch.view().records[0].finding.kind == kind);
    }

private:
    [[nodiscard]] static DnsServer at(const std::unique_ptr<NamedServer> &server)
    {
        return {QHostAddress(QStringLiteral("127.0.0.1")), server->port(), QStringLiteral("BIND")};
    }

    static constexpr const char *brokenRecords = "@ IN CAA 0 issue \"letsencrypt.org\"\n"
                                                 "$GENERATE 10-49 long IN TXT \"a text of some length, number $\"\n"
                                                 "right IN CNAME right.clerk.services.\n"
                                                 "typo IN CNAME typo.clerk.service.\n"
                                                 "wrong IN CNAME shop.example.net.\n"
                                                 "nodot IN CNAME nodot.clerk.services\n"
                                                 "doubled.broken.com IN CNAME doubled.clerk.services.\n"
                                                 "clk.domainkey IN CNAME dkim1.clerk.services.\n"
                                                 "address IN A 192.0.2.7\n"
                                                 "flat IN A 104.18.1.1\n"
                                                 "proxied IN A 104.18.9.9\n"
                                                 "six IN AAAA 2001:db8::6\n"
                                                 "text IN TXT \"text.clerk.services\"\n"
                                                 "mail IN MX 10 mx.example.net.\n"
                                                 "sub IN NS ns1.example.net.\n"
                                                 "detour IN CNAME step\n"
                                                 "step IN CNAME far.clerk.services.\n";

    std::unique_ptr<NamedServer> m_first;
    std::unique_ptr<NamedServer> m_second;
};

QTEST_GUILESS_MAIN(TestRealServer)
#include "tst_realserver.moc"
