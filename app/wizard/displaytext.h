#pragma once

#include <QString>

namespace golive {

/// `text` from a server or a file as one line that is safe to lay out: at most `longest` characters,
/// no control characters, and none that turn the direction of what follows (Unicode UAX #9).
[[nodiscard]] QString displayText(const QString &text, qsizetype longest);

} // namespace golive
