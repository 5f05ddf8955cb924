#include "practiceroom.h"

using namespace golive;
using namespace std::chrono_literals;

class TestPracticeStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { use(Pace()); }

    void hasNotStartedBeforeTheFirstCheck()
    {
        const QJsonObject status = read();
        QCOMPARE(word(status, "dns"), QStringLiteral("not_started"));
        QCOMPARE(word(status, "ssl"), QStringLiteral("not_started"));
        QCOMPARE(status[QStringLiteral("status")].toString(), QStringLiteral("incomplete"));
        QCOMPARE(status[QStringLiteral("dns")][QStringLiteral("cnames")].toObject().keys(),
                 QStringList({QStringLiteral("accounts"), QStringLiteral("clerk"), QStringLiteral("clk._domainkey"),
                              QStringLiteral("clk2._domainkey"), QStringLiteral("clkmail")}));
    }

    void takesItsTimeFromRecordsToComplete()
    {
        m_room->enterAll(ZoneEntry::Right);
        const auto started = check();
        QCOMPARE(started.status, 200);
        QVERIFY(started["last_run_at"].isNull());
        QCOMPARE(word(started.body.toObject(), "dns"), QStringLiteral("in_progress"));

        m_room->clock.advance(1s);
        QJsonObject status = read();
        QCOMPARE(word(status, "dns"), QStringLiteral("complete"));
        QCOMPARE(word(status, "ssl"), QStringLiteral("in_process"));
        QCOMPARE(word(status, "mail"), QStringLiteral("in_process"));

        m_room->clock.advance(4s);
        status = read();
        QCOMPARE(word(status, "mail"), QStringLiteral("complete"));
        QCOMPARE(word(status, "ssl"), QStringLiteral("in_process"));

        m_room->clock.advance(2s);
        status = read();
        QCOMPARE(word(status, "ssl"), QStringLiteral("complete"));
        QCOMPARE(status[QStringLiteral("ssl_hosts")][QStringLiteral("clerk.harbour-bookings.example")]
                       [QStringLiteral("status")]
                           .toString(),
                 QStringLiteral("complete"));
        QCOMPARE(status[QStringLiteral("status")].toString(), QStringLiteral("incomplete"));

        m_room->clock.advance(2s);
        QCOMPARE(read()[QStringLiteral("status")].toString(), QStringLiteral("complete"));
    }

    void isDoneAtOnceWhenNothingTakesTime()
    {
        use(Pace::instant());
        m_room->enterAll(ZoneEntry::Right);
        QCOMPARE(check()["status"].toString(), QStringLiteral("complete"));
    }

    void isBusyWhileItLooksAndJustAfter()
    {
        QCOMPARE(check().status, 200);
        const auto busy = check();
        QCOMPARE(busy.status, 409);
        QCOMPARE(busy.code(), QStringLiteral("conflict"));
        m_room->clock.advance(9s);
        QCOMPARE(check().status, 409);
        m_room->clock.advance(1s);
        const auto again = check();
        QCOMPARE(again.status, 200);
        QVERIFY(again["last_run_at"].isDouble());
    }

    void looksAgainOnItsOwn()
    {
        check();
        m_room->clock.advance(1s);
        QCOMPARE(word(read(), "dns"), QStringLiteral("in_progress"));
        m_room->enterAll(ZoneEntry::Right);
        QCOMPARE(word(read(), "dns"), QStringLiteral("in_progress"));
        m_room->clock.advance(15s);
        read();
        m_room->clock.advance(1s);
        QCOMPARE(word(read(), "dns"), QStringLiteral("complete"));
    }

    void saysWhatIsWrongWithARecord_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<bool>("verified");
        QTest::addColumn<QStringList>("actual");
        QTest::addColumn<QString>("hint");

        const auto row
            = [](const char *title, ZoneEntry entry, bool verified, const QStringList &actual, const char *hint) {
                  QTest::newRow(title) << static_cast<int>(entry) << verified << actual << QString::fromLatin1(hint);
              };
        row("right", ZoneEntry::Right, true, {QStringLiteral("frontend-api.clerk.services")}, "");
        row("absent", ZoneEntry::Absent, false, {}, "cname_not_found");
        row("typo", ZoneEntry::Typo, false, {QStringLiteral("fronted-api.clerk.services")}, "cname_mismatch");
        row("doubled", ZoneEntry::NameDoubled, false, {}, "cname_not_found");
        row("proxied", ZoneEntry::Proxied, false, {QStringLiteral("104.18.7.20"), QStringLiteral("172.67.140.33")},
            "address_in_place_of_cname");
    }

    void saysWhatIsWrongWithARecord()
    {
        QFETCH(int, entry);
        QFETCH(bool, verified);
        QFETCH(QStringList, actual);
        QFETCH(QString, hint);
        use(Pace::instant());
        m_room->enterAll(ZoneEntry::Right);
        m_room->world.zones().enter(QStringLiteral("clerk.harbour-bookings.example"), static_cast<ZoneEntry>(entry));
        const QJsonObject status = check().body.toObject();
        const QJsonValue row = status[QStringLiteral("dns")][QStringLiteral("cnames")][QStringLiteral("clerk")];
        QCOMPARE(row[QStringLiteral("verified")].toBool(), verified);
        QCOMPARE(row[QStringLiteral("actual")].toVariant().toStringList(), actual);
        QCOMPARE(row[QStringLiteral("failure_hints")][0][QStringLiteral("code")].toString(), hint);
        QCOMPARE(word(status, "dns"), verified ? QStringLiteral("complete") : QStringLiteral("in_progress"));
    }

private:
    void use(Pace pace)
    {
        m_room = std::make_unique<PracticeRoom>(pace);
        QVERIFY(m_room->listening);
    }
    QString domain() { return m_room->bookings() + QStringLiteral("/domains/harbour-bookings.example"); }
    QJsonObject read() { return m_room->client.get(domain() + QStringLiteral("/status")).body.toObject(); }
    PracticeClient::Answer check() { return m_room->client.post(domain() + QStringLiteral("/dns_check")); }
    static QString word(const QJsonObject &status, const char *component)
    {
        return status[QLatin1String(component)][QStringLiteral("status")].toString();
    }

    std::unique_ptr<PracticeRoom> m_room;
};

QTEST_GUILESS_MAIN(TestPracticeStatus)
#include "tst_practicestatus.moc"
