#include "wizard/dns/dnswords.h"

#include <QMetaEnum>
#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

FindingContext context()
{
    FindingContext context;
    context.host = QStringLiteral("clerk.app.example.com");
    context.target = QStringLiteral("frontend-api.clerk.services");
    context.nameToType = QStringLiteral("clerk.app");
    context.zone = QStringLiteral("example.com");
    context.provider = QStringLiteral("Porkbun");
    context.console = QStringLiteral("https://porkbun.com/account/domainsSpeedy");
    context.domain = QStringLiteral("app.example.com");
    return context;
}

FindingContext onCloudflare()
{
    FindingContext known = context();
    known.provider = QStringLiteral("Cloudflare");
    known.onCloudflare = true;
    return known;
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

DnsFinding sampleFinding(Kind kind)
{
    DnsFinding finding;
    finding.kind = kind;
    finding.seen = QStringLiteral("seen.example.net");
    finding.server = QStringLiteral("Quad9 (9.9.9.9)");
    finding.host = QStringLiteral("accounts.example.com");
    finding.names = {QStringLiteral("one.example.net"), QStringLiteral("two.example.net")};
    finding.otherNames = {QStringLiteral("three.example.net")};
    finding.wait = 270s;
    return finding;
}

} // namespace

class TestDnsWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFindingSaysWhatIsWrongAndWhatToDo_data()
    {
        QTest::addColumn<Kind>("kind");
        const auto names = QMetaEnum::fromType<Kind>();
        for (const Kind kind : everyKind())
            QTest::newRow(names.valueToKey(static_cast<int>(kind))) << kind;
    }
    void everyFindingSaysWhatIsWrongAndWhatToDo()
    {
        QFETCH(const Kind, kind);
        DnsFinding bare;
        bare.kind = kind;
        for (const DnsFinding &finding : {sampleFinding(kind), bare})
            for (const FindingContext &known : {context(), onCloudflare(), FindingContext()}) {
                const FindingWords words = DnsWords::finding(finding, known);
                QVERIFY2(words.problem.size() > 10 && words.fix.size() > 10, qPrintable(words.problem));
                const QString both = words.problem + words.fix;
                QVERIFY2(!both.contains(QLatin1Char('%')), qPrintable(both));
                QVERIFY2(!both.contains(QStringLiteral("  ")), qPrintable(both));
                if (words.link)
                    QVERIFY(words.link->address.scheme() == QLatin1String("https") && !words.link->label.isEmpty());
            }
    }

    void noTwoFindingsSayTheSame()
    {
        QStringList problems;
        for (const Kind kind : everyKind()) {
            const QString problem = DnsWords::finding(sampleFinding(kind), context()).problem;
            QVERIFY2(!problems.contains(problem), qPrintable(problem));
            problems.append(problem);
        }
        QCOMPARE(DnsWords::finding(DnsFinding(), context()), FindingWords());
    }

    /// What keeps the person from going on must ask something of them.
    void asksNothingOfAnybodyForMereInformation()
    {
        for (const Kind kind : everyKind()) {
            const bool nothing = DnsWords::need(kind) == DnsWords::Need::Nothing;
            QVERIFY2(!nothing || severityOf(kind) == DnsFinding::Severity::Info, qPrintable(catalogueId(kind)));
        }
        QVERIFY(DnsWords::need(Kind::None) == DnsWords::Need::Nothing);
    }

    void aFindingNamesWhatMatters_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("inProblem");
        QTest::addColumn<QString>("inFix");
        const QString seen = QStringLiteral("seen.example.net");
        const QString target = QStringLiteral("frontend-api.clerk.services");
        const auto row = [](const char *name, Kind kind, const QString &problem, const QString &fix) {
            QTest::newRow(name) << kind << problem << fix;
        };
        row("missing", Kind::Missing, QStringLiteral("Not there"), QStringLiteral("At Porkbun"));
        row("wrong target", Kind::WrongTarget, seen, target);
        row("typo", Kind::Typo, seen, target);
        row("swapped", Kind::Swapped, seen, target);
        row("name doubled", Kind::NameDoubled, QStringLiteral("example.com"), QStringLiteral("to “clerk.app”."));
        row("zone on the value", Kind::TargetGotZone, seen, target + QLatin1Char('.'));
        row("one level off", Kind::OneLevelOff, seen, QStringLiteral("to “clerk.app”."));
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
        row("servers stay apart", Kind::ServersStayApart, QStringLiteral("15 minutes"),
            QStringLiteral("one.example.net, two.example.net"));
        row("old answer", Kind::OldAnswerCached, QStringLiteral("Quad9"), QStringLiteral("5 min"));
        row("absence", Kind::AbsenceCached, QStringLiteral("Quad9"), QStringLiteral("5 min"));
        row("not looked", Kind::ClerkHasNotLooked, QStringLiteral("Clerk"), QStringLiteral("Nothing to do"));
        row("no zone", Kind::NotRegistered, QStringLiteral("app.example.com"), QStringLiteral("register"));
        row("no server", Kind::NoServerAnswers, QStringLiteral("example.com"), QStringLiteral("at Porkbun"));
        row("blocked", Kind::DnsBlocked, QStringLiteral("This network"), QStringLiteral("VPN"));
        row("suspended", Kind::Suspended, QStringLiteral("one.example.net, two.example.net"), QStringLiteral("Renew"));
        row("lame", Kind::LameServer, QStringLiteral("do not know it: one.example.net, two"),
            QStringLiteral("take one.example.net"));
        row("lists differ", Kind::ServerListsDiffer, QStringLiteral("lists three.example.net"),
            QStringLiteral("both lists"));
        row("elsewhere", Kind::RecordsAtOtherProvider, QStringLiteral("are with Porkbun now"),
            QStringLiteral("records at Porkbun"));
        row("servers changed", Kind::ServersChanged, QStringLiteral("old ones"), QStringLiteral("in 5 min"));
        row("sub-zone", Kind::SubZoneDelegated, QStringLiteral("two.example.net"),
            QStringLiteral("NS records of seen"));
        row("signature", Kind::DnssecBroken, seen, QStringLiteral("DS record"));
        row("apex", Kind::ApexTouched, seen, QStringLiteral("name “clerk.app”."));
        row("two rules", Kind::CaaForbids, QStringLiteral("one.example.net"),
            QStringLiteral("0 issue \"letsencrypt.org\" and 0 issue \"pki.goog\""));
        row("one rule", Kind::CaaAllowsOne, seen, QStringLiteral("0 issue \"one.example.net\""));
    }
    void aFindingNamesWhatMatters()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, inProblem);
        QFETCH(const QString, inFix);
        const FindingWords words = DnsWords::finding(sampleFinding(kind), context());
        QVERIFY2(words.problem.contains(inProblem), qPrintable(words.problem));
        QVERIFY2(words.fix.contains(inFix), qPrintable(words.fix));
    }

    void namesCloudflaresOwnMenus()
    {
        for (const Kind kind : {Kind::Missing, Kind::CloudflareProxy, Kind::Flattened}) {
            const QString fix = DnsWords::finding(sampleFinding(kind), onCloudflare()).fix;
            QVERIFY2(fix.contains(QStringLiteral("DNS › ")), qPrintable(fix));
        }
        QVERIFY(!DnsWords::finding(sampleFinding(Kind::Missing), context()).fix.contains(QStringLiteral("DNS › ")));
        QVERIFY(!DnsWords::finding(sampleFinding(Kind::Flattened), context()).fix.contains(QStringLiteral("DNS › ")));
    }

    /// Its proxy answers alike for a record and for the catch-all.
    void saysWhatToDoInBothCasesWhereCloudflareHidesWhichItIs()
    {
        DnsFinding finding = sampleFinding(Kind::CloudflareProxy);
        finding.names = QStringList(QStringLiteral("*"));
        const FindingWords either = DnsWords::finding(finding, onCloudflare());
        QVERIFY2(either.problem.contains(QStringLiteral("catch-all")), qPrintable(either.problem));
        QVERIFY2(either.fix.contains(QStringLiteral("If not, add it")), qPrintable(either.fix));
        finding.names.clear();
        QVERIFY(!DnsWords::finding(finding, onCloudflare()).problem.contains(QStringLiteral("catch-all")));
    }

    void linksToThePageThatHelps_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *name, Kind kind, const char *server, const char *address) {
            QTest::newRow(name) << kind << QString::fromLatin1(server) << QString::fromLatin1(address);
        };
        row("records", Kind::Missing, "", "https://porkbun.com/account/domainsSpeedy");
        row("Clerk", Kind::ClerkTargetDown, "", "https://status.clerk.com");
        row("Google", Kind::AbsenceCached, "Google (8.8.8.8)", "https://dns.google/cache");
        row("Cloudflare", Kind::OldAnswerCached, "Cloudflare (1.0.0.1)", "https://one.one.one.one/purge-cache/");
        row("OpenDNS", Kind::AbsenceCached, "OpenDNS (208.67.222.222)", "https://cachecheck.opendns.com/");
        row("no such page", Kind::AbsenceCached, "Quad9 (9.9.9.10)", "");
        row("another address", Kind::AbsenceCached, "X (1.1.1.11)", "");
        row("another port", Kind::AbsenceCached, "X (1.1.1.1:5353)", "");
        row("nothing to open", Kind::ClockWrong, "", "");
        row("registrar", Kind::LameServer, "", "https://lookup.icann.org/en/lookup?name=example.com");
        row("registrar's DS", Kind::DnssecBroken, "", "https://lookup.icann.org/en/lookup?name=example.com");
    }
    void linksToThePageThatHelps()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, server);
        DnsFinding finding = sampleFinding(kind);
        finding.server = server;
        const auto link = DnsWords::finding(finding, context()).link;
        QTEST(link ? link->address.toString() : QString(), "address");
    }

    void namesTheRegistrarWhereThatIsKnown()
    {
        FindingContext known = context();
        known.registrar = QStringLiteral("Gandi SAS");
        for (const Kind kind : {Kind::LameServer, Kind::DeadServer, Kind::DnssecBroken}) {
            const FindingWords words = DnsWords::finding(sampleFinding(kind), known);
            QVERIFY2(words.fix.endsWith(QStringLiteral(" It is registered with Gandi SAS.")), qPrintable(words.fix));
            QVERIFY(!words.link);
        }
    }

    void offersTheZoneFileOnlyWhereThereIsOne()
    {
        FindingContext known = context();
        QVERIFY(
            DnsWords::finding(sampleFinding(Kind::UnderscoreRefused), known).fix.contains(QStringLiteral("zone file")));
        known.takesZoneFile = false;
        const QString fix = DnsWords::finding(sampleFinding(Kind::UnderscoreRefused), known).fix;
        QVERIFY2(!fix.contains(QStringLiteral("zone file")) && fix.contains(QStringLiteral("support of Porkbun")),
                 qPrintable(fix));
    }

    void linksOnlyToEncryptedPages()
    {
        FindingContext known = context();
        for (const char *address :
             {"http://porkbun.com/", "javascript:alert(1)", "https://", "file:///etc/passwd", ""}) {
            known.console = QString::fromLatin1(address);
            QVERIFY(!DnsWords::finding(sampleFinding(Kind::Missing), known).link);
        }
    }

    void saysWhatToTypeForANameAboveTheRecord()
    {
        DnsFinding finding = sampleFinding(Kind::DnameAbove);
        finding.seen = QStringLiteral("App.example.com");
        QVERIFY(DnsWords::finding(finding, context()).fix.contains(QStringLiteral("the name App,")));
        finding.kind = Kind::CaaForbids;
        finding.seen = QStringLiteral("example.com");
        QVERIFY(DnsWords::finding(finding, context()).fix.contains(QStringLiteral("the name @:")));
    }

    /// Deleting a record at the wrong one of the two would take down a website.
    void namesTheDomainThatTheRecordWasAddedTo_data()
    {
        QTest::addColumn<QString>("touched");
        QTest::addColumn<QString>("typed");
        QTest::newRow("the domain") << QStringLiteral("app.example.com") << QStringLiteral("(the name “app”)");
        QTest::newRow("the zone") << QStringLiteral("example.com") << QStringLiteral("(the name “@”)");
    }
    void namesTheDomainThatTheRecordWasAddedTo()
    {
        QFETCH(const QString, touched);
        QFETCH(const QString, typed);
        DnsFinding finding = sampleFinding(Kind::ApexTouched);
        finding.names = QStringList(touched);
        const FindingWords words = DnsWords::finding(finding, context());
        QVERIFY2(words.problem.contains(QStringLiteral("added to %1 itself").arg(touched)), qPrintable(words.problem));
        QVERIFY2(words.fix.contains(typed), qPrintable(words.fix));
    }

    /// Some providers want names and values with a dot at the end; a second one would be typed too.
    void noFullStopFollowsTheFinalDotOfWhatIsTyped()
    {
        FindingContext known = context();
        known.nameToType = QStringLiteral("clerk.app.example.com.");
        known.valueToType = known.target + QLatin1Char('.');
        for (const Kind kind : everyKind()) {
            const FindingWords words = DnsWords::finding(sampleFinding(kind), known);
            QVERIFY2(!words.fix.contains(QStringLiteral("..")), qPrintable(words.fix));
        }
    }

    void countsTheServersThatAreAmiss()
    {
        DnsFinding finding = sampleFinding(Kind::LameServer);
        finding.names = QStringList(QStringLiteral("ns2.example.net"));
        QVERIFY(DnsWords::finding(finding, context()).problem.startsWith(QStringLiteral("One of 2 name servers, ns2")));
        finding.kind = Kind::DeadServer;
        QVERIFY(DnsWords::finding(finding, context()).problem.startsWith(QStringLiteral("One of 2 name servers of")));
    }

    void saysThatOnlyClerkKnowsAPartOfTheValue()
    {
        FindingContext known = context();
        known.target = QStringLiteral("mail.*.clerk.services");
        const QString fix = DnsWords::finding(sampleFinding(Kind::Missing), known).fix;
        QVERIFY2(fix.contains(QStringLiteral("mail.*.clerk.services (Clerk shows")), qPrintable(fix));
    }

    void keepsForeignTextShortAndOnOneLine()
    {
        DnsFinding finding = sampleFinding(Kind::WrongTarget);
        finding.seen = QStringLiteral("a\nb%1") + QString(3000, QLatin1Char('x'));
        const FindingWords words = DnsWords::finding(finding, context());
        QVERIFY(words.problem.size() < 250);
        QVERIFY(words.problem.contains(QStringLiteral("a b%1xxx")));
        QVERIFY(words.fix.contains(QStringLiteral("frontend-api.clerk.services")));

        finding.kind = Kind::ServerListsDiffer;
        finding.names = QStringList(3000, finding.seen);
        const FindingWords lists = DnsWords::finding(finding, context());
        QVERIFY(lists.problem.size() < 800);
        QVERIFY(lists.problem.contains(QStringLiteral("2996 more")));
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
        row("clkmail.example.com", "mail.u3kwrfeaf9l7.clerk.services", "Email");
        row("clkmail.example.org", "mail.example.com.nam1.clerk.services", "Email");
        row("clk._domainkey.example.com", "dkim1.u3kwrfeaf9l7.clerk.services", "Email signature (DKIM)");
        row("CLK2._domainkey.example.com", "dkim2.u3kwrfeaf9l7.clerk.services", "Email signature (DKIM)");
        row("clkmail2.example.com", "mail2.u3kwrfeaf9l7.clerk.services", "Fallback email");
        row("pdk1._domainkey.clkmail2.example.com", "dkim3.u3kwrfeaf9l7.clerk.services",
            "Fallback email signature (DKIM)");
        row("track.clkmail2.example.com", "track.u3kwrfeaf9l7.clerk.services", "Fallback email links");
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
