#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace golive {

/// A real nginx with a folder of its own, on loopback, as whoever runs the test.
class Nginx
{
public:
    /// Empty where nginx is not installed.
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")}).isEmpty()
            ? QStandardPaths::findExecutable(QStringLiteral("nginx"))
            : QStringLiteral("/usr/sbin/nginx");
    }

    /// `inServer` goes into the one server block; `secret` is the file clerk-secret-key.conf.
    Nginx(const QString &inServer, const QString &secret = {})
    {
        QTcpServer free;
        if (!free.listen(QHostAddress::LocalHost))
            qFatal("no free port");
        m_port = free.serverPort();
        const QString conf = QStringLiteral("daemon off; master_process off; pid nginx.pid; error_log stderr;\n"
                                            "events {}\n"
                                            "http {\n"
                                            "access_log off;\n"
                                            "client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f;\n"
                                            "uwsgi_temp_path u; scgi_temp_path s;\n"
                                            "server {\nlisten 127.0.0.1:%1;\nserver_name www.example.com;\n%2}\n}\n")
                                 .arg(m_port)
                                 .arg(inServer);
        write(QStringLiteral("nginx.conf"), conf);
        write(QStringLiteral("clerk-secret-key.conf"), secret);
    }
    Nginx(const Nginx &) = delete;
    Nginx &operator=(const Nginx &) = delete;

    ~Nginx()
    {
        m_process.terminate();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished(5'000);
    }

    /// What `nginx -t` has against it; empty when nothing.
    [[nodiscard]] QString complaints() const
    {
        QProcess test;
        test.start(program(), QStringList {QStringLiteral("-t"), QStringLiteral("-q")} + place());
        return test.waitForFinished(10'000) && test.exitCode() == 0 ? QString()
                                                                    : QString::fromUtf8(test.readAllStandardError());
    }

    [[nodiscard]] bool start()
    {
        m_process.start(program(), place());
        for (int tries = 0; tries < 100 && m_process.state() != QProcess::NotRunning; ++tries) {
            QTcpSocket probe;
            probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (probe.waitForConnected(1'000))
                return true;
            m_process.waitForFinished(20);
        }
        qWarning("nginx: %s", m_process.readAllStandardError().constData());
        return false;
    }

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[nodiscard]] QStringList place() const
    {
        return {QStringLiteral("-p"), m_folder.path(), QStringLiteral("-c"), QStringLiteral("nginx.conf")};
    }

    void write(const QString &name, const QString &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("cannot write %s", qPrintable(name));
    }

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace golive
