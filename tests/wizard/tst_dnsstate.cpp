#include "testkit/dnssamples.h"
#include "wizard/steps/dnsstate.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Standing = DnsRow::Standing;

namespace {

constexpr std::pair found {RecordProgress::AtProvider, Kind::None};
constexpr std::pair seen {RecordProgress::AtResolvers, Kind::None};
constexpr std::pair missing {RecordProgress::NotFound, Kind::Missing};

DnsSituation situation(const RecordWatch::View &view = {})
{
    DnsSituation situation;
    situation.plan.domain = QStringLiteral("example.com");
    situation.facts.application = sampleApplication();
    situation.facts.domain = sampleDomain();
    situation.facts.status = sampleStatus();
    situation.view = view;
    situation.now = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    return situation;
}

} // namespace

class TestDnsState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void hasOneHeadline_data()
    {
        QTest::addColumn<RecordWatch::View>("view");
        QTest::addColumn<QString>("headline");
        QTest::addColumn<int>("tone");
        const auto row
            = [](const char *name, const RecordWatch::View &view, const char *headline, DnsState::Tone tone) {
                  QTest::newRow(name) << view << QString::fromUtf8(headline) << static_cast<int>(tone);
              };
        using Tone = DnsState::Tone;
        row("nothing looked at", {}, "Looking at the DNS of example.com…", Tone::Waiting);
        row("nothing there", sampleView({}), "Waiting for you to add 5 records.", Tone::YourTurn);
        row("three of five", sampleView({found, seen, found}),
            "3 of 5 records are right. Waiting for you to add 2 more.", Tone::YourTurn);
        row("one wrong", sampleView({found, {RecordProgress::NotFound, Kind::Typo}}),
            "1 of 5 records are right. One needs correcting. Waiting for you to add 3 more.", Tone::YourTurn);
        row("two wrong, none right",
            sampleView({{RecordProgress::NotFound, Kind::Typo}, {RecordProgress::NotFound, Kind::TextInstead}}),
            "0 of 5 records are right. 2 need correcting. Waiting for you to add 3 more.", Tone::YourTurn);
        RecordWatch::View spreading = sampleView({seen, seen, seen, seen, found});
        spreading.records.last().authoritativeRight = 1;
        row("one at one server", spreading, "4 of 5 records are right. One is still spreading.", Tone::Waiting);
        row("all there", sampleView({seen, found, seen, seen, {RecordProgress::AtProvider, Kind::AbsenceCached}}),
            "All records are in place. Clerk is checking.", Tone::Good);
        row("no such domain", sampleView({found, {RecordProgress::Unknown, Kind::NotRegistered}}),
            "Nobody owns example.com yet, or it is spelled differently.", Tone::Trouble);
    }
    void hasOneHeadline()
    {
        QFETCH(const RecordWatch::View, view);
        const DnsState state = DnsPicture::of(situation(view));
        QTEST(state.headline, "headline");
        QTEST(static_cast<int>(state.tone), "tone");
    }

    void believesClerkThatAllIsDone()
    {
        DnsSituation known = situation(sampleView({missing, {RecordProgress::Unknown, Kind::DnsBlocked}}));
        known.facts.status = sampleStatus(5);
        DnsState state = DnsPicture::of(known);
        QCOMPARE(state.headline, QStringLiteral("All records are in place, and Clerk sees them."));
        QCOMPARE(state.right, 5);
        QVERIFY(!state.canCheck);
        QCOMPARE(state.nextLook, QString());
        for (const DnsRow &row : state.rows) {
            QCOMPARE(row.standing, Standing::Done);
            QCOMPARE(row.word, QStringLiteral("Done"));
            QCOMPARE(row.problem, QString());
        }

        known.facts.status->records.clear(); // an answer without rows
        state = DnsPicture::of(known);
        QCOMPARE(state.rows.size(), 5);
        QCOMPARE(state.right, 5);
    }

    void waitsForClerkToListTheDomain()
    {
        DnsSituation known = situation();
        known.facts.domain.reset();
        known.facts.status.reset();
        const DnsState state = DnsPicture::of(known);
        QCOMPARE(state.headline, QStringLiteral("Clerk is still preparing the list of records."));
        QVERIFY(!state.advice.isEmpty());
        QVERIFY(state.rows.isEmpty());
        QCOMPARE(state.domainRemark, QString());
    }

    void saysWhenClerkHasAnotherDomain()
    {
        DnsSituation known = situation();
        QCOMPARE(DnsPicture::of(known).domainRemark, QString());
        known.plan.domain = QStringLiteral("EXAMPLE.com");
        QCOMPARE(DnsPicture::of(known).domainRemark, QString());
        known.plan.domain = QStringLiteral("www.example.com");
        QCOMPARE(DnsPicture::of(known).domainRemark,
                 QStringLiteral("You typed www.example.com, and Clerk has filed the domain as example.com. These "
                                "records are for example.com."));
        QCOMPARE(DnsPicture::of(known).domain, QStringLiteral("example.com"));
    }

    void saysWhatItLeavesOutBecauseItIsSomebodyElses()
    {
        DnsSituation known = situation();
        const qsizetype rows = DnsPicture::of(known).rows.size();
        QCOMPARE(DnsPicture::of(known).foreignRecords, QString());
        RecordStatus foreign;
        foreign.from = QStringLiteral("mail.other.example");
        foreign.to = QStringLiteral("mail.clerk.services");
        known.facts.status->records.append(foreign);
        QCOMPARE(DnsPicture::of(known).foreignRecords,
                 QStringLiteral("Clerk also lists a record for mail.other.example, which is not within example.com. "
                                "Golive leaves out what would change another domain than yours. Ask Clerk’s support "
                                "what it is for, before anybody adds it."));
        QCOMPARE(DnsPicture::of(known).rows.size(), rows);

        known.facts.domain->foreignHosts = {QString(300, QLatin1Char('w')) + QStringLiteral(".example"), foreign.from};
        const QString several = DnsPicture::of(known).foreignRecords;
        QVERIFY2(several.startsWith(QStringLiteral("Clerk also lists 2 record")), qPrintable(several));
        QVERIFY2(several.contains(QStringLiteral("The first is www")) && several.size() < 300, qPrintable(several));
        QCOMPARE(DnsPicture::of(known).rows.size(), rows);
    }

    void showsEveryRecordClerkMentionsAnywhere()
    {
        DnsSituation known = situation(sampleView({found}));
        RecordStatus extra;
        extra.from = QStringLiteral("clkmail2.example.com");
        extra.to = QStringLiteral("mail2.u3kwrfeaf9l7.clerk.services");
        extra.required = false;
        known.facts.status->records.append(extra);
        known.facts.status->records[0].from = QStringLiteral("CLERK.example.com");
        known.facts.status->records.append(RecordStatus()); // an empty one is none
        known.facts.status->records[1].from.clear(); // told by its key alone
        known.facts.status->records[1].verified = true;
        known.cameLater.insert(extra.from, known.now);

        const DnsState state = DnsPicture::of(known);
        QCOMPARE(state.rows.size(), 6);
        QCOMPARE(state.rows.last().host, extra.from);
        QCOMPARE(state.rows.last().required, false);
        QVERIFY(state.rows.last().isNew);
        QVERIFY(!state.rows.first().isNew);
        QCOMPARE(state.rows.last().standing, Standing::NotLooked);
        QCOMPARE(state.announcement, QStringLiteral("Clerk asks for one more record since 09:00:00."));
        QCOMPARE(state.total, 5); // an optional record is not waited for
        QCOMPARE(state.right, 2);
        QCOMPARE(state.rows.at(1).standing, Standing::Done);
    }

    void countsOptionalRecordsWhenThereAreNoOthers()
    {
        DnsSituation known = situation(sampleView({found}));
        for (DnsRecord &record : known.facts.domain->records)
            record.required = false;
        const DnsState state = DnsPicture::of(known);
        QCOMPARE(state.total, 5);
        QCOMPARE(state.headline, QStringLiteral("1 of 5 records are right. Waiting for you to add 4 more."));
    }

    void describesARow()
    {
        RecordWatch::View view = sampleView({seen, {RecordProgress::NotFound, Kind::WrongTarget}});
        view.records[1].finding.seen = QStringLiteral("old.example.net");
        RecordAnswer answer;
        answer.server = QStringLiteral("ada.ns.cloudflare.com");
        answer.answered = true;
        answer.found = QStringLiteral("old.example.net");
        answer.ttl = 300s;
        answer.askedAt = view.lastLooked;
        view.records[1].answers = {answer, RecordAnswer()};
        DnsSituation known = situation(view);
        known.facts.status->records[1].hints = {{QStringLiteral("cname_mismatch"), QStringLiteral("Clerk’s own words")},
                                                {QStringLiteral("only_a_code"), QString()}};
        known.facts.status->records[1].actual = {QStringLiteral("old.example.net")};

        const DnsState state = DnsPicture::of(known);
        const DnsRow &right = state.rows.at(0);
        QCOMPARE(right.nameToType, QStringLiteral("clerk"));
        QCOMPARE(right.type, QStringLiteral("CNAME"));
        QCOMPARE(right.value, QStringLiteral("frontend-api.clerk.services"));
        QCOMPARE(right.word, QStringLiteral("Seen publicly"));
        QCOMPARE(right.reach,
                 QStringLiteral("Found at 2 of 2 of your provider’s servers · seen by 3 of 8 public resolvers"));
        QCOMPARE(right.problem, QString());

        const DnsRow &wrong = state.rows.at(1);
        QCOMPARE(wrong.standing, Standing::Wrong);
        QVERIFY(wrong.problem.contains(QStringLiteral("old.example.net")));
        QVERIFY(wrong.fix.contains(QStringLiteral("accounts.clerk.services")));
        QCOMPARE(wrong.clerkHints, (QStringList {QStringLiteral("Clerk’s own words"), QStringLiteral("only_a_code")}));
        QCOMPARE(wrong.clerkSaw, QStringLiteral("old.example.net"));
        QCOMPARE(wrong.answers.size(), 2);
        QCOMPARE(wrong.answers.at(0).said, QStringLiteral("old.example.net"));
        QCOMPARE(wrong.answers.at(0).when, QStringLiteral("09:00:00, kept for 5 min"));
        QCOMPARE(wrong.answers.at(1).said, QStringLiteral("no answer"));
    }

    void typesTheFullNameWhileTheZoneIsUnknown()
    {
        QCOMPARE(DnsPicture::of(situation()).rows.at(0).nameToType, QStringLiteral("clerk.example.com"));
    }

    void silencesRecordsWhileTheDomainIsTheTrouble()
    {
        const std::pair blocked {RecordProgress::Unknown, Kind::DnsBlocked};
        const DnsState state = DnsPicture::of(situation(sampleView({blocked, blocked, blocked, blocked, blocked})));
        QCOMPARE(state.tone, DnsState::Tone::Trouble);
        QVERIFY(!state.advice.isEmpty());
        for (const DnsRow &row : state.rows) {
            QCOMPARE(row.word, QStringLiteral("Cannot tell"));
            QCOMPARE(row.problem + row.fix, QString());
        }
    }

    void opensOnlySafeProviderPages()
    {
        RecordWatch::View view = sampleView({});
        QCOMPARE(DnsPicture::of(situation(view)).providerConsole, QStringLiteral("https://dash.cloudflare.com/"));
        QCOMPARE(DnsPicture::of(situation(view)).providerLine,
                 QStringLiteral("The DNS of example.com is with Cloudflare."));
        view.provider.name.clear();
        view.provider.console = QStringLiteral("javascript:alert(1)");
        const DnsState state = DnsPicture::of(situation(view));
        QCOMPARE(state.providerConsole, QString());
        QCOMPARE(state.providerLine,
                 QStringLiteral("The DNS of example.com is on ada.ns.cloudflare.com, bob.ns.cloudflare.com."));
    }

    void warnsOfTheProxyWhereThereIsOne()
    {
        RecordWatch::View view = sampleView({});
        QVERIFY(DnsPicture::of(situation(view)).providerNotes.constLast().contains(QStringLiteral("orange cloud")));
        view.nameServers = {QStringLiteral("ns1.cloudflare.com.example.net")};
        QVERIFY(!DnsPicture::of(situation(view)).providerNotes.constLast().contains(QStringLiteral("orange cloud")));
    }

    void believesTheProviderAboutItself()
    {
        RecordWatch::View view = sampleView({});
        view.domainConnect.providerDisplayName = QStringLiteral("Somebody\nelse");
        view.domainConnect.urlControlPanel = QStringLiteral("https://dns.example.net/zones/example.com");
        DnsState state = DnsPicture::of(situation(view));
        QCOMPARE(state.provider, QStringLiteral("Cloudflare"));
        QCOMPARE(state.providerConsole, view.domainConnect.urlControlPanel);
        view.provider = {};
        view.domainConnect.urlControlPanel = QStringLiteral("http://dns.example.net/");
        state = DnsPicture::of(situation(view));
        QCOMPARE(state.provider, QStringLiteral("Somebody else"));
        QCOMPARE(state.providerConsole, QString());
    }

    void passesOnWhatIsSpecialAboutTheProvider()
    {
        RecordWatch::View view = sampleView({});
        QCOMPARE(DnsPicture::of(situation(view)).providerNotes.size(), 1);
        view.provider.targetDot = true;
        view.provider.refusesUnderscore = true;
        view.provider.subdomainFirst = true;
        view.provider.candidates = {QStringLiteral("One"), QStringLiteral("Other")};
        view.records[0].fullNameToType = QStringLiteral("clerk.example.com.");
        view.records[0].relativeNameToType = QStringLiteral("clerk");
        view.records[0].valueToType = QStringLiteral("frontend-api.clerk.services.");
        const DnsState state = DnsPicture::of(situation(view));
        QCOMPARE(state.providerNotes.size(), 5);
        QVERIFY(state.providerNotes.constFirst().contains(QStringLiteral("One, Other")));
        QCOMPARE(state.rows.at(0).fullName, QStringLiteral("clerk.example.com."));
        QCOMPARE(state.rows.at(0).shortName, QStringLiteral("clerk"));
        QCOMPARE(state.rows.at(0).value, QStringLiteral("frontend-api.clerk.services."));
    }

    void countsDownToTheNextLook()
    {
        RecordWatch::View view = sampleView({});
        view.nextLook = 15s;
        DnsSituation known = situation(view);
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Next look in 15 s."));
        known.now = known.now.addSecs(4);
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Next look in 11 s."));
        known.now = known.now.addSecs(60);
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Looking again now…"));
        known.now = view.lastLooked.addSecs(-3600); // the clock was set back
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Next look in 15 s."));
        known.view.looking = true;
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Looking now…"));
        known.view.looking = false;
        known.view.nextLook.reset();
        QCOMPARE(DnsPicture::of(known).nextLook, QStringLiteral("Last looked at 09:00:00."));
    }
};

QTEST_GUILESS_MAIN(TestDnsState)
#include "tst_dnsstate.moc"
