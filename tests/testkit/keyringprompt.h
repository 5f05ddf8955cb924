#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QTest>

namespace golive {

/// The window in which GNOME asks for a keyring's password, and somebody who answers it with xdotool.
class KeyringPrompt
{
public:
    KeyringPrompt() = default;
    KeyringPrompt(const KeyringPrompt &) = delete;
    KeyringPrompt &operator=(const KeyringPrompt &) = delete;
    ~KeyringPrompt()
    {
        m_prompter.kill();
        m_prompter.waitForFinished();
    }

    /// To be called on a bus and with a display.
    void start()
    {
        m_prompter.start(QStringLiteral(GCR_PROMPTER), {});
        const auto isThere = [] {
            return bool(QDBusConnection::sessionBus().interface()->isServiceRegistered(
                QStringLiteral("org.gnome.keyring.SystemPrompter")));
        };
        if (!m_prompter.waitForStarted() || !QTest::qWaitFor(isThere, 10'000))
            qFatal("the keyring's prompt does not start");
    }

    [[nodiscard]] static bool isHidden() { return window().isEmpty(); }

    static void giveThePassword()
    {
        answer({QStringLiteral("type"), QStringLiteral("--args"), QStringLiteral("1"), QStringLiteral("test password"),
                QStringLiteral("key"), QStringLiteral("Return")});
    }
    static void decline() { answer({QStringLiteral("key"), QStringLiteral("Escape")}); }

private:
    static QByteArray windowTool(const QStringList &arguments)
    {
        QProcess tool;
        tool.start(QStringLiteral("xdotool"), arguments);
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput().trimmed();
    }
    static QByteArray window()
    {
        return windowTool({QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"),
                           QStringLiteral("gcr")})
            .split('\n')
            .constLast();
    }

    /// Presses keys in the window, once it is there.
    static void answer(const QStringList &typing)
    {
        if (!QTest::qWaitFor([] { return !isHidden(); }, 15'000))
            qFatal("the keyring does not ask");
        windowTool({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::fromLatin1(window())});
        QTest::qWait(300); // it takes keys when it has drawn itself
        windowTool(typing);
    }

    QProcess m_prompter;
};

} // namespace golive
