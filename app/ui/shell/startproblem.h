#pragma once

#include "wizard/notice.h"

namespace golive {

/// Says why the assistant cannot open and waits until that was read. With a `remedy`, the text of a
/// button, the person may choose it instead of leaving. To be used instead of the window's event loop.
/// True when the remedy was chosen.
[[nodiscard]] bool showStartProblem(const Notice &problem, const QString &remedy = {});

} // namespace golive
