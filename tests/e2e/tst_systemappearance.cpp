#include "systemappearance.h"
#include "testkit/busanswered.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace golive;

/// The desktop's settings portal, as far as it tells how things should look.
class PretendPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    explicit PretendPortal(QVariantMap settings)
        : m_settings(std::move(settings))
    {
        m_settings.insert(QStringLiteral("test last"), true); // never refused
        m_bus.registerObject(path(), this, QDBusConnection::ExportAllSlots);
        if (!m_bus.registerService(QStringLiteral("org.freedesktop.portal.Desktop")))
            qFatal("the name of the portal cannot be had on this bus");
    }
    ~PretendPortal() override
    {
        m_bus.unregisterService(QStringLiteral("org.freedesktop.portal.Desktop"));
        QDBusConnection::disconnectFromBus(QStringLiteral("portal"));
    }
    PretendPortal(const PretendPortal &) = delete;
    PretendPortal &operator=(const PretendPortal &) = delete;

    void set(const QString &group, const QString &key, const QVariant &value)
    {
        auto signal = QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.portal.Settings"),
                                                 QStringLiteral("SettingChanged"));
        signal.setArguments({group, key, QVariant::fromValue(QDBusVariant(value))});
        m_bus.send(signal);
    }

    static bool hasAnswered()
    {
        auto read
            = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.portal.Desktop"), path(),
                                             QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
        read.setArguments({QStringLiteral("test"), QStringLiteral("last")});
        return answeredOnBus(read);
    }

public Q_SLOTS:
    /// As portals before 1.17 do: one variant within another.
    QDBusVariant Read(const QString &group, const QString &key, const QDBusMessage &message)
    {
        const QVariant value = m_settings.value(group + QLatin1Char(' ') + key);
        if (!value.isValid()) {
            message.setDelayedReply(true);
            m_bus.send(message.createErrorReply(QStringLiteral("org.freedesktop.portal.Error.NotFound"),
                                                QStringLiteral("Requested setting not found")));
        }
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/portal/desktop"); }

    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("portal"));
    QVariantMap m_settings;
};

class TestSystemAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(QDBusConnection::sessionBus().isConnected(), "to be started on a bus of its own"); }

    void isUsualWithoutAPortal()
    {
        const SystemAppearance appearance;
        QVERIFY(refusedOnBus());
        QVERIFY(!appearance.isDark() && !appearance.wantsContrast());
    }

    void asksThePortal_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("contrast");
        const QString scheme = QStringLiteral("org.freedesktop.appearance color-scheme");
        const QString contrast = QStringLiteral("org.freedesktop.appearance contrast");
        const QString gnome = QStringLiteral("org.gnome.desktop.a11y.interface high-contrast");
        QTest::newRow("dark") << scheme << QVariant(1U) << true << false;
        QTest::newRow("light") << scheme << QVariant(2U) << false << false;
        QTest::newRow("more contrast") << contrast << QVariant(1U) << false << true;
        QTest::newRow("GNOME's high contrast") << gnome << QVariant(true) << false << true;
        QTest::newRow("a word we do not know") << contrast << QVariant(7U) << false << false;
        QTest::newRow("nonsense") << scheme << QVariant(QStringLiteral("dark")) << false << false;
    }

    void asksThePortal()
    {
        QFETCH(QString, setting);
        QFETCH(QVariant, value);
        QFETCH(bool, dark);
        QFETCH(bool, contrast);
        const PretendPortal portal({{setting, value}});
        const SystemAppearance appearance;
        QVERIFY(PretendPortal::hasAnswered());
        QCOMPARE(appearance.isDark(), dark);
        QCOMPARE(appearance.wantsContrast(), contrast);
    }

    void followsChanges()
    {
        PretendPortal portal({});
        const SystemAppearance appearance;
        QSignalSpy changed(&appearance, &SystemAppearance::changed);
        portal.set(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), 1U);
        QTRY_VERIFY(appearance.wantsContrast());
        portal.set(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("color-scheme"), 1U);
        QTRY_VERIFY(appearance.isDark());
        portal.set(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("contrast"), 0U);
        QTRY_VERIFY(!appearance.wantsContrast());
        QCOMPARE(changed.size(), 3);
        portal.set(QStringLiteral("org.freedesktop.appearance"), QStringLiteral("accent-color"), 1U);
        QVERIFY(PretendPortal::hasAnswered());
        QCOMPARE(changed.size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestSystemAppearance)
#include "tst_systemappearance.moc"
