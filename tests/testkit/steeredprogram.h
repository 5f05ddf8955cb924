#pragma once

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace golive {

/// The program itself, as it is installed, worked from here through the plugin in tests/steering. Off the screen,
/// unless the environment names a platform.
class SteeredProgram
{
public:
    /// `launcher` is a command that ends by executing the one that follows it.
    explicit SteeredProgram(const QProcessEnvironment &environment, const QStringList &arguments = {},
                            const QStringList &launcher = {})
    {
        QProcessEnvironment variables = environment;
        if (!variables.contains(QStringLiteral("QT_QPA_PLATFORM")))
            variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        variables.remove(QStringLiteral("QT_FATAL_WARNINGS")); // the offscreen platform warns about size hints
        variables.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(STEERING_PLUGINS));
        if (variables.contains(QStringLiteral("LD_PRELOAD"))) { // the sanitizer wants to be first, and need not be
            const QString asan = QStringLiteral("ASAN_OPTIONS");
            variables.insert(asan, variables.value(asan) + QStringLiteral(":verify_asan_link_order=0"));
        }
        const QString socket = m_folder.filePath(QStringLiteral("steering"));
        variables.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("golive_steering:") + socket);
        if (!m_server.listen(socket))
            qFatal("cannot listen at %s", qPrintable(socket));
        m_process.setProcessEnvironment(variables);
        // To a file: nobody reads a pipe while the program is asked, and a full one would stop it.
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("printed")));
        const QStringList command = launcher + QStringList {QStringLiteral(GOLIVE)} + arguments;
        m_process.start(command.constFirst(), command.mid(1));
        if (!m_process.waitForStarted() || !m_server.waitForNewConnection(20'000))
            qFatal("the program does not answer: %s", printed().constData());
        m_steering = m_server.nextPendingConnection();
        if (!waitUntil(QStringLiteral("can next")))
            qFatal("there is no window");
    }
    SteeredProgram(const SteeredProgram &) = delete;
    SteeredProgram &operator=(const SteeredProgram &) = delete;

    ~SteeredProgram() { end(); }

    void end()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished(10'000);
    }

    QByteArray ask(const QByteArray &command)
    {
        m_steering->write(command + '\n');
        QByteArray heard;
        while (!heard.endsWith('\n')) {
            if (m_steering->bytesAvailable() == 0 && !m_steering->waitForReadyRead(20'000))
                return {};
            heard += m_steering->readAll();
        }
        return heard.chopped(1);
    }

    [[nodiscard]] bool waitUntil(const QString &condition, int milliseconds = 20'000)
    {
        return QTest::qWaitFor([&] { return ask(condition.toUtf8()) == "yes"; }, milliseconds);
    }
    [[nodiscard]] bool shows(const char *name) { return waitUntil(QStringLiteral("shows ") + QLatin1String(name)); }
    /// As soon as it can be pressed.
    [[nodiscard]] bool press(const QString &name)
    {
        return waitUntil(QStringLiteral("can ") + name) && ask("press " + name.toUtf8()) == "yes";
    }
    [[nodiscard]] bool type(const QString &name, const QByteArray &text)
    {
        return waitUntil(QStringLiteral("can ") + name) && ask("type " + name.toUtf8() + '\n' + text) == "yes";
    }
    [[nodiscard]] QStringList texts(const QByteArray &command = "texts")
    {
        QStringList all;
        const QJsonArray heard = QJsonDocument::fromJson(ask(command)).array();
        for (const auto &each : heard)
            all.append(each.toString());
        return all;
    }

    /// All it has printed so far, to either stream.
    [[nodiscard]] QByteArray printed() const
    {
        QFile file(m_folder.filePath(QStringLiteral("printed")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QString proc(const char *file) const
    {
        return QStringLiteral("/proc/%1/%2").arg(m_process.processId()).arg(QLatin1String(file));
    }

private:
    QTemporaryDir m_folder {QStringLiteral("/tmp/golive-steering-XXXXXX")}; // sockets want it short
    QLocalServer m_server;
    QProcess m_process;
    QLocalSocket *m_steering = nullptr;
};

} // namespace golive
