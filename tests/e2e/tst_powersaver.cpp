#include "powersaver.h"
#include "testkit/busanswered.h"

#include <QDBusMessage>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace golive;

/// power-profiles-daemon, as far as it tells the profile.
class PretendDaemon : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "net.hadess.PowerProfiles")
    Q_PROPERTY(QString ActiveProfile READ profile)

public:
    explicit PretendDaemon(QString profile)
        : m_profile(std::move(profile))
    {
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllProperties);
        if (!m_bus.registerService(name()))
            qFatal("the name of the daemon cannot be had on this bus");
    }
    ~PretendDaemon() override
    {
        m_bus.unregisterService(name());
        m_bus.unregisterObject(path());
        QDBusConnection::disconnectFromBus(QStringLiteral("daemon"));
    }
    PretendDaemon(const PretendDaemon &) = delete;
    PretendDaemon &operator=(const PretendDaemon &) = delete;

    [[nodiscard]] QString profile() const { return m_profile; }

    static bool hasAnswered()
    {
        auto get = QDBusMessage::createMethodCall(name(), path(), QStringLiteral("org.freedesktop.DBus.Properties"),
                                                  QStringLiteral("Get"));
        get.setArguments({name(), QStringLiteral("ActiveProfile")});
        return answeredOnBus(get);
    }

    void setProfile(const QString &profile)
    {
        m_profile = profile;
        auto signal = QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.DBus.Properties"),
                                                 QStringLiteral("PropertiesChanged"));
        signal.setArguments({name(), QVariantMap {{QStringLiteral("ActiveProfile"), profile}}, QStringList()});
        m_bus.send(signal);
    }

private:
    static QString name() { return QStringLiteral("net.hadess.PowerProfiles"); }
    static QString path() { return QStringLiteral("/net/hadess/PowerProfiles"); }

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("daemon"));
    QString m_profile;
};

class TestPowerSaver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QDBusConnection::sessionBus().isConnected(), "to be started on a bus of its own"); }

    void knowsWhetherPowerIsToBeSaved()
    {
        PretendDaemon daemon(QStringLiteral("power-saver"));
        const PowerSaver saver(QDBusConnection::sessionBus());
        QSignalSpy changed(&saver, &PowerSaver::changed);
        QVERIFY(!saver.isOn());
        QTRY_VERIFY(saver.isOn());
        QCOMPARE(changed.size(), 1);

        daemon.setProfile(QStringLiteral("balanced"));
        QTRY_VERIFY(!saver.isOn());
        daemon.setProfile(QStringLiteral("performance"));
        daemon.setProfile(QStringLiteral("power-saver"));
        QTRY_VERIFY(saver.isOn());
        QVERIFY(PretendDaemon::hasAnswered());
        QCOMPARE(changed.size(), 3);
    }

    void carriesOnWhereNobodySays()
    {
        QElapsedTimer time;
        time.start();
        const PowerSaver saver(QDBusConnection::sessionBus());
        const PowerSaver withoutABus {QDBusConnection(QStringLiteral("no such bus"))};
        QVERIFY(time.elapsed() < 10'000); // Qt waits 25 seconds by itself
        QVERIFY(refusedOnBus());
        QVERIFY(!saver.isOn());
        QVERIFY(!withoutABus.isOn());
    }
};

QTEST_GUILESS_MAIN(TestPowerSaver)
#include "tst_powersaver.moc"
