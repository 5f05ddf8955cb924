#pragma once

#include "testkit/promptwindow.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDir>
#include <QFile>
#include <QPasswordDigestor>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace golive {

/// A KWallet of its own on the session bus, with an open wallet in it, for as long as it lives. Needs a display for
/// its windows. The test's own process is told that it runs in KDE.
class RealWallet
{
public:
    RealWallet()
    {
        qputenv("XDG_CURRENT_DESKTOP", "KDE");
        qputenv("KDE_SESSION_VERSION", "5");
        m_salt = QByteArray(56, 's');
        write(QStringLiteral("kwalletd/kdewallet.salt"), m_salt); // of the password that somebody types
        configure({});
        start();
        const int rounds = 50'000; // KWallet's own number
        // As it is done when a person logs in. There is none yet, and so one is made.
        call("pamOpen",
             {QStringLiteral("kdewallet"),
              QPasswordDigestor::deriveKeyPbkdf2(QCryptographicHash::Sha512, "test password", m_salt, rounds, 56), 0});
        if (!call("isOpen", {QStringLiteral("kdewallet")}).toBool())
            qFatal("KWallet has no wallet");
    }
    RealWallet(const RealWallet &) = delete;
    RealWallet &operator=(const RealWallet &) = delete;
    ~RealWallet() { kill(); }

    /// Starts the daemon; its wallet is closed then.
    void start()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *place : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QString::fromLatin1(place), m_home.path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        environment.remove(QStringLiteral("QT_FATAL_WARNINGS")); // it has some
        m_daemon.setProcessEnvironment(environment);
        m_daemon.start(QStringLiteral(KWALLETD), {});
        if (!QTest::qWaitFor([] { return isOnTheBus(); }, 20'000))
            qFatal("KWallet did not appear on the session bus");
    }

    void kill()
    {
        thaw();
        m_daemon.kill();
        m_daemon.waitForFinished();
        if (!QTest::qWaitFor([] { return !isOnTheBus(); }, 10'000))
            qFatal("KWallet did not leave the session bus");
    }

    static void lock() { call("close", {QStringLiteral("kdewallet"), true}); }

    /// Has it ask about every program that comes for the first time.
    void askAboutPrograms(bool asks)
    {
        configure(asks ? "Prompt on Open=true\n" : "");
        call("reconfigure", {});
    }

    /// Stops it from answering, as a hung desktop does.
    void freeze() { ::kill(static_cast<pid_t>(m_daemon.processId()), SIGSTOP); }
    void thaw()
    {
        if (m_daemon.processId() > 0)
            ::kill(static_cast<pid_t>(m_daemon.processId()), SIGCONT);
    }

    [[nodiscard]] static bool asks() { return !window().isHidden(); }
    static void giveThePassword() { window().giveThePassword(); }
    static void decline() { window().decline(); }

    static QVariant call(const char *method, const QVariantList &arguments)
    {
        auto message
            = QDBusMessage::createMethodCall(QStringLiteral("org.kde.kwalletd5"), QStringLiteral("/modules/kwalletd5"),
                                             QStringLiteral("org.kde.KWallet"), QLatin1String(method));
        message.setArguments(arguments);
        const QDBusMessage reply = QDBusConnection::sessionBus().call(message);
        if (reply.type() == QDBusMessage::ErrorMessage)
            qFatal("KWallet, %s: %s", method, qPrintable(reply.errorMessage()));
        return reply.arguments().value(0);
    }

    /// Everything it keeps on the disk.
    [[nodiscard]] QString home() const { return m_home.path(); }

private:
    [[nodiscard]] static bool isOnTheBus()
    {
        return QDBusConnection::sessionBus().interface()->isServiceRegistered(QStringLiteral("org.kde.kwalletd5"));
    }

    void configure(const QByteArray &more)
    {
        write(QStringLiteral("kwalletrc"), "[Wallet]\nFirst Use=false\nEnabled=true\n" + more);
    }

    void write(const QString &name, const QByteArray &content)
    {
        QDir(m_home.path()).mkpath(QFileInfo(m_home.filePath(name)).path());
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
    }

    static PromptWindow window() { return PromptWindow("kwalletd5"); }

    QTemporaryDir m_home;
    QByteArray m_salt;
    QProcess m_daemon;
};

} // namespace golive
