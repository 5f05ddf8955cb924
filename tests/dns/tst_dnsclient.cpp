#include "dns/ask/dnsask.h"
#include "dns/ask/dnsclient.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;
using Manner = DnsTestServer::Manner;
using Outcome = DnsAnswer::Outcome;

namespace {

const DnsQuestion question {"clerk.example.com", DnsType::CNAME};
const DnsEntry record = cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s);

/// Lets everything that needs no passing of time happen.
void settle(const DnsTestServer &server)
{
    qsizetype before = -1;
    while (before != server.asked.size()) {
        before = server.asked.size();
        QTest::qWait(20);
    }
}

} // namespace

class TestDnsClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<DnsTestServer>();
        m_server->addZone("example.com");
        m_server->add(record);
        m_clock = std::make_unique<MovedClock>();
        m_client = std::make_unique<DnsClient>(*m_clock);
    }

    void cleanup()
    {
        m_client.reset();
        m_server.reset();
    }

    void asksOverUdp()
    {
        const DnsAnswer answer = waitFor(m_client->ask(m_server->server(), question)).value();

        QVERIFY(answer.outcome == Outcome::Answered && answer.conclusive() && !answer.overTcp);
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
        QCOMPARE(m_server->asked.size(), 1);
        QVERIFY(m_server->asked[0].recursion);
    }

    void asksOverIpv6()
    {
        QUdpSocket probe;
        if (!probe.bind(QHostAddress::LocalHostIPv6))
            QSKIP("this computer has no IPv6 loopback");
        DnsTestServer server(QHostAddress::LocalHostIPv6);
        server.add(record);
        QVERIFY(waitFor(m_client->ask(server.server(), question))->message.answers == QList<DnsEntry> {record});
    }

    void asksAnAuthorityWithoutRecursion()
    {
        waitFor(m_client->ask(m_server->server(), question, {.recursion = false}));
        QVERIFY(!m_server->asked[0].recursion);
    }

    void turnsToTcpWhenTruncated()
    {
        m_server->manner = Manner::Truncate;
        const DnsAnswer answer = waitFor(m_client->ask(m_server->server(), question)).value();

        QVERIFY(answer.outcome == Outcome::Answered && answer.overTcp && !answer.message.truncated);
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
        QVERIFY(m_server->asked[1].overTcp);
    }

    void hearsNoForgeries()
    {
        m_server->manner = Manner::Forge;
        const DnsAnswer answer = waitFor(m_client->ask(m_server->server(), question)).value();
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
    }

    void hearsNoStrangers()
    {
        m_server->manner = Manner::Drop;
        const QFuture<Result<DnsAnswer>> answer = m_client->ask(m_server->server(), question);
        QTRY_COMPARE(m_server->asked.size(), 1);
        QUdpSocket stranger;
        QVERIFY(stranger.bind(QHostAddress::LocalHost));
        DnsMessage forged;
        forged.id = m_server->asked[0].id;
        forged.isResponse = true;
        forged.question = question;
        const QList<quint16> ports = clientPorts();
        QCOMPARE(ports.size(), 1);
        stranger.writeDatagram(*encodeDns(forged), QHostAddress::LocalHost, ports[0]);
        QTest::qWait(20);
        QVERIFY(!answer.isFinished());
    }

    void saysWhenOnlyNonsenseCame()
    {
        m_server->manner = Manner::Lie;
        const QFuture<Result<DnsAnswer>> answer = m_client->ask(m_server->server(), question);
        settle(*m_server);
        QVERIFY(!answer.isFinished());
        m_clock->advance(600ms);
        settle(*m_server);
        m_clock->advance(1200ms);
        QVERIFY(waitFor(answer)->outcome == Outcome::Malformed);
    }

    void triesTwiceBeforeItGivesUp()
    {
        m_server->manner = Manner::Drop;
        const QFuture<Result<DnsAnswer>> answer = m_client->ask(m_server->server(), question);
        QTRY_COMPARE(m_server->asked.size(), 1);
        m_clock->advance(599ms);
        settle(*m_server);
        QCOMPARE(m_server->asked.size(), 1);
        m_clock->advance(1ms);
        QTRY_COMPARE(m_server->asked.size(), 2);
        m_clock->advance(1199ms);
        QVERIFY(!answer.isFinished());
        m_clock->advance(1ms);

        const DnsAnswer said = waitFor(answer).value();
        QVERIFY(said.outcome == Outcome::TimedOut);
        QCOMPARE(said.tries, 2);
        QVERIFY(said.took == 1800ms);
    }

    void survivesALostQuestion()
    {
        m_server->manner = Manner::Drop;
        const QFuture<Result<DnsAnswer>> answer = m_client->ask(m_server->server(), question);
        QTRY_COMPARE(m_server->asked.size(), 1);
        m_server->manner = Manner::Answer;
        m_clock->advance(600ms);
        QCOMPARE(waitFor(answer)->tries, 2);
    }

    void noticesAClosedPortAtOnce()
    {
        const DnsServer nobody = m_server->server();
        m_server.reset();
        QVERIFY(waitFor(m_client->ask(nobody, question))->outcome == Outcome::PortClosed);
        m_server = std::make_unique<DnsTestServer>();
    }

    void asksAnOldServerWithoutEdns()
    {
        m_server->manner = Manner::NoEdns;
        QVERIFY(waitFor(m_client->ask(m_server->server(), question))->message.answers == QList<DnsEntry> {record});
        QCOMPARE(m_server->asked.size(), 2);
    }

    void aRefusalIsAnAnswer()
    {
        m_server->rcode = DnsRcode::Refused;
        const DnsAnswer answer = waitFor(m_client->ask(m_server->server(), question)).value();
        QVERIFY(answer.answered() && !answer.conclusive());
    }

    void refusesImpossibleNames()
    {
        const DnsQuestion impossible {QByteArray(64, 'a'), DnsType::A};
        QVERIFY(waitFor(m_client->ask(m_server->server(), impossible))->outcome == Outcome::NotAskable);
    }

    void givesUpWhatNobodyWants()
    {
        m_server->manner = Manner::Drop;
        QFuture<Result<DnsAnswer>> answer = m_client->ask(m_server->server(), question);
        QTRY_COMPARE(m_server->asked.size(), 1);
        answer.cancel();
        QTRY_COMPARE(m_client->open(), 0);
        m_clock->advance(600ms);
        settle(*m_server);
        QCOMPARE(m_server->asked.size(), 1);
    }

    void endsAtOnceWithQuestionsOpen()
    {
        m_server->manner = Manner::Drop;
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 500; ++each)
            answers.append(m_client->ask(m_server->server(), question));
        QElapsedTimer watch;
        watch.start();
        m_client.reset();
        QVERIFY(watch.elapsed() < 5'000); // and not until each has waited its time
        for (const QFuture<Result<DnsAnswer>> &answer : answers)
            QVERIFY(waitFor(answer).error().kind == Error::Kind::Cancelled);
    }

    void asksAnAuthorityTenTimesASecond()
    {
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 25; ++each)
            answers.append(m_client->ask(m_server->server(), question, {.recursion = false}));
        settle(*m_server);
        QCOMPARE(m_server->asked.size(), 10);
        m_clock->advance(999ms);
        settle(*m_server);
        QCOMPARE(m_server->asked.size(), 10);
        m_clock->advance(1ms);
        settle(*m_server);
        QCOMPARE(m_server->asked.size(), 20);
        m_clock->advance(1s);
        for (const QFuture<Result<DnsAnswer>> &answer : answers)
            QVERIFY(waitFor(answer)->answered());
    }

    void hasNoBudgetForResolvers()
    {
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 250; ++each) // more than may be in flight
            answers.append(m_client->ask(m_server->server(), question));
        for (const QFuture<Result<DnsAnswer>> &answer : answers)
            QVERIFY(waitFor(answer)->answered());
        QCOMPARE(m_client->sent(), 250);
    }

    void forgetsAQuestionThatWasGivenUpBeforeItsTurn()
    {
        const auto ask = [this](int number) {
            return m_client->ask(m_server->server(), {"q" + QByteArray::number(number) + ".example.com", DnsType::A},
                                 {.recursion = false});
        };
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int number = 0; number < 12; ++number)
            answers.append(ask(number));
        QVERIFY(QTest::qWaitFor([&] { return answers.at(9).isFinished(); }));
        answers[10].cancel();
        QTRY_COMPARE(m_client->open(), 1);
        m_clock->advance(1s);
        QVERIFY(waitFor(answers.at(11)).has_value());
        QCOMPARE(m_server->timesAsked("q10.example.com"), 0);
        QCOMPARE(m_client->open(), 0);
    }

    void countsApartWhatIsAskedThroughIt()
    {
        DnsClient first(*m_client);
        DnsClient second(*m_client);
        const DnsManner toZone {.recursion = false};
        QList<QFuture<Result<DnsAnswer>>> answers;
        for (int each = 0; each < 6; ++each) {
            const DnsQuestion another {"q" + QByteArray::number(each) + ".example.com", DnsType::A};
            answers.append(first.ask(m_server->server(), another, toZone));
            answers.append(second.ask(m_server->server(), another, toZone));
        }
        QVERIFY(QTest::qWaitFor([&] { return m_client->open() == 2; })); // one budget for both
        QCOMPARE(first.sent(), 6);
        QCOMPARE(second.sent(), 6);
        m_clock->advance(1s);
        QVERIFY(waitFor(answers.constLast()).has_value());
        QCOMPARE(m_client->sent(), 12);
    }

    void turnsToTheNextAddress()
    {
        DnsServer closed = m_server->server();
        closed.port = 1;
        const auto answer
            = waitFor(askInTurn(*m_client, {closed, m_server->server()}, question, {.recursion = false})).value();
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
    }

    void theFirstResolverThatKnowsIsEnough()
    {
        DnsTestServer silent;
        silent.manner = Manner::Drop;
        DnsTestServer refusing;
        refusing.rcode = DnsRcode::Refused;
        const auto answer
            = waitFor(askAny(*m_client, {silent.server(), refusing.server(), m_server->server()}, question)).value();
        QVERIFY(answer.message.answers == QList<DnsEntry> {record});
        QTRY_COMPARE(m_client->open(), 0);
    }

    void aRefusalSaysMoreThanSilence()
    {
        DnsTestServer refusing;
        refusing.rcode = DnsRcode::Refused;
        DnsServer closed = refusing.server();
        closed.port = 1;
        const auto answer = waitFor(askAny(*m_client, {closed, refusing.server(), closed, closed}, question)).value();
        QVERIFY(answer.message.rcode == DnsRcode::Refused);
    }

    void nobodyToAskIsUnreachable()
    {
        QVERIFY(waitFor(askAny(*m_client, {}, question))->outcome == Outcome::Unreachable);
    }

    /// Where nobody answers, waiting for one after the other would take half a minute.
    void asksAllThatAreLeftAtOnceAfterSilence()
    {
        std::vector<std::unique_ptr<DnsTestServer>> silent;
        QList<DnsServer> servers;
        for (int index = 0; index < 8; ++index) {
            silent.push_back(std::make_unique<DnsTestServer>());
            silent.back()->manner = Manner::Drop;
            servers.append(silent.back()->server());
        }
        const auto heard = [&](int index) { return silent[static_cast<size_t>(index)]->asked.size(); };
        const auto answer = askAny(*m_client, servers, question);
        QTRY_VERIFY(heard(0) > 0 && heard(1) > 0 && heard(2) > 0);
        QCOMPARE(heard(3), 0);
        m_clock->advance(600ms);
        m_clock->advance(1200ms);
        QTRY_VERIFY(heard(7) > 0);
        for (int index = 3; index < 8; ++index)
            QVERIFY(heard(index) > 0);
        m_clock->advance(600ms);
        m_clock->advance(1200ms);
        QVERIFY(waitFor(answer)->outcome == Outcome::TimedOut);
    }

private:
    [[nodiscard]] QList<quint16> clientPorts() const
    {
        QList<quint16> ports;
        for (const QUdpSocket *socket : m_client->findChildren<QUdpSocket *>())
            ports.append(socket->localPort());
        return ports;
    }

    std::unique_ptr<DnsTestServer> m_server;
    std::unique_ptr<MovedClock> m_clock;
    std::unique_ptr<DnsClient> m_client;
};

QTEST_GUILESS_MAIN(TestDnsClient)
#include "tst_dnsclient.moc"
