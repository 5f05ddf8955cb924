#include "dns/evidence/sharedtoken.h"
#include "dns/judge/evaluate.h"

#include <QTest>

using namespace golive;

namespace {

const ExpectedTarget plain("accounts.clerk.services");
const ExpectedTarget mail("mail.*.clerk.services");

RecordEvidence pointing(const ExpectedTarget &wanted, const QByteArrayList &answers)
{
    RecordEvidence record;
    record.wanted = record.target = wanted;
    for (const QByteArray &answer : answers) {
        Sighting seen;
        seen.key = QStringLiteral("ns%1").arg(record.sightings.size());
        seen.usable = true;
        seen.cnames = {answer};
        record.sightings.append(seen);
    }
    return record;
}

} // namespace

class TestExpectedTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("expected");

        const auto row = [](const char *title, const char *target, const char *name, bool expected) {
            QTest::newRow(title) << QByteArray(target) << QByteArray(name) << expected;
        };
        row("the name", "accounts.clerk.services", "accounts.clerk.services", true);
        row("another", "accounts.clerk.services", "account.clerk.services", false);
        row("of the family", "mail.*.clerk.services", "mail.abc.clerk.services", true);
        row("of a like family", "mail.*.clerk.services", "dkim1.abc.clerk.services", false);
        row("a label less", "mail.*.clerk.services", "mail.clerk.services", false);
        row("a label more", "mail.*.clerk.services", "mail.abc.def.clerk.services", false);
        row("zone appended", "mail.*.clerk.services", "mail.abc.clerk.services.example.com", false);
        row("the root", "mail.*.clerk.services", ".", false);
        row("nothing wanted", "", "mail.abc.clerk.services", false);
    }

    void matches()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, name);
        QFETCH(bool, expected);
        QCOMPARE(ExpectedTarget(target).matches(name), expected);
    }

    void knowsThatAFamilyIsNoNameToAskAbout()
    {
        QVERIFY(mail.isPattern());
        QVERIFY(!mail.withToken("abc").isPattern());
        QVERIFY(!plain.isPattern());
    }

    void takesTheTokenOutAndPutsItIn()
    {
        QCOMPARE(mail.tokenIn("mail.abc.clerk.services"), QByteArray("abc"));
        QCOMPARE(mail.tokenIn("mail.abc.example.net"), QByteArray());
        QCOMPARE(plain.tokenIn("accounts.clerk.services"), QByteArray());
        QCOMPARE(mail.withToken("abc").text(), QByteArray("mail.abc.clerk.services"));
        QCOMPARE(plain.withToken("abc"), plain);
        QCOMPARE(mail.withToken({}), mail);
    }

    void comparesAMistakeWithTheLikeliestMember()
    {
        QCOMPARE(mail.closestTo("mial.abc.clerk.services"), QByteArray("mail.abc.clerk.services"));
        QCOMPARE(mail.closestTo("mail.abc.clerk.services.example.com"), QByteArray("mail.abc.clerk.services"));
        QCOMPARE(mail.closestTo("mail"), mail.text());
    }

    void learnsTheTokenFromTheRecords_data()
    {
        QTest::addColumn<QByteArrayList>("answers"); ///< of the first, the second and the third record
        QTest::addColumn<QByteArray>("token");

        using Names = QByteArrayList;
        QTest::newRow("none there") << Names {} << QByteArray();
        QTest::newRow("one there") << Names {"", "dkim1.abc.clerk.services"} << QByteArray("abc");
        QTest::newRow("two against one") << Names {"mail.old.clerk.services", "dkim1.abc.clerk.services",
                                                   "dkim2.abc.clerk.services"}
                                         << QByteArray("abc");
        QTest::newRow("one against one") << Names {"mail.abc.clerk.services", "dkim1.old.clerk.services"}
                                         << QByteArray("abc");
        QTest::newRow("somewhere else") << Names {"mail.abc.example.net", "dkim1.old.clerk.services"}
                                        << QByteArray("old");
    }

    void learnsTheTokenFromTheRecords()
    {
        QFETCH(QByteArrayList, answers);
        QFETCH(QByteArray, token);
        const QList<ExpectedTarget> wanted {mail, "dkim1.*.clerk.services", "dkim2.*.clerk.services"};
        QList<RecordEvidence> records {pointing(plain, {"accounts.clerk.services"})};
        for (qsizetype at = 0; at < answers.size(); ++at)
            records.append(
                pointing(wanted[at], answers[at].isEmpty() ? QByteArrayList() : QByteArrayList {answers[at]}));
        QCOMPARE(sharedToken(records), token);
    }

    void countsARecordOnceHoweverManyServersHoldIt()
    {
        const QByteArray old = "mail.old.clerk.services";
        QCOMPARE(sharedToken({pointing(mail, {old, old, old}),
                              pointing("dkim1.*.clerk.services", {"dkim1.abc.clerk.services"}),
                              pointing("dkim2.*.clerk.services", {"dkim2.abc.clerk.services"})}),
                 QByteArray("abc"));
    }

    void isJudgedLikeANameWhoseTokenIsTheOneSeen_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<DnsFinding::Kind>("kind");

        using Kind = DnsFinding::Kind;
        QTest::newRow("right") << QByteArray("mail.abc.clerk.services") << Kind::None;
        QTest::newRow("typing error") << QByteArray("mial.abc.clerk.services") << Kind::Typo;
        QTest::newRow("zone appended") << QByteArray("mail.abc.clerk.services.example.com") << Kind::TargetGotZone;
        QTest::newRow("another's") << QByteArray("dkim1.abc.clerk.services") << Kind::Swapped;
        QTest::newRow("somewhere else") << QByteArray("mail.example.net") << Kind::WrongTarget;
    }

    void isJudgedLikeANameWhoseTokenIsTheOneSeen()
    {
        QFETCH(QByteArray, answer);
        QFETCH(DnsFinding::Kind, kind);
        DomainEvidence domain;
        domain.domain = domain.zone.apex = "example.com";
        domain.zone.state = Zone::State::Found;
        domain.targets = {{"clkmail.example.com", mail}, {"clk._domainkey.example.com", "dkim1.*.clerk.services"}};
        RecordEvidence record = pointing(mail, {answer});
        record.host = "clkmail.example.com";
        QCOMPARE(evaluate(record, domain).finding.kind, kind);
    }
};

QTEST_GUILESS_MAIN(TestExpectedTarget)
#include "tst_expectedtarget.moc"
