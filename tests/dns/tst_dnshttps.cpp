#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "testkit/dohserver.h"
#include "testkit/movedclock.h"
#include "testkit/testauthority.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;
using Manner = DnsTestServer::Manner;
using Outcome = DnsAnswer::Outcome;
using Way = DnsManner::Way;

namespace {

const DnsQuestion question {"clerk.example.com", DnsType::CNAME};
const DnsEntry record = cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s);
constexpr DnsManner encrypted {.way = Way::Encrypted};

} // namespace

class TestDnsHttps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!TestAuthority::isPossible())
            QSKIP("openssl is not installed: DNS over HTTPS has not been tested");
        m_authority = std::make_unique<TestAuthority>();
        const QString names = QStringLiteral("DNS:dns.test,IP:127.0.0.1");
        m_authority->issue(QStringLiteral("good"), names, QStringLiteral("20200101"), QStringLiteral("20450101"));
        m_authority->issue(QStringLiteral("old"), names, QStringLiteral("20200101"), QStringLiteral("20200201"));
        m_authority->issue(QStringLiteral("new"), names, QStringLiteral("20440101"), QStringLiteral("20450101"));
        m_authority->issue(QStringLiteral("other"), QStringLiteral("DNS:other.test"), QStringLiteral("20200101"),
                           QStringLiteral("20450101"));
    }

    void init()
    {
        m_answers = std::make_unique<DnsTestServer>();
        m_answers->recursive = true;
        m_answers->addZone("example.com");
        m_answers->add(record);
        m_clock = std::make_unique<MovedClock>();
        m_client = std::make_unique<DnsClient>(*m_clock);
        m_client->setTls(m_authority->clientSide());
        serveWith(QStringLiteral("good"));
    }

    void cleanup()
    {
        m_client.reset();
        m_doh.reset();
        m_answers.reset();
    }

    void asksOverHttps()
    {
        const DnsAnswer answer = waitFor(m_client->ask(m_doh->server(), question, encrypted)).value();

        QVERIFY(answer.conclusive() && answer.overHttps && !answer.overTcp);
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
        QVERIFY(m_answers->asked.isEmpty());
        QCOMPARE(m_doh->asked.size(), 1);
        QCOMPARE(m_doh->asked[0].id, quint16(0));
        QCOMPARE(m_doh->asked[0].type, QByteArray("application/dns-message"));
    }

    void asksWhoDoesNotAnswerOtherwiseOverHttpsAtOnce()
    {
        DnsServer server = m_doh->server();
        server.encryptedOnly = true;
        const auto answer = waitFor(m_client->ask(server, question));
        QVERIFY(answer->conclusive() && answer->overHttps);
        QVERIFY(m_answers->asked.isEmpty());
    }

    void looksUpNoNameToGetThere()
    {
        const auto answer = waitFor(m_client->ask(m_doh->server(QStringLiteral("dns.test")), question, encrypted));
        QVERIFY(answer->message.answers == QList<DnsEntry> {record});
    }

    void asksManyAtOnce()
    {
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 50; ++each)
            answers.append(m_client->ask(m_doh->server(), question, encrypted));
        for (const QFuture<Result<DnsAnswer>> &answer : answers)
            QVERIFY(waitFor(answer)->answered());
    }

    void keepsNoCookies()
    {
        waitFor(m_client->ask(m_doh->server(), question, encrypted));
        waitFor(m_client->ask(m_doh->server(), question, encrypted));
        QCOMPARE(m_doh->asked.size(), 2);
        QVERIFY(m_doh->asked[1].cookie.isEmpty());
    }

    void noticesWhatIsWrongWithACertificate_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("outcome");

        const auto row = [](const char *name, const char *certificate, const char *host, Outcome outcome) {
            QTest::newRow(name) << QString::fromLatin1(certificate) << QString::fromLatin1(host)
                                << static_cast<int>(outcome);
        };
        row("no longer valid", "old", "127.0.0.1", Outcome::OutsideCertificateTime);
        row("not yet valid", "new", "127.0.0.1", Outcome::OutsideCertificateTime);
        row("somebody else's", "other", "127.0.0.1", Outcome::NotTrusted);
        row("somebody else's, and old", "old", "other.test", Outcome::NotTrusted);
    }

    void noticesWhatIsWrongWithACertificate()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, host);
        QFETCH(int, outcome);
        serveWith(certificate);
        const auto answer = waitFor(m_client->ask(m_doh->server(host), question, encrypted));
        QCOMPARE(static_cast<int>(answer->outcome), outcome);
        QVERIFY(m_doh->asked.isEmpty());
        QCOMPARE(m_client->reach().certificateTimesFail(),
                 outcome == static_cast<int>(Outcome::OutsideCertificateTime));
    }

    void trustsNoUnknownAuthority()
    {
        m_client->setTls(QSslConfiguration::defaultConfiguration());
        const auto answer = waitFor(m_client->ask(m_doh->server(), question, encrypted));
        QVERIFY(answer->outcome == Outcome::NotTrusted);
    }

    void takesNoOtherAnswer_data()
    {
        QTest::addColumn<QByteArray>("mediaType");
        QTest::addColumn<QByteArray>("body");

        DnsMessage other = replyTo(DnsMessage {.question = DnsQuestion {"other.example.com", DnsType::CNAME}});
        DnsMessage numbered = replyTo(DnsMessage {.id = 7, .question = question});
        DnsMessage cut = replyTo(DnsMessage {.question = question});
        cut.truncated = true;
        const QByteArray right = "application/dns-message";
        QTest::newRow("a page") << QByteArray("text/html") << *encodeDns(replyTo(DnsMessage {.question = question}));
        QTest::newRow("noise") << right << QByteArray("noise");
        QTest::newRow("nothing") << right << QByteArray("");
        QTest::newRow("another question's") << right << *encodeDns(other);
        QTest::newRow("another id") << right << *encodeDns(numbered);
        QTest::newRow("truncated") << right << *encodeDns(cut);
        QTest::newRow("too long") << right << QByteArray(0x10000, 'x');
        QTest::newRow("endless") << right << QByteArray(8'000'000, 'x');
    }

    void takesNoOtherAnswer()
    {
        QFETCH(QByteArray, mediaType);
        QFETCH(QByteArray, body);
        m_doh->mediaType = mediaType;
        m_doh->body = body;
        QVERIFY(waitFor(m_client->ask(m_doh->server(), question, encrypted))->outcome == Outcome::Malformed);
    }

    void followsNoRedirects()
    {
        m_doh->status = QHttpServerResponder::StatusCode::TemporaryRedirect;
        m_doh->location = m_doh->server().doh.toEncoded();
        QVERIFY(waitFor(m_client->ask(m_doh->server(), question, encrypted))->outcome == Outcome::Malformed);
        QCOMPARE(m_doh->asked.size(), 1);
    }

    void doesNotWaitForEver()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        DnsServer server = m_doh->server();
        server.doh.setPort(silent.serverPort());
        const auto answer = m_client->ask(server, question, encrypted);
        QTRY_VERIFY(silent.hasPendingConnections());
        m_clock->advance(3999ms);
        QVERIFY(!answer.isFinished());
        m_clock->advance(1ms);
        QVERIFY(waitFor(answer)->outcome == Outcome::TimedOut);
        QTRY_COMPARE(m_client->open(), 0);
    }

    void noticesThatNobodyIsThere()
    {
        DnsServer server = m_doh->server();
        server.doh.setPort(1);
        QVERIFY(waitFor(m_client->ask(server, question, encrypted))->outcome == Outcome::PortClosed);
    }

    void cannotAskWhereThereIsNoUrl()
    {
        QVERIFY(waitFor(m_client->ask(m_answers->server(), question, encrypted))->outcome == Outcome::Unreachable);
        QVERIFY(m_answers->asked.isEmpty());
    }

    void endsAtOnceWithQuestionsOpen()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        DnsServer server = m_doh->server();
        server.doh.setPort(silent.serverPort());
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 50; ++each)
            answers.append(m_client->ask(server, question, encrypted));
        QTRY_VERIFY(silent.hasPendingConnections());
        answers[0].cancel();
        QTRY_COMPARE(m_client->open(), 49);
        QElapsedTimer watch;
        watch.start();
        m_client.reset();
        QVERIFY(watch.elapsed() < 5'000); // and not until each has waited its time
        QVERIFY(waitFor(answers[1]).error().kind == Error::Kind::Cancelled);
    }

    void turnsToHttpsWhenDnsIsBlocked()
    {
        m_answers->manner = Manner::Drop;
        const QList<DnsServer> resolvers = blockedResolvers();
        const auto first = askAny(*m_client, resolvers, question);
        QTRY_COMPARE(m_answers->asked.size(), 1);
        QTest::qWait(20);
        m_clock->advance(600ms);
        m_clock->advance(1200ms);
        QVERIFY(waitFor(first)->overHttps);

        const auto next = waitFor(m_client->ask(m_doh->server(), question));
        QVERIFY(next->overHttps && next->took == 0ms);
        QCOMPARE(m_client->reach().resolvers().answered, 0);
        QVERIFY(m_client->reach().encrypted().answered > 0);
    }

    void turnsBackWhenDnsIsLetThrough()
    {
        turnsToHttpsWhenDnsIsBlocked();
        m_answers->manner = Manner::Answer;
        m_clock->advance(60s);
        QVERIFY(!waitFor(m_client->ask(m_doh->server(), question))->overHttps);
        QVERIFY(!waitFor(m_client->ask(m_doh->server(), question))->overHttps);
        QCOMPARE(m_client->reach().resolvers().answered, 1);
    }

    void asksDirectlyWhereThatIsWanted()
    {
        turnsToHttpsWhenDnsIsBlocked();
        m_answers->manner = Manner::Answer;
        QVERIFY(!waitFor(m_client->ask(m_doh->server(), question, {.way = Way::Direct}))->overHttps);
    }

    void oneSilentResolverIsNoBlockedNetwork()
    {
        m_answers->manner = Manner::Drop;
        const auto answer = m_client->ask(m_doh->server(), question);
        QTRY_COMPARE(m_answers->asked.size(), 1);
        m_clock->advance(600ms);
        m_clock->advance(1200ms);
        QVERIFY(waitFor(answer)->outcome == Outcome::TimedOut);
        QVERIFY(m_doh->asked.isEmpty());
    }

private:
    void serveWith(const QString &certificate)
    {
        m_doh = std::make_unique<DohServer>(*m_answers, m_authority->serverSide(certificate));
    }

    /// Two whose port is closed, and the silent one.
    [[nodiscard]] QList<DnsServer> blockedResolvers() const
    {
        QList<DnsServer> resolvers;
        for (const quint16 port : {quint16(1), quint16(2)}) {
            DnsServer closed = m_doh->server();
            closed.port = port;
            resolvers.append(closed);
        }
        return resolvers + QList<DnsServer> {m_doh->server()};
    }

    std::unique_ptr<TestAuthority> m_authority;
    std::unique_ptr<DnsTestServer> m_answers;
    std::unique_ptr<DohServer> m_doh;
    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<DnsClient> m_client;
};

QTEST_GUILESS_MAIN(TestDnsHttps)
#include "tst_dnshttps.moc"
