#pragma once

#include "check/checkreport.h"

namespace golive {

/// The report as one line of JSON, as docs/check.md describes it, with its line break.
[[nodiscard]] QByteArray jsonLine(const CheckReport &report);

} // namespace golive
