#include "freedesktopnotifier.h"

#include <QDBusConnectionInterface>
#include <QElapsedTimer>
#include <QTest>

using namespace golive;

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

} // namespace

/// A desktop that only writes down what it should show.
class PretendDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    PretendDesktop()
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
    {
        m_bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                             QDBusConnection::ExportScriptableSlots);
        if (!m_bus.registerService(service()))
            qFatal("the name of the notifications cannot be had on this bus");
    }
    ~PretendDesktop() override
    {
        m_bus.unregisterService(service());
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
    }
    PretendDesktop(const PretendDesktop &) = delete;
    PretendDesktop &operator=(const PretendDesktop &) = delete;

    QStringList shown;
    QVariantMap hints;

public Q_SLOTS:
    Q_SCRIPTABLE uint Notify(const QString &application, uint replaces, const QString &icon, const QString &title,
                             const QString &text, const QStringList &actions, const QVariantMap &given, int timeout)
    {
        shown = QStringList {application,
                             QString::number(replaces),
                             icon,
                             title,
                             text,
                             actions.join(QLatin1Char(',')),
                             QString::number(timeout)};
        hints = given;
        return 1;
    }

private:
    QDBusConnection m_bus;
};

class TestFreedesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(QDBusConnection::sessionBus().isConnected(), "to be started on a bus of its own");
        QCoreApplication::setApplicationName(QStringLiteral("Golive"));
    }

    void hasTheDesktopShowIt()
    {
        const PretendDesktop desktop;
        FreedesktopNotifier notifier;
        notifier.notify(QStringLiteral("Records of a.example & b"), QStringLiteral("Clerk <b>sees</b> them & so on"));
        QTRY_VERIFY(!desktop.shown.isEmpty());
        QCOMPARE(desktop.shown,
                 (QStringList {QStringLiteral("Golive"), QStringLiteral("0"), QStringLiteral("golive"),
                               QStringLiteral("Records of a.example & b"),
                               QStringLiteral("Clerk &lt;b&gt;sees&lt;/b&gt; them &amp; so on"), QString(),
                               QStringLiteral("-1")}));
        QCOMPARE(desktop.hints.value(QStringLiteral("desktop-entry")).toString(), QStringLiteral("golive"));
    }

    void carriesOnWhereNobodyShowsAnything()
    {
        QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(service()));
        FreedesktopNotifier notifier;
        QElapsedTimer time;
        time.start();
        notifier.notify(QStringLiteral("Nobody"), QStringLiteral("looks"));
        FreedesktopNotifier withoutABus {QDBusConnection(QStringLiteral("no such bus"))};
        withoutABus.notify(QStringLiteral("Nobody"), QStringLiteral("looks"));
        QVERIFY(time.elapsed() < 10'000); // Qt waits 25 seconds by itself
    }
};

QTEST_GUILESS_MAIN(TestFreedesktopNotifier)
#include "tst_freedesktopnotifier.moc"
