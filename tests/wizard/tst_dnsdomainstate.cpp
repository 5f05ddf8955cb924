#include "testkit/dnssamples.h"
#include "wizard/steps/dnsstate.h"

#include <QMetaEnum>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;
using Severity = DnsFinding::Severity;
using Standing = DnsRow::Standing;

namespace {

constexpr std::pair found {RecordProgress::AtProvider, Kind::None};

DnsFinding finding(Kind kind)
{
    return {.kind = kind};
}

QList<Kind> everyKind()
{
    QList<Kind> kinds;
    const auto names = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < names.keyCount(); ++i)
        if (const Kind kind = static_cast<Kind>(names.value(i)); kind != Kind::None)
            kinds.append(kind);
    return kinds;
}

DnsSituation situation(const RecordWatch::View &view = sampleView({}))
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

RecordWatch::View published()
{
    return sampleView({found, found, found, found, found});
}

} // namespace

/// What the DNS step says about the domain as a whole.
class TestDnsDomainState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneFindingSpeaksForAllRecords()
    {
        RecordWatch::View view = sampleView({found, {RecordProgress::NotFound, Kind::Typo}});
        view.findings = {finding(Kind::DnssecBroken), finding(Kind::LameServer)};
        const DnsState state = DnsPicture::of(situation(view));
        QCOMPARE(state.tone, DnsState::Tone::Trouble);
        QVERIFY(state.headline.contains(QStringLiteral("DNSSEC")));
        QVERIFY(state.advice.contains(QStringLiteral("DS record")));
        QVERIFY(state.silenced && state.showsRecords && !state.silence.isEmpty());
        QCOMPARE(state.right, 0);
        for (const DnsRow &row : state.rows) {
            QCOMPARE(row.standing, Standing::CannotSay);
            QCOMPARE(row.problem + row.fix, QString());
        }
        QCOMPARE(state.cards.size(), 1); // what is the headline is not said twice
        QCOMPARE(state.cards.constFirst().id, QStringLiteral("F15"));
        QCOMPARE(state.cards.constFirst().severity, Severity::Warning);
    }

    /// Whatever is known of the domain and of a record, one thing is said about each.
    void neverSaysTwoThingsThatContradict()
    {
        for (const Kind above : everyKind())
            for (const Kind below : everyKind()) {
                if (scopeOf(above) == DnsFinding::Scope::Record || scopeOf(below) != DnsFinding::Scope::Record)
                    continue;
                RecordWatch::View view = sampleView({{RecordProgress::NotFound, below}, found, found, found, found});
                view.findings = {finding(above)};
                const DnsState state = DnsPicture::of(situation(view));
                const QString pair = catalogueId(above) + QLatin1Char(' ') + catalogueId(below);
                QVERIFY2(!state.headline.isEmpty(), qPrintable(pair));
                QCOMPARE(state.silenced, silencesRecords(above));
                if (state.silenced) {
                    QVERIFY2(state.cards.isEmpty() && state.remarks.isEmpty(), qPrintable(pair));
                    for (const DnsRow &row : state.rows)
                        QVERIFY2(row.problem.isEmpty() && row.standing == Standing::CannotSay, qPrintable(pair));
                    continue;
                }
                QCOMPARE(state.cards.size() + state.remarks.size(), 1);
                for (const DnsRow &row : state.rows.mid(1))
                    QVERIFY2(row.problem.isEmpty(), qPrintable(pair));
                const bool needsSomebody = severityOf(above) == Severity::Error;
                QVERIFY2(!needsSomebody || state.tone != DnsState::Tone::Good, qPrintable(pair));
            }
    }

    void showsNoRecordsForADomainThatIsNobodysOwn_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::newRow("not registered") << Kind::NotRegistered;
        QTest::newRow("a hosting company's") << Kind::HostingDomain;
    }
    void showsNoRecordsForADomainThatIsNobodysOwn()
    {
        QFETCH(const Kind, kind);
        RecordWatch::View view = sampleView({});
        view.findings = {finding(kind)};
        const DnsState state = DnsPicture::of(situation(view));
        QVERIFY(!state.showsRecords);
        QCOMPARE(state.silence, QString());
        QVERIFY(DnsPicture::of(situation()).showsRecords);
    }

    void whatClerkSeesIsNobodysTrouble()
    {
        RecordWatch::View view = sampleView({});
        view.findings = {finding(Kind::DnsBlocked), finding(Kind::LameServer), finding(Kind::CaaForbids)};
        DnsSituation known = situation(view);
        known.facts.status = sampleStatus(5);
        DnsState state = DnsPicture::of(known);
        QVERIFY(!state.silenced);
        QCOMPARE(state.headline, QStringLiteral("All records are in place, and Clerk sees them."));
        QCOMPARE(state.cards.size(), 1);
        QCOMPARE(state.cards.constFirst().id, QStringLiteral("F60"));
        QCOMPARE(state.tone, DnsState::Tone::YourTurn);
        QVERIFY(!state.advice.contains(QStringLiteral("Nothing left")));

        known.view.findings = {finding(Kind::CaaAllowsOne)};
        state = DnsPicture::of(known);
        QCOMPARE(state.tone, DnsState::Tone::Good);
        QCOMPARE(state.cards.size(), 1);
    }

    void doesNotCallADomainDoneThatNeedsSomethingElse()
    {
        RecordWatch::View view = published();
        view.findings = {finding(Kind::CaaForbids)};
        const DnsState state = DnsPicture::of(situation(view));
        QCOMPARE(state.headline, QStringLiteral("All records are in place."));
        QCOMPARE(state.tone, DnsState::Tone::YourTurn);
        QVERIFY(!state.advice.contains(QStringLiteral("Nothing to do")));
    }

    void keepsMereInformationApart()
    {
        RecordWatch::View view = sampleView({});
        DnsFinding name = finding(Kind::InternationalName);
        name.seen = QStringLiteral("xn--bcher-kva.com");
        view.findings = {name};
        const DnsState state = DnsPicture::of(situation(view));
        QVERIFY(state.cards.isEmpty());
        QCOMPARE(state.remarks.size(), 1);
        QVERIFY(state.remarks.constFirst().contains(QStringLiteral("xn--bcher-kva.com")));
    }

    void saysWhichOfTheThreeWaitsItIs()
    {
        RecordWatch::View view = published();
        RecordView &early = view.records[1];
        early.finding = {.kind = Kind::AbsenceCached, .server = QStringLiteral("Google (8.8.8.8)"), .wait = 600s};
        DnsSituation known = situation(view);
        QCOMPARE(DnsPicture::of(known).waitLine,
                 QStringLiteral("A record was asked for before it was there. That is forgotten everywhere in 10 min."));

        known.view.records[2].finding = {.kind = Kind::OldAnswerCached, .wait = 7200s};
        QCOMPARE(DnsPicture::of(known).waitLine,
                 QStringLiteral("A record was changed. Its old value is forgotten everywhere in 2 h."));

        // The card says it then, and once is enough.
        known.view.findings = {{.kind = Kind::ServersChanged, .wait = 86400s}};
        const DnsState state = DnsPicture::of(known);
        QCOMPARE(state.waitLine, QString());
        QVERIFY(state.cards.constFirst().fix.contains(QStringLiteral("in 24 h at the latest")));
        QVERIFY(state.advice.contains(QStringLiteral("forgotten")));
        // However often servers are asked meanwhile.
        known.view.findings[0].until = known.now.addSecs(3600);
        known.view.lastLooked = known.now;
        QVERIFY(DnsPicture::of(known).cards.constFirst().fix.contains(QStringLiteral("in 60 min at the latest")));
        QVERIFY(DnsPicture::of(situation(published())).waitLine.isEmpty());
        QVERIFY(!DnsPicture::of(situation(published())).advice.contains(QStringLiteral("forgotten")));
    }

    void countsAWaitDown()
    {
        RecordWatch::View view = published();
        RecordView &early = view.records[0];
        early.finding = {.kind = Kind::AbsenceCached, .server = QStringLiteral("Google (8.8.8.8)"), .wait = 60s};
        RecordAnswer answer;
        answer.role = RecordAnswer::Role::Resolver;
        answer.server = early.finding.server;
        answer.ttl = 80s;
        answer.askedAt = view.lastLooked.addSecs(-20);
        early.answers = {answer};
        DnsSituation known = situation(view);
        QVERIFY(DnsPicture::of(known).waitLine.endsWith(QStringLiteral("in 60 s.")));
        known.now = known.now.addSecs(35);
        const DnsState later = DnsPicture::of(known);
        QVERIFY(later.waitLine.endsWith(QStringLiteral("in 25 s.")));
        QVERIFY(later.rows.constFirst().fix.contains(QStringLiteral("in 25 s at the latest")));
        QVERIFY(later.rows.constFirst().link);
        known.now = known.now.addSecs(60); // over, and the next look is on its way
        QCOMPARE(DnsPicture::of(known).waitLine, QString());
        QVERIFY(!DnsPicture::of(known).rows.constFirst().fix.contains(QStringLiteral(" s ")));
    }

    void tellsTheFiveStatesOfARecordApart()
    {
        RecordWatch::View view = sampleView({{RecordProgress::NotFound, Kind::Missing},
                                             {RecordProgress::AtProvider, Kind::None},
                                             {RecordProgress::AtProvider, Kind::None},
                                             {RecordProgress::AtResolvers, Kind::None},
                                             {RecordProgress::AtResolvers, Kind::ClerkHasNotLooked}});
        view.records[1].authoritativeRight = 1;
        DnsSituation known = situation(view);
        known.facts.status->records[4].verified = true;
        QStringList words;
        for (const DnsRow &row : DnsPicture::of(known).rows)
            words.append(row.word);
        QCOMPARE(words.join(QLatin1Char(',')),
                 QStringLiteral("Not there yet,Spreading,At the provider,Seen publicly,Done"));

        Component certificate;
        certificate.state = ComponentState::InProgress;
        known.facts.status->sslHosts.insert(QStringLiteral("CLK2._domainkey.example.com"), certificate);
        QCOMPARE(DnsPicture::of(known).rows.at(4).word, QStringLiteral("Seen by Clerk"));
        known.facts.status->complete = true;
        QCOMPARE(DnsPicture::of(known).rows.at(4).word, QStringLiteral("Done"));
    }

    void comparesValuesCharacterByCharacter()
    {
        RecordWatch::View view = sampleView({{RecordProgress::NotFound, Kind::Typo},
                                             {RecordProgress::NotFound, Kind::WrongTarget},
                                             {RecordProgress::NotFound, Kind::Swapped}});
        view.records[0].finding.seen = QStringLiteral("frontend-ap.clerk.services");
        view.records[1].finding.seen = QStringLiteral("somewhere.example.net");
        view.records[2].finding.seen = QStringLiteral("accounts.example.com");
        const DnsState state = DnsPicture::of(situation(view));
        QVERIFY(state.rows.at(0).difference);
        QCOMPARE(state.rows.at(0).difference->expected, QStringLiteral("frontend-api.clerk.services"));
        QCOMPARE(state.rows.at(0).difference->seen, QStringLiteral("frontend-ap·.clerk.services"));
        QVERIFY(!state.rows.at(1).difference); // nothing alike
        QVERIFY(!state.rows.at(2).difference); // it is not the value that is told
    }

    void alignsTwoTexts_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("seen");
        QTest::addColumn<QString>("lines");
        const auto row = [](const char *name, const char *expected, const char *seen, const char *lines) {
            QTest::newRow(name) << QString::fromUtf8(expected) << QString::fromUtf8(seen) << QString::fromUtf8(lines);
        };
        row("the same", "clerk", "clerk", "");
        row("but for case", "clerk", "CLERK", "");
        row("one more", "clerk", "clerrk", "cle·rk clerrk");
        row("one other", "clerk", "clark", "clerk clark");
        row("turned", "accounts", "accuonts", "accounts accuonts");
        row("ending", "mail.clerk.services", "mail.clerk.services.ex", "mail.clerk.services··· mail.clerk.services.ex");
        row("nothing alike", "clerk", "zzzzz", "");
        row("nothing there", "clerk", "", "");
    }
    void alignsTwoTexts()
    {
        QFETCH(const QString, expected);
        QFETCH(const QString, seen);
        const auto aligned = align(expected, seen);
        QTEST(aligned ? aligned->expected + QLatin1Char(' ') + aligned->seen : QString(), "lines");
    }

    void refusesToAlignEndlessTexts()
    {
        const QString endless(3000, QLatin1Char('x'));
        QVERIFY(!align(endless, endless + QLatin1Char('y')));
    }
};

QTEST_GUILESS_MAIN(TestDnsDomainState)
#include "tst_dnsdomainstate.moc"
