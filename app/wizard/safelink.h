#pragma once

#include <QUrl>

namespace golive {

/// Whether the system may be asked to open `url`: web pages over https, and a draft of a mail. Addresses come from
/// servers, too, and a desktop opens far more than pages: files, programs by their schemes, services of this computer.
[[nodiscard]] bool isSafeToOpen(const QUrl &url);

} // namespace golive
