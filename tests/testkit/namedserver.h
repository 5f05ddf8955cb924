#pragma once

#include <QFile>
#include <QHostAddress>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUdpSocket>

namespace golive {

/// BIND, serving zones on a loopback address and a high port, started without privileges and ended
/// with this object.
class NamedServer
{
public:
    /// Where BIND is, or empty. Distributions keep it out of an ordinary user's path.
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("named"),
                                              qEnvironmentVariable("PATH").split(QLatin1Char(':'))
                                                  + QStringList {QStringLiteral("/usr/sbin")});
    }

    explicit NamedServer(const QHostAddress &address)
        : m_address(address)
    {
        QUdpSocket probe;
        probe.bind(address);
        m_port = probe.localPort();
    }
    ~NamedServer()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5000))
            m_process.kill();
        m_process.waitForFinished(1000);
    }
    NamedServer(const NamedServer &) = delete;
    NamedServer &operator=(const NamedServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    void usePort(quint16 port) { m_port = port; }

    /// `records` in the form of a zone file, below a SOA and NS that are made up.
    void addZone(const QString &apex, const QString &records)
    {
        const QString head = QStringLiteral("$TTL 300\n@ IN SOA ns1.dns-host.net. hostmaster.%1 1 3600 600 86400 30\n")
                                 .arg(apex == QLatin1String(".") ? QString() : apex + QLatin1Char('.'));
        const QString file = QStringLiteral("zone%1").arg(m_zones.size());
        write(file, head + records);
        m_zones.append(QStringLiteral("zone \"%1\" { type primary; file \"%2\"; };\n").arg(apex, file));
    }

    bool start()
    {
        write(
            QStringLiteral("named.conf"),
            QStringLiteral("options { directory \"%1\"; pid-file \"%1/named.pid\"; session-keyfile \"%1/session.key\";"
                           " %2 recursion no; notify no;"
                           " dnssec-validation no; minimal-responses yes; };\ncontrols { };\n%3")
                .arg(m_folder.path(), listenOn(), m_zones.join(QString())));
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(),
                        {QStringLiteral("-g"), QStringLiteral("-n"), QStringLiteral("1"), QStringLiteral("-c"),
                         m_folder.filePath(QStringLiteral("named.conf"))});
        while (m_process.state() != QProcess::NotRunning && !m_log.contains("running\n"))
            if (m_process.waitForReadyRead(10'000))
                m_log += m_process.readAll();
            else
                break;
        return m_log.contains("running\n");
    }
    [[nodiscard]] const QByteArray &log() const { return m_log; }

private:
    /// BIND listens on addresses that an interface has, so 127.0.0.2 will not do.
    [[nodiscard]] QString listenOn() const
    {
        const bool isV6 = m_address.protocol() == QAbstractSocket::IPv6Protocol;
        return (isV6 ? QStringLiteral("listen-on { none; }; listen-on-v6 port %1 { %2; };")
                     : QStringLiteral("listen-on port %1 { %2; }; listen-on-v6 { none; };"))
            .arg(QString::number(m_port), m_address.toString());
    }

    void write(const QString &name, const QString &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            QTest::qFail("cannot write BIND's files", __FILE__, __LINE__);
    }

    QTemporaryDir m_folder;
    QHostAddress m_address;
    quint16 m_port = 0;
    QStringList m_zones;
    QProcess m_process;
    QByteArray m_log;
};

} // namespace golive
