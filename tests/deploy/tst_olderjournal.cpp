#include "deploy/journalfile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace golive;

/// What a file from before the program knew more is taken for.
class TestOlderJournal : public QObject
{
    Q_OBJECT

    static JournalEntry entry()
    {
        JournalEntry entry;
        entry.clerkHost = QStringLiteral("api.clerk.com");
        entry.plan.applicationId = QStringLiteral("app_1");
        entry.plan.domain = QStringLiteral("example.com");
        entry.plan.keysTaken = true;
        entry.productionInstanceId = QStringLiteral("ins_2");
        entry.confirmations.instanceId = QStringLiteral("ins_1");
        entry.confirmations.keysWithdrawn = Confirmations::Cause::OtherInstance;
        return entry;
    }

private Q_SLOTS:
    void readsTheHostsOfAnOlderProgram()
    {
        QJsonObject object = QJsonDocument::fromJson(journalFileOf(entry())).object();
        QJsonObject plan = object[QStringLiteral("plan")].toObject();
        plan.remove(QStringLiteral("hosts"));
        plan.insert(QStringLiteral("separateHost"), true);
        plan.insert(QStringLiteral("backendHost"), QStringLiteral("api.example.net"));
        object.insert(QStringLiteral("plan"), plan);

        const auto read = journalEntryFrom(QJsonDocument(object).toJson());

        HostChoices hosts;
        hosts.backend = HostChoices::Backend::SeparateHost;
        hosts.apiHost = QStringLiteral("api.example.net");
        QVERIFY(read && read->plan.hosts == hosts);
        QCOMPARE(read->plan.domain, QStringLiteral("example.com"));
    }

    void takesTheTicksOfAnOlderProgramForThoseOfItsInstance()
    {
        QJsonObject object = QJsonDocument::fromJson(journalFileOf(entry())).object();
        object.remove(QStringLiteral("confirmations"));

        const auto read = journalEntryFrom(QJsonDocument(object).toJson());

        Confirmations confirmations;
        confirmations.instanceId = QStringLiteral("ins_2");
        QVERIFY(read && read->confirmations == confirmations);
        QVERIFY(read->plan == entry().plan);
    }
};

QTEST_GUILESS_MAIN(TestOlderJournal)
#include "tst_olderjournal.moc"
