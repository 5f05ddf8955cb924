#include "check/checkjson.h"
#include "check/checktext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QTest>

using namespace golive;
using Kind = DnsFinding::Kind;
using Role = RecordAnswer::Role;

namespace {

RecordAnswer answer(Role role, const QString &found, bool right)
{
    RecordAnswer made;
    made.role = role;
    made.server = role == Role::Resolver ? QStringLiteral("Cloudflare (1.1.1.1)")
                                         : QStringLiteral("ns1.dns-host.net (192.0.2.1)");
    made.answered = !found.isEmpty();
    made.right = right;
    made.found = found;
    if (made.answered)
        made.ttl = std::chrono::seconds(300);
    return made;
}

RecordView record(const char *host, const char *target, RecordProgress progress, const DnsFinding &finding = {})
{
    RecordView view;
    view.record = {QString::fromLatin1(host) + QStringLiteral(".example.com"), QString::fromLatin1(target)};
    view.nameToType = QString::fromLatin1(host);
    view.progress = progress;
    view.finding = finding;
    view.authoritativeAsked = progress == RecordProgress::Unknown ? 0 : 2;
    view.authoritativeRight = progress >= RecordProgress::AtProvider ? 2 : 0;
    view.resolversAsked = progress == RecordProgress::AtResolvers ? 8 : 0;
    view.resolversRight = view.resolversAsked;
    return view;
}

CheckedDomain domainWith(const QList<RecordView> &records, const QList<DnsFinding> &findings = {})
{
    CheckedDomain checked;
    checked.domain = QStringLiteral("example.com");
    checked.view.zone = checked.domain;
    checked.view.nameServers = {QStringLiteral("ns1.dns-host.net"), QStringLiteral("ns2.dns-host.net")};
    checked.view.provider.name = QStringLiteral("DNS Host");
    checked.view.records = records;
    checked.view.findings = findings;
    checked.view.allPublished = std::all_of(records.begin(), records.end(), [](const RecordView &each) {
        return each.authoritativeAsked > 0 && each.authoritativeRight == each.authoritativeAsked;
    });
    checked.questions = 47;
    checked.took = std::chrono::milliseconds(312);
    return checked;
}

RecordView right()
{
    RecordView view = record("clerk", "frontend-api.clerk.services", RecordProgress::AtResolvers);
    view.answers = {answer(Role::Authoritative, view.record.target, true), answer(Role::Resolver, {}, false)};
    return view;
}

RecordView missing()
{
    return record("accounts", "accounts.clerk.services", RecordProgress::NotFound, {.kind = Kind::Missing});
}

QList<Kind> allKinds()
{
    QList<Kind> kinds;
    const QMetaEnum all = QMetaEnum::fromType<Kind>();
    for (int index = 0; index < all.keyCount(); ++index)
        if (const auto kind = static_cast<Kind>(all.value(index)); kind != Kind::None)
            kinds.append(kind);
    return kinds;
}

} // namespace

class TestCheckReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_recorded.setFileName(QStringLiteral(RECORDED_ANSWERS));
        QVERIFY(m_recorded.open(QIODevice::WriteOnly | QIODevice::Truncate));
    }

    /// What is typed from there must be right at providers that add the zone to a value without it.
    void saysTheValueWithTheDotTheProviderWants()
    {
        RecordView view = missing();
        view.valueToType = view.record.target + QLatin1Char('.');
        const CheckedDomain checked = domainWith({view});
        const QString text = CheckText::of(reportOf(checked));
        QVERIFY2(text.contains(QStringLiteral("Value: accounts.clerk.services.\n")), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("..")), qPrintable(text));
        const QJsonObject record = json(checked)[QLatin1String("records")][0].toObject();
        QCOMPARE(record[QLatin1String("expected")].toString(), view.record.target);
    }

    void saysInJsonWhatIsThere()
    {
        const QJsonObject object = json(domainWith({right(), missing()}));
        QCOMPARE(object[QLatin1String("domain")].toString(), QStringLiteral("example.com"));
        QCOMPARE(object[QLatin1String("zone")].toString(), QStringLiteral("example.com"));
        QCOMPARE(object[QLatin1String("provider")].toString(), QStringLiteral("DNS Host"));
        QCOMPARE(object[QLatin1String("queries")].toInt(), 47);
        QCOMPARE(object[QLatin1String("elapsed_ms")].toInt(), 312);

        const QJsonArray findings = object[QLatin1String("findings")].toArray();
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0][QLatin1String("id")].toString(), QStringLiteral("F31"));
        QCOMPARE(findings[0][QLatin1String("severity")].toString(), QStringLiteral("error"));
        QCOMPARE(findings[0][QLatin1String("scope")].toString(), QStringLiteral("accounts.example.com"));
        QVERIFY(!findings[0][QLatin1String("message")].toString().isEmpty());
        QVERIFY(findings[0][QLatin1String("fix")].toString().contains(QLatin1String("DNS Host")));

        const QJsonArray records = object[QLatin1String("records")].toArray();
        QCOMPARE(records.size(), 2);
        QCOMPARE(records[0][QLatin1String("state")].toString(), QStringLiteral("seen"));
        QVERIFY(records[0][QLatin1String("finding")].isNull());
        const QJsonArray authoritative = records[0][QLatin1String("authoritative")].toArray();
        QCOMPARE(authoritative.size(), 1);
        QCOMPARE(authoritative[0][QLatin1String("found")].toString(), QStringLiteral("frontend-api.clerk.services"));
        QCOMPARE(authoritative[0][QLatin1String("ttl")].toInt(), 300);
        QVERIFY(authoritative[0][QLatin1String("right")].toBool());
        const QJsonArray resolvers = records[0][QLatin1String("resolvers")].toArray();
        QCOMPARE(resolvers.size(), 1);
        QVERIFY(!resolvers[0][QLatin1String("answered")].toBool());
        QVERIFY(resolvers[0][QLatin1String("ttl")].isNull());
        QCOMPARE(records[1][QLatin1String("expected")].toString(), QStringLiteral("accounts.clerk.services"));
        QCOMPARE(records[1][QLatin1String("finding")].toString(), QStringLiteral("F31"));
    }

    void isOneLineWhateverServersSay()
    {
        DnsFinding finding {.kind = Kind::WrongTarget, .seen = QStringLiteral("a\nb\"\u0007.example")};
        RecordView odd = record("clerk", "frontend-api.clerk.services", RecordProgress::NotFound, finding);
        odd.answers = {answer(Role::Authoritative, finding.seen, false)};
        const QByteArray line = jsonLine(reportOf(domainWith({odd})));
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(QJsonDocument::fromJson(
                     line)[QLatin1String("records")][0][QLatin1String("authoritative")][0][QLatin1String("found")]
                     .toString(),
                 finding.seen);
        QVERIFY(!CheckText::of(reportOf(domainWith({odd}))).contains(QChar(7)));
    }

    void tellsTheStatesApart_data()
    {
        QTest::addColumn<RecordProgress>("progress");
        QTest::addColumn<int>("atServers");
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("allRight");
        QTest::newRow("unknown") << RecordProgress::Unknown << 0 << QStringLiteral("unknown") << false;
        QTest::newRow("nowhere") << RecordProgress::NotFound << 0 << QStringLiteral("not_found") << false;
        QTest::newRow("at one of two") << RecordProgress::AtProvider << 1 << QStringLiteral("partly_found") << false;
        QTest::newRow("at both") << RecordProgress::AtProvider << 2 << QStringLiteral("found") << true;
        QTest::newRow("at resolvers") << RecordProgress::AtResolvers << 2 << QStringLiteral("seen") << true;
    }

    void tellsTheStatesApart()
    {
        QFETCH(RecordProgress, progress);
        QFETCH(int, atServers);
        QFETCH(QString, state);
        QFETCH(bool, allRight);
        RecordView view = record("clerk", "frontend-api.clerk.services", progress);
        view.authoritativeRight = atServers;
        const CheckReport report = reportOf(domainWith({view}));
        QCOMPARE(report.records.constFirst().state, state);
        QCOMPARE(report.allRight, allRight);
        (void)json(domainWith({view}));
    }

    void saysOnceWhatGoesForAllRecords()
    {
        const DnsFinding broken {.kind = Kind::DnssecBroken};
        const RecordView silenced = record("clerk", "frontend-api.clerk.services", RecordProgress::Unknown, broken);
        const CheckedDomain checked = domainWith({silenced, silenced}, {broken});
        const CheckReport report = reportOf(checked);
        QCOMPARE(report.findings.size(), 1);
        QCOMPARE(report.findings.constFirst().scope, QStringLiteral("zone"));
        QCOMPARE(report.records.constFirst().finding, QStringLiteral("F21"));
        QVERIFY(!report.allRight);
        QCOMPARE(CheckText::of(report).count(QLatin1String("F21")), 1);
        (void)json(checked);
    }

    void putsTheGravestFirst()
    {
        const CheckReport report
            = reportOf(domainWith({missing()},
                                  {{.kind = Kind::LameServer, .names = {QStringLiteral("ns1.x")}},
                                   {.kind = Kind::CaaThroughCname, .seen = QStringLiteral("x.y")}}));
        QCOMPARE(report.findings.size(), 3);
        QCOMPARE(report.findings[0].severity, QStringLiteral("error"));
        QCOMPARE(report.findings[1].severity, QStringLiteral("warning"));
        QCOMPARE(report.findings[2].severity, QStringLiteral("info"));
    }

    void hasWordsAndAScopeForEveryKind()
    {
        for (const Kind kind : allKinds()) {
            const DnsFinding finding {.kind = kind, .host = QStringLiteral("clerk.example.com")};
            const bool ofARecord = scopeOf(kind) == DnsFinding::Scope::Record;
            const CheckedDomain checked = ofARecord
                ? domainWith({record("clerk", "frontend-api.clerk.services", RecordProgress::NotFound, finding)})
                : domainWith({right()}, {finding});
            const CheckReport report = reportOf(checked);
            QCOMPARE(report.findings.size(), 1);
            const ReportedFinding &told = report.findings.constFirst();
            QVERIFY2(!told.message.isEmpty(), qPrintable(told.id));
            QCOMPARE(told.id, catalogueId(kind));
            QCOMPARE(told.scope == QLatin1String("clerk.example.com"), ofARecord);
            QVERIFY(CheckText::of(report).contains(told.id));
            (void)json(checked);
        }
    }

    void tellsAPersonWhatToDo()
    {
        RecordView mail = record("clkmail", "mail.*.clerk.services", RecordProgress::NotFound, {.kind = Kind::Missing});
        const QString text = CheckText::of(reportOf(domainWith({right(), missing(), mail})));
        const QStringList lines = text.split(QLatin1Char('\n'));
        QCOMPARE(lines.constFirst(), QStringLiteral("example.com: 1 of 3 records are right."));
        QVERIFY(text.contains(QLatin1String("DNS Host")));
        QVERIFY(text.contains(QLatin1String("accounts.clerk.services")));
        QVERIFY2(text.contains(QLatin1String("* is a part that only Clerk knows")), qPrintable(text));
        QVERIFY(text.endsWith(QLatin1Char('\n')));
        // What is said about the records stands in one column.
        QList<qsizetype> columns;
        for (const QString &line : lines)
            if (line.startsWith(QLatin1String("  ")))
                columns.append(line.indexOf(QRegularExpression(QStringLiteral("  [A-Z]"))));
        QVERIFY(columns.size() > 3);
        QCOMPARE(columns.count(columns.constFirst()), columns.size());
    }

    void saysInALineThatAllIsRight()
    {
        const QString text = CheckText::of(reportOf(domainWith({right()})));
        QVERIFY(text.startsWith(QLatin1String("example.com: all records are right.\n")));
        QVERIFY(!text.contains(QLatin1Char('*')));
        QVERIFY(text.contains(QLatin1String("8 of 8")));
    }

    /// Right records under a problem, and records nobody could look at, are neither right nor wrong.
    void beginsWithWhatTheRecordsComeTo()
    {
        const auto firstLine = [](const CheckedDomain &checked) {
            return CheckText::of(reportOf(checked)).section(QLatin1Char('\n'), 0, 0);
        };
        QCOMPARE(firstLine(domainWith({right()}, {{.kind = Kind::CaaForbids}})),
                 QStringLiteral("example.com: all records are right, but something else is not."));
        QCOMPARE(firstLine(domainWith({right()}, {{.kind = Kind::CaaAllowsOne}})),
                 QStringLiteral("example.com: all records are right."));
        const RecordView unseen
            = record("clerk", "a.clerk.services", RecordProgress::Unknown, {.kind = Kind::DnssecBroken});
        QCOMPARE(firstLine(domainWith({unseen}, {{.kind = Kind::DnssecBroken}})),
                 QStringLiteral("example.com: the records cannot be checked."));
        QCOMPARE(firstLine(domainWith({right(), unseen})), QStringLiteral("example.com: 1 of 2 records are right."));
    }

    void namesNoRecordsForADomainThatNobodyOwns()
    {
        const RecordView missing
            = record("clerk", "mail.*.clerk.services", RecordProgress::Unknown, {.kind = Kind::NotRegistered});
        const QString text = CheckText::of(reportOf(domainWith({missing}, {{.kind = Kind::NotRegistered}})));
        QVERIFY(text.contains(QStringLiteral("[F11]")));
        QVERIFY2(!text.contains(QStringLiteral("CNAME")) && !text.contains(QLatin1Char('*')), qPrintable(text));
        const QString other
            = CheckText::of(reportOf(domainWith({record("clerk", "mail.*.clerk.services", RecordProgress::Unknown)})));
        QVERIFY2(other.contains(QStringLiteral("Name: clerk · Type: CNAME · Value: ")), qPrintable(other));
    }

    void leavesOutWhatIsNotKnown()
    {
        CheckedDomain checked
            = domainWith({record("clerk", "a.clerk.services", RecordProgress::Unknown, {.kind = Kind::DnsBlocked})},
                         {{.kind = Kind::DnsBlocked}});
        checked.view.zone.clear();
        checked.view.provider = {};
        checked.view.nameServers.clear();
        const QJsonObject object = json(checked);
        QVERIFY(object[QLatin1String("zone")].isNull());
        QVERIFY(object[QLatin1String("provider")].isNull());
        QCOMPARE(object[QLatin1String("findings")][0][QLatin1String("scope")].toString(), QStringLiteral("network"));
    }

private:
    QJsonObject json(const CheckedDomain &checked)
    {
        const QByteArray line = jsonLine(reportOf(checked));
        m_recorded.write(line);
        return QJsonDocument::fromJson(line).object();
    }

    QFile m_recorded;
};

QTEST_GUILESS_MAIN(TestCheckReport)
#include "tst_checkreport.moc"
