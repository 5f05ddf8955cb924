#pragma once

#include "testkit/promptwindow.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QTest>

namespace golive {

/// The window in which GNOME asks for a keyring's password, and the program that shows it.
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

    [[nodiscard]] static bool isHidden() { return window().isHidden(); }
    static void giveThePassword() { window().giveThePassword(); }
    static void decline() { window().decline(); }

private:
    static PromptWindow window() { return PromptWindow("gcr"); }

    QProcess m_prompter;
};

} // namespace golive
