#pragma once

#include "check/checkoptions.h"

namespace golive {

/// `golive check` from its beginning to its exit code: 0 when all records are right, 1 when not, 2
/// when what it was given cannot be used, 128 and the signal's number when it was interrupted. Needs
/// an application object, and no display.
[[nodiscard]] int runCheck(const CheckOptions &options);

} // namespace golive
