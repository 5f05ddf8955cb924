#include "testkit/dnsbench.h"
#include "wizard/desktopnotifier.h"
#include "wizard/goodnews.h"
#include "wizard/preferences.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace golive;

namespace {

class NotedNews final : public DesktopNotifier
{
public:
    void notify(const QString &title, const QString & /*text*/) override { titles.append(title); }

    QStringList titles;
};

/// Clerk sees the first `verified` records when it is asked the next time.
struct Waiting
{
    void clerkSees(int verified)
    {
        bench.api.status = sampleStatus(verified);
        bench.deployment.refreshStatus();
        settle();
    }

    QTemporaryDir folder;
    QSettings settings {folder.filePath(QStringLiteral("golive.conf")), QSettings::IniFormat};
    Preferences preferences {settings};
    NotedNews noted;
    DnsBench bench;
    GoodNews news {bench.deployment, preferences, noted};
};

} // namespace

class TestGoodNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceWhoeverWaitedAndWantsIt()
    {
        Waiting waiting;
        waiting.preferences.setNotifies(true);
        waiting.clerkSees(0);
        waiting.clerkSees(4);
        QVERIFY(waiting.noted.titles.isEmpty());
        waiting.clerkSees(5);
        waiting.clerkSees(5);
        QCOMPARE(waiting.noted.titles, QStringList(QStringLiteral("The DNS records of example.com are in place")));
    }

    void tellsNobodyWhoDidNotAskForIt()
    {
        Waiting waiting;
        QVERIFY(!waiting.preferences.notifies());
        waiting.clerkSees(4);
        waiting.clerkSees(5);
        QVERIFY(waiting.noted.titles.isEmpty());
    }

    void isSilentAboutWhatWasCompleteAlready()
    {
        Waiting waiting;
        waiting.preferences.setNotifies(true);
        waiting.clerkSees(5);
        QVERIFY(waiting.noted.titles.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGoodNews)
#include "tst_goodnews.moc"
