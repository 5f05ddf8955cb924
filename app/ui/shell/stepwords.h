#pragma once

#include "ui/theme/colors.h"
#include "ui/theme/glyphs.h"
#include "wizard/step.h"

#include <QString>

#include <optional>

namespace golive {

/// The state in a word or two, as the step list shows and says it.
[[nodiscard]] QString stepStatusWords(StepStatus status, bool current);

[[nodiscard]] StatusTone stepStatusTone(StepStatus status);

/// The sign in the step's circle; none: the step's number stands there.
[[nodiscard]] std::optional<Glyph> stepStatusGlyph(StepStatus status);

} // namespace golive
