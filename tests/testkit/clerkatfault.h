#pragma once

#include "testkit/practiceprocess.h"

#include <QTcpSocket>

namespace golive {

/// What causes accidents in a practice server, through its control port. The calls block: whoever
/// causes an accident wants nothing else to happen meanwhile.
class ClerkControl
{
public:
    explicit ClerkControl(const QUrl &control)
        : m_control(control)
    {
    }

    /// `accident` as the control port words it: see practice/practiceaccident.h.
    void plan(const QJsonObject &accident)
    {
        if (ask("POST", "/accidents", QJsonDocument(accident).toJson()).object().contains(QLatin1String("errors")))
            qFatal("the practice server knows no such accident");
    }
    void lift() { ask("DELETE", "/accidents"); }
    /// How often something went wrong.
    [[nodiscard]] int mishaps() { return ask("GET", "/state")[QLatin1String("mishaps")].toInt(); }
    /// Every call so far: objects with `method`, `path`, `query`.
    [[nodiscard]] QJsonArray requests() { return ask("GET", "/requests").array(); }
    /// Those that changed something.
    [[nodiscard]] QJsonArray effects() { return ask("GET", "/effects").array(); }
    void enterAllRight() { ask("POST", "/records"); }
    void startAnew() { ask("POST", "/anew"); }
    /// As somebody does it in the Dashboard.
    void deleteDomain(const QString &name)
    {
        if (ask("DELETE", "/domains/" + name.toUtf8()).object().contains(QLatin1String("errors")))
            qFatal("the practice server has no domain %s", qPrintable(name));
    }

    /// What is true, whatever the program was told. `path` follows `/v1/platform/`.
    [[nodiscard]] QJsonDocument truth(const QString &path) { return ask("GET", "/v1/platform/" + path.toUtf8()); }

    [[nodiscard]] static int count(const QJsonArray &calls, const QString &method, const QString &pathEnding)
    {
        return static_cast<int>(std::count_if(calls.begin(), calls.end(), [&](const QJsonValue &each) {
            return each[QLatin1String("method")].toString() == method
                && each[QLatin1String("path")].toString().endsWith(pathEnding);
        }));
    }

    [[nodiscard]] const QUrl &controlUrl() const { return m_control; }

private:
    QJsonDocument ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.connectToHost(m_control.host(), static_cast<quint16>(m_control.port()));
            if (!m_socket.waitForConnected(10'000))
                qFatal("the practice server cannot be controlled");
        }
        m_socket.write(method + ' ' + target + " HTTP/1.1\r\nHost: control\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QByteArray heard;
        qsizetype whole = -1;
        while (whole < 0 || heard.size() < whole) {
            if (!m_socket.waitForReadyRead(10'000))
                qFatal("the practice server does not answer: %s", target.constData());
            heard += m_socket.readAll();
            const qsizetype head = heard.indexOf("\r\n\r\n");
            if (head >= 0)
                whole = head + 4 + lengthIn(heard.left(head));
        }
        return QJsonDocument::fromJson(heard.mid(heard.indexOf("\r\n\r\n") + 4));
    }

    static qsizetype lengthIn(const QByteArray &head)
    {
        const QByteArray name = "content-length:";
        const qsizetype at = head.toLower().indexOf(name);
        return head.mid(at + name.size()).trimmed().split('\r').constFirst().toLongLong();
    }

    QUrl m_control;
    QTcpSocket m_socket;
};

/// The practice server as a process of its own, with its control port.
class ClerkAtFault : public PracticeProcess, public ClerkControl
{
public:
    explicit ClerkAtFault(const QString &program, const QStringList &options = {})
        : PracticeProcess(program, QStringList {QStringLiteral("--control-port"), QStringLiteral("0")} + options)
        , ClerkControl(QUrl(line().section(QLatin1Char(' '), 1)))
    {
    }
};

} // namespace golive
