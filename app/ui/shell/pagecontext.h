#pragma once

#include "ui/widgets/clipboardguard.h"

#include <QUrl>

#include <functional>

namespace golive {

/// What every page may use. Lives as long as the window.
struct PageContext
{
    Clock &clock;
    ClipboardGuard &clipboard;
    std::function<bool(const QUrl &)> openUrl; ///< false when no browser answered
};

} // namespace golive
