#include "singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#include <chrono>

namespace golive {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 3s; ///< with a program that has just started or is busy drawing
constexpr auto glance = 50ms; ///< between two tries

/// Short: the path of a socket holds about a hundred characters.
QString pathFor(const QString &scope, const QString &folder)
{
    const QByteArray digest = QCryptographicHash::hash(scope.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return folder + QStringLiteral("/golive-") + QString::fromLatin1(digest);
}

} // namespace

SingleInstance::SingleInstance(const QString &scope, const QString &folder)
    : m_socket(pathFor(scope, folder))
    , m_lock(m_socket + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // only the end of a program makes its lock stale, never its age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::open);
}

SingleInstance::Outcome SingleInstance::claim()
{
    if (m_lock.tryLock(0)) {
        QLocalServer::removeServer(m_socket); // what a program left that was killed
        (void)m_server.listen(m_socket);
        return Outcome::First;
    }
    return m_lock.error() == QLockFile::LockFailedError ? knock() : Outcome::First;
}

QString SingleInstance::scopeOf(const QString &journalFolder)
{
    return journalFolder + QLatin1Char('\n') + qEnvironmentVariable("CLERK_PLATFORM_API_URL");
}

QString SingleInstance::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

SingleInstance::Outcome SingleInstance::knock() const
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(m_socket);
        // The other one may hold the lock and not listen yet.
        if (!socket.waitForConnected(static_cast<int>(deadline.remainingTime()))) {
            QThread::msleep(static_cast<unsigned long>(glance.count()));
            continue;
        }
        if (socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return Outcome::OtherWasShown;
    }
    return Outcome::OtherIsSilent;
}

void SingleInstance::open()
{
    while (QLocalSocket *visitor = m_server.nextPendingConnection()) {
        connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        visitor->write("shown\n");
        visitor->flush();
        visitor->disconnectFromServer();
        Q_EMIT shownWanted();
    }
}

} // namespace golive
