#include "dns/ask/dnsclient.h"
#include "dns/look/domainsurvey.h"
#include "testkit/dnstestserver.h"
#include "testkit/movedclock.h"
#include "testkit/waitfor.h"

using namespace golive;
using namespace std::chrono_literals;
using State = Zone::State;

namespace {

const QHostAddress authority(QStringLiteral("127.0.0.1"));
const QStringList names {QStringLiteral("clerk.example.com"), QStringLiteral("accounts.example.com"),
                         QStringLiteral("clk._domainkey.example.com")};

} // namespace

class TestDomainSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_authority = std::make_unique<DnsTestServer>(authority);
        m_resolver = std::make_unique<DnsTestServer>(QHostAddress(QStringLiteral("127.0.0.3")));
        m_resolver->recursive = true;
        m_resolver->addZone("com");
        for (DnsTestServer *server : {m_authority.get(), m_resolver.get()}) {
            server->addZone("example.com");
            server->add(nsEntry("example.com", "ada.ns.cloudflare.com", 300s));
        }
        m_resolver->add(addressEntry("ada.ns.cloudflare.com", authority, 300s));
        m_client = std::make_unique<DnsClient>(m_clock);
        DnsSettings settings {{m_resolver->server()}, m_authority->port()};
        m_surveyor = std::make_unique<DnsSurveyor>(*m_client, m_clock, settings);
    }

    void cleanup()
    {
        m_surveyor.reset();
        m_client.reset();
    }

    void saysWhoLooksAfterAZoneAndThatNothingIsThere()
    {
        const DomainSurvey survey = look("example.com");
        QVERIFY(survey.state == State::Found);
        QCOMPARE(survey.zone, QStringLiteral("example.com"));
        QCOMPARE(survey.provider.name, QStringLiteral("Cloudflare"));
        QVERIFY(survey.taken.isEmpty());
        QVERIFY(survey.allNamesSeen);
    }

    void asksResolversForNoneOfTheNames()
    {
        (void)look("example.com");
        for (const QString &name : names)
            QCOMPARE(m_resolver->timesAsked(name.toLatin1()), 0);
        QVERIFY(m_authority->timesAsked("clerk.example.com") > 0);
    }

    void seesWhatIsAtAName()
    {
        m_authority->add(cnameEntry("accounts.example.com", "ghs.google.test", 300s));
        m_authority->add(cnameEntry("clerk.example.com", "frontend-api.clerk.services", 300s));
        m_authority->add(textEntry("clk._domainkey.example.com", "k=rsa", 300s));
        const QList<TakenName> taken = look("example.com").taken;
        QCOMPARE(taken.size(), 3);
        QCOMPARE(taken[0],
                 (TakenName {names[0], TakenName::By::Alias, QStringLiteral("frontend-api.clerk.services"), true}));
        QCOMPARE(taken[1], (TakenName {names[1], TakenName::By::Alias, QStringLiteral("ghs.google.test"), false}));
        QCOMPARE(taken[2], (TakenName {names[2], TakenName::By::Records, QString(), false}));
    }

    void seesAddressesAndADelegation()
    {
        m_authority->add(addressEntry("accounts.example.com", authority, 300s));
        m_authority->add(nsEntry("clerk.example.com", "ns9.elsewhere.test", 300s));
        const QList<TakenName> taken = look("example.com").taken;
        QCOMPARE(taken.size(), 2);
        QVERIFY(taken[0].by == TakenName::By::Delegation);
        QVERIFY(taken[1].by == TakenName::By::Records);
    }

    void aNameAboveOthersIsFree()
    {
        m_authority->add(addressEntry("deep.accounts.example.com", authority, 300s));
        QVERIFY(look("example.com").taken.isEmpty());
    }

    void aWildcardTakesNoName()
    {
        m_authority->add(addressEntry("*.example.com", authority, 300s));
        QVERIFY(look("example.com").taken.isEmpty());
        m_authority->remove("*.example.com");
        m_authority->add(cnameEntry("*.example.com", "pages.host.test", 300s));
        m_authority->add(cnameEntry("accounts.example.com", "own.host.test", 300s));
        const QList<TakenName> taken = look("example.com").taken;
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken[0].name, names[1]);
    }

    void saysWhenThereIsNoZone()
    {
        const DomainSurvey survey = look("nobody-has-this.com");
        QVERIFY(survey.state == State::NotRegistered);
        QVERIFY(!survey.registration); // nobody to ask
    }

    void aSilentServerLeavesItOpen()
    {
        m_authority->manners.insert("accounts.example.com", DnsTestServer::Manner::Drop);
        const auto future = m_surveyor->survey(QStringLiteral("example.com"), names);
        const Result<DomainSurvey> survey = ended(future);
        QVERIFY(survey && survey->state == State::Found);
        QVERIFY(!survey->allNamesSeen);
        QVERIFY(survey->taken.isEmpty());
    }

    void endsInTimeWhateverHappens()
    {
        m_resolver->manner = DnsTestServer::Manner::Drop;
        const auto future = m_surveyor->survey(QStringLiteral("example.com"), names);
        QTest::qWait(0);
        m_clock.advance(DnsSurveyor::longest);
        const Result<DomainSurvey> survey = waitFor(future);
        QVERIFY(survey && survey->state != State::Found);
    }

    void oneAtATime()
    {
        const auto first = m_surveyor->survey(QStringLiteral("example.com"), names);
        const auto second = m_surveyor->survey(QStringLiteral("example.com"), names);
        QVERIFY(waitFor(first).error().kind == Error::Kind::Cancelled);
        QVERIFY(waitFor(second)->state == State::Found);
    }

    void canBeGivenUp()
    {
        m_resolver->manner = DnsTestServer::Manner::Drop;
        const auto future = m_surveyor->survey(QStringLiteral("example.com"), names);
        QTest::qWait(0);
        QVERIFY(m_client->open() > 0);
        m_surveyor->giveUp();
        QVERIFY(waitFor(future).error().kind == Error::Kind::Cancelled);
        QTRY_COMPARE(m_client->open(), 0);
    }

private:
    DomainSurvey look(const char *domain)
    {
        return ended(m_surveyor->survey(QString::fromLatin1(domain), names)).value_or(DomainSurvey {});
    }

    /// The zone's servers are asked so many questions a second, so time has to pass.
    Result<DomainSurvey> ended(const QFuture<Result<DomainSurvey>> &future)
    {
        for (int tenth = 0; tenth < 200 && !future.isFinished(); ++tenth) {
            QTest::qWait(1);
            m_clock.advance(100ms);
        }
        return waitFor(future);
    }

    MovedClock m_clock;
    std::unique_ptr<DnsTestServer> m_authority;
    std::unique_ptr<DnsTestServer> m_resolver;
    std::unique_ptr<DnsClient> m_client;
    std::unique_ptr<DnsSurveyor> m_surveyor;
};

QTEST_GUILESS_MAIN(TestDomainSurvey)
#include "tst_domainsurvey.moc"
