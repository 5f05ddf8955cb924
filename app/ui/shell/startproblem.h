#pragma once

#include "wizard/notice.h"

namespace golive {

/// Says why the assistant cannot open, in a window of its own, and waits until it is closed.
/// Returns the program's exit code.
[[nodiscard]] int showStartProblem(const Notice &problem);

} // namespace golive
