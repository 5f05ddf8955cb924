#pragma once

#include "options.h"

namespace golive {

/// `golive --reset` from its beginning to its exit code: removes preferences and notes, and names the entries
/// that stay in the password store. Asks on the terminal first, unless the person has said `--yes`.
///
/// 0 when all of it is gone, 1 when not or when Golive is open, 2 when nobody has agreed. Needs an application
/// object, and no display.
[[nodiscard]] int runReset(const Options &options);

} // namespace golive
