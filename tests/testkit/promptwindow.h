#pragma once

#include <QProcess>
#include <QTest>

namespace golive {

/// The window in which another program asks for a password, and somebody who answers it with xdotool.
class PromptWindow
{
public:
    /// `className` is the window's, as the window system knows it.
    explicit PromptWindow(const char *className)
        : m_className(QString::fromLatin1(className))
    {
    }

    [[nodiscard]] bool isHidden() const { return window().isEmpty(); }

    void giveThePassword() const
    {
        answer({QStringLiteral("type"), QStringLiteral("--args"), QStringLiteral("1"), QStringLiteral("test password"),
                QStringLiteral("key"), QStringLiteral("Return")});
    }
    void decline() const { answer({QStringLiteral("key"), QStringLiteral("Escape")}); }

private:
    static QByteArray windowTool(const QStringList &arguments)
    {
        QProcess tool;
        tool.start(QStringLiteral("xdotool"), arguments);
        tool.waitForFinished(10'000);
        return tool.readAllStandardOutput().trimmed();
    }
    [[nodiscard]] QByteArray window() const
    {
        return windowTool(
                   {QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--class"), m_className})
            .split('\n')
            .constLast();
    }

    /// Presses keys in the window, once it is there.
    void answer(const QStringList &typing) const
    {
        if (!QTest::qWaitFor([this] { return !isHidden(); }, 15'000))
            qFatal("nobody asks for a password");
        windowTool({QStringLiteral("windowfocus"), QStringLiteral("--sync"), QString::fromLatin1(window())});
        QTest::qWait(300); // it takes keys when it has drawn itself
        windowTool(typing);
    }

    QString m_className;
};

} // namespace golive
