#pragma once

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCall>
#include <QTest>

namespace golive {

/// Asks `last` on the session's bus and waits until it and all that was asked of the same service before it have
/// been answered, and the answers taken. False if nothing comes, or a refusal.
///
/// Qt 6.4 tells the main thread of every refused call with a type of its own, and warns when that type is gone
/// because the program is ending: a test must not leave a question behind. For the same reason `last` has to be
/// one that is not refused.
[[nodiscard]] inline bool answeredOnBus(const QDBusMessage &last)
{
    const QDBusPendingCall call = QDBusConnection::sessionBus().asyncCall(last);
    const bool answered = QTest::qWaitFor([&call] { return call.isFinished(); }) && !call.isError();
    QCoreApplication::sendPostedEvents(); // the earlier answers were posted before this one came
    return answered;
}

/// The same for what was asked of names that nobody has: the bus refuses those itself, in the order they come.
[[nodiscard]] inline bool refusedOnBus()
{
    const QString bus = QStringLiteral("org.freedesktop.DBus");
    return answeredOnBus(
        QDBusMessage::createMethodCall(bus, QStringLiteral("/org/freedesktop/DBus"), bus, QStringLiteral("GetId")));
}

} // namespace golive
