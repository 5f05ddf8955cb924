#pragma once

#include "wizard/desktopnotifier.h"

#include <QDBusConnection>

namespace golive {

/// Notifications of the desktop, as `org.freedesktop.Notifications` (Desktop Notifications
/// Specification 1.2) shows them.
class FreedesktopNotifier final : public DesktopNotifier
{
public:
    explicit FreedesktopNotifier(QDBusConnection bus = QDBusConnection::sessionBus());

    void notify(const QString &title, const QString &text) override;

private:
    QDBusConnection m_bus;
};

} // namespace golive
