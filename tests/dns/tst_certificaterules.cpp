#include "dns/judge/caarule.h"
#include "dns/judge/certificaterules.h"

#include <QTest>

using namespace golive;
using namespace std::chrono_literals;
using Kind = DnsFinding::Kind;

namespace {

const QByteArray host = "clerk.example.com";

DnsCaaData issue(const QByteArray &value)
{
    return {0, "issue", value};
}

CertificateEvidence certificateOf(const QByteArray &name, const QList<DnsCaaData> &rules)
{
    CertificateEvidence certificate;
    certificate.host = name;
    certificate.foundFor = certificate.owner = rules.isEmpty() ? QByteArray() : QByteArray("example.com");
    certificate.rules = rules;
    return certificate;
}

QList<DnsFinding> judged(const QList<DnsCaaData> &rules)
{
    DomainEvidence domain;
    domain.certificates = {certificateOf(host, rules)};
    return judgeCertificates(domain);
}

/// Clerk has all records and no certificate yet; it began at nine.
DomainEvidence waitingDomain(std::chrono::minutes waited, ComponentState state = ComponentState::InProgress)
{
    DomainEvidence domain;
    domain.clerkWorkingSince = QDateTime(QDate(2026, 1, 5), QTime(9, 0), Qt::UTC);
    domain.now = domain.clerkWorkingSince.addMSecs(std::chrono::milliseconds(waited).count());
    domain.clerk.emplace();
    domain.clerk->dns.state = ComponentState::Complete;
    domain.clerk->ssl.state = state;
    domain.clerk->sslHosts.insert(QStringLiteral("accounts.example.com"),
                                  {ComponentState::Complete, true, {{QStringLiteral("x"), QStringLiteral("old")}}});
    domain.clerk->sslHosts.insert(QString::fromLatin1(host), {state, true, {}});
    return domain;
}

QStringList idsOf(const QList<DnsFinding> &findings)
{
    QStringList ids;
    for (const DnsFinding &finding : findings)
        ids.append(catalogueId(finding.kind));
    return ids;
}

} // namespace

class TestCertificateRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatARuleAllows_data()
    {
        QTest::addColumn<QByteArray>("issuer");
        QTest::addColumn<QByteArrayList>("parameters");

        const auto row = [](const char *value, const char *issuer, const QByteArrayList &parameters) {
            QTest::newRow(value) << QByteArray(issuer) << parameters;
        };
        row("letsencrypt.org", "letsencrypt.org", {});
        row("  LetsEncrypt.org\t", "letsencrypt.org", {});
        row("pki.goog;", "pki.goog", {});
        row(";", "", {});
        row("", "", {});
        row("letsencrypt.org; validationmethods = dns-01", "letsencrypt.org", {"validationmethods=dns-01"});
        row("letsencrypt.org;accounturi=https://acme.example/1; ValidationMethods=http-01", "letsencrypt.org",
            {"accounturi=https://acme.example/1", "validationmethods=http-01"});
        row("letsencrypt.org; nonsense", "", {});
        row("letsencrypt.org pki.goog", "", {});
        row("validationmethods=dns-01", "", {});
    }

    void readsWhatARuleAllows()
    {
        QFETCH(QByteArray, issuer);
        QFETCH(QByteArrayList, parameters);
        const CaaIssue read = caaIssueFrom(QTest::currentDataTag());
        QCOMPARE(read.issuer, issuer);
        QCOMPARE(read.parameters, parameters);
    }

    void judgesASetOfRules_data()
    {
        QTest::addColumn<QList<DnsCaaData>>("rules");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QStringList>("names");

        const auto row = [](const char *title, const QList<DnsCaaData> &rules, Kind kind, const char *names = "") {
            QTest::newRow(title) << rules << kind
                                 << QString::fromLatin1(names).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("none", {}, Kind::None);
        row("both", {issue("letsencrypt.org"), issue("pki.goog")}, Kind::None);
        row("both and another", {issue("digicert.com"), issue("letsencrypt.org"), issue("pki.goog")}, Kind::None);
        row("another", {issue("digicert.com")}, Kind::CaaForbids, "digicert.com");
        row("others", {issue("digicert.com"), issue("sectigo.com; account=1")}, Kind::CaaForbids,
            "digicert.com sectigo.com");
        row("nobody", {issue(";")}, Kind::CaaForbids);
        row("nobody and both", {issue(";"), issue("letsencrypt.org"), issue("pki.goog")}, Kind::None);
        row("Let's Encrypt only", {issue("LETSENCRYPT.ORG")}, Kind::CaaAllowsOne, "pki.goog");
        row("Google only", {issue("pki.goog")}, Kind::CaaAllowsOne, "letsencrypt.org");
        row("only by DNS", {issue("letsencrypt.org; validationmethods=dns-01,tls-alpn-01"), issue("pki.goog")},
            Kind::CaaParameters, "validationmethods=dns-01,tls-alpn-01");
        row("by HTTP too", {issue("letsencrypt.org; validationmethods=dns-01,http-01"), issue("pki.goog")}, Kind::None);
        row("one account", {issue("letsencrypt.org; accounturi=https://acme.example/1")}, Kind::CaaParameters,
            "accounturi=https://acme.example/1");
        row("one account, or any",
            {issue("letsencrypt.org; accounturi=https://acme.example/1"), issue("letsencrypt.org"), issue("pki.goog")},
            Kind::None);
        row("unknown parameter", {issue("letsencrypt.org; colour=blue"), issue("pki.goog")}, Kind::None);
        row("wildcards only", {{0, "issuewild", ";"}}, Kind::None);
        row("wildcards by another", {{0, "issuewild", "digicert.com"}, issue("letsencrypt.org"), issue("pki.goog")},
            Kind::None);
        row("report only", {{0, "iodef", "mailto:a@example.com"}}, Kind::None);
        row("critical and known", {{128, "issue", "letsencrypt.org"}, {128, "issue", "pki.goog"}, {128, "iodef", "x"}},
            Kind::None);
        row("critical and unknown", {issue("letsencrypt.org"), issue("pki.goog"), {128, "tbs", "x"}}, Kind::CaaCritical,
            "tbs");
        row("the bit that is taken for critical", {{1, "tbs", "x"}}, Kind::CaaCritical, "tbs");
        row("another bit", {{64, "tbs", "x"}}, Kind::None);
        row("critical before forbidden", {issue("digicert.com"), {128, "tbs", "x"}}, Kind::CaaCritical, "tbs");
    }

    void judgesASetOfRules()
    {
        QFETCH(QList<DnsCaaData>, rules);
        QFETCH(Kind, kind);
        QFETCH(QStringList, names);
        const QList<DnsFinding> found = judged(rules);
        QCOMPARE(found.size(), kind == Kind::None ? 0 : 1);
        if (kind == Kind::None)
            return;
        QCOMPARE(found[0].kind, kind);
        QCOMPARE(found[0].names, names);
        QCOMPARE(found[0].seen, QStringLiteral("example.com"));
        QCOMPARE(found[0].host, QString::fromLatin1(host));
    }

    void saysOnceWhatIsTrueOfSeveralHosts()
    {
        DomainEvidence domain;
        domain.certificates
            = {certificateOf(host, {issue("digicert.com")}),
               certificateOf("accounts.example.com", {issue("digicert.com")}), certificateOf("free.example.com", {})};
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].otherNames, QStringList({QString::fromLatin1(host), QStringLiteral("accounts.example.com")}));
        QVERIFY(found[0].host.isEmpty());
    }

    void tellsWhatBelongsToOneHost()
    {
        DomainEvidence domain;
        domain.certificates = {certificateOf(host, {issue("digicert.com")}),
                               certificateOf("accounts.example.com", {issue("sectigo.com")})};
        domain.certificates[0].owner = domain.certificates[0].foundFor = "other.example.com";
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(found.size(), 2);
        QCOMPARE(found[0].host, QString::fromLatin1(host));
        QCOMPARE(found[1].host, QStringLiteral("accounts.example.com"));
    }

    void leavesClerksOwnRulesToClerk()
    {
        DomainEvidence domain;
        domain.certificates = {certificateOf(host, {issue("digicert.com")})};
        domain.certificates[0].foundFor = host;
        domain.certificates[0].owner = "frontend-api.clerk.services";
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(idsOf(found), QStringList(QStringLiteral("F66")));
        QCOMPARE(found[0].seen, QStringLiteral("frontend-api.clerk.services"));
        QVERIFY(severityOf(found[0].kind) == DnsFinding::Severity::Info);
    }

    void judgesRulesThatTheDomainsOwnCnameBringsIn()
    {
        DomainEvidence domain;
        domain.certificates = {certificateOf("clerk.app.example.com", {issue("digicert.com")})};
        domain.certificates[0].foundFor = "app.example.com";
        domain.certificates[0].owner = "cname.hosting.net";
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(idsOf(found), QStringList(QStringLiteral("F60")));
        QCOMPARE(found[0].seen, QStringLiteral("cname.hosting.net"));
    }

    void tellsWhoseAnswerFails()
    {
        DomainEvidence domain;
        for (const QByteArray &name : {host, QByteArray("accounts.example.com")}) {
            CertificateEvidence certificate;
            certificate.host = name;
            certificate.lookupFailed = true;
            certificate.failedName = "example.com";
            certificate.failedAt = {QHostAddress(QStringLiteral("192.0.2.1")), 53, QStringLiteral("ns1.dns-host.net")};
            domain.certificates.append(certificate);
        }
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(idsOf(found), QStringList(QStringLiteral("F64")));
        QCOMPARE(found[0].server, QStringLiteral("ns1.dns-host.net (192.0.2.1)"));
        QCOMPARE(found[0].seen, QStringLiteral("example.com"));
        QCOMPARE(found[0].otherNames.size(), 2);
    }

    void waitsTenMinutesBeforeItCallsACertificateStuck()
    {
        QCOMPARE(judgeCertificates(waitingDomain(10min)).size(), 0);
        const QList<DnsFinding> found = judgeCertificates(waitingDomain(11min));
        QCOMPARE(idsOf(found), QStringList(QStringLiteral("F68")));
        QCOMPARE(found[0].host, QString::fromLatin1(host));
        QCOMPARE(found[0].names, QStringList());
        QCOMPARE(found[0].seen, QString());
    }

    void callsAFailedCertificateStuckAtOnce()
    {
        DomainEvidence domain = waitingDomain(0min, ComponentState::Failed);
        domain.clerk->sslHosts[QString::fromLatin1(host)].hints
            = {{QStringLiteral("caa"), QStringLiteral("CAA forbids it.")}, {QStringLiteral("rate_limited"), QString()}};
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(idsOf(found), QStringList(QStringLiteral("F68")));
        QCOMPARE(found[0].names, QStringList({QStringLiteral("CAA forbids it."), QStringLiteral("rate_limited")}));
    }

    void explainsWhyACertificateIsStuck()
    {
        DomainEvidence domain = waitingDomain(11min);
        domain.certificates = {certificateOf(host, {issue(";")})};
        domain.proxiedHosts = {host};
        const QList<DnsFinding> found = judgeCertificates(domain);
        QCOMPARE(idsOf(found), QStringList({QStringLiteral("F60"), QStringLiteral("F68")}));
        QCOMPARE(found[1].seen, QStringLiteral("F60, F10"));
    }

    void saysNothingOfCertificatesThatAreNotDue_data()
    {
        QTest::addColumn<ComponentState>("dns");
        QTest::addColumn<ComponentState>("ssl");
        QTest::addColumn<bool>("required");
        QTest::newRow("records missing") << ComponentState::InProgress << ComponentState::InProgress << true;
        QTest::newRow("done") << ComponentState::Complete << ComponentState::Complete << true;
        QTest::newRow("not wanted") << ComponentState::Complete << ComponentState::Failed << false;
    }

    void saysNothingOfCertificatesThatAreNotDue()
    {
        QFETCH(ComponentState, dns);
        QFETCH(ComponentState, ssl);
        QFETCH(bool, required);
        DomainEvidence domain = waitingDomain(60min);
        domain.clerk->dns.state = dns;
        domain.clerk->ssl.state = ssl;
        domain.clerk->ssl.required = required;
        QCOMPARE(judgeCertificates(domain).size(), 0);
    }

    void neverCallsACertificateStuckWhenNobodyKnowsSinceWhen()
    {
        DomainEvidence domain = waitingDomain(60min);
        domain.clerkWorkingSince = {};
        QCOMPARE(judgeCertificates(domain).size(), 0);
    }

    void findsADomainThatIsTakenWhereverClerkSaysSo()
    {
        const FailureHint taken {QStringLiteral("home_url_taken"), QStringLiteral("In use.")};
        for (int place = 0; place < 5; ++place) {
            DomainEvidence domain;
            domain.clerk.emplace();
            QCOMPARE(judgeCertificates(domain).size(), 0);
            QList<QList<FailureHint> *> places {&domain.clerk->dns.hints, &domain.clerk->ssl.hints,
                                                &domain.clerk->sslHosts[QStringLiteral("clerk.example.com")].hints,
                                                &domain.clerk->mail.emplace().hints,
                                                &domain.clerk->records.emplaceBack().hints};
            places[place]->append(taken);
            const QList<DnsFinding> found = judgeCertificates(domain);
            QCOMPARE(idsOf(found), QStringList(QStringLiteral("F69")));
            QCOMPARE(found[0].names, QStringList(QStringLiteral("In use.")));
        }
    }

    void listsOnlySoMuchOfWhatAServerSays()
    {
        QList<DnsCaaData> rules;
        for (int i = 0; i < 200; ++i)
            rules.append(issue(QByteArray(1000, 'a') + QByteArray::number(i) + ".example"));
        const QList<DnsFinding> found = judged(rules);
        QVERIFY(found[0].names.join(QString()).size() < 5000);
    }
};

QTEST_APPLESS_MAIN(TestCertificateRules)
#include "tst_certificaterules.moc"
