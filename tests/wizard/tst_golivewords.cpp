#include "wizard/golivewords.h"

#include <QTest>

using namespace golive;
using Id = GoLivePart::Id;
using Standing = GoLivePart::Standing;

namespace {

Component component(ComponentState state, bool required = true)
{
    return {state, required, {}};
}

/// Everything waits, one record is needed.
DomainStatus waiting()
{
    DomainStatus status;
    status.records = {{QStringLiteral("clerk"), QStringLiteral("clerk.example.com"), {}, false, true, {}, {}},
                      {QStringLiteral("clkmail"), QStringLiteral("clkmail.example.com"), {}, false, true, {}, {}}};
    status.mail = Component();
    return status;
}

DomainStatus seen()
{
    DomainStatus status = waiting();
    for (RecordStatus &record : status.records)
        record.verified = true;
    status.dns = component(ComponentState::Complete);
    return status;
}

GoLivePart part(const DomainStatus &status, Id id)
{
    const auto parts = GoLiveWords::partsOf(status);
    const auto found
        = std::find_if(parts.cbegin(), parts.cend(), [id](const GoLivePart &each) { return each.id == id; });
    return found == parts.cend() ? GoLivePart() : *found;
}

} // namespace

class TestGoLiveWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoseTurnItIs_data()
    {
        QTest::addColumn<std::optional<DomainStatus>>("status");
        QTest::addColumn<GoLiveOutlook>("outlook");
        const auto row = [](const char *name, const std::optional<DomainStatus> &status, GoLiveOutlook outlook) {
            QTest::newRow(name) << status << outlook;
        };
        row("nothing said", std::nullopt, GoLiveOutlook::Unknown);
        row("no record", waiting(), GoLiveOutlook::RecordsMissing);
        row("every record", seen(), GoLiveOutlook::ClerkIsWorking);
        DomainStatus lagging = seen();
        lagging.dns = component(ComponentState::InProgress);
        row("Clerk's word for DNS lags behind", lagging, GoLiveOutlook::ClerkIsWorking);
        DomainStatus withoutMail = seen();
        withoutMail.records.last().verified = false;
        row("a mail record is missing", withoutMail, GoLiveOutlook::RecordsMissing);
        DomainStatus failed = seen();
        failed.ssl = component(ComponentState::Failed);
        row("no certificate", failed, GoLiveOutlook::Trouble);
        DomainStatus done = seen();
        done.ssl = component(ComponentState::Complete);
        done.mail = component(ComponentState::Complete);
        row("everything done but Clerk does not say so", done, GoLiveOutlook::ClerkIsWorking);
        done.complete = true;
        row("complete", done, GoLiveOutlook::Live);
    }
    void tellsWhoseTurnItIs()
    {
        QFETCH(std::optional<DomainStatus>, status);
        QFETCH(GoLiveOutlook, outlook);
        QCOMPARE(static_cast<int>(GoLiveWords::outlook(true, status)), static_cast<int>(outlook));
        QVERIFY(!GoLiveWords::headline(outlook).isEmpty());
        QVERIFY(!GoLiveWords::explanation(outlook).isEmpty());
        QVERIFY(GoLiveWords::outlook(false, status) == GoLiveOutlook::NoInstance);
    }

    void countsTheRecordsThatClerkSees()
    {
        DomainStatus status = waiting();
        QVERIFY(part(status, Id::Dns).text.contains(QStringLiteral("has not seen")));
        status.records.first().verified = true;
        QVERIFY(part(status, Id::Dns).text.contains(QStringLiteral("1 of 2")));
        QVERIFY(part(seen(), Id::Dns).standing == Standing::Done);
        QVERIFY(!part(seen(), Id::Dns).text.contains(QStringLiteral("Your turn")));
    }

    void leavesOutWhatClerkDoesNotMention()
    {
        DomainStatus status = waiting();
        status.mail.reset();
        const auto parts = GoLiveWords::partsOf(status);
        QVERIFY(std::none_of(parts.cbegin(), parts.cend(), [](const GoLivePart &each) { return each.id == Id::Mail; }));
        status.proxy = component(ComponentState::NotStarted, false);
        QCOMPARE(GoLiveWords::partsOf(status).size(), parts.size());
        status.proxy->required = true;
        QCOMPARE(GoLiveWords::partsOf(status).size(), parts.size() + 1);
    }

    void sendsToTheDashboardForACertificateThatFailed()
    {
        DomainStatus status = seen();
        status.ssl = component(ComponentState::Failed);
        status.sslHosts.insert(
            QStringLiteral("clerk.example.com"),
            {ComponentState::Failed, true, {{QStringLiteral("caa"), QStringLiteral("CAA\nforbids it")}}});
        const GoLivePart certificate = part(status, Id::Certificate);
        QVERIFY(certificate.standing == Standing::Failed);
        QVERIFY(certificate.text.contains(QStringLiteral("Domains page")));
        QCOMPARE(certificate.remarks, QStringList {QStringLiteral("clerk.example.com: CAA forbids it")});
    }

    void boundsWhatTheServerSays()
    {
        DomainStatus status = waiting();
        status.dns.hints = {{QStringLiteral("x"), QString(5000, QLatin1Char('x'))}};
        QVERIFY(part(status, Id::Dns).remarks.constFirst().size() <= 301);
    }

    void saysWhereTheKeyIs_data()
    {
        QTest::addColumn<bool>("kept");
        QTest::addColumn<bool>("onlyInMemory");
        QTest::addColumn<bool>("permanent");
        QTest::addColumn<QString>("word");
        QTest::newRow("kept") << true << false << true << QStringLiteral("in this computer’s password store");
        QTest::newRow("practice") << true << false << false << QStringLiteral("practice mode");
        QTest::newRow("memory") << false << true << true << QStringLiteral("only in this program’s memory");
        QTest::newRow("nowhere") << false << false << true << QStringLiteral("not on this computer");
    }
    void saysWhereTheKeyIs()
    {
        QFETCH(bool, kept);
        QFETCH(bool, onlyInMemory);
        QFETCH(bool, permanent);
        QFETCH(QString, word);
        QVERIFY(GoLiveWords::keyPlace(kept, onlyInMemory, permanent).contains(word));
    }
};

QTEST_GUILESS_MAIN(TestGoLiveWords)
#include "tst_golivewords.moc"
