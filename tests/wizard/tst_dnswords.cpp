#include "wizard/dnswords.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

RecordContext context()
{
    return {QStringLiteral("clerk.app.example.com"), QStringLiteral("frontend-api.clerk.services"),
            QStringLiteral("clerk.app"), QStringLiteral("example.com"), QStringLiteral("Porkbun")};
}

DnsFinding sampleFinding(Kind kind)
{
    DnsFinding finding;
    finding.kind = kind;
    finding.seen = QStringLiteral("seen.example.net");
    finding.server = QStringLiteral("Quad9 (9.9.9.9)");
    finding.wait = 270s;
    return finding;
}

} // namespace

class TestDnsWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingSaysWhatIsWrongAndWhatToDo()
    {
        QCOMPARE(DnsWords::finding(DnsFinding(), context()), FindingWords());
        QStringList problems;
        for (int kind = static_cast<int>(Kind::None) + 1; kind <= static_cast<int>(Kind::DnsBlocked); ++kind) {
            for (const RecordContext &known : {context(), RecordContext()}) {
                const FindingWords words = DnsWords::finding(sampleFinding(static_cast<Kind>(kind)), known);
                QVERIFY2(words.problem.size() > 10 && words.fix.size() > 10, qPrintable(QString::number(kind)));
                QVERIFY2(!(words.problem + words.fix).contains(QLatin1Char('%')), qPrintable(words.problem));
                if (known.provider.isEmpty())
                    continue;
                QVERIFY2(!problems.contains(words.problem), qPrintable(words.problem));
                problems.append(words.problem);
            }
            QVERIFY(DnsWords::need(static_cast<Kind>(kind)) != DnsWords::Need::Nothing);
        }
        QVERIFY(DnsWords::need(Kind::None) == DnsWords::Need::Nothing);
    }

    void aFindingNamesWhatMatters_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("inProblem");
        QTest::addColumn<QString>("inFix");
        const QString seen = QStringLiteral("seen.example.net");
        const QString target = QStringLiteral("frontend-api.clerk.services");
        const auto row = [](const char *name, Kind kind, const QString &problem, const QString &fix) {
            QTest::newRow(name) << static_cast<int>(kind) << problem << fix;
        };
        row("missing", Kind::Missing, QStringLiteral("Not there"), QStringLiteral("at Porkbun"));
        row("wrong target", Kind::WrongTarget, seen, target);
        row("typo", Kind::Typo, seen, target);
        row("swapped", Kind::Swapped, seen, target);
        row("name doubled", Kind::NameDoubled, QStringLiteral("example.com"), QStringLiteral("to clerk.app."));
        row("zone on the value", Kind::TargetGotZone, seen, target + QLatin1Char('.'));
        row("one level off", Kind::OneLevelOff, seen, QStringLiteral("to clerk.app."));
        row("underscore lost", Kind::UnderscoreLost, seen, QStringLiteral("underscore"));
        row("address", Kind::AddressInstead, QStringLiteral("CNAME"), target);
        row("flattened", Kind::Flattened, QStringLiteral("address"), QStringLiteral("ALIAS"));
        row("proxied", Kind::CloudflareProxy, QStringLiteral("orange cloud"), QStringLiteral("DNS only"));
        row("text", Kind::TextInstead, QStringLiteral("TXT"), target);
        row("other record", Kind::OtherRecordThere, seen, QStringLiteral("delete"));
        row("two", Kind::TwoCnames, QStringLiteral("two values"), target);
        row("wildcard", Kind::Wildcard, QStringLiteral("catch-all"), QStringLiteral("Add the record"));
        row("detour", Kind::Detour, seen, target);
        row("servers disagree", Kind::ServersDisagree, QStringLiteral("Quad9"), QStringLiteral("support of Porkbun"));
        row("old answer", Kind::OldAnswerCached, QStringLiteral("Quad9"), QStringLiteral("5 min"));
        row("absence", Kind::AbsenceCached, QStringLiteral("Quad9"), QStringLiteral("5 min"));
        row("not looked", Kind::ClerkHasNotLooked, QStringLiteral("Clerk"), QStringLiteral("Nothing to do"));
        row("no zone", Kind::NotRegistered, QStringLiteral("clerk.app.example.com"), QStringLiteral("registered"));
        row("no server", Kind::NoServerAnswers, QStringLiteral("example.com"), QStringLiteral("provider"));
        row("blocked", Kind::DnsBlocked, QStringLiteral("this network"), QStringLiteral("VPN"));
    }
    void aFindingNamesWhatMatters()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, inProblem);
        QFETCH(const QString, inFix);
        const FindingWords words = DnsWords::finding(sampleFinding(static_cast<Kind>(kind)), context());
        QVERIFY2(words.problem.contains(inProblem), qPrintable(words.problem));
        QVERIFY2(words.fix.contains(inFix), qPrintable(words.fix));
    }

    void keepsForeignTextShortAndOnOneLine()
    {
        DnsFinding finding = sampleFinding(Kind::WrongTarget);
        finding.seen = QStringLiteral("a\nb%1") + QString(3000, QLatin1Char('x'));
        const FindingWords words = DnsWords::finding(finding, context());
        QVERIFY(words.problem.size() < 250);
        QVERIFY(words.problem.contains(QStringLiteral("a b%1xxx")));
        QVERIFY(words.fix.contains(QStringLiteral("frontend-api.clerk.services")));
    }

    void knowsWhatARecordIsFor_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("purpose");
        const auto row = [](const char *host, const char *target, const char *purpose) {
            QTest::newRow(host) << QString::fromLatin1(host) << QString::fromLatin1(target)
                                << QString::fromLatin1(purpose);
        };
        row("clerk.example.com", "frontend-api.clerk.services", "Sign-in (Frontend API)");
        row("clerk.app.example.com", "frontend-api.clerk.services", "Sign-in (Frontend API)");
        row("accounts.example.com", "accounts.clerk.services", "Account Portal pages");
        row("clkmail.example.com", "mail.u3kwrfeaf9l7.clerk.services", "E-mail");
        row("clkmail.example.org", "mail.example.com.nam1.clerk.services", "E-mail");
        row("clk._domainkey.example.com", "dkim1.u3kwrfeaf9l7.clerk.services", "E-mail signature (DKIM)");
        row("CLK2._domainkey.example.com", "dkim2.u3kwrfeaf9l7.clerk.services", "E-mail signature (DKIM)");
        row("clkmail2.example.com", "mail2.u3kwrfeaf9l7.clerk.services", "Fallback e-mail");
        row("pdk1._domainkey.clkmail2.example.com", "dkim3.u3kwrfeaf9l7.clerk.services",
            "Fallback e-mail signature (DKIM)");
        row("track.clkmail2.example.com", "track.u3kwrfeaf9l7.clerk.services", "Fallback e-mail links");
        row("new.example.com", "new.clerk.services", "Another record Clerk asks for");
    }
    void knowsWhatARecordIsFor()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, target);
        QTEST(DnsWords::purpose({host, target}), "purpose");
    }

    void neverPromisesATooShortWait_data()
    {
        QTest::addColumn<qint64>("wait");
        QTest::addColumn<QString>("words");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 s");
        QTest::newRow("negative") << qint64(-4) << QStringLiteral("0 s");
        QTest::newRow("seconds") << qint64(90) << QStringLiteral("90 s");
        QTest::newRow("minutes") << qint64(91) << QStringLiteral("2 min");
        QTest::newRow("many minutes") << qint64(90 * 60) << QStringLiteral("90 min");
        QTest::newRow("hours") << qint64(90 * 60 + 1) << QStringLiteral("2 h");
        QTest::newRow("two days") << qint64(172800) << QStringLiteral("48 h");
    }
    void neverPromisesATooShortWait()
    {
        QFETCH(const qint64, wait);
        QTEST(DnsWords::duration(std::chrono::seconds(wait)), "words");
    }

    void countsWhoSeesARecord()
    {
        RecordView view;
        QCOMPARE(DnsWords::reach(view), QString());
        view.authoritativeAsked = 2;
        view.authoritativeRight = 1;
        QCOMPARE(DnsWords::reach(view), QStringLiteral("Found at 1 of 2 of your provider’s servers"));
        view.resolversAsked = 8;
        view.resolversRight = 3;
        view.progress = RecordProgress::SeenByClerk;
        QCOMPARE(DnsWords::reach(view),
                 QStringLiteral("Found at 1 of 2 of your provider’s servers · seen by 3 of 8 public resolvers · "
                                "seen by Clerk"));
    }
};

QTEST_GUILESS_MAIN(TestDnsWords)
#include "tst_dnswords.moc"
