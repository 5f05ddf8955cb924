#include "dns/look/registration.h"
#include "foundation/clock.h"
#include "testkit/movedclock.h"
#include "testkit/scriptedserver.h"
#include "testkit/waitfor.h"

#include <QNetworkAccessManager>

using namespace golive;
using namespace std::chrono_literals;

namespace {

const QByteArray answer = R"({
    "objectClassName": "domain", "ldhName": "example.com", "unknown": {"deep": [1, 2]},
    "status": ["client transfer prohibited", "Client Hold", 7],
    "events": [{"eventAction": "registration", "eventDate": "2001-02-03T00:00:00Z"},
               {"eventAction": "expiration", "eventDate": "2026-01-04T10:00:00Z"}],
    "entities": [{"roles": ["abuse"]},
                 {"roles": ["registrar"], "vcardArray": ["vcard", [["version", {}, "text", "4.0"],
                                                                   ["fn", {}, "text", "Registrar\n Ltd"]]]}]
})";

} // namespace

class TestRegistration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItNeeds()
    {
        const std::optional<Registration> found = registrationFrom(answer);
        QVERIFY(found && found->exists);
        QCOMPARE(found->statuses,
                 QStringList({QStringLiteral("client transfer prohibited"), QStringLiteral("client hold")}));
        QCOMPARE(found->expires, QDateTime(QDate(2026, 1, 4), QTime(10, 0), Qt::UTC));
        QCOMPARE(found->registrar, QStringLiteral("Registrar Ltd"));
    }

    void bearsWhatIsMissingOrStrange_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isAnswer");
        QTest::newRow("nothing but the class") << QByteArray(R"({"objectClassName": "domain"})") << true;
        QTest::newRow("other types") << QByteArray(
            R"({"objectClassName": "Domain", "status": {}, "events": 3, "entities": [[], 5]})")
                                     << true;
        QTest::newRow("another class") << QByteArray(R"({"objectClassName": "entity"})") << false;
        QTest::newRow("a list") << QByteArray("[]") << false;
        QTest::newRow("a page") << QByteArray("<html></html>") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void bearsWhatIsMissingOrStrange()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isAnswer);
        const std::optional<Registration> found = registrationFrom(json);
        QCOMPARE(found.has_value(), isAnswer);
        if (isAnswer)
            QVERIFY(*found == (Registration {true, {}, {}, {}}));
    }

    void asksTheService()
    {
        ScriptedServer server({ScriptedServer::json(answer)});
        QCOMPARE(ask(server)->registrar, QStringLiteral("Registrar Ltd"));
        QCOMPARE(server.requests()[0].target, QByteArray("/domain/example.com"));
    }

    void goesWhereItIsSent()
    {
        ScriptedServer registry({ScriptedServer::json(answer)});
        const QByteArray there = "Location: " + registry.url().toEncoded() + "/rdap/example.com\r\n";
        ScriptedServer server({ScriptedServer::json({}, "302 Found", there)});
        QVERIFY(ask(server)->exists);
        QCOMPARE(registry.requests().size(), 1);
    }

    void doesNotGoInCircles()
    {
        ScriptedServer server({ScriptedServer::json({}, "302 Found", "Location: /domain/example.com\r\n")});
        QVERIFY(!ask(server));
        QVERIFY(server.requests().size() < 10);
    }

    void knowsThatNobodyOwnsIt()
    {
        ScriptedServer server({ScriptedServer::json("{}", "404 Not Found")});
        const Result<Registration> found = ask(server);
        QVERIFY(found && !found->exists);
    }

    void otherFailuresSayNothing()
    {
        ScriptedServer server({ScriptedServer::json("{}", "503 Service Unavailable")});
        QVERIFY(!ask(server));
    }

    void doesNotReadWithoutEnd()
    {
        ScriptedServer server({ScriptedServer::json(QByteArray(300 * 1024, ' ') + answer)});
        QVERIFY(ask(server).error().kind == Error::Kind::UnexpectedReply);
    }

    void doesNotWaitWithoutEnd()
    {
        ScriptedServer server({ScriptedServer::silence()});
        MovedClock clock;
        const auto found = lookUpRegistration(m_network, clock, serviceOf(server), "example.com");
        clock.advance(10s);
        QVERIFY(waitFor(found).error().kind == Error::Kind::TimedOut);
    }

    void asksNobodyInTheOpen()
    {
        const auto found = lookUpRegistration(m_network, m_clock, QUrl(QStringLiteral("http://192.0.2.1/")), "a.com");
        QVERIFY(waitFor(found).error().kind == Error::Kind::InsecureConnection);
    }

private:
    static QUrl serviceOf(const ScriptedServer &server)
    {
        QUrl url = server.url();
        url.setPath(QStringLiteral("/domain/"));
        return url;
    }

    Result<Registration> ask(const ScriptedServer &server)
    {
        return waitFor(lookUpRegistration(m_network, m_clock, serviceOf(server), "example.com"));
    }

    SystemClock m_clock;
    QNetworkAccessManager m_network;
};

QTEST_GUILESS_MAIN(TestRegistration)
#include "tst_registration.moc"
