#pragma once

#include <QString>

namespace golive {

/// Tells the person something while they look at another window. Nobody may depend on it: there may
/// be no desktop that shows notifications, and then nothing happens.
class DesktopNotifier
{
public:
    DesktopNotifier() = default;
    DesktopNotifier(const DesktopNotifier &) = delete;
    DesktopNotifier &operator=(const DesktopNotifier &) = delete;
    virtual ~DesktopNotifier() = default;

    /// Plain text, both of it. Returns at once.
    virtual void notify(const QString &title, const QString &text) = 0;
};

} // namespace golive
