#pragma once

#include <QString>

namespace golive {

struct Options;
struct Services;

/// The report for support, of the program while its window is open.
[[nodiscard]] QString reportOf(Services &services);

/// `--export-report FILE`: what can be said without a window and without asking anybody, which is what this computer
/// remembers. 0 when the file was written.
[[nodiscard]] int runReport(const Options &options);

} // namespace golive
